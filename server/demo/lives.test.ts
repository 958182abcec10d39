import { dateIn } from "@fedele/core/time.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { identityOf } from "../modules/members/identityValues.ts";
import { emailAddressOf } from "../platform/mail/addresses.ts";
import { aurora } from "./aurora.ts";
import { bottega } from "./bottega.ts";
import { chanceOf } from "./chance.ts";
import { habits } from "./habits.ts";
import { type Deed, type Life, lifeOf } from "./lives.ts";
import { phoneOf } from "./people.ts";
import type { Story } from "./story.ts";

const NOW = Date.parse("2026-03-02T15:00:00Z");
const HOUR_MS = 3_600_000;
const stories: readonly Story[] = [bottega, aurora];

function livesOf(story: Story, seed = "fedele", nowMs = NOW): Life[] {
  return Array.from({ length: Math.min(story.members, 600) }, (_, index) => lifeOf({ story, seed, nowMs }, index));
}

function toldOf({ deeds }: Life) {
  return deeds.flatMap((deed) => (deed.kind === "activity" ? [{ at: deed.at, ...deed.told }] : []));
}

describe.each(stories.map((story) => [story.name, story] as const))("%s", (_name, story) => {
  const lives = livesOf(story);

  test("the same seed and day tell the same to the byte, another seed tells something else", () => {
    expect(JSON.stringify(livesOf(story))).toBe(JSON.stringify(lives));
    expect(JSON.stringify(livesOf(story, "another"))).not.toBe(JSON.stringify(lives));
  });

  test("a life does not depend on which others were asked for", () => {
    const told = { story, seed: "fedele", nowMs: NOW };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: lives.length - 1 }), (index) => {
        expect(lifeOf(told, index)).toEqual(lives[index]);
      }),
    );
  });

  test("whenever it is told, nobody does anything before joining, or later than now", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: story.members - 1 }),
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2031, 0, 1) }),
        (seed, index, nowMs) => {
          const { joinedAt, deeds } = lifeOf({ story, seed, nowMs }, index);
          const times = deeds.map(({ at }) => at);
          expect(times).toEqual(times.toSorted((one, other) => one - other));
          expect(times.every((at) => at > joinedAt && at < nowMs)).toBe(true);
          expect(joinedAt).toBeLessThan(nowMs);
          expect(joinedAt).toBeGreaterThan(nowMs - (story.days + 16) * 24 * HOUR_MS);
        },
      ),
    );
  });

  test("members are grown up, found by one card each, and have addresses that reach nobody", () => {
    const numbers = lives.map(({ person }) => person.number);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { person } of lives) {
      if (person.birthDate !== undefined) {
        expect(2026 - Number(person.birthDate.slice(0, 4))).toBeGreaterThanOrEqual(18);
        expect(2026 - Number(person.birthDate.slice(0, 4))).toBeLessThan(90);
      }
      if (person.email !== undefined) {
        expect(emailAddressOf(person.email)).toBe(person.email);
        expect(person.email).toMatch(/@(example\.(org|com|net)|(posta|mail)\.test)$/);
      }
      if (person.phone !== undefined) {
        expect(person.phone).toMatch(/^\+(1\d{3}55501|442079460|493023125|494066969|498999998)\d{2,3}$/);
        expect(identityOf("phone", person.phone, undefined).value).toBe(person.phone);
      }
    }
    const found = lives.flatMap(({ person }) => [person.email, person.phone]).filter((it) => it !== undefined);
    expect(new Set(found).size).toBe(found.length);
  });

  test("a basket costs what its products cost, less what was taken off", () => {
    const prices = new Map(story.shops.flatMap(({ products }) => products.map((it) => [it.sku, it.priceMinor])));
    for (const told of lives.flatMap(toldOf).filter(({ kind }) => kind === "purchase")) {
      expect(told.lines?.length).toBeGreaterThan(0);
      for (const { product = "", quantityThousandths, amountMinor, discountMinor = 0 } of told.lines ?? []) {
        expect(amountMinor + discountMinor).toBe(((prices.get(product) ?? Number.NaN) * quantityThousandths) / 1_000);
        expect(amountMinor).toBeGreaterThan(0);
      }
    }
  });

  test("no more comes back than was bought, and nothing before it was bought", () => {
    for (const life of lives) {
      const told = toldOf(life);
      for (const back of told.filter(({ kind }) => kind === "return")) {
        const sale = told.find(({ document }) => document === back.purchase?.document);
        expect(sale?.at).toBeLessThan(back.at);
        expect(back.returned?.[0]?.quantityThousandths).toBe(sale?.lines?.[0]?.quantityThousandths);
      }
      const documents = told.map(({ document }) => document);
      expect(new Set(documents).size).toBe(documents.length);
    }
  });

  test("a closed shop sells nothing, but for the visits that went wrong just now", () => {
    for (const { at, kind, location } of lives.flatMap(toldOf)) {
      const shop = story.shops.find(({ code }) => code === location);
      if (kind !== "purchase" || shop === undefined || at > NOW - 48 * HOUR_MS) continue;
      const weekday = (new Date(`${dateIn(shop.timezone, at)}T12:00:00Z`).getUTCDay() + 6) % 7;
      expect(shop.weekdays[weekday]).toBeGreaterThan(0);
    }
  });

  test("every kind of member is there, and some are unhappy right now", () => {
    expect(new Set(lives.map(({ habit }) => habit.name))).toEqual(new Set(habits.map(({ name }) => name)));
    expect(lives.filter(({ habit, deeds }) => habit.name === "advocate" && deeds.length > 0)).not.toEqual([]);
    const unhappy = lives.filter((life) => {
      const last = toldOf(life).findLast(({ kind }) => kind === "answer");
      return last !== undefined && Number(last.attributes?.stars) <= 2 && last.at > NOW - 48 * HOUR_MS;
    });
    const expected = Math.floor((story.unhappyNow * lives.length) / story.members);
    expect(unhappy.length).toBeGreaterThanOrEqual(Math.floor(expected / 2));
    expect(unhappy.length).toBeLessThanOrEqual(expected * 2);
  });

  test("what is told is what members of that kind do", () => {
    const share = (name: string, isSo: (told: ReturnType<typeof toldOf>[number]) => boolean): number => {
      const told = lives.filter(({ habit }) => habit.name === name).flatMap(toldOf);
      const purchases = told.filter(({ kind }) => kind === "purchase");
      return purchases.filter(isSo).length / purchases.length;
    };
    const isReduced = ({ lines = [] }: { lines?: readonly { discountMinor?: number }[] }) =>
      lines.some(({ discountMinor = 0 }) => discountMinor > 0);
    expect(share("price", isReduced)).toBeGreaterThan(0.7);
    expect(share("truly", isReduced)).toBeLessThan(0.15);
    expect(share("convenience", ({ channel }) => channel === "app")).toBeGreaterThan(0.85);
    expect(lives.some(({ habit, deeds }) => habit.name === "advocate" && deeds.some(isPurchase))).toBe(false);
  });
});

