// Journeys at the console: begun from a ready one, changed on the canvas, tried, started, and led by what members do.
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

test("a ready journey is begun, changed, tried and started, and leads a member", async () => {
  const { page, complaints } = await atConsole(browser, server, { path: "/journeys" });
  await page.getByText("No journeys yet").waitFor();
  await lookAt(page, "journeys");
  await page.getByRole("button", { name: "Begin with “First purchase”" }).click();
  await page.getByRole("heading", { name: "First purchase", level: 1 }).waitFor();

  // A condition is put in after what is waited for in vain.
  await page.getByRole("button", { name: "Put in a step after: first in vain" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Wait", exact: true }).click();
  const steps = page.getByRole("group", { name: "The steps of the journey" });
  await steps.getByRole("button", { name: /^Wait For 1 day/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("How long").fill("2");
  await lookAt(page, "journey-step");
  await dialog.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Save the new plan" }).click();
  await page.getByText("The new plan holds.").waitFor();

  await page.getByRole("button", { name: "Come in" }).click();
  await page.getByRole("button", { name: "Time passes" }).click();
  await page.getByRole("button", { name: "Time passes" }).click();
  await page.getByText("The journey has ended.").waitFor();
  await lookAt(page, "journey");

  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByText("The journey is running.").waitFor();
  const { body: member } = await server.call("POST", "/v1/members", { name: "Ana Bianchi" });
  await server.parts.relay.deliverAll();
  await page.reload();
  await steps.getByRole("button", { name: /1 here now · 0 passed/ }).waitFor();
  await page.getByRole("combobox", { name: "Whom do you ask about?" }).fill("Ana Bianchi");
  await page.getByRole("option", { name: /Ana Bianchi/ }).click();
  await page.getByText("Is on it now.").waitFor();
  const { body } = await server.call("GET", `/v1/members/${member.id}/journeys`);
  expect(body.items).toMatchObject([{ stepId: "first", state: "waiting", version: 2 }]);

  // On the member's own page: what was written, or not and why, and where they are led.
  const news = { code: "hello", name: "Hello", topic: "news", channel: "email" };
  const words = [{ kind: "text", text: "Here we are." }];
  const wordings = [{ language: "it", subject: "Ciao", blocks: words }];
  const template = await server.call("POST", "/v1/message-templates", { ...news, wordings });
  await server.call("POST", `/v1/members/${member.id}/messages`, { templateId: template.body.id });
  await server.parts.messenger.sendDue();
  await page.goto(`/members/${member.id}?tab=messages`);
  await page.getByText("There is no address to write to.").waitFor();
  await page.getByRole("link", { name: "First purchase" }).waitFor();
  await lookAt(page, "member-messages");
  expect(complaints).toEqual([]);
});
