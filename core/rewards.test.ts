import { describe, expect, test } from "vitest";
import { newcomer } from "./facts.ts";
import {
  giftFrom,
  type IssuedAct,
  type IssuedStatus,
  issuedActs,
  issuedUntil,
  type RewardTerms,
  statusAfter,
  statusAt,
  type ToldGift,
  whyNoReward,
} from "./rewards.ts";

const at = (text: string): number => Date.parse(text);
const noon = at("2026-03-10T12:00:00Z");

describe("what may become of an issued reward", () => {
  const rows: [IssuedStatus, Partial<Record<IssuedAct, IssuedStatus>>][] = [
    ["issued", { activate: "active", cancel: "cancelled" }],
    ["active", { reserve: "reserved", use: "used", give: "given", cancel: "cancelled" }],
    ["reserved", { release: "active", use: "used", cancel: "cancelled" }],
    ["used", { undo: "active", annul: "cancelled" }],
    ["given", { come_back: "active" }],
    ["cancelled", {}],
    ["expired", {}],
  ];
  test.each(rows)("%s", (status, becomes) => {
    for (const act of issuedActs) expect([act, statusAfter(status, act)]).toEqual([act, becomes[act] ?? null]);
  });
});

test.each<[string, IssuedStatus, number | null, IssuedStatus]>([
  ["its last moment has not come", "active", noon + 1, "active"],
  ["its time is over", "active", noon, "expired"],
  ["its time is over before it began", "issued", noon, "expired"],
  ["a till holds it", "reserved", noon - 1, "reserved"],
  ["it was used in time", "used", noon - 1, "used"],
  ["it was cancelled", "cancelled", noon - 1, "cancelled"],
  ["it is good for ever", "active", null, "active"],
])("by date: %s", (_what, status, expiresAt, expected) => {
  expect(statusAt(status, expiresAt, noon)).toBe(expected);
});

test.each([
  ["Europe/Rome", 1, "2026-03-28T12:00:00Z", "2026-03-29T22:00:00Z"],
  ["Europe/Rome", 30, "2026-03-10T23:30:00Z", "2026-04-10T22:00:00Z"],
  ["America/Los_Angeles", 1, "2026-03-10T05:00:00Z", "2026-03-11T07:00:00Z"],
])("in %s, %s days after the day of %s end at %s", (zone, days, from, until) => {
  expect(issuedUntil(days, zone, at(from))).toBe(at(until));
  expect(issuedUntil(null, zone, at(from))).toBe(null);
});

const forAll: RewardTerms = {
  status: "live",
  validFrom: null,
  validUntil: null,
  tiers: [],
  audience: null,
  stock: null,
};
const often = {
  combinator: "and" as const,
  rules: [{ field: "member.purchases" as const, operator: ">=" as const, value: 3 }],
};

test.each<[string, Partial<RewardTerms>, ReturnType<typeof whyNoReward>]>([
  ["for all", {}, null],
  ["ended", { status: "ended" }, "ended"],
  ["from now on", { validFrom: noon }, null],
  ["from later on", { validFrom: noon + 1 }, "too_early"],
  ["until just now", { validUntil: noon }, "too_late"],
  ["until later", { validUntil: noon + 1 }, null],
  ["for silver and gold", { tiers: ["silver", "gold"] }, null],
  ["for gold", { tiers: ["gold"] }, "other_tier"],
  ["for whoever bought often", { audience: often }, "other_audience"],
  ["for whoever did not", { audience: { ...often, not: true } }, null],
  ["the last piece", { stock: 1 }, null],
  ["no piece left", { stock: 0 }, "out_of_stock"],
])("a reward %s, asked for by a silver member with two purchases", (_what, terms, why) => {
  const member = { ...newcomer(0), tier: "silver", purchases: 2 };
  expect(whyNoReward({ ...forAll, ...terms }, { member, timezone: "Europe/Rome" }, noon)).toBe(why);
});

test("who has no tier gets nothing that is for a tier", () => {
  const who = { member: newcomer(0), timezone: "Europe/Rome" };
  expect(whyNoReward({ ...forAll, tiers: ["gold"] }, who, noon)).toBe("other_tier");
});

test.each<[string, ToldGift, boolean]>([
  ["five euros off", { kind: "discount_amount", amountMinor: 500 }, true],
  ["so many percent off", { kind: "discount_percent", percent: 10 }, true],
  ["a product", { kind: "product", sku: "mug" }, true],
  ["a right", { kind: "benefit" }, true],
  ["money off without a sum", { kind: "discount_amount" }, false],
  ["percent as money", { kind: "discount_amount", percent: 10 }, false],
  ["percent and money", { kind: "discount_percent", percent: 10, amountMinor: 500 }, false],
  ["a product without a name", { kind: "product" }, false],
  ["a product that is a discount", { kind: "product", sku: "mug", percent: 10 }, false],
  ["a right with a price", { kind: "benefit", amountMinor: 500 }, false],
])("a gift: %s", (_what, told, isGift) => {
  expect(giftFrom(told)).toEqual(isGift ? told : null);
});
