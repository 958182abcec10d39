// Case 44: points by hand above a limit are booked when a second person has said so, once, and never by the first.
import { expect, test } from "vitest";
import { sweepPending } from "../../../server/modules/ledger/pendingAdjustments.ts";
import { asAdmin, nameOf } from "../../support/database.ts";
import type { Call } from "../../support/server.ts";
import type { Shop } from "../support/shop.ts";
import { openTown } from "../support/town.ts";

const town = openTown();

type Desk = Readonly<{
  shop: Shop;
  /** Another person of the shop. */
  second: Call;
  path(id: string, what?: string): Promise<string>;
  waiting(): Promise<Item[]>;
}>;
type Item = ReturnType<typeof JSON.parse>;

async function opens(limit: object = { adjustmentLimitPoints: 500 }): Promise<Desk> {
  const shop = await town.shop();
  expect((await shop.asks("PATCH", "/v1/tenant", limit)).body).toMatchObject(limit);
  const { call } = await town.server().newKey(shop.tenant, ["adjustments:write", "ledger:read"]);
  const path = async (id: string, what = "") =>
    `/v1/members/${await shop.idOf("ana")}/pending-adjustments/${id}${what}`;
  const waiting = async () => (await shop.asks("GET", "/v1/pending-adjustments")).body.items;
  return { shop, second: call, path, waiting };
}

test("up to the limit one person is enough; above it nothing is booked until another one approves", async () => {
  const { shop, second, path, waiting } = await opens();
  expect((await shop.adjusts("ana", 500)).status).toBe(201);
  const asked = await shop.adjusts("bob", 501, { reason: "A lost parcel." });
  expect(asked).toMatchObject({ status: 202, body: { status: "waiting", points: 501, reason: "A lost parcel." } });
  expect(await shop.balance("bob")).toBe(0);

  const large = await shop.adjusts("cat", 9_000);
  expect((await waiting()).map(({ id }) => id)).toEqual([large.id, asked.id]);
  const own = `/v1/members/${await shop.idOf("bob")}/pending-adjustments/${asked.id}`;
  const approved = await second("POST", `${own}/approval`);
  expect(approved).toMatchObject({ status: 201, body: { points: 501, reason: "A lost parcel." } });
  expect(await shop.balance("bob")).toBe(501);
  expect((await shop.asks("GET", own)).body).toMatchObject({ status: "approved", adjustmentId: approved.body.id });
  expect((await waiting()).map(({ id }) => id)).toEqual([large.id]);
  expect(await path(large.id)).toContain(large.id);
});

test("whoever asked cannot approve, nor refuse; the database would not have it either", async () => {
  const { shop, path } = await opens();
  const { id } = await shop.adjusts("ana", 600);
  expect(await shop.asks("POST", await path(id, "/approval"))).toMatchObject({
    status: 403,
    body: { code: "forbidden" },
  });
  expect(await shop.asks("POST", await path(id, "/refusal"), { reason: "No." })).toMatchObject({ status: 403 });
  expect((await shop.asks("GET", await path(id))).body.status).toBe("waiting");
  const own = "update pending_adjustments set status = 'refused', refusal = '', decided_by = asked_by";
  await expect(asAdmin(own, await nameOf(town.server().db))).rejects.toThrow(/second_person/);
});

