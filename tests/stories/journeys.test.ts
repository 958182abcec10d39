// Journeys: who comes in, what they wait for, where they are led; and that nothing of it happens twice.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { sweepJourneyEntries, sweepJourneys } from "../../server/modules/messaging/journeySweeps.ts";
import { listTenants } from "../../server/modules/tenants/tenants.ts";
import { endLeases, takeLease } from "../../server/platform/relay/leases.ts";
import type { Shop } from "./support/shop.ts";
import { openTown } from "./support/town.ts";

const town = openTown();

/** What time brings on journeys, once through. */
async function timePasses(): Promise<void> {
  const { parts } = town.server();
  const tenants = await listTenants(parts.db);
  await sweepJourneyEntries(parts, tenants);
  await sweepJourneys(parts, tenants);
}

const paid = { kind: "activity", activity: "purchase" };

/** A basket is left: after an hour without its purchase it is told; whoever buys it within a day gets 50 points. */
const abandoned = {
  entry: { kind: "activity", activity: "custom", name: "basket" },
  keyedBy: { kind: "attribute", name: "basket" },
  reentry: { kind: "once" },
  start: "wait",
  steps: [
    {
      id: "wait",
      kind: "wait_for",
      trigger: paid,
      about: "same_object",
      within: { amount: 1, unit: "hours" },
      next: null,
      otherwise: "remind",
    },
    { id: "remind", kind: "tell", name: "basket-left", next: "hope" },
    {
      id: "hope",
      kind: "wait_for",
      trigger: paid,
      about: "same_object",
      within: { amount: 24, unit: "hours" },
      next: "thanks",
      otherwise: null,
    },
    { id: "thanks", kind: "points", pointsType: "points", points: 50, next: null },
  ],
};

async function reminders(shop: Shop): Promise<string[]> {
  await town.delivers();
  const events = await shop.asks("GET", "/v1/events?types=journey.announced&limit=100");
  const others = await shop.asks("GET", "/v1/events?types=journey.entered,journey.finished&limit=100");
  expect([others.status, others.body.items.length > 0]).toEqual([200, true]);
  return events.body.items.map(({ data }: { data: { memberId: string } }) => data.memberId);
}

test("E2E-1: baskets are led one by one, and only those that were left are reminded of", async () => {
  const shop = await town.shop();
  const id = await shop.startsJourney(abandoned);
  const leaves = (who: string, basket: string) =>
    shop.does(who, "custom", {}, { name: "basket", attributes: { basket } });
  const pays = (who: string, basket: string) => shop.buys(who, 10, { attributes: { basket } });
  await leaves("ana", "a1");
  await leaves("bob", "b1");
  await leaves("bob", "b2");
  await leaves("cleo", "c1");
  await town.delivers();
  expect(await shop.journeyCounts(id)).toMatchObject({ waiting: 4 });
  shop.jumps({ minutes: 30 });
  await pays("ana", "a1");
  await pays("bob", "b2");
  await town.delivers();
  expect(await shop.way("ana")).toBe("wait happened");
  shop.jumps({ minutes: 31 });
  await timePasses();
  await timePasses();
  expect((await reminders(shop)).toSorted()).toEqual([await shop.idOf("bob"), await shop.idOf("cleo")].toSorted());

  shop.jumps({ minutes: 60 });
  const before = await shop.balance("bob");
  await pays("bob", "b1");
  await town.delivers();
  await town.delivers();
  expect(await shop.balance("bob")).toBe(before + 10 + 50);
  expect(await shop.journeyCounts(id)).toMatchObject({
    waiting: 1,
    ended: { finished: 3, exit: 0, goal: 0, removed: 0 },
    steps: [
      { stepId: "wait", waiting: 0, passed: 4 },
      { stepId: "remind", waiting: 0, passed: 2 },
      { stepId: "hope", waiting: 1, passed: 1 },
      { stepId: "thanks", waiting: 0, passed: 1 },
    ],
  });
  // Left again, the same basket is no new one.
  await leaves("cleo", "c1");
  await town.delivers();
  expect(await shop.travels("cleo")).toHaveLength(1);
});

test("what was paid in time and not heard of yet counts before the time that is over", async () => {
  const shop = await town.shop();
  await shop.startsJourney(abandoned);
  await shop.does("dan", "custom", {}, { name: "basket", attributes: { basket: "d1" } });
  await town.delivers();
  shop.jumps({ minutes: 59 });
  // Another process is to relay for this shop, and does not.
  const { parts, clock } = town.server();
  const lease = { tenantId: shop.tenant.id, name: "relay", holder: randomUUID() };
  await takeLease(parts.db, lease, { nowMs: clock.now(), untilMs: clock.now() + 3_600_000 });
  await shop.buys("dan", 10, { attributes: { basket: "d1" } });
  shop.jumps({ minutes: 2 });
  await timePasses();
  expect(await shop.way("dan")).toBe("wait happened");
  await endLeases(parts.db, lease.holder, clock.now());
});

