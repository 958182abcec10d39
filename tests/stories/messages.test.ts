// Messages to members, through a real mail server: what arrives, what waits, what is skipped and why, and the way out.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { RETRY_MINUTES } from "../../server/platform/mail/mail.ts";
import { type Mailbox, openMailbox } from "../support/mailbox.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { type MessageShop, openMessageShop } from "./support/messages.ts";

let server: TestServer;
let mailbox: Mailbox;
let shop: MessageShop;
beforeAll(async () => {
  mailbox = await openMailbox();
  server = await startServer({ smtp: mailbox.smtp, publicUrl: "https://loyal.example" });
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

describe("a message goes out", () => {
  test("to one member, in their language, with their name and points, once however often it is asked for", async () => {
    const ana = await shop.enrols("Ana Bianchi", { agrees: true, language: "it" });
    await shop.gives(ana, 1_250);
    const news = await shop.writes("news", {
      it: {
        subject: "Novità per {{ member.firstName }}",
        text: "{{ member.greeting }}, hai {{ member.points }} punti.",
      },
      en: { subject: "News for {{ member.firstName }}", text: "You have {{ member.points }} points." },
    });
    await shop.sends(ana, news, { key: "once" });
    await shop.sends(ana, news, { key: "once" });
    await shop.delivers();
    const [letter, ...more] = await shop.letters();
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ to: "ana@example.com", subject: "Novità per Ana" });
    expect(letter?.text).toContain("Ciao Ana, hai 1.250 punti.");
    expect(letter?.html).toContain("Ciao Ana, hai 1.250 punti.");
    expect(await shop.messages(ana)).toMatchObject([{ status: "sent", reason: null, version: 1, attempts: 1 }]);
    expect(await shop.told("message.sent")).toHaveLength(1);
  });

  test("and a template's next version is for the next one; what a cause brings along is read, then gone", async () => {
    const ana = await shop.enrols("Ana", { agrees: true });
    const order = await shop.writes("receipts", { en: { subject: "Order {{ data.order }}", text: "Thank you." } });
    await shop.sends(ana, order, { data: { order: "A-1" } });
    await shop.delivers();
    await shop.rewrites(order, { en: { subject: "Your order {{ data.order }}", text: "Thank you." } });
    await shop.sends(ana, order, { data: { order: "A-2" } });
    await shop.delivers();
    expect((await shop.letters()).map(({ subject }) => subject)).toEqual(["Order A-1", "Your order A-2"]);
    const { rows } = await server.db.maintenance.query(
      "select count(*) as kept from deliveries where data is not null",
    );
    expect(rows).toEqual([{ kept: 0 }]);
  });

  test("without a mail server it lies in the outbox, and says so", async () => {
    const demo = await openMessageShop(server, mailbox, { isDemo: true });
    const ana = await demo.enrols("Ana", { agrees: true });
    await demo.sends(ana, await demo.writes("news"));
    await demo.delivers();
    expect(mailbox.brought).toEqual([]);
    expect(await demo.messages(ana)).toMatchObject([{ status: "kept" }]);
    expect((await demo.asks("GET", "/v1/outbox-messages")).body.items[0]).toMatchObject({
      kind: "message",
      status: "kept",
      letter: { address: "ana@example.com", subject: "Hello Ana" },
    });
  });
});

