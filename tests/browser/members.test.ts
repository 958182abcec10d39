// The table of members: found, narrowed down, kept as a segment, and one more at the counter.
import type { Browser } from "playwright-core";
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

test("a member is found by a few letters of the name, and nobody is an answer too", async () => {
  const shop = await shopOf(server, {
    "Martina Nováková": 120,
    "Ada Lovelace": 0,
    "Günther von Hohenzollern-Sigmaringen": 30,
  });
  const { page, complaints } = await atShop(browser, server, shop);
  await page.getByText("3 members").waitFor();
  await lookAt(page, "members");
  await page.getByLabel("Find a member").fill("mar nov");
  await page.getByText("1 member", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Martina Nováková" }).waitFor();
  await page.getByRole("link", { name: "Ada Lovelace" }).waitFor({ state: "detached" });
  expect(new URL(page.url()).searchParams.get("search")).toBe("mar nov");
  await page.getByLabel("Find a member").fill("zzz nobody");
  await page.getByText("Nobody was found").waitFor();
  await lookAt(page, "members-nobody");
  expect(complaints).toEqual([]);
});

test("conditions say what they mean and how many they mean, and are kept as a segment", async () => {
  const shop = await shopOf(server, { Ana: 120, Bea: 150, Carlo: 3 });
  const { page, complaints } = await atShop(browser, server, shop);
  await page.getByRole("button", { name: "Conditions" }).click();
  await page.getByRole("button", { name: "Condition", exact: true }).click();
  await page.getByRole("combobox", { name: "About what" }).click();
  await page.getByRole("option", { name: "Spent so far" }).click();
  await page.getByRole("combobox", { name: "Comparison" }).click();
  await page.getByRole("option", { name: "is at least" }).click();
  await page.getByText("Something is still missing").waitFor();
  await page.getByLabel("Value", { exact: true }).fill("12,50");
  await page.getByText(/at least €12\.50/).waitFor();
  await page.getByRole("link", { name: "Carlo" }).waitFor({ state: "detached" });
  await lookAt(page, "members-conditions");
  await page.getByRole("button", { name: "Save as segment" }).click();
  await page.getByLabel("What people call it").fill("Bigger spenders");
  await page.getByRole("dialog").getByRole("button", { name: "Save as segment" }).click();
  await page.getByText("“Bigger spenders” is saved.").waitFor();

  await page.goto("/members");
  await page.getByRole("link", { name: "Carlo" }).waitFor();
  await page.getByRole("combobox", { name: "Segment" }).click();
  await page.getByRole("option", { name: "Bigger spenders" }).click();
  await page.getByText("2 members").waitFor();
  await page.getByRole("button", { name: "Saved segments" }).click();
  await page
    .getByRole("dialog")
    .getByText(/at least €12\.50/)
    .waitFor();
  await lookAt(page, "members-segments");
  expect(complaints).toEqual([]);
});

test("somebody joins at the counter; an address that is taken is refused beside its field", async () => {
  const shop = await shopOf(server, { Ana: 0 });
  const { page, complaints } = await atShop(browser, server, shop);
  await page.getByRole("button", { name: "New member" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Bruno Bianchi");
  await dialog.getByLabel("E-mail address").fill("ana@example.com");
  await dialog.getByLabel("Text messages").check();
  await dialog.getByRole("button", { name: "Enrol" }).click();
  await dialog.getByText("Say which text was agreed to.").waitFor();
  await dialog.getByLabel("Text that was agreed to").fill("form-2026");
  await dialog.getByRole("button", { name: "Enrol" }).click();
  await dialog.getByText("belongs to a member already").waitFor();
  await lookAt(page, "members-new");
  await dialog.getByLabel("E-mail address").fill("bruno@example.com");
  await dialog.getByRole("button", { name: "Enrol" }).click();
  await page.getByRole("heading", { name: "Bruno Bianchi" }).waitFor();
  expect(complaints).toEqual([]);
});