const day = { amount: 1, unit: "days" };
const rest = (next: string | null = null) => ({ id: "rest", kind: "delay", wait: day, next });
const welcome = {
  entry: { kind: "event", event: "member.enrolled" },
  reentry: { kind: "once" },
  start: "rest",
  steps: [rest("gift"), { id: "gift", kind: "points", pointsType: "points", points: 10, next: null }],
};

test("a newcomer is led for a day and given points once, however often time is asked", async () => {
  const shop = await town.shop();
  await shop.enrols("early");
  await town.delivers();
  const id = await shop.startsJourney(welcome);
  await shop.enrols("ana");
  await town.delivers();
  expect(await shop.travels("early")).toEqual([]);
  await timePasses();
  expect(await shop.balance("ana")).toBe(0);
  shop.jumps({ days: 1 });
  await Promise.all([timePasses(), timePasses(), timePasses()]);
  expect([await shop.balance("ana"), await shop.way("ana")]).toEqual([10, "rest passed, gift passed"]);
  expect(await shop.whyJourney(id, "ana")).toEqual({ mayEnter: false, reason: "been_there" });
  expect(await shop.whyJourney(id, "early")).toEqual({ mayEnter: true, reason: "may_enter" });
});

test("whoever is on a plan stays with it, or is moved; whose step is gone leaves", async () => {
  const shop = await town.shop();
  const id = await shop.startsJourney(welcome);
  await shop.enrols("ana");
  await town.delivers();
  const richer = { ...welcome, steps: [rest("gift"), { ...welcome.steps[1], points: 30 }] };
  expect(await shop.changesJourney(id, { plan: richer })).toMatchObject({ status: 200, body: { version: 2 } });
  await shop.enrols("bob");
  await town.delivers();
  shop.jumps({ days: 1 });
  await timePasses();
  expect([await shop.balance("ana"), await shop.balance("bob")]).toEqual([10, 30]);

  await shop.enrols("cleo");
  await town.delivers();
  const shorter = { ...welcome, start: "gift", steps: [welcome.steps[1]] };
  await shop.changesJourney(id, { plan: shorter, underway: "move" });
  shop.jumps({ days: 1 });
  await timePasses();
  expect(await shop.travels("cleo")).toMatchObject([{ version: 3, state: "ended", outcome: "removed" }]);
  expect(await shop.balance("cleo")).toBe(0);
});

test("paused, nobody comes in or goes on, and what they do is not forgotten; ended is ended", async () => {
  const shop = await town.shop();
  const id = await shop.startsJourney(abandoned);
  const leaves = (who: string) => shop.does(who, "custom", {}, { name: "basket", attributes: { basket: who } });
  await leaves("ana");
  await town.delivers();
  await shop.changesJourney(id, { status: "paused" });
  await leaves("bob");
  await shop.buys("ana", 5, { attributes: { basket: "ana" } });
  await town.delivers();
  shop.jumps({ days: 1 });
  await timePasses();
  expect([await shop.way("ana"), await shop.travels("bob")]).toEqual(["", []]);
  expect(await shop.whyJourney(id, "bob")).toEqual({ mayEnter: false, reason: "not_running" });
  await shop.changesJourney(id, { status: "running" });
  await timePasses();
  expect(await shop.way("ana")).toBe("wait happened");

  await leaves("cleo");
  await town.delivers();
  await shop.changesJourney(id, { status: "ended" });
  expect(await shop.travels("cleo")).toMatchObject([{ state: "ended", outcome: "removed" }]);
  expect(await shop.changesJourney(id, { status: "running" })).toMatchObject({ status: 409 });
});

