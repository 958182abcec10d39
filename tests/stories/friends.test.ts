// Loyalty is more than buying: whoever brings others, shares and answers is a loyal member too.
import { expect, test } from "vitest";
import { bonus, inTier, isA, pointsPerEuro, threeTiers, times } from "./support/programme.ts";
import { openTown } from "./support/town.ts";

const town = openTown();

test("a friend who never buys still climbs a tier, by the friends that she brings", async () => {
  const { enrols, refers, tier, balance, standing } = await town.shop({
    rules: [pointsPerEuro(), bonus(100, { name: "a friend", when: [isA("referral")] })],
    tiers: threeTiers({ metric: "referrals", silver: 2, gold: 5 }),
  });
  await enrols("mia");
  await refers("mia");
  expect(await tier("mia")).toBe("bronze");
  await refers("mia");
  expect(await standing("mia")).toMatchObject({ tier: "silver", progress: 2, nextTier: "gold", missing: 3 });
  await Promise.all([refers("mia"), refers("mia"), refers("mia")]);
  expect(await tier("mia")).toBe("gold");
  expect(await balance("mia")).toBe(500);
});

test("what she has climbed counts when she buys after all", async () => {
  const { shares, buys, tier } = await town.shop({
    rules: [pointsPerEuro(), times("2", { when: [isA("purchase"), inTier("silver", "gold")] })],
    tiers: threeTiers({ metric: "shares", silver: 3, gold: 10 }),
  });
  for (const link of ["coat", "bag", "hat"]) await shares("mia", { receipt: link });
  expect(await tier("mia")).toBe("silver");
  expect((await buys("mia", 10)).earned).toBe(20);
});

test("sharing the same link twice is one share", async () => {
  const { shares, standing } = await town.shop({ tiers: threeTiers({ metric: "shares", silver: 3, gold: 10 }) });
  await shares("mia", { receipt: "coat" });
  await shares("mia", { receipt: "coat" });
  expect(await standing("mia")).toMatchObject({ progress: 1 });
});

test("visits, answers and whatever else the shop thanks for come in by the same door", async () => {
  const { visits, answers, does, balance, explains } = await town.shop({
    rules: [
      bonus(5, { name: "a visit", when: [isA("visit")] }),
      bonus(10, { name: "an answer", when: [isA("answer")] }),
      bonus(50, { name: "a plant", when: [{ field: "activity.name", operator: "=", value: "watered-the-plants" }] }),
    ],
  });
  await visits("mia");
  await answers("mia");
  const plant = await does("mia", "custom", { name: "watered-the-plants" });
  expect(await balance("mia")).toBe(65);
  const { why, whyNot } = await explains("mia", plant);
  expect(why).toMatchObject([{ name: "a plant", award: { points: 50 } }]);
  expect(whyNot.map(({ name, reason }: { name: string; reason: string }) => `${name}: ${reason}`).toSorted()).toEqual([
    "a visit: condition",
    "an answer: condition",
  ]);
});
