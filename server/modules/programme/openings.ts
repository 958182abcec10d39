// What members bring from an older programme: points with their expiry, and a tier. Kept as an activity, so that it is
// done once, stands in their history and can be explained; no rule is asked what it earns.
import { balanceOf, earlier, earn } from "@fedele/core/ledger.ts";
import { rankOf, type Standing, standingAt } from "@fedele/core/tiers.ts";
import { dateIn, startOfDate } from "@fedele/core/time.ts";
import { newId } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { emit, type OutboxEvent } from "../../platform/outbox.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { lotTerms, lotTermsFor, type PointsType } from "../ledger/pointsTypes.ts";
import { apply, type Book, holdingOf, openBook, post } from "../ledger/postings.ts";
import { lockFacts, type MemberRecord, saveFacts } from "../members/facts.ts";
import { type Programme, programmeOf, tierListsFor } from "./programmes.ts";
import { claimActivityKeys, findActivityKeys, insertActivities, releaseActivityKeys } from "./store/activities.ts";
import { insertTierChanges, type TierChange } from "./store/tiers.ts";
import { type ActivityRow, type BusinessKey, type PointsMoved, storedResult } from "./storedActivities.ts";

/** The name of the custom activity that an opening is kept as. */
export const OPENING = "opening_balance";

const told = { kind: "custom", name: OPENING, channel: "import", amountMinor: 0, lines: [] } as const;

export type Opening = Readonly<{
  key: BusinessKey;
  fingerprint: string;
  id: string;
  bucket: number;
  memberId: string;
  /** `expiresAt` undefined: as the programme says of points earned today; null: never. */
  lots: readonly Readonly<{ points: number; expiresAt: number | null | undefined }>[];
  /** `until` null: held like a tier that was earned; else given until then. */
  tier: Readonly<{ code: string; until: number | null }> | null;
}>;

export type Opened = "opened" | "repeated" | Refusal;

/** Opens the balances of distinct members in one transaction; what was opened before is not opened again. */
export async function openBalances(
  ctx: LaneCtx,
  list: readonly Opening[],
  home: { tenant: Tenant; pointsType: string | null },
): Promise<Opened[]> {
  const sorted = [...list].sort((a, b) => a.key.bucket - b.key.bucket || compare(a.key.document, b.key.document));
  const fresh = await claimActivityKeys(ctx, sorted.map(keyRow));
  const repeated = list.filter(({ id }) => !fresh.has(id));
  const [keys, records, book, programme] = await Promise.all([
    repeated.length === 0
      ? []
      : findActivityKeys(
          ctx,
          repeated.map(({ key }) => key),
        ),
    lockFacts(ctx, list),
    openBook(ctx, list),
    programmeOf(ctx),
  ]);
  const scene: Scene = { ctx, tenant: home.tenant, programme, book, type: typeOf(programme, home.pointsType) };
  const recordOf = new Map(records.map((record) => [record.memberId, record]));
  const known = new Map(keys.map((key) => [key.document, key.fingerprint]));
  const done: Done[] = [];
  const outcomes = list.map((opening): Opened => {
    if (!fresh.has(opening.id)) return known.get(opening.key.document) === opening.fingerprint ? "repeated" : changed();
    const record = recordOf.get(opening.memberId);
    if (record === undefined) throw new Error("a member with an opening balance is not there");
    const opened = open(scene, opening, record);
    if (opened instanceof Refusal) return opened;
    done.push(opened);
    return "opened";
  });
  await write(
    scene,
    done,
    list.filter((_opening, index) => outcomes[index] instanceof Refusal && fresh.has(list[index]?.id ?? "")),
  );
  return outcomes;
}

type Scene = Readonly<{ ctx: LaneCtx; tenant: Tenant; programme: Programme; book: Book; type: PointsType }>;

type Done = Readonly<{ row: ActivityRow; record: MemberRecord; tierChange: TierChange | null; event: OutboxEvent }>;

