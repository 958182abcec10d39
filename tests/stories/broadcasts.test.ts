// One message to many: each who is meant gets it once, whoever pauses, edits, dies or comes late in between.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createMessenger } from "../../server/modules/messaging/messenger.ts";
import { openSmtpPool } from "../../server/platform/mail/smtpPool.ts";
import { type Mailbox, openMailbox } from "../support/mailbox.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { type MessageShop, openMessageShop } from "./support/messages.ts";

let server: TestServer;
let mailbox: Mailbox;
let shop: MessageShop;
beforeAll(async () => {
  mailbox = await openMailbox();
  server = await startServer({ smtp: mailbox.smtp });
});
afterAll(async () => {
  await server.close();
  await mailbox.close();
});
beforeEach(async () => {
  mailbox.taken.length = 0;
  mailbox.brought.length = 0;
  shop = await openMessageShop(server, mailbox);
});

const everybody = { combinator: "and", rules: [] };
const italians = { combinator: "and", rules: [{ field: "member.language", operator: "=", value: "it" }] };
const enrolsMany = async (count: number, language = "it"): Promise<string[]> => {
  const names = Array.from({ length: count }, (_, index) => `${language}${index}`);
  return Promise.all(names.map((name) => shop.enrols(name, { agrees: true, language })));
};
const drafts = async (terms: object = {}): Promise<string> => {
  const variants = [{ templateId: await shop.writes("news"), weight: 1 }];
  const reply = await shop.asks("POST", "/v1/broadcasts", { name: "Spring", variants, audience: everybody, ...terms });
  expect(reply.status).toBe(201);
  return reply.body.id;
};
const does = async (id: string, step: string, body?: object) => {
  const reply = await shop.asks("POST", `/v1/broadcasts/${id}/${step}`, body);
  return { ...reply.body, code: reply.status };
};
const status = async (id: string) => (await shop.asks("GET", `/v1/broadcasts/${id}`)).body.status;
const funnel = async (id: string) => (await shop.asks("GET", `/v1/broadcasts/${id}/funnel`)).body;
const receivers = () => mailbox.taken.map(({ to }) => to.join()).toSorted();

test("everybody in the audience gets it once, and the report adds up", async () => {
  await enrolsMany(30);
  await enrolsMany(5, "de");
  await shop.enrols("Nora", { language: "it" });
  const id = await drafts({ audience: italians });
  const forecast = (await shop.asks("GET", `/v1/broadcasts/${id}/forecast`)).body;
  const skipped = [{ reason: "no_consent", messages: 1 }];
  expect(forecast).toEqual({ members: 31, isExact: true, looked: 31, sends: 30, skipped });
  await does(id, "start", {});
  mailbox.script({ at: "RCPT TO", code: 550 }, { at: "DATA", code: 451 });
  await shop.delivers();
  expect(await status(id)).toBe("running");
  expect(await funnel(id)).toMatchObject({
    groups: [{ variant: "a", planned: 31, sent: 28, waiting: 1, bounced: 1, skipped: 1, failed: 0, kept: 0 }],
    skipped,
  });
  server.clock.advance(60_000);
  await shop.delivers();
  await shop.delivers();
  expect(await status(id)).toBe("finished");
  expect((await funnel(id)).groups[0]).toMatchObject({ planned: 31, sent: 29, waiting: 0, bounced: 1, skipped: 1 });
  expect(new Set(receivers()).size).toBe(29);
  expect(receivers()).toHaveLength(29);
});

