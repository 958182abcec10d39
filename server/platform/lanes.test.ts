// Lanes on the real database: who shares a batch, whom a failure reaches, and when a promise may be kept.
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { asAdmin, nameOf, testDatabase } from "../../tests/support/database.ts";
import type { Database } from "./database/database.ts";
import { type LaneCtx, type LaneOptions, type Lanes, openLanes, QUEUE_MAX, RETRY_MS } from "./lanes.ts";
import { Refusal } from "./refusal.ts";

const TENANT = "01890000-0000-7000-8000-000000000001";
const OTHER = "01890000-0000-7000-8000-000000000002";

let db: Database;
let database: string;
beforeAll(async () => {
  db = await testDatabase();
  database = await nameOf(db);
  await asAdmin(
    "create table marks (key text primary key, body text, place int generated always as identity)",
    database,
  );
  await asAdmin("grant all on marks to fedele_app", database);
});
afterEach(async () => {
  vi.useRealTimers();
  await asAdmin("delete from marks", database);
});
afterAll(() => db.close());

type Work = LaneOptions<string, string>["work"];
type Asked = { tenant?: string; bucket?: number; body?: string };

/** Lanes over `work`, and a verb for asking them; one lane where nothing else is said. */
function lanesOver(work: Work, options: Partial<LaneOptions<string, string>> = {}) {
  const batches: string[][] = [];
  const lanes = openLanes<string, string>({
    laneCount: 1,
    connect: () => db.connectLane(),
    work: (ctx, inputs) => {
      batches.push([...inputs]);
      return work(ctx, inputs);
    },
    ...options,
  });
  const asks = (key: string, { tenant = TENANT, bucket = 0, body = "" }: Asked = {}): Promise<string> =>
    lanes.run({ tenantId: tenant, bucket, key, fingerprint: body, now: 0, input: key });
  return { lanes, asks, batches };
}

/** Marks every key; a key that was marked before gives "again", one that was marked with another body is a conflict. */
async function mark(ctx: LaneCtx, keys: readonly string[], body = ""): Promise<(string | Refusal)[]> {
  const fresh = await ctx.query<{ key: string }>(
    `insert into marks (key, body) select key, $2 from unnest($1::text[]) as k (key)
     on conflict do nothing returning key`,
    [keys, body],
  );
  const known = await ctx.query<{ key: string; body: string }>("select key, body from marks where key = any($1)", [
    keys,
  ]);
  return keys.map((key) => {
    if (fresh.some((row) => row.key === key)) return `${key} done`;
    const same = known.find((row) => row.key === key)?.body === body;
    return same ? `${key} again` : new Refusal("conflict", "This key was used for something else.");
  });
}

/** What is in the database, in the order in which it came there. */
async function marked(): Promise<string[]> {
  const { rows } = await db.app.query<{ key: string }>("select key from marks order by place");
  return rows.map(({ key }) => key);
}

/** Work that fails the first time, in a way that only the database can, after it has written. */
function failingOnce(sql: string): Work {
  let failures = 1;
  return async (ctx, keys) => {
    const results = await mark(ctx, keys);
    if (failures > 0) {
      failures -= 1;
      await ctx.query(sql);
    }
    return results;
  };
}

const raise = (sqlState: string) => `do $$ begin raise exception 'provoked' using errcode = '${sqlState}'; end $$`;

async function closing<T>({ lanes }: { lanes: Lanes<string, string> }, done: Promise<T>): Promise<T> {
  try {
    return await done;
  } finally {
    await lanes.close();
  }
}

test("whoever asks in the same moment shares a transaction, and an answer means committed", async () => {
  const it = lanesOver(mark);
  const seen: string[][] = [];
  const asked = ["a", "b", "c"].map(async (key) => {
    expect(await it.asks(key)).toBe(`${key} done`);
    seen.push(await marked());
  });
  await closing(it, Promise.all(asked));
  expect(it.batches).toEqual([["a", "b", "c"]]);
  expect(seen).toEqual([
    ["a", "b", "c"],
    ["a", "b", "c"],
    ["a", "b", "c"],
  ]);
});

test("what queued while a batch was under way is the next batch", async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const it = lanesOver(async (ctx, keys) => {
    await gate;
    return mark(ctx, keys);
  });
  const first = it.asks("a");
  await vi.waitFor(() => expect(it.batches).toHaveLength(1));
  const later = [it.asks("b"), it.asks("c")];
  open();
  await closing(it, Promise.all([first, ...later]));
  expect(it.batches).toEqual([["a"], ["b", "c"]]);
});

