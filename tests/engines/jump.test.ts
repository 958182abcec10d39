// The command "jump", on a data folder of its own.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endCommands, runCommand } from "../support/commands.ts";

const folder = mkdtempSync(join(tmpdir(), "fedele-jump-"));
const data = join(folder, "data");
const place = ["--currency", "EUR", "--timezone", "Europe/Rome"];

beforeAll(async () => {
  // Passable for the account that Postgres runs under when the tests run as root.
  chmodSync(folder, 0o711);
  const make = (slug: string, ...more: string[]) =>
    runCommand(data, "tenant", "create", "--name", "Shop", "--slug", slug, ...place, ...more);
  expect(await make("demo", "--demo")).toMatchObject({ code: 0 });
  expect(await make("real")).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await endCommands();
  rmSync(folder, { recursive: true });
});

test("two weeks pass in a demo, again and again, and in no other tenant", { timeout: 120_000 }, async () => {
  const days = (iso: string) => Math.round((Date.parse(iso) - Date.now()) / 86_400_000);
  const first = await runCommand(data, "jump", "demo", "14d", "--json");
  expect(first).toMatchObject({ code: 0, object: { tenant: "demo", booked: 0 } });
  expect(days(first.object.now)).toBe(14);
  const second = await runCommand(data, "jump", "demo", "36h", "--json");
  expect(Date.parse(second.object.now)).toBeGreaterThan(Date.parse(first.object.now) + 36 * 3_600_000 - 1);

  expect(await runCommand(data, "jump", "real", "14d")).toMatchObject({ code: 1 });
  expect(await runCommand(data, "jump", "demo", "-1d")).toMatchObject({ code: 1 });
  expect(await runCommand(data, "jump", "nobody", "1d")).toMatchObject({ code: 1 });
  // What was done stands in the audit log, and the log is whole.
  const verified = await runCommand(data, "verify-ledger", "--json");
  const chain = verified.object.checks.find(({ name }: { name: string }) => name === "every audit chain is whole");
  // That each of the two tenants was made, and each of the two jumps.
  expect(chain).toMatchObject({ checked: 4, violations: 0 });
});
