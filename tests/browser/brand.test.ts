// How a shop shows itself to its members: name, colour and logo, the terms and what consent is asked for.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atConsole, expectAccessible, lookAt, openBrowser, visit } from "../support/browser.ts";
import { onePixel } from "../support/portalSamples.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ tenant: { name: "Bottega" } });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

test("the owner sees the portal change beside the form, and members see it so", async () => {
  const { page, complaints } = await atConsole(browser, server, { path: "/settings/portal" });
  await page.getByLabel("Name above the portal").fill("Club Bottega");
  await page.getByLabel("Colour").fill("#f2c100");
  await page.getByLabel("Colour").blur();
  await page.getByText("Words on it are black").waitFor();
  const preview = page.getByRole("region", { name: "As members see it" });
  await preview.getByText("Club Bottega").waitFor();
  await page.getByLabel("People may join by themselves").check();
  await page.locator("input[type=file]").setInputFiles({
    name: "logo.png",
    mimeType: "image/png",
    buffer: Buffer.from(onePixel, "base64"),
  });
  await page.getByRole("img", { name: "Logo" }).waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
  await lookAt(page, "settings-portal");
  const member = await visit(browser, server.url, { size: "390" });
  await member.page.goto(`/p/${server.tenant.slug}`);
  await member.page.getByRole("banner").getByText("Club Bottega").waitFor();
  expect([...complaints, ...member.complaints]).toEqual([]);
});

test("texts begin from a template, get a version, and are read without signing in", async () => {
  const { page, complaints } = await atConsole(browser, server, { path: "/settings/texts" });
  await page.getByRole("button", { name: "Begin from the template" }).click();
  await page.getByLabel("Words in English").and(page.getByText("Bottega runs this loyalty programme")).waitFor();
  await page.getByLabel("Version").fill("terms-1");
  await page.getByRole("button", { name: "Publish" }).click();
  await page
    .getByRole("table", { name: /What was shown/ })
    .getByText("terms-1")
    .waitFor();
  await page.getByLabel("Words in English").fill("Other terms.");
  await page.getByLabel("Version").fill("terms-1");
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByText("has been shown with other words").waitFor();
  await lookAt(page, "settings-texts");
  await page.getByText("Consents", { exact: true }).click();
  await page.getByRole("button", { name: "E-mail" }).click();
  await page.getByRole("button", { name: "Begin from the template" }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("button", { name: "E-mail Asked for" }).waitFor();

  const member = await visit(browser, server.url, { size: "390" });
  await member.page.goto(`/p/${server.tenant.slug}`);
  await member.page.getByRole("link", { name: "Terms" }).click();
  await member.page.getByText("Bottega runs this loyalty programme").waitFor();
  await expectAccessible(member.page);
  expect([...complaints, ...member.complaints]).toEqual([]);
});
