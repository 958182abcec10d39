// Coming in: the first owner by the printed link, everybody else by a code that comes by mail.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newOwnerLink } from "../../server/modules/tenants/ownerLinks.ts";
import { atConsole, lookAt, openBrowser, visit } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { latestLetter } from "../support/signingIn.ts";
import { newStaff } from "../support/staff.ts";

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

test("whoever opens the printed link says who they are and is the owner", async () => {
  const who = { tenantId: server.tenant.id, now: server.clock.now(), actor: "cli" };
  const link = await newOwnerLink({ ...server.parts, publicUrl: server.url }, who);
  const { page, complaints } = await visit(browser, server.url);
  await page.goto(link);
  await lookAt(page, "welcome");
  await page.getByLabel("Your name").fill("Nora Neri");
  await page.getByLabel("E-mail address").fill("nora@example.com");
  await page.getByRole("button", { name: "Come in" }).click();
  await page.getByRole("heading", { name: "Hello Nora" }).waitFor();
  await lookAt(page, "today");
  expect(complaints).toEqual([]);

  // The link was good once.
  await page.context().clearCookies();
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByLabel("Your name").fill("Somebody Else");
  await page.getByLabel("E-mail address").fill("else@example.com");
  await page.getByRole("button", { name: "Come in" }).click();
  await page.getByRole("alert").waitFor();
});

test("somebody of the staff signs in with the code that came by mail, and comes to where they were going", async () => {
  const { email } = await newStaff(server, "manager");
  const { page, complaints } = await visit(browser, server.url);
  await page.goto("/?from=bookmark");
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await lookAt(page, "signIn");
  await page.getByLabel("Shop").fill(server.tenant.slug);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await page.getByLabel("Digit 1").waitFor();
  await lookAt(page, "signIn-code");

  // A wrong code is refused where it stands, and can be corrected.
  await typeCode(page, "000000");
  await page.getByRole("alert").waitFor();
  expect(await page.getByLabel("Digit 1").inputValue()).toBe("");
  const { text } = await latestLetter(server, "sign_in_code");
  await typeCode(page, /\b\d{6}\b/.exec(text)?.[0] ?? "");
  await page.getByRole("heading", { name: "Hello Sam" }).waitFor();
  expect(new URL(page.url()).searchParams.get("from")).toBe("bookmark");
  expect(complaints).toEqual([]);

  await page.getByRole("button", { name: "Your account" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
});

test("the console speaks the browser's language, and another one when asked", async () => {
  const { page } = await atConsole(browser, server, { language: "de-DE" });
  await page.getByRole("heading", { name: "Guten Tag, Sam" }).waitFor();
  await page.getByRole("button", { name: "Ihr Konto" }).click();
  await page.getByRole("menuitem", { name: "Italiano" }).click();
  await page.getByRole("heading", { name: "Ciao Sam" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Ciao Sam" }).waitFor();
});

test("programs are shown no page, and nothing on a page comes from elsewhere", async () => {
  const { status, body } = await server.call("GET", "/v1/nothing", undefined, { accept: "text/html" });
  expect(status).toBe(404);
  expect(body.code).toBe("not_found");
  expect((await fetch(`${server.url}/members`)).status).toBe(404);

  const page = await fetch(`${server.url}/members`, { headers: { accept: "text/html" } });
  const policy = page.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe");
  expect(policy).not.toMatch(/https?:/);
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
  expect(await page.text()).toContain(`nonce="${nonce}"`);
  const again = await fetch(`${server.url}/members`, { headers: { accept: "text/html" } });
  expect(again.headers.get("content-security-policy")).not.toBe(policy);
});

/** The boxes for a code, empty at first, typed one after the other as a person does. */
async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("Digit 1").click();
  await page.keyboard.type(code);
}
