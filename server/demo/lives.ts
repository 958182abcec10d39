// A member's life in the programme, from joining to the day on which the story is told. Pure: the same story, seed and
// day give the same life, whichever other lives are asked for.
import { basketOf, placeOf, type ToldActivity } from "./baskets.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { monthOf, openDay, openMoment, type Told, weekdayOf } from "./days.ts";
import type { Habit } from "./habits.ts";
import { type Person, personOf } from "./people.ts";
import type { Shop } from "./story.ts";

export type Deed =
  | { readonly kind: "activity"; readonly at: number; readonly told: ToldActivity }
  /** Takes a reward, if the points are there, and uses it at once or keeps it. */
  | {
      readonly kind: "reward";
      readonly at: number;
      readonly document: string;
      readonly reward: string;
      readonly isUsed: boolean;
    }
  | { readonly kind: "coupon"; readonly at: number; readonly document: string; readonly code: string };

export type Life = {
  readonly person: Person;
  readonly habit: Habit;
  readonly joinedAt: number;
  /** What they agreed to be sent; undefined for whoever was not asked or said no. */
  readonly agreedAt: number | undefined;
  /** In the order of time. */
  readonly deeds: readonly Deed[];
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const YEAR_DAYS = 365;
/** Of a hundred so many joined when the programme began. */
const AT_FIRST = 30;
const FIRST_DAYS = 20;
/** Of a hundred so many are seen in more than one of the places, and how often then. */
const TRAVELLERS = 9;
const ELSEWHERE = 25;
const AGREED = 64;

/** The member number `index`, from 0. */
export function lifeOf(told: Told, index: number): Life {
  const { story, seed, nowMs } = told;
  const chance = chanceOf(`${seed} ${story.name} life ${index}`);
  const shop = chance.weighted(story.shops);
  const habit = chance.weighted(story.habits);
  const year = new Date(nowMs).getUTCFullYear();
  const person = personOf(`${seed} ${story.name}`, index, { origins: shop.origins, card: story.card, year });
  const from = openDay(told, shop, firstDay(story.days, habit, chance), chance);
  const joinedAt = Math.min(openMoment(told, shop, from, chance), nowMs - HOUR_MS);
  const agreedAt = chance.isLikely(AGREED / 100) ? joinedAt + MINUTE_MS : undefined;
  const isTraveller = chance.isLikely(TRAVELLERS / 100);
  const living: Living = { told, index, chance, shop, habit, from, joinedAt, isTraveller, deeds: [], documents: 0 };
  const isUnhappy = isUnhappyNow(living);
  const until = isUnhappy ? story.days : lastDay(living);

  buy(living, until);
  meet(living, until);
  if (isUnhappy) comeToGrief(living);
  const deeds = living.deeds.filter(({ at }) => at > joinedAt && at <= nowMs - MINUTE_MS);
  deeds.sort((one, other) => one.at - other.at);
  return { person, habit, joinedAt, agreedAt, deeds };
}

type Living = {
  readonly told: Told;
  readonly index: number;
  readonly chance: Chance;
  readonly shop: Shop;
  readonly habit: Habit;
  readonly from: number;
  readonly joinedAt: number;
  readonly isTraveller: boolean;
  readonly deeds: Deed[];
  documents: number;
};

function firstDay(days: number, { joinedWithin }: Habit, chance: Chance): number {
  if (joinedWithin !== null) return days - chance.between(1, joinedWithin);
  if (chance.isLikely(AT_FIRST / 100)) return chance.between(0, FIRST_DAYS);
  return chance.between(FIRST_DAYS, days - 5);
}

/** Some come for a while only. */
function lastDay({ told, habit, from, chance }: Living): number {
  const { days } = told.story;
  return chance.next() * 100 < habit.lost ? from + chance.between(10, 150) : days;
}

/** Spread over the members, and never one who does not buy. */
function isUnhappyNow({ told, index, habit }: Living): boolean {
  const { members, unhappyNow } = told.story;
  return habit.gap !== null && index % Math.floor(members / unhappyNow) === 7;
}

function documentOf(living: Living): string {
  living.documents += 1;
  return `${living.told.story.card}${living.index + 1}-${living.documents}`;
}

function tell(living: Living, at: number, told: Omit<ToldActivity, "source" | "document" | "occurredAt">): string {
  const document = documentOf(living);
  const source = "demo";
  living.deeds.push({
    kind: "activity",
    at,
    told: { source, document, occurredAt: new Date(at).toISOString(), ...told },
  });
  return document;
}

/** Purchases from the first day on, with what follows each of them. */
function buy(living: Living, until: number): void {
  const { told, habit, chance, from, joinedAt } = living;
  if (habit.gap === null) return;
  // One's own measure: some come twice as often as others of their kind.
  const pace = 0.6 + chance.next() * 0.9;
  purchase(living, living.shop, joinedAt + 2 * MINUTE_MS);
  let day = from;
  for (;;) {
    const shop = placeToday(living);
    const season = shop.months[monthOf(told, shop, day)] ?? 1;
    const gap = (shop.gapDays * habit.gap * pace * (0.35 + 1.3 * chance.next())) / season;
    day = dayWanted(living, shop, day + Math.max(1, Math.round(gap)));
    if (day > until) return;
    const stars = purchase(living, shop, openMoment(told, shop, day, chance));
    // Who was unhappy often does not come again.
    if (stars !== undefined && stars <= 2 && chance.isLikely(0.4)) return;
  }
}

function placeToday({ told, shop, chance, isTraveller }: Living): Shop {
  return isTraveller && chance.next() * 100 < ELSEWHERE ? chance.weighted(told.story.shops) : shop;
}

/** Some wait for the day on which the programme gives more. */
function dayWanted({ told, habit, chance }: Living, shop: Shop, day: number): number {
  if (chance.next() * 100 >= habit.onBonusDay) return openDay(told, shop, day, chance);
  const ahead = (told.story.bonusWeekday - 1 - weekdayOf(told, shop, day) + 7) % 7;
  return openDay(told, shop, day + ahead, chance);
}

/** A purchase; says with how many stars it was answered, if it was. */
function purchase(living: Living, shop: Shop, at: number): number | undefined {
  const { told, habit, chance } = living;
  const { story } = told;
  const isEffortless = chance.next() * 100 < habit.effortless;
  const place = placeOf(story, shop, new Date(at).getUTCMonth());
  const lines = basketOf(shop, habit, chance);
  const channel = isEffortless ? "app" : "pos";
  const attributes = isEffortless ? { reorder: true } : { till: chance.pick(shop.tills) };
  const document = tell(living, at, { kind: "purchase", channel, ...place, lines, attributes });

  if (chance.next() * 100 < habit.returned) {
    const [line] = lines;
    const returned = [{ line: 0, quantityThousandths: line?.quantityThousandths ?? 1_000 }];
    const purchased = { source: "demo", document };
    const back = at + chance.between(20, 9 * 24) * HOUR_MS;
    tell(living, back, { kind: "return", channel: "pos", ...place, purchase: purchased, returned });
  }
  if (chance.next() * 100 < habit.redeemed) redeem(living, at + chance.between(1, 4) * MINUTE_MS);
  if (chance.next() * 100 >= habit.answered) return undefined;
  return answer(living, at + chance.between(90, 400) * MINUTE_MS, starsOf(habit, chance));
}

function starsOf({ stars }: Habit, chance: Chance): number {
  const [one, two, three, four, five] = stars.map((weight, index) => ({ weight, stars: index + 1 }));
  if (one === undefined || two === undefined || three === undefined || four === undefined) return 5;
  return chance.weighted([one, two, three, four, ...(five === undefined ? [] : [five])]).stars;
}

function answer(living: Living, at: number, stars: number): number {
  const { told, chance } = living;
  const { survey, topics } = told.story;
  const about = stars <= 2 ? { topic: chance.pick(topics) } : {};
  tell(living, at, { kind: "answer", channel: "web", attributes: { survey, stars, ...about } });
  return stars;
}

function redeem(living: Living, at: number): void {
  const { told, chance } = living;
  const [first, ...others] = told.story.rewards;
  if (first === undefined) return;
  const { code } = chance.pick([first, ...others]);
  living.deeds.push({
    kind: "reward",
    at,
    document: documentOf(living),
    reward: code,
    isUsed: chance.isLikely(0.8),
  });
}

/** What is no purchase: visits, free uses, shares, friends brought, reviews, a coupon. */
function meet(living: Living, until: number): void {
  const { told, habit, chance, from } = living;
  const last = Math.min(until, told.story.days);
  const often = (perYear: number, deed: (at: number) => void): void => {
    const expected = (perYear * (last - from)) / YEAR_DAYS;
    const times = Math.floor(expected + chance.next());
    for (let time = 0; time < times; time += 1) {
      const day = openDay(told, living.shop, chance.between(from, Math.max(from, last)), chance);
      deed(openMoment(told, living.shop, day, chance));
    }
  };
  const location = living.shop.code;
  const medium = () => chance.pick(["whatsapp", "link", "qr", "email"]);
  often(habit.visits, (at) => tell(living, at, { kind: "visit", channel: "pos", location }));
  often(habit.freeUses, (at) => tell(living, at, { kind: "use", channel: "pos", location }));
  often(habit.shares, (at) => tell(living, at, { kind: "share", channel: "web", attributes: { medium: medium() } }));
  often(habit.referrals, (at) =>
    tell(living, at, { kind: "referral", channel: "web", attributes: { medium: medium() } }),
  );
  often(habit.reviews, (at) => tell(living, at, { kind: "review", channel: "web", attributes: { stars: 5 } }));
  const [batch] = told.story.coupons;
  const code = batch?.codes?.[0]?.code;
  if (code === undefined || habit.name !== "price" || !chance.isLikely(0.5)) return;
  const at = openMoment(told, living.shop, Math.max(from + 1, last - chance.between(1, 90)), chance);
  living.deeds.push({ kind: "coupon", at, document: documentOf(living), code });
}

/** The last visit, a day or two ago, went wrong, and was answered so. Nobody has called yet. */
function comeToGrief(living: Living): void {
  const { told, chance, joinedAt } = living;
  const { nowMs, story } = told;
  const at = Math.max(nowMs - chance.between(6, 44) * HOUR_MS, joinedAt + 10 * MINUTE_MS);
  const lines = basketOf(living.shop, living.habit, chance);
  const place = placeOf(story, living.shop, new Date(at).getUTCMonth());
  tell(living, at, { kind: "purchase", channel: "pos", ...place, lines, attributes: { till: living.shop.tills[0] } });
  answer(living, Math.min(at + chance.between(60, 300) * MINUTE_MS, nowMs - 20 * MINUTE_MS), chance.between(1, 2));
}
