// What the check letter promises.
import fc from "fast-check";
import { expect, test } from "vitest";
import { CODE_LETTERS, checkLetterOf, codeFrom, grouped, isIntact, normalised } from "./couponCodes.ts";

const letters = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];
const code = fc.uint8Array({ minLength: 8, maxLength: 8 }).map(codeFrom);
const place = fc.nat(CODE_LETTERS);

test("every code that is made is intact, and is itself however it was typed", () => {
  const styles = [
    (text: string) => text,
    (text: string) => text.toLowerCase(),
    (text: string) => text.replaceAll("0", "o").replaceAll("1", "l"),
    (text: string) => text.replaceAll("1", "I").split("").join(" "),
  ];
  fc.assert(
    fc.property(code, fc.constantFrom(...styles), (made, style) => {
      expect(isIntact(made)).toBe(true);
      expect(made).toHaveLength(CODE_LETTERS + 1);
      expect(normalised(style(grouped(made)))).toBe(made);
    }),
  );
});

test("one wrong letter is always noticed, the check letter too", () => {
  fc.assert(
    fc.property(code, place, fc.constantFrom(...letters), (made, at, letter) => {
      fc.pre(made[at] !== letter);
      expect(isIntact(made.slice(0, at) + letter + made.slice(at + 1))).toBe(false);
    }),
  );
});

test("two letters that changed places are always noticed, neighbours and others", () => {
  fc.assert(
    fc.property(code, place, place, (made, one, other) => {
      fc.pre(made[one] !== made[other]);
      const swapped = [...made];
      swapped[one] = made[other] ?? "";
      swapped[other] = made[one] ?? "";
      expect(isIntact(swapped.join(""))).toBe(false);
    }),
  );
});

test("one check letter belongs to twelve letters", () => {
  fc.assert(
    fc.property(code, (made) => {
      const others = letters.filter((letter) => isIntact(made.slice(0, -1) + letter));
      expect(others).toEqual([checkLetterOf(made.slice(0, -1))]);
    }),
  );
});
