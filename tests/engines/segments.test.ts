// What a live count may cost: so many members, and so much time.
import { afterAll, beforeAll, expect, test } from "vitest";
import { SEGMENT_COUNT_MAX } from "../../sdk/schemas/segment.ts";
import { SEGMENT_TIMEOUT_MS } from "../../server/modules/members/segments.ts";
import { ADMIN } from "../../server/platform/database/cluster.ts";
import { connect } from "../../server/platform/database/connections.ts";
import { bucketWithin } from "../../server/platform/ids.ts";
import { addressOf, asAdmin, nameOf } from "../support/database.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const everybody = { conditions: { combinator: "and", rules: [] } };
const romans = { field: "member.language", operator: "=", value: "la" };

/** Members by their facts alone, in one bucket of the tenant's. */
async function fill(from: number, until: number): Promise<void> {
  const { id, bucketSpan } = server.tenant;
  const bucket = bucketWithin(id, bucketSpan, 0);
  const tail = bucket.toString(16).padStart(4, "0");
  await asAdmin(
    `insert into member_facts (bucket, tenant_id, member_id, kind, status, language, enrolled_at)
     select ${bucket}, '${id}', (lpad(to_hex(i), 8, '0') || '-0000-7000-8000-00000000${tail}')::uuid, 'individual',
       'active', case when i % 1000 = 0 then 'la' else 'it' end, '2026-03-01Z'
     from generate_series(${from}, ${until}) i`,
    await nameOf(server.db),
  );
}

const count = (draft: object) => server.call("POST", "/v1/segments/count", draft);

test("members are counted one by one up to a limit, and what is above it is said to be more", async () => {
  await fill(1, SEGMENT_COUNT_MAX);
  expect((await count(everybody)).body).toEqual({ members: SEGMENT_COUNT_MAX, isExact: true });
  await fill(SEGMENT_COUNT_MAX + 1, SEGMENT_COUNT_MAX + 2);
  expect((await count(everybody)).body).toEqual({ members: SEGMENT_COUNT_MAX, isExact: false });
  expect((await count({ conditions: { combinator: "and", rules: [romans] } })).body).toEqual({
    members: SEGMENT_COUNT_MAX / 1000,
    isExact: true,
  });
});

test("a count that takes too long is cut off, says so, and leaves the connection as it was", async () => {
  const admin = await connect(addressOf(ADMIN, await nameOf(server.db)), "fedele tests");
  try {
    await admin.query("begin; lock table member_facts in access exclusive mode");
    const asked = performance.now();
    const reply = await count(everybody);
    expect(reply).toMatchObject({ status: 503, body: { code: "unavailable" } });
    expect(reply.body.detail).toContain("too long");
    expect(performance.now() - asked).toBeGreaterThanOrEqual(SEGMENT_TIMEOUT_MS - 100);
  } finally {
    await admin.query("rollback");
    await admin.end();
  }
  expect((await count(everybody)).status).toBe(200);
});
