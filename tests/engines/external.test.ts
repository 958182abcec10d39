// A Postgres of the operator's own: who may serve from it, and what is said to who may not.
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseConfig } from "../../server/config.ts";
import { ADMIN } from "../../server/platform/database/cluster.ts";
import type { Role } from "../../server/platform/database/connections.ts";
import type { Database } from "../../server/platform/database/database.ts";
import { openDatabase } from "../../server/platform/database/open.ts";
import { bringUpToDate } from "../../server/platform/migrate.ts";
import { addressOf, nameOf, testDatabase } from "../support/database.ts";

let db: Database;
let name: string;
beforeAll(async () => {
  db = await testDatabase();
  name = await nameOf(db);
});
afterAll(() => db.close());

function urlOf(role: Role | typeof ADMIN): string {
  const { host, user, password } = addressOf(role, name);
  return `postgres://${user}:${password}@${encodeURIComponent(host)}/${name}`;
}

async function served(env: Record<string, string>): Promise<Database> {
  return openDatabase(parseConfig(env), { purpose: "serve", tell: () => {} });
}

const others = () => ({
  DATABASE_MAINTENANCE_URL: urlOf("fedele_maintenance"),
  DATABASE_JOBS_URL: urlOf("fedele_jobs"),
  DATABASE_OWNER_URL: urlOf("fedele_owner"),
});

test("is served from by the application's role", async () => {
  const external = await served({ DATABASE_URL: urlOf("fedele_app"), ...others() });
  expect(await bringUpToDate(external, 0)).toEqual([]);
  expect((await external.maintenance.query("select current_user as role")).rows).toEqual([
    { role: "fedele_maintenance" },
  ]);
  await external.close();
});

test.each([
  [ADMIN, "is a superuser and would see every tenant"],
  ["fedele_owner", "owns Fedele's tables"],
  ["fedele_maintenance", "is not fedele_app"],
] as const)("is not served from by %s", async (role, words) => {
  await expect(served({ DATABASE_URL: urlOf(role), ...others() })).rejects.toThrow(words);
});

test("needs the addresses of the other roles for serving", async () => {
  await expect(served({ DATABASE_URL: urlOf("fedele_app") })).rejects.toThrow(
    /DATABASE_MAINTENANCE_URL.*DATABASE_JOBS_URL/,
  );
});

test("that is not there is said so", async () => {
  await expect(served({ DATABASE_URL: "postgres://a:b@127.0.0.1:1/c" })).rejects.toThrow("cannot be reached");
});
