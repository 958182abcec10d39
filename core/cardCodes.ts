// The code that a member's device shows at the till: new every thirty seconds, made without a network. Capital letters
// and digits alone, as scanners that type on a foreign keyboard garble the rest.

export const STEP_MS = 30_000;
/** How many steps a device's clock may be off, either way. */
export const STEPS_OFF_MAX = 1;

/** Crockford's alphabet: no I, L, O and U. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Names the form, so that another one can be told from it. */
const FORM = "F1";
const CARD_LETTERS = 26;
const STEP_LETTERS = 7;
/** Of the 32 bytes that the key makes eight are shown: nobody guesses one of 2⁶⁴ within a minute. */
export const MAC_BYTES = 8;
const MAC_LETTERS = 13;
const WRITTEN = new RegExp(`^${FORM}([${alphabet}]{${CARD_LETTERS}})([${alphabet}]{${STEP_LETTERS}})`);

export type CardCode = Readonly<{
  /** The 26 letters of the card's id, in capitals. */
  card: string;
  step: number;
  /** The part that is signed. */
  signed: string;
  mac: Uint8Array;
}>;

export function stepAt(nowMs: number): number {
  return Math.floor(nowMs / STEP_MS);
}

/** What the card's key signs at a step. */
export function signedPart(card: string, step: number): string {
  return FORM + card + lettersOf(BigInt(step), STEP_LETTERS);
}

/** The whole code. `mac`: what the key made of the signed part, HMAC with SHA-256. */
export function writeCardCode(signed: string, mac: Uint8Array): string {
  let bits = 0n;
  for (const byte of mac.subarray(0, MAC_BYTES)) bits = (bits << 8n) | BigInt(byte);
  return signed + lettersOf(bits, MAC_LETTERS);
}

/** Null for what cannot be such a code. Small letters and blanks around it are a scanner's. */
export function readCardCode(text: string): CardCode | null {
  const code = text.trim().toUpperCase();
  const [signed, card, step] = WRITTEN.exec(code) ?? [];
  const shown = signed === undefined ? "" : code.slice(signed.length);
  if (signed === undefined || card === undefined || step === undefined) return null;
  const isWhole = shown.length === MAC_LETTERS && [...shown].every((letter) => alphabet.includes(letter));
  const bits = isWhole ? bitsOf(shown) : 1n << 64n;
  if (bits >= 1n << 64n) return null;
  const mac = new Uint8Array(MAC_BYTES);
  for (let at = 0; at < MAC_BYTES; at += 1) mac[at] = Number((bits >> BigInt(8 * (MAC_BYTES - 1 - at))) & 255n);
  return { card, step: Number(bitsOf(step)), signed, mac };
}

/** Whether a code of that step may be shown at this moment. */
export function isCurrent(step: number, nowMs: number, stepsOff: number = STEPS_OFF_MAX): boolean {
  return Math.abs(step - stepAt(nowMs)) <= stepsOff;
}

function lettersOf(bits: bigint, count: number): string {
  let letters = "";
  for (let at = count - 1; at >= 0; at -= 1) letters += alphabet[Number((bits >> BigInt(5 * at)) & 31n)] ?? "";
  return letters;
}

function bitsOf(letters: string): bigint {
  let bits = 0n;
  for (const letter of letters) bits = (bits << 5n) | BigInt(alphabet.indexOf(letter));
  return bits;
}
