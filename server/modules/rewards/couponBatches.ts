// Coupons are made, or codes that exist are brought in. A made code is an HMAC of its batch and its number under the
// tenant's key: the same request sent again gives the same codes, and nothing in the database tells them.
import { setImmediate as breathe } from "node:timers/promises";
import { validateConditions } from "@fedele/core/conditionParser.ts";
import { codeFrom, grouped, normalised } from "@fedele/core/couponCodes.ts";
import { type Gift, giftFrom } from "@fedele/core/rewards.ts";
import type { couponFaults, NewCouponBatch } from "@fedele/sdk/schemas/coupon.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketOf, bucketWithin, fromTypeId, newId } from "../../platform/ids.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { TenantKeys } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { findKnown } from "../members/facts.ts";
import { noSuchMember } from "../members/members.ts";
import { programmeOf } from "../programme/programmes.ts";
import { getRewardByCode } from "./rewards.ts";
import * as batches from "./store/couponBatches.ts";
import { countUses, insertCoupons, listCoupons, type NewCoupon } from "./store/coupons.ts";

export type BatchRow = batches.BatchRow;
type Home = Readonly<{ tenant: Tenant; keys: TenantKeys }>;
type Fault = (typeof couponFaults)[number];

export type MadeCoupons = Readonly<{
  codes: readonly Readonly<{ code: string; memberId: string | null }>[];
  rejected: readonly Readonly<{ row: number; why: Fault }>[];
}>;

/** A code costs two HMACs; after so many of them others have their turn. */
const CODES_AT_A_TIME = 250;

/** Where a code is looked for: its keyed hash, and a bucket within the tenant's span by that hash. */
export function placeOfCode({ tenant, keys }: Home, typed: string): { codeHash: Buffer; bucket: number } {
  // What cannot be a code is looked for like one that nobody has, so that it takes as long.
  const codeHash = keys.blindIndex("coupon", normalised(typed) ?? "");
  return { codeHash, bucket: bucketWithin(tenant.id, tenant.bucketSpan, codeHash.readUInt32BE(0)) };
}

/** Makes coupons or brings codes in, under an id that a repeat of the request finds again. */
export async function addCoupons(ctx: Ctx, id: string, asked: NewCouponBatch, home: Home): Promise<BatchRow> {
  const terms = await termsOf(ctx, id, asked);
  const owners = ownersOf(asked);
  await knowAll(ctx, owners);

  const coupons =
    asked.codes === undefined
      ? await makeCodes(ctx, terms, owners, home)
      : (await insertCoupons(ctx, terms, readCodes(ctx, asked.codes, home).coupons)).length;

  const batch = { ...terms, coupons };
  await batches.insertBatch(ctx, batch);
  return batch;
}

async function termsOf(ctx: Ctx, id: string, asked: NewCouponBatch): Promise<Omit<BatchRow, "coupons">> {
  const { name, tiers = [], validDays = null, usesMax = 1, perMemberMax = null } = asked;
  const ways = [asked.count, asked.forMembers, asked.codes].filter((way) => way !== undefined);
  if (ways.length !== 1) throw invalid("count", "Say one of `count`, `forMembers` and `codes`.");
  if ((asked.reward === undefined) === (asked.gift === undefined)) {
    throw invalid("gift", "Say either which reward the coupons bring, or what gift.");
  }
  const [reward, { currentTiers }] = await Promise.all([
    asked.reward === undefined ? null : getRewardByCode(ctx, asked.reward),
    programmeOf(ctx),
  ]);
  const stranger = tiers.find((tier) => currentTiers.tiers.every((it) => it.code !== tier));
  if (stranger !== undefined) throw invalid("tiers", `The programme has no tier "${stranger}".`);
  const validFrom = asked.validFrom == null ? null : Date.parse(asked.validFrom);
  const validUntil = asked.validUntil == null ? null : Date.parse(asked.validUntil);
  if (validFrom !== null && validUntil !== null && validUntil <= validFrom) {
    throw invalid("validUntil", "The coupons would end before they begin.");
  }
  return {
    id,
    name,
    kind: asked.codes === undefined ? "made" : "imported",
    status: "live",
    rewardId: reward?.id ?? null,
    gift: reward?.gift ?? giftOf(asked),
    usesMax,
    perMemberMax,
    validFrom,
    validUntil,
    tiers,
    audience: audienceOf(asked),
    validDays,
    createdAt: ctx.now,
  };
}

function giftOf({ gift: told }: NewCouponBatch): Gift {
  const gift = told === undefined ? null : giftFrom(told);
  if (gift === null) throw invalid("gift", "A gift has the one field that belongs to its kind, and no other.");
  return gift;
}

function audienceOf({ audience }: NewCouponBatch): BatchRow["audience"] {
  if (audience === undefined) return null;
  const parsed = validateConditions(audience, { scopes: ["member"] });
  if (!parsed.ok) throw invalid(parsed.path === "" ? "audience" : `audience.${parsed.path}`, parsed.message);
  return parsed.group;
}

