// A contact as somebody types it into the portal's one field, and what is written to it. Mail goes out; nothing reaches
// phones yet, so what is for one stays in the outbox, marked so.
import type { Ctx } from "../../platform/database/transaction.ts";
import type { Mail } from "../../platform/mail/mail.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { TenantKeys } from "../../platform/sealing.ts";
import { type IdentityValue, identityOf } from "./identityValues.ts";
import { takePhoneMessage } from "./portalCodes.ts";
import type { Words } from "./portalLetters/wording.ts";

export type Contact = IdentityValue & Readonly<{ kind: "email" | "phone" }>;

/** What holds an at sign is an e-mail address, anything else a phone number as one dials it in the country. */
export function contactOf(text: string, country: string | undefined): Contact {
  const kind = text.includes("@") ? "email" : "phone";
  try {
    return { kind, value: identityOf(kind, text, country).value };
  } catch (error) {
    throw error instanceof Refusal ? invalid("contact", error.message) : error;
  }
}

export function isContact<Value extends Readonly<{ kind: string }>>(
  value: Value,
): value is Value & Readonly<{ kind: Contact["kind"] }> {
  return value.kind === "email" || value.kind === "phone";
}

export type Writing = Readonly<{ keys: TenantKeys; mail: Mail }>;

/** Written in the transaction that it belongs to. To a phone goes the subject alone, which says all that is needed. */
export async function writeTo(
  ctx: Ctx,
  { mail }: Pick<Writing, "mail">,
  { kind, value }: Contact,
  letter: Words & Readonly<{ kind: string }>,
): Promise<void> {
  const { subject, text } = letter;
  const to = { name: "", address: value };
  if (kind === "email") await mail.post(ctx, letter.kind, { to, subject, text });
  else await mail.keep(ctx, `${letter.kind}_sms`, { to, subject, text: subject });
}

/** Refuses when the tenant has written to as many phones as a day allows; to whom makes no difference. */
export async function refuseSpentBudget(
  ctx: Ctx,
  { keys }: Pick<Writing, "keys">,
  asked: Readonly<{ kind: Contact["kind"]; nowMs: number }>,
): Promise<void> {
  if (asked.kind === "email" || (await takePhoneMessage(ctx, keys, asked.nowMs))) return;
  throw new Refusal("too_many", "No more codes can be sent to phones today; use an e-mail address.", {
    retryAfterSeconds: 3_600,
  });
}
