// The first page: what the programme costs, what waits for somebody, and what happens while one looks.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atConsole, lookAt, openBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

test("a purchase appears by itself while the owner looks, with the member's name", async () => {
  const { call } = server;
  await call("POST", "/v1/points-types", { code: "points", name: "Points", spendable: true, qualifying: true });
  const member = (await call("POST", "/v1/members", { name: "Ana Lunga" })).body;
  await call("POST", `/v1/members/${member.id}/tasks`, { text: "Call about the coat", dueOn: "2026-03-01" });
  const { page, complaints } = await atConsole(browser, server);
  await page.getByText("Call about the coat").waitFor();
  await page.getByText("Quiet at the moment").waitFor();
  await call("POST", "/v1/activities", {
    kind: "purchase",
    member: { id: member.id },
    source: "till-1",
    document: "receipt-1",
    amountMinor: 1_200,
  });
  const live = page.getByRole("log", { name: "Happening now" });
  await live.getByText("Ana Lunga").first().waitFor();
  await live.getByText("bought something").waitFor();
  await lookAt(page, "today-live");
  expect(complaints).toEqual([]);
});

test.each(["manager", "cashier", "agent", "analyst"] as const)(
  "a %s sees what is theirs, and no refusals",
  async (role) => {
    const { page, complaints } = await atConsole(browser, server, { role });
    await page.getByRole("heading", { name: "Hello Sam" }).waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(complaints).toEqual([]);
  },
);