test("41: paused it stops, with another audience it goes on, and nobody gets it twice", async () => {
  await enrolsMany(20);
  await enrolsMany(10, "de");
  const id = await drafts({ perMinute: 5 });
  await does(id, "start", {});
  await shop.delivers();
  expect(receivers()).toHaveLength(5);
  await does(id, "pause");
  server.clock.advance(10 * 60_000);
  await shop.delivers();
  expect(receivers()).toHaveLength(5);
  expect((await does(id, "pause")).code).toBe(409);
  await shop.asks("PATCH", `/v1/broadcasts/${id}`, { audience: italians, perMinute: null });
  await does(id, "resumption");
  await shop.delivers();
  await shop.delivers();
  const germans = receivers().filter((to) => to.startsWith("de"));
  expect(new Set(receivers()).size).toBe(receivers().length);
  expect(receivers().filter((to) => to.startsWith("it"))).toHaveLength(20);
  const { groups, skipped } = await funnel(id);
  expect(groups[0]).toMatchObject({ planned: 30, sent: 20 + germans.length, skipped: 10 - germans.length, waiting: 0 });
  expect(skipped).toEqual([{ reason: "left_audience", messages: 10 - germans.length }]);
});

test("41: two senders at once, and clocks that jump: each letter once", async () => {
  await enrolsMany(60);
  const id = await drafts();
  await does(id, "start", {});
  const carrier = openSmtpPool(mailbox.smtp);
  const second = createMessenger({ ...server.parts, carrier });
  await Promise.all([shop.delivers(), second.sendDue()]);
  server.clock.advance(2 * 3_600_000);
  await Promise.all([shop.delivers(), second.sendDue()]);
  server.clock.advance(-1 * 3_600_000);
  await Promise.all([shop.delivers(), second.sendDue()]);
  expect(receivers()).toHaveLength(60);
  expect(new Set(receivers()).size).toBe(60);
  await second.stop();
});

test("42: what should have begun more than four hours ago asks first", async () => {
  await enrolsMany(3);
  const id = await drafts();
  await does(id, "start", { at: "2026-03-02T10:00:00Z" });
  shop.at("2026-03-02T14:00:01Z");
  await shop.delivers();
  expect(await status(id)).toBe("late");
  expect(receivers()).toEqual([]);
  await does(id, "resumption");
  await shop.delivers();
  expect(receivers()).toHaveLength(3);
});

test("groups are compared, one is left out, and each is as large as it was meant to be", async () => {
  await enrolsMany(60);
  const [a, b] = [await shop.writes("news"), await shop.writes("news")];
  const variants = [a, b].map((templateId) => ({ templateId, weight: 1 }));
  const id = await drafts({ variants, holdout: 2_000 });
  await does(id, "start", {});
  await shop.delivers();
  const { groups, splitLikelihood, skipped } = await funnel(id);
  expect(groups.map(({ variant }: { variant: string }) => variant)).toEqual(["a", "b", "holdout"]);
  const [first, second, held] = groups;
  expect(first.sent + second.sent + held.skipped).toBe(60);
  expect(held.sent).toBe(0);
  expect(skipped).toEqual([{ reason: "held_out", messages: held.skipped }]);
  expect(splitLikelihood).toBeGreaterThan(0.001);
});

test("on everybody's own wall it is the same hour; given up, nothing more goes", async () => {
  const [ana] = await enrolsMany(1);
  const bob = await shop.enrols("bob", { agrees: true });
  await shop.prefers(bob, { timezone: "America/New_York" });
  const id = await drafts({ inOwnZone: true });
  await does(id, "start", { at: "2026-03-03T09:00:00Z" });
  await shop.delivers();
  expect((await shop.messages(ana ?? ""))[0]).toMatchObject({ dueAt: "2026-03-03T09:00:00.000Z" });
  expect((await shop.messages(bob))[0]).toMatchObject({ dueAt: "2026-03-03T15:00:00.000Z" });
  // It is looked after all night: what nobody looked after would ask first.
  for (let hours = 0; hours < 24; hours += 3) {
    server.clock.advance(3 * 3_600_000);
    await shop.delivers();
  }
  await does(id, "cancellation");
  shop.at("2026-03-03T15:00:00Z");
  await shop.delivers();
  expect(receivers()).toEqual(["it0@example.com"]);
  expect((await shop.messages(bob))[0]).toMatchObject({ status: "skipped", reason: "cancelled" });
});