function keyRow({ key, memberId, id, fingerprint }: Opening) {
  return { ...key, memberId, activityId: id, fingerprint };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The points type of that code, or the first that may be spent. */
function typeOf({ pointsTypes }: Programme, code: string | null): PointsType {
  const types = [...pointsTypes.values()];
  const type = types.find((it) => (code === null ? it.spendable : it.code === code));
  if (type !== undefined) return type;
  const codes = types.map((it) => it.code).join(", ");
  throw new Refusal("invalid", `The programme has no points type "${code ?? "to spend"}". It has: ${codes || "none"}.`);
}

function changed(): Refusal {
  return new Refusal("conflict", "The balance was opened before with other contents; nothing was changed.");
}

function open(scene: Scene, opening: Opening, record: MemberRecord): Done | Refusal {
  const { ctx, tenant } = scene;
  const standing = standingWith(scene, opening, record);
  if (standing instanceof Refusal) return standing;
  const points = opening.lots.filter((lot) => lot.points > 0).map((lot) => bookOne(scene, opening, lot));
  const { bucket, memberId, id, key } = opening;
  const [before, after] = [record.standing.tier, standing.tier];
  const tier = before === after ? null : { before, after };
  const result = { awards: [], cuts: [], counted: [], points, matches: [], shortfalls: [], tier };
  const row: ActivityRow = {
    bucket,
    memberId,
    id,
    kind: told.kind,
    source: key.source,
    document: key.document,
    part: key.part,
    channel: told.channel,
    partnerId: null,
    locationId: null,
    currency: tenant.currency,
    amountMinor: 0,
    rate: null,
    rateDate: null,
    lines: null,
    attributes: null,
    awards: storedResult(result, { ...told, at: ctx.now, currency: tenant.currency }),
    facts: null,
    purchaseId: null,
    eventAt: ctx.now,
    createdAt: ctx.now,
  };
  const step = {
    bucket,
    memberId,
    from: before,
    to: after,
    reason: "opening",
    effectiveAt: ctx.now,
    createdAt: ctx.now,
  };
  return {
    row,
    record: { ...record, standing },
    tierChange: tier === null ? null : { ...step, id: newId(ctx.now, bucket) },
    event: { id, type: "activity.recorded", bucket, memberId, at: ctx.now, data: { kind: "custom" } },
  };
}

function standingWith({ ctx, tenant, programme }: Scene, { tier }: Opening, record: MemberRecord): Standing | Refusal {
  const facts = { zone: tenant.timezone, enrolledAt: record.facts.enrolledAt, nowMs: ctx.now };
  const standing = standingAt(record.standing, tierListsFor(programme, record.standing.listVersion), facts);
  if (tier === null) return standing;
  if (rankOf(programme.currentTiers, tier.code) < 0) {
    return new Refusal("invalid", `The programme has no tier "${tier.code}".`);
  }
  if (tier.until !== null) return { ...standing, manualTier: tier.code, manualUntil: tier.until };
  return { ...standing, tier: tier.code, since: ctx.now, until: null, next: null };
}

function bookOne(scene: Scene, opening: Opening, lot: Opening["lots"][number]): PointsMoved {
  const { ctx, tenant, book, type } = scene;
  const wallet = { bucket: opening.bucket, memberId: opening.memberId, pointsType: type.pointsType };
  const holding = holdingOf(book, wallet);
  const placed = { funderId: null, bucket: opening.bucket, draws: holding.wallet.draws };
  const today = startOfDate(tenant.timezone, dateIn(tenant.timezone, ctx.now));
  const terms =
    lot.expiresAt === undefined
      ? lotTermsFor(type, { ...placed, zone: tenant.timezone, dayMs: ctx.now })
      : lotTerms(today, earlier(lot.expiresAt, type.closesAt), placed);
  const change = earn(holding, { points: lot.points, counterAccount: "opening", lot: terms }, ctx.now);
  const why = { cause: "opening", causeId: opening.id, partnerId: null, eventAt: ctx.now } as const;
  apply(ctx, book, wallet, { ...change, terms, why });
  return {
    pointsType: type.pointsType,
    points: lot.points,
    lotId: terms.id,
    activatesAt: terms.activatesAt > ctx.now ? terms.activatesAt : null,
    expiresAt: terms.expiresAt,
    total: balanceOf(change.holding.wallet).total,
  };
}

async function write({ ctx, book }: Scene, done: readonly Done[], refused: readonly Opening[]): Promise<void> {
  const tierChanges = done.flatMap(({ tierChange }) => (tierChange === null ? [] : [tierChange]));
  await Promise.all([
    refused.length === 0
      ? undefined
      : releaseActivityKeys(
          ctx,
          refused.map(({ key }) => key),
        ),
    done.length === 0
      ? undefined
      : insertActivities(
          ctx,
          done.map(({ row }) => row),
        ),
    done.length === 0
      ? undefined
      : saveFacts(
          ctx,
          done.map(({ record }) => record),
        ),
    tierChanges.length === 0 ? undefined : insertTierChanges(ctx, tierChanges),
    emit(
      ctx,
      done.map(({ event }) => event),
    ),
  ]);
  post(ctx, book);
}
