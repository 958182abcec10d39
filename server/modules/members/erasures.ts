// Whoever asks to be forgotten is: the key that sealed what named them is destroyed, and with it whatever could find
// them. Numbers stay, under an id that leads to nobody.
import type { ErasureReason } from "@fedele/sdk/schemas/erasure.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import type { Claim } from "../../platform/idempotency.ts";
import { bucketOf, newId } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { emit } from "../../platform/outbox.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { findFacts } from "./facts.ts";
import { forgetLookups } from "./identities.ts";
import { noSuchMember } from "./members.ts";
import { forgetName } from "./names.ts";
import * as store from "./store/erasures.ts";
import { deleteLookups, findIdentities, type Lookup } from "./store/identities.ts";
import { lockMember, type SealedMember } from "./store/members.ts";
import { findMergedInto } from "./store/merges.ts";

export { type ErasurePlace, type ErasureRow, listAllErasures, listErasures } from "./store/erasures.ts";

/** The postings of erasures are a lane of their own, so that they wait for nobody's slots. */
const ERASURE_LANE = 67;

export type AskedErasure = Readonly<{ memberId: string; reason: ErasureReason; heirId: string | null }>;

/** What a higher module needs to know to erase what it has of a member. */
export type Erasing = AskedErasure &
  Readonly<{ bucket: number; tenant: Tenant; claim: Claim; identityHashes: readonly Buffer[] }>;

/**
 * A higher module's share of an erasure, in the same transaction. They are called from the highest module down, which
 * is the order of the locks.
 */
export type ErasingPart = (ctx: LaneCtx, erasing: Erasing) => Promise<void>;

/** `isRestored`: the rows may be older than the list of erasures, which then says what is to be done once more. */
type How = Readonly<{ tenant: Tenant; claim: Claim; parts: readonly ErasingPart[]; isRestored?: boolean }>;

/**
 * Erases a member; whoever was erased already stays so. `done` is to be called once that is committed, so that this
 * process forgets too.
 */
export async function eraseMember(
  ctx: Ctx,
  asked: AskedErasure,
  how: How,
): Promise<{ erasure: store.ErasureRow; isNew: boolean; done: () => void }> {
  const { memberId, reason, heirId } = asked;
  const member = await lockMember(ctx, memberId);
  if (member === undefined) throw noSuchMember();
  const [before] = await store.findErasures(ctx, [memberId]);
  const isDone = how.isRestored !== true || isForgotten(member);
  if (before !== undefined && isDone) return { erasure: before, isNew: false, done: () => {} };
  if (member.mergedInto !== undefined) {
    throw new Refusal("conflict", "This member was merged into another; erase that one, and both are.");
  }
  if (heirId !== null) await refuseUnfitHeir(ctx, memberId, heirId);

  for (const earlierId of await everybodyWithin(ctx, memberId)) {
    await lockMember(ctx, earlierId);
    await eraseOne(ctx, { memberId: earlierId, reason, heirId: null }, how);
  }
  const { erasure, identities } = await eraseOne(ctx, asked, how);
  return { erasure, isNew: true, done: () => forgetLookups(ctx, identities) };
}

function isForgotten({ status, personal, wrappedKey }: SealedMember): boolean {
  return status === "closed" && personal === undefined && wrappedKey === undefined;
}

/** Who was merged into the member is the same person, and so is who was merged into them. */
async function everybodyWithin(ctx: Ctx, memberId: string): Promise<string[]> {
  const ids: string[] = [];
  const unasked = [memberId];
  for (let id = unasked.pop(); id !== undefined; id = unasked.pop()) {
    const merged = await findMergedInto(ctx, id);
    ids.push(...merged);
    unasked.push(...merged);
  }
  return ids;
}

async function eraseOne(
  ctx: Ctx,
  asked: AskedErasure,
  { tenant, claim, parts }: How,
): Promise<{ erasure: store.ErasureRow; identities: readonly Lookup[] }> {
  const { memberId, reason, heirId } = asked;
  const identities = await findIdentities(ctx, [memberId]);
  const identityHashes = identities.map(({ valueHash }) => valueHash);
  const erasing = { ...asked, bucket: bucketOf(memberId), tenant, claim, identityHashes };
  for (const part of parts) await part({ ...ctx, lane: ERASURE_LANE }, erasing);

  const erasure = { memberId, reason, heirId, actor: ctx.actor, createdAt: ctx.now };
  await Promise.all([
    identities.length === 0 ? undefined : deleteLookups(ctx, identities),
    store.forgetMember(ctx, memberId),
    forgetName(ctx, memberId),
    store.insertErasure(ctx, erasure),
    emit(ctx, [memberErased(ctx, memberId)]),
  ]);
  return { erasure, identities };
}

/** Points go only to somebody who can take them; a stranger hears no more than that. */
async function refuseUnfitHeir(ctx: Ctx, memberId: string, heirId: string): Promise<void> {
  if (heirId === memberId) {
    throw new Refusal("invalid", "Whoever is erased cannot be the heir.", { field: "heirId" });
  }
  const heir = await findFacts(ctx, { bucket: bucketOf(heirId), memberId: heirId });
  if (heir === null) throw noSuchMember();
  const { status } = heir.facts;
  if (status === "active" || status === "earn_only") return;
  throw new Refusal("conflict", "The heir is blocked or has left the programme, and can be given no points.");
}

function memberErased(ctx: Ctx, memberId: string) {
  const bucket = bucketOf(memberId);
  return { id: newId(ctx.now, bucket), type: "member.erased", bucket, memberId, at: ctx.now, data: {} };
}

/** Those among the members who were erased. */
export async function erasedAmong(ctx: Ctx, memberIds: readonly string[]): Promise<Set<string>> {
  const erasures = memberIds.length === 0 ? [] : await store.findErasures(ctx, memberIds);
  return new Set(erasures.map(({ memberId }) => memberId));
}
