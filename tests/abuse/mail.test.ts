// Mail against a server that says no, says nothing or is slow, and against letters that would be two. Rows 26 and 39.
import { createServer, type Server } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { inTransaction } from "../../server/platform/database/transaction.ts";
import { createMail, LEASE_MS, type Mail, RETRY_MINUTES } from "../../server/platform/mail/mail.ts";
import { type Letter, smtpSender } from "../../server/platform/mail/smtp.ts";
import { type Mailbox, openMailbox, smtpAt } from "../support/mailbox.ts";
import { startServer, type TestServer } from "../support/server.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const stamp = { id: "eml_01kb1vn7xqf8krv1q7ey6p4c0m", createdAt: Date.parse("2026-03-02T09:00:00Z") };
const letter: Letter = { to: { name: "Ana", address: "ana@example.com" }, subject: "Hello", text: "Your code: 123456" };

let server: TestServer;
let mailbox: Mailbox;
beforeAll(async () => {
  server = await startServer();
  mailbox = await openMailbox();
});
afterAll(async () => {
  await mailbox.close();
  await server.close();
});
afterEach(() => {
  mailbox.taken.length = 0;
  mailbox.brought.length = 0;
});

describe("26:", () => {
  test.each([
    ["the address", { to: { name: "Ana", address: "ana@example.com\r\nRCPT TO:<eve@example.com>" } }],
    ["the address, as a list", { to: { name: "Ana", address: "ana@example.com, eve@example.com" } }],
    ["the address, with a name in it", { to: { name: "Ana", address: "Eve <eve@example.com>" } }],
    ["the name", { to: { name: "Ana\r\nBcc: eve@example.com", address: "ana@example.com" } }],
    ["the subject", { subject: "Hello\r\nBcc: eve@example.com" }],
    ["the subject, with a line feed alone", { subject: "Hello\nBcc: eve@example.com" }],
    ["the subject, with a separator of Unicode", { subject: "Hello\u2028Bcc: eve@example.com" }],
  ])("a second recipient in %s is refused before the server hears of it", async (_, wrong) => {
    await expect(smtpSender(mailbox.smtp)({ ...letter, ...wrong }, stamp)).rejects.toThrow();
    expect(mailbox.brought).toEqual([]);
  });

  test.each(['"Eve" <eve@example.com>, ', "eve@example.com;", "Ana, Eve"])(
    "a name that looks like addresses (%s) is a name: one recipient",
    async (name) => {
      const named = { ...letter, to: { name, address: "ana@example.com" } };
      expect(await smtpSender(mailbox.smtp)(named, stamp)).toEqual({ outcome: "sent" });
      expect(mailbox.taken.map(({ from, to }) => ({ from, to }))).toEqual([
        { from: "hello@shop.example", to: ["ana@example.com"] },
      ]);
    },
  );

  test("a text cannot end the letter and begin another", async () => {
    const text = "One.\r\n.\r\nMAIL FROM:<eve@example.com>\r\nRCPT TO:<eve@example.com>\r\nDATA\r\nTwo.";
    expect(await smtpSender(mailbox.smtp)({ ...letter, text }, stamp)).toEqual({ outcome: "sent" });
    expect(mailbox.taken).toHaveLength(1);
    expect(mailbox.taken[0]?.to).toEqual(["ana@example.com"]);
  });
});

