// One member all round: points by hand and in the ledger, an activity and why, two who are one, and one who is erased.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Shop } from "../stories/support/shop.ts";
import { lookAt, openBrowser, type Visit } from "../support/browser.ts";
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

async function atMember(shop: Shop, who: string): Promise<Visit> {
  const visited = await atShop(browser, server, shop, { path: `/members/${await shop.idOf(who)}` });
  await visited.page.getByRole("heading", { level: 1 }).waitFor();
  return visited;
}

async function act(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name }).click();
}

test("an activity opens to what it did and why; points by hand stand in the ledger", async () => {
  const shop = await shopOf(server, { "Martina Nováková": 120 });
  const { page, complaints } = await atMember(shop, "Martina Nováková");
  await page.getByRole("button", { name: /Purchase · €120\.00/ }).click();
  await page.getByText("Why these points").waitFor();
  await page.getByText(/1 punto ogni 1/).waitFor();
  await lookAt(page, "member");

  await page.getByRole("button", { name: "Give or take points" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Give these points" }).click();
  await dialog.getByText("Say why.").waitFor();
  await dialog.getByLabel("Points", { exact: true }).fill("25");
  await dialog.getByLabel("Reason").fill("The coffee was cold");
  await lookAt(page, "member-adjust");
  await dialog.getByRole("button", { name: "Give these points" }).click();
  await page.getByText("25 points are booked.").waitFor();
  await page.getByRole("tab", { name: "Ledger" }).click();
  await page.getByRole("cell", { name: "+25" }).waitFor();
  await page.getByRole("cell", { name: "+120" }).waitFor();
  expect(new URL(page.url()).searchParams.get("tab")).toBe("ledger");
  await lookAt(page, "member-ledger");
  expect(complaints).toEqual([]);
});

test("two members are one person: what will happen is said, the other leads there, and it can be undone", async () => {
  const shop = await shopOf(server, { "Martina Nováková": 120, "Martina Novak": 30 });
  const { page, complaints } = await atMember(shop, "Martina Nováková");
  await act(page, "Merge with another member");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("The other membership").fill("mar novak");
  await page.getByRole("option", { name: /^Martina Novak ·/ }).click();
  await dialog.getByText("Martina Novak ends here").waitFor();
  await lookAt(page, "member-merge");
  await dialog.getByRole("button", { name: "Merge" }).click();
  await page.getByText("The two are one member now.").waitFor();

  await page.goto(`/members/${await shop.idOf("Martina Novak")}`);
  await page.getByText("This membership became part of another one.").waitFor();
  await lookAt(page, "member-merged");
  await page.getByRole("link", { name: "Open it" }).click();
  await page.getByRole("heading", { name: "Martina Nováková" }).waitFor();

  // It was a mistake after all.
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Make two members again" }).click();
  await page.getByText("They are two members again.").waitFor();
  await page.getByText(/undone on/).waitFor();
  await page.goto(`/members/${await shop.idOf("Martina Novak")}`);
  await page.getByRole("heading", { name: "Martina Novak", exact: true }).waitFor();
  await page.getByRole("button", { name: "Give or take points" }).waitFor();
  expect(complaints).toEqual([]);
});

test("a member is erased only after the name was typed, and nothing personal is left", async () => {
  const shop = await shopOf(server, { "Günther Müller": 12 });
  const { page, complaints } = await atMember(shop, "Günther Müller");
  await act(page, "Erase");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("This cannot be undone").waitFor();
  expect(await dialog.getByRole("button", { name: "Erase for good" }).isDisabled()).toBe(true);
  await dialog.getByLabel("Type the name to go on: Günther Müller").fill("Gunther Muller");
  await lookAt(page, "member-erase");
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await page.getByRole("heading", { name: "Erased member" }).waitFor();
  await page.getByText("Everything personal was destroyed for good.").waitFor();
  expect(await page.getByText("Müller").count()).toBe(0);
  await lookAt(page, "member-erased");
  expect(complaints).toEqual([]);
});
