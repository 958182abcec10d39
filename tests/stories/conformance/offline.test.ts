// Case 64: tills that lost their network sell on, and everything is booked once when it is back.
import { describe, expect, test } from "vitest";
import { newDeviceKey } from "../../../sdk/tillDevice.ts";
import { cardOf } from "../support/memberCards.ts";
import { threeTiers } from "../support/programme.ts";
import { opensTill } from "../support/tills.ts";
import { openTown } from "../support/town.ts";

const town = openTown();
const capped = { offlineSpending: { kind: "capped", points: 100 } };
const today = (clock: string) => `2026-03-02T${clock}:00Z`;

async function cornerShop(settings: Parameters<typeof town.shop>[0] = {}) {
  const shop = await town.shop(settings);
  await shop.asks("PATCH", "/v1/tenant", { spendingProof: "none" });
  return { ...shop, till: await opensTill(town.server(), shop, "corner") };
}

/** What waits for somebody in the shop, and their word on the first of it. */
async function decides(shop: { asks: Awaited<ReturnType<typeof town.shop>>["asks"] }, decision: string) {
  const { body } = await shop.asks("GET", "/v1/offline-sales?waiting=true");
  const { id } = body.items[0];
  return shop.asks("POST", `/v1/offline-sales/${id}/decision`, { decision });
}

