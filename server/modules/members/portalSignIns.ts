// Members sign in with a code that comes to a contact of theirs, and who is none joins by the same code where the
// tenant lets people. Before the code nothing that is said, done or waited for tells whether somebody is a member. By
// the wall clock.
import type { NewPortalSignIn, PortalSettings } from "@fedele/sdk/schemas/portal.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketOf, newId } from "../../platform/ids.ts";
import { invalid } from "../../platform/places.ts";
import type { Sealer } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { recordConsent } from "./consents.ts";
import { findIdentity, lookupOf, verifyIdentity } from "./identities.ts";
import { type OpenMemberSession, openMemberSession } from "./memberSessions.ts";
import { enrolMember, newMemberId } from "./members.ts";
import { burnCode, isCode, newCode } from "./portalCodes.ts";
import { type Contact, refuseSpentBudget, type Writing, writeTo } from "./portalContacts.ts";
import { codeWords, plainWords } from "./portalLetters.ts";
import { getPortalSettings, readerLanguage } from "./portals.ts";
import { findLookups } from "./store/identities.ts";
import { findStanding, type SignInStanding } from "./store/memberSessions.ts";
import { insertAcceptance } from "./store/portals.ts";

type Asked = Readonly<{ tenant: Tenant; contact: Contact; accepts: string | undefined; nowMs: number }>;

/**
 * Writes to the contact: the code, or that there is nothing to sign in to. Whoever asks, the same statements are made;
 * an answer that came sooner would tell.
 */
export async function askForPortalCode(ctx: Ctx, writing: Writing, asked: Asked): Promise<void> {
  const { tenant, contact, accepts, nowMs } = asked;
  const { keys } = writing;
  const [settings, [owned]] = await Promise.all([getPortalSettings(ctx), findLookups(ctx, [lookupOf(keys, contact)])]);
  const standing = await findStanding(ctx, owned?.memberId ?? newMemberId(tenant, ctx.now));
  await refuseSpentBudget(ctx, writing, { kind: contact.kind, nowMs });
  const code = await newCode(ctx, keys, signingIn(contact), nowMs);
  if (code === undefined) return;
  const language = readerLanguage(tenant, { language: standing?.language ?? undefined, accepts });
  const to = { shop: tenant.name, language };
  const words = codeWords("code", to, code);
  await writeTo(ctx, writing, contact, { kind: "portal_code", ...(unlessMeant(settings, standing, to) ?? words) });
}

/** What is said instead of a code; undefined where the code is meant. */
function unlessMeant(
  { mayJoin }: PortalSettings,
  standing: SignInStanding | undefined,
  to: Parameters<typeof plainWords>[1],
) {
  if (standing === undefined) return mayJoin ? undefined : plainWords("unknown", to);
  return standing.isKeptOut ? plainWords("blocked", to) : undefined;
}

type Shown = Asked & Readonly<{ code: string; join: NewPortalSignIn["join"]; device: string }>;

/** `wrong` has counted a try, so the caller commits before refusing. */
export type SignInOutcome =
  | Readonly<{ state: "wrong" }>
  | Readonly<{ state: "join_due" }>
  | Readonly<{ state: "signed_in"; session: OpenMemberSession; isNew: boolean }>;

export async function signInMember(
  ctx: Ctx,
  { sealer }: Readonly<{ sealer: Sealer }>,
  shown: Shown,
): Promise<SignInOutcome> {
  const { contact, code, device, nowMs } = shown;
  const keys = await sealer.keysOf(ctx);
  const about = signingIn(contact);
  if (!(await isCode(ctx, keys, { about, code, nowMs }))) return { state: "wrong" };
  const lookup = lookupOf(keys, contact);
  const [owned] = await findLookups(ctx, [lookup]);
  if (owned === undefined) return join(ctx, sealer, shown);

  const { memberId } = owned;
  const standing = await findStanding(ctx, memberId);
  if (standing === undefined || standing.isKeptOut) return { state: "wrong" };
  await burnCode(ctx, keys, about, nowMs);
  const identity = await findIdentity(ctx, owned);
  if (identity !== undefined && identity.verifiedAt === undefined) await verifyIdentity(ctx, owned, ctx.now);
  return { state: "signed_in", session: await openMemberSession(ctx, { memberId, device, nowMs }), isNew: false };
}

/** The code has shown whose the contact is; until it is known what they agree to, it stays good. */
async function join(ctx: Ctx, sealer: Sealer, shown: Shown): Promise<SignInOutcome> {
  const { tenant, contact, join: asked, device, nowMs } = shown;
  const settings = await getPortalSettings(ctx);
  if (!settings.mayJoin) return { state: "wrong" };
  if (asked === undefined) return { state: "join_due" };
  const { terms, birthday } = settings;
  if (terms !== null && asked.termsVersion !== terms.version) {
    throw invalid("join.termsVersion", "Show the terms as they are now, and say which version was agreed to.");
  }
  if (asked.birthDate !== undefined && birthday === "never") {
    throw invalid("join.birthDate", "This programme does not ask when members were born.");
  }

  const memberId = newMemberId(tenant, ctx.now);
  const { name, birthDate } = asked;
  await enrolMember(
    ctx,
    { sealer, tenant },
    {
      id: memberId,
      language: readerLanguage(tenant, shown),
      ...(name === undefined ? {} : { name }),
      ...(birthDate === undefined ? {} : { birthDate }),
      identities: [{ ...contact, verified: true }],
    },
  );
  if (terms !== null) await insertAcceptance(ctx, memberId, terms.version);
  for (const { topic, version } of asked.consents ?? []) {
    refuseOtherText(settings, { topic, version }, "join.consents");
    const id = newId(ctx.now, bucketOf(memberId));
    const said = { topic, state: "granted", source: "form", textVersion: version } as const;
    await recordConsent(ctx, sealer, { memberId, id }, said);
  }
  await burnCode(ctx, await sealer.keysOf(ctx), signingIn(contact), nowMs);
  return { state: "signed_in", session: await openMemberSession(ctx, { memberId, device, nowMs }), isNew: true };
}

/** Nobody agrees to a text that was not shown. */
export function refuseOtherText(
  { consents }: PortalSettings,
  said: Readonly<{ topic: string; version: string | undefined }>,
  field: string,
): void {
  if (consents.some(({ topic, version }) => topic === said.topic && version === said.version)) return;
  throw invalid(field, "Show the text as it is now, and say which version was agreed to.");
}

function signingIn({ kind, value }: Contact): string {
  return `sign in ${kind} ${value}`;
}
