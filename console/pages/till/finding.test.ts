// What was typed or scanned at the till.
import { describe, expect, test } from "vitest";
import { shortName, soughtIn } from "./finding.ts";

const rotating = `F1${"0123456789ABCDEFGHJKMNPQRS"}${"0000000"}${"0".repeat(13)}`;

describe("what was meant", () => {
  test.each([
    ["347 123 4567", "phone"],
    ["+39 347 123 4567", "phone"],
    ["06/1234-5678", "phone"],
    ["ana@example.com", "email"],
    ["Ana Rossi", "name"],
    ["Čapek", "name"],
    ["FC0123456789", "code"],
    ["12345", "code"],
    ["1234567890123456", "code"],
    [` ${rotating.toLowerCase()} `, "card"],
  ])("%s is a %s", (typed, kind) => {
    expect(soughtIn(typed).kind).toBe(kind);
  });

  test("what a scanner typed is never a name", () => {
    expect(soughtIn("MEMBER", { isScanned: true }).kind).toBe("code");
  });
});

test.each([
  ["Ana Maria Rossi", "Ana R."],
  ["Ana", "Ana"],
  ["  ", null],
  [undefined, null],
])("%s is shown as %s", (name, shown) => {
  expect(shortName(name)).toBe(shown);
});
