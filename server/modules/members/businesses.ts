// Members that are businesses: what is known of them, and how they stand under each other.
import { BUSINESS_LEVELS_MAX, whyNotUnder } from "@fedele/core/businesses.ts";
import { type BusinessChange, SUBSIDIARIES_MAX } from "@fedele/sdk/schemas/business.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketWithin } from "../../platform/ids.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { lockedOpenMember, memberWithKey, openedWith } from "./keyring.ts";
import { noSuchMember } from "./members.ts";
import type { BusinessRow } from "./store/businesses.ts";
import * as store from "./store/businesses.ts";
import { findMembers, type PlainMember } from "./store/members.ts";

type Home = Readonly<{ sealer: Sealer; tenant: Tenant }>;

type Details = Readonly<Record<"legalName" | "vatNumber" | "registration", string | null>>;
const noDetails: Details = { legalName: null, vatNumber: null, registration: null };
const LABEL = "business";

export type Business = Omit<BusinessRow, "details"> &
  Details &
  Readonly<{ above: readonly string[]; subsidiaries: readonly string[] }>;

export async function getBusiness(ctx: Ctx, { sealer, tenant }: Home, id: string): Promise<Business> {
  const [{ member, key }, row, subsidiaries] = await Promise.all([
    memberWithKey(ctx, sealer, id),
    store.findBusiness(ctx, id),
    store.findBelow(ctx, [id], { buckets: bucketsOf(tenant), limit: SUBSIDIARIES_MAX }),
  ]);
  refusePerson(member);
  const { details, ...business } = row ?? { memberId: id, parentId: null, accountManager: null, details: null };
  const above = business.parentId === null ? [] : await chainFrom(ctx, business.parentId);
  return { ...business, ...detailsIn(openedWith(key, LABEL, details)), above, subsidiaries };
}

/** Null where the member is a person. */
export async function findBusiness(ctx: Ctx, home: Home, id: string): Promise<Business | null> {
  const [member] = await findMembers(ctx, [id]);
  return member?.kind === "corporate" ? getBusiness(ctx, home, id) : null;
}

/** What is named changes, null empties. */
export async function changeBusiness(ctx: Ctx, home: Home, id: string, change: BusinessChange): Promise<void> {
  const { member, key } = await lockedOpenMember(ctx, home.sealer, id);
  refusePerson(member);
  const parentId = change.parentId === undefined ? undefined : await parentOf(ctx, id, change.parentId);
  if (typeof parentId === "string") await refuseUnder(ctx, home.tenant, id, parentId);
  else await store.ensureBusinesses(ctx, [id]);
  const was = await store.findBusiness(ctx, id);
  const { legalName, vatNumber, registration } = detailsIn(openedWith(key, LABEL, was?.details ?? null));
  const details: Details = {
    legalName: changed(legalName, change.legalName),
    vatNumber: changed(vatNumber, change.vatNumber),
    registration: changed(registration, change.registration),
  };
  await store.saveBusiness(ctx, {
    memberId: id,
    parentId: changed(was?.parentId ?? null, parentId),
    accountManager: changed(was?.accountManager ?? null, change.accountManager),
    details: key.seal(LABEL, JSON.stringify(details)),
  });
}

/** For whoever may have contacts: only a business. */
export function refusePerson({ kind }: Pick<PlainMember, "kind">): void {
  if (kind !== "corporate") throw new Refusal("conflict", "This member is a person, and no business.");
}

async function parentOf(ctx: Ctx, id: string, parentId: string | null): Promise<string | null> {
  if (parentId === null) return null;
  if (parentId === id) throw refusalOf("itself");
  const [parent] = await findMembers(ctx, [parentId]);
  if (parent === undefined) throw noSuchMember();
  refusePerson(parent);
  if (parent.status === "closed") throw new Refusal("conflict", "The business above has left the programme.");
  return parentId;
}

/**
 * All that decides is locked, in one order, and then read again: of two who make a circle together one waits, and
 * sees what the other has done.
 */
async function refuseUnder(ctx: Ctx, tenant: Tenant, id: string, parentId: string): Promise<void> {
  await store.ensureBusinesses(ctx, [id, parentId]);
  const seen = await chainFrom(ctx, parentId);
  await store.lockBusinesses(ctx, [id, ...seen]);
  const above = await chainFrom(ctx, parentId);
  const why = whyNotUnder(id, above, await levelsBelow(ctx, tenant, id));
  if (why !== null) throw refusalOf(why);
  if (above.join() !== seen.join()) {
    throw new Refusal("conflict", "The businesses above are being moved at this moment; look again.");
  }
}

function refusalOf(why: NonNullable<ReturnType<typeof whyNotUnder>>): Refusal {
  switch (why) {
    case "itself":
      return invalid("parentId", "No business stands above itself.");
    case "circle":
      return new Refusal("conflict", "The other business stands below this one; they would stand in a circle.");
    case "too_deep":
      return new Refusal("conflict", `Businesses stand on at most ${BUSINESS_LEVELS_MAX} levels.`);
  }
}

/** A business and those above it, from below. One level more than there may be shows that there are too many. */
async function chainFrom(ctx: Ctx, id: string): Promise<string[]> {
  const chain: string[] = [];
  let next: string | null = id;
  while (next !== null && chain.length <= BUSINESS_LEVELS_MAX) {
    chain.push(next);
    const row: BusinessRow | null = await store.findBusiness(ctx, next);
    next = row?.parentId ?? null;
  }
  return chain;
}

async function levelsBelow(ctx: Ctx, tenant: Tenant, id: string): Promise<number> {
  const place = { buckets: bucketsOf(tenant), limit: LEVEL_MAX };
  let level = [id];
  for (let levels = 0; levels < BUSINESS_LEVELS_MAX; levels += 1) {
    level = await store.findBelow(ctx, level, place);
    if (level.length === 0) return levels;
  }
  return BUSINESS_LEVELS_MAX;
}

/** Of how many businesses of a level those below are looked for. */
const LEVEL_MAX = 10_000;

function detailsIn(text: string | null): Details {
  return text === null ? noDetails : { ...noDetails, ...JSON.parse(text) };
}

function changed(was: string | null, becomes: string | null | undefined): string | null {
  return becomes === undefined ? was : becomes;
}

function bucketsOf({ id, bucketSpan }: Tenant): number[] {
  return Array.from({ length: bucketSpan }, (_, step) => bucketWithin(id, bucketSpan, step));
}
