// A business: who acts for it, what stands above it, who looks after it, and what was agreed on the phone.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openShop } from "../stories/support/shop.ts";
import { lookAt, openBrowser, visit } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { newStaff } from "../support/staff.ts";

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

test("a business is enrolled, has contacts and a parent, and somebody looks after it", async () => {
  const shop = await openShop(server, {});
  await shop.enrols("Aurora Holding", { kind: "corporate" });
  const { cookie } = await newStaff(server, "owner", { tenant: shop.tenant });
  const { page, complaints } = await visit(browser, server.url, { cookie });
  await page.goto("/businesses");
  await page.getByRole("link", { name: "Aurora Holding" }).waitFor();
  await lookAt(page, "businesses");
  await page.getByRole("button", { name: "New business" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Druckerei Müller & Söhne");
  await dialog.getByRole("button", { name: "Enrol" }).click();
  await page.getByRole("heading", { name: "Druckerei Müller & Söhne" }).waitFor();

  await page.getByRole("button", { name: "Add contact" }).click();
  await dialog.getByLabel("Name").fill("Petra Kurz");
  await dialog.getByLabel("Role").fill("Buyer");
  await dialog.getByLabel("E-mail address").fill("petra@example.com");
  await dialog.getByRole("button", { name: "Add contact" }).click();
  await page.getByText("Buyer · petra@example.com").waitFor();

  await page.getByRole("combobox", { name: "Account manager" }).click();
  await page.getByRole("option", { name: "Sam" }).click();
  await page.getByRole("button", { name: "Edit" }).last().click();
  await dialog.getByLabel("The business above it").fill("aur hol");
  await page.getByRole("option", { name: "Aurora Holding" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Aurora Holding" }).waitFor();

  await page.getByLabel("What to remember").fill("Called about the yearly volume; sends the list on Friday.");
  await page.getByRole("button", { name: "Write down" }).click();
  await page.getByText("sends the list on Friday", { exact: false }).last().waitFor();
  await page.getByLabel("What to do").fill("Offer for 2027");
  await page.getByLabel("Due on").fill("2026-03-09");
  await page.getByRole("button", { name: "Add task" }).click();
  await page.getByText(/Due on 9 Mar 2026 · Sam/).waitFor();
  await lookAt(page, "business");
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByText("Done", { exact: true }).waitFor();
  expect(complaints).toEqual([]);
});
