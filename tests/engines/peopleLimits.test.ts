// How much is kept about one member, and how many segments: each limit holds, and says what to do.
import { afterAll, beforeAll, expect, test } from "vitest";
import { CONTACTS_MAX } from "../../sdk/schemas/business.ts";
import { SEGMENTS_MAX } from "../../sdk/schemas/segment.ts";
import { NOTES_MAX } from "../../server/modules/members/notes.ts";
import { OPEN_TASKS_MAX } from "../../server/modules/members/tasks.ts";
import { bucketOf, fromTypeId } from "../../server/platform/ids.ts";
import { asAdmin, nameOf } from "../support/database.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const everybody = { combinator: "and", rules: [] };

/** A member whose id ends as its bucket has it. */
async function enrolled(kind: string): Promise<{ path: string; id: string; tail: string }> {
  const { body } = await server.call("POST", "/v1/members", { kind });
  const id = fromTypeId("mem", body.id);
  return { path: `/v1/members/${body.id}`, id, tail: bucketOf(id).toString(16).padStart(4, "0") };
}

/** So many rows of a table, which nobody has to send one by one. */
async function fill(table: string, rows: number, columns: Record<string, string>): Promise<void> {
  const names = Object.keys(columns).join(", ");
  const values = Object.values(columns).join(", ");
  await asAdmin(
    `insert into ${table} (tenant_id, ${names})
     select '${server.tenant.id}', ${values} from generate_series(1, ${rows}) i`,
    await nameOf(server.db),
  );
}

const idOf = (tail: string): string => `(lpad(to_hex(i), 8, '0') || '-0000-7000-8000-00000000${tail}')::uuid`;
const noted = { written_by: "'test'", written_at: "'2026-03-01Z'" };
const planned = { status: "'open'", due_on: "'2026-03-01'", created_by: "'test'", created_at: "'2026-03-01Z'" };
const acting = { may_earn: "true", may_spend: "false", added_at: "'2026-03-01Z'" };

test.each([
  ["notes", "individual", NOTES_MAX, { text: "One more." }],
  ["tasks", "individual", OPEN_TASKS_MAX, { text: "One more.", dueOn: "2026-03-09" }],
  ["contacts", "corporate", CONTACTS_MAX, { name: "One more" }],
] as const)("of a member's %s there are so many", async (what, kind, most, more) => {
  const { path, id, tail } = await enrolled(kind);
  const own = { bucket: String(bucketOf(id)), member_id: `'${id}'`, id: idOf(tail) };
  const rows = {
    notes: ["member_notes", { ...own, text: "'\\x00'::bytea", ...noted }],
    tasks: ["member_tasks", { ...own, text: "'\\x00'::bytea", ...planned }],
    contacts: ["contacts", { ...own, personal: "'\\x00'::bytea", ...acting }],
  } as const;
  const [table, columns] = rows[what];
  await fill(table, most - 1, columns);
  expect((await server.call("POST", `${path}/${what}`, more)).status).toBe(201);
  const refused = await server.call("POST", `${path}/${what}`, more);
  expect(refused).toMatchObject({ status: 409, body: { code: "conflict" } });
  expect(refused.body.detail).toContain(String(most));
});

test("a tenant has so many segments", async () => {
  const dates = { created_at: "'2026-03-01Z'", changed_at: "'2026-03-01Z'" };
  const terms = { code: "'s' || i", name: "'S'", conditions: `'${JSON.stringify(everybody)}'` };
  await fill("segments", SEGMENTS_MAX - 1, { id: idOf("0000"), ...terms, ...dates });
  const adds = (code: string) => server.call("POST", "/v1/segments", { code, name: code, conditions: everybody });
  expect((await adds("last")).status).toBe(201);
  expect(await adds("more")).toMatchObject({ status: 409, body: { code: "conflict" } });
});
