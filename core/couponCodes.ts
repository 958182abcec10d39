// How a coupon's code is written and read: twelve letters of Crockford's alphabet, which has no I, L, O and U, and a
// thirteenth that shows whether the others were typed rightly.

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 60 bits: a million live codes are hit by chance once in a million million tries. */
export const CODE_LETTERS = 12;
/** How short and how long a code may be that somebody else has made: WELCOME10. */
export const CODE_CHARS_MIN = 4;
export const CODE_CHARS_MAX = 32;
const GROUP_LETTERS = 4;

/** The code of 60 bits out of `bytes`, of which there are at least eight; its check letter stands at the end. */
export function codeFrom(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes.subarray(0, 8)) bits = (bits << 8n) | BigInt(byte);
  let letters = "";
  for (let shift = 59n; shift > 0n; shift -= 5n) letters += alphabet[Number((bits >> shift) & 31n)] ?? "";
  return letters + checkLetterOf(letters);
}

/**
 * The letter that makes the weighted sum of all of them nothing. Letters are the 32 numbers of a field, and each place
 * has a weight of its own in it: so one wrong letter, or two that changed places, never sum to the same.
 */
export function checkLetterOf(letters: string): string {
  return alphabet[weightedSum(`${letters}0`)] ?? "";
}

/** Whether a code that was made here is written as it was made. Codes that others made have no check letter. */
export function isIntact(code: string): boolean {
  const isOurs = code.length === CODE_LETTERS + 1 && [...code].every((letter) => alphabet.includes(letter));
  return isOurs && weightedSum(code) === 0;
}

/** The last place weighs 1, each one before it twice as much as the next: in the field, all of them differ. */
function weightedSum(code: string): number {
  let sum = 0;
  let weight = 1;
  for (const letter of [...code].reverse()) {
    sum ^= product(weight, alphabet.indexOf(letter));
    weight = doubled(weight);
  }
  return sum;
}

/** In the field of 32 elements by x⁵ + x² + 1, in which the powers of 2 run through all 31 others. */
function doubled(value: number): number {
  const twice = value << 1;
  return twice > 31 ? twice ^ 0b100101 : twice;
}

function product(a: number, b: number): number {
  let sum = 0;
  let term = a;
  for (let rest = b; rest > 0; rest >>= 1) {
    if ((rest & 1) === 1) sum ^= term;
    term = doubled(term);
  }
  return sum;
}

/** As it is printed: 7K3M-9QPX-2HVD-C. */
export function grouped(code: string): string {
  const groups = Array.from({ length: Math.ceil(code.length / GROUP_LETTERS) }, (_, group) =>
    code.slice(group * GROUP_LETTERS, (group + 1) * GROUP_LETTERS),
  );
  return groups.join("-");
}

/**
 * The one written form of what somebody typed or printed: capitals, without blanks and dashes, O read as 0, I and L as
 * 1. Null where it cannot be a code.
 */
export function normalised(typed: string): string | null {
  const capitals = typed.normalize("NFKC").toUpperCase();
  const code = capitals
    .replaceAll(/[\s\p{Pd}]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  const isCode = code.length >= CODE_CHARS_MIN && code.length <= CODE_CHARS_MAX && /^[0-9A-Z]+$/.test(code);
  return isCode ? code : null;
}