describe("why did she not get it", () => {
  test("each reason is said", async () => {
    const news = await shop.writes("news");
    const people = {
      no_consent: await shop.enrols("Nora"),
      no_address: await shop.enrols("Otto", { agrees: true, email: null }),
      opted_out: await shop.enrols("Olga", { agrees: true }),
      paused: await shop.enrols("Paul", { agrees: true }),
      blocked: await shop.enrols("Bert", { agrees: true }),
      closed: await shop.enrols("Cleo", { agrees: true }),
      too_frequent: await shop.enrols("Fred", { agrees: true }),
      erased: await shop.enrols("Egon", { agrees: true }),
    };
    await shop.prefers(people.opted_out, { choices: [{ topic: "news", channel: "email", isWanted: false }] });
    await shop.prefers(people.paused, { pausedUntil: "2026-04-01T00:00:00Z" });
    await shop.prefers(people.too_frequent, { weeklyMax: 1 });
    await shop.sends(people.too_frequent, news);
    await shop.delivers();
    for (const member of Object.values(people)) await shop.sends(member, news);
    await shop.asks("PUT", `/v1/members/${people.blocked}/block`, { step: "nothing", reason: "A test." });
    await shop.asks("PATCH", `/v1/members/${people.closed}`, { status: "closed" });
    await shop.asks("POST", `/v1/members/${people.erased}/erasure`, { reason: "requested" });
    await shop.delivers();
    for (const [reason, member] of Object.entries(people)) {
      expect([reason, (await shop.messages(member))[0]]).toMatchObject([reason, { status: "skipped", reason }]);
    }
    expect((await shop.letters()).map(({ to }) => to)).toEqual(["fred@example.com"]);
    const told = await shop.told("message.skipped");
    expect(told.map(({ data }) => data.because).toSorted()).toEqual(Object.keys(people).toSorted());
    expect(JSON.stringify(told)).not.toMatch(/example\.com|Nora|Olga/);
  });

  test("a receipt goes to whoever agreed to nothing, even at night; news wait for the reader's morning", async () => {
    const nora = await shop.enrols("Nora");
    const ana = await shop.enrols("Ana", { agrees: true });
    const bob = await shop.enrols("Bob", { agrees: true });
    await shop.prefers(bob, { timezone: "America/Los_Angeles" });
    shop.at("2026-03-02T21:30:00Z");
    await shop.sends(nora, await shop.writes("receipts"));
    const news = await shop.writes("news");
    await shop.sends(ana, news);
    await shop.sends(bob, news);
    await shop.delivers();
    expect((await shop.letters()).map(({ to }) => to).toSorted()).toEqual(["bob@example.com", "nora@example.com"]);
    expect(await shop.messages(ana)).toMatchObject([
      { status: "queued", reason: "quiet_hours", dueAt: "2026-03-03T07:00:00.000Z", attempts: 0 },
    ]);
    shop.at("2026-03-03T06:59:00Z");
    await shop.delivers();
    expect(await shop.letters()).toHaveLength(2);
    shop.at("2026-03-03T07:00:00Z");
    await shop.delivers();
    expect((await shop.letters()).map(({ to }) => to)).toContain("ana@example.com");
  });

  test("11: in the nights on which the clocks are moved it is the same morning hour", async () => {
    const ana = await shop.enrols("Ana", { agrees: true });
    const news = await shop.writes("news");
    for (const [evening, morning] of [
      ["2026-03-28T21:00:00Z", "2026-03-29T06:00:00.000Z"],
      ["2026-10-24T21:00:00Z", "2026-10-25T07:00:00.000Z"],
    ] as const) {
      shop.at(evening);
      await shop.sends(ana, news);
      await shop.delivers();
      expect((await shop.messages(ana))[0]).toMatchObject({ dueAt: morning });
      shop.at(morning);
      await shop.delivers();
      expect((await shop.messages(ana))[0]).toMatchObject({ status: "sent" });
    }
  });

  test("what waits is skipped when its template ends meanwhile", async () => {
    const ana = await shop.enrols("Ana", { agrees: true });
    const news = await shop.writes("news");
    await shop.sends(ana, news, { dueAt: "2026-03-03T12:00:00Z" });
    await shop.asks("DELETE", `/v1/message-templates/${news}`);
    shop.at("2026-03-03T12:00:00Z");
    await shop.delivers();
    expect(await shop.messages(ana)).toMatchObject([{ status: "skipped", reason: "cancelled" }]);
    expect((await shop.sends(ana, news)).status).toBe(409);
  });
});

describe("39: the mail server says no", () => {
  test("now: it is tried again later and later, under the same Message-ID, and then given up", async () => {
    const ana = await shop.enrols("Ana", { agrees: true });
    await shop.sends(ana, await shop.writes("receipts"));
    for (const minutes of [0, ...RETRY_MINUTES]) {
      server.clock.advance(minutes * 60_000);
      mailbox.script({ at: "DATA", code: 451 });
      await shop.delivers();
    }
    expect(await shop.messages(ana)).toMatchObject([{ status: "failed", reason: "451", attempts: 7, dueAt: null }]);
    const ids = mailbox.brought.map(({ raw }) => /^Message-ID: .*$/im.exec(raw)?.[0]);
    expect([ids.length, new Set(ids).size]).toEqual([7, 1]);
    expect(await shop.told("message.failed")).toHaveLength(1);
  });

  test("that nobody lives there: nothing is written there again, whoever comes, until it is cleared up", async () => {
    const ana = await shop.enrols("Ana", { agrees: true });
    const receipt = await shop.writes("receipts");
    mailbox.script({ at: "RCPT TO", code: 550 });
    await shop.sends(ana, receipt);
    await shop.delivers();
    expect(await shop.messages(ana)).toMatchObject([{ status: "bounced", reason: "550" }]);
    expect(await shop.told("message.bounced")).toHaveLength(1);
    await shop.sends(ana, receipt);
    await shop.delivers();
    expect(await shop.messages(ana)).toMatchObject([{ status: "skipped", reason: "suppressed" }, {}]);
    expect((await shop.preferences(ana)).suppressed).toMatchObject([{ channel: "email", reason: "hard_bounce" }]);

    await shop.asks("POST", `/v1/members/${ana}/erasure`, { reason: "requested" });
    const again = await shop.enrols("Ana", { agrees: true });
    await shop.sends(again, receipt);
    await shop.delivers();
    expect(await shop.messages(again)).toMatchObject([{ status: "skipped", reason: "suppressed" }]);
    await shop.asks("DELETE", `/v1/members/${again}/suppressions/email`);
    await shop.sends(again, receipt);
    await shop.delivers();
    expect((await shop.messages(again))[0]).toMatchObject({ status: "sent" });
  });

  test("that a mailbox is full or a letter displeases: this one has failed, the next one is tried", async () => {
    const ana = await shop.enrols("Ana", { agrees: true });
    const receipt = await shop.writes("receipts");
    for (const answer of [
      { at: "RCPT TO", code: 552 },
      { at: "DATA", code: 554 },
    ] as const) {
      mailbox.script(answer);
      await shop.sends(ana, receipt);
      await shop.delivers();
      expect((await shop.messages(ana))[0]).toMatchObject({ status: "failed", reason: String(answer.code) });
    }
    await shop.sends(ana, receipt);
    await shop.delivers();
    expect((await shop.messages(ana))[0]).toMatchObject({ status: "sent" });
  });
});

