// A programme built by hand in the console: points, tiers, a campaign that is tried first, a reward, a place.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atConsole, lookAt, openBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  await server.call("POST", "/v1/points-types", { code: "points", name: "Points", spendable: true, qualifying: true });
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

test("points and tiers are made, and a tier's threshold may have a comma", async () => {
  const { tenant, call } = await server.newTenant();
  const { page, complaints } = await atConsole(browser, server, { tenant, path: "/programme" });
  await page.getByText("No points yet").waitFor();
  await page.getByRole("button", { name: "Add a kind of points" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Punti");
  await dialog.getByRole("button", { name: "Add a kind of points" }).click();
  await page.getByRole("table", { name: "Kinds of points" }).getByText("Punti").waitFor();

  await page.getByLabel("Tier", { exact: true }).fill("Amico");
  await page.getByRole("button", { name: "Add a tier" }).click();
  await page.getByLabel("Tier", { exact: true }).nth(1).fill("Caro amico");
  await page.getByLabel("From", { exact: true }).nth(1).fill("250,50");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
  await lookAt(page, "programme");
  expect(complaints).toEqual([]);
  const { body } = await call("GET", "/v1/programme");
  expect(body.tiers.tiers).toEqual([
    { code: "amico", name: "Amico", threshold: 0 },
    { code: "caro-amico", name: "Caro amico", threshold: 25_050 },
  ]);
});

test("a campaign is put together, says what it means, is tried, starts, and a purchase earns by it", async () => {
  const member = (await server.call("POST", "/v1/members", { name: "Ana" })).body.id;
  const buys = async (document: string) =>
    (
      await server.call("POST", "/v1/activities", {
        kind: "purchase",
        member: { id: member },
        source: "till-1",
        document,
        amountMinor: 1_250,
      })
    ).body;
  expect((await buys("before")).awards).toEqual([]);

  const { page, complaints } = await atConsole(browser, server, { path: "/campaigns" });
  await lookAt(page, "campaigns-empty");
  await page.getByRole("link", { name: "New campaign" }).click();
  await page.getByLabel("Name").fill("Two for one euro");
  await page.getByLabel("Points", { exact: true }).fill("2");
  await page
    .getByRole("button", { name: /condition/i })
    .first()
    .click();
  await page.getByLabel("Value").first().click();
  await page.getByRole("option", { name: "Purchase" }).click();
  await page.getByText("What it means").waitFor();
  expect(await page.getByRole("alert").textContent()).toContain("2 points");
  await lookAt(page, "campaigns-new");
  await page.getByRole("button", { name: "Try it" }).click();
  await page.getByText("Would have earned").waitFor();
  await page.getByRole("table", { name: "Examples" }).waitFor();
  await lookAt(page, "campaigns-tried");
  await page.getByRole("button", { name: "Start the campaign" }).click();
  await page.getByRole("heading", { name: "Two for one euro" }).waitFor();
  await lookAt(page, "campaign");
  expect((await buys("after")).awards).toMatchObject([{ points: 25 }]);

  await page.getByRole("button", { name: "End it" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End it" }).click();
  await page.getByText("Ended").waitFor();
  expect((await buys("too late")).awards).toEqual([]);
  expect(complaints).toEqual([]);
});

test("a preset is started with one answer", async () => {
  const { page } = await atConsole(browser, server, { path: "/campaigns" });
  await page.getByText("Ten coffees, one free.").waitFor();
  await page.getByRole("button", { name: "Start" }).nth(1).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Category of products").fill("coffee");
  await lookAt(page, "campaigns-preset");
  await dialog.getByRole("button", { name: "Start" }).click();
  await page.getByText("is running.").waitFor();
  await lookAt(page, "campaigns");
});

test("a reward is offered, refused where it lacks something, gets more stock and ends", async () => {
  const { page, complaints } = await atConsole(browser, server, { path: "/rewards" });
  await page.getByText("No rewards yet").waitFor();
  await page.getByRole("button", { name: "Offer a reward" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Un caffè");
  await dialog.getByRole("button", { name: "Offer a reward" }).click();
  await dialog.getByLabel("Product code").and(page.locator("[aria-invalid=true]")).waitFor();
  await dialog.getByLabel("Product code").fill("coffee");
  await dialog.getByLabel("Stock").fill("5");
  await lookAt(page, "reward-new");
  await dialog.getByRole("button", { name: "Offer a reward" }).click();
  const row = page.getByRole("row", { name: /Un caffè/ });
  await row.getByRole("button", { name: "Add stock" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Add stock" }).click();
  await page.getByRole("row", { name: /15/ }).waitFor();
  await lookAt(page, "rewards");
  await row.getByRole("button", { name: "End" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End" }).click();
  await row.getByText("Ended").waitFor();
  expect(complaints).toEqual([]);
});

test("a place and a partner are added", async () => {
  const { page } = await atConsole(browser, server, { path: "/partners" });
  await page.getByRole("button", { name: "Add a partner" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Farmacia Praga");
  await page.getByRole("dialog").getByRole("button", { name: "Add a partner" }).click();
  await page.getByRole("table", { name: "Partners" }).getByText("Farmacia Praga").waitFor();
  await page.getByRole("button", { name: "Add a place" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Via Roma 1");
  await page.getByRole("dialog").getByRole("button", { name: "Add a place" }).click();
  await page.getByRole("table", { name: "Places" }).getByText("via-roma-1").waitFor();
  await lookAt(page, "partners");
});
