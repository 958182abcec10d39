// What an authenticator app does with the secret that it was shown.
import { totpCode, totpStepAt } from "../../server/platform/totp.ts";

/** The code that the app shows at this moment. */
export function codeOfApp(secret: string, nowMs: number): string {
  return totpCode(bytesOf(secret), totpStepAt(nowMs));
}

/** What an app does with the letters that a person typed. */
export function bytesOf(letters: string): Buffer {
  const bits = [...letters].map((letter) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
  );
  const octets = bits.join("").match(/.{8}/g) ?? [];
  return Buffer.from(octets.map((octet) => Number.parseInt(octet, 2)));
}
