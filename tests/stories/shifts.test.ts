// A shift's report: what was sold, given and used at a till on a day, adding up to the ledger whatever happened.
import { fc } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import type { Call } from "../support/server.ts";
import { newStaff } from "../support/staff.ts";
import { cardOf } from "./support/memberCards.ts";
import type { Shop } from "./support/shop.ts";
import { opensTill } from "./support/tills.ts";
import { openTown } from "./support/town.ts";

const town = openTown();

/** A shop with tills at two places, rewards, and Ana, who has points and a phone. */
async function busyShop() {
  const shop = await town.shop({ points: { faceValue: { points: 100, minor: 100 } } });
  const tills = [
    await opensTill(town.server(), shop, "corner"),
    await opensTill(town.server(), shop, "market"),
  ] as const;
  await shop.offers("coffee", { points: 10, gift: { kind: "benefit" } });
  await shop.offers("voucher", { points: 20, gift: { kind: "discount_amount", amountMinor: 200 } });
  const ana = await shop.enrols("ana");
  await shop.adjusts("ana", 1_000);
  const card = await cardOf(town.server(), shop, "ana");
  /** She shows her phone, as often as it takes. */
  const shows = async (call: Call): Promise<void> => {
    shop.jumps({ minutes: 1 });
    const { status, body } = await call("POST", "/v1/spending-proofs", { qr: await card.shows() });
    if (status !== 201) throw new Error(JSON.stringify(body));
  };
  return { shop, tills, ana, shows };
}

const reportOf = async (call: Call, query = "") => (await call("GET", `/v1/reports/shifts${query}`)).body;

let sales = 0;

/** Ana buys with a checkout, and uses what she wants. */
async function checksOut(
  call: Call,
  ana: string,
  { source, euros, uses }: { source: string; euros: number; uses: object },
) {
  sales += 1;
  const lines = [{ quantityThousandths: 1_000, amountMinor: euros * 100 }];
  const basket = { source, document: `c${sales}`, member: { id: ana }, lines, ...uses };
  const { body } = await call("POST", "/v1/checkout-sessions", basket);
  const path = `/v1/checkout-sessions/${body.id}`;
  await call("POST", `${path}/reservation`, { version: 1 });
  const sold = await call("POST", `${path}/commitment`, { version: 1 });
  if (sold.status !== 200) throw new Error(JSON.stringify(sold.body));
  return path;
}

async function buys(call: Call, ana: string, { source, euros }: { source: string; euros: number }): Promise<string> {
  sales += 1;
  const told = { source, document: `s${sales}`, kind: "purchase", amountMinor: euros * 100, member: { id: ana } };
  const { status, body } = await call("POST", "/v1/activities", told);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return `s${sales}`;
}

const undoes = (call: Call, ana: string, { source, document }: { source: string; document: string }) =>
  call("POST", "/v1/activities", {
    ...{ source, document: `${document}-undo`, kind: "return", member: { id: ana } },
    purchase: { source, document },
    attributes: { reason: "wrong_amount" },
  });

test("says what a till sold, gave, used, undid and whom it enrolled", async () => {
  const { shop, tills, ana, shows } = await busyShop();
  const [{ call, tillKeyId: source }] = tills;
  await buys(call, ana, { source, euros: 12 });
  await undoes(call, ana, { source, document: await buys(call, ana, { source, euros: 30 }) });
  await shows(call);
  await call("POST", `/v1/members/${ana}/issued-rewards`, { reward: "coffee", use: true });
  await shows(call);
  const { body: coffee } = await call("POST", `/v1/members/${ana}/issued-rewards`, { reward: "coffee", use: true });
  await call("POST", `/v1/members/${ana}/issued-rewards/${coffee.id}/reversals`, { reason: "mistake" });
  await call("POST", `/v1/members/${ana}/issued-rewards/${coffee.id}/cancel`);
  await shows(call);
  await checksOut(call, ana, { source, euros: 20, uses: { points: { pointsType: "points", points: 500 } } });
  await call("POST", "/v1/members", { name: "Ugo" });

  const report = await reportOf(shop.asks, "?location=corner");
  const sums = {
    purchases: 3,
    amountMinor: 1_200 + 3_000 + 1_500,
    returns: 1,
    returnedMinor: 3_000,
    pointsGiven: [{ pointsType: "points", points: 12 + 15 }],
    pointsUsed: [{ pointsType: "points", points: 10 + 500 }],
    rewardsUsed: 2,
    rewardsUndone: 1,
    joins: 1,
  };
  expect(report).toMatchObject({ location: "corner", currency: "EUR", total: sums });
  expect(report.items).toHaveLength(1);
  expect(report.items[0]).toMatchObject({ source, kind: "till", name: "corner", ...sums });
  expect(report.items[0].undone.map(({ kind, reason }: { kind: string; reason: string }) => [kind, reason])).toEqual([
    ["reward", "mistake"],
    ["purchase", "wrong_amount"],
  ]);
  expect((await reportOf(shop.asks, "?location=market")).items).toEqual([]);
  const csv = await shop.asks("GET", "/v1/reports/shifts?format=csv");
  expect(csv.body).toBe(
    "day,location,till,name,purchases,amount EUR,returns,returned EUR,given points,used points,rewards used," +
      "rewards undone,joins,undone\r\n" +
      `${report.day},,${source},corner,3,57,1,30,27,510,2,1,1,2\r\n${report.day},,total,,3,57,1,30,27,510,2,1,1,2\r\n`,
  );
});

