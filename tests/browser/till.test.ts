// The till: who comes is found or joins, earns, and uses what they have; by people on a tablet and on a phone.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openShop, type Shop } from "../stories/support/shop.ts";
import { atTill, expectNoSideways, lookAt, openBrowser, visit } from "../support/browser.ts";
import { welcomeTexts } from "../support/members.ts";
import { scanned } from "../support/qrCodes.ts";
import { startServer, type TestServer } from "../support/server.ts";

const story = { timeout: 150_000 };

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

/** A shop with one place and ten points a euro. */
async function cornerShop(settings: Parameters<typeof openShop>[1] = {}): Promise<Shop> {
  const shop = await openShop(server, settings);
  await shop.asks("PATCH", "/v1/tenant", { country: "IT" });
  await shop.asks("POST", "/v1/locations", { code: "corner", name: "Corner shop" });
  return shop;
}

/** Somebody of the staff at the shop's only place. */
async function atCorner(shop: Shop, language?: string) {
  const visited = await atTill(browser, server, {
    tenant: shop.tenant,
    ...(language === undefined ? {} : { language }),
  });
  await visited.page.getByRole("button", { name: "Corner shop" }).click();
  return visited;
}

async function finds(page: Page, text: string): Promise<void> {
  await page.getByLabel("Phone, e-mail, card or name").fill(text);
  await page.getByRole("button", { name: "Find" }).click();
}

test("somebody new has their first points within fifteen seconds", story, async () => {
  const shop = await cornerShop();
  const { page, complaints } = await atCorner(shop);
  await page.getByRole("heading", { name: "Who is it?" }).waitFor();
  await lookAt(page, "till-find");
  const began = performance.now();
  await finds(page, "347 123 4567");
  await page.getByRole("heading", { name: "Not a member yet" }).waitFor();
  await page.getByLabel("First name, if they like").fill("Ana");
  const joining = performance.now() - began;
  await lookAt(page, "till-join");
  const goesOn = performance.now();
  await page.getByRole("button", { name: "I agree and join" }).click();
  for (const key of ["1", "2", ".", "5", "0"]) {
    await page.getByRole("group", { name: "Number pad" }).getByRole("button", { name: key, exact: true }).click();
  }
  await page.getByRole("button", { name: "Earn 12 points" }).click();
  await page.getByText("Ana now has 12 points").waitFor();
  expect(joining + performance.now() - goesOn).toBeLessThan(15_000);
  await lookAt(page, "till-done-new");

  const { body } = await shop.asks("GET", `/v1/members?phone=${encodeURIComponent("+393471234567")}`);
  const [member] = body.items;
  expect(member).toMatchObject({ name: "Ana", balances: [{ pointsType: "points", total: 12, spendable: 12 }] });
  const { body: consents } = await shop.asks("GET", `/v1/members/${member.id}/consents`);
  expect(consents.items.find(({ topic }: { topic: string }) => topic === "sms")).toMatchObject({ state: "granted" });
  expect(complaints).toEqual([]);
});

test("who has just joined scans a code and has the card on their phone; the code is good once", async () => {
  const shop = await cornerShop();
  await shop.asks("PUT", "/v1/portal-settings", welcomeTexts);
  const { page, complaints } = await atCorner(shop);
  await finds(page, "347 123 4567");
  await page.getByLabel("First name, if they like").fill("Ana");
  await page.getByRole("button", { name: "I agree and join" }).click();
  await page.getByLabel("Amount in EUR").fill("12");
  await page.getByRole("button", { name: "Earn 12 points" }).click();
  const code = page.getByRole("img", { name: "The card for their phone" });
  await code.waitFor();
  await lookAt(page, "till-phone-link");
  const { pathname, hash } = new URL(await scanned(code));

  const phone = await visit(browser, server.url, { size: "390" });
  await phone.page.goto(pathname + hash);
  await phone.page.getByRole("button", { name: "Sign this phone in" }).click();
  await phone.page.getByRole("heading", { name: "Hello Ana" }).waitFor();
  await phone.page.getByRole("link", { name: "Card" }).click();
  await phone.page.getByRole("img", { name: /Code of your card/ }).waitFor();

  const another = await visit(browser, server.url, { size: "390" });
  await another.page.goto(pathname + hash);
  await another.page.getByRole("button", { name: "Sign this phone in" }).click();
  await another.page.getByRole("alert").getByText("This link was used or is too old.").waitFor();
  await another.page.getByRole("button", { name: "Sign in" }).waitFor();
  expect([...complaints, ...phone.complaints, ...another.complaints]).toEqual([]);
});

