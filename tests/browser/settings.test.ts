// What is set once: the shop, the team, keys, webhooks, one's own second factor; and the log of who changed what.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atConsole, lookAt, openBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { codeOfApp } from "../support/totp.ts";

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

const section = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Sections of the settings" }).getByRole("link", { name }).click();

test("the owner names the shop anew, and what the server refuses stands beside its field", async () => {
  const { page, complaints } = await atConsole(browser, server, { path: "/settings" });
  await page.getByLabel("Name").fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await page
    .getByText(/must|character/i)
    .first()
    .waitFor();
  expect(await page.getByRole("alert").count()).toBe(0);
  await page.getByLabel("Name").fill("Bottega Neri");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
  await page.getByRole("banner").getByText("Bottega Neri").waitFor();
  await lookAt(page, "settings-shop");
  expect(complaints).toEqual([]);
});

test("somebody is invited, an API key is made, shown once and revoked, and the log says so", async () => {
  const { page, complaints } = await atConsole(browser, server, { path: "/settings/team" });
  await page.getByLabel("Name").fill("Carla Cassa");
  await page.getByLabel("E-mail address").fill("carla@example.com");
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await page.getByText("An invitation is on its way to carla@example.com.").waitFor();
  await page.getByRole("table", { name: "Invitations" }).getByText("Carla Cassa").waitFor();
  await lookAt(page, "settings-team");

  await section(page, "API keys");
  await page.getByRole("button", { name: "Make a key" }).click();
  await page.getByLabel("Name").fill("Web shop");
  await page.getByLabel("activities:write").check();
  await lookAt(page, "settings-keys-new");
  await page.getByRole("button", { name: "Make a key" }).click();
  await page.getByText("Copy this now. It is shown only once.").waitFor();
  await page.reload();
  expect(await page.getByText("Copy this now.").count()).toBe(0);
  const row = page.getByRole("row", { name: /Web shop/ });
  await row.getByRole("button", { name: "Revoke" }).click();
  await lookAt(page, "settings-keys-revoke");
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await row.getByText("Revoked").waitFor();

  await section(page, "Audit log");
  await page.getByText("revokeApiKey").waitFor();
  await page.getByText(/The chain is whole/).waitFor();
  await lookAt(page, "settings-audit");

  await section(page, "Outbox");
  await page.getByRole("button", { name: /carla@example\.com/ }).click();
  await page.getByText("No mail server is set").waitFor();
  await lookAt(page, "settings-outbox");
  expect(complaints).toEqual([]);
});

test("a webhook's address is added, refused where it leads inside, and can be tested", async () => {
  const { page } = await atConsole(browser, server, { path: "/settings/webhooks" });
  await page.getByLabel("Address").fill("http://127.0.0.1/inside");
  await page.getByRole("button", { name: "Add an address" }).click();
  await page.getByLabel("Address").and(page.locator("[aria-invalid=true]")).waitFor();
  await page.getByLabel("Address").fill("https://shop.example.com/fedele");
  await page.getByRole("button", { name: "Add an address" }).click();
  await page.getByText("Copy this now.").waitFor();
  await page.getByRole("link", { name: "https://shop.example.com/fedele" }).click();
  await page.getByText("Nothing was sent yet").waitFor();
  await page.getByRole("button", { name: "Send a test" }).click();
  await page.getByText("A test is on its way.").waitFor();
  await lookAt(page, "settings-webhook");
});

test("a second factor is set up with an app and ended with it", async () => {
  const { page, complaints } = await atConsole(browser, server, { path: "/settings/account" });
  await page.getByRole("button", { name: "Set it up" }).click();
  await page.getByRole("img", { name: "QR code for an authenticator app" }).waitFor();
  const secret = (await page.locator("code").textContent()) ?? "";
  await page.getByLabel("Code", { exact: true }).fill(codeOfApp(secret, server.clock.now()));
  await lookAt(page, "settings-account");
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByText("On", { exact: true }).waitFor();
  server.clock.advance(60_000);
  await page.getByRole("button", { name: "Switch it off" }).click();
  await page.getByLabel("Code from your app").fill(codeOfApp(secret, server.clock.now()));
  await page.getByRole("button", { name: "Switch it off" }).click();
  await page.getByText("Off", { exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

test("what is kept of people is told, and a cashier sees neither keys nor the log", async () => {
  const { page } = await atConsole(browser, server, { path: "/settings/privacy" });
  await page.getByText("Nobody was erased").waitFor();
  await lookAt(page, "settings-privacy");

  const cashier = await atConsole(browser, server, { role: "cashier", path: "/settings/account" });
  await cashier.page.getByText("Second factor").waitFor();
  const links = cashier.page.getByRole("navigation", { name: "Sections of the settings" }).getByRole("link");
  expect(await links.allTextContents()).toEqual(["My sign-in", "Privacy"]);
});

test("an owner makes a shop of their own beside the demo, and goes from one to the other", async () => {
  const { page, complaints } = await atConsole(browser, server, { path: "/" });
  const name = (await server.call("GET", "/v1/tenant")).body.name;
  await page.getByRole("button", { name }).click();
  await page.getByRole("menuitem", { name: "Make it mine" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Caffè Nero");
  await lookAt(page, "new-shop");
  await page.getByRole("button", { name: "Make my shop" }).click();
  await page.getByRole("banner").getByText("Caffè Nero").waitFor();
  await page.getByRole("button", { name: "Caffè Nero" }).click();
  await page.getByRole("menuitem", { name }).click();
  await page.getByRole("banner").getByText(name).waitFor();
  expect(complaints).toEqual([]);
});
