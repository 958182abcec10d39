// What a member has is used at the till: once they have shown that it is them, once however it is touched.
import { readFileSync } from "node:fs";
import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cardOf } from "../stories/support/memberCards.ts";
import { openShop, type Shop } from "../stories/support/shop.ts";
import { atTill, expectNoSideways, lookAt, openBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";

const STEP_MS = 30_000;

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

/** A shop where points are worth money, and Ana, who has some of them and a phone that shows her card. */
async function shopOfAna() {
  const shop = await openShop(server, { points: { faceValue: { points: 100, minor: 100 } } });
  await shop.asks("PATCH", "/v1/tenant", { country: "IT" });
  await shop.asks("POST", "/v1/locations", { code: "corner", name: "Corner shop" });
  await shop.enrols("Ana Maria Rossi", { identities: [{ kind: "phone", value: "+393471234567" }] });
  await shop.adjusts("Ana Maria Rossi", 1_000);
  await shop.offers("coffee", { points: 100, gift: { kind: "benefit" } });
  await shop.offers("voucher", { points: 200, gift: { kind: "discount_amount", amountMinor: 500 } });
  const card = await cardOf(server, shop, "Ana Maria Rossi");
  return { ...shop, card };
}

async function atCorner(shop: Shop, size?: "390") {
  const visited = await atTill(browser, server, { tenant: shop.tenant, ...(size === undefined ? {} : { size }) });
  await visited.page.getByRole("button", { name: "Corner shop" }).click();
  return visited;
}

async function findsAna(page: Page): Promise<void> {
  await page.getByLabel("Phone, e-mail, card or name").fill("347 123 4567");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("heading", { name: "Ana R." }).waitFor();
  await page.getByRole("region", { name: "Can use now" }).waitFor();
}

/** A scanner: keys faster than any hand, and Enter, wherever the focus is. */
async function scans(page: Page, code: string): Promise<void> {
  const keys = JSON.stringify([...code, "Enter"]);
  await page.evaluate(
    `for (const key of ${keys}) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }))`,
  );
}

const give = (page: Page) => page.getByRole("dialog").getByRole("button", { name: "Hand over" });

test("a number that was typed uses nothing until the phone has shown its code; then a coffee is given", async () => {
  const shop = await shopOfAna();
  const { page, complaints } = await atCorner(shop);
  await findsAna(page);
  await page.getByRole("button", { name: "Hand over: A coffee" }).click();
  const asked = page.getByRole("dialog", { name: "Is it really Ana R.?" });
  await asked.getByLabel("Code of the phone").fill("hello");
  await asked.getByRole("button", { name: "Confirm" }).click();
  await asked.getByText("neither the code of a card nor six digits").waitFor();
  await lookAt(page, "till-prove");
  const beas = await cardOf(server, shop, "bea");
  await scans(page, await beas.shows());
  await asked.getByText("This is another member’s card.").waitFor();
  expect(await shop.balance("Ana Maria Rossi")).toBe(1_000);

  await scans(page, await shop.card.shows());
  await page.getByText("100 Points are taken for it.").waitFor();
  await give(page).dblclick();
  await page.getByRole("heading", { name: "Handed over" }).waitFor();
  expect(await shop.balance("Ana Maria Rossi")).toBe(900);
  await lookAt(page, "till-given");

  // The browser's back button leads to the next customer, and forward to nobody; nothing is used again.
  await page.goBack();
  await page.getByRole("heading", { name: "Who is it?" }).waitFor();
  await page.goForward();
  await page.getByRole("heading", { name: "Who is it?" }).waitFor();
  await findsAna(page);
  await page.getByText("900 Points", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Hand over: A coffee" }).click();
  // What was shown was for one use.
  await page.getByRole("dialog", { name: "Is it really Ana R.?" }).waitFor();
  expect((await shop.taken("Ana Maria Rossi")).map(({ status }) => status)).toEqual(["used"]);
  expect(complaints).toEqual([]);
});

test("a voucher and points pay a part of the purchase, all of it or nothing, and a slip is taken back", async () => {
  const shop = await shopOfAna();
  const { page, complaints } = await atCorner(shop, "390");
  await findsAna(page);
  await page.getByLabel("Amount in EUR").fill("20");
  await page.getByLabel("A voucher").click();
  await scans(page, await shop.card.shows());
  await page.getByLabel("A voucher").and(page.locator(":checked")).waitFor();
  await page.getByLabel("Pay with points").click();
  await page.getByLabel("Points to use").fill("300");
  await page.getByRole("region", { name: "What is left to pay" }).getByText("€12.00").waitFor();
  await expectNoSideways(page);
  await lookAt(page, "till-using");
  await page.getByRole("button", { name: "Sell: €12.00 to pay" }).dblclick();
  await page.getByText("To pay: €12.00").waitFor();
  await page.getByText("Ana R. now has 512 points").waitFor();
  expect(await shop.balance("Ana Maria Rossi")).toBe(1_000 - 200 - 300 + 12);
  await lookAt(page, "till-used");

  await page.getByRole("button", { name: /^Undo/ }).click();
  await page.getByLabel("The customer changed their mind").check();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await page.getByRole("heading", { name: "Taken back" }).waitFor();
  expect(await shop.balance("Ana Maria Rossi")).toBe(1_000);
  expect(complaints).toEqual([]);
});

test("a sale whose answer was lost is there once, whether it is asked for again or left alone", async () => {
  const shop = await shopOfAna();
  const { page } = await atCorner(shop);
  const paysAll = async (at: number): Promise<void> => {
    await findsAna(page);
    await page.getByLabel("Amount in EUR").fill("2");
    await page.getByLabel("Pay with points").click();
    await scans(page, await shop.card.shows(server.clock.now() + at * STEP_MS));
    // It arrives and is done; the answer does not come back.
    await page.route("**/commitment", losesItsAnswer, { times: 1 });
    await page.getByRole("button", { name: "Sell: €0.00 to pay" }).click();
    await page.getByText("The server cannot be reached").waitFor();
  };
  await paysAll(0);
  await page.getByRole("button", { name: "Sell: €0.00 to pay" }).click();
  await page.getByRole("heading", { name: "Done" }).waitFor();
  expect(await shop.balance("Ana Maria Rossi")).toBe(800);
  await page.getByRole("button", { name: "Next customer" }).click();

  await paysAll(1);
  const letGo = page.waitForResponse(/reopening$/);
  await page.getByRole("button", { name: "Another customer" }).click();
  expect((await letGo).status()).toBe(409);
  expect(await shop.balance("Ana Maria Rossi")).toBe(600);
});

async function losesItsAnswer(route: Route): Promise<void> {
  const arrived = await route.fetch({ headers: { ...(await route.request().allHeaders()), origin: server.url } });
  expect(arrived.status()).toBe(200);
  await route.abort();
}

test("two tabs and another till that hand the same reward over at once hand it over once", async () => {
  const shop = await shopOfAna();
  const { id } = await shop.takes("Ana Maria Rossi", "coffee");
  const first = await atCorner(shop);
  const tab = await first.context.newPage();
  await tab.goto("/till");
  const pages = [first.page, tab, (await atCorner(shop)).page];
  for (const [at, page] of pages.entries()) {
    await findsAna(page);
    await scans(page, await shop.card.shows(server.clock.now() + (at - 1) * STEP_MS));
    await page.getByText("Confirmed").waitFor();
    await page.getByRole("button", { name: "Hand over: A coffee" }).first().click();
    await page.getByText("it takes no more points").waitFor();
  }
  await Promise.all(pages.map((page) => give(page).click()));
  const ends = pages.map(async (page) => {
    const given = page.getByRole("heading", { name: "Handed over" });
    await given.or(page.getByText("This reward has been used already.")).waitFor();
    return given.isVisible();
  });
  expect((await Promise.all(ends)).toSorted()).toEqual([false, false, true]);
  expect((await shop.taken("Ana Maria Rossi")).map((one) => [one.id, one.status])).toEqual([[id, "used"]]);
  expect(await shop.balance("Ana Maria Rossi")).toBe(900);
});

test("a shift is read at its end: what was sold, given, used and undone, on paper and as a table", async () => {
  const shop = await shopOfAna();
  const { page, complaints } = await atCorner(shop);
  await findsAna(page);
  await page.getByLabel("Amount in EUR").fill("20");
  await page.getByRole("button", { name: "Earn 20 points" }).click();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await page.getByLabel("It was somebody else").check();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await page.getByRole("heading", { name: "Taken back" }).waitFor();
  await page.getByRole("button", { name: "Next customer" }).click();
  await findsAna(page);
  await page.getByRole("button", { name: "Hand over: A coffee" }).click();
  await scans(page, await shop.card.shows());
  await give(page).click();
  await page.getByRole("heading", { name: "Handed over" }).waitFor();
  await page.getByRole("button", { name: "Next customer" }).click();

  await page.getByRole("button", { name: "More of the till" }).click();
  await page.getByRole("menuitem", { name: "Shift" }).click();
  await page.getByRole("heading", { name: "Shift · Corner shop" }).waitFor();
  await page.getByLabel("Day").fill("2026-03-02");
  const figures = page.getByRole("definition");
  await figures.filter({ hasText: "100 Points" }).waitFor();
  expect(await figures.allTextContents()).toEqual(["1", "€20.00", "1 · €20.00", "0", "100 Points", "1", "0"]);
  await page.getByRole("region", { name: "Undone" }).getByText("Purchase €20.00 · It was somebody else").waitFor();
  await lookAt(page, "till-shift");
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as CSV" }).click();
  const lines = readFileSync(await (await downloading).path(), "utf8").split("\r\n");
  expect(lines[2]).toBe("2026-03-02,corner,total,,1,20,1,20,0,100,1,0,0,1");
  await page.emulateMedia({ media: "print" });
  await page.getByRole("button", { name: "Print" }).waitFor({ state: "hidden" });
  expect(complaints).toEqual([]);
});