test("approved twice it is booked once: the same request again, another one, and both at once", async () => {
  const { shop, second, path } = await opens();
  const { id } = await shop.adjusts("ana", 600);
  const approval = await path(id, "/approval");
  const key = { "idempotency-key": "yes-1" };
  const [first, same] = await Promise.all([1, 2].map(() => second("POST", approval, undefined, key)));
  expect([first?.status, same?.status].toSorted()).toEqual([200, 201]);
  expect(first?.body).toEqual(same?.body);
  expect(await second("POST", approval)).toMatchObject({ status: 409, body: { code: "conflict" } });
  expect(await second("POST", await path(id, "/refusal"), { reason: "Too late." })).toMatchObject({ status: 409 });

  const again = await shop.adjusts("ana", 700);
  const third = await town.server().newKey(shop.tenant, ["adjustments:write"]);
  const yes = await path(again.id, "/approval");
  const both = await Promise.all([second("POST", yes), third.call("POST", yes)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect(await shop.statement("ana")).toEqual(["+600 adjusted", "+700 adjusted"]);
});

test("refused with a reason nothing is booked; without a reason nothing is refused", async () => {
  const { shop, second, path } = await opens();
  const { id } = await shop.adjusts("ana", -600);
  expect((await second("POST", await path(id, "/refusal"), {})).status).toBe(400);
  const refused = await second("POST", await path(id, "/refusal"), { reason: "Nobody knows her." });
  expect(refused).toMatchObject({ status: 200, body: { status: "refused", refusal: "Nobody knows her." } });
  expect(await second("POST", await path(id, "/approval"))).toMatchObject({ status: 409 });
  expect(await shop.balance("ana")).toBe(0);
});

test("what was asked for twice waits once, and its repeat hears how it stands", async () => {
  const { shop, second, path, waiting } = await opens();
  const { id } = await shop.adjusts("ana", 600, { order: "gift" });
  expect(await shop.adjusts("ana", 600, { order: "gift" })).toMatchObject({ status: 202, id });
  expect(await waiting()).toHaveLength(1);
  await second("POST", await path(id, "/approval"));
  expect(await shop.adjusts("ana", 600, { order: "gift" })).toMatchObject({
    status: 202,
    body: { status: "approved" },
  });
  expect(await shop.balance("ana")).toBe(600);
});

test("a large sum is not cut into small ones: what one person gave a member within a day counts together", async () => {
  const { shop, second, path } = await opens();
  expect((await shop.adjusts("ana", 300)).status).toBe(201);
  expect((await shop.adjusts("ana", -150)).status).toBe(201);
  const more = await shop.adjusts("ana", 51);
  expect(more.status).toBe(202);
  expect((await shop.adjusts("bob", 300)).status).toBe(201);
  await second("POST", await path(more.id, "/approval"));
  // What somebody else has approved is not held against the one who asked.
  expect((await shop.adjusts("ana", 50)).status).toBe(201);
  expect((await shop.adjusts("ana", 1)).status).toBe(202);
  shop.jumps({ days: 1, minutes: 1 });
  expect((await shop.adjusts("ana", 500)).status).toBe(201);

  const halves = await Promise.all([1, 2, 3].map(() => shop.adjusts("cat", 251)));
  expect(halves.map(({ status }) => status).toSorted()).toEqual([201, 202, 202]);
});

test("undoing a large adjustment takes a second person too", async () => {
  const { shop, second, path } = await opens();
  const { id } = await shop.adjusts("ana", 600);
  const booked = await second("POST", await path(id, "/approval"));
  const wrong = `/v1/members/${await shop.idOf("ana")}/adjustments/${booked.body.id}/reversal`;
  const undoing = await shop.asks("POST", wrong, { reason: "It was Anna." });
  expect(undoing).toMatchObject({ status: 202, body: { points: -600, reversesId: booked.body.id } });
  expect(await shop.balance("ana")).toBe(600);
  expect((await second("POST", await path(undoing.body.id, "/approval"))).body).toMatchObject({
    points: -600,
    reversesId: booked.body.id,
  });
  expect(await shop.balance("ana")).toBe(0);
});

test("the limit may be said in money, by the face value of the points", async () => {
  const { shop } = await opens({ adjustmentLimitMinor: 500 });
  expect((await shop.adjusts("ana", 100_000)).status).toBe(201);
  await shop.changesPoints({ faceValue: { points: 1_000, minor: 500 } });
  expect((await shop.adjusts("bob", 1_000)).status).toBe(201);
  expect((await shop.adjusts("cat", 1_001)).status).toBe(202);
  await shop.asks("PATCH", "/v1/tenant", { adjustmentLimitMinor: null });
  expect((await shop.adjusts("cat", 1_001)).status).toBe(201);
});

test("nobody decides in time: it expires by its date, with or without a job, which tells of it once", async () => {
  const { shop, second, path, waiting } = await opens();
  const { id } = await shop.adjusts("ana", 600);
  shop.jumps({ days: 14 });
  expect((await shop.asks("GET", await path(id))).body.status).toBe("expired");
  expect(await waiting()).toEqual([]);
  expect(await second("POST", await path(id, "/approval"))).toMatchObject({ status: 409 });
  const { parts } = town.server();
  expect(await sweepPending(parts, [shop.tenant])).toBe(1);
  expect(await sweepPending(parts, [shop.tenant])).toBe(0);
  expect((await shop.asks("GET", await path(id))).body.status).toBe("expired");
  await town.delivers();
  const events = (await shop.asks("GET", "/v1/events?limit=100")).body.items;
  const told = events.filter(({ type }: Item) => type.startsWith("adjustment."));
  expect(told.map(({ type, data }: Item) => [type, data.pendingAdjustmentId, data.points])).toEqual([
    ["adjustment.requested", id, 600],
    ["adjustment.expired", id, 600],
  ]);
});

test("who asked, who decided and why stand in the audit log; the words are sealed with the member's key", async () => {
  const { shop, second, path } = await opens();
  const { id } = await shop.adjusts("ana", 600, { reason: "A lost parcel." });
  const booked = await second("POST", await path(id, "/approval"));
  const log = (await shop.asks("GET", "/v1/audit-entries")).body.items.slice(0, 2);
  expect(log).toMatchObject([
    { operation: "approveAdjustment", resource: booked.body.id },
    { operation: "adjustPoints", resource: id, said: { reason: "A lost parcel." } },
  ]);
  expect(log[0].actor).not.toBe(log[1].actor);
  const { rows } = await town.server().db.maintenance.query("select reason from pending_adjustments");
  expect(rows.filter(({ reason }) => reason.includes("parcel"))).toEqual([]);
});
