// The commands as processes: alone on a data folder, killed in the middle, and beside a serving process.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseConfig } from "../../server/config.ts";
import { openDatabase } from "../../server/platform/database/open.ts";
import { endCommands, runCommand, spawnCommand, startMain } from "../support/commands.ts";
import { hasOnlineRetail, onlineRetail, onlineRetailGives } from "../support/importing.ts";
import { until } from "../support/processes.ts";

const folder = mkdtempSync(join(tmpdir(), "fedele-command-"));
const data = join(folder, "data");
const file = join(folder, "sales.csv");

/** 3,000 invoices of 400 customers, every sixth a cancellation; ten minutes apart, so that one can follow by eye. */
function salesFile(): string {
  const lines = Array.from({ length: 3_000 }, (_, index) => {
    const time = new Date(Date.UTC(2025, 0, 1, 8, index * 10)).toISOString().slice(0, 19).replace("T", " ");
    const isReturn = index % 6 === 5;
    const invoice = `${isReturn ? "C" : ""}${10_000 + index}`;
    const customer = 1_000 + ((index * 7) % 400);
    return Array.from({ length: 5 }, (_, item) => {
      const quantity = isReturn ? -1 - (item % 2) : 1 + ((index + item) % 5);
      return `${invoice},p${(index + item) % 9},a thing,${quantity},${time},${1 + (item % 4)}.25,${customer},UK`;
    }).join("\n");
  });
  return `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n${lines.join("\n")}\n`;
}

function makeTenant(slug: string) {
  const place = ["--currency", "GBP", "--timezone", "Europe/London"];
  return runCommand(data, "tenant", "create", "--name", "Shop", "--slug", slug, ...place, "--preset", "retail-points");
}

function importWords(slug: string, from = file): string[] {
  return ["import", "purchases", from, "--mapping", "online-retail", "--tenant", slug, "--json"];
}

beforeAll(async () => {
  // Passable for the account that Postgres runs under when the tests run as root.
  chmodSync(folder, 0o711);
  writeFileSync(file, salesFile());
  expect(await makeTenant("whole")).toMatchObject({ code: 0 });
  expect(await makeTenant("killed")).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await endCommands();
  rmSync(folder, { recursive: true });
});

test("an import that is killed three times goes on where it was, and ends with the same numbers", {
  timeout: 120_000,
}, async () => {
  const whole = await runCommand(data, ...importWords("whole"));
  expect(whole).toMatchObject({ code: 0, object: { members: 400, invoices: 2_500, negative_balances: 0 } });

  for (const patienceMs of [0, 150, 300]) {
    const killed = spawnCommand(data, ...importWords("killed"));
    await Promise.race([killed.ended, until(() => killed.stderr().includes("Recording"))]);
    await sleep(patienceMs);
    killed.child.kill("SIGKILL");
    await killed.ended;
  }
  const resumed = await runCommand(data, ...importWords("killed"));
  expect(resumed.object).toEqual(whole.object);
  expect(await runCommand(data, "verify-ledger", "--json")).toMatchObject({ code: 0, object: { clean: true } });
});

test("an import that is stopped says so, and goes on when it is started again", { timeout: 60_000 }, async () => {
  expect(await makeTenant("stopped")).toMatchObject({ code: 0 });
  const stopped = spawnCommand(data, ...importWords("stopped"));
  await until(() => stopped.stderr().includes("Enrolling"));
  stopped.child.kill("SIGTERM");
  const code = await stopped.ended;
  const after = await runCommand(data, ...importWords("stopped"));
  expect(code === 0 || stopped.stderr().includes("goes on where this one ended")).toBe(true);
  expect(after).toMatchObject({ code: 0, object: { members: 400, invoices: 2_500 } });
});

test("beside a serving process the commands use its database", { timeout: 120_000 }, async () => {
  const server = await startMain(data);
  expect(await makeTenant("beside")).toMatchObject({ code: 0 });
  const key = await runCommand(data, "key", "create", "--tenant", "beside", "--name", "till", "--json");
  const from = hasOnlineRetail ? onlineRetail : file;
  const imported = await runCommand(data, ...importWords("beside", from));
  expect(imported.object).toMatchObject(hasOnlineRetail ? onlineRetailGives : { members: 400 });
  const verified = await runCommand(data, "verify-ledger", "--json");
  expect(verified).toMatchObject({ code: 0, object: { clean: true } });
  expect(await runCommand(data, "doctor", "--json")).toMatchObject({ code: 0, object: { healthy: true } });

  const reply = await fetch(`${server.url}/v1/members?limit=1`, {
    headers: { authorization: `Bearer ${key.object.key}` },
  });
  expect(reply.status).toBe(200);
  server.child.kill("SIGTERM");
  expect(await server.ended).toBe(0);
});