/** Whose own each coupon is; null: whoever has the code. */
function ownersOf({ count = 0, forMembers, codes }: NewCouponBatch): (string | null)[] {
  if (forMembers !== undefined) return forMembers.map((id) => fromTypeId("mem", id));
  if (codes !== undefined) return codes.map(({ memberId }) => ownerOf(memberId));
  return Array.from({ length: count }, () => null);
}

function ownerOf(memberId: string | undefined): string | null {
  return memberId === undefined ? null : fromTypeId("mem", memberId);
}

async function knowAll(ctx: Ctx, owners: readonly (string | null)[]): Promise<void> {
  const members = [...new Set(owners)].flatMap((memberId) =>
    memberId === null ? [] : [{ memberId, bucket: bucketOf(memberId) }],
  );
  if (members.length > 0 && (await findKnown(ctx, members)).size < members.length) throw noSuchMember();
}

/** A code that somebody has already is left out, and its owner gets the next number's. Returns how many there are. */
async function makeCodes(
  ctx: Ctx,
  batch: Pick<BatchRow, "id" | "usesMax">,
  owners: readonly (string | null)[],
  home: Home,
): Promise<number> {
  let next = 1;
  let waiting = owners;
  while (waiting.length > 0) {
    const made: NewCoupon[] = [];
    for (const memberId of waiting) {
      const ordinal = next + made.length;
      const { codeHash, bucket } = placeOfCode(home, codeOf(home.keys, batch.id, ordinal));
      made.push({ id: newId(ctx.now, bucket), codeHash, ordinal, memberId });
      if (made.length % CODES_AT_A_TIME === 0) await breathe();
    }
    const inserted = new Set(await insertCoupons(ctx, batch, made));
    waiting = made.filter(({ ordinal }) => !inserted.has(ordinal)).map(({ memberId }) => memberId);
    next += made.length;
  }
  return owners.length;
}

function codeOf(keys: TenantKeys, batchId: string, ordinal: number): string {
  return codeFrom(keys.blindIndex("coupon code", `${batchId} ${ordinal}`));
}

/** What of a list can be brought in, by row, and what is wrong with the rest. */
function readCodes(
  ctx: Ctx,
  codes: NonNullable<NewCouponBatch["codes"]>,
  home: Home,
): { coupons: NewCoupon[]; rejected: { row: number; why: Fault }[] } {
  const seen = new Set<string>();
  const coupons: NewCoupon[] = [];
  const rejected: { row: number; why: Fault }[] = [];
  for (const [index, told] of codes.entries()) {
    const row = index + 1;
    const code = normalised(told.code);
    if (code === null) rejected.push({ row, why: "malformed" });
    else if (seen.has(code)) rejected.push({ row, why: "twice" });
    else {
      seen.add(code);
      const { codeHash, bucket } = placeOfCode(home, code);
      coupons.push({ id: newId(ctx.now, bucket), codeHash, ordinal: row, memberId: ownerOf(told.memberId) });
    }
  }
  return { coupons, rejected };
}

/** What the request made, the first time and every time that it is sent again. */
export async function madeCoupons(ctx: Ctx, batch: BatchRow, asked: NewCouponBatch, home: Home): Promise<MadeCoupons> {
  const coupons = await listCoupons(ctx, bucketsOf(home.tenant), batch.id);
  if (asked.codes === undefined) {
    const codes: { code: string; memberId: string | null }[] = [];
    for (const { ordinal, memberId } of coupons) {
      codes.push({ code: grouped(codeOf(home.keys, batch.id, ordinal)), memberId });
      if (codes.length % CODES_AT_A_TIME === 0) await breathe();
    }
    return { codes, rejected: [] };
  }
  const kept = new Set(coupons.map(({ ordinal }) => ordinal));
  const read = readCodes(ctx, asked.codes, home);
  const taken = read.coupons
    .filter(({ ordinal }) => !kept.has(ordinal))
    .map(({ ordinal }) => ({ row: ordinal, why: "taken" as const }));
  return { codes: [], rejected: [...read.rejected, ...taken].toSorted((a, b) => a.row - b.row) };
}

function bucketsOf({ id, bucketSpan }: Tenant): number[] {
  return Array.from({ length: bucketSpan }, (_, step) => bucketWithin(id, bucketSpan, step));
}

export async function getBatch(ctx: Ctx, id: string): Promise<BatchRow> {
  const batch = await batches.findBatch(ctx, id);
  if (batch === null) throw new Refusal("not_found", "There is no such batch of coupons.");
  return batch;
}

export async function getBatchWithUses(ctx: Ctx, id: string, tenant: Tenant): Promise<BatchRow & { uses: number }> {
  const [batch, uses] = await Promise.all([getBatch(ctx, id), countUses(ctx, bucketsOf(tenant), id)]);
  return { ...batch, uses };
}

/** The latest first. */
export async function listBatches(ctx: Ctx, page: { before: string | null; limit: number }): Promise<BatchRow[]> {
  return batches.listBatches(ctx, page);
}

/** None of its codes can be used from now on; what members made of them stays good. Twice ends it once. */
export async function endBatch(ctx: Ctx, id: string): Promise<void> {
  await getBatch(ctx, id);
  await batches.endBatch(ctx, id);
}
