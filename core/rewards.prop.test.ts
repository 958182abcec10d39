import fc from "fast-check";
import { expect, test } from "vitest";
import { type IssuedStatus, issuedActs, issuedStatuses, statusAfter, statusAt } from "./rewards.ts";

const acts = fc.array(fc.constantFrom(...issuedActs), { maxLength: 30 });
const ends: readonly IssuedStatus[] = ["used", "cancelled", "expired"];

test("whatever is tried, in whatever order, an issued reward is used or cancelled at most once, and never both", () => {
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
