// A merge was a mistake: two people are two again. Whatever the journal says stood there before comes back, unless it
// has changed since; what happened after the merge stays with the one who stayed.
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketOf, newId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer, TenantKeys } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { lockFacts } from "./facts.ts";
import { forgetLookups } from "./identities.ts";
import { erased, keyOf, noSuchMember, personalOf } from "./members.ts";
import { type Journal, MERGE_LANE, type MergingPart, moveIdentities, placeOf } from "./merges.ts";
import { indexNames } from "./names.ts";
import { findConsent, findLastWords, insertConsent } from "./store/consents.ts";
import { findIdentities, type Lookup } from "./store/identities.ts";
import { lockMember, type SealedMember } from "./store/members.ts";
import * as store from "./store/merges.ts";
import { tell } from "./tellings.ts";

type How = Readonly<{ sealer: Sealer; tenant: Tenant; parts: readonly MergingPart[] }>;

/** Undoes a merge. `done` is to be called once that is committed. */
export async function reverseMerge(
  ctx: Ctx,
  { fromId, intoId }: { readonly fromId: string; readonly intoId: string },
  { sealer, tenant, parts }: How,
): Promise<{ merge: store.MergeRow; done: () => void }> {
  const keys = await sealer.keysOf(ctx);
  const { from, into } = await lockBoth(ctx, fromId, intoId);
  const merge = await store.findMerge(ctx, fromId);
  if (merge === undefined || merge.intoId !== intoId) throw noSuchMerge();
  if (merge.reversedAt !== null) throw new Refusal("conflict", "This merge was undone already.");
  if (into.mergedInto !== undefined) {
    throw new Refusal("conflict", "Whoever stayed was merged into another since; undo that merge first.");
  }
  if (into.wrappedKey === undefined || from.wrappedKey === undefined) throw erased();
  if (into.status === "closed") throw new Refusal("conflict", "Whoever stayed has left the programme.");
  const journal = wholeJournal(await store.findJournal<Journal>(ctx, fromId));

  const lane = { ...ctx, lane: MERGE_LANE };
  const parting = { from: placeOf(fromId), into: placeOf(intoId), tenant, mergedAt: merge.createdAt, journal };
  await lockFacts(ctx, [parting.from, parting.into]);
  for (const part of parts) await part.part?.(lane, parting);

  await store.bringBack(ctx, fromId, journal.status);
  const identities = await returnIdentities(ctx, keys, { journal, from, into });
  await returnConsents(ctx, journal, intoId);
  const key = keyOf(keys, from);
  if (key !== undefined) await indexNames(ctx, keys, [{ id: fromId, name: personalOf(from, key).name }]);
  await store.markReversed(ctx, fromId);
  await tell(ctx, intoId, { type: "member.merge_reversed", data: { fromId } });
  return { merge: { ...merge, reversedAt: ctx.now }, done: () => forgetLookups(ctx, identities) };
}

/** Both rows in the order in which a merge locks them. */
async function lockBoth(ctx: Ctx, fromId: string, intoId: string): Promise<{ from: SealedMember; into: SealedMember }> {
  const locked = new Map<string, SealedMember>();
  for (const id of [fromId, intoId].sort((a, b) => bucketOf(a) - bucketOf(b) || (a < b ? -1 : 1))) {
    const member = await lockMember(ctx, id);
    if (member !== undefined) locked.set(id, member);
  }
  const [from, into] = [locked.get(fromId), locked.get(intoId)];
  if (from === undefined || into === undefined) throw noSuchMember();
  return { from, into };
}

/** Merges of before there was a journal say too little. */
function wholeJournal(journal: Partial<Journal>): Journal {
  const { status, counters, standing, identities, consents, survivor, debts } = journal;
  const isWhole =
    status !== undefined &&
    counters !== undefined &&
    standing !== undefined &&
    identities !== undefined &&
    consents !== undefined &&
    survivor !== undefined &&
    debts !== undefined;
  if (isWhole) return { status, counters, standing, identities, consents, survivor, debts };
  throw new Refusal("conflict", "Too little was written down when these two were merged; it cannot be undone.");
}

/** Those that the survivor still has go back; one that was taken away since is nobody's. */
async function returnIdentities(
  ctx: Ctx,
  keys: TenantKeys,
  { journal, from, into }: { journal: Journal; from: SealedMember; into: SealedMember },
): Promise<readonly Lookup[]> {
  const brought = new Set(journal.identities.map(([kind, hash]) => `${kind} ${hash}`));
  const identities = (await findIdentities(ctx, [into.id])).filter(({ kind, valueHash }) =>
    brought.has(`${kind} ${valueHash.toString("base64url")}`),
  );
  if (identities.length === 0) return [];
  await moveIdentities(ctx, keys, { identities, from: into, into: from });
  await store.removeIdentities(ctx, into.id, identities);
  return identities;
}

/**
 * Nobody can unsay what was written down. Where the survivor has said nothing since, what they had said before is said
 * again now; who had said nothing and was taken to agree, agrees no more.
 */
async function returnConsents(ctx: Ctx, { consents }: Journal, intoId: string): Promise<void> {
  if (consents.length === 0) return;
  const lastWords = new Map((await findLastWords(ctx, intoId)).map((said) => [said.topic, said]));
  for (const { topic, id, beforeId } of consents) {
    const last = lastWords.get(topic);
    if (last?.id !== id) continue;
    const before = beforeId === null ? null : await findConsent(ctx, intoId, beforeId);
    if (before === null && last.state === "withdrawn") continue;
    const said = before ?? { ...last, state: "withdrawn" as const };
    const again = { id: newId(ctx.now, bucketOf(intoId)), recordedBy: ctx.actor, recordedAt: ctx.now };
    await insertConsent(ctx, { ...said, ...again, memberId: intoId, at: ctx.now });
  }
}

function noSuchMerge(): Refusal {
  return new Refusal("not_found", "The one was not merged into the other.");
}
