// A member closes his own account: what names him is destroyed, and his points are forfeited. A code that comes to his
// contact stands between an unlocked phone and that; who has no contact needs none.
import type { Ctx } from "../../platform/database/transaction.ts";
import type { Sealer } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { getMember } from "./members.ts";
import { burnCode, isCode, newCode } from "./portalCodes.ts";
import { type Contact, isContact, refuseSpentBudget, type Writing, writeTo } from "./portalContacts.ts";
import { codeWords } from "./portalLetters.ts";
import { readerLanguage } from "./portals.ts";

type Asked = Readonly<{ tenant: Tenant; memberId: string; accepts: string | undefined; nowMs: number }>;

/** Writes to the member; says whether there was where to. */
export async function askToClose(
  ctx: Ctx,
  home: Writing & Readonly<{ sealer: Sealer }>,
  { tenant, memberId, accepts, nowMs }: Asked,
): Promise<{ isNeeded: boolean }> {
  const { language, contact } = await contactOfMember(ctx, home.sealer, memberId);
  if (contact === undefined) return { isNeeded: false };
  await refuseSpentBudget(ctx, home, { kind: contact.kind, nowMs });
  const code = await newCode(ctx, home.keys, closing(memberId), nowMs);
  if (code === undefined) return { isNeeded: true };
  const to = { shop: tenant.name, language: readerLanguage(tenant, { language, accepts }) };
  await writeTo(ctx, home, contact, { kind: "closure_code", ...codeWords("leaving", to, code) });
  return { isNeeded: true };
}

/** Whether the member may be let go by this code. A wrong one is counted, so the caller commits before refusing. */
export async function mayClose(
  ctx: Ctx,
  { keys, sealer }: Pick<Writing, "keys"> & Readonly<{ sealer: Sealer }>,
  shown: Readonly<{ memberId: string; code: string | undefined; nowMs: number }>,
): Promise<boolean> {
  const { memberId, code = "", nowMs } = shown;
  const { contact } = await contactOfMember(ctx, sealer, memberId);
  if (contact === undefined) return true;
  const about = closing(memberId);
  if (!(await isCode(ctx, keys, { about, code, nowMs }))) return false;
  await burnCode(ctx, keys, about, nowMs);
  return true;
}

/** One that was proved: an e-mail address before a phone. */
async function contactOfMember(ctx: Ctx, sealer: Sealer, memberId: string) {
  const { language, identities } = await getMember(ctx, sealer, memberId);
  const proved = identities.filter(isContact).filter(({ verifiedAt }) => verifiedAt !== undefined);
  const contact: Contact | undefined = proved.find(({ kind }) => kind === "email") ?? proved[0];
  return { language, contact };
}

function closing(memberId: string): string {
  return `closing ${memberId}`;
}
