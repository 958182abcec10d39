// Work that is interrupted, magnified or done without a mouse: nothing that was typed is lost, nothing is out of reach.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atConsole, expectNoSideways, lookAt, openBrowser, visit } from "../support/browser.ts";
import { signedIn } from "../support/members.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { latestLetter } from "../support/signingIn.ts";
import { newStaff } from "../support/staff.ts";

let server: TestServer;
let browser: Browser;
let ana: string;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  const { call } = server;
  await call("POST", "/v1/points-types", { code: "points", name: "Points", spendable: true, qualifying: true });
  await call("POST", "/v1/locations", { code: "corner", name: "Corner shop" });
  const ours = [{ kind: "email", value: "ana@example.com" }];
  ana = (await call("POST", "/v1/members", { name: "Ana Lunga", identities: ours })).body.id;
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

const pointsOfAna = async (): Promise<number> =>
  (await server.call("GET", `/v1/members/${ana}/wallets`)).body.items[0]?.total ?? 0;

async function giving(page: Page, points: string, reason: string) {
  await page.getByRole("button", { name: "Give or take points" }).click();
  const dialog = page.getByRole("dialog", { name: "Give or take points" });
  await dialog.getByLabel("Points", { exact: true }).fill(points);
  await dialog.getByLabel("Reason").fill(reason);
  return dialog;
}

async function codeByMail(): Promise<string> {
  const { text } = await latestLetter(server, "sign_in_code");
  return /\b\d{6}\b/.exec(text)?.[0] ?? "";
}

test("a sign-in that ends in the middle of a form is renewed over it, and the form goes on as it was", async () => {
  const { cookie, email, call } = await newStaff(server, "owner");
  const { page, complaints } = await visit(browser, server.url, { cookie });
  await page.goto(`/members/${ana}`);
  const dialog = await giving(page, "7", "For her patience");
  await call("DELETE", "/v1/session");
  await dialog.getByRole("button", { name: "Give these points" }).click();
  const again = page.getByRole("dialog", { name: "Sign in again" });
  await again.getByText("What you typed is kept").waitFor();
  await lookAt(page, "signIn-again");
  await again.getByRole("button", { name: `Send a code to ${email}` }).click();
  await again.getByLabel("Digit 1").click();
  await page.keyboard.type(await codeByMail());
  await again.waitFor({ state: "detached" });
  expect(await dialog.getByLabel("Reason").inputValue()).toBe("For her patience");
  expect(await pointsOfAna()).toBe(0);
  await dialog.getByRole("button", { name: "Give these points" }).click();
  await page.getByText("7 points are booked.").waitFor();
  expect(await pointsOfAna()).toBe(7);
  expect(complaints).toEqual([]);
});

test("without a connection the console says so, and what was typed goes out once it is back", async () => {
  const { page, context } = await atConsole(browser, server, { path: `/members/${ana}` });
  const before = await pointsOfAna();
  const dialog = await giving(page, "5", "For the rain");
  await context.setOffline(true);
  await page.getByText("No connection. What you type is kept").waitFor();
  await dialog.getByRole("button", { name: "Give these points" }).click();
  await dialog.getByText("The server cannot be reached.").waitFor();
  await context.setOffline(false);
  await page.getByText("No connection. What you type is kept").waitFor({ state: "detached" });
  expect(await dialog.getByLabel("Reason").inputValue()).toBe("For the rain");
  await dialog.getByRole("button", { name: "Give these points" }).click();
  await page.getByText("5 points are booked.").waitFor();
  expect(await pointsOfAna()).toBe(before + 5);
});

test("without a mouse: in by the code, to a member by their name, and points for them", async () => {
  const before = await pointsOfAna();
  const { email } = await newStaff(server, "owner");
  const { page, complaints } = await visit(browser, server.url);
  const { keyboard } = page;
  await page.goto("/");
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await tabTo(page, "Shop");
  await keyboard.type(server.tenant.slug);
  await tabTo(page, "E-mail address");
  await keyboard.type(email);
  await keyboard.press("Enter");
  // The first box has the focus by itself.
  await page.locator("[aria-label='Digit 1']:focus").waitFor();
  await keyboard.type(await codeByMail());
  await page.getByRole("heading", { name: "Hello Sam" }).waitFor();
  await keyboard.press("Control+k");
  await page.locator("[role=dialog] input:focus").waitFor();
  await keyboard.type("lunga");
  await page.getByText("ana@example.com").waitFor();
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await page.getByRole("heading", { name: "Ana Lunga" }).waitFor();
  await tabTo(page, "Give or take points");
  await keyboard.press("Enter");
  // So has the field that the dialog is about.
  await page.locator("[role=dialog] [data-autofocus]:focus").waitFor();
  await keyboard.type("3");
  await tabTo(page, "Reason");
  await keyboard.type("No mouse");
  await keyboard.press("Enter");
  await page.getByText("3 points are booked.").waitFor();
  expect(await pointsOfAna()).toBe(before + 3);
  expect(complaints).toEqual([]);
});

const TABS_MAX = 80;

/** Walks with the tab key to what has this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  const named = page.getByRole("button", { name }).or(page.getByRole("textbox", { name }));
  for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
    await page.keyboard.press("Tab");
    if ((await named.and(page.locator(":focus")).count()) > 0) return;
  }
  throw new Error(`no way by the keyboard to ${name}`);
}

/** A laptop's screen at 200 %, and the narrowest phone. */
const magnified = [
  { width: 640, height: 400 },
  { width: 320, height: 640 },
] as const;

test("at 200 % and at 320 pixels no screen scrolls sideways", async () => {
  const { cookie } = await newStaff(server, "owner");
  const staff = await visit(browser, server.url, { cookie });
  const consolePages = [
    "/",
    "/members",
    `/members/${ana}`,
    "/businesses",
    "/campaigns",
    "/campaigns/new",
    "/programme",
  ];
  const others = [
    "/rewards",
    "/partners",
    "/settings",
    "/settings/team",
    "/settings/privacy",
    "/settings/audit",
    "/tour",
  ];
  await walk(staff.page, [...consolePages, ...others, "/till?place=corner"]);
  const { cookie: own } = await signedIn(server, ana);
  const member = await visit(browser, server.url, { cookie: own });
  const home = `/p/${server.tenant.slug}`;
  await walk(member.page, [home, `${home}/card`, `${home}/rewards`, `${home}/activity`, `${home}/me`]);
});

async function walk(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.setViewportSize(magnified[0]);
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    for (const size of magnified) {
      await page.setViewportSize(size);
      await expectNoSideways(page).catch((error: unknown) => {
        throw new Error(`${path} at ${size.width}`, { cause: error });
      });
    }
  }
}
