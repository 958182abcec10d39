// E2E-1: a basket that was left is reminded of by a letter, once, and nobody who has paid gets one.
import { afterAll, beforeAll, expect, test } from "vitest";
import { sweepJourneys } from "../../server/modules/messaging/journeySweeps.ts";
import { type Mailbox, openMailbox } from "../support/mailbox.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { openMessageShop } from "./support/messages.ts";

let server: TestServer;
let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await openMailbox();
  server = await startServer({ smtp: mailbox.smtp, publicUrl: "https://loyal.example" });
});
afterAll(async () => {
  await server.close();
  await mailbox.close();
});

const paid = { kind: "activity", activity: "purchase" };
const hours = (amount: number) => ({ amount, unit: "hours" });

/** Waits an hour for the basket's purchase, writes, and thanks whoever buys within a day. */
function planWith(template: string) {
  const wait = (id: string, within: object, next: string | null, otherwise: string | null) => ({
    ...{ id, kind: "wait_for", trigger: paid, about: "same_object", within, next, otherwise },
  });
  return {
    entry: { kind: "activity", activity: "custom", name: "basket" },
    keyedBy: { kind: "attribute", name: "basket" },
    reentry: { kind: "once" },
    start: "wait",
    steps: [
      wait("wait", hours(1), null, "letter"),
      { id: "letter", kind: "send", template, next: "hope" },
      wait("hope", hours(24), "thanks", null),
      { id: "thanks", kind: "points", pointsType: "points", points: 50, next: null },
    ],
  };
}

test("E2E-1: baskets that were left are written about; whoever pays within a day gets 50 points once", async () => {
  const shop = await openMessageShop(server, mailbox);
  await shop.asks("POST", "/v1/points-types", { code: "points", name: "Points", spendable: true, qualifying: true });
  const words = { subject: "{{ member.firstName }}, your basket {{ data.object }}", text: "It is waiting for you." };
  const template = await shop.writes("news", { en: words });
  const { code } = (await shop.asks("GET", `/v1/message-templates/${template}`)).body;
  const plan = planWith(code);
  const unknown = {
    ...plan,
    steps: plan.steps.map((step) => (step.id === "letter" ? { ...step, template: "x" } : step)),
  };
  expect(await shop.asks("POST", "/v1/journeys", { name: "Basket", plan: unknown })).toMatchObject({
    status: 400,
    body: { field: "plan.steps[1].template", detail: 'There is no template "x".' },
  });
  const made = await shop.asks("POST", "/v1/journeys", { name: "Basket", plan });
  expect(made.status).toBe(201);
  await shop.asks("PATCH", `/v1/journeys/${made.body.id}`, { status: "running" });

  let documents = 0;
  const does = async (member: string, kind: string, basket: string) => {
    documents += 1;
    const what = kind === "purchase" ? { amountMinor: 1_000 } : { name: "basket" };
    const about = { source: "web", document: `d${documents}`, kind, member: { id: member }, attributes: { basket } };
    expect((await shop.asks("POST", "/v1/activities", { ...about, ...what })).status).toBeLessThan(300);
  };
  const later = async (minutes: number) => {
    await server.parts.relay.deliverAll();
    server.clock.advance(minutes * 60_000);
    await sweepJourneys(server.parts, [shop.tenant]);
    await shop.delivers();
  };
  const [ana, bea, cleo, dora] = [
    await shop.enrols("Ana", { agrees: true }),
    await shop.enrols("Bea", { agrees: true }),
    await shop.enrols("Cleo", { agrees: true }),
    await shop.enrols("Dora"),
  ];
  await does(ana, "custom", "A-1");
  await does(bea, "custom", "B-1");
  await does(bea, "custom", "B-2");
  await does(cleo, "custom", "C-1");
  await does(dora, "custom", "D-1");
  await later(30);
  await does(ana, "purchase", "A-1");
  await does(bea, "purchase", "B-2");
  await later(31);
  await later(0);
  const subjects = (await shop.letters()).map(({ subject }) => subject);
  expect(subjects.toSorted()).toEqual(["Bea, your basket B-1", "Cleo, your basket C-1"]);
  expect(await shop.messages(dora)).toMatchObject([{ status: "skipped", cause: "journey" }]);

  await does(bea, "purchase", "B-1");
  await later(10);
  await later(10);
  const { body } = await shop.asks("GET", `/v1/members/${bea}/wallets`);
  expect(body.items).toMatchObject([{ pointsType: "points", spendable: 50 }]);
  expect(await shop.letters()).toHaveLength(2);
});
