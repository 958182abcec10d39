// What an e-mail address looks like here, and one written form for it. Checked before a server hears of it: a line
// break in an address would be a second recipient.
import { domainToASCII } from "node:url";
import { Refusal } from "../refusal.ts";

export const EMAIL_CHARS_MAX = 254;
export const EMAIL_LOCAL_BYTES_MAX = 64;

/** Characters that are not seen: controls, zero-width, direction overrides, private use, unassigned. */
const unseen = /[\p{C}\p{Zl}\p{Zp}]/u;
/** RFC 5322's dot-atom, with the letters of all languages (RFC 6531). No quoted form: hardly any mailbox needs it. */
const localPart = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const domainName = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/** Local parts are compared without case: no provider that people use tells two mailboxes apart by it. */
export function emailAddressOf(text: string): string {
  const address = text.trim().normalize("NFC");
  const at = address.lastIndexOf("@");
  const local = address.slice(0, at).toLowerCase().normalize("NFC");
  const written = address.slice(at + 1);
  const isPlain = at > 0 && !unseen.test(address) && localPart.test(local) && !/[\s%/:?#[\]@\\]/.test(written);
  const domain = isPlain ? domainToASCII(written) : "";
  const email = `${local}@${domain}`;
  const fits = email.length <= EMAIL_CHARS_MAX && Buffer.byteLength(local) <= EMAIL_LOCAL_BYTES_MAX;
  if (fits && domainName.test(domain)) return email;
  throw new Refusal("invalid", "This is not an e-mail address that can be written to, like ana@example.com.", {
    field: "email",
  });
}
