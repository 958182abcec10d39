import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../server/platform/database/database.ts";
import { startJobs } from "../../server/platform/jobs.ts";
import { addressOf, nameOf, testDatabase } from "../support/database.ts";

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const failures: unknown[] = [];
const note = (error: unknown) => failures.push(error);

test("a heartbeat calls its function, an error is reported, and stopping waits for what is under way", async () => {
  const beats: string[] = [];
  const { promise: hasFailed, resolve: fail } = Promise.withResolvers<void>();
  const sweep = {
    name: "sweep",
    cron: "* * * * *",
    run: async () => {
      beats.push("begun");
      await new Promise((resolve) => setTimeout(resolve, 200));
      beats.push("done");
    },
  };
  const broken = {
    name: "broken",
    cron: "* * * * *",
    run: async () => {
      fail();
      throw new Error("a broken heartbeat");
    },
  };
  const jobs = await startJobs(db, [sweep, broken], note);
  const boss = new PgBoss({ ...addressOf("fedele_jobs", await nameOf(db)), schema: "jobs", createSchema: false });
  await boss.start();
  await boss.send("broken");
  await hasFailed;
  await boss.send("sweep");
  while (beats.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await boss.stop({ graceful: false });
  await jobs.stop();
  expect(beats).toEqual(["begun", "done"]);
  expect(failures.map(String)).toContain("Error: a broken heartbeat");
});

test("a heartbeat that this version no longer has is forgotten", async () => {
  const jobs = await startJobs(db, [], note);
  await jobs.stop();
  const owner = addressOf("fedele_jobs", await nameOf(db));
  const boss = new PgBoss({ ...owner, schema: "jobs", createSchema: false });
  await boss.start();
  expect(await boss.getSchedules()).toEqual([]);
  await boss.stop({ graceful: false });
});
