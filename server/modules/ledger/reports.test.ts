// The reports over HTTP: what a tenant's own members have, and nothing of anybody else's.
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type TestServer, type TestTenant } from "../../../tests/support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function opens(): Promise<TestTenant & { gives(points: number): Promise<string> }> {
  const shop = await server.newTenant();
  const type = { code: "points", name: "Points", spendable: true, qualifying: true };
  const expiry = { kind: "after_days", days: 30 };
  expect((await shop.call("POST", "/v1/points-types", { ...type, expiry })).status).toBe(201);
  const gives = async (points: number): Promise<string> => {
    const { body } = await shop.call("POST", "/v1/members", {});
    const gift = { pointsType: "points", points, reason: "A gift." };
    expect((await shop.call("POST", `/v1/members/${body.id}/adjustments`, gift)).status).toBe(201);
    return body.id;
  };
  return { ...shop, gives };
}

test("liability and reconciliation are the tenant's own, and agree with each other", async () => {
  const [shop, other] = [await opens(), await opens()];
  const ana = await shop.gives(100);
  await shop.gives(40);
  await other.gives(7_000);
  const spend = { pointsType: "points", points: 30 };
  expect((await shop.call("POST", `/v1/members/${ana}/spends`, spend)).status).toBe(201);

  const liability = await shop.call("GET", "/v1/reports/liability");
  expect(liability).toMatchObject({ status: 200, body: { at: "2026-03-02T09:00:00.000Z" } });
  const split = { spendable: 110, pending: 0, held: 0, debt: 0, later: 0, never: 0 };
  const expiring = [{ month: "2026-04", points: 110 }];
  expect(liability.body.items).toEqual([{ pointsType: "points", outstanding: 110, ...split, expiring }]);

  const day = await shop.call("GET", "/v1/reports/reconciliation?from=2026-03-02&to=2026-03-02");
  const movements = [
    { account: "adjusted", points: 140 },
    { account: "spent", points: -30 },
  ];
  expect(day.body.items).toEqual([{ pointsType: "points", opening: 0, movements, closing: 110 }]);
  const later = await shop.call("GET", "/v1/reports/reconciliation?from=2026-03-03&to=2026-03-31");
  expect(later.body.items).toEqual([{ pointsType: "points", opening: 110, movements: [], closing: 110 }]);
});

test("a period upside down, or of no calendar, is refused in words", async () => {
  const shop = await opens();
  for (const days of ["from=2026-03-02&to=2026-03-01", "from=2026-02-30&to=2026-03-01", "from=2026-03-01"]) {
    const { status, body } = await shop.call("GET", `/v1/reports/reconciliation?${days}`);
    expect([days, status, body.code]).toEqual([days, 400, "invalid"]);
  }
});