describe("the way out of a letter", () => {
  const leaves = (url: string, method = "POST") =>
    fetch(url.replace("https://loyal.example", server.url), {
      method,
      ...(method === "POST"
        ? { body: "List-Unsubscribe=One-Click", headers: { "content-type": "application/x-www-form-urlencoded" } }
        : {}),
    });
  const receives = async (name: string) => {
    const member = await shop.enrols(name, { agrees: true });
    await shop.sends(member, await shop.writes("news"));
    await shop.delivers();
    const url =
      /^List-Unsubscribe: <(.*)>$/im.exec((mailbox.taken.at(-1)?.raw ?? "").replaceAll("\r\n ", " "))?.[1] ?? "";
    return { member, url };
  };
  const wantsNews = async (member: string) =>
    (await shop.preferences(member)).choices.find(({ topic }) => topic === "news")?.isWanted;

  test("22: to look at it changes nothing, whoever looks and however often", async () => {
    const { member, url } = await receives("Ana");
    for (const method of ["GET", "HEAD", "GET"]) expect((await leaves(url, method)).status).toBe(200);
    expect(await wantsNews(member)).toBe(true);
    const page = await leaves(url, "GET");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await page.text()).toContain('<form method="post">');
  });

  test("24, 25: one POST without a cookie ends it, twice is once, and the audit log knows it", async () => {
    const { member, url } = await receives("Ana");
    for (const time of [1, 2]) expect([time, (await leaves(url)).status]).toEqual([time, 200]);
    expect(await wantsNews(member)).toBe(false);
    const told = await shop.told("message.unsubscribed");
    expect(told.map(({ data }) => data)).toMatchObject([{ memberId: member, topic: "news", channel: "email" }]);
    const audit = (await shop.asks("GET", "/v1/audit-entries?operation=unsubscribe")).body.items;
    expect(audit).toMatchObject([{ actor: member, memberId: member }]);
    expect(JSON.stringify(audit)).not.toContain(url.split("/u/")[1]);
    await shop.sends(member, await shop.writes("news"));
    await shop.delivers();
    expect((await shop.messages(member))[0]).toMatchObject({ status: "skipped", reason: "opted_out" });
  });

  test("24: as a form of several parts, as RFC 8058 has it too", async () => {
    const { member, url } = await receives("Ana");
    const form = new FormData();
    form.set("List-Unsubscribe", "One-Click");
    const reply = await fetch(url.replace("https://loyal.example", server.url), { method: "POST", body: form });
    expect(reply.status).toBe(200);
    expect(await wantsNews(member)).toBe(false);
  });

  test("25: a link that was changed is none; that of somebody who was forgotten says nothing of it", async () => {
    const { member, url } = await receives("Ana");
    const token = url.split("/u/")[1] ?? "";
    for (const place of [3, 25, 45, 80]) {
      const changed = `${token.slice(0, place)}${token[place] === "A" ? "B" : "A"}${token.slice(place + 1)}`;
      expect([place, (await leaves(url.replace(token, changed))).status]).toEqual([place, 400]);
    }
    expect((await leaves(url.replace(token, "x"))).status).toBe(400);
    expect(await wantsNews(member)).toBe(true);
    await shop.asks("POST", `/v1/members/${member}/erasure`, { reason: "requested" });
    expect((await leaves(url)).status).toBe(200);
    const { rows } = await server.db.maintenance.query(
      "select count(*) as kept from message_preferences where member_id in (select member_id from erasures)",
    );
    expect(rows).toEqual([{ kept: 0 }]);
  });

  test("another site's form reaches nothing else: only this address takes one", async () => {
    const ana = await shop.enrols("Ana", { agrees: true });
    const reply = await shop.asks("PATCH", `/v1/members/${ana}/message-preferences`, "weeklyMax=0", {
      "content-type": "application/x-www-form-urlencoded",
    });
    expect(reply.status).toBe(415);
  });
});