function isPurchase(deed: Deed): boolean {
  return deed.kind === "activity" && deed.told.kind === "purchase";
}

test("chance repeats itself, stays within its bounds, and follows weights", () => {
  const draws = (seed: string) =>
    Array.from(
      { length: 1_000 },
      (
        (chance) => () =>
          chance.next()
      )(chanceOf(seed)),
    );
  expect(draws("a")).toEqual(draws("a"));
  expect(draws("a")).not.toEqual(draws("b"));
  expect(draws("a").every((draw) => draw >= 0 && draw < 1)).toBe(true);
  const mean = draws("a").reduce((sum, draw) => sum + draw, 0) / 1_000;
  expect(mean).toBeGreaterThan(0.45);
  expect(mean).toBeLessThan(0.55);
  const chance = chanceOf("weights");
  const drawn = Array.from({ length: 1_000 }, () => chance.weighted([{ weight: 1 }, { weight: 0 }, { weight: 9 }]));
  expect(drawn.filter(({ weight }) => weight === 0)).toEqual([]);
  expect(drawn.filter(({ weight }) => weight === 9).length).toBeGreaterThan(850);
});

test("numbers that films use are each somebody's alone, and run out", () => {
  for (const country of ["US", "GB", "DE"]) {
    const numbers = Array.from({ length: 5_000 }, (_, index) => phoneOf(country, index)).filter(
      (it) => it !== undefined,
    );
    expect(numbers.length).toBeGreaterThanOrEqual(1_000);
    expect(new Set(numbers).size).toBe(numbers.length);
  }
  expect(phoneOf("IT", 0)).toBeUndefined();
});
