import { expect, test } from "vitest";
import { base32, newTotpSecret, totpCode, totpStepAt, totpStepOf } from "./totp.ts";

/** The last six of the eight digits in RFC 6238, appendix B. */
test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("at second %i the code is %s", (seconds, code) => {
  expect(totpCode(Buffer.from("12345678901234567890"), totpStepAt(seconds * 1_000))).toBe(code);
});

test.each([
  ["", ""],
  ["f", "MY"],
  ["fo", "MZXQ"],
  ["foo", "MZXW6"],
  ["foob", "MZXW6YQ"],
  ["fooba", "MZXW6YTB"],
  ["foobar", "MZXW6YTBOI"],
])("%o is written %s", (text, letters) => {
  expect(base32(Buffer.from(text))).toBe(letters);
});

test("a code is taken once, half a minute early or late, and not longer", () => {
  const secret = newTotpSecret();
  const now = Date.parse("2026-03-02T09:00:10Z");
  const step = totpStepAt(now);
  for (const offset of [-1, 0, 1])
    expect(totpStepOf(secret, totpCode(secret, step + offset), 0, now)).toBe(step + offset);
  for (const offset of [-2, 2]) expect(totpStepOf(secret, totpCode(secret, step + offset), 0, now)).toBeUndefined();
  expect(totpStepOf(secret, totpCode(secret, step), step, now)).toBeUndefined();
  expect(totpStepOf(secret, "", 0, now)).toBeUndefined();
  expect(totpStepOf(newTotpSecret(), totpCode(secret, step), 0, now)).toBeUndefined();
});