test("birthdays come once a year, on 28 February where there is no 29th, or some days before", async () => {
  const shop = await town.shop({ opens: "2026-02-27T09:00:00Z" });
  const birthday = (daysBefore: number) => ({
    ...welcome,
    entry: { kind: "date", date: "birthday", daysBefore },
    reentry: { kind: "after_days", days: 300 },
    start: "gift",
    steps: [welcome.steps[1]],
  });
  await shop.enrols("leap", { birthDate: "1992-02-29" });
  await shop.enrols("march", { birthDate: "1990-03-02" });
  await shop.startsJourney(birthday(0));
  await shop.startsJourney(birthday(2));
  const gifts = async () => [(await shop.travels("leap")).length, (await shop.travels("march")).length];
  await timePasses();
  expect(await gifts()).toEqual([0, 0]);
  shop.jumps({ days: 1 });
  await timePasses();
  await timePasses();
  expect(await gifts()).toEqual([1, 1]);
  expect(await shop.balance("leap")).toBe(10);
  shop.jumps({ days: 365 });
  await timePasses();
  expect(await gifts()).toEqual([2, 2]);
  // 2028 has a 29 February: two days before it one journey begins, on the day itself the other, on the 28th none.
  const balances: number[] = [];
  for (const days of [364, 1, 1]) {
    shop.jumps({ days });
    await timePasses();
    balances.push(await shop.balance("leap"));
  }
  expect(balances).toEqual([30, 30, 40]);
});

test("a day lets in once, also where the journey has ended at once and may be begun again", async () => {
  const shop = await town.shop();
  const steps = [{ id: "gift", kind: "points", pointsType: "points", points: 10, next: null }];
  const entry = { kind: "date", date: "birthday", daysBefore: 0 };
  await shop.enrols("ana", { birthDate: "1990-03-02" });
  await shop.startsJourney({ ...welcome, entry, reentry: { kind: "after_end" }, start: "gift", steps });
  await timePasses();
  shop.jumps({ minutes: 10 });
  await timePasses();
  expect(await shop.balance("ana")).toBe(10);
});

test("whoever comes to be what the segment asks is let in, once", async () => {
  const shop = await town.shop();
  const conditions = { combinator: "and", rules: [{ field: "member.spend_minor", operator: ">=", value: 10_000 }] };
  const entry = { kind: "segment", conditions };
  await shop.buys("rich", 150);
  const id = await shop.startsJourney({ ...welcome, entry });
  await shop.buys("poor", 50);
  await town.delivers();
  await timePasses();
  expect([(await shop.travels("rich")).length, (await shop.travels("poor")).length]).toEqual([1, 0]);
  expect(await shop.whyJourney(id, "poor")).toEqual({
    mayEnter: false,
    reason: "conditions",
    field: "member.spend_minor",
  });
  await shop.buys("poor", 60);
  await town.delivers();
  expect(await shop.travels("poor")).toHaveLength(1);
  shop.jumps({ days: 2 });
  await timePasses();
  await timePasses();
  expect([await shop.way("rich"), (await shop.travels("poor")).length]).toEqual(["rest passed, gift passed", 1]);
});

test("who reaches the goal leaves early; who leaves the programme is led nowhere", async () => {
  const shop = await town.shop();
  await shop.startsJourney({ ...welcome, goal: paid });
  await shop.enrols("ana");
  await shop.enrols("bob");
  await town.delivers();
  await shop.buys("ana", 10);
  await shop.asks("DELETE", `/v1/members/${await shop.idOf("bob")}`);
  await town.delivers();
  shop.jumps({ days: 1 });
  await timePasses();
  expect(await shop.travels("ana")).toMatchObject([{ outcome: "goal" }]);
  expect(await shop.balance("ana")).toBe(10);
});

test("a task for staff, a split by chance; a plan that leads nowhere is refused at its step", async () => {
  const shop = await town.shop();
  await shop.startsJourney({
    ...welcome,
    start: "coin",
    steps: [
      {
        id: "coin",
        kind: "random",
        branches: [
          { share: 1, next: "call" },
          { share: 0, next: null },
        ],
      },
      { id: "call", kind: "task", title: "Call and say hello", dueDays: 3, next: null },
    ],
  });
  await shop.enrols("ana");
  await town.delivers();
  expect(await shop.way("ana")).toBe("coin branch 1, call passed");
  const tasks = await shop.asks("GET", `/v1/members/${await shop.idOf("ana")}/tasks`);
  expect(tasks.body.items).toMatchObject([{ text: "Call and say hello", dueOn: "2026-03-05" }]);

  const lost = { ...welcome, steps: [rest("nowhere")] };
  expect(await shop.plansJourney(lost)).toMatchObject({
    status: 400,
    body: { field: "plan.steps[0]", detail: "This step leads to one that there is not." },
  });
  const unknown = { ...welcome, steps: [rest("gift"), { ...welcome.steps[1], pointsType: "stars" }] };
  expect(await shop.plansJourney(unknown)).toMatchObject({ status: 400, body: { field: "plan.steps[1].pointsType" } });
});
