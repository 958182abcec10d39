// Codes of an authenticator app: six digits from a shared secret and the half minute (RFC 6238, SHA-1, as apps expect).
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const STEP_MS = 30_000;
const SECRET_BYTES = 20;
/** Steps before and after the present one that are taken too: clocks of phones are off by some seconds. */
const DRIFT_STEPS = 1;
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export function newTotpSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** The code of a step, with its leading zeros. */
export function totpCode(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", secret).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0xf;
  const number = (digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000;
  return String(number).padStart(6, "0");
}

/** The step whose code this is; undefined when it is none, or its step was used already. */
export function totpStepOf(secret: Buffer, code: string, usedStep: number, nowMs: number): number | undefined {
  const present = totpStepAt(nowMs);
  let found: number | undefined;
  for (let step = present - DRIFT_STEPS; step <= present + DRIFT_STEPS; step += 1) {
    const expected = Buffer.from(totpCode(secret, step));
    const shown = Buffer.from(code);
    if (shown.length === expected.length && timingSafeEqual(shown, expected) && step > usedStep) found = step;
  }
  return found;
}

export function totpStepAt(nowMs: number): number {
  return Math.floor(nowMs / STEP_MS);
}

/** The secret as a person types it: base 32 (RFC 4648), without padding. */
export function base32(bytes: Buffer): string {
  let bits = 0;
  let value = 0;
  let text = "";
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += letters.charAt((value >>> bits) & 31);
    }
    value &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + letters.charAt((value << (5 - bits)) & 31);
}
