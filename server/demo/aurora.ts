// Aurora: a hotel in San Diego, a clothes shop in Berlin and a pharmacy in Prague, with one programme for all three.
import { auroraCampaigns } from "./auroraCampaigns.ts";
import { clothing } from "./clothing.ts";
import { habits } from "./habits.ts";
import { hotel } from "./hotel.ts";
import { pharmacy } from "./pharmacy.ts";
import type { Story } from "./story.ts";

export const aurora: Story = {
  name: "aurora",
  tenant: { name: "Aurora", currency: "EUR", timezone: "Europe/Berlin", language: "en", bucketSpan: 16 },
  members: 5_000,
  cohort: 1_250,
  slices: 400,
  days: 548,
  card: "A",
  partners: [
    { code: "aurora-hotel", name: "Aurora Hotel" },
    { code: "aurora-clothing", name: "Aurora Clothing" },
    { code: "aurora-pharmacy", name: "Aurora Lékárna" },
  ],
  shops: [hotel, clothing, pharmacy],
  habits,
  pointsTypes: [
    {
      ...{ code: "points", name: "Aurora points", spendable: true, qualifying: true },
      // What may still come back to the shop is not spent yet.
      ...{ activation: { kind: "after_days", days: 14 }, expiry: { kind: "end_of_month", months: 12 } },
      ...{ giveBack: { kind: "reissue", graceDays: 30 }, faceValue: { points: 1, minor: 5 } },
    },
    {
      ...{ code: "credit", name: "Hotel credit", spendable: true, qualifying: false },
      ...{ activation: { kind: "immediately" }, expiry: { kind: "after_months", months: 24 } },
      ...{ giveBack: { kind: "expire" }, faceValue: { points: 1, minor: 1 } },
    },
  ],
  campaigns: auroraCampaigns,
  tiers: {
    metric: "spend",
    period: { kind: "anniversary", months: 12 },
    tiers: [
      { code: "blue", name: "Blue", threshold: 0 },
      { code: "silver", name: "Silver", threshold: 40_000 },
      { code: "gold", name: "Gold", threshold: 120_000 },
    ],
    downgrade: { policy: "one_down", graceDays: 30 },
    onReturn: "keep_until_period_end",
  },
  rewards: [
    {
      ...{ code: "tote-bag", name: "A tote bag", cost: { pointsType: "points", points: 60 } },
      ...{ gift: { kind: "benefit" }, stock: 2_000, validDays: 90 },
    },
    {
      ...{ code: "skin-advice", name: "Skin advice at the pharmacy", cost: { pointsType: "points", points: 80 } },
      ...{ gift: { kind: "benefit" }, validDays: 120 },
    },
    {
      ...{ code: "ten-off", name: "10 € off", cost: { pointsType: "points", points: 200 } },
      ...{ gift: { kind: "discount_amount", amountMinor: 1_000 }, validDays: 120 },
    },
    {
      ...{ code: "breakfast", name: "Breakfast on the terrace", cost: { pointsType: "points", points: 300 } },
      ...{ gift: { kind: "product", sku: "breakfast" }, validDays: 365 },
    },
    {
      ...{ code: "scarf", name: "A checked scarf", cost: { pointsType: "points", points: 500 } },
      ...{ gift: { kind: "product", sku: "scarf" }, stock: 300, validDays: 90 },
    },
    {
      ...{ code: "late-checkout", name: "Late check-out", cost: { pointsType: "credit", points: 1_500 } },
      ...{ gift: { kind: "benefit" }, validDays: 365 },
    },
    {
      ...{ code: "night", name: "A night by the bay", cost: { pointsType: "points", points: 2_400 } },
      ...{ gift: { kind: "product", sku: "night-bay" }, stock: 60, tiers: ["silver", "gold"], validDays: 365 },
    },
  ],
  benefits: [
    {
      ...{ code: "alterations", name: "Free alterations", tiers: ["silver", "gold"], period: "month", usesMax: 2 },
      gift: { kind: "product", sku: "alteration" },
    },
    {
      ...{ code: "room-upgrade", name: "A better room, if there is one", tiers: ["gold"], period: "quarter" },
      ...{ usesMax: 1, gift: { kind: "benefit" } },
    },
    {
      ...{ code: "delivery", name: "Free delivery", tiers: ["silver", "gold"], period: "month" },
      gift: { kind: "benefit" },
    },
  ],
  coupons: [
    {
      ...{ name: "Autumn letter", codes: [{ code: "AURORA15" }], usesMax: null, perMemberMax: 1 },
      ...{ gift: { kind: "discount_percent", percent: 15 }, validDays: 60 },
    },
  ],
  bonusWeekday: 4,
  unhappyNow: 40,
  survey: "after-visit",
  topics: ["waiting", "noise", "size", "friendliness", "price", "out-of-stock"],
};
