// How a member is reached, changed by himself: a code to the new contact shows that it is his, one to a contact that
// was proved before shows that he wants it. Whoever has taken over a phone has only one of the two; afterwards the
// contact before hears of it, every other device is signed out, and points rest for a day.
import { FREEZE_MS } from "@fedele/core/rights.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketOf } from "../../platform/ids.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { endMemberCards } from "./cards.ts";
import { freezeSpending } from "./facts.ts";
import { addIdentity, lookupOf, readIdentityId, removeIdentity, sealed, taken, writeIdentityId } from "./identities.ts";
import { endMemberSessionsOf } from "./memberSessions.ts";
import { getMember, getMemberKey } from "./members.ts";
import { burnCode, isCode, newCode } from "./portalCodes.ts";
import { type Contact, isContact, refuseSpentBudget, type Writing, writeTo } from "./portalContacts.ts";
import { codeWords, plainWords } from "./portalLetters.ts";
import { readerLanguage } from "./portals.ts";

/** How many contacts of one kind a member may have. */
export const CONTACTS_MAX = 5;

type Change = Readonly<{
  tenant: Tenant;
  memberId: string;
  contact: Contact;
  replaces: string | undefined;
  accepts: string | undefined;
  nowMs: number;
}>;

type Home = Writing & Readonly<{ sealer: Sealer }>;
type Known = Contact & Readonly<{ id: string; isVerified: boolean }>;

/** Writes to the new contact, and to one that was proved before, where there is one; says whether there is. */
export async function askToChangeContact(ctx: Ctx, home: Home, change: Change): Promise<{ needsOldCode: boolean }> {
  const { keys } = home;
  const { tenant, contact, accepts, nowMs } = change;
  const { language, known } = await contactsOf(ctx, home.sealer, change.memberId);
  const old = witnessOf(known, change);
  const to = { shop: tenant.name, language: readerLanguage(tenant, { language, accepts }) };
  await refuseSpentBudget(ctx, home, { kind: contact.kind, nowMs });
  const code = await newCode(ctx, keys, toNew(change), nowMs);
  if (code === undefined) throw tooManyToday();
  await writeTo(ctx, home, contact, { kind: "contact_code", ...codeWords("newContact", to, code) });
  if (old === undefined) return { needsOldCode: false };
  await refuseSpentBudget(ctx, home, { kind: old.kind, nowMs });
  const oldCode = await newCode(ctx, keys, toOld(change, old), nowMs);
  if (oldCode === undefined) throw tooManyToday();
  await writeTo(ctx, home, old, { kind: "contact_code", ...codeWords("oldContact", to, oldCode) });
  return { needsOldCode: true };
}

type Proof = Change & Readonly<{ code: string; oldCode: string | undefined; sessionId: string }>;

/**
 * Undefined when a code is wrong: each has counted a try, so the caller commits before refusing. Otherwise what to call
 * once that is committed.
 */
export async function changeContact(ctx: Ctx, home: Home, proof: Proof): Promise<(() => void) | undefined> {
  const { keys, sealer } = home;
  const { memberId, contact, nowMs } = proof;
  const key = await getMemberKey(ctx, sealer, memberId);
  const { language, known } = await contactsOf(ctx, sealer, memberId);
  const old = witnessOf(known, proof);
  const isNewShown = await isCode(ctx, keys, { about: toNew(proof), code: proof.code, nowMs });
  const isOldShown =
    old === undefined || (await isCode(ctx, keys, { about: toOld(proof, old), code: proof.oldCode ?? "", nowMs }));
  if (!isNewShown || !isOldShown) return undefined;

  await burnCode(ctx, keys, toNew(proof), nowMs);
  if (old !== undefined) await burnCode(ctx, keys, toOld(proof, old), nowMs);
  const lookup = { ...lookupOf(keys, contact), memberId };
  if (known.some(({ id }) => id === writeIdentityId(lookup))) throw taken(contact.kind);
  await addIdentity(ctx, sealed(lookup, { key, value: contact.value, verifiedAt: ctx.now, at: ctx.now }));
  const forget =
    proof.replaces === undefined
      ? () => {}
      : await removeIdentity(ctx, { ...readIdentityId(proof.replaces), memberId });
  await endMemberSessionsOf(ctx, memberId, { butId: proof.sessionId, nowMs });
  await endMemberCards(ctx, sealer, memberId);
  // The first contact of all takes nothing from anybody.
  if (old !== undefined) await freezeSpending(ctx, { bucket: bucketOf(memberId), memberId }, ctx.now + FREEZE_MS);
  const to = { shop: proof.tenant.name, language: readerLanguage(proof.tenant, { ...proof, language }) };
  const told = [contact, ...known.filter(({ isVerified }) => isVerified)];
  for (const one of told) await writeTo(ctx, home, one, { kind: "contact_changed", ...plainWords("changed", to) });
  return forget;
}

async function contactsOf(ctx: Ctx, sealer: Sealer, memberId: string) {
  const member = await getMember(ctx, sealer, memberId);
  const known = member.identities.filter(isContact).map(
    (identity): Known => ({
      kind: identity.kind,
      value: identity.value,
      id: writeIdentityId(identity),
      isVerified: identity.verifiedAt !== undefined,
    }),
  );
  return { language: member.language, known };
}

/** Who is asked whether the member wants it: what goes, else an e-mail address, else a phone; undefined: nobody. */
function witnessOf(known: readonly Known[], { contact, replaces }: Change): Known | undefined {
  const replaced = known.find(({ id }) => id === replaces);
  if (replaces !== undefined && replaced?.kind !== contact.kind) {
    throw invalid("replaces", "This is no contact of yours of the same kind.");
  }
  if (replaces === undefined && known.filter(({ kind }) => kind === contact.kind).length >= CONTACTS_MAX) {
    throw new Refusal("conflict", `You have ${CONTACTS_MAX} of these already; put it in another's place.`);
  }
  const proved = known.filter(({ isVerified }) => isVerified);
  if (replaced?.isVerified === true) return replaced;
  return proved.find(({ kind }) => kind === "email") ?? proved[0];
}

function tooManyToday(): Refusal {
  return new Refusal("too_many", "Too many codes were asked for today.", { retryAfterSeconds: 3_600 });
}

function toNew({ memberId, contact, replaces = "" }: Change): string {
  return `contact of ${memberId}: ${contact.kind} ${contact.value} for ${replaces}`;
}

function toOld(change: Change, old: Known): string {
  return `${toNew(change)}, allowed by ${old.id}`;
}
