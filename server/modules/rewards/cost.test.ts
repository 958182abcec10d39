// What the programme costs: points at face value, to the point those of the liability report, and this month's gifts.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openShop, type Shop, type ShopSettings } from "../../../tests/stories/support/shop.ts";
import { startServer, type TestServer } from "../../../tests/support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const opens = (settings: ShopSettings = {}) => openShop(server, settings);
const cost = async (shop: Shop) => (await shop.asks("GET", "/v1/reports/cost")).body;
const fiveEuros = { points: 1_000, minor: 500 };
const euros = (amountMinor: number) => ({ points: 100, gift: { kind: "discount_amount", amountMinor } });

test("nobody can say what points are worth until somebody has said it, and has not taken it back", async () => {
  const shop = await opens();
  await shop.adjusts("ana", 1_501);
  const points = { pointsType: "points", outstanding: 1_501 };
  expect(await cost(shop)).toMatchObject({
    currency: "EUR",
    pointsMinor: 0,
    points: [{ ...points, faceValue: null, worthMinor: null }],
  });

  expect((await shop.changesPoints({ faceValue: fiveEuros })).body.faceValue).toEqual(fiveEuros);
  expect((await shop.asks("GET", "/v1/points-types")).body.items[0].faceValue).toEqual(fiveEuros);
  expect(await cost(shop)).toMatchObject({
    pointsMinor: 751,
    points: [{ ...points, faceValue: fiveEuros, worthMinor: 751 }],
  });

  await shop.changesPoints({ name: "Punti" });
  expect(await cost(shop)).toMatchObject({ pointsMinor: 751 });
  await shop.changesPoints({ faceValue: null });
  expect(await cost(shop)).toMatchObject({ pointsMinor: 0, points: [{ worthMinor: null }] });
});

test("the points are those of the liability report, by type: held ones too, less what is owed", async () => {
  const shop = await opens({
    points: { faceValue: fiveEuros, expiry: { kind: "after_days", days: 30 } },
    morePoints: [{ code: "stars", faceValue: { points: 3, minor: 1 } }, { code: "status" }],
  });
  await shop.adjusts("ana", 300);
  await shop.reserves("ana", 120);
  await shop.adjusts("bob", -40);
  shop.jumps({ days: 20 });
  await shop.adjusts("cat", 500);
  shop.jumps({ days: 15 });
  const liability = (await shop.asks("GET", "/v1/reports/liability")).body.items;
  const { points, pointsMinor } = await cost(shop);
  const told = ({ pointsType, outstanding }: { pointsType: string; outstanding: number }) => [pointsType, outstanding];
  expect(points.map(told)).toEqual(liability.map(told));
  expect(points[0].outstanding).toBe(460);
  expect(pointsMinor).toBe(230);
});

test("what rewards took off counts in the month in which they were used, once, and only money", async () => {
  const shop = await opens({ opens: "2026-03-31T21:30:00Z" });
  await shop.adjusts("ana", 1_000);
  await shop.offers("five", euros(500));
  await shop.offers("two", euros(200));
  await shop.offers("tenth", { gift: { kind: "discount_percent", percent: 10 } });
  const [five, two, kept, tenth] = [
    await shop.takes("ana", "five"),
    await shop.takes("ana", "two"),
    await shop.takes("ana", "five"),
    await shop.takes("ana", "tenth"),
  ];
  await shop.uses("ana", five);
  await shop.uses("ana", five);
  await shop.uses("ana", tenth);
  expect((await cost(shop)).discounts).toEqual({ month: "2026-03", rewards: 1, amountMinor: 500 });

  // Half an hour before midnight in London is past it in Rome: April.
  shop.jumps({ minutes: 60 });
  await shop.uses("ana", two);
  expect((await cost(shop)).discounts).toEqual({ month: "2026-04", rewards: 1, amountMinor: 200 });
  expect(await shop.fate("ana", kept)).toBe("active");
});

test("nobody sees what another tenant's programme costs", async () => {
  const [shop, other] = [await opens({ points: { faceValue: fiveEuros } }), await opens()];
  await shop.adjusts("ana", 2_000);
  expect(await cost(other)).toMatchObject({ pointsMinor: 0, points: [{ outstanding: 0 }] });
});

test.each([[{ points: 0, minor: 1 }], [{ points: 1, minor: 0 }], [{ points: 1 }], [{ points: 0.5, minor: 1 }], [5]])(
  "a face value of %j is refused",
  async (faceValue) => {
    const shop = await opens();
    expect(await shop.changesPoints({ faceValue }).catch(String)).toContain("400");
  },
);
