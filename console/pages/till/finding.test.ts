// What was typed or scanned at the till.
import { rewardCode } from "@fedele/core/rewardCodes.ts";
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

  test("the code of a reward leads to its member, who came to use it", () => {
    const ids = { memberId: "mem_01kb1vn7xqf8krv1q7ey6p4c0m", issuedRewardId: "isr_01kb1vn7xqf8krv1q7ey6p4c0n" };
    const sought = { kind: "member", id: ids.memberId, wants: ids.issuedRewardId };
    expect(soughtIn(rewardCode(ids), { isScanned: true })).toEqual(sought);
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
