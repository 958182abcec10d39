// Members come in from a file: mapped, looked at, started, and what was left out is said.
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openShop } from "../stories/support/shop.ts";
import { lookAt, openBrowser } from "../support/browser.ts";
import { atShop } from "../support/consoleShop.ts";
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

const file = [
  "Name;E-Mail;Old card;Balance;Shoe size",
  "Ana Rossi;ana@example.com;CARD2001;1.250;38",
  "Bob Claimed;bob@example.com;CARD2002;20;44",
  "Cleo Known;cleo@example.com;CARD2003;5;40",
  "Dora Bad;nobody;CARD2004;7;39",
  "Emil Neu;emil@example.com;CARD2005;80;43",
].join("\n");

test("a file is mapped and looked at before anybody joins; then it runs, and says what it left out", async () => {
  const shop = await openShop(server, {});
  await shop.enrols("Bob", { identities: [{ kind: "email", value: "bob@example.com" }] });
  await shop.enrols("Cleo", { identities: [{ kind: "email", value: "cleo@example.com", verified: true }] });
  const { page, complaints } = await atShop(browser, server, shop);
  await page.getByRole("link", { name: "Members from a file" }).click();
  await page.getByRole("heading", { name: "Members from a file" }).waitFor();
  const choosing = page.waitForEvent("filechooser");
  await page.getByLabel("A table as a CSV file").click();
  await (await choosing).setFiles({ name: "members.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await page.getByRole("button", { name: "Look at it" }).click();

  // What it guessed is right but for one column, and points that are written in another way.
  const columns = page.getByRole("list", { name: "Columns of the file" });
  await columns.getByText("Ana Rossi · Bob Claimed").waitFor();
  const would = page.getByRole("region", { name: "What would come of it" });
  const meaning = (title: string) => page.getByRole("combobox", { name: `What “${title}” means` });
  expect(await meaning("Balance").inputValue()).toBe("Points");
  await meaning("Old card").click();
  await page.getByRole("option", { name: "Card number" }).click();
  await page.getByText("look at it anew before you start").waitFor();
  await page.getByRole("combobox", { name: "How numbers are written" }).click();
  await page.getByRole("option", { name: "1.250,5" }).click();
  await page.getByRole("button", { name: "Look at it anew" }).click();
  await would.getByText("Row 2:").waitFor({ state: "detached" });
  await would.getByText("Row 5:").waitFor();
  await lookAt(page, "import-mapping");
  expect(await shop.lists({ search: "rossi" })).toEqual([]);

  // Loaded again it is where it was.
  await page.reload();
  await page.getByRole("button", { name: "Bring 5 rows in" }).click();
  await page.getByText("Done: 5 rows.").waitFor();
  const came = page.getByRole("region", { name: "What came of it" });
  await came.getByText("Points or tiers were taken over for 3 rows.").waitFor();
  await lookAt(page, "import-done");
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "What was left out, as a CSV file" }).click();
  const leftOut = readFileSync(await (await downloading).path(), "utf8");
  expect(leftOut.split(/\r?\n/).map((line) => line.split(",")[0])).toEqual(["row", "3", "5", ""]);
  await page.getByRole("link", { name: "To the members" }).click();
  await page.getByRole("link", { name: "Emil Neu" }).waitFor();
  await page.getByRole("cell", { name: "1,250" }).waitFor();

  // And found again.
  await page.goto("/members/import");
  await page.getByRole("region", { name: "Earlier imports" }).getByText("Done").waitFor();

  // Looked at and given up: nobody comes of it.
  const again = page.waitForEvent("filechooser");
  await page.getByLabel("A table as a CSV file").click();
  await (await again).setFiles({ name: "again.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByRole("button", { name: "Give it up" }).click();
  await page.getByRole("region", { name: "Earlier imports" }).getByText("Given up").waitFor();
  expect(complaints).toEqual([]);
});
