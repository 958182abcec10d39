// The card of a member on a device of theirs: a key that was given once and cannot be taken out again, and the code
// that it makes every thirty seconds. Runs in a browser, without a network, and in Node.
import { signedPart, stepAt, writeCardCode } from "@fedele/core/cardCodes.ts";

/** The key as it came with the card, made into one that the device keeps and cannot show. */
export function importCardKey(key: string) {
  const bytes = Uint8Array.from(atob(key.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

type CardKey = Awaited<ReturnType<typeof importCardKey>>;

/**
 * What the device shows now. `nowMs`: the server's time, as the device knows it: its own clock and how far that was off
 * at the last contact.
 */
export async function cardCode(card: { readonly id: string; readonly key: CardKey }, nowMs: number): Promise<string> {
  const signed = signedPart(card.id.slice("crd_".length).toUpperCase(), stepAt(nowMs));
  const mac = await crypto.subtle.sign("HMAC", card.key, new TextEncoder().encode(signed));
  return writeCardCode(signed, new Uint8Array(mac));
}
