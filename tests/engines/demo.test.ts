// A story comes into its tenant by the roads of everyone's traffic, once, whatever happens on the way.
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { heartbeatsOf } from "../../server/background.ts";
import { forgetCleared } from "../../server/demo/demo.ts";
import { fillStory } from "../../server/demo/filling.ts";
import { stepsOf } from "../../server/demo/story.ts";
import { moveClock } from "../../server/modules/tenants/clocks.ts";
import { clearDemo } from "../../server/modules/tenants/foundings.ts";
import { createTenant, getTenant } from "../../server/modules/tenants/tenants.ts";
import { createParts, type Parts } from "../../server/parts.ts";
import { standingClock } from "../../server/platform/clock.ts";
import { inTransaction } from "../../server/platform/database/transaction.ts";
import { createLog } from "../../server/platform/log.ts";
import { verifyLedger } from "../../server/verify.ts";
import { testDatabase } from "../support/database.ts";
import { fill, fresh, newDemo, outcomeOf, shortStory, TOLD_AT } from "../support/stories.ts";

const rootKey = randomBytes(32);
const clock = standingClock(TOLD_AT);
let parts: Parts;
const children = new Set<ChildProcess>();
const folder = mkdtempSync(join(tmpdir(), "fedele-demo-"));

beforeAll(async () => {
  chmodSync(folder, 0o711);
  const db = await testDatabase();
  parts = createParts({ db, clock, log: createLog("silent"), rootKey, rateLimitPerMinute: 1_000 });
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await parts.lanes.close();
  await parts.outgoing.close();
  await parts.db.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a story is in as it was told, and the ledger agrees with itself", { timeout: 120_000 }, async () => {
  const tenant = await newDemo(parts, "whole");
  expect((await fresh(parts.db, tenant)).story).toMatchObject({ done: undefined, steps: 40 });
  expect(await fill(parts, tenant)).toBe(true);
  expect((await fresh(parts.db, tenant)).story).toMatchObject({ done: 40, steps: 40 });

  const outcome = await outcomeOf(parts, tenant);
  expect(Object.keys(outcome)).toHaveLength(shortStory.members);
  const { checks } = await verifyLedger(parts.db);
  expect(checks.filter(({ violations }) => violations > 0)).toEqual([]);

  // Told again nothing happens twice.
  expect(await fill(parts, tenant)).toBe(true);
  expect(await outcomeOf(parts, tenant)).toEqual(outcome);
});

test("a slice that was cut off at its very end is told once more, and nobody takes anything twice", async () => {
  const story = { ...shortStory, members: 25, slices: 1, days: 200 };
  const at = { name: story.name, seed: "cut", toldAt: TOLD_AT, steps: stepsOf(story) };
  const { id } = await createTenant(parts, { ...story.tenant, slug: "cut", story: at });
  const tell = async () => {
    const tenant = await inTransaction(parts.db, { tenantId: id, now: TOLD_AT, actor: "system" }, getTenant);
    return fillStory(parts, { tenant, story, pace: { rest: 0, signal: new AbortController().signal } });
  };
  const text = `select (select count(*) from issued_rewards where tenant_id = $1)::int as rewards,
    (select count(*) from entries where tenant_id = $1)::int as entries,
    (select count(*) from members where tenant_id = $1)::int as members`;
  const count = async () => (await parts.db.maintenance.query(text, [id])).rows[0];

  expect(await tell()).toBe(true);
  const before = await count();
  expect(before.rewards).toBeGreaterThan(0);
  await parts.db.maintenance.query("update tenants set demo_done = 0 where tenant_id = $1", [id]);
  expect(await tell()).toBe(true);
  expect(await count()).toEqual(before);
});

test("while a story comes in the present books nothing there", { timeout: 120_000 }, async () => {
  const tenant = await newDemo(parts, "half");
  const aborter = new AbortController();
  const filling = fill(parts, tenant, aborter.signal);
  await until(async () => ((await fresh(parts.db, tenant)).story?.done ?? 0) >= 30);
  aborter.abort();
  expect(await filling).toBe(false);

  const before = await outcomeOf(parts, tenant);
  const beats = heartbeatsOf({ ...parts, rootKey }).filter(({ name }) => /^(sweep-(wallets|tiers)|seal)/.test(name));
  expect(beats).toHaveLength(3);
  for (const { run } of beats) await run();
  const sealed = "select count(*)::int as count from ledger_totals where tenant_id = $1";
  expect((await parts.db.maintenance.query(sealed, [tenant.id])).rows).toEqual([{ count: 0 }]);
  expect(await outcomeOf(parts, tenant)).toEqual(before);
  const who = { tenantId: tenant.id, now: TOLD_AT, actor: "system" };
  await expect(inTransaction(parts.db, who, (ctx) => moveClock(ctx, 1_000))).rejects.toMatchObject({
    code: "conflict",
  });

  expect(await fill(parts, tenant)).toBe(true);
  for (const { run } of beats) await run();
  expect((await verifyLedger(parts.db, { rootKey })).clean).toBe(true);
  expect((await parts.db.maintenance.query(sealed, [tenant.id])).rows).not.toEqual([{ count: 0 }]);
});

test("killed with -9 it goes on, and ends where it would have ended", { timeout: 240_000 }, async () => {
  const data = join(folder, "data");
  for (const steps of [0, 7, 29]) {
    const telling = startTelling(data);
    await until(async () => telling.done() >= steps || telling.said().includes("outcome"));
    expect(telling.said()).not.toContain("outcome");
    telling.child.kill("SIGKILL");
    await telling.ended;
  }
  const last = startTelling(data);
  expect(await last.ended).toBe(0);
  const outcome = JSON.parse(/^outcome (.*)$/m.exec(last.said())?.[1] ?? "{}");

  const whole = await newDemo(parts, "unhurt");
  await fill(parts, whole);
  expect(outcome).toEqual(JSON.parse(JSON.stringify(await outcomeOf(parts, whole))));
});

function startTelling(data: string) {
  const child = spawn(process.execPath, [fileURLToPath(new URL("../support/storytelling.ts", import.meta.url))], {
    env: { PATH: "/usr/bin:/bin", FEDELE_DATA: data },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  const ended = once(child, "close").then(([code]) => {
    children.delete(child);
    return code;
  });
  const done = () => Math.max(-1, ...[...text.matchAll(/^done (-?\d+)$/gm)].map(([, steps]) => Number(steps)));
  return { child, ended, said: () => text, done };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}

test("a demo that is cleared away while it comes in comes no further", { timeout: 60_000 }, async () => {
  const tenant = await newDemo(parts, "cleared");
  const filling = fill(parts, tenant);
  await until(async () => ((await fresh(parts.db, tenant)).story?.done ?? 0) >= 3);
  await clearDemo(parts, tenant.id);
  expect(await filling).toBe(false);
  const { story } = await fresh(parts.db, tenant);
  expect(story?.done).toBeLessThan(40);
  await forgetCleared(parts);
  expect((await verifyLedger(parts.db)).clean).toBe(true);
});