describe("29: words that would never end, or reach further than they should, are refused when they are written", () => {
  test.each([
    ["a loop of a milliard", "{% for i in (1..1000000000) %}x{% endfor %}", "too long"],
    ["loops in loops", "{% for i in (1..9999) %}{% for j in (1..9999) %}x{% endfor %}{% endfor %}", "too long"],
    ["what is not closed", "{% if member.points %}x", "not closed"],
    ["raw", "{% raw %}{{ member.firstName }}{% endraw %}", "raw"],
    ["another file", "{% include '../../etc/passwd' %}", "include"],
    ["another template", "{% render 'other' %}", "render"],
    ["unescaped", "{{ member.firstName | raw }}", "raw"],
    ["a filter that is none", "{{ member.firstName | shout }}", "shout"],
    ["a variable that nobody publishes", "{{ member.email }}", "member.email"],
    ["a prototype", "{{ member.constructor }}", "member.constructor"],
  ])("%s", async (_, text, why) => {
    const reply = await shop.asks("POST", "/v1/message-templates", {
      code: "bad",
      name: "Bad",
      topic: "news",
      channel: "email",
      wordings: [{ language: "en", subject: "Hi", blocks: [{ kind: "text", text }] }],
    });
    expect(reply).toMatchObject({ status: 400, body: { code: "invalid" } });
    expect(`${reply.body.field} ${reply.body.detail}`).toContain(why);
    expect(reply.body.field).toMatch(/^wordings\[0\]/);
    expect((await shop.asks("GET", "/v1/message-templates")).body.items).toEqual([]);
  });
});

describe("30: a variable is missing for some", () => {
  test("whoever has no name is greeted whole; what the cause did not bring along skips that message", async () => {
    const order = await shop.writes("receipts", {
      en: {
        subject: "Hi {{ member.firstName }}",
        text: "{{ member.greeting }}: {{ data.order }} {{ data.gift | default: 'none' }}",
      },
    });
    const nobody = await shop.enrols(undefined, { email: "nobody@example.com" });
    await shop.sends(nobody, order, { data: { order: "A-1" } });
    const ana = await shop.enrols("Ana");
    await shop.sends(ana, order, { data: { other: "A-1" } });
    await shop.sends(ana, order);
    await shop.delivers();
    const letters = await shop.letters();
    expect(letters).toMatchObject([{ to: "nobody@example.com", subject: "Hi there" }]);
    expect(letters[0]?.text).toContain("Hello: A-1 none");
    expect(await shop.messages(ana)).toMatchObject([
      { status: "skipped", reason: "not_rendered" },
      { status: "skipped", reason: "not_rendered" },
    ]);
  });
});

describe("31, 26: a name is text, whatever it is", () => {
  test.each([
    ["{{7*7}}", "{{7*7}}"],
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["=HYPERLINK()", "=HYPERLINK()"],
    ["👩‍👧1", "👩‍👧1"],
    ["x".repeat(100), "x".repeat(60)],
  ])("%s", async (name, shown) => {
    const member = await shop.enrols(name, { email: "odd@example.com" });
    await shop.sends(member, await shop.writes("receipts"));
    await shop.delivers();
    const [letter] = await shop.letters();
    expect(mailbox.taken.map(({ to }) => to)).toEqual([["odd@example.com"]]);
    expect(letter?.html).toContain(`Hello ${shown}`);
    expect(letter?.html).not.toMatch(/<script|Hello 49/);
  });

  test("what a cause brings along cannot end a header or run in a link", async () => {
    const link = await shop.writes("receipts", {
      en: { subject: "Hi {{ data.name }}", text: "x", button: { text: "Go", href: "{{ data.url }}" } },
    });
    const ana = await shop.enrols("Ana");
    await shop.sends(ana, link, { data: { name: "A\r\nBcc: eve@example.com", url: "https://x.example/?a=1&b=2" } });
    await shop.sends(ana, link, { data: { name: "A", url: "javascript:alert(1)" } });
    await shop.delivers();
    const letters = await shop.letters();
    expect(letters.map(({ to, subject }) => [to, subject])).toEqual([["ana@example.com", "Hi A Bcc: eve@example.com"]]);
    expect(letters[0]?.html).toContain('href="https://x.example/?a=1&amp;b=2"');
    expect((await shop.messages(ana))[0]).toMatchObject({ status: "skipped", reason: "not_rendered" });
  });
});
