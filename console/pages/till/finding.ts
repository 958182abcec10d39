// Who stands at the till: what was typed or scanned, and whom it leads to.

import { readCardCode } from "@fedele/core/cardCodes.ts";
import { parseRewardCode } from "@fedele/core/rewardCodes.ts";
import { answered, type Browser, Refusal } from "@fedele/sdk/browser.ts";
import type { MemberReference } from "@fedele/sdk/schemas/activity.ts";
import type { ListedMember } from "@fedele/sdk/schemas/memberTable.ts";
import { PROOF_MINUTES } from "@fedele/sdk/schemas/proof.ts";
import type { Customer } from "./till.ts";

export type Sought =
  | { readonly kind: "card"; readonly qr: string }
  /** Somebody who is known; `wants`: the reward that they showed. */
  | { readonly kind: "member"; readonly id: string; readonly wants?: string }
  | { readonly kind: "email" | "phone" | "code" | "name"; readonly text: string };

const PHONE_DIGITS_MIN = 6;
const PHONE_DIGITS_MAX = 15;
const CANDIDATES_MAX = 8;

/** What was meant. What a scanner typed is never a name. */
export function soughtIn(typed: string, { isScanned = false } = {}): Sought {
  const text = typed.trim();
  if (readCardCode(text) !== null) return { kind: "card", qr: text.toUpperCase() };
  const shown = parseRewardCode(text);
  if (shown !== null) return { kind: "member", id: shown.memberId, wants: shown.issuedRewardId };
  if (text.includes("@")) return { kind: "email", text };
  const digits = text.replaceAll(/\D/g, "").length;
  const isPhone = /^\+?[\d\s()./-]+$/.test(text) && digits >= PHONE_DIGITS_MIN && digits <= PHONE_DIGITS_MAX;
  if (isPhone) return { kind: "phone", text };
  return { kind: isScanned || /\d/.test(text) ? "code" : "name", text };
}

export type Found =
  | { readonly kind: "one"; readonly customer: Customer }
  | { readonly kind: "several"; readonly candidates: readonly ListedMember[] }
  /** Nobody has this phone number: they may join with it. */
  | { readonly kind: "newcomer"; readonly phone: string }
  | { readonly kind: "nobody" };

/** Asks the API whom it leads to. Throws what is refused, and that nobody could be asked. */
export async function find(api: Browser, sought: Sought): Promise<Found> {
  if (sought.kind === "card") return proved(api, sought.qr);
  if (sought.kind === "member") return known(api, sought);
  const { kind, text } = sought;
  if (kind === "name") return named(api, text);
  if (kind === "email") return (await lookUp(api, { email: text }, text)) ?? { kind: "nobody" };
  // A number may stand on a card as well; as a phone number it is dialled in the shop's country.
  const asPhone = kind === "phone" ? await lookUp(api, { phone: text }, text) : null;
  const found = asPhone ?? (await lookUp(api, { qr: text }, text)) ?? (await lookUp(api, { number: text }, text));
  if (found !== null) return found;
  return kind === "phone" ? { kind: "newcomer", phone: text } : { kind: "nobody" };
}

/** The changing code of the member's own device: who shows it may also use points. */
async function proved(api: Browser, qr: string): Promise<Found> {
  const { memberId, name } = await answered(api.POST("/v1/spending-proofs", { body: { qr } }));
  const one = await lookUp(api, { id: memberId }, name ?? "");
  if (one?.kind !== "one") return { kind: "nobody" };
  return { kind: "one", customer: { ...one.customer, qr, provedUntil: proofEnd() } };
}

/** By the clock of this device, whatever the server's shows: what was shown a moment ago is as good as that long. */
export function proofEnd(): number {
  return Date.now() + PROOF_MINUTES * 60_000;
}

async function known(api: Browser, { id, wants }: { id: string; wants?: string }): Promise<Found> {
  const one = await lookUp(api, { id }, "");
  if (one?.kind !== "one") return { kind: "nobody" };
  return { kind: "one", customer: { ...one.customer, ...(wants === undefined ? {} : { wants }) } };
}

async function lookUp(api: Browser, reference: MemberReference, typed: string): Promise<Found | null> {
  try {
    const found = await answered(api.POST("/v1/member-lookups", { body: reference }));
    const { memberId: id, shownName, needsProof } = found;
    return { kind: "one", customer: { reference: { id }, id, shownName, typed, needsProof } };
  } catch (error) {
    if (error instanceof Refusal && (error.code === "not_found" || error.code === "invalid")) return null;
    throw error;
  }
}

async function named(api: Browser, search: string): Promise<Found> {
  const { items } = await answered(api.GET("/v1/members", { params: { query: { search, limit: CANDIDATES_MAX } } }));
  return items.length === 0 ? { kind: "nobody" } : { kind: "several", candidates: items };
}

/** Without a network nobody can be asked: whoever it is, the sale names them as they were typed or scanned. */
export function unasked(sought: Sought): Customer | null {
  switch (sought.kind) {
    case "email":
      return { reference: { email: sought.text }, shownName: null, typed: sought.text };
    case "phone":
      return { reference: { phone: sought.text }, shownName: null, typed: sought.text };
    case "code":
      return { reference: { qr: sought.text }, shownName: null, typed: sought.text };
    default:
      return null;
  }
}

/** The first name and an initial, as the API shows whoever was only typed. */
export function shortName(name: string | undefined): string | null {
  const [first, ...others] = (name ?? "").trim().split(/\s+/);
  if (first === undefined || first === "") return null;
  const initial = [...(others.at(-1) ?? "")][0];
  return initial === undefined ? first : `${first} ${initial}.`;
}

/** The end of a phone number or address: enough to tell two of one name apart. */
export function endOf({ identities }: Pick<ListedMember, "identities">): string {
  const known = identities.find(({ kind }) => kind === "phone") ?? identities[0];
  if (known === undefined) return "";
  const END_LETTERS = 3;
  return known.kind === "email" ? known.value.replace(/^(.).*@/, "$1…@") : `…${known.value.slice(-END_LETTERS)}`;
}
