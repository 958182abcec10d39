// The one way into a tenant's data.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../server/platform/database/database.ts";
import { mayRetry } from "../../server/platform/database/failures.ts";
import {
  againAfter,
  type Ctx,
  inTransaction,
  onConnection,
  readOnConnection,
} from "../../server/platform/database/transaction.ts";
import { asAdmin, nameOf, testDatabase } from "../support/database.ts";

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
  await asAdmin(
    "create table marks (id int primary key, at timestamptz, day date, big bigint, part numeric, bigs bigint[])",
    await nameOf(db),
  );
  await asAdmin("grant all on marks to fedele_app", await nameOf(db));
});
afterAll(() => db.close());

const who = { tenantId: "01890000-0000-7000-8000-000000000001", now: 0, actor: "system" };
const run = <T>(work: (ctx: Ctx) => Promise<T>) => inTransaction(db, who, work);
const insert = (ctx: Ctx, id: number) => ctx.query("insert into marks (id) values ($1)", [id]);
const marks = async () =>
  (await db.app.query<{ id: number }>("select id from marks order by id")).rows.map(({ id }) => id);

test("knows its tenant, and forgets it with its end", async () => {
  const ask = "select current_setting('app.tenant_id', true) as tenant";
  expect(await run((ctx) => ctx.query(ask))).toEqual([{ tenant: who.tenantId }]);
  expect((await db.app.query(ask)).rows).not.toEqual([{ tenant: who.tenantId }]);
});

test("takes no tenant that is not a UUID", async () => {
  const inject = { ...who, tenantId: "'; drop table marks; --" };
  await expect(inTransaction(db, inject, async () => 1)).rejects.toThrow("must be a UUID");
});

test("gives times, whole numbers and decimals as we use them", async () => {
  const values = [-1, "2026-11-23T21:07:41.123Z", "2026-11-23", 9_007_199_254_740_991, "0.10", "{1,NULL,2}"];
  const [row] = await run((ctx) =>
    ctx.query("insert into marks values ($1, $2, $3, $4, $5, $6) returning *, array[at] as times", values),
  );
  const at = Date.parse("2026-11-23T21:07:41.123Z");
  const expected = { id: -1, at, times: [at], day: "2026-11-23", big: 9_007_199_254_740_991, part: "0.10" };
  expect(row).toEqual({ ...expected, bigs: [1, null, 2] });
  await expect(run((ctx) => ctx.query("select 9007199254740993::bigint"))).rejects.toThrow("too large to be exact");
});