describe("what cannot be done is said in a sentence, and the exit code is 1", () => {
  test.each([
    ["an unknown command", ["bake"], "Unknown command bake"],
    [
      "an unknown option",
      ["tenant", "list", "--tenant", "x"],
      'There is no option "--tenant" here. There are: --json.',
    ],
    ["a word too many", ["tenant", "list", "all"], '"all" is one word too many.'],
    ["an option without its value", ["key", "list", "--tenant"], '"--tenant" needs a value.'],
    ["a missing option", ["key", "list"], "Missing required argument: --tenant"],
    ["a tenant that is not there", ["key", "list", "--tenant", "nobody"], 'There is no tenant "nobody".'],
    [
      "a slug that is taken",
      ["tenant", "create", "--name", "a", "--slug", "whole", "--currency", "EUR", "--timezone", "UTC"],
      'with the slug "whole" already',
    ],
    [
      "a preset that is not there",
      ["tenant", "create", "--name", "a", "--slug", "b", "--currency", "EUR", "--timezone", "UTC", "--preset", "x"],
      'There is no preset "x". There are: retail-points.',
    ],
    [
      "a scope that is not there",
      ["key", "create", "--tenant", "whole", "--name", "a", "--scopes", "all"],
      'There is no scope "all".',
    ],
    [
      "a mapping that is not there",
      ["import", "purchases", "x.csv", "--mapping", "none", "--tenant", "whole"],
      "Ready-made: online-retail, purchases",
    ],
    [
      "a file that is not there",
      ["import", "purchases", "/x.csv", "--mapping", "purchases", "--tenant", "whole"],
      "There is no file /x.csv.",
    ],
    [
      "a file with other columns",
      ["import", "purchases", file, "--mapping", "purchases", "--tenant", "whole"],
      'The file has no column "receipt"',
    ],
  ])("%s", { timeout: 30_000 }, async (_name, words, sentence) => {
    const { code, stdout, stderr } = await runCommand(data, ...words);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain("    at ");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });
});

test("what was left out of an import is written down on request", { timeout: 60_000 }, async () => {
  expect(await makeTenant("errors")).toMatchObject({ code: 0 });
  const columns = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
  const few = join(folder, "few.csv");
  writeFileSync(few, `${columns}\n1,a,x,many,2025-01-01 10:00:00,1,7,UK\n2,a,x,1,2025-01-01 10:00:00,5,7,UK\n`);
  const errors = join(folder, "errors.csv");
  const { code, object } = await runCommand(data, ...importWords("errors", few), "--errors", errors);
  expect({ code, object }).toMatchObject({ code: 0, object: { invoices: 1, skipped: { unreadable: 1 } } });
  expect(readFileSync(errors, "utf8")).toBe(
    'row,document,reason\r\n"2","","has ""many"" for ""Quantity"", which is not a number"\r\n',
  );

  writeFileSync(few, `${columns}\n1,a,x,many,2025-01-01 10:00:00,1,7,UK\n`);
  const none = await runCommand(data, ...importWords("errors", few));
  expect(none).toMatchObject({ code: 1, stdout: "" });
  expect(none.stderr).toContain("None of the file's 1 rows could be read; is it the right mapping? Row 2 has");
});

test("a key is shown once, is listed without its secret, and ends when it is revoked", {
  timeout: 60_000,
}, async () => {
  const words = ["--tenant", "whole"];
  const { stdout } = await runCommand(
    data,
    "key",
    "create",
    ...words,
    "--name",
    "till",
    "--scopes",
    "activities:write",
  );
  expect(stdout).toMatch(/^fed_\S+\n$/);
  const { object } = await runCommand(data, "key", "list", ...words, "--json");
  expect(object.keys).toMatchObject([{ name: "till", scopes: ["activities:write"] }]);
  expect(JSON.stringify(object)).not.toContain(stdout.trim().slice(-20));
  expect(await runCommand(data, "key", "revoke", object.keys[0].id, ...words)).toMatchObject({ code: 0 });
  const after = await runCommand(data, "key", "list", ...words, "--json");
  expect(after.object.keys[0].revokedAt).toBeDefined();
});

test("what a listener gave up on is listed with its reason, and tried again on request", {
  timeout: 60_000,
}, async () => {
  const nothing = await runCommand(data, "dead-letters", "list", "--tenant", "whole", "--json");
  expect(nothing).toMatchObject({ code: 0, object: { deadLetters: [] } });
  await givesUp("whole", "01890000-0000-7000-8000-000000000007");
  const doctor = await runCommand(data, "doctor");
  expect(doctor.stdout).toContain('1 were given up; "dead-letters list" tells why');

  const listed = await runCommand(data, "dead-letters", "list", "--tenant", "whole", "--json");
  const [letter] = listed.object.deadLetters;
  expect(letter).toMatchObject({ type: "transfer.debited", listener: "credits", attempts: 10, error: "No room." });
  expect(letter).toMatchObject({ event: expect.stringMatching(/^evt_/), member: expect.stringMatching(/^mem_/) });
  const others = await runCommand(data, "dead-letters", "retry", "--tenant", "killed", "--json");
  expect(others).toMatchObject({ code: 0, object: { retried: 0 } });
  const retried = await runCommand(data, "dead-letters", "retry", "--tenant", "whole", "--json");
  expect(retried).toMatchObject({ code: 0, object: { retried: 1 } });
  const after = await runCommand(data, "dead-letters", "list", "--tenant", "whole");
  expect(after).toMatchObject({ code: 0, stdout: "Nothing was given up.\n" });
});

/** As if a listener had failed ten times on an event of the tenant. */
async function givesUp(slug: string, id: string): Promise<void> {
  const db = await openDatabase(parseConfig({ FEDELE_DATA: data }), { purpose: "command", tell: () => undefined });
  const event = { id, type: "transfer.debited", bucket: 7, memberId: id, at: 0, data: {} };
  await db.maintenance.query(
    `insert into processed_events (bucket, tenant_id, listener, event_id, attempts, dead, event, error, created_at)
     select 7, tenant_id, 'credits', $2, 10, true, $3, 'No room.', created_at from tenants where slug = $1`,
    [slug, id, JSON.stringify(event)],
  );
  await db.close();
}
