// What members agreed to, with the evidence. Every word is added and none is ever changed; the last one holds. To take
// something back is always possible, for whoever is blocked, has left or was erased.
import { isIP } from "node:net";
import { isChildAt } from "@fedele/core/age.ts";
import { type ConsentTopic, consentTopics, currentConsents, isGranted } from "@fedele/core/consents.ts";
import type { NewConsent } from "@fedele/sdk/schemas/consent.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer } from "../../platform/sealing.ts";
import { noSuchMember } from "./members.ts";
import type { Consent } from "./store/consents.ts";
import * as store from "./store/consents.ts";
import { findMembers, lockMember, type SealedMember } from "./store/members.ts";
import { tell } from "./tellings.ts";

export type { Consent } from "./store/consents.ts";

export type ConsentStanding = Readonly<{
  topic: ConsentTopic;
  isGranted: boolean;
  state: Consent["state"] | "never_asked";
  since: number | null;
}>;

/** Writes down what a member said, under an id that a repeat finds again. */
export async function recordConsent(
  ctx: Ctx,
  sealer: Sealer,
  place: { readonly memberId: string; readonly id: string },
  said: NewConsent,
): Promise<Consent> {
  const member = await lockMember(ctx, place.memberId);
  if (member === undefined) throw noSuchMember();
  if (said.state === "granted") refuseGrant(ctx, member, said);
  const confirmed = confirmationOf(ctx, said);
  const consent: Consent = {
    ...place,
    topic: said.topic,
    state: said.state,
    at: momentOf(ctx, "at", said.at) ?? confirmed.confirmedAt ?? ctx.now,
    source: said.source,
    textVersion: said.textVersion ?? null,
    ...confirmed,
    addressHash: said.address === undefined ? null : await hashOf(ctx, sealer, said.address),
    recordedBy: ctx.actor,
    recordedAt: ctx.now,
  };
  await store.insertConsent(ctx, consent);
  await tell(ctx, place.memberId, { type: `consent.${said.state}`, data: { topic: said.topic } });
  return consent;
}

export async function getConsent(ctx: Ctx, memberId: string, id: string): Promise<Consent> {
  const consent = await store.findConsent(ctx, memberId, id);
  if (consent === null) throw new Refusal("not_found", "There is no such consent.");
  return consent;
}

/** What holds of every topic now. */
export async function consentsOf(ctx: Ctx, memberId: string): Promise<ConsentStanding[]> {
  const [[member], words] = await Promise.all([findMembers(ctx, [memberId]), store.findLastWords(ctx, memberId)]);
  if (member === undefined) throw noSuchMember();
  const current = currentConsents(words);
  const isChild = isChildAt(member.adultFrom, ctx.now);
  return consentTopics.map((topic) => {
    const word = current.get(topic);
    const last = { state: word?.state ?? ("never_asked" as const), since: word?.at ?? null };
    return { topic, isGranted: isGranted(word, { isChild }), ...last };
  });
}

/** Which of these members agree to a topic now; of whom somebody else says whether they are of age. */
export async function whoAgrees(
  ctx: Ctx,
  members: readonly Readonly<{ id: string; isChild: boolean }>[],
  topic: ConsentTopic,
): Promise<ReadonlySet<string>> {
  const words = await store.findLastWordsOn(
    ctx,
    members.map(({ id }) => id),
    topic,
  );
  return new Set(members.filter((member) => isGranted(words.get(member.id), member)).map(({ id }) => id));
}

export async function listConsents(
  ctx: Ctx,
  memberId: string,
  page: { before: string | null; limit: number },
): Promise<Consent[]> {
  const [[member], consents] = await Promise.all([
    findMembers(ctx, [memberId]),
    store.listConsents(ctx, memberId, page),
  ]);
  if (member === undefined) throw noSuchMember();
  return consents;
}

function refuseGrant(ctx: Ctx, { status, adultFrom }: SealedMember, { textVersion }: NewConsent): void {
  if (status === "closed") {
    throw new Refusal("conflict", "This membership is closed; nothing can be agreed to any more.");
  }
  if (isChildAt(adultFrom, ctx.now)) {
    throw new Refusal("forbidden", "This member is not of age and cannot agree to marketing.");
  }
  if (textVersion === undefined) {
    throw invalid("textVersion", "Say which text the member agreed to, so that it can be shown later.");
  }
}

function confirmationOf(ctx: Ctx, { doubleOptIn }: NewConsent): Pick<Consent, "askedAt" | "confirmedAt"> {
  const askedAt = momentOf(ctx, "doubleOptIn.askedAt", doubleOptIn?.askedAt);
  const confirmedAt = momentOf(ctx, "doubleOptIn.confirmedAt", doubleOptIn?.confirmedAt);
  if (askedAt !== null && confirmedAt !== null && confirmedAt < askedAt) {
    throw invalid("doubleOptIn.confirmedAt", "Nobody confirms before being asked.");
  }
  return { askedAt, confirmedAt };
}

function momentOf(ctx: Ctx, field: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const at = Date.parse(text);
  if (at <= ctx.now) return at;
  throw invalid(field, "Nobody has said anything in the future.");
}

/** One written form of an address, and its hash: a plain hash of so few addresses would be turned back by trying. */
async function hashOf(ctx: Ctx, sealer: Sealer, address: string): Promise<Buffer> {
  const family = isIP(address);
  if (family === 0) throw invalid("address", "This is not an IP address.");
  const written = new URL(`http://${family === 6 ? `[${address}]` : address}`).hostname;
  return (await sealer.keysOf(ctx)).blindIndex("address", written);
}
