// Kinds of members, as loyalty research tells them apart: who is happy, who comes for the price, for the programme, out
// of convenience or for what is free, who is truly loyal, who speaks for the shop and never buys.

export type HabitName =
  | "happy"
  | "price"
  | "programme"
  | "convenience"
  | "freebie"
  | "truly"
  | "advocate"
  | "occasional"
  | "newcomer";

export type Habit = {
  readonly name: HabitName;
  readonly weight: number;
  /** Of the shop's usual days between two purchases; null: never buys. */
  readonly gap: number | null;
  /** How full the basket is, beside the usual one. */
  readonly basket: number;
  /** Of a hundred purchases so many are at a reduced price, on the programme's day, in the same way as ever. */
  readonly reduced: number;
  readonly onBonusDay: number;
  readonly effortless: number;
  /** Of a hundred purchases so many are brought back, answered about, and paid with a reward soon after. */
  readonly returned: number;
  readonly answered: number;
  readonly redeemed: number;
  /** Stars, from one to five, as they are given: each with its weight. */
  readonly stars: readonly [number, number, number, number, number];
  /** In a year. */
  readonly visits: number;
  readonly freeUses: number;
  readonly shares: number;
  readonly referrals: number;
  readonly reviews: number;
  /** Within how many of the last days everybody of this kind joined; null: any time. */
  readonly joinedWithin: number | null;
  /** Of a hundred so many came for a while and no more. */
  readonly lost: number;
};

const usual = {
  gap: 1,
  basket: 1,
  reduced: 12,
  onBonusDay: 15,
  effortless: 20,
  returned: 2,
  answered: 9,
  redeemed: 8,
  stars: [1, 2, 8, 36, 53],
  visits: 2,
  freeUses: 1,
  shares: 0.4,
  referrals: 0.1,
  reviews: 0.2,
  joinedWithin: null,
  lost: 18,
} as const satisfies Omit<Habit, "name" | "weight">;

/** Of a hundred members so many are of each kind. */
export const habits: readonly [Habit, ...Habit[]] = [
  { ...usual, name: "happy", weight: 26, stars: [0, 1, 5, 40, 54] },
  {
    ...{ ...usual, name: "price", weight: 16, gap: 1.3, basket: 1.2, reduced: 85, onBonusDay: 12, returned: 6 },
    ...{ redeemed: 7, stars: [4, 8, 30, 38, 20], lost: 26 },
  },
  {
    ...{ ...usual, name: "programme", weight: 12, gap: 0.95, reduced: 15, onBonusDay: 82, redeemed: 24 },
    ...{ visits: 4, stars: [1, 3, 16, 46, 34] },
  },
  {
    ...{ ...usual, name: "convenience", weight: 14, gap: 0.8, basket: 0.7, reduced: 6, effortless: 97, redeemed: 4 },
    ...{ answered: 4, stars: [2, 8, 40, 38, 12] },
  },
  {
    ...{ ...usual, name: "freebie", weight: 6, gap: 6, basket: 0.4, reduced: 40, freeUses: 18, visits: 7 },
    ...{ answered: 3, redeemed: 25, stars: [2, 4, 24, 44, 26] },
  },
  {
    ...{ ...usual, name: "truly", weight: 8, gap: 0.55, basket: 1.15, reduced: 3, onBonusDay: 14, answered: 22 },
    ...{ stars: [0, 0, 1, 19, 80], visits: 4, shares: 6, referrals: 1.6, reviews: 1.6, lost: 0 },
  },
  {
    ...{ ...usual, name: "advocate", weight: 3, gap: null, visits: 3, shares: 14, referrals: 3.4, reviews: 2.4 },
    ...{ freeUses: 0, lost: 0 },
  },
  { ...usual, name: "occasional", weight: 10, gap: 4.5, answered: 6, redeemed: 5, lost: 30 },
  { ...usual, name: "newcomer", weight: 5, gap: 1.1, joinedWithin: 45, lost: 0 },
];
