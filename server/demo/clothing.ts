// The clothes shop of Aurora's story: in Berlin, Mitte.
import type { Product, Shop } from "./story.ts";

const products: readonly [Product, ...Product[]] = [
  { sku: "tee", name: "Organic cotton T-shirt", categories: ["tops"], priceMinor: 2_900, weight: 20, most: 3 },
  { sku: "shirt", name: "Linen shirt", categories: ["tops"], priceMinor: 6_900, weight: 10, most: 2 },
  { sku: "sweater", name: "Merino sweater", categories: ["tops", "knitwear"], priceMinor: 9_900, weight: 9 },
  { sku: "jeans", name: "Straight jeans", categories: ["trousers"], priceMinor: 8_900, weight: 13 },
  { sku: "dress", name: "Midi dress", categories: ["dresses"], priceMinor: 11_900, weight: 7 },
  { sku: "coat", name: "Wool coat", categories: ["outerwear"], priceMinor: 24_900, weight: 3 },
  { sku: "raincoat", name: "Raincoat", categories: ["outerwear"], priceMinor: 14_900, weight: 5 },
  { sku: "sneakers", name: "Canvas sneakers", categories: ["shoes"], priceMinor: 7_900, weight: 8 },
  { sku: "scarf", name: "Checked scarf", categories: ["accessories"], priceMinor: 3_900, weight: 9 },
  { sku: "socks", name: "Three pairs of socks", categories: ["accessories"], priceMinor: 1_800, weight: 14, most: 3 },
  { sku: "alteration", name: "Alteration", categories: ["service"], priceMinor: 1_500, weight: 4 },
];

export const clothing: Shop = {
  code: "clothing-berlin",
  name: "Aurora Clothing, Berlin Mitte",
  partner: "aurora-clothing",
  country: "DE",
  timezone: "Europe/Berlin",
  currency: "EUR",
  weight: 40,
  origins: [
    { language: "de", country: "DE", weight: 82 },
    { language: "en", country: "GB", weight: 6 },
    { language: "ro", country: "RO", weight: 7 },
    { language: "it", country: "IT", weight: 5 },
  ],
  tills: ["till-1", "till-2", "till-3"],
  hours: [10, 20],
  weekdays: [7, 7, 8, 9, 12, 16, 0],
  months: [1.1, 0.8, 1, 1.05, 1, 0.95, 1.1, 0.8, 1.1, 1.1, 1.25, 1.5],
  gapDays: 44,
  products,
  linesMax: 3,
};