test("is undone as a whole by an error of its work", async () => {
  await expect(
    run(async (ctx) => {
      await insert(ctx, 1);
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  expect(await marks()).not.toContain(1);
});

test("has not happened when a statement failed, even if nobody waited for it", async () => {
  const careless = run(async (ctx) => {
    await insert(ctx, 2);
    insert(ctx, 2).catch(() => undefined);
  });
  await expect(careless).rejects.toMatchObject({ code: "23505" });
  expect(await marks()).not.toContain(2);
});

test("has not happened when its work swallowed a failure", async () => {
  const swallowed = run(async (ctx) => {
    await insert(ctx, 3);
    await insert(ctx, 3).catch(() => undefined);
  });
  await expect(swallowed).rejects.toMatchObject({ code: "23505" });
  expect(await marks()).not.toContain(3);
});

test("sends together what is asked for together", async () => {
  const [first, second] = await run((ctx) => Promise.all([insert(ctx, 4), ctx.query("select 1 as one")]));
  expect([first, second]).toEqual([[], [{ one: 1 }]]);
  expect(await marks()).toContain(4);
});

test("serves the same statement many times in one flight", async () => {
  await run((ctx) => Promise.all(Array.from({ length: 20 }, (_, index) => insert(ctx, 100 + index))));
  expect((await marks()).filter((id) => id >= 100)).toHaveLength(20);
});

test("leaves a connection that serves the next one", async () => {
  for (let round = 0; round < 30; round += 1) {
    await run((ctx) => ctx.query("select 1 / 0")).catch(() => undefined);
    expect(await run((ctx) => ctx.query("select 1 as one"))).toEqual([{ one: 1 }]);
  }
});

test("that lost a deadlock is refused as unavailable and leaves nothing", async () => {
  await run((ctx) => Promise.all([insert(ctx, 10), insert(ctx, 11)]));
  const lock = (ctx: Ctx, id: number) => ctx.query("select id from marks where id = $1 for update", [id]);
  const { promise: bothBegun, resolve } = Promise.withResolvers<void>();
  let begun = 0;
  const crossing = (one: number, other: number, mark: number) =>
    run(async (ctx) => {
      await insert(ctx, mark);
      await lock(ctx, one);
      begun += 1;
      if (begun === 2) resolve();
      await bothBegun;
      await lock(ctx, other);
    });
  const outcomes = await Promise.allSettled([crossing(10, 11, 12), crossing(11, 10, 13)]);
  const lost = outcomes.findIndex(({ status }) => status === "rejected");
  expect(outcomes[lost]).toMatchObject({ reason: { code: "unavailable", retryAfterSeconds: 2 } });
  expect(await marks()).toContain(lost === 0 ? 13 : 12);
  expect(await marks()).not.toContain(lost === 0 ? 12 : 13);
});

test("that finds no free connection is refused as unavailable", async () => {
  const { promise: end, resolve } = Promise.withResolvers<void>();
  const busy = Array.from({ length: db.app.options.max }, () => run(() => end));
  await expect(run(async () => 1)).rejects.toMatchObject({ code: "unavailable" });
  resolve();
  await Promise.all(busy);
  expect(await run(async () => 1)).toBe(1);
});

test("on a lane tells its owner when the same work may be tried again", async () => {
  const lane = await db.connectLane();
  const failure = onConnection(lane, who, (ctx) => ctx.query("select pg_terminate_backend(pg_backend_pid())"));
  const error = await failure.catch((reason: unknown) => reason);
  expect(mayRetry(error)).toBe(true);
  expect(mayRetry(new Error("a bug"))).toBe(false);
  await lane.end().catch(() => undefined);
});

test("that only asks sees its tenant, writes nothing, and leaves a connection that serves the next one", async () => {
  const lane = await db.connectLane();
  const asks = <T>(work: (ctx: Ctx) => Promise<T>) => readOnConnection(lane, who, work);
  const tenantAsked = "select current_setting('app.tenant_id', true) as tenant";
  await expect(asks((ctx) => insert(ctx, 20))).rejects.toMatchObject({ code: "25006" });
  await expect(asks(async (ctx) => ctx.later(Promise.resolve()))).rejects.toThrow("A question writes nothing.");
  await expect(asks((ctx) => ctx.query("select 1 / 0"))).rejects.toMatchObject({ code: "22012" });
  expect(await asks((ctx) => ctx.query(tenantAsked))).toEqual([{ tenant: who.tenantId }]);
  expect((await lane.query(tenantAsked)).rows).not.toEqual([{ tenant: who.tenantId }]);
  expect(await marks()).not.toContain(20);
  await lane.end();
});

test("work that wants something committed first is undone, and done again after it; not for ever", async () => {
  const seen: number[][] = [];
  const done = await run(async (ctx) => {
    const before = await ctx.query<{ id: number }>("select id from marks where id in (901, 902)");
    seen.push(before.map(({ id }) => id));
    await insert(ctx, 902);
    if (before.length > 0) return "done";
    throw againAfter(async (other) => {
      await insert(other, 901);
    });
  });
  expect([done, seen]).toEqual(["done", [[], [901]]]);
  expect(await marks()).toEqual(expect.arrayContaining([901, 902]));

  let tries = 0;
  const endless = run(async () => {
    tries += 1;
    throw againAfter(async () => {});
  });
  await expect(endless).rejects.toThrow("done again");
  expect(tries).toBe(21);
});