test("whoever asks in the very moment in which the last one was answered is not forgotten", async () => {
  const it = lanesOver(async (_, keys) => [...keys]);
  for (let delay = 0; delay < 30; delay += 1) {
    await it.asks(`first ${delay}`);
    for (let step = 0; step < delay; step += 1) await Promise.resolve();
    await it.asks(`second ${delay}`);
  }
  await it.lanes.close();
});

test("the same request twice in a batch is done once and answered twice", async () => {
  const it = lanesOver(mark);
  const both = await closing(it, Promise.all([it.asks("a"), it.asks("a"), it.asks("b")]));
  expect(both).toEqual(["a done", "a done", "b done"]);
  expect(it.batches).toEqual([["a", "b"]]);
});

test("a refusal, too, reaches everybody who asked for the same", async () => {
  const it = lanesOver(async (_, keys) => keys.map(() => new Refusal("invalid", "No.")));
  const outcomes = await closing(it, Promise.allSettled([it.asks("a"), it.asks("a")]));
  expect(outcomes.map((outcome) => outcome.status === "rejected" && outcome.reason.code)).toEqual([
    "invalid",
    "invalid",
  ]);
});

test("the same key with another body waits for the first and is a conflict", async () => {
  const bodies = new Map<number, string>();
  const it = lanesOver((ctx, keys) => {
    const round = it.batches.length;
    return mark(ctx, keys, bodies.get(round) ?? `round ${round}`);
  });
  const outcomes = Promise.allSettled([it.asks("a", { body: "one" }), it.asks("a", { body: "other" }), it.asks("b")]);
  const [first, second, third] = await closing(it, outcomes);
  expect(first).toMatchObject({ value: "a done" });
  expect(second).toMatchObject({ reason: { code: "conflict" } });
  expect(third).toMatchObject({ value: "b done" });
  expect(it.batches).toEqual([["a", "b"], ["a"]]);
});

test("what fails is found by halving, and its neighbours are done once", async () => {
  const it = lanesOver(async (ctx, keys) => {
    const results = await mark(ctx, keys);
    // Not waited for, like every write of the hot path: the failure comes with COMMIT.
    if (keys.includes("poison")) ctx.later(ctx.query("select 1 / 0"));
    return results;
  });
  const keys = ["a", "b", "c", "poison", "d", "e", "f"];
  const outcomes = await closing(it, Promise.allSettled(keys.map((key) => it.asks(key))));
  expect(outcomes.map((outcome) => (outcome.status === "fulfilled" ? outcome.value : outcome.reason.code))).toEqual([
    "a done",
    "b done",
    "c done",
    "22012",
    "d done",
    "e done",
    "f done",
  ]);
  expect(await marked()).toEqual(["a", "b", "c", "d", "e", "f"]);
});

test("nobody is answered when a failure was swallowed and COMMIT rolled back", async () => {
  const it = lanesOver(async (ctx, keys) => {
    const results = await mark(ctx, keys);
    await ctx.query("select 1 / 0").catch(() => undefined);
    return results;
  });
  await expect(closing(it, it.asks("a"))).rejects.toMatchObject({ code: "22012" });
  expect(await marked()).toEqual([]);
});

test("nothing is committed when a write failed by our own mistake before it was sent", async () => {
  const it = lanesOver(async (ctx, keys) => {
    const results = await mark(ctx, keys);
    const write = async (): Promise<void> => {
      await ctx.query("insert into marks (key) values ($1)", [new Date(Number.NaN).toISOString()]);
    };
    ctx.later(write());
    return results;
  });
  await expect(closing(it, it.asks("a"))).rejects.toThrow("Invalid time value");
  expect(await marked()).toEqual([]);
});

test("an operation that gets no result is told so, and not kept waiting", async () => {
  const it = lanesOver(async () => []);
  await expect(closing(it, it.asks("a"))).rejects.toThrow("no result");
});

test.each([
  ["a serialization failure", raise("40001")],
  ["a deadlock", raise("40P01")],
  ["a server that shuts down", raise("57P01")],
  ["a full disk", raise("53100")],
  ["a lost connection", "select pg_terminate_backend(pg_backend_pid())"],
])("%s is survived: the same batch is done again, once", async (_, sql) => {
  const it = lanesOver(failingOnce(sql));
  const answers = await closing(it, Promise.all([it.asks("a"), it.asks("b")]));
  expect(answers).toEqual(["a done", "b done"]);
  expect(it.batches).toEqual([
    ["a", "b"],
    ["a", "b"],
  ]);
  expect(await marked()).toEqual(["a", "b"]);
});