/** A scanner: keys faster than any hand, and Enter, wherever the focus is. */
async function scans(page: Page, code: string): Promise<void> {
  const keys = JSON.stringify([...code, "Enter"]);
  await page.evaluate(
    `for (const key of ${keys}) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }))`,
  );
}

test(
  "a card that is scanned finds its member, the amount is typed, and a slip of the hand is taken back",
  story,
  async () => {
    const shop = await cornerShop();
    await shop.enrols("Ana Maria Rossi", { identities: [{ kind: "qr", value: "FC0123456789" }] });
    await shop.buys("Ana Maria Rossi", 20);
    const { page, complaints } = await atCorner(shop);
    await page.getByLabel("Phone, e-mail, card or name").waitFor();
    await scans(page, "FC0123456789");
    await page.getByRole("heading", { name: "Ana R." }).waitFor();
    await page.getByText("20 Points").waitFor();
    // A keyboard writes the amount as well, as people here write it.
    await page.keyboard.type("12,50");
    await page.getByText("+12 Points").waitFor();
    await lookAt(page, "till-sale");
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSideways(page);
    await page.getByRole("button", { name: "Earn 12 points" }).dblclick();
    await page.getByText("Ana R. now has 32 points").waitFor();
    await expectNoSideways(page);
    expect(await shop.balance("Ana Maria Rossi")).toBe(32);

    await page.getByRole("button", { name: /^Undo/ }).click();
    await page.getByLabel("The amount was wrong").check();
    await lookAt(page, "till-undo");
    await page.getByRole("button", { name: /^Undo/ }).click();
    await page.getByRole("heading", { name: "Taken back" }).waitFor();
    expect(await shop.balance("Ana Maria Rossi")).toBe(20);
    expect(complaints).toEqual([]);
  },
);

test("who trains sees what it would earn, and nothing is written", story, async () => {
  const shop = await cornerShop();
  await shop.enrols("Ana Rossi", { identities: [{ kind: "email", value: "ana@example.com" }] });
  const before = await written(shop);
  const { page, complaints } = await atCorner(shop);
  await page.getByRole("button", { name: "More of the till" }).click();
  await page.getByRole("menuitem", { name: "Train without booking" }).click();
  await page.getByText("Training: nothing is written").waitFor();
  await finds(page, "ana@example.com");
  await page.getByRole("heading", { name: "Ana R." }).waitFor();
  await page.keyboard.type("10");
  await page.getByRole("button", { name: "Earn 10 points" }).click();
  await page.getByText("It was training: nothing was written.").waitFor();
  await lookAt(page, "till-training");
  await page.getByRole("button", { name: "Next customer" }).click();
  await finds(page, "+39 347 765 4321");
  await page.getByRole("button", { name: "I agree and join" }).click();
  await page.keyboard.type("10");
  await page.getByRole("button", { name: "Earn 10 points" }).click();
  await page.getByText("It was training: nothing was written.").waitFor();
  expect(await written(shop)).toEqual(before);
  expect(complaints).toEqual([]);
});

/** Everything that happened in a shop, as its events tell. */
async function written(shop: Shop): Promise<unknown> {
  await server.parts.relay.deliverAll();
  return (await shop.asks("GET", "/v1/events?limit=100")).body.items;
}
