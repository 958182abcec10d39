// What a member asks at the desk: what happened to my points, and why?
import type { Scope } from "@fedele/sdk/schemas/apiKey.ts";
import pg from "pg";
import { expect, test, vi } from "vitest";
import { threeTiers } from "./support/programme.ts";
import type { Shop } from "./support/shop.ts";
import { openTown } from "./support/town.ts";

const town = openTown();

/** BEGIN and COMMIT count too. */
const STATEMENTS_MAX = 14;

type Item = ReturnType<typeof JSON.parse>;

async function page(shop: Shop, who: string, query = "limit=100"): Promise<{ items: Item[]; nextCursor?: string }> {
  const { status, body } = await shop.asks("GET", `/v1/members/${await shop.idOf(who)}/timeline?${query}`);
  expect(status).toBe(200);
  return body;
}

/** From the first on: what it was, and what it did to the points. */
async function told(shop: Shop, who: string): Promise<string[]> {
  const { items } = await page(shop, who);
  return items.toReversed().map((item) => {
    const points = item.points ?? item.activity?.points ?? [];
    const moved = points.map((it: { points: number }) => `${it.points > 0 ? "+" : ""}${it.points}`);
    const step = item.kind === "tier_change" ? [`${item.before} → ${item.after}`] : [];
    return [item.activity?.kind ?? item.kind, ...step, ...moved].join(" ");
  });
}

/** A year in the life of Ana. */
async function lives(): Promise<Shop> {
  const shop = await town.shop({
    points: { expiry: { kind: "after_days", days: 30 } },
    tiers: threeTiers({ silver: 100, gold: 1_000 }),
  });
  await shop.enrols("ana");
  await shop.buys("ana", [{ product: "coat", euros: 120 }], { receipt: "coat" });
  await shop.adjusts("ana", 30, { reason: "Sorry for the wait." });
  await shop.offers("mug", { points: 50 });
  const mug = await shop.takes("ana", "mug");
  await shop.uses("ana", mug);
  const second = await shop.takes("ana", "mug");
  await shop.cancels("ana", second);
  const spend = await shop.spends("ana", 20, { reason: "A coffee" });
  await shop.givesBack("ana", spend, 5);
  await shop.transfers("ana", "bob", 10);
  await town.delivers();
  await shop.returns("ana", "coat");
  await shop.buys("ana", 90);
  shop.jumps({ days: 31 });
  await town.sweeps();
  return shop;
}

test("everything that happened stands there once, the latest first, with what it did to the points", async () => {
  const shop = await lives();
  expect(await told(shop, "ana")).toEqual([
    "enrolled",
    "purchase +120",
    "tier_change null → bronze",
    "tier_change bronze → silver",
    "adjustment +30",
    "reward_issued",
    "spend -50",
    "reward_used",
    "reward_issued",
    "spend -50",
    "spend_reversal +50",
    "reward_cancelled",
    "spend -20",
    "spend_reversal +5",
    "transfer -10",
    "return -120",
    "purchase +90",
    "expiry -45",
  ]);
  expect(await told(shop, "bob")).toEqual(["enrolled", "transfer +10", "expiry -10"]);
});

test("page by page it is the same story, whatever the size of a page, and nothing is told twice", async () => {
  const shop = await lives();
  const whole = (await page(shop, "ana")).items;
  for (const limit of [1, 2, 7]) {
    const items: Item[] = [];
    let cursor: string | undefined = "";
    while (cursor !== undefined) {
      const { items: more, nextCursor } = await page(shop, "ana", `limit=${limit}${cursor && `&cursor=${cursor}`}`);
      items.push(...more);
      cursor = nextCursor;
    }
    expect(items).toEqual(whole);
  }
});

test("each thing says why: the rule and its words, the reason, who gave by hand, which reward", async () => {
  const shop = await lives();
  const { items } = await page(shop, "ana");
  const of = (kind: string) => items.filter((item) => item.kind === kind);
  const coat = of("activity").find(({ activity }) => activity.document === "coat" && activity.kind === "purchase");
  expect(coat.activity).toMatchObject({ amountMinor: 12_000, source: "till" });
  expect(coat.why).toMatchObject([{ name: "1 a euro", award: { points: 120 } }]);
  expect(coat.why[0].sentence).not.toBe("");
  const [gift] = of("adjustment");
  expect(gift).toMatchObject({ adjustment: { reason: "Sorry for the wait.", points: 30 } });
  expect(gift.by).toMatch(/^key_/);
  expect(of("reward_used")).toMatchObject([{ rewardName: "A mug", issuedReward: { status: "used" } }]);
  expect(of("tier_change")[0]).toMatchObject({ before: "bronze", after: "silver", reason: "activity" });
  const [coffee] = of("spend");
  expect(coffee.spend).toMatchObject({ reason: "A coffee", points: 20, reversed: 5 });
  expect(of("spend_reversal")[0].spend).toEqual(coffee.spend);
  expect(of("transfer")[0].transfer).toMatchObject({ toMemberId: await shop.idOf("bob") });
  const [received] = (await page(shop, "bob")).items.filter(({ kind }) => kind === "transfer");
  expect(received).not.toHaveProperty("transfer");
});

test("a key hears only of what it may read", async () => {
  const shop = await lives();
  const { tenant } = shop;
  const path = `/v1/members/${await shop.idOf("ana")}/timeline?limit=100`;
  const kinds = async (...scopes: Scope[]): Promise<string[]> => {
    const { call } = await town.server().newKey(tenant, ["members:read", ...scopes]);
    const { body } = await call("GET", path);
    return [...new Set<string>(body.items.map(({ kind }: Item) => kind))].sort();
  };
  expect(await kinds()).toEqual(["enrolled"]);
  expect(await kinds("activities:read")).toEqual(["activity", "enrolled", "tier_change"]);
  expect(await kinds("rewards:read")).toEqual(["enrolled", "reward_cancelled", "reward_issued", "reward_used"]);
  expect(await kinds("ledger:read")).not.toContain("activity");
  const { call } = await town.server().newKey(tenant, ["ledger:read"]);
  expect((await call("GET", path)).status).toBe(403);
});

test("a stranger's member is not found, and an invented cursor is refused", async () => {
  const [shop, other] = [await town.shop(), await town.shop()];
  const path = `/v1/members/${await shop.idOf("ana")}/timeline`;
  expect(await other.asks("GET", path)).toMatchObject({ status: 404 });
  expect(await shop.asks("GET", `${path}?cursor=bm8`)).toMatchObject({ status: 400, body: { field: "cursor" } });
});

test("a long story costs as many statements as a short one", async () => {
  const shop = await lives();
  const spy = vi.spyOn(pg.Client.prototype, "query");
  const costOf = async (who: string): Promise<number> => {
    // The relay asks beside it now and then: the least of a few is what a page costs by itself.
    const counts: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      spy.mockClear();
      await page(shop, who);
      counts.push(spy.mock.calls.length);
    }
    return Math.min(...counts);
  };
  const short = await costOf("cat");
  for (let round = 0; round < 12; round += 1) await shop.buys("ana", 10 + round);
  expect(await costOf("ana")).toBe(short);
  expect(short).toBeLessThanOrEqual(STATEMENTS_MAX);
  spy.mockRestore();
});
