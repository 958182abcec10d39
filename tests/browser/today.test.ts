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

const patience = { timeout: 15_000 };

test("while purchases stream in they are shown at once, and the figures once a minute or when asked", async () => {
  const { call } = server;
  const member = (await call("POST", "/v1/members", { name: "Bea Breve" })).body;
  const buys = async (document: string) => {
    const sale = { kind: "purchase", source: "till-2", amountMinor: 500, member: { id: member.id }, document };
    expect((await call("POST", "/v1/activities", sale)).status).toBe(201);
  };
  const { page } = await atConsole(browser, server, { path: "/members" });
  await page.clock.install();
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().includes("/v1/reports/reconciliation")) asked += 1;
  });
  const listening = page.waitForResponse((response) => response.url().includes("/v1/events/stream"));
  await page.goto("/");
  const live = page.getByRole("log", { name: "Happening now" });
  await page.getByText("Points outstanding").waitFor();
  await listening;
  for (let count = 0; count < 5; count += 1) await buys(`stream-${count}`);
  await expect.poll(() => live.getByText("bought something").count(), patience).toBe(5);
  await page.clock.runFor(5_000);
  // The weeks until now and those before: as the page was opened.
  expect(asked).toBe(2);
  await page.clock.runFor(61_000);
  await expect.poll(() => asked, patience).toBe(4);
  await buys("later");
  await expect.poll(() => live.getByText("bought something").count(), patience).toBe(6);
  await page.clock.runFor(5_000);
  expect(asked).toBe(4);
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect.poll(() => asked, patience).toBe(6);
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
