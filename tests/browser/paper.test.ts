// What a shop prints: the poster whose code leads to joining, and cards that any scanner reads.
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBarcodes } from "zxing-wasm/reader";
import { isEan13 } from "../../core/barcodes.ts";
import { atConsole, lookAt, openBrowser, SCREENSHOTS } from "../support/browser.ts";
import { scanned } from "../support/qrCodes.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ tenant: { name: "Bottega Neri" }, publicUrl: "http://points.example.com" });
  await server.call("POST", "/v1/locations", { code: "torino", name: "Torino, via Roma" });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

/** One A4 page at 96 dots an inch, as the printer would have it. */
async function printed(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: "print" });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}-print.png`) });
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
}

test("the poster of a place leads to joining, in the language of whoever reads it, on one page", async () => {
  const { page, complaints } = await atConsole(browser, server, { path: "/paper?place=Torino, via Roma&language=de" });
  await page.getByText("Sammeln Sie Punkte bei uns").waitFor();
  await page.getByText("points.example.com/p/").waitFor();
  await lookAt(page, "paper-poster");
  await printed(page, "paper-poster");
  const code = page.getByRole("img", { name: "Code that leads to joining" });
  expect(await scanned(code)).toBe(`http://points.example.com/p/${server.tenant.slug}/join`);
  await page.getByText("Torino, via Roma").first().waitFor();
  expect(await page.getByRole("button", { name: "Print" }).isVisible()).toBe(false);
  expect(complaints).toEqual([]);
});

test("a sheet holds ten cards, each with another number that a scanner reads, on one page", async () => {
  const { page, complaints } = await atConsole(browser, server, { path: "/paper?sheet=cards" });
  const cards = page.getByRole("img", { name: /^Card 2\d{12}$/ });
  await cards.first().waitFor();
  await lookAt(page, "paper-cards");
  await printed(page, "paper-cards");
  const named = await Promise.all((await cards.all()).map((card) => card.getAttribute("aria-label")));
  const numbers = named.map((name) => name?.slice("Card ".length) ?? "");
  expect([numbers.length, new Set(numbers).size, numbers.every(isEan13)]).toEqual([10, 10, true]);
  const picture = new Uint8Array(await page.screenshot({ scale: "css" }));
  const read = await readBarcodes(picture, { formats: ["EAN13"], tryHarder: true, maxNumberOfSymbols: 20 });
  expect(read.map(({ text }) => text).toSorted()).toEqual(numbers.toSorted());
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "New numbers" }).click();
  await expect.poll(() => page.getByRole("img", { name: named[0] ?? "", exact: true }).count()).toBe(0);
  expect(complaints).toEqual([]);
});