describe("39:", () => {
  test.each([
    ["RCPT TO", 421, "retry"],
    ["RCPT TO", 451, "retry"],
    ["RCPT TO", 452, "retry"],
    ["RCPT TO", 550, "failed"],
    ["RCPT TO", 552, "failed"],
    ["RCPT TO", 554, "failed"],
    ["DATA", 421, "retry"],
    ["DATA", 451, "retry"],
    ["DATA", 452, "retry"],
    ["DATA", 550, "failed"],
    ["DATA", 552, "failed"],
    ["DATA", 554, "failed"],
  ] as const)("at %s a server's %i means %s, and its words are not kept", async (at, code, outcome) => {
    mailbox.script({ at, code });
    expect(await smtpSender(mailbox.smtp)(letter, stamp)).toEqual({ outcome, why: String(code) });
    expect(mailbox.taken).toEqual([]);
  });

  test("a server that hangs after the letter came: nobody knows, so it is tried again", async () => {
    mailbox.script("hang");
    expect(await smtpSender(mailbox.smtp, 300)(letter, stamp)).toMatchObject({ outcome: "retry" });
    expect(mailbox.brought).toHaveLength(1);
  });

  test("a server that never greets, one that speaks too slowly, and one that is not there", async () => {
    const silent = await listen(() => undefined);
    // It greets in time, then never ends its next line: each byte would begin a time-out of silence anew.
    const slow = await listen((write) => {
      write("220 slow.example\r\n");
      const drip = setInterval(() => write("2"), 50);
      return () => clearInterval(drip);
    });
    try {
      const started = performance.now();
      for (const { port } of [silent, slow]) {
        expect(await smtpSender(smtpAt(port), 400)(letter, stamp)).toMatchObject({ outcome: "retry" });
      }
      expect(performance.now() - started).toBeLessThan(5_000);
    } finally {
      silent.server.close();
      slow.server.close();
    }
    expect(await smtpSender(smtpAt(silent.port), 400)(letter, stamp)).toMatchObject({ outcome: "retry" });
  });

  test("without the encryption that was asked for, or with a certificate of nobody's, nothing is said", async () => {
    const plain = await openMailbox({ hidesTls: true });
    try {
      expect(await smtpSender({ ...plain.smtp, isTlsRequired: true })(letter, stamp)).toMatchObject({
        outcome: "retry",
      });
      expect(plain.brought).toEqual([]);
    } finally {
      await plain.close();
    }
    expect(await smtpSender({ ...mailbox.smtp, isTlsRequired: true })(letter, stamp)).toMatchObject({
      outcome: "retry",
    });
    expect(mailbox.brought).toEqual([]);
  });

  test("what was not taken is tried again under the same Message-ID, later and later, then given up", async () => {
    const mail = mailTo(mailbox);
    await post(mail, "retried");
    mailbox.script({ at: "DATA", code: 451 }, { at: "DATA", code: 421 });
    expect(await mail.sendDue()).toBe(1);
    expect(await mail.sendDue()).toBe(0);
    expect(await latest()).toMatchObject({ kind: "retried", status: "queued", attempts: 1, failure: "451" });
    server.clock.advance(RETRY_MINUTES[0] * MINUTE_MS);
    expect(await mail.sendDue()).toBe(1);
    server.clock.advance(RETRY_MINUTES[0] * MINUTE_MS);
    expect(await mail.sendDue()).toBe(0);
    server.clock.advance((RETRY_MINUTES[1] - RETRY_MINUTES[0]) * MINUTE_MS);
    expect(await mail.sendDue()).toBe(1);
    expect(await latest()).toMatchObject({ status: "sent", attempts: 3 });
    expect((await latest()).letter).toBeUndefined();
    const headers = mailbox.brought.map(({ raw }) => [
      /^Message-ID: .*$/im.exec(raw)?.[0],
      /^Date: .*$/m.exec(raw)?.[0],
    ]);
    expect(headers).toHaveLength(3);
    expect(headers[0]?.[0]).toMatch(/^Message-ID: <eml_\w{26}@shop\.example>$/);
    expect(new Set(headers.map(String)).size).toBe(1);

    await post(mail, "given up");
    for (const minutes of [0, ...RETRY_MINUTES]) {
      mailbox.script({ at: "RCPT TO", code: 452 });
      server.clock.advance(minutes * MINUTE_MS);
      expect(await mail.sendDue()).toBe(1);
    }
    expect(await latest()).toMatchObject({ kind: "given up", status: "failed", failure: "452", attempts: 7 });
    server.clock.advance(DAY_MS);
    expect(await mail.sendDue()).toBe(0);
  });

  test("a hard no is the last word", async () => {
    const mail = mailTo(mailbox);
    await post(mail, "refused");
    mailbox.script({ at: "RCPT TO", code: 550 });
    expect(await mail.sendDue()).toBe(1);
    expect(await latest()).toMatchObject({ kind: "refused", status: "failed", failure: "550", attempts: 1 });
    server.clock.advance(DAY_MS);
    expect(await mail.sendDue()).toBe(0);
  });

  test("two senders share the letters, and what a dead one had taken is sent once its lease is over", async () => {
    const [one, other] = [mailTo(mailbox), mailTo(mailbox)];
    for (let count = 0; count < 25; count += 1) await post(one, "shared");
    const tried = await Promise.all([one.sendDue(), other.sendDue()]);
    expect(tried[0] + tried[1]).toBe(25);
    expect(mailbox.taken).toHaveLength(25);

    await post(one, "taken by the dead");
    const now = server.clock.now();
    await server.db.maintenance.query("update mail_messages set due_at = $1, attempts = 1 where kind = $2", [
      new Date(now + LEASE_MS).toISOString(),
      "taken by the dead",
    ]);
    expect(await other.sendDue()).toBe(0);
    server.clock.advance(LEASE_MS);
    expect(await other.sendDue()).toBe(1);
  });
});