test("two lanes that wait for each other's rows both come through", async () => {
  await asAdmin("insert into marks (key) values ('left'), ('right')", database);
  const { promise: bothBegun, resolve } = Promise.withResolvers<void>();
  let begun = 0;
  const change = (ctx: LaneCtx, key: string) => ctx.query("update marks set body = body || '+' where key = $1", [key]);
  const it = lanesOver(
    async (ctx, keys) => {
      const [one, other] = ctx.lane === 0 ? (["left", "right"] as const) : (["right", "left"] as const);
      await change(ctx, one);
      begun += 1;
      if (begun === 2) resolve();
      await bothBegun;
      await change(ctx, other);
      return mark(ctx, keys);
    },
    { laneCount: 2 },
  );
  const answers = await closing(it, Promise.all([it.asks("a", { bucket: 0 }), it.asks("b", { bucket: 1 })]));
  expect(answers).toEqual(["a done", "b done"]);
  expect(it.batches).toHaveLength(3);
});

test("a database that stays away is told as unavailable, to those who wait behind at the same time", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
  const connect = () => Promise.reject(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));
  const it = lanesOver(mark, { connect, batchMax: 1 });
  const outcomes = Promise.allSettled([it.asks("a"), it.asks("b"), it.asks("c", { tenant: OTHER })]);
  await vi.advanceTimersByTimeAsync(RETRY_MS + 1_000);
  for (const outcome of await outcomes) {
    expect(outcome).toMatchObject({ reason: { code: "unavailable", retryAfterSeconds: 5 } });
  }
  expect(it.lanes.depth()).toBe(0);
});

test("a database that comes back serves whoever asks then", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
  let isAway = true;
  const connect = () =>
    isAway ? Promise.reject(Object.assign(new Error("gone"), { code: "ECONNRESET" })) : db.connectLane();
  const it = lanesOver(mark, { connect });
  const early = Promise.allSettled([it.asks("early")]);
  await vi.advanceTimersByTimeAsync(RETRY_MS + 1_000);
  expect(await early).toMatchObject([{ status: "rejected" }]);
  vi.useRealTimers();
  isAway = false;
  expect(await closing(it, it.asks("late"))).toBe("late done");
});

test("the queue has an end: who comes later is sent away, and nobody who waits loses by it", async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const it = lanesOver(async (_, keys) => {
    await gate;
    return keys.map(String);
  });
  const waiting = Array.from({ length: QUEUE_MAX }, (_, index) => it.asks(String(index)));
  await expect(it.asks("one more")).rejects.toMatchObject({ code: "unavailable", retryAfterSeconds: 1 });
  expect(it.lanes.depth()).toBe(QUEUE_MAX);
  open();
  await closing(it, Promise.all(waiting));
  expect(Math.max(...it.batches.map((batch) => batch.length))).toBe(512);
  expect(it.lanes.depth()).toBe(0);
});

test("tenants take turns, one batch each, and never share one", async () => {
  const it = lanesOver(async (ctx, keys) => keys.map((key) => `${key} of ${ctx.tenantId}`), { batchMax: 2 });
  const large = ["a", "b", "c", "d", "e"].map((key) => it.asks(key));
  const small = it.asks("z", { tenant: OTHER });
  expect(await closing(it, Promise.all([...large, small]))).toContain(`z of ${OTHER}`);
  expect(it.batches).toEqual([["a", "b"], ["z"], ["c", "d"], ["e"]]);
});

test("one member's operations are done in the order in which they came, also around a failure", async () => {
  let failures = 2;
  const it = lanesOver(
    async (ctx, keys) => {
      const results = await mark(ctx, keys);
      if (failures > 0) {
        failures -= 1;
        await ctx.query(raise("40001"));
      }
      if (keys.includes("3")) ctx.later(ctx.query("select 1 / 0"));
      return results;
    },
    { batchMax: 4, laneCount: 2 },
  );
  const keys = Array.from({ length: 10 }, (_, index) => String(index));
  await closing(it, Promise.allSettled(keys.map((key) => it.asks(key, { bucket: 6 }))));
  expect(await marked()).toEqual(["0", "1", "2", "4", "5", "6", "7", "8", "9"]);
});

test("closing ends what is under way and what waits, and refuses what comes after", async () => {
  const it = lanesOver(mark, { batchMax: 1 });
  const asked = ["a", "b", "c"].map((key) => it.asks(key));
  const closed = it.lanes.close();
  await expect(it.asks("d")).rejects.toMatchObject({ code: "unavailable", retryAfterSeconds: 5 });
  await closed;
  expect(await Promise.all(asked)).toEqual(["a done", "b done", "c done"]);
  expect(await marked()).toEqual(["a", "b", "c"]);
});

test("closing twice, or lanes that were never used, does no harm", async () => {
  const it = lanesOver(mark);
  await Promise.all([it.lanes.close(), it.lanes.close()]);
});
