// The table and a member as others use them: by the keyboard alone, and in German on a phone.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lookAt, openBrowser } from "../support/browser.ts";
import { atShop, shopOf } from "../support/consoleShop.ts";
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

test("by the keyboard alone: from the table to a member and back, and to another one from anywhere", async () => {
  const shop = await shopOf(server, { "Martina Nováková": 12, Ada: 5 });
  const { page, complaints } = await atShop(browser, server, shop);
  await page.getByRole("link", { name: "Martina Nováková" }).waitFor();
  await tabTo(page, "Martina Nováková");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Martina Nováková" }).waitFor();
  await tabTo(page, "Members");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Members" }).waitFor();

  await page.keyboard.press("Control+k");
  // What is typed before the field has the focus goes nowhere, for a person as for a test.
  await page.locator("[role=dialog] input:focus").waitFor();
  await page.keyboard.type("ada");
  await page.getByText("ada@example.com").waitFor();
  await lookAt(page, "search");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Ada" }).waitFor();
  expect(complaints).toEqual([]);
});

test("in German, on a phone, long names and long words stay on the screen", async () => {
  const name = "Wolfgang Amadeus Freiherr von und zu Schwarzenberg-Hohenlohe-Waldenburg-Schillingsfürst";
  const shop = await shopOf(server, { [name]: 1234 });
  const { page, complaints } = await atShop(browser, server, shop, { language: "de-DE", size: "390" });
  await page.getByRole("button", { name: "Bedingungen" }).click();
  await page.getByRole("button", { name: "Bedingung", exact: true }).click();
  await page.getByRole("combobox", { name: "Worüber" }).click();
  await page.getByRole("option", { name: "Tage bis oder seit dem Geburtstag" }).click();
  await lookAt(page, "members-de");
  await page.getByRole("link", { name }).click();
  await page.getByRole("heading", { name }).waitFor();
  await page.getByRole("button", { name: /^Einkauf/ }).click();
  await page.getByText("Warum diese Punkte").waitFor();
  await lookAt(page, "member-de");
  expect(complaints).toEqual([]);
});

const TABS_MAX = 60;

/** Walks with the tab key to the link of this name, from the top of the page. */
async function tabTo(page: Page, link: string): Promise<void> {
  for (let tabs = 0; tabs < TABS_MAX; tabs++) {
    await page.keyboard.press("Tab");
    if ((await page.locator("a:focus").allInnerTexts()).includes(link)) return;
  }
  throw new Error(`no way by the keyboard to ${link}`);
}
