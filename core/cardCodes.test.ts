import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCurrent, readCardCode, STEP_MS, signedPart, stepAt, writeCardCode } from "./cardCodes.ts";

const card = "01KB1VN7XQF8KRV1Q7EY6P4C0M";
const mac = Uint8Array.from([255, 0, 1, 2, 3, 4, 5, 254, 9, 9, 9]);
const code = writeCardCode(signedPart(card, 59_000_000), mac);

test("a code is capitals and digits, and is read as it was written", () => {
  expect(code).toMatch(/^F1[0-9A-Z]{46}$/);
  expect(readCardCode(code)).toEqual({ card, step: 59_000_000, signed: code.slice(0, 35), mac: mac.slice(0, 8) });
  expect(readCardCode(` ${code.toLowerCase()}\n`)?.card).toBe(card);
});

test("every card, step and signature is read as it was written", () => {
  const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(fc.nat(2 ** 31), bytes, (step, signature) => {
      const read = readCardCode(writeCardCode(signedPart(card, step), signature));
      expect(read).toMatchObject({ card, step, mac: signature });
    }),
  );
});

describe("is no code:", () => {
  test.each([
    ["nothing", ""],
    ["another form", `F2${code.slice(2)}`],
    ["a letter too few", code.slice(0, -1)],
    ["a letter too many", `${code}0`],
    ["a letter that is none", `${code.slice(0, -1)}U`],
    ["more bits than there are", `${code.slice(0, -13)}${"Z".repeat(13)}`],
    ["a link", "https://example.com/F1"],
  ])("%s", (_, text) => {
    expect(readCardCode(text)).toBeNull();
  });
});

test.each([
  [-2, false],
  [-1, true],
  [0, true],
  [1, true],
  [2, false],
])("a code of %i steps from now is current: %s", (steps, expected) => {
  const now = Date.parse("2026-03-02T09:00:12Z");
  expect(isCurrent(stepAt(now + steps * STEP_MS), now)).toBe(expected);
});
