// The pharmacy of Aurora's story: in Prague, Vinohrady. Medicine earns nothing, as the law has it.
import type { Product, Shop } from "./story.ts";

const products: readonly [Product, ...Product[]] = [
  { sku: "sun-cream", name: "Sun cream SPF 50", categories: ["skin"], priceMinor: 38_900, weight: 9 },
  { sku: "hand-cream", name: "Hand cream", categories: ["skin"], priceMinor: 12_900, weight: 16, most: 2 },
  { sku: "day-cream", name: "Day cream", categories: ["skin"], priceMinor: 45_900, weight: 7 },
  { sku: "vitamin-c", name: "Vitamin C", categories: ["vitamins"], priceMinor: 17_900, weight: 18, most: 2 },
  { sku: "magnesium", name: "Magnesium", categories: ["vitamins"], priceMinor: 22_900, weight: 14, most: 2 },
  { sku: "omega-3", name: "Omega-3", categories: ["vitamins"], priceMinor: 34_900, weight: 8 },
  { sku: "toothpaste", name: "Toothpaste", categories: ["care"], priceMinor: 9_900, weight: 18, most: 2 },
  { sku: "shampoo", name: "Shampoo with birch", categories: ["care"], priceMinor: 18_900, weight: 12 },
  { sku: "plasters", name: "Plasters", categories: ["first-aid"], priceMinor: 7_900, weight: 11, most: 2 },
  { sku: "baby-balm", name: "Balm for babies", categories: ["family"], priceMinor: 21_900, weight: 6 },
  { sku: "tea", name: "Herbal tea", categories: ["family"], priceMinor: 8_900, weight: 12, most: 3 },
  {
    ...{ sku: "painkiller", name: "Pain relief, 20 tablets", categories: ["medicine"], priceMinor: 6_900, weight: 16 },
    kind: "restricted",
  },
];

export const pharmacy: Shop = {
  code: "pharmacy-prague",
  name: "Aurora Lékárna, Praha 2",
  partner: "aurora-pharmacy",
  country: "CZ",
  timezone: "Europe/Prague",
  currency: "CZK",
  rates: [
    "0.0398",
    "0.0397",
    "0.0399",
    "0.0401",
    "0.0402",
    "0.0403",
    "0.0405",
    "0.0406",
    "0.0408",
    "0.0410",
    "0.0412",
    "0.0411",
  ],
  weight: 30,
  origins: [
    { language: "cs", country: "CZ", weight: 90 },
    { language: "en", country: "US", weight: 4 },
    { language: "de", country: "DE", weight: 4 },
    { language: "ro", country: "RO", weight: 2 },
  ],
  tills: ["pokladna-1", "pokladna-2"],
  hours: [8, 19],
  weekdays: [13, 12, 11, 11, 12, 8, 0],
  months: [1.3, 1.25, 1.1, 1, 0.95, 0.85, 0.8, 0.8, 0.95, 1.1, 1.2, 1.2],
  gapDays: 36,
  products,
  linesMax: 3,
};
