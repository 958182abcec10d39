// The table of members: found, narrowed down, kept as a segment, and walked through by the keyboard.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openShop } from "../stories/support/shop.ts";
import { lookAt, openBrowser, type Visit, visit } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";
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

const tiers = {
  metric: "spend",
  period: { kind: "ever" },
  tiers: [
    { code: "base", name: "Base", threshold: 0 },
    { code: "gold", name: "Gold", threshold: 10_000 },
  ],
  downgrade: { policy: "never", graceDays: 0 },
  onReturn: "keep_until_period_end",
} as const;

/** A shop whose members have bought for so many euros. */
async function shopOf(members: Record<string, number>) {
  const shop = await openShop(server, { tiers });
  for (const [name, euros] of Object.entries(members)) {
    const email = `${name.split(" ")[0]?.toLowerCase()}@example.com`;
    await shop.enrols(name, { identities: [{ kind: "email", value: email }] });
    if (euros > 0) await shop.buys(name, euros);
    shop.jumps({ days: 1 });
  }
  return shop;
}

async function atMembers(
  shop: Awaited<ReturnType<typeof shopOf>>,
  path = "/members",
  visitor: Parameters<typeof visit>[2] = {},
): Promise<Visit> {
  const { cookie } = await newStaff(server, "owner", { tenant: shop.tenant });
  const visited = await visit(browser, server.url, { ...visitor, cookie });
  await visited.page.goto(path);
  return visited;
}

test("a member is found by a few letters of the name, and nobody is an answer too", async () => {
  const shop = await shopOf({ "Martina Nováková": 120, "Ada Lovelace": 0, "Günther von Hohenzollern-Sigmaringen": 30 });
  const { page, complaints } = await atMembers(shop);
  await page.getByText("3 members").waitFor();
  await lookAt(page, "members");
  await page.getByLabel("Find a member").fill("mar nov");
  await page.getByText("1 member", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Martina Nováková" }).waitFor();
  await page.getByRole("link", { name: "Ada Lovelace" }).waitFor({ state: "detached" });
  expect(new URL(page.url()).searchParams.get("search")).toBe("mar nov");
  await page.getByLabel("Find a member").fill("zzz nobody");
  await page.getByText("Nobody was found").waitFor();
  await lookAt(page, "members-nobody");
  expect(complaints).toEqual([]);
});

test("conditions say what they mean and how many they mean, and are kept as a segment", async () => {
  const shop = await shopOf({ Ana: 120, Bea: 150, Carlo: 3 });
  const { page, complaints } = await atMembers(shop);
  await page.getByRole("button", { name: "Conditions" }).click();
  await page.getByRole("button", { name: "Condition", exact: true }).click();
  await page.getByRole("combobox", { name: "About what" }).click();
  await page.getByRole("option", { name: "Spent so far" }).click();
  await page.getByRole("combobox", { name: "Comparison" }).click();
  await page.getByRole("option", { name: "is at least" }).click();
  await page.getByText("Something is still missing").waitFor();
  await page.getByLabel("Value", { exact: true }).fill("12,50");
  await page.getByText(/at least €12\.50/).waitFor();
  await page.getByRole("link", { name: "Carlo" }).waitFor({ state: "detached" });
  await lookAt(page, "members-conditions");
  await page.getByRole("button", { name: "Save as segment" }).click();
  await page.getByLabel("What people call it").fill("Bigger spenders");
  await lookAt(page, "members-segment");
  await page.getByRole("dialog").getByRole("button", { name: "Save as segment" }).click();
  await page.getByText("“Bigger spenders” is saved.").waitFor();

  await page.goto("/members");
  await page.getByRole("link", { name: "Carlo" }).waitFor();
  await page.getByRole("combobox", { name: "Segment" }).click();
  await page.getByRole("option", { name: "Bigger spenders" }).click();
  await page.getByText("2 members").waitFor();
  await page.getByRole("button", { name: "Saved segments" }).click();
  await page
    .getByRole("dialog")
    .getByText(/at least €12\.50/)
    .waitFor();
  await lookAt(page, "members-segments");
  expect(complaints).toEqual([]);
});

test("somebody joins at the counter; an address that is taken is refused beside its field", async () => {
  const shop = await shopOf({ Ana: 0 });
  const { page, complaints } = await atMembers(shop);
  await page.getByRole("button", { name: "New member" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Bruno Bianchi");
  await dialog.getByLabel("E-mail address").fill("ana@example.com");
  await dialog.getByLabel("Text messages").check();
  await dialog.getByRole("button", { name: "Enrol" }).click();
  await dialog.getByText("Say which text was agreed to.").waitFor();
  await dialog.getByLabel("Text that was agreed to").fill("form-2026");
  await dialog.getByRole("button", { name: "Enrol" }).click();
  await dialog.getByText("belongs to a member already").waitFor();
  await lookAt(page, "members-new");
  await dialog.getByLabel("E-mail address").fill("bruno@example.com");
  await dialog.getByRole("button", { name: "Enrol" }).click();
  await page.getByRole("heading", { name: "Bruno Bianchi" }).waitFor();
  expect(complaints).toEqual([]);
});

test("by the keyboard alone: from the table to a member and back, and to another one from anywhere", async () => {
  const shop = await shopOf({ "Martina Nováková": 12, Ada: 5 });
  const { page, complaints } = await atMembers(shop);
  await page.getByRole("link", { name: "Martina Nováková" }).waitFor();
  await tabTo(page, "Martina Nováková");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Martina Nováková" }).waitFor();
  await tabTo(page, "Members");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Members" }).waitFor();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("ada");
  await page.getByText("ada@example.com").waitFor();
  await lookAt(page, "search");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Ada" }).waitFor();
  expect(complaints).toEqual([]);
});

test("in German, on a phone, long names and long words stay on the screen", async () => {
  const name = "Wolfgang Amadeus Freiherr von und zu Schwarzenberg-Hohenlohe-Waldenburg-Schillingsfürst";
  const shop = await shopOf({ [name]: 1234 });
  const { page, complaints } = await atMembers(shop, "/members", { language: "de-DE", size: "390" });
  await page.getByRole("button", { name: "Bedingungen" }).click();
  await page.getByRole("button", { name: "Bedingung", exact: true }).click();
  await page.getByRole("combobox", { name: "Worüber" }).click();
  await page.getByRole("option", { name: "Tage bis oder seit dem Geburtstag" }).click();
  await lookAt(page, "members-de");
  await page.getByRole("link", { name }).click();
  await page.getByRole("heading", { name }).waitFor();
  await page.getByRole("button", { name: /^Einkauf/ }).click();
  await page.getByText("Warum diese Punkte").waitFor();
  await lookAt(page, "member-de");
  expect(complaints).toEqual([]);
});

const TABS_MAX = 60;

/** Walks with the tab key to the link of this name, from the top of the page. */
async function tabTo(page: Page, link: string): Promise<void> {
  for (let tabs = 0; tabs < TABS_MAX; tabs++) {
    await page.keyboard.press("Tab");
    if ((await page.locator("a:focus").allInnerTexts()).includes(link)) return;
  }
  throw new Error(`no way by the keyboard to ${link}`);
}
