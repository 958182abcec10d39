// The till: who comes is found or joins, earns, and uses what they have; by people on a tablet and on a phone.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openShop, type Shop } from "../stories/support/shop.ts";
import { atTill, expectNoSideways, lookAt, openBrowser } from "../support/browser.ts";
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

test("somebody new has their first points within fifteen seconds", async () => {
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
