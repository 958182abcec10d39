import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Booked, type Booking, DAY, startBooking } from "../../tests/support/booking.ts";
import { newId } from "./ids.ts";
import { emit, type OutboxEvent } from "./outbox.ts";
import { isHeld, takeLease } from "./relay/leases.ts";
import { createRelay, type Listener, listDeadLetters, type Relay, retryDeadLetter, sweepMarks } from "./relay.ts";

let shop: Booking;
let ana: Booked;
let bea: Booked;
beforeAll(async () => {
  shop = await startBooking();
  [ana, bea] = [await shop.joins(), await shop.joins()];
});
afterAll(() => shop.close());
beforeEach(() => shop.admin("delete from outbox; delete from processed_events; delete from leases"));

const heard: string[] = [];
const failing = new Set<string>();
const notes: Listener = {
  name: "notes",
  hears: ["note.written"],
  handle: async (_ctx, events) => {
    for (const { data } of events) {
      if (failing.has(String(data.text))) throw new Error(`cannot read "${data.text}" of ana@example.com`);
    }
    heard.push(...events.map(({ data }) => String(data.text)));
  },
};
beforeEach(() => {
  heard.length = 0;
  failing.clear();
});

const relayWith = (listeners: readonly Listener[], clock = shop.clock): Relay =>
  createRelay({
    db: shop.db,
    clock,
    log: shop.parts.log,
    listeners,
    tenantOf: shop.current,
  });

const tells = (member: Booked, text: string, type = "note.written") => {
  shop.clock.advance(1);
  const now = shop.clock.now();
  const event: OutboxEvent = { id: newId(now, member.bucket), type, ...member, at: now, data: { text } };
  return shop.within((ctx) => emit(ctx, [event])).then(() => event);
};
const count = async (table: string) => Number((await shop.admin(`select count(*) from ${table}`))[0]?.count);

test("an event is heard once by who listens, and its row is gone; what nobody hears is gone too", async () => {
  const relay = relayWith([notes]);
  await tells(ana, "one");
  await tells(bea, "two");
  await tells(ana, "nothing", "other.thing");
  expect(await relay.deliverAll()).toBe(3);
  expect(heard).toEqual(["one", "two"]);
  expect(await relay.deliverAll()).toBe(0);
  expect([heard.length, await count("outbox")]).toEqual([2, 0]);
  await relay.stop();
});

test("whoever brings what is told is woken once it is committed, and not for what was undone", async () => {
  const woken: string[] = [];
  const hear = (tenantId: string): void => void woken.push(tenantId);
  shop.db.hearers.add(hear);
  await tells(ana, "awake");
  await shop.within((ctx) => ctx.query("select 1"));
  expect(woken).toEqual([shop.tenant.id]);
  const undone = shop.within(async (ctx) => {
    await emit(ctx, [{ id: newId(ctx.now, ana.bucket), type: "note.written", ...ana, at: ctx.now, data: {} }]);
    throw new Error("never mind");
  });
  await expect(undone).rejects.toThrow("never mind");
  expect(woken).toEqual([shop.tenant.id]);
  shop.db.hearers.delete(hear);
});

test("killed between the effect and the end of the row, the next process does not repeat the effect", async () => {
  const relay = relayWith([notes]);
  await tells(ana, "once");
  const rows = await shop.admin("select json_agg(o)::text as rows from outbox o");
  await relay.deliverAll();
  await relay.stop();
  await shop.admin(`insert into outbox select * from json_populate_recordset(null::outbox, '${rows[0].rows}')`);
  const next = relayWith([notes]);
  expect(await next.deliverAll()).toBe(1);
  expect([heard, await count("outbox")]).toEqual([["once"], 0]);
  await next.stop();
});

