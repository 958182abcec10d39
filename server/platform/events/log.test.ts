import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Booked, type Booking, DAY, startBooking } from "../../../tests/support/booking.ts";
import { newId } from "../ids.ts";
import { emit, type OutboxEvent } from "../outbox.ts";
import { createRelay, type Listener, type Relay } from "../relay.ts";
import { EVENTS_KEPT_DAYS, findHead, logRows, readLog, sweepLog } from "./log.ts";

let shop: Booking;
let ana: Booked;
let bea: Booked;
beforeAll(async () => {
  shop = await startBooking();
  [ana, bea] = [await shop.joins(), await shop.joins()];
});
afterAll(() => shop.close());
beforeEach(() => shop.admin("delete from outbox; delete from leases; delete from event_log; delete from event_heads"));

const relayWith = (listeners: readonly Listener[] = []): Relay =>
  createRelay({ ...shop, log: shop.parts.log, listeners, tenantOf: shop.current });
const tells = async (...members: Booked[]): Promise<OutboxEvent[]> => {
  shop.clock.advance(1);
  const now = shop.clock.now();
  const events = members.map((member) => {
    return { id: newId(now, member.bucket), type: "tier.changed", ...member, at: now, data: { from: null, to: "b" } };
  });
  await shop.within((ctx) => emit(ctx, events));
  return events;
};
const relays = async (): Promise<void> => {
  const relay = relayWith();
  await relay.deliverAll();
  await relay.stop();
};
const idsAfter = async (position: number) =>
  (await shop.within((ctx) => readLog(ctx, position))).map((logged) => [logged.position, logged.event.id]);

test("every event gets the next position, in the order of its row, and is read from any of them on", async () => {
  const [a, b] = [await tells(ana, ana, ana), await tells(bea)];
  await relays();
  const c = await tells(ana, ana);
  await relays();
  const ids = [...a, ...b, ...c].map(({ id }, index) => [index + 1, id]);
  expect(await idsAfter(0)).toEqual(ids);
  expect(await idsAfter(2)).toEqual(ids.slice(2));
  expect(await idsAfter(6)).toEqual([]);
  expect(await shop.within(findHead)).toEqual({ position: 6, sweptPosition: 0 });
});

test("a row that commits late gets a later position than what was told before it", async () => {
  const early = await tells(ana);
  const [row] = await shop.admin("delete from outbox returning row_to_json(outbox)::text as text");
  const [other] = await tells(bea);
  await relays();
  await shop.admin(`insert into outbox select * from json_populate_record(null::outbox, '${row.text}')`);
  await relays();
  expect(await idsAfter(0)).toEqual([
    [1, other?.id],
    [2, early[0]?.id],
  ]);
});

test("killed between the log and the end of the rows, the next process gives no second position", async () => {
  await tells(ana, ana);
  const [{ rows }] = await shop.admin("select json_agg(o)::text as rows from outbox o");
  await relays();
  await shop.admin(`insert into outbox select * from json_populate_recordset(null::outbox, '${rows}')`);
  const [news] = await tells(bea);
  await relays();
  expect((await idsAfter(0)).map(([position]) => position)).toEqual([1, 2, 3]);
  expect(await idsAfter(2)).toEqual([[3, news?.id]]);
  expect(await shop.admin("select count(*)::int from outbox")).toEqual([{ count: 0 }]);
});

test("two who log the same rows at the same moment wait for each other, and one finds nothing to do", async () => {
  await tells(ana);
  await relays();
  await tells(ana, ana);
  await tells(bea);
  const rows = await shop.admin("select id, events::text as events from outbox order by id");
  let waiting = 3;
  const { promise: allAreThere, resolve: go } = Promise.withResolvers<void>();
  const logs = () =>
    shop.within(async (ctx) => {
      await ctx.query("select 1");
      waiting -= 1;
      if (waiting === 0) go();
      await allAreThere;
      return logRows(ctx, rows, shop.clock.now());
    });
  expect((await Promise.all([logs(), logs(), logs()])).toSorted()).toEqual([0, 0, 2]);
  expect((await idsAfter(0)).map(([position]) => position)).toEqual([1, 2, 3, 4]);
});

test("who slept through the end of its lease logs nothing", async () => {
  const [sleeper, other] = [relayWith(), relayWith()];
  await tells(ana);
  await sleeper.deliverAll();
  await tells(bea);
  shop.clock.advance(10_001);
  await other.deliverAll();
  shop.clock.advance(-10_001);
  await tells(ana);
  // It believes that it holds the lease still.
  expect(await sleeper.deliverAll()).toBe(0);
  expect(await shop.within(findHead)).toMatchObject({ position: 2 });
  await sleeper.stop();
  await other.stop();
});

test("a listener that the database fails does not keep events from leaving", async () => {
  const away: Listener = {
    name: "away",
    hears: ["tier.changed"],
    handle: () => Promise.reject(new Error("Connection terminated")),
  };
  const relay = relayWith([away]);
  await tells(ana);
  expect(await relay.deliverAll()).toBe(0);
  expect(await relay.deliverAll()).toBe(0);
  expect(await shop.within(findHead)).toMatchObject({ position: 1 });
  await relay.stop();
});

describe("old events", () => {
  test(`go after ${EVENTS_KEPT_DAYS} days; the count goes on, and says up to where nothing is kept`, async () => {
    await tells(ana, ana);
    await relays();
    const at = shop.clock.now();
    expect(await sweepLog(shop.db, at + (EVENTS_KEPT_DAYS - 1) * DAY)).toBe(0);
    expect(await sweepLog(shop.db, at + (EVENTS_KEPT_DAYS + 1) * DAY)).toBe(1);
    expect(await shop.within(findHead)).toEqual({ position: 2, sweptPosition: 2 });
    const [next] = await tells(bea);
    await relays();
    expect(await idsAfter(2)).toEqual([[3, next?.id]]);
  });
});
