import fc from "fast-check";
import { expect, test } from "vitest";
import { type IssuedStatus, issuedActs, issuedStatuses, statusAfter, statusAt } from "./rewards.ts";

const takesBack = ["undo", "annul", "come_back"] as const;
const forward = issuedActs.filter((act) => takesBack.every((it) => it !== act));
const acts = fc.array(fc.constantFrom(...forward), { maxLength: 30 });
const ends: readonly IssuedStatus[] = ["used", "given", "cancelled", "expired"];

test("whatever is tried, an issued reward is used, given or cancelled at most once, and one of them only", () => {
  fc.assert(
    fc.property(acts, (tried) => {
      const seen: IssuedStatus[] = [];
      let status: IssuedStatus = "issued";
      for (const act of tried) {
        const next = statusAfter(status, act);
        if (next === null) continue;
        status = next;
        seen.push(next);
      }
      expect(seen.filter((it) => ends.includes(it)).length).toBeLessThanOrEqual(1);
      expect(seen.slice(0, -1).some((it) => ends.includes(it))).toBe(false);
    }),
  );
});

test("a use or a gift can be taken back; what was cancelled or has expired stays so, whatever is tried", () => {
  fc.assert(
    fc.property(fc.constantFrom(...ends), fc.constantFrom(...issuedActs), (status, act) => {
      const mayTakeBack = status === "used" || status === "given";
      const isTakingBack = takesBack.some((it) => it === act);
      if (statusAfter(status, act) !== null) expect([mayTakeBack, isTakingBack]).toEqual([true, true]);
    }),
  );
});

test("what has expired stays so, and looking twice changes nothing", () => {
  const moment = fc.integer({ min: 0, max: 1_000 });
  fc.assert(
    fc.property(fc.constantFrom(...issuedStatuses), fc.option(moment), moment, moment, (status, end, first, more) => {
      const now = statusAt(status, end, first);
      expect(statusAt(now, end, first)).toBe(now);
      if (now === "expired") expect(statusAt(status, end, first + more)).toBe("expired");
      if (end === null) expect(now).toBe(status);
    }),
  );
});
