// Two members turn out to be one person: one stays, the other's membership ends and leads to the first. Nobody is
// merged because they look alike; somebody says so.
import { type ConsentTopic, currentConsents, stricterConsent } from "@fedele/core/consents.ts";
import { type Counters, countersOf } from "@fedele/core/merging.ts";
import type { Standing } from "@fedele/core/tiers.ts";
import type { IdentityKind } from "@fedele/sdk/schemas/member.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import type { Claim } from "../../platform/idempotency.ts";
import { bucketOf, newId } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer, TenantKeys } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { lockFacts, type MemberRecord } from "./facts.ts";
import { forgetLookups, opened, sealed } from "./identities.ts";
import { erased, keyOf, noSuchMember } from "./members.ts";
import { forgetName } from "./names.ts";
import { findLastWords, insertConsent } from "./store/consents.ts";
import { findIdentities, insertIdentities, type SealedIdentity } from "./store/identities.ts";
import { lockMember, type SealedMember } from "./store/members.ts";
import * as store from "./store/merges.ts";
import { tell } from "./tellings.ts";

/** The postings of merges are a lane of their own, so that they wait for nobody's slots. */
export const MERGE_LANE = 68;

type MemberKey = Readonly<{ bucket: number; memberId: string }>;

/** `from` ends and leads to `into`. */
export type Merging = Readonly<{ from: MemberKey; into: MemberKey; tenant: Tenant; claim: Claim }>;

/** What stood there before a merge, as numbers, hashes and ids: enough to undo it. Each module writes its share. */
export type Journal = Readonly<{
  /** Of the one who ended. */
  status: MemberRecord["facts"]["status"];
  counters: Counters;
  standing: Standing;
  identities: readonly (readonly [IdentityKind, string])[];
  /** What the one who stayed said after the merge in words of the other, and what they had said before. */
  consents: readonly Readonly<{ topic: ConsentTopic; id: string; beforeId: string | null }>[];
  /** Of the one who stayed: before, and what the merge made of it. */
  survivor: Readonly<{ before: Progress; after: Progress }>;
  /** Transfers by which the one who stayed paid off what the other owed. */
  debts: readonly string[];
}>;

/** How far a member had come. */
export type Progress = Readonly<{
  standing: Standing;
  firstPurchaseAt: number | null;
  lastPurchaseAt: number | null;
  lastActivityAt: number | null;
}>;

/**
 * A higher module's share of a merge, in the same transaction; both members are locked. Called from the highest module
 * down. Points do not go with it: they travel as a transfer does.
 */
export type MergingPart = Readonly<{
  /** What must be locked before the members are. */
  lock?(ctx: LaneCtx, merging: Merging): Promise<void>;
  merge(ctx: LaneCtx, merging: Merging): Promise<Pick<Journal, "survivor"> | Pick<Journal, "debts"> | undefined>;
  /** Its share of undoing one. */
  part?(ctx: LaneCtx, parting: Parting): Promise<void>;
}>;

/** `from` is a member of their own again. */
export type Parting = Pick<Merging, "from" | "into" | "tenant"> & Readonly<{ mergedAt: number; journal: Journal }>;

type How = Readonly<{ sealer: Sealer; tenant: Tenant; claim: Claim; parts: readonly MergingPart[] }>;

/** Merges one member into another. `done` is to be called once that is committed. */
export async function mergeMembers(
  ctx: Ctx,
  { fromId, intoId }: { readonly fromId: string; readonly intoId: string },
  { sealer, tenant, claim, parts }: How,
): Promise<{ merge: store.MergeRow; done: () => void }> {
  if (fromId === intoId) {
    throw new Refusal("invalid", "A member cannot be merged into themselves.", { field: "fromId" });
  }
  const keys = await sealer.keysOf(ctx);
  const { from, into } = await lockBoth(ctx, fromId, intoId);
  const lane = { ...ctx, lane: MERGE_LANE };
  const merging = { from: placeOf(fromId), into: placeOf(intoId), tenant, claim };
  for (const part of parts) await part.lock?.(lane, merging);
  const [record] = (await lockFacts(ctx, [merging.from, merging.into])).filter(({ memberId }) => memberId === fromId);
  const shares: (Partial<Journal> | undefined)[] = [];
  for (const part of parts) shares.push(await part.merge(lane, merging));

  const identities = await findIdentities(ctx, [fromId]);
  const merge = { memberId: fromId, intoId, createdAt: ctx.now, reversedAt: null };
  const own = {
    status: from.status,
    ...(record === undefined ? {} : { counters: countersOf(record.facts), standing: record.standing }),
    identities: identities.map(({ kind, valueHash }) => [kind, valueHash.toString("base64url")] as const),
  };
  await Promise.all([store.sendOn(ctx, fromId, intoId), forgetName(ctx, fromId)]);
  if (identities.length > 0) await moveIdentities(ctx, keys, { identities, from, into });
  const consents = await keepStricterConsents(ctx, fromId, intoId);
  await store.insertMerge(ctx, merge, Object.assign({ ...own, consents }, ...shares));
  await tell(ctx, intoId, { type: "member.merged", data: { fromId } });
  return { merge, done: () => forgetLookups(ctx, identities) };
}