describe("a letter", () => {
  test("is there if and only if its transaction is", async () => {
    const before = await count();
    const rolledBack = inTransaction(server.db, who(), async (ctx) => {
      await mailTo(mailbox).post(ctx, "rolled back", letter);
      throw new Error("changed my mind");
    });
    await expect(rolledBack).rejects.toThrow("changed my mind");
    expect(await count()).toBe(before);
  });

  test("without a mail server is kept, sealed, read by whoever may, and emptied after a week", async () => {
    expect(server.parts.mail.isSending).toBe(false);
    await post(server.parts.mail, "kept");
    expect(await server.parts.mail.sendDue()).toBe(0);
    expect(await latest()).toMatchObject({
      kind: "kept",
      status: "kept",
      letter: { address: "ana@example.com", text: "Your code: 123456" },
    });
    const { rows } = await server.db.maintenance.query("select mail_messages::text as text from mail_messages");
    expect(JSON.stringify(rows)).not.toMatch(/ana@example|123456/);
    expect(server.logged()).not.toMatch(/ana@example|123456/);

    server.clock.advance(8 * DAY_MS);
    expect(await server.parts.mail.sweep()).toBeGreaterThan(0);
    const emptied = await latest();
    expect(emptied).toMatchObject({ kind: "kept", status: "kept" });
    expect(emptied.letter).toBeUndefined();
    expect((await server.call("GET", `/v1/outbox-messages/${emptied.id}`)).body).toEqual(emptied);
    server.clock.advance(90 * DAY_MS);
    await server.parts.mail.sweep();
    expect(await count()).toBe(0);
  });
});

function mailTo({ smtp }: Mailbox): Mail {
  const { db, clock, parts } = server;
  return createMail({ db, clock, log: parts.log, sealer: parts.sealer, send: smtpSender(smtp) });
}

function who() {
  return { tenantId: server.tenant.id, now: server.clock.now(), actor: "system" };
}

async function post(mail: Mail, kind: string): Promise<void> {
  server.clock.advance(1);
  await inTransaction(server.db, who(), (ctx) => mail.post(ctx, kind, letter));
}

async function latest() {
  return (await server.call("GET", "/v1/outbox-messages?limit=1")).body.items[0];
}

async function count(): Promise<number> {
  return (await server.db.maintenance.query("select from mail_messages")).rowCount ?? 0;
}

type Talk = (write: (text: string) => void) => (() => void) | undefined;

/** A server that says what it is told to whoever comes. */
async function listen(talk: Talk): Promise<{ server: Server; port: number }> {
  const listening = createServer((socket) => {
    const stop = talk((text) => socket.write(text));
    socket.on("error", () => {});
    socket.on("close", () => stop?.());
  });
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const address = listening.address();
  if (address === null || typeof address === "string") throw new Error("there is no port");
  return { server: listening, port: address.port };
}
