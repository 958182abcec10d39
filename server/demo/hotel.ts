// The hotel of Aurora's story: by the bay of San Diego.
import type { Product, Shop } from "./story.ts";

const products: readonly [Product, ...Product[]] = [
  { sku: "night-bay", name: "Night, bay view room", categories: ["room"], priceMinor: 21_900, weight: 16, most: 4 },
  { sku: "night-garden", name: "Night, garden room", categories: ["room"], priceMinor: 17_900, weight: 20, most: 3 },
  { sku: "night-suite", name: "Night, corner suite", categories: ["room"], priceMinor: 38_900, weight: 4, most: 3 },
  {
    sku: "breakfast",
    name: "Breakfast on the terrace",
    categories: ["dining"],
    priceMinor: 2_800,
    weight: 22,
    most: 4,
  },
  { sku: "dinner", name: "Dinner for one", categories: ["dining"], priceMinor: 5_600, weight: 10, most: 4 },
  { sku: "spa-hour", name: "An hour in the spa", categories: ["spa"], priceMinor: 9_500, weight: 7, most: 2 },
  { sku: "surf-lesson", name: "Surf lesson", categories: ["leisure"], priceMinor: 8_500, weight: 5, most: 2 },
  { sku: "bike-day", name: "Bicycle for a day", categories: ["leisure"], priceMinor: 3_200, weight: 6, most: 2 },
];

export const hotel: Shop = {
  code: "hotel-san-diego",
  name: "Aurora Hotel, San Diego",
  partner: "aurora-hotel",
  country: "US",
  timezone: "America/Los_Angeles",
  currency: "USD",
  rates: [
    "0.9215",
    "0.9242",
    "0.9188",
    "0.9231",
    "0.9164",
    "0.9120",
    "0.9078",
    "0.9105",
    "0.9142",
    "0.9176",
    "0.9203",
    "0.9198",
  ],
  weight: 30,
  origins: [
    { language: "en", country: "US", weight: 84 },
    { language: "de", country: "DE", weight: 8 },
    { language: "en", country: "GB", weight: 5 },
    { language: "it", country: "IT", weight: 3 },
  ],
  tills: ["front-desk", "bar", "spa"],
  hours: [7, 23],
  weekdays: [7, 6, 6, 8, 12, 13, 9],
  months: [0.75, 0.85, 1, 1.05, 1.05, 1.25, 1.45, 1.4, 1, 0.9, 0.8, 0.9],
  gapDays: 78,
  products,
  linesMax: 3,
};