export { listMergesInto } from "./store/merges.ts";

/** Where a merge that was done before led to; refuses where there was none. */
export async function getMerge(ctx: Ctx, memberId: string): Promise<store.MergeRow> {
  const merge = await store.findMerge(ctx, memberId);
  if (merge === undefined) throw new Refusal("not_found", "This member was merged into nobody.");
  return merge;
}

export function placeOf(memberId: string): MemberKey {
  return { memberId, bucket: bucketOf(memberId) };
}

/** Both rows in one order, so that A into B and B into A wait for each other and one of them finds the other done. */
async function lockBoth(ctx: Ctx, fromId: string, intoId: string) {
  const locked = new Map<string, SealedMember>();
  for (const id of [fromId, intoId].sort((a, b) => bucketOf(a) - bucketOf(b) || (a < b ? -1 : 1))) {
    const member = await lockMember(ctx, id);
    if (member !== undefined) locked.set(id, member);
  }
  const [from, into] = [locked.get(fromId), locked.get(intoId)];
  if (from === undefined || into === undefined) throw noSuchMember();
  for (const member of [from, into]) {
    if (member.wrappedKey === undefined) throw erased();
    if (member.mergedInto !== undefined)
      throw new Refusal("conflict", "One of the two was merged into another already.");
    if (member.status === "closed") throw new Refusal("conflict", "One of the two has left the programme.");
  }
  if (from.status !== "active" && from.status !== into.status) {
    throw new Refusal("conflict", "The member who would end is blocked; lift the block, or block the other as well.");
  }
  if (from.kind !== into.kind) throw new Refusal("conflict", "A person and a company cannot be one member.");
  return { from, into };
}

/** Sealed anew under the key of the one who has them from now on. */
export async function moveIdentities(
  ctx: Ctx,
  keys: TenantKeys,
  { identities, from, into }: { identities: readonly SealedIdentity[]; from: SealedMember; into: SealedMember },
): Promise<void> {
  const [oldKey, newKey] = [keyOf(keys, from), keyOf(keys, into)];
  if (oldKey === undefined || newKey === undefined) throw erased();
  const moved = identities.map((identity) => {
    const { kind, valueHash, value, verifiedAt, createdAt } = opened(identity, oldKey);
    return sealed({ kind, valueHash, memberId: into.id }, { key: newKey, value, verifiedAt, at: createdAt });
  });
  await Promise.all([insertIdentities(ctx, moved), store.moveLookups(ctx, identities, into.id)]);
}

/** A withdrawal by either counts for both, whatever the other said later; what only the other said holds on. */
async function keepStricterConsents(ctx: Ctx, fromId: string, intoId: string): Promise<Journal["consents"]> {
  const kept: Journal["consents"][number][] = [];
  const [theirs, own] = await Promise.all([findLastWords(ctx, fromId), findLastWords(ctx, intoId)]);
  const mine = currentConsents(own);
  for (const [topic, consent] of currentConsents(theirs)) {
    const held = mine.get(topic);
    if (held?.state === consent.state || stricterConsent(held, consent) !== consent) continue;
    const at = held === undefined ? consent.at : ctx.now;
    const id = newId(ctx.now, bucketOf(intoId));
    await insertConsent(ctx, { ...consent, id, memberId: intoId, at });
    kept.push({ topic, id, beforeId: held?.id ?? null });
  }
  return kept;
}
