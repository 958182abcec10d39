// Row 70 of the faults that we promise to survive: after an erasure nothing of the person is found, in no table, no
// index, no queue, no log line and no file, and the ledger agrees with itself.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { heartbeatsOf } from "../../server/background.ts";
import { ADMIN } from "../../server/platform/database/cluster.ts";
import { connect } from "../../server/platform/database/connections.ts";
import { fromTypeId } from "../../server/platform/ids.ts";
import { startJobs } from "../../server/platform/jobs.ts";
import { expectClean } from "../stories/support/town.ts";
import { addressOf, asAdmin, nameOf } from "../support/database.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let database: string;
let wrappedKey: string;
beforeAll(async () => {
  server = await startServer({ tenant: { country: "IT" } });
  database = await nameOf(server.db);
});
afterAll(() => server.close());

/** What is sealed before it reaches the database. */
const sealed = ["Quilliam Zyntharion", "quilliam.zyntharion@example.com", "+390698765432", "QR-QZ-771", "1971-11-17"];
/** What somebody wrote in plain beside points and activities. */
const written = ["Zyntharion called twice", "for Quilliam's wedding", "Quilliam sat here", "neighbour of Zyntharion"];

async function does(method: string, path: string, body?: unknown) {
  const reply = await server.call(method, path, body);
  if (reply.status > 299) throw new Error(`${method} ${path} gave ${reply.status}: ${JSON.stringify(reply.body)}`);
  return reply.body;
}

/** A member of whom there is something everywhere. */
async function enrolled(): Promise<{ id: string; hashes: string[] }> {
  await server.call("POST", "/v1/points-types", { code: "points", name: "Points", spendable: true, qualifying: true });
  const visits = { name: "A visit", pointsType: "points", effect: { kind: "fixed", points: 7 } };
  await does("POST", "/v1/campaigns", { name: "Spring", rules: [visits] });
  await does("PATCH", "/v1/programme/policies", { unmatchedReturn: { kind: "park", hours: 72 } });
  const [name, email, phone, qr, birthDate] = sealed;
  const identities = [
    { kind: "email", value: email, verified: true },
    { kind: "phone", value: phone },
    { kind: "qr", value: qr },
  ];
  const personal = { name, birthDate, language: "rm", country: "LI", identities };
  const { id } = await does("POST", "/v1/members", personal);
  const friend = await does("POST", "/v1/members", { name: "Friend" });
  const own = `/v1/members/${id}`;
  const [called, wedding, sat, neighbour] = written;
  const amount = { pointsType: "points", points: 100 };
  await does("POST", `${own}/adjustments`, { ...amount, points: 1_000, reason: called });
  await does("POST", `${own}/spends`, { ...amount, reason: wedding });
  await does("POST", `${own}/holds`, { ...amount, reason: wedding });
  await does("POST", `${own}/transfers`, { ...amount, toMemberId: friend.id, reason: wedding });
  const activity = { source: "till", kind: "visit", member: { email }, attributes: { note: sat } };
  await does("POST", "/v1/activities", { ...activity, document: "r-1" });
  const sale = { source: "till", document: "not-yet" };
  const waiting = { ...activity, kind: "return", document: "r-2", purchase: sale, attributes: { note: neighbour } };
  await does("POST", "/v1/activities", waiting);
  await server.call("GET", `/v1/members?email=${encodeURIComponent(String(email))}`);
  await server.call("POST", "/v1/members", personal);
  const agreed = { topic: "email", state: "granted", source: "form", textVersion: "news-1", address: "192.0.2.7" };
  await does("POST", `${own}/consents`, agreed);
  await does("POST", `${own}/notes`, { text: name });
  await does("POST", `${own}/tasks`, { text: `Call ${name}`, dueOn: "2026-03-09" });
  const visitor = await does("POST", "/v1/visitors", { attributes: [{ name: "said", value: name }] });
  await does("POST", `/v1/visitors/${visitor.id}/link`, { memberId: id });
  const firm = await does("POST", "/v1/members", { kind: "corporate", name: "Firm" });
  await does("POST", `/v1/members/${firm.id}/contacts`, { name, memberId: id });
  await does("POST", "/v1/member-fields", { code: "nickname", name: "Nickname", type: "text" });
  await does("PATCH", `${own}/fields`, { values: [{ code: "nickname", value: name }] });
  await does("PUT", `${own}/block`, { step: "earn_only", reason: sat });
  await does("DELETE", `${own}/block`);

  const member = `'${fromTypeId("mem", id)}'`;
  const rows = await asAdmin(
    `select encode(value_hash, 'hex') as hash from identities where member_id = ${member}`,
    database,
  );
  const keys = await asAdmin(
    `select encode(wrapped_key, 'hex') as key from member_keys where member_id = ${member}`,
    database,
  );
  wrappedKey = textsOf(keys)[0] ?? "";
  return { id, hashes: textsOf(rows) };
}

/** The first column. */
function textsOf(rows: unknown[]): string[] {
  return rows.map((row) => String(Object.values(Object(row))[0]));
}

