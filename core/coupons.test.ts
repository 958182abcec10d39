import { expect, test } from "vitest";
import { type CouponState, type CouponTerms, couponIssuedUntil, whyNoCoupon } from "./coupons.ts";
import { newcomer } from "./facts.ts";

const noon = Date.parse("2026-03-02T12:00:00Z");
const timezone = "Europe/Rome";
const coupon: CouponTerms & CouponState = {
  status: "live",
  validFrom: null,
  validUntil: null,
  tiers: [],
  audience: null,
  usesMax: 1,
  perMemberMax: null,
  validDays: null,
  uses: 0,
  boundTo: null,
};
const often = {
  combinator: "and" as const,
  rules: [{ field: "member.purchases" as const, operator: ">=" as const, value: 3 }],
};
const silverAna = { memberId: "ana", member: { ...newcomer(0), tier: "silver", purchases: 2 }, used: 1 };

test.each<[string, Partial<CouponTerms & CouponState>, ReturnType<typeof whyNoCoupon>, ReturnType<typeof whyNoCoupon>]>(
  [
    ["that nobody used", {}, null, null],
    ["that was used", { uses: 1 }, "used_up", "used_up"],
    ["for three, that two had", { uses: 2, usesMax: 3 }, null, null],
    ["for all, that many had", { uses: 5_000, usesMax: null }, null, null],
    ["of Ana's own", { boundTo: "ana" }, null, "needs_member"],
    ["of Bob's own", { boundTo: "bob" }, "other_member", "needs_member"],
    ["once a member", { perMemberMax: 1 }, "member_limit", "needs_member"],
    ["twice a member", { perMemberMax: 2 }, null, "needs_member"],
    ["of a batch that ended", { status: "ended" }, "ended", "ended"],
    ["from now on", { validFrom: noon }, null, null],
    ["from a moment later on", { validFrom: noon + 1 }, "too_early", "too_early"],
    ["until just now", { validUntil: noon }, "too_late", "too_late"],
    ["until a moment later", { validUntil: noon + 1 }, null, null],
    ["for silver", { tiers: ["silver"] }, null, "needs_member"],
    ["for gold", { tiers: ["gold"] }, "other_tier", "needs_member"],
    ["for whoever bought often", { audience: often }, "other_audience", "needs_member"],
  ],
)("a coupon %s, in Ana's hand and in a stranger's", (_what, terms, forAna, forStranger) => {
  const asked = { ...coupon, ...terms };
  expect(whyNoCoupon(asked, { holder: silverAna, timezone }, noon)).toBe(forAna);
  expect(whyNoCoupon(asked, { holder: null, timezone }, noon)).toBe(forStranger);
});

test("a code that nobody made is no coupon", () => {
  expect(whyNoCoupon(null, { holder: silverAna, timezone }, noon)).toBe("unknown");
});

test.each([
  ["so many days, to the end of the last", { validDays: 10, validUntil: noon + 1 }, "2026-03-12T23:00:00.000Z"],
  ["as long as the coupon", { validDays: null, validUntil: noon + 1 }, "2026-03-02T12:00:00.001Z"],
  ["for ever", { validDays: null, validUntil: null }, null],
])("what came of a coupon is good %s", (_how, terms, until) => {
  const at = couponIssuedUntil(terms, timezone, noon);
  expect(at === null ? null : new Date(at).toISOString()).toBe(until);
});
