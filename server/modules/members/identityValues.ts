// One written form for everything that finds a member, so that the same mailbox, line or card is the same identity
// however it was typed. What cannot be one is refused.
import { type IdentityKind, identityKinds } from "@fedele/sdk/schemas/member.ts";
import {
  type CountryCode,
  isSupportedCountry,
  type NumberType,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";
import { emailAddressOf } from "../../platform/mail/addresses.ts";
import { Refusal } from "../../platform/refusal.ts";

/** Only `identityOf` makes one. */
export type IdentityValue = { readonly kind: IdentityKind; readonly value: string };

export const CODE_CHARS_MAX = 64;
const PHONE_CHARS_MAX = 40;

/** Characters that are not seen: controls, zero-width, direction overrides, private use, unassigned. */
const unseen = /[\p{C}\p{Zl}\p{Zp}]/u;
/** Numbers that cost the caller or answer nobody. */
const costly = new Set<NumberType>(["PREMIUM_RATE", "SHARED_COST", "UAN", "PAGER", "VOICEMAIL"]);

/** The one written form, or a refusal that says what is expected. `country` reads local phone numbers. */
export function identityOf(kind: IdentityKind, text: string, country: string | undefined): IdentityValue {
  switch (kind) {
    case "email":
      return { kind, value: emailAddressOf(text) };
    case "phone":
      return { kind, value: phoneOf(text, country) };
    case "qr":
    case "number":
      return { kind, value: codeOf(kind, text) };
    case "card":
      return { kind, value: cardOf(text) };
  }
}

/** Whatever a text that somebody typed can be an identity as. */
export function identitiesLike(text: string, country: string | undefined): IdentityValue[] {
  return identityKinds.flatMap((kind) => {
    try {
      return [identityOf(kind, text, country)];
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
  });
}

/** E.164. Letters, extensions and text around the number are refused; digits of any script are read. */
function phoneOf(text: string, country: string | undefined): string {
  const home = country !== undefined && isSupportedCountry(country) ? country : undefined;
  const number = text.length <= PHONE_CHARS_MAX ? parsed(text.trim(), home) : undefined;
  if (number === undefined || !number.isValid() || number.ext !== undefined) {
    const hint = home === undefined ? "with its country, like +39 06 1234567" : `as dialled in ${home} or from abroad`;
    throw invalid("phone", `This is not a phone number; write it ${hint}.`);
  }
  const type = number.getType();
  if (type !== undefined && costly.has(type)) {
    throw invalid("phone", "This is a premium or service number; a member's own line is needed.");
  }
  return number.number;
}

function parsed(text: string, home: CountryCode | undefined) {
  if (unseen.test(text) || /\p{L}/u.test(text)) return undefined;
  return parsePhoneNumberFromString(text, { ...(home === undefined ? {} : { defaultCountry: home }), extract: false });
}

function codeOf(kind: IdentityKind, text: string): string {
  const code = text.trim().normalize("NFC");
  if (code !== "" && code.length <= CODE_CHARS_MAX && !unseen.test(code)) return code;
  throw invalid(kind, `A ${kind === "qr" ? "QR code" : "number"} has 1 to ${CODE_CHARS_MAX} visible characters.`);
}

/** As a scanner reads it: letters and digits, without the blanks and dashes that are printed to make it readable. */
function cardOf(text: string): string {
  const number = text
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, "");
  if (/^[0-9A-Z]{4,32}$/.test(number)) return number;
  throw invalid("card", "The number of a card has 4 to 32 letters and digits.");
}

function invalid(kind: IdentityKind, message: string): Refusal {
  return new Refusal("invalid", message, { field: kind });
}
