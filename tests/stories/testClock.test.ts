// A demo: two weeks pass while one looks. What a date decides is decided by the demo's own date, and by nobody else's.
import { expect, test } from "vitest";
import { heartbeatsOf } from "../../server/background.ts";
import { KEY_CACHE_MS } from "../../server/platform/http/keyCache.ts";
import { KEY_KEPT_DAYS, sweepKeys } from "../../server/platform/idempotency.ts";
import { callWith, startServer } from "../support/server.ts";
import { threeTiers } from "./support/programme.ts";
import type { Shop } from "./support/shop.ts";
import { openTown } from "./support/town.ts";

const town = openTown();
const DAY = 86_400;

const missing = "a sale that nobody tells";
const jumps = (shop: Shop, days: number, headers?: Record<string, string>) =>
  shop.asks("POST", "/v1/clock", { seconds: days * DAY }, headers);
const now = async (shop: Shop): Promise<string> =>
  (await shop.asks("GET", "/v1/reports/liability")).body.at.slice(0, 10);

/** The heartbeats of a serving process, each once. */
async function beats(): Promise<void> {
  const { parts, rootKey } = town.server();
  for (const { run } of heartbeatsOf({ ...parts, rootKey })) await run();
}

test("points expire, the tier falls and a return whose sale never came gives up, in the demo alone", async () => {
  const terms = {
    points: { expiry: { kind: "after_days", days: 30 } },
    tiers: threeTiers({
      silver: 100,
      period: { kind: "calendar", months: 1 },
      downgrade: { policy: "by_balance", graceDays: 0 },
    }),
  };
  const [demo, other] = [await town.shop(terms), await town.shop(terms)];
  for (const shop of [demo, other]) {
    await shop.buys("ana", 150);
    expect((await shop.returns("ana", missing, null, { receipt: "r-1" })).status).toBe(202);
  }
  const before = await now(demo);

  expect(await jumps(demo, 14)).toMatchObject({ status: 200, body: { clockOffsetMs: 14 * DAY * 1_000 } });
  expect(await now(demo)).not.toBe(before);
  expect(await demo.balance("ana")).toBe(150);
  expect((await jumps(demo, 17)).body.booked).toBeGreaterThan(0);
  // At once, without any job.
  expect(await demo.balance("ana")).toBe(0);
  expect(await demo.statement("ana")).toEqual(["+150 issued", "-150 expired"]);
  await jumps(demo, 60);
  await beats();
  expect(await demo.statement("ana")).toEqual(["+150 issued", "-150 expired"]);
  expect(await demo.tier("ana")).toBe("bronze");
  const fate = async (shop: Shop) => (await shop.returns("ana", missing, null, { receipt: "r-1" })).body.status;
  expect(await fate(demo)).toBe("orphan");

  expect(await fate(other)).toBe("parked");
  expect(await now(other)).toBe(before);
  expect(await other.balance("ana")).toBe(150);
  expect(await other.tier("ana")).toBe("silver");
});

test("the clock goes forward only, only so far, and only in a demo", async () => {
  const demo = await town.shop();
  for (const seconds of [0, -1, 1.5]) {
    expect((await demo.asks("POST", "/v1/clock", { seconds })).status).toBe(400);
  }
  expect((await jumps(demo, 3_000)).status).toBe(200);
  expect((await jumps(demo, 661)).body.detail).toContain("at most 3660 days ahead");
  expect((await jumps(demo, 660)).status).toBe(200);

  const real = await town.server().newTenant({ isDemo: false });
  expect(await real.call("POST", "/v1/clock", { seconds: DAY })).toMatchObject({ status: 403 });
  expect((await real.call("GET", "/v1/tenant")).body).toMatchObject({ isDemo: false, clockOffsetMs: 0 });
});

test("a jump that is sent twice is one jump, and stands in the audit log", async () => {
  const demo = await town.shop();
  const key = { "idempotency-key": "jump-1" };
  const first = await jumps(demo, 14, key);
  expect((await jumps(demo, 14, key)).body).toEqual(first.body);
  const log = (await demo.asks("GET", "/v1/audit-entries?operation=moveClock")).body.items;
  expect(log).toMatchObject([{ said: { seconds: 14 * DAY } }]);
});

test("another process notices the jump within seconds", async () => {
  const demo = await town.shop();
  const server = town.server();
  const second = await startServer({ db: server.db, clock: server.clock });
  const { key } = await server.newKey(demo.tenant, ["tenant:read", "ledger:read"]);
  const there = callWith(second.url, key);
  const day = async () => (await there("GET", "/v1/reports/liability")).body.at.slice(0, 10);
  const before = await day();
  await jumps(demo, 14);
  server.clock.advance(KEY_CACHE_MS + 1);
  expect(await day()).not.toBe(before);
  await second.app.close();
  await second.parts.lanes.close();
  await second.parts.relay.stop();
});

test("how long a request may be repeated is counted on the wall, however far a demo has jumped", async () => {
  const demo = await town.shop();
  const { db, clock } = town.server();
  const kept = async () => {
    await sweepKeys(db, clock.now());
    const { rows } = await db.maintenance.query("select key from idempotency_keys where tenant_id = $1 order by key", [
      demo.tenant.id,
    ]);
    return rows.map(({ key }) => key).filter((key) => key.startsWith("gift"));
  };
  await demo.adjusts("ana", 5, { order: "gift-before" });
  await jumps(demo, 40);
  await demo.adjusts("ana", 5, { order: "gift-after" });
  expect(await kept()).toEqual(["gift-after", "gift-before"]);
  await demo.adjusts("ana", 5, { order: "gift-before" });
  expect(await demo.balance("ana")).toBe(10);
  clock.advance((KEY_KEPT_DAYS * DAY + 60) * 1_000);
  expect(await kept()).toEqual([]);
});
