// Coming in by a passkey, with the authenticator that Chromium brings for tests; and what must not work with one.
import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lookAt, openBrowser, visit } from "../support/browser.ts";
import { asAdmin, nameOf } from "../support/database.ts";
import { type Call, callWith, startServer, type TestServer } from "../support/server.ts";
import { newStaff, type SignedIn } from "../support/staff.ts";

let server: TestServer;
let browser: Browser;
/** Passkeys belong to a name: not to the number that the server listens at. */
let url: string;

beforeAll(async () => {
  server = await startServer({ tenant: { name: "Bottega" } });
  url = server.url.replace("127.0.0.1", "localhost");
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

type Device = { page: Page; cdp: CDPSession; authenticatorId: string; person: SignedIn; complaints: string[] };

/** A person at a laptop that knows its owner, with a passkey on it. */
async function atLaptop(): Promise<Device> {
  const person = await newStaff(server, "owner");
  const { page, context, complaints } = await visit(browser, url, { cookie: person.cookie });
  const cdp = await context.newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto("/settings/account");
  await page.getByLabel("Name of the device").fill("Laptop");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByText(/Added .*, not used yet/).waitFor();
  return { page, cdp, authenticatorId, person, complaints };
}

/** What the page posts, caught on its way; to be sent again by somebody else. */
async function signsIn(page: Page): Promise<{ body: unknown; cookie: string; status: number }> {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  const sent = page.waitForRequest(/passkey-sign-ins/);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  const request = await sent;
  const reply = await request.response();
  const cookie = (await request.allHeaders()).cookie ?? "";
  return { body: request.postDataJSON(), cookie, status: reply?.status() ?? 0 };
}

const stranger: (...asked: Parameters<Call>) => ReturnType<Call> = (...asked) => callWith(url, undefined)(...asked);

test("a passkey is added, lets its owner in without a code, and not any more once it was removed", async () => {
  const { page, complaints } = await atLaptop();
  await lookAt(page, "settings-passkeys");
  expect((await signsIn(page)).status).toBe(201);
  await page.getByRole("navigation").first().waitFor();
  await page.goto("/settings/account");
  await page.getByText(/Last used/).waitFor();
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect.poll(() => page.getByText("Laptop", { exact: true }).count()).toBe(0);
  const audit = (await server.call("GET", "/v1/audit-entries?limit=2")).body.items;
  expect(audit.map(({ operation }: { operation: string }) => operation)).toEqual(["revokePasskey", "addPasskey"]);
  expect((await signsIn(page)).status).toBe(401);
  await page.getByText("This passkey is not known here").waitFor();
  await lookAt(page, "sign-in-passkey");
  expect(complaints).toEqual([]);
});

test("what was signed is good once, and in no other browser", async () => {
  const { page } = await atLaptop();
  const { body, cookie, status } = await signsIn(page);
  expect(status).toBe(201);
  // Most devices do not count how often they signed: nothing but the challenge keeps a signature from being good twice.
  await asAdmin("update passkeys set counter = 0", await nameOf(server.db));
  expect(await stranger("POST", "/v1/passkey-sign-ins", body, { cookie })).toMatchObject({ status: 401 });
  // Somebody else's browser has a challenge of its own, and the signature is over another.
  const asked = await stranger("POST", "/v1/passkey-challenges");
  const other = (asked.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  expect(await stranger("POST", "/v1/passkey-sign-ins", body, { cookie: other })).toMatchObject({ status: 401 });
  expect(await stranger("POST", "/v1/passkey-sign-ins", body)).toMatchObject({ status: 401 });
});

test("a challenge that is older than five minutes is none", async () => {
  const { page } = await atLaptop();
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.route(/passkey-sign-ins/, async (route) => {
    server.clock.advance(6 * 60_000);
    await route.continue();
  });
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByText("This passkey is not known here").waitFor();
});

test("a device that does not recognise its owner lets nobody in", async () => {
  const { page, cdp, authenticatorId } = await atLaptop();
  await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByText("Nothing was done").waitFor();
  // A browser that asked for less than it was told: the server looks at what the device says.
  await page.route(/passkey-challenges/, async (route) => {
    const reply = await route.fetch();
    const { options } = await reply.json();
    await route.fulfill({ response: reply, json: { options: { ...options, userVerification: "discouraged" } } });
  });
  expect((await signsIn(page)).status).toBe(401);
});

test("whoever was removed, and whose second factor was reset, does not come in by a passkey", async () => {
  const [removed, reset] = [await atLaptop(), await atLaptop()];
  expect((await server.call("DELETE", `/v1/staff/${removed.person.id}`)).status).toBe(204);
  expect((await signsIn(removed.page)).status).toBe(401);
  expect((await server.call("DELETE", `/v1/staff/${reset.person.id}/second-factor`)).status).toBe(204);
  expect((await signsIn(reset.page)).status).toBe(401);
});

test("a passkey's name stands sealed, and an address by number alone has none", async () => {
  await atLaptop();
  const kept = await asAdmin("select sealed_name from passkeys", await nameOf(server.db));
  expect(JSON.stringify(kept)).not.toContain("Laptop");
  const refused = await callWith(server.url, undefined)("POST", "/v1/passkey-challenges");
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([403, expect.stringContaining("HTTPS")]);
});