/** Every row of every table of every schema, as text. */
async function everything(): Promise<Map<string, string>> {
  const admin = await connect(addressOf(ADMIN, database), "fedele tests");
  try {
    const { rows } = await admin.query<{ name: string }>(
      `select format('%I.%I', nspname, relname) as name from pg_class c join pg_namespace n on n.oid = relnamespace
       where relkind in ('r', 'p', 'm') and nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
    );
    const texts = new Map<string, string>();
    for (const { name } of rows) {
      const { rows: lines } = await admin.query<{ line: string }>(`select t::text as line from ${name} t`);
      texts.set(name, lines.map(({ line }) => line).join("\n"));
    }
    return texts;
  } finally {
    await admin.end();
  }
}

/**
 * Tables that have bytes of a member's: the key, or what it sealed. Not hashes of requests, and not the audit log: its
 * chain is sealed over the ciphertext, which nobody can open any more.
 */
async function blobsOf(memberId: string): Promise<string[]> {
  const columns = await asAdmin(
    `select c.table_name, c.column_name from information_schema.columns c
     join information_schema.columns m using (table_schema, table_name)
     where table_schema = 'public' and c.data_type = 'bytea' and m.column_name = 'member_id'
       and table_name not in ('activity_keys', 'parked_returns', 'audit_entries')`,
    database,
  );
  const found: string[] = [];
  for (const row of columns) {
    const [table, column] = Object.values(Object(row)).map(String);
    const sql = `select 1 from ${table} where member_id = '${memberId}' and length(${column}) > 0`;
    if ((await asAdmin(sql, database)).length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

const hexOf = (text: string): string => Buffer.from(text).toString("hex");

/** Where any of the words stand: plain, in any case, or as the bytes of a bytea. */
function tracesIn(texts: ReadonlyMap<string, string>, words: readonly string[]): string[] {
  return [...texts].flatMap(([where, text]) => {
    const lower = text.toLowerCase();
    const found = words.filter((word) => lower.includes(word.toLowerCase()) || lower.includes(hexOf(word)));
    return found.map((word) => `${where}: ${word}`);
  });
}

/** Files in which one of the words stands. What is removed meanwhile is passed over. */
function filesWith(folder: string, words: readonly (string | Buffer)[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((name) => {
    const file = join(folder, name);
    try {
      if (!statSync(file).isFile()) return [];
      const bytes = readFileSync(file);
      return words.some((word) => bytes.includes(word)) ? [name] : [];
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
      throw error;
    }
  });
}

test("70: after an erasure the person is found in no table, no queue and no log line", async () => {
  const jobs = await startJobs(server.db, heartbeatsOf({ ...server.parts, rootKey: Buffer.alloc(32) }), () => {});
  const { id, hashes } = await enrolled();
  const words = [...sealed, ...written, "quilliam", "zyntharion"];
  expect(hashes).toHaveLength(3);
  expect(tracesIn(await everything(), hashes)).not.toEqual([]);
  expect(tracesIn(await everything(), written)).toHaveLength(written.length + 2);

  await does("POST", `/v1/members/${id}/erasure`, { reason: "requested" });

  expect(tracesIn(await everything(), [...words, ...hashes, wrappedKey])).toEqual([]);
  await server.parts.relay.deliverAll();
  await jobs.stop();
  const tables = await everything();
  expect([...tables.keys()].some((name) => name.startsWith("jobs."))).toBe(true);
  expect(tracesIn(tables, [...words, ...hashes, wrappedKey])).toEqual([]);
  // What rules knew of the person went with it, in the copies that activities were judged by too.
  const member = fromTypeId("mem", id);
  const own = [...tables].flatMap(([, text]) => text.split("\n").filter((line) => line.includes(member))).join("\n");
  expect(own).not.toMatch(/\brm\b|\bLI\b|birthMonth/);
  expect(tracesIn(new Map([["the log", server.logged()]]), words)).toEqual([]);
  expect(await blobsOf(member)).toEqual([]);
  const told = (await does("GET", "/v1/audit-entries?limit=100")).items.filter(
    ({ memberId }: { memberId?: string }) => memberId === id,
  );
  expect(told).not.toEqual([]);
  expect(told.map(({ said }: { said: unknown }) => said).filter((said: unknown) => said !== null)).toEqual([]);
  await expectClean(server);
});

test("70: what was sealed was never in a file; what was written is in none after a vacuum", async () => {
  // The rewriting of a table frees its old file at once, and a checkpoint removes it.
  await asAdmin("vacuum full", database);
  const [folder = "", oid = ""] = textsOf(
    await asAdmin(
      `select current_setting('data_directory') union all
       select oid::text from pg_database where datname = '${database}'`,
      database,
    ),
  );
  await asAdmin("checkpoint", database);
  expect(filesWith(folder, sealed)).toEqual([]);
  const key = Buffer.from(wrappedKey, "hex");
  expect(key).toHaveLength(61);
  expect(filesWith(join(folder, "base", oid), [...sealed, ...written, key])).toEqual([]);
  expect(filesWith(join(folder, "pg_wal"), written)).not.toEqual([]);
  process.stderr.write(
    "In the cluster's pg_wal stand reasons, notes and the member's wrapped key until its segments are recycled, as " +
      "in any backup. Names and contacts are sealed before they get there, and stand nowhere.\n",
  );
});
