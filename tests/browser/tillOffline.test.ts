// A till that loses its network sells on, keeps what it sold through a closed browser, and tells it once.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openShop } from "../stories/support/shop.ts";
import { lookAt, openDevice } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { newStaff } from "../support/staff.ts";

const SALES = 40;
const story = { timeout: 300_000 };

let server: TestServer;
let folder: string;
let device: BrowserContext;

beforeAll(async () => {
  server = await startServer();
  folder = await mkdtemp(join(tmpdir(), "till-"));
  device = await openDevice(folder, server.url);
});

afterAll(async () => {
  await device.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A manager makes the device a till, and its page is kept for when there is no network. */
async function becomesTill(page: Page): Promise<void> {
  await page.goto("/till");
  await page.getByLabel("Name of the till").fill("Till 1");
  await lookAt(page, "till-setup");
  await page.getByRole("button", { name: "Make this device a till" }).click();
  await page.getByText("Connected").waitFor();
  const isKept = () => page.evaluate<boolean>("caches.match('/till').then((kept) => kept !== undefined)");
  await expect.poll(isKept, { timeout: 30_000 }).toBe(true);
  const { headers } = await fetch(`${server.url}/tillWorker.js`);
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; connect-src 'self'; frame-ancestors 'none'");
}

/** Who was typed pays ten euros. */
async function sells(page: Page, phone: string): Promise<void> {
  await page.getByLabel("Phone, e-mail, card or name").fill(phone);
  await page.keyboard.press("Enter");
  await page.getByLabel("Amount in EUR").fill("10");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Kept on this device" }).waitFor();
  await page.getByRole("button", { name: "Next customer" }).click();
}

test("forty sales without a network, a closed browser, and each is booked once", story, async () => {
  const shop = await openShop(server, { opens: new Date().toISOString() });
  await shop.asks("PATCH", "/v1/tenant", { country: "IT" });
  await shop.asks("POST", "/v1/locations", { code: "corner", name: "Corner shop" });
  const phones = ["+393471234567", "+393477654321"];
  await shop.enrols("ana", { identities: [{ kind: "phone", value: phones[0] }] });
  await shop.enrols("ben", { identities: [{ kind: "phone", value: phones[1] }] });
  const { cookie } = await newStaff(server, "manager", { tenant: shop.tenant });
  const [name = "", value = ""] = cookie.split(/=(.*)/);
  await device.addCookies([{ name, value, url: server.url }]);
  const page = await device.newPage();
  await becomesTill(page);
  // Whoever made the till is signed out: what is left may do what a cashier may.
  expect((await device.cookies()).some((kept) => kept.name === name && kept.value !== "")).toBe(false);

  await device.setOffline(true);
  await page.getByText("you can go on selling").waitFor();
  const other = await device.newPage();
  await other.goto("/till");
  for (let sale = 0; sale < SALES; sale += 1) await sells(sale % 8 === 7 ? other : page, phones[sale % 2] ?? "");
  await page.getByText("40 sales wait").waitFor();
  await lookAt(page, "till-offline");

  await device.close();
  device = await openDevice(folder, server.url);
  await device.setOffline(true);
  const again = await device.newPage();
  await again.goto("/till");
  await again.getByText("40 sales wait").waitFor();

  const sent = sendings(again);
  server.clock.set(Date.now());
  await device.setOffline(false);
  await again.getByText("40 sales wait").waitFor({ state: "detached" });
  await again.getByText("Connected").waitFor();
  expect(await shop.balance("ana")).toBe(200);
  expect(await shop.balance("ben")).toBe(200);

  // The answer was lost, and another window sends the same in another order.
  for (const { url, headers, body } of sent) {
    const { sales } = JSON.parse(body);
    const text = JSON.stringify({ deviceNow: new Date().toISOString(), sales: sales.toReversed() });
    const reply = await fetch(url, { method: "POST", headers, body: text });
    expect(reply.status).toBe(200);
    const { items } = JSON.parse(await reply.text());
    expect(new Set(items.map(({ state }: { state: string }) => state))).toEqual(new Set(["recorded"]));
  }
  expect(sent.flatMap(({ body }) => JSON.parse(body).sales)).toHaveLength(SALES);
  expect(await shop.balance("ana")).toBe(200);
  expect(await shop.balance("ben")).toBe(200);
  const told = await Promise.all(["ana", "ben"].map(async (who) => activitiesOf(shop, who)));
  expect(told.flat()).toHaveLength(SALES);
});

type Sending = { url: string; headers: Record<string, string>; body: string };

/** What a page sends of its sales, as it sends it. */
function sendings(page: Page): Sending[] {
  const sent: Sending[] = [];
  page.on("request", (request) => {
    if (!request.url().endsWith("/offline-sales")) return;
    const { authorization = "", "x-till-device": serial = "" } = request.headers();
    const headers = { authorization, "x-till-device": serial, "content-type": "application/json" };
    sent.push({ url: request.url(), headers, body: request.postData() ?? "" });
  });
  return sent;
}

async function activitiesOf(shop: Awaited<ReturnType<typeof openShop>>, who: string): Promise<unknown[]> {
  return (await shop.asks("GET", `/v1/members/${await shop.idOf(who)}/activities?limit=100`)).body.items;
}
