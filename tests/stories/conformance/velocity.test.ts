// Case 68: a cashier who scans a card of their own with the receipts of others. Nothing is refused, somebody sees it.
import { expect, test } from "vitest";
import { openTown } from "../support/town.ts";

const town = openTown();

const hourly = (terms: object) => ({ policies: { velocity: { kind: "flag", minutes: 60, ...terms } } });

type Listing = { asks: Awaited<ReturnType<typeof town.shop>>["asks"] };
const flagged = async ({ asks }: Listing): Promise<string[]> =>
  (await asks("GET", "/v1/activity-flags")).body.items.map(
    ({ kind, counted, bound }: { kind: string; counted: number; bound: number }) => `${kind}: ${counted} of ${bound}`,
  );

test("case 68: the fourth receipt within an hour at one till is booked, flagged and shown", async () => {
  const shop = await town.shop(hourly({ receiptsPerTill: 3 }));
  const { buys, opensPlace, balance, jumps, idOf, asks } = shop;
  await opensPlace({ partner: "cafe", place: "north" });
  for (const receipt of ["r-1", "r-2", "r-3"]) {
    expect((await buys("cashier", 10, { receipt, place: "north" })).body.flags).toBeUndefined();
    jumps({ minutes: 10 });
  }
  expect((await buys("cashier", 10, { receipt: "r-0" })).body.flags).toBeUndefined();
  const fourth = await buys("cashier", 10, { receipt: "r-4", place: "north" });
  const flags = [{ kind: "receipts_per_till", counted: 4, bound: 3 }];
  expect(fourth).toMatchObject({ status: 201, earned: 10, body: { flags } });
  expect(await balance("cashier")).toBe(50);
  expect(await flagged(shop)).toEqual(["receipts_per_till: 4 of 3"]);

  const [latest] = (await asks("GET", `/v1/members/${await idOf("cashier")}/timeline`)).body.items;
  expect(latest).toMatchObject({ kind: "activity", activity: { id: fourth.id, flags } });
  jumps({ minutes: 61 });
  expect((await buys("cashier", 10, { place: "north" })).body.flags).toBeUndefined();
});

test("case 68: told again, or in parts, a receipt is one receipt", async () => {
  const shop = await town.shop(hourly({ receipts: 2 }));
  const { buys } = shop;
  for (const part of ["1", "2", "3", "4"]) await buys("ana", 10, { receipt: "r-1", part });
  await Promise.all([1, 2, 3, 4].map(() => buys("ana", 10, { receipt: "r-2" })));
  expect(await flagged(shop)).toEqual([]);
  const third = await buys("ana", 10, { receipt: "r-3" });
  expect(await buys("ana", 10, { receipt: "r-3" })).toMatchObject({ status: 200, body: third.body });
  expect(await flagged(shop)).toEqual(["receipts: 3 of 2"]);
});

test("case 68: of twenty in one batch each sees those before it; others are not flagged with them", async () => {
  const shop = await town.shop(hourly({ receipts: 5 }));
  const { buys, idOf } = shop;
  await Promise.all([idOf("ana"), idOf("bob")]);
  await Promise.all([...Array.from({ length: 20 }, () => buys("ana", 1)), ...[1, 2, 3].map(() => buys("bob", 1))]);
  const counts = Array.from({ length: 15 }, (_, at) => `receipts: ${20 - at} of 5`);
  expect((await flagged(shop)).toSorted()).toEqual(counts.toSorted());
});

test("case 68: points that come too fast are flagged; a programme that asks for nothing flags nothing", async () => {
  const shop = await town.shop(hourly({ points: 100 }));
  await shop.buys("ana", 90);
  await shop.buys("ana", 11);
  expect(await flagged(shop)).toEqual(["points: 101 of 100"]);
  await shop.decides({ velocity: { kind: "off" } });
  await shop.buys("ana", 90);
  expect(await flagged(shop)).toHaveLength(1);
  const none = { velocity: { kind: "flag", minutes: 0 } };
  expect(await shop.asks("PATCH", "/v1/programme/policies", none)).toMatchObject({ status: 400 });
});