describe("64: a till that was offline", () => {
  test("sends its sales twice and out of order, and each is there once", async () => {
    const { till, balance, statement } = await cornerShop();
    const sales = [];
    for (const clock of ["06:10", "07:20", "08:30"]) sales.push(await till.sells("ana", { at: today(clock) }));
    const first = await till.sends(sales.toReversed());
    expect(first).toMatchObject({ status: 200, states: ["recorded", "recorded", "recorded"], lastCounter: 3 });
    const again = await till.sends(sales);
    expect(again.items).toEqual(first.items.toReversed());
    expect(await balance("ana")).toBe(30);
    expect(await statement("ana")).toHaveLength(3);
    expect(await till.knows()).toMatchObject({ lastCounter: 3 });
  });

  test("sends the same list from two windows at once", async () => {
    const { till, balance } = await cornerShop();
    const sales = [];
    for (const clock of ["06:10", "07:20", "08:30"]) sales.push(await till.sells("ana", { at: today(clock) }));
    const sent = await Promise.all([till.sends(sales), till.sends(sales), till.sends(sales.toReversed())]);
    for (const { states } of sent) expect(states).toEqual(["recorded", "recorded", "recorded"]);
    expect(await balance("ana")).toBe(30);
  });

  test("and another one serve the same member, whose tier is right", async () => {
    const shop = await cornerShop({ tiers: threeTiers({ silver: 50, gold: 1_000 }) });
    const market = await opensTill(town.server(), shop, "market");
    const here = [await shop.till.sells("ana", { euros: 20, at: today("07:00") })];
    const there = [await market.sells("ana", { euros: 40, at: today("06:00") })];
    await Promise.all([shop.till.sends(here), market.sends(there)]);
    expect(await shop.balance("ana")).toBe(60);
    expect(await shop.standing("ana")).toMatchObject({ tier: "silver", progress: 6_000 });
  });

  test("had told a sale online before the answer was lost: it is the same sale", async () => {
    const { till, balance } = await cornerShop();
    const sale = await till.sells("ana", { at: today("08:59") });
    expect((await till.call("POST", "/v1/activities", sale.activity)).status).toBe(201);
    expect((await till.sends([sale])).states).toEqual(["recorded"]);
    expect(await balance("ana")).toBe(10);
  });

  test("has a clock that is wrong: its sales happened when they did", async () => {
    const { till, isNow } = await cornerShop();
    const sales = [
      await till.sells("ana", { at: "1970-01-01T02:00:00Z" }),
      await till.sells("ana", { at: today("08:00") }),
    ];
    isNow(today("09:00"));
    const { items } = await till.sends(sales.slice(0, 1), till.call, "1970-01-01T03:00:00Z");
    expect(items[0].activity.occurredAt).toBe("2026-03-02T08:00:00.000Z");
    const { items: later } = await till.sends(sales.slice(1));
    expect(later[0].activity.occurredAt).toBe("2026-03-02T08:00:00.000Z");
  });

  test("takes no points by default: such a sale waits for a person, who may accept it", async () => {
    const shop = await cornerShop();
    await shop.adjusts("ana", 80);
    const sale = await shop.till.sells("ana", { at: today("08:00"), uses: 50 });
    expect((await shop.till.sends([sale])).states).toEqual(["spending_off"]);
    expect(await shop.balance("ana")).toBe(80);
    expect(await decides(shop, "accept")).toMatchObject({ status: 200, body: { state: "accepted" } });
    expect(await shop.balance("ana")).toBe(40);
    expect((await shop.till.sends([sale])).items[0]).toMatchObject({
      state: "accepted",
      spend: { taken: 50, owed: 0 },
    });
    expect(await shop.balance("ana")).toBe(40);
  });

  test("takes points up to the cap; what was not there is owed, and somebody is shown it", async () => {
    const shop = await cornerShop({ policies: capped });
    await shop.adjusts("ana", 30);
    const [sent] = (await shop.till.sends([await shop.till.sells("ana", { at: today("08:00"), uses: 60 })])).items;
    expect(sent).toMatchObject({ state: "recorded", flag: "owed", spend: { points: 60, taken: 40, owed: 20 } });
    expect(await shop.wallet("ana")).toMatchObject({ total: -20, debt: 20, spendable: 0 });
    // The purchase earned 10, which were there when the points were taken.
    expect(await shop.statement("ana")).toEqual(["+30 adjusted", "+10 issued", "-40 spent", "-20 adjusted"]);
    expect(await decides(shop, "seen")).toMatchObject({ status: 200, body: { isWaiting: false, flag: "owed" } });
  });

  test("takes no more than the cap of one member, all tills together", async () => {
    const shop = await cornerShop({ policies: capped });
    const market = await opensTill(town.server(), shop, "market");
    await shop.adjusts("ana", 500);
    const here = await shop.till.sells("ana", { at: today("07:00"), uses: 70 });
    const there = await market.sells("ana", { at: today("07:30"), uses: 70 });
    expect((await shop.till.sends([here])).states).toEqual(["recorded"]);
    expect((await market.sends([there])).states).toEqual(["over_cap"]);
    expect(await shop.balance("ana")).toBe(440);
    expect(await decides(shop, "decline")).toMatchObject({ body: { state: "declined", isWaiting: false } });
    expect((await market.sends([there])).items[0]).toMatchObject({ state: "declined" });
    expect(await shop.balance("ana")).toBe(440);
  });

  test("takes points only of whoever showed their device's code, once, where the tenant asks for a proof", async () => {
    const shop = await cornerShop({ policies: capped });
    await shop.asks("PATCH", "/v1/tenant", { spendingProof: "code_or_qr" });
    await shop.adjusts("ana", 80);
    const ana = await cardOf(town.server(), shop, "ana");
    const bea = await cardOf(town.server(), shop, "bea");
    const [at, uses] = [today("08:00"), 20];
    const then = Date.parse(at);
    const sells = async (shows?: string) =>
      shop.till.sends([await shop.till.sells("ana", { at, uses, ...(shows === undefined ? {} : { shows }) })]);
    expect((await sells()).states).toEqual(["no_proof"]);
    expect((await sells(await bea.shows(then))).states).toEqual(["no_proof"]);
    expect((await sells(await ana.shows(then - 7 * 60_000))).states).toEqual(["no_proof"]);
    expect((await sells(await ana.shows(then + 60_000))).states).toEqual(["recorded"]);
    expect((await sells(await ana.shows(then + 60_000))).states).toEqual(["no_proof"]);
    expect(await shop.balance("ana")).toBe(70);
  });

  test("served somebody who may use no points: the purchase stands, and somebody is shown it", async () => {
    const shop = await cornerShop({ policies: capped });
    await shop.adjusts("ana", 80);
    await shop.changesMember("ana", { status: "earn_only" });
    const { items } = await shop.till.sends([await shop.till.sells("ana", { at: today("08:00"), uses: 50 })]);
    expect(items[0]).toMatchObject({ state: "recorded", flag: "not_spent", spend: { taken: 0, owed: 0 } });
    expect(await shop.balance("ana")).toBe(90);
  });

  test("signed up a customer by phone with a consent text; without one it is refused by name", async () => {
    const { till, asks } = await cornerShop();
    const phone = "+39 347 1234567";
    const sale = { at: today("08:00"), phone };
    expect((await till.sends([await till.sells("", sale)])).states).toEqual(["unknown_member"]);
    const joins = { name: "Ugo", text: "till-3" };
    const [joined] = (await till.sends([await till.signs("", { ...sale, joins }, { counter: 1 })])).items;
    expect(joined).toMatchObject({ state: "recorded", activity: { points: [{ points: 10 }] } });
    const { memberId } = joined.activity;
    expect((await asks("GET", `/v1/members/${memberId}`)).body).toMatchObject({ name: "Ugo" });
    const consents = (await asks("GET", `/v1/members/${memberId}/consents`)).body.items;
    const said = consents.find(({ topic }: { topic: string }) => topic === "sms");
    expect(said).toMatchObject({ isGranted: true, since: "2026-03-02T08:00:00.000Z" });
    // The second customer of that number is the same member.
    const [more] = (await till.sends([await till.signs("", { at: today("08:30"), phone }, { counter: 2 })])).items;
    expect(more.activity.memberId).toBe(memberId);
  });

  test("is believed by its signature, its counter and its place alone", async () => {
    const { till, balance } = await cornerShop();
    const at = today("08:00");
    const good = await till.sells("ana", { at });
    const changed = { ...good, activity: { ...good.activity, amountMinor: 99_900 } };
    const foreign = await till.signs("ana", { at }, { counter: 1, key: await newDeviceKey() });
    expect((await till.sends([changed])).states).toEqual(["signature"]);
    expect((await till.sends([foreign])).states).toEqual(["signature"]);
    expect((await till.sends([good])).states).toEqual(["recorded"]);
    const cloned = await till.signs("ana", { at, receipt: "other" }, { counter: 1 });
    expect((await till.sends([cloned])).states).toEqual(["counter_used"]);
    const elsewhere = await till.sells("ana", { at, location: "market" });
    expect((await till.sends([elsewhere])).states).toEqual(["not_taken"]);
    expect(await balance("ana")).toBe(10);
  });
});
