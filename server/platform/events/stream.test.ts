import { once } from "node:events";
import { Writable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Booking, startBooking } from "../../../tests/support/booking.ts";
import { createStreamCounts, type Reading, readable, STREAMS_OF_KEY_MAX, streamOf } from "./stream.ts";

let shop: Booking;
beforeAll(async () => {
  shop = await startBooking();
});
afterAll(() => shop.close());

const reading = (more: Partial<Reading> = {}): Reading => ({
  who: { tenantId: shop.tenant.id, now: shop.clock.now(), actor: "system" },
  after: null,
  types: new Set(["member.blocked"]),
  seconds: 60,
  heartbeatMs: 20,
  gone: new AbortController().signal,
  mayGoOn: async () => true,
  ...more,
});
const piecesOf = async (more: Partial<Reading>): Promise<string[]> => {
  const pieces: string[] = [];
  for await (const piece of streamOf(shop.db, shop.parts.feed, reading(more))) pieces.push(piece);
  return pieces;
};

test("a quiet stream says that it is there, and moves the last id on over what nobody asked for", async () => {
  await shop.buys(await shop.joins(), 100);
  await shop.parts.relay.deliverAll();
  let beats = 0;
  const pieces = await piecesOf({ after: 0, mayGoOn: async () => ++beats < 3 });
  expect(pieces[0]).toMatch(/^retry: \d{4,5}\n\n$/);
  const [{ position }] = await shop.admin("select position::int from event_heads");
  expect(pieces.slice(1)).toEqual(Array.from({ length: 2 }, () => `: still here\nid: ${position}\n\n`));
});

test("whose key is revoked is let go at the next heartbeat; who is gone is not written to", async () => {
  expect(await piecesOf({ mayGoOn: async () => false })).toHaveLength(1);
  const gone = new AbortController();
  gone.abort();
  expect(await piecesOf({ gone: gone.signal })).toHaveLength(1);
});

test("a reader who takes nothing is cut, and no more than a piece or two is held for them", async () => {
  let made = 0;
  const endless = (async function* () {
    for (;;) {
      made += 1;
      yield "x".repeat(100_000);
    }
  })();
  const stalled = new Writable({ highWaterMark: 1, write: () => undefined });
  const stream = readable(endless, 50);
  stream.pipe(stalled);
  await once(stream, "close");
  expect(made).toBeLessThan(5);
});

test("places are counted by key and by tenant, and given back once", () => {
  const streams = createStreamCounts();
  const who = { tenantId: "t", keyId: "k" };
  const leaves = Array.from({ length: STREAMS_OF_KEY_MAX }, () => streams.enter(who));
  expect(() => streams.enter(who)).toThrow("open already");
  leaves[0]?.();
  leaves[0]?.();
  streams.enter(who);
  expect(() => streams.enter(who)).toThrow("open already");
  for (let key = 1; key < 5; key += 1) {
    for (let count = 0; count < STREAMS_OF_KEY_MAX; count += 1) streams.enter({ tenantId: "t", keyId: `k${key}` });
  }
  expect(() => streams.enter({ tenantId: "t", keyId: "another" })).toThrow("500");
  expect(streams.total()).toBe(500);
});
