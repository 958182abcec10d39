// Many letters over few connections, against a server that says no, says nothing or is slow. Rows 26 and 39.
import { createServer } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { CONNECTIONS_MAX, openSmtpPool, type Parcel } from "../../server/platform/mail/smtpPool.ts";
import { type Mailbox, openMailbox, smtpAt } from "../support/mailbox.ts";

const stamp = { id: "dlv_01kb1vn7xqf8krv1q7ey6p4c0m", createdAt: Date.parse("2026-03-02T09:00:00Z") };
const parcel: Parcel = {
  from: "Bottega",
  to: { name: "Ana", address: "ana@example.com" },
  subject: "Novità",
  text: "Ciao Ana",
  html: "<p>Ciao Ana</p>",
  unsubscribeUrl: "https://shop.example/u/abc",
};

let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await openMailbox();
});
afterAll(() => mailbox.close());
afterEach(() => {
  mailbox.taken.length = 0;
  mailbox.brought.length = 0;
});

test("a hundred letters at once go over a few connections, each to one recipient, each once", async () => {
  const pool = openSmtpPool(mailbox.smtp);
  const names = Array.from({ length: 100 }, (_, index) => `m${index}@example.com`);
  const sent = await Promise.all(
    names.map((address, index) =>
      pool.send({ ...parcel, to: { name: "", address } }, { ...stamp, id: `dlv_${index}` }),
    ),
  );
  expect(new Set(sent.map((carrying) => carrying?.outcome))).toEqual(new Set(["sent"]));
  expect(mailbox.taken.map(({ to }) => to.join()).toSorted()).toEqual(names.toSorted());
  expect(mailbox.connections()).toBeLessThanOrEqual(CONNECTIONS_MAX + 1);
  pool.close();
});

test("24: a letter carries both ways to unsubscribe in its head, and a text beside its HTML", async () => {
  const pool = openSmtpPool(mailbox.smtp);
  await pool.send(parcel, stamp);
  const raw = mailbox.taken[0]?.raw ?? "";
  expect(raw).toContain("List-Unsubscribe: <https://shop.example/u/abc>");
  expect(raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(raw).toMatch(/^Message-ID: <dlv_01kb1vn7xqf8krv1q7ey6p4c0m@shop\.example>$/im);
  expect(raw).toContain("multipart/alternative");
  pool.close();
});

test.each([
  ["the address", { to: { name: "Ana", address: "ana@example.com\r\nRCPT TO:<eve@example.com>" } }],
  ["the name", { to: { name: "Ana\r\nBcc: eve@example.com", address: "ana@example.com" } }],
  ["the subject", { subject: "Hello\r\nBcc: eve@example.com" }],
  ["the sender's name", { from: "Bottega\r\nBcc: eve@example.com" }],
])("26: a second recipient in %s is refused before the server hears of it", async (_, wrong) => {
  const pool = openSmtpPool(mailbox.smtp);
  await expect(pool.send({ ...parcel, ...wrong }, stamp)).rejects.toThrow();
  expect(mailbox.brought).toEqual([]);
  pool.close();
});

describe("39:", () => {
  test.each([
    ["RCPT TO", 421, "retry", false],
    ["RCPT TO", 451, "retry", false],
    ["RCPT TO", 452, "retry", false],
    ["RCPT TO", 550, "failed", true],
    ["RCPT TO", 551, "failed", true],
    ["RCPT TO", 552, "failed", false],
    ["RCPT TO", 553, "failed", true],
    ["RCPT TO", 554, "failed", false],
    ["DATA", 451, "retry", false],
    ["DATA", 550, "failed", false],
    ["DATA", 554, "failed", false],
  ] as const)("at %s a server's %i means %s; that nobody can write there: %s", async (at, code, outcome, isRefused) => {
    const pool = openSmtpPool(mailbox.smtp);
    mailbox.script({ at, code });
    expect(await pool.send(parcel, stamp)).toEqual({ outcome, why: String(code), isMailboxRefused: isRefused });
    expect(await pool.send(parcel, stamp)).toEqual({ outcome: "sent", isMailboxRefused: false });
    pool.close();
  });

  test("a server that hangs after the letter came: it is tried again, and nobody else is held up", async () => {
    const pool = openSmtpPool(mailbox.smtp, 400);
    mailbox.script("hang");
    const outcomes = await Promise.all([1, 2, 3].map(() => pool.send(parcel, stamp)));
    expect(outcomes.map((carrying) => carrying?.outcome).toSorted()).toEqual(["retry", "sent", "sent"]);
    pool.close();
  });

  test("a server that speaks one byte at a time, and one that is not there", async () => {
    const slow = createServer((socket) => {
      socket.on("error", () => {});
      socket.write("220 slow.example\r\n");
      const drip = setInterval(() => socket.write("2"), 50);
      socket.on("close", () => clearInterval(drip));
    });
    await new Promise<void>((resolve) => slow.listen(0, "127.0.0.1", resolve));
    const address = slow.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const pool = openSmtpPool(smtpAt(port), 400);
    expect(await pool.send(parcel, stamp)).toMatchObject({ outcome: "retry" });
    await new Promise<void>((resolve) => slow.close(() => resolve()));
    expect(await pool.send(parcel, stamp)).toMatchObject({ outcome: "retry" });
    pool.close();
  });

  test("a connection that the server ended meanwhile is replaced by another", async () => {
    const other = await openMailbox();
    const pool = openSmtpPool(other.smtp);
    expect(await pool.send(parcel, stamp)).toMatchObject({ outcome: "sent" });
    const { port } = other.smtp;
    await other.hangUp();
    const again = await openMailbox({ port });
    expect(await pool.send(parcel, stamp)).toMatchObject({ outcome: "sent" });
    pool.close();
    await again.close();
  });
});
