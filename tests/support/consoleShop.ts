// A shop with tiers and members who have bought something, and its console in a browser.
import type { Browser } from "playwright-core";
import { openShop, type Shop } from "../stories/support/shop.ts";
import { type Visit, visit } from "./browser.ts";
import type { TestServer } from "./server.ts";
import { newStaff } from "./staff.ts";

const tiers = {
  metric: "spend",
  period: { kind: "ever" },
  tiers: [
    { code: "base", name: "Base", threshold: 0 },
    { code: "gold", name: "Gold", threshold: 20_000 },
  ],
  downgrade: { policy: "never", graceDays: 0 },
  onReturn: "keep_until_period_end",
} as const;

const MAILBOX_CHARS_MAX = 64;

/** A shop whose members have bought for so many euros. Whoever has one name alone is reached as name@example.com. */
export async function shopOf(server: TestServer, members: Record<string, number>): Promise<Shop> {
  const shop = await openShop(server, { tiers });
  for (const [name, euros] of Object.entries(members)) {
    // What stands before the @ has 64 characters at most, and no dot at its end.
    const mailbox = encodeURIComponent(name.toLowerCase()).replace(/\W/g, ".").slice(0, MAILBOX_CHARS_MAX);
    const email = `${mailbox.replace(/\.$/, "")}@example.com`;
    await shop.enrols(name, { identities: [{ kind: "email", value: email }], birthDate: "1990-05-17", language: "de" });
    if (euros > 0) await shop.buys(name, euros);
    shop.jumps({ days: 1 });
  }
  return shop;
}

type Visitor = Parameters<typeof visit>[2] & { path?: string };

/** Its owner at the console. */
export async function atShop(browser: Browser, server: TestServer, shop: Shop, visitor: Visitor = {}): Promise<Visit> {
  const { path = "/members", ...person } = visitor;
  const { cookie } = await newStaff(server, "owner", { tenant: shop.tenant });
  const visited = await visit(browser, server.url, { ...person, cookie });
  await visited.page.goto(path);
  return visited;
}
