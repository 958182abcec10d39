// How Fedele is, told to those whose shop it is: what waits, what was given up, what beats, what it stands on.

import { afterAll, beforeAll, expect, test } from "vitest";
import { announceHeartbeats, noteHeartbeat } from "../../server/platform/heartbeats.ts";
import { bucketOf, fromTypeId } from "../../server/platform/ids.ts";
import { asAdmin, nameOf } from "../support/database.ts";
import { startServer, type TestServer, type TestTenant } from "../support/server.ts";
import { newStaff } from "../support/staff.ts";

const ground = {
  disk: { state: "ok", freeBytes: 40 * 1024 ** 3 },
  clock: { state: "ok", apartMs: 3 },
  backup: { state: "warning", kind: "none" },
} as const;

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ publicUrl: "http://points.example.com", ground: async () => ground });
});
afterAll(() => server.close());

const eventIds = ["019c0000-0000-7000-8000-000000000001", "019c0000-0000-7000-8000-000000000002"] as const;

/** An event that a listener failed on ten times, as the relay leaves it. */
async function givesUp({ tenant, call }: TestTenant, eventId: string): Promise<string> {
  const { body } = await call("POST", "/v1/members", { name: "Ana" });
  const memberId = fromTypeId("mem", body.id);
  const event = { id: eventId, type: "transfer.sent", bucket: bucketOf(memberId), memberId, at: 0, data: {} };
  await asAdmin(
    `insert into processed_events (bucket, tenant_id, listener, event_id, attempts, dead, event, error, created_at)
     values (${bucketOf(memberId)}, '${tenant.id}', 'transfers', '${eventId}', 10, true,
       '${JSON.stringify(event)}', 'Error: no such wallet', '2026-03-02T08:00:00Z')`,
    await nameOf(server.db),
  );
  return body.id;
}

test("what was given up is shown to its own shop alone, and tried again when somebody asks", async () => {
  const [shop, other] = [await server.newTenant(), await server.newTenant()];
  const member = await givesUp(shop, eventIds[0]);
  await givesUp(shop, eventIds[1]);

  const { body: report } = await shop.call("GET", "/v1/health-report");
  expect(report.events).toMatchObject({ state: "warning", dead: 2, retrying: 0 });
  const { body: first } = await shop.call("GET", "/v1/dead-letters?limit=1");
  expect(first.items).toEqual([
    {
      eventId: expect.stringMatching(/^evt_/),
      type: "transfer.sent",
      memberId: member,
      listener: "transfers",
      attempts: 10,
      error: "Error: no such wallet",
      since: "2026-03-02T08:00:00.000Z",
    },
  ]);
  const { body: second } = await shop.call("GET", `/v1/dead-letters?limit=1&cursor=${first.nextCursor}`);
  expect([second.items.length, second.nextCursor]).toEqual([1, undefined]);
  expect(second.items[0].eventId).not.toBe(first.items[0].eventId);

  expect((await other.call("GET", "/v1/health-report")).body.events).toMatchObject({ state: "ok", dead: 0 });
  expect((await other.call("GET", "/v1/dead-letters")).body.items).toEqual([]);
  await other.call("PUT", `/v1/dead-letters/${first.items[0].eventId}/retry`);
  expect((await other.call("PUT", "/v1/dead-letters/retries")).body).toEqual({ retried: 0 });
  expect((await shop.call("GET", "/v1/dead-letters")).body.items).toHaveLength(2);

  for (const _twice of [1, 2]) {
    expect((await shop.call("PUT", `/v1/dead-letters/${first.items[0].eventId}/retry`)).status).toBe(204);
  }
  expect((await shop.call("GET", "/v1/dead-letters")).body.items).toEqual(second.items);
  expect((await shop.call("PUT", "/v1/dead-letters/retries")).body).toEqual({ retried: 1 });
  const { items } = (await shop.call("GET", "/v1/audit-entries")).body;
  expect(items.slice(0, 1)).toMatchObject([{ operation: "retryDeadLetters" }]);
});

test("owners and managers see it, and nobody else", async () => {
  for (const role of ["owner", "manager"] as const) {
    expect((await (await newStaff(server, role)).call("GET", "/v1/health-report")).status, role).toBe(200);
  }
  for (const role of ["cashier", "agent", "analyst"] as const) {
    expect((await (await newStaff(server, role)).call("GET", "/v1/health-report")).status, role).toBe(403);
  }
});

test("the machine itself is shown to the owner whose installation it is, until others are served there", async () => {
  const mine = await startServer({ ground: async () => ground, tenant: { isDemo: false } });
  const groundFor = async (role: "owner" | "manager") =>
    (await (await newStaff(mine, role)).call("GET", "/v1/health-report")).body.ground;
  expect(await groundFor("owner")).toEqual(ground);
  expect(await groundFor("manager")).toBeUndefined();
  const demo = await mine.newTenant({ isDemo: true });
  expect(await groundFor("owner")).toEqual(ground);
  expect((await demo.call("GET", "/v1/health-report")).body.ground).toBeUndefined();
  await mine.newTenant({ isDemo: false });
  expect(await groundFor("owner")).toBeUndefined();
  await mine.close();
});

test("a heartbeat that stopped or fails is told, and one of another version forgotten", async () => {
  const nowMs = server.clock.now();
  const beats = ["often", "daily", "broken"].map((name) => ({
    name,
    cron: name === "daily" ? "3 2 * * *" : "* * * * *",
  }));
  await announceHeartbeats(server.db, [...beats, { name: "old", cron: "* * * * *" }], nowMs);
  await announceHeartbeats(server.db, beats, nowMs);
  for (const { name } of beats) await noteHeartbeat(server.db, { name, outcome: "done", atMs: nowMs });
  server.clock.advance(60_000);
  await noteHeartbeat(server.db, { name: "broken", outcome: "failed", atMs: server.clock.now() });
  server.clock.advance(60 * 60_000);
  const { heartbeats } = (await server.call("GET", "/v1/health-report")).body;
  expect(heartbeats).toEqual([
    expect.objectContaining({ name: "broken", state: "failing", failedAt: expect.any(String) }),
    { name: "daily", state: "ok", doneAt: "2026-03-02T09:00:00.000Z" },
    { name: "often", state: "late", doneAt: "2026-03-02T09:00:00.000Z" },
  ]);
});

test.each([
  ["http://points.example.com", { isGiven: true, isSecure: false }],
  ["https://points.example.com", { isGiven: true, isSecure: true }],
  [undefined, { isGiven: false, isSecure: true }],
])("where people reach it, and whether phones trust it: %s", async (publicUrl, hosting) => {
  const one = await startServer({ ...(publicUrl === undefined ? {} : { publicUrl }) });
  expect((await one.call("GET", "/v1/health-report")).body.hosting).toMatchObject(hosting);
  await one.close();
});