describe("whose shift is seen", () => {
  test("a till and a cashier see their own, a manager all, and another tenant none", async () => {
    const { shop, tills, ana } = await busyShop();
    const [corner, market] = tills;
    for (const { call, tillKeyId: source } of tills) await buys(call, ana, { source, euros: 5 });
    const cashier = await newStaff(town.server(), "cashier", { tenant: shop.tenant });
    const sourceOf = async (call: Call): Promise<string> => (await call("GET", "/v1/session")).body.actor;
    const source = await sourceOf(cashier.call);
    await cashier.call("POST", "/v1/activities", {
      ...{ source, document: "by hand", kind: "purchase", location: "corner", amountMinor: 700 },
      member: { id: ana },
    });
    await cashier.call("POST", "/v1/members", { name: "Ugo" });
    const seen = async (call: Call, query = ""): Promise<string[]> =>
      (await reportOf(call, query)).items.map((one: { source: string }) => one.source);
    expect(await seen(corner.call)).toEqual([corner.tillKeyId]);
    expect(await seen(cashier.call)).toEqual([source]);
    expect((await reportOf(cashier.call, "?location=corner")).total).toMatchObject({ amountMinor: 700, joins: 1 });
    const manager = await newStaff(town.server(), "manager", { tenant: shop.tenant });
    expect((await seen(manager.call)).toSorted()).toEqual([corner.tillKeyId, market.tillKeyId, source].toSorted());
    expect((await seen(manager.call, "?location=corner")).toSorted()).toEqual([corner.tillKeyId, source].toSorted());

    const others = { status: 403 };
    expect(await corner.call("GET", `/v1/reports/shifts?till=${market.tillKeyId}`)).toMatchObject(others);
    expect(await corner.call("GET", "/v1/reports/shifts?location=market")).toMatchObject(others);
    expect(await cashier.call("GET", `/v1/reports/shifts?till=${corner.tillKeyId}`)).toMatchObject(others);
    expect(await shop.asks("GET", "/v1/reports/shifts?location=moon")).toMatchObject({ status: 400 });
    const other = await town.server().newTenant();
    expect((await reportOf(other.call)).items).toEqual([]);
  });
});

test("a day is the location's own, to the second of its midnight", async () => {
  const { shop, ana } = await busyShop();
  await shop.asks("POST", "/v1/locations", { code: "pier", name: "Pier", timezone: "America/Los_Angeles" });
  const at = (document: string, occurredAt: string) =>
    shop.asks("POST", "/v1/activities", {
      ...{ source: "register", document, kind: "purchase", location: "pier", amountMinor: 100, occurredAt },
      member: { id: ana },
    });
  await at("last", "2026-03-01T07:59:59.999Z");
  await at("first", "2026-03-01T08:00:00.000Z");
  const onPier = async (day: string) => (await reportOf(shop.asks, `?location=pier&day=${day}`)).total.purchases;
  expect([await onPier("2026-02-28"), await onPier("2026-03-01")]).toEqual([1, 1]);
  expect((await reportOf(shop.asks, "?day=2026-03-01")).total.purchases).toBe(2);
});

const deed = fc.record({
  kind: fc.constantFrom("buys", "undoes", "coffee", "coffee undone", "points", "voucher", "checkout undone"),
  till: fc.constantFrom(0, 1),
  euros: fc.integer({ min: 1, max: 40 }),
});
type Deed = { kind: string; till: 0 | 1; euros: number };

async function doIt(
  { tills, ana, shows }: Awaited<ReturnType<typeof busyShop>>,
  { kind, till, euros }: Deed,
): Promise<void> {
  const { call, tillKeyId: source } = tills[till];
  const own = `/v1/members/${ana}/issued-rewards`;
  if (kind === "buys" || kind === "undoes") {
    const document = await buys(call, ana, { source, euros });
    if (kind === "undoes") await undoes(call, ana, { source, document });
    return;
  }
  await shows(call);
  if (kind.startsWith("coffee")) {
    const { body } = await call("POST", own, { reward: "coffee", use: true });
    if (kind === "coffee") return;
    await call("POST", `${own}/${body.id}/reversals`, { reason: "mistake" });
    await call("POST", `${own}/${body.id}/cancel`);
    return;
  }
  if (kind === "points" || kind === "checkout undone") {
    const uses = { points: { pointsType: "points", points: 50 } };
    const path = await checksOut(call, ana, { source, euros, uses });
    if (kind === "checkout undone") await call("POST", `${path}/cancellation?reason=changed_mind`);
    return;
  }
  const { body } = await call("POST", own, { reward: "voucher" });
  await shows(call);
  await checksOut(call, ana, { source, euros, uses: { rewards: [body.id] } });
}

/** Points of the ledger's own entries against a counter-account. */
async function booked(shop: Shop, account: string): Promise<number> {
  const entries: { points: number; account: string }[] = await shop.entries("ana");
  return entries.filter((one) => one.account === account).reduce((sum, { points }) => sum + points, 0);
}

test("adds up to the ledger, whatever happened on a day", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 12 }), async (deeds) => {
      const busy = await busyShop();
      for (const one of deeds) await doIt(busy, one);
      const { shop } = busy;
      const { items, total } = await reportOf(shop.asks);
      const sum = (points: readonly { points: number }[]): number => points.reduce((all, one) => all + one.points, 0);
      expect(sum(total.pointsGiven)).toBe(await booked(shop, "issued"));
      expect(sum(total.pointsUsed)).toBe(0 - (await booked(shop, "spent")));
      for (const key of ["purchases", "amountMinor", "returns", "returnedMinor", "rewardsUsed", "joins"]) {
        expect(items.reduce((all: number, one: Record<string, number>) => all + (one[key] ?? 0), 0)).toBe(total[key]);
      }
    }),
    { numRuns: 6 },
  );
}, 120_000);
