import { expect, test } from "vitest";
import { parseRewardCode, rewardCode } from "./rewardCodes.ts";

const shown = { memberId: "mem_01kb1vn7xqf8krv1q7ey6p4c0m", issuedRewardId: "isr_01kb1vn7xqf8krv1q7ey6p4c0n" };

test("a code leads back to the reward, typed in whatever case", () => {
  const code = rewardCode(shown);
  expect(code).toMatch(/^[0-9A-Z]+$/);
  expect(parseRewardCode(code)).toEqual(shown);
  expect(parseRewardCode(` ${code.toLowerCase()}\n`)).toEqual(shown);
});

test.each(["", "R", "R01KB1VN7XQF8KRV1Q7EY6P4C0M", `X${"0".repeat(52)}`, `R${"I".repeat(52)}`, `R${"8".repeat(52)}`])(
  "%s is no such code",
  (text) => {
    expect(parseRewardCode(text)).toBeNull();
  },
);
