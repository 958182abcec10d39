// Bottega: a coffee roaster and delicatessen of one shop in Turin.
import type { Condition } from "@fedele/core/conditions.ts";
import { habits } from "./habits.ts";
import type { Product, Shop, Story } from "./story.ts";

const products: readonly [Product, ...Product[]] = [
  { sku: "espresso", name: "Caffè espresso", categories: ["caffetteria"], priceMinor: 130, weight: 34, most: 2 },
  { sku: "cappuccino", name: "Cappuccino", categories: ["caffetteria"], priceMinor: 180, weight: 22, most: 2 },
  { sku: "marocchino", name: "Marocchino", categories: ["caffetteria"], priceMinor: 220, weight: 9 },
  { sku: "bicerin", name: "Bicerin", categories: ["caffetteria"], priceMinor: 550, weight: 5, most: 2 },
  { sku: "cornetto", name: "Cornetto alla crema", categories: ["forno"], priceMinor: 160, weight: 18, most: 3 },
  { sku: "focaccia", name: "Focaccia al rosmarino", categories: ["forno"], priceMinor: 380, weight: 14, most: 2 },
  { sku: "torta-nocciole", name: "Torta di nocciole", categories: ["forno"], priceMinor: 420, weight: 7 },
  { sku: "casa-250", name: "Miscela della Casa 250 g", categories: ["torrefazione"], priceMinor: 890, weight: 13 },
  { sku: "casa-1000", name: "Miscela della Casa 1 kg", categories: ["torrefazione"], priceMinor: 3_190, weight: 4 },
  { sku: "etiopia-250", name: "Etiopia Yirgacheffe 250 g", categories: ["torrefazione"], priceMinor: 1_250, weight: 6 },
  { sku: "decaffeinato", name: "Decaffeinato 250 g", categories: ["torrefazione"], priceMinor: 990, weight: 3 },
  { sku: "moka-3", name: "Moka da tre tazze", categories: ["utensili"], priceMinor: 2_900, weight: 1 },
  { sku: "toma", name: "Toma stagionata", categories: ["gastronomia"], priceMinor: 760, weight: 7 },
  { sku: "salame", name: "Salame al Barolo", categories: ["gastronomia"], priceMinor: 980, weight: 6 },
  { sku: "olive", name: "Olive taggiasche", categories: ["gastronomia"], priceMinor: 640, weight: 5 },
  { sku: "gianduiotti", name: "Gianduiotti", categories: ["dolci"], priceMinor: 1_150, weight: 6 },
  { sku: "cesto", name: "Cesto della Bottega", categories: ["dolci", "gastronomia"], priceMinor: 4_900, weight: 1 },
];

const shop: Shop = {
  code: "bottega",
  name: "Bottega, via Garibaldi",
  partner: "bottega",
  country: "IT",
  timezone: "Europe/Rome",
  currency: "EUR",
  weight: 1,
  origins: [
    { language: "it", country: "IT", weight: 82 },
    { language: "ro", country: "IT", weight: 8 },
    { language: "en", country: "GB", weight: 6 },
    { language: "de", country: "DE", weight: 4 },
  ],
  tills: ["cassa-1", "cassa-2"],
  hours: [7.5, 19.5],
  weekdays: [6, 8, 8, 9, 11, 14, 0],
  // Closed for a part of August; December is for presents.
  months: [0.9, 0.95, 1, 1, 1, 0.95, 0.85, 0.45, 1, 1.05, 1.1, 1.55],
  gapDays: 22,
  products,
  linesMax: 4,
};

const activityIs = (value: string): Condition => ({ field: "activity.kind", operator: "=", value });
const when = (...rules: Condition[]) => ({ combinator: "and" as const, rules });

