// A campaign is tried on what was sold before it is started: how often, for whom, and for how much.
import { expect, test } from "vitest";
import { bonus, inTier, pointsPerEuro, spending, threeTiers } from "../support/programme.ts";
import { openTown } from "../support/town.ts";

const town = openTown();

const worth = { faceValue: { points: 100, minor: 50 } };

test("says how many purchases would have earned, what it would have cost, and shows a few", async () => {
  const { buys, visits, triesCampaign, balance } = await town.shop({ points: worth });
  for (const [who, euros] of [
    ["ana", 20],
    ["bob", 120],
    ["ana", 150],
    ["eva", 10],
  ] as const)
    await buys(who, euros);
  await visits("ana");
  const before = [await balance("ana"), await balance("bob")];
  expect(await triesCampaign([bonus(30, { when: [spending(100)] })])).toMatchObject({
    purchases: 4,
    members: 3,
    earning: 2,
    earningMembers: 2,
    heldOut: 0,
    cut: 0,
    points: [{ pointsType: "points", points: 60, worthMinor: 30 }],
    net: [{ pointsType: "points", points: 60, worthMinor: 30 }],
    examples: [
      { amountMinor: 15_000, points: [{ rule: "a bonus of 30", pointsType: "points", points: 30 }] },
      { amountMinor: 12_000, points: [{ rule: "a bonus of 30", pointsType: "points", points: 30 }] },
    ],
  });
  expect([await balance("ana"), await balance("bob")]).toEqual(before);
});

test("counts what other campaigns would have given less", async () => {
  const { buys, triesCampaign } = await town.shop();
  await buys("ana", 100);
  const exclusive = { stacking: { kind: "exclusive" }, priority: 5 };
  expect(await triesCampaign([bonus(30)], exclusive)).toMatchObject({
    points: [{ points: 30, worthMinor: null }],
    net: [{ points: -70, worthMinor: null }],
  });
});

test("judges each purchase by the member as they were then", async () => {
  const { buys, triesCampaign } = await town.shop({ tiers: threeTiers() });
  await buys("ana", 600);
  await buys("ana", 10);
  const silver = await triesCampaign([bonus(5, { when: [inTier("silver")] })]);
  expect(silver).toMatchObject({ purchases: 2, earning: 1, points: [{ points: 5 }] });
});

test("keeps to its limits, its budget and its hours, in the order in which things were bought", async () => {
  const { buys, triesCampaign, jumps } = await town.shop();
  for (const who of ["ana", "ana", "bob", "eva"]) await buys(who, 10);
  jumps({ days: 1 });
  await buys("ana", 10);
  const aDay = { limit: { times: 1, per: "day" } };
  expect(await triesCampaign([bonus(10)], aDay)).toMatchObject({ earning: 4, cut: 1, points: [{ points: 40 }] });
  const ever = bonus(10, { limit: { times: 1, per: "ever" } });
  expect(await triesCampaign([ever])).toMatchObject({ earning: 3, cut: 2, points: [{ points: 30 }] });
  const bounded = { budget: { points: 25 } };
  expect(await triesCampaign([bonus(10)], bounded)).toMatchObject({ earning: 2, cut: 3, points: [{ points: 20 }] });
  // The second of March 2026 was a Monday.
  const tuesday = { schedule: [{ weekdays: [2] }] };
  expect(await triesCampaign([pointsPerEuro(2)], tuesday)).toMatchObject({ earning: 1, points: [{ points: 20 }] });
});

test("looks at the latest purchases alone, a thousand at most", async () => {
  const { buys, triesCampaign, asks } = await town.shop();
  await buys("ana", 100);
  await buys("ana", 200, { at: "2026-02-01T10:00:00Z" });
  expect(await triesCampaign([pointsPerEuro(1)], {}, 1)).toMatchObject({ purchases: 1, points: [{ points: 100 }] });
  expect(await triesCampaign([pointsPerEuro(1)])).toMatchObject({ purchases: 2, firstAt: "2026-02-01T10:00:00.000Z" });
  const many = await asks("POST", "/v1/programme/trials", { rules: [], purchases: 1_001 });
  expect(many.status).toBe(400);
});

test("of a shop that has sold nothing says so", async () => {
  const { triesCampaign } = await town.shop();
  expect(await triesCampaign([bonus(10)])).toEqual({
    ...{ purchases: 0, members: 0, firstAt: null, lastAt: null, earning: 0, earningMembers: 0, heldOut: 0, cut: 0 },
    ...{ points: [], rewards: [], net: [], examples: [] },
  });
});
