import { describe, expect, test } from "vitest";
import { purchaseOf, someone } from "../tests/support/conditions.ts";
import { type Campaign, holdoutOf, isHeldOut, usualTerms } from "./campaigns.ts";
import { evaluate } from "./evaluation.ts";
import { compileRules, type Rule } from "./rules.ts";

const campaign = (id: string, holdout: number): Campaign => ({ ...usualTerms, id, holdout });

/** Ids as the server makes them: a time that rises, then what looks like chance, then a bucket out of sixteen. */
function memberId(at: number): string {
  const time = (0x19a_0000_0000 + at * 37).toString(16).padStart(12, "0");
  const rest = ((at * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-0000000000${rest.slice(6)}`;
}

const members = Array.from({ length: 100_000 }, (_, at) => memberId(at));
const heldOut = (of: Campaign) => members.filter((id) => isHeldOut(of, id));

describe("who is held out", () => {
  test.each([100, 1_000, 2_500, 5_000])("is %d of 10,000 members, within what chance allows", (holdout) => {
    const expected = (members.length * holdout) / holdoutOf;
    // Four standard deviations of a coin that falls so: once in sixteen thousand would chance go further.
    const allowed = 4 * Math.sqrt(expected * (1 - holdout / holdoutOf));
    for (const id of ["019a0000-0000-7000-8000-000000000001", "019a0000-0000-7000-8000-000000000002"]) {
      const found = heldOut(campaign(id, holdout)).length;
      expect(Math.abs(found - expected)).toBeLessThan(allowed);
    }
  });

  test("is another tenth for every campaign", () => {
    const first = new Set(heldOut(campaign("019a0000-0000-7000-8000-000000000001", 1_000)));
    const second = heldOut(campaign("019a0000-0000-7000-8000-000000000002", 1_000));
    const both = second.filter((id) => first.has(id)).length;
    expect(both).toBeGreaterThan(850);
    expect(both).toBeLessThan(1_150);
  });

  test("stays the same for ever, and whoever is in a small group is in the larger one", () => {
    const id = "019a0000-0000-7000-8000-000000000001";
    const small = heldOut(campaign(id, 500));
    const large = new Set(heldOut(campaign(id, 1_000)));
    expect(small.every((member) => large.has(member))).toBe(true);
    // Written down from the first day: another way to choose would move members between the groups of old campaigns.
    expect(members.slice(0, 400).flatMap((member, at) => (isHeldOut(campaign(id, 100), member) ? [at] : []))).toEqual(
      goldenPlaces,
    );
  });

  test("is nobody where nothing is said", () => {
    expect(heldOut(campaign("019a0000-0000-7000-8000-000000000001", 0))).toEqual([]);
  });
});

const goldenPlaces = [8, 213];

test("who is held out gets nothing from the campaign, keeps others from nothing, and staff hear why", () => {
  const id = "019a0000-0000-7000-8000-000000000001";
  const terms = { ...campaign(id, 5_000), priority: 5, stacking: { kind: "exclusive", scope: "basket" } } as const;
  const rule = (ruleId: string, campaignId: string): Rule => ({
    ...{ id: ruleId, version: 1, name: ruleId, campaignId, pointsType: 1, validFrom: null, validUntil: null },
    effect: { kind: "fixed", points: 5 },
  });
  const rules = compileRules([rule("a", id), rule("b", "other")], [terms, campaign("other", 0)]);
  const out = heldOut(terms)[0];
  const in_ = members.find((member) => !isHeldOut(terms, member));
  const told = (member: string | undefined) =>
    evaluate(rules, purchaseOf([{ amountMinor: 100 }]), { ...someone, id: member }, { explain: {} });
  expect(told(in_)).toMatchObject({ awards: [{ ruleId: "a" }], heldOut: [] });
  expect(told(out)).toMatchObject({
    awards: [{ ruleId: "b" }],
    heldOut: [id],
    whyNot: [{ ruleId: "a", reason: { kind: "held_out" } }],
  });
  expect(told(undefined)).toMatchObject({ awards: [{ ruleId: "a" }], heldOut: [] });
});