export const bottega: Story = {
  name: "bottega",
  tenant: {
    name: "Bottega",
    currency: "EUR",
    timezone: "Europe/Rome",
    language: "it",
    country: "IT",
    bucketSpan: 1,
  },
  members: 300,
  cohort: 300,
  slices: 84,
  days: 548,
  card: "B",
  partners: [{ code: "bottega", name: "Bottega" }],
  shops: [shop],
  habits,
  pointsTypes: [
    {
      ...{ code: "chicchi", name: "Chicchi", spendable: true, qualifying: true, faceValue: { points: 1, minor: 5 } },
      // From the next day on: nobody buys a coffee with the points of the coffee before it, and one sees them wait.
      ...{ activation: { kind: "after_days", days: 1 }, expiry: { kind: "end_of_month", months: 12 } },
      giveBack: { kind: "reissue", graceDays: 30 },
    },
    {
      ...{ code: "timbri", name: "Timbri", spendable: true, qualifying: false, faceValue: null },
      ...{ activation: { kind: "immediately" }, expiry: { kind: "never" }, giveBack: { kind: "expire" } },
    },
  ],
  campaigns: [
    {
      name: "Un chicco per ogni euro",
      rules: [
        {
          name: "Un chicco per ogni euro",
          pointsType: "chicchi",
          when: when(activityIs("purchase")),
          effect: { kind: "points_per_money", points: 1, perMinor: 100 },
        },
      ],
    },
    {
      name: "Tessera del caffè",
      rules: [
        {
          name: "Un timbro per ogni tazza",
          pointsType: "timbri",
          when: when(activityIs("purchase")),
          items: when({ field: "item.category", operator: "=", value: "caffetteria" }),
          effect: { kind: "per_item", points: 1, perThousandths: 1_000 },
        },
      ],
    },
    {
      name: "Martedì doppio",
      rules: [
        {
          name: "Il martedì i chicchi sono doppi",
          pointsType: "chicchi",
          when: when(activityIs("purchase"), { field: "time.weekday", operator: "=", value: 2 }),
          effect: { kind: "multiplier", factor: "2" },
        },
      ],
    },
    {
      name: "Benvenuto in bottega",
      rules: [
        {
          name: "Venti chicchi al primo passaggio",
          pointsType: "chicchi",
          when: when(
            { field: "member.purchases", operator: "=", value: 0 },
            { field: "member.visits", operator: "=", value: 0 },
          ),
          effect: { kind: "fixed", points: 20 },
          limit: { times: 1, per: "ever" },
        },
      ],
    },
    {
      name: "Tanti auguri",
      rules: [
        {
          name: "Cinquanta chicchi nella settimana del compleanno",
          pointsType: "chicchi",
          when: when(
            { field: "activity.kind", operator: "in", value: ["purchase", "visit"] },
            { field: "member.days_from_birthday", operator: "<=", value: 3 },
          ),
          effect: { kind: "fixed", points: 50 },
          limit: { times: 1, per: "days", days: 300 },
        },
      ],
    },
    {
      name: "Porta un amico",
      rules: [
        {
          name: "Trenta chicchi per un amico",
          pointsType: "chicchi",
          when: when(activityIs("referral")),
          effect: { kind: "fixed", points: 30 },
          limit: { times: 5, per: "days", days: 30 },
        },
        {
          name: "Due chicchi per chi parla di noi",
          pointsType: "chicchi",
          when: when(activityIs("share")),
          effect: { kind: "fixed", points: 2 },
          limit: { times: 1, per: "days", days: 1 },
        },
      ],
    },
    {
      name: "La tua opinione conta",
      rules: [
        {
          name: "Cinque chicchi per ogni risposta",
          pointsType: "chicchi",
          when: when({ field: "activity.kind", operator: "in", value: ["answer", "review"] }),
          effect: { kind: "fixed", points: 5 },
          limit: { times: 1, per: "days", days: 7 },
        },
      ],
    },
    {
      name: "Autunno in torrefazione",
      rules: [
        {
          name: "Metà chicchi in più sul caffè in grani",
          pointsType: "chicchi",
          when: when(activityIs("purchase")),
          items: when({ field: "item.category", operator: "=", value: "torrefazione" }),
          effect: { kind: "multiplier", factor: "1.5" },
          fromDaysAgo: 60,
          untilDaysAgo: -30,
        },
      ],
    },
  ],
  tiers: {
    metric: "spend",
    period: { kind: "calendar", months: 6 },
    tiers: [
      { code: "amico", name: "Amico", threshold: 0 },
      { code: "habitue", name: "Habitué", threshold: 9_000 },
      { code: "di-casa", name: "Di casa", threshold: 18_000 },
    ],
    downgrade: { policy: "one_down", graceDays: 30 },
    onReturn: "keep_until_period_end",
  },
  rewards: [
    {
      ...{ code: "caffe", name: "Un caffè", cost: { pointsType: "chicchi", points: 20 } },
      ...{ gift: { kind: "product", sku: "espresso" }, validDays: 60 },
    },
    {
      ...{ code: "colazione", name: "Cappuccino e cornetto", cost: { pointsType: "chicchi", points: 45 } },
      ...{ gift: { kind: "product", sku: "cappuccino" }, validDays: 60 },
    },
    {
      ...{ code: "focaccia", name: "Una focaccia al rosmarino", cost: { pointsType: "chicchi", points: 60 } },
      ...{ gift: { kind: "product", sku: "focaccia" }, validDays: 60 },
    },
    {
      ...{
        code: "tessera-piena",
        name: "Tessera piena: un caffè in omaggio",
        gift: { kind: "product", sku: "espresso" },
      },
      cost: { pointsType: "timbri", points: 10 },
    },
    {
      ...{ code: "miscela", name: "250 g di Miscela della Casa", cost: { pointsType: "chicchi", points: 150 } },
      ...{ gift: { kind: "product", sku: "casa-250" }, stock: 80, validDays: 90 },
    },
    {
      ...{ code: "cinque-euro", name: "5 € di sconto", cost: { pointsType: "chicchi", points: 100 } },
      ...{ gift: { kind: "discount_amount", amountMinor: 500 }, validDays: 90 },
    },
    {
      ...{ code: "degustazione", name: "Degustazione per due", cost: { pointsType: "chicchi", points: 200 } },
      ...{ gift: { kind: "benefit" }, stock: 24, tiers: ["habitue", "di-casa"], validDays: 120 },
    },
  ],
  benefits: [
    {
      ...{ code: "caffe-del-mese", name: "Il caffè del mese", tiers: ["di-casa"], period: "month", usesMax: 1 },
      gift: { kind: "product", sku: "espresso" },
    },
    {
      ...{ code: "macinatura", name: "Macinatura su misura", tiers: ["habitue", "di-casa"], period: "month" },
      gift: { kind: "benefit" },
    },
  ],
  coupons: [
    {
      ...{ name: "Volantino d'autunno", codes: [{ code: "AUTUNNO10" }], usesMax: null, perMemberMax: 1 },
      ...{ gift: { kind: "discount_percent", percent: 10 }, validDays: 60 },
    },
  ],
  bonusWeekday: 2,
  unhappyNow: 3,
  survey: "dopo-la-visita",
  topics: ["attesa", "caffe-freddo", "cortesia", "prezzo"],
};