describe("a listener that fails", () => {
  test("is tried ten times, later and later; others go on; then its event is a dead letter", async () => {
    const relay = relayWith([notes]);
    failing.add("poison");
    await tells(bea, "before");
    const poison = await tells(ana, "poison");
    await tells(bea, "after");
    await relay.deliverAll();
    expect(heard).toEqual(["before", "after"]);
    expect(await count("outbox")).toBe(0);

    await relay.deliverAll();
    expect((await shop.admin("select attempts from processed_events where event is not null"))[0].attempts).toBe(1);
    for (let tries = 2; tries <= 10; tries += 1) {
      shop.clock.advance(5 * 60_000);
      await relay.deliverAll();
    }
    const [letter] = await shop.within((ctx) => listDeadLetters(ctx, 10));
    expect(letter).toMatchObject({ listener: "notes", bucket: ana.bucket, attempts: 10, event: poison });
    expect(letter?.error).not.toContain("example.com");

    failing.clear();
    shop.clock.advance(DAY);
    await relay.deliverAll();
    expect(heard).toEqual(["before", "after"]);
    const place = { listener: "notes", bucket: ana.bucket, eventId: poison.id };
    expect(await shop.within((ctx) => retryDeadLetter(ctx, place, shop.clock.now()))).toBe(true);
    await relay.deliverAll();
    expect(heard).toEqual(["before", "after", "poison"]);
    expect(await shop.within((ctx) => listDeadLetters(ctx, 10))).toEqual([]);
    expect(await shop.within((ctx) => retryDeadLetter(ctx, place, shop.clock.now()))).toBe(false);
    await relay.stop();
  });

  test("keeps the order of each member: what came later waits behind it", async () => {
    const relay = relayWith([notes]);
    failing.add("first");
    await tells(ana, "first");
    await relay.deliverAll();
    await tells(ana, "second");
    await tells(bea, "hers");
    await relay.deliverAll();
    expect(heard).toEqual(["hers"]);
    failing.clear();
    shop.clock.advance(60_000);
    await relay.deliverAll();
    expect(heard).toEqual(["hers", "first", "second"]);
    await relay.stop();
  });

  test("holds up its own listener only", async () => {
    const others: string[] = [];
    const deaf: Listener = {
      ...notes,
      name: "other",
      handle: async (_ctx, events) => void others.push(...events.map(({ id }) => id)),
    };
    const relay = relayWith([notes, deaf]);
    failing.add("poison");
    const event = await tells(ana, "poison");
    await relay.deliverAll();
    expect([heard, others]).toEqual([[], [event.id]]);
    await relay.stop();
  });
});

describe("two processes", () => {
  test("one relays for a tenant; the other takes over when the lease ends, or is given up", async () => {
    const [first, second] = [relayWith([notes]), relayWith([notes])];
    await tells(ana, "one");
    await first.deliverAll();
    await tells(ana, "two");
    expect(await second.deliverAll()).toBe(0);
    shop.clock.advance(10_001);
    expect(await second.deliverAll()).toBe(1);
    await tells(ana, "three");
    expect(await first.deliverAll()).toBe(0);
    await second.stop();
    expect(await first.deliverAll()).toBe(1);
    expect(heard).toEqual(["one", "two", "three"]);
    await first.stop();
  });

  test("who slept through the end of the lease finds its token old", async () => {
    const lease = { tenantId: shop.tenant.id, name: "relay" };
    const [sleeper, other] = [randomUUID(), randomUUID()];
    const take = (holder: string, nowMs: number) =>
      takeLease(shop.db, { ...lease, holder }, { nowMs, untilMs: nowMs + 10 });
    expect(await take(sleeper, 0)).toBe(1);
    expect(await take(other, 5)).toBeNull();
    expect(await take(sleeper, 5)).toBe(1);
    expect(await take(other, 20)).toBe(2);
    const held = (token: number) => shop.within((ctx) => isHeld(ctx, "relay", token));
    expect([await held(1), await held(2)]).toEqual([false, true]);
  });

  test("a tenant whose database work fails keeps its rows until it works again", async () => {
    const relay = relayWith([{ ...notes, handle: () => Promise.reject(new Error("Connection terminated")) }]);
    await tells(ana, "kept");
    expect(await relay.deliverAll()).toBe(0);
    expect([await count("outbox"), await count("processed_events")]).toEqual([1, 0]);
    await relay.stop();
  });
});

test("a nudge wakes the relay, and stopping waits for what is under way", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const relay = relayWith([{ ...notes, handle: async () => resolve() }]);
  relay.start();
  await tells(ana, "wake up");
  relay.nudge(shop.tenant.id);
  await promise;
  await relay.stop();
  expect(await count("outbox")).toBe(0);
});

test("marks of what was done are kept for 30 days, what is not done for ever", async () => {
  const relay = relayWith([notes]);
  failing.add("poison");
  await tells(ana, "fine");
  await tells(bea, "poison");
  await relay.deliverAll();
  await relay.stop();
  expect(await sweepMarks(shop.db, shop.clock.now() + 29 * DAY)).toBe(0);
  expect(await sweepMarks(shop.db, shop.clock.now() + 31 * DAY)).toBe(1);
  expect(await count("processed_events")).toBe(1);
});
