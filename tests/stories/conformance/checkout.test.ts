// A basket is priced, held, sold and brought back: cases 7, 18, 33, 60, 61 over checkout sessions.
import { expect, test } from "vitest";
import { pointsPerEuro } from "../support/programme.ts";
import { openTown } from "../support/town.ts";

const town = openTown();

const fiveOff = { gift: { kind: "discount_amount", amountMinor: 500 } };
/** A hundred points are one euro. */
const cents = { faceValue: { points: 1, minor: 1 } };
const bread = { euros: 11, taxPercent: 10 };
const wine = { euros: 12.2, taxPercent: 22 };

test("case 61: two for 11.50 with 15 % tax and everything off are sold for 0.00, and earn nothing", async () => {
  const { adjusts, offers, takes, fillsBasket, pricesBasket, reservesBasket, paysBasket, balance } = await town.shop();
  await offers("all", { gift: { kind: "discount_percent", percent: 100 } });
  await adjusts("ana", 100);
  const all = await takes("ana", "all");
  const basket = await fillsBasket("ana", [{ pieces: 2, euros: 23, taxPercent: 15 }], { rewards: [all] });
  expect(basket).toMatchObject({ status: 201, body: { status: "open", version: 1 } });
  const nothing = { grossMinor: 0, netMinor: 0, taxMinor: 0 };
  const { body } = await pricesBasket(basket);
  expect(body).toMatchObject({ earns: [], notRedeemed: [], bill: { toPayMinor: 0, total: { after: nothing } } });
  expect(body.bill.total.discount).toEqual({ grossMinor: 2_300, netMinor: 2_000, taxMinor: 300 });
  expect(body.bill.rates).toEqual([{ taxThousandths: 15_000, ...body.bill.total }]);
  await reservesBasket(basket);
  expect(await paysBasket(basket)).toMatchObject({ status: 200, body: { status: "committed", earned: [] } });
  expect(await balance("ana")).toBe(0);
});

test("case 60: what is paid with points earns nothing, in both views of the law", async () => {
  for (const as of ["discount", "tender"] as const) {
    const { adjusts, offers, takes, checksOut, session, statement, tries } = await town.shop({
      points: cents,
      rules: [pointsPerEuro(10, { base: { tax: "included", discount: "before", without: [] } })],
    });
    await offers("five", fiveOff);
    await adjusts("ana", 600);
    const five = await takes("ana", "five");
    expect(await tries("ana", 22)).toBe(220);
    const sold = await checksOut("ana", [{ euros: 22, taxPercent: 10 }], { rewards: [five], points: 300, as });
    const { bill, earned } = await session(sold);
    expect([bill.toPayMinor, earned]).toEqual([1_400, [{ pointsType: "points", points: 140 }]]);
    expect(await statement("ana")).toEqual(["+600 adjusted", "-100 spent", "+140 issued", "-300 spent"]);
  }
});

test("the bill says both views, for each line and each rate of tax", async () => {
  const { adjusts, fillsBasket, pricesBasket } = await town.shop({ points: cents });
  await adjusts("ana", 1_000);
  const { body } = await pricesBasket(await fillsBasket("ana", [bread, wine], { points: 464 }));
  const { rates, total, lines, redeemed, toPayMinor } = body.bill;
  expect(toPayMinor).toBe(1_856);
  expect(redeemed).toEqual([{ pointsType: "points", points: 464, amountMinor: 464, perLineMinor: [220, 244] }]);
  expect(lines[0]).toEqual({
    before: { grossMinor: 1_100, netMinor: 1_000, taxMinor: 100 },
    discount: { grossMinor: 220, netMinor: 200, taxMinor: 20 },
    after: { grossMinor: 880, netMinor: 800, taxMinor: 80 },
  });
  expect(rates.map((rate: { before: object; after: object }) => [rate.before, rate.after])).toEqual([
    [lines[0].before, lines[0].after],
    [
      { grossMinor: 1_220, netMinor: 1_000, taxMinor: 220 },
      { grossMinor: 976, netMinor: 800, taxMinor: 176 },
    ],
  ]);
  expect(total.after).toEqual({ grossMinor: 1_856, netMinor: 1_600, taxMinor: 256 });
});

test("case 18: goods bought partly with points bring points back as points, money as money, taxed right", async () => {
  const expiry = { kind: "after_days", days: 30 };
  const { adjusts, offers, takes, checksOut, bringsBack, balance, expiring, fate, left, session } = await town.shop({
    points: { ...cents, expiry },
  });
  await offers("five", { ...fiveOff, pieces: 1 });
  await adjusts("ana", 400);
  const dates = Object.keys(await expiring("ana"));
  const five = await takes("ana", "five");
  const sold = await checksOut("ana", [{ ...bread, pieces: 2, euros: 22 }, wine], { rewards: [five], points: 184 });
  // 34.20 − 5.00 − 1.84 = 27.36, of which 17.60 for bread and 9.76 for wine; a point a euro: 27.
  expect(await balance("ana")).toBe(400 - 100 - 184 + 27);

  const first = await bringsBack(sold, { 0: 1 });
  expect(first).toMatchObject({ status: 201, body: { moneyMinor: 880, earned: [{ points: -8 }] } });
  expect(first.body.points).toEqual([
    { reward: five.id, points: 32 },
    { pointsType: "points", points: 59 },
  ]);
  expect(first.body.lines).toEqual([
    {
      line: 0,
      quantityThousandths: 1_000,
      money: { grossMinor: 880, netMinor: 800, taxMinor: 80 },
      worth: { grossMinor: 1_100, netMinor: 1_000, taxMinor: 100 },
    },
  ]);
  expect(await balance("ana")).toBe(143 + 91 - 8);
  expect(await fate("ana", five)).toBe("used");

  const rest = await bringsBack(sold, null);
  expect(rest.body).toMatchObject({ moneyMinor: 1_856, earned: [{ points: -19 }] });
  expect(rest.body.points).toEqual([
    { reward: five.id, points: 68 },
    { pointsType: "points", points: 125 },
  ]);
  expect(await balance("ana")).toBe(400);
  expect(Object.keys(await expiring("ana"))).toEqual(dates);
  expect(await session(sold)).toMatchObject({ status: "returned", returnedThousandths: [2_000, 1_000] });
  expect([await fate("ana", five), await left("five")]).toEqual(["cancelled", 1]);
  expect(await bringsBack(sold, { 0: 1 })).toMatchObject({ status: 409, code: "conflict" });
});

test("case 2: each step asked again, with its key or without, givesUp the same result once", async () => {
  const { adjusts, offers, takes, fillsBasket, reservesBasket, paysBasket, bringsBack, givesUp, balance, session } =
    await town.shop({
      points: cents,
    });
  await offers("five", fiveOff);
  await adjusts("ana", 1_000);
  const basket = await fillsBasket("ana", [{ euros: 20, pieces: 2 }], {
    rewards: [await takes("ana", "five")],
    points: 300,
  });
  const reserved = await reservesBasket(basket, { order: "r" });
  for (const order of ["r", "r-2"]) expect((await reservesBasket(basket, { order })).body).toEqual(reserved.body);
  const paid = await paysBasket(basket, { order: "p" });
  for (const order of ["p", "p-2"]) expect((await paysBasket(basket, { order })).body).toEqual(paid.body);
  expect(await balance("ana")).toBe(1_000 - 100 - 300 + 12);
  const back = await bringsBack(basket, { 0: 1 }, { slip: "slip", order: "b" });
  for (const order of ["b", "b-2", "b-2"]) {
    expect(await bringsBack(basket, { 0: 1 }, { slip: "slip", order })).toMatchObject({ status: 200, body: back.body });
  }
  expect(await bringsBack(basket, { 0: 0.5 }, { slip: "slip" })).toMatchObject({ status: 409 });
  for (const order of ["g", "g", "g-2"]) expect(await givesUp(basket, { order })).toMatchObject({ status: 200 });
  expect(await session(basket)).toMatchObject({ status: "cancelled", returnedThousandths: [2_000] });
  expect(await balance("ana")).toBe(1_000);
});

test("a basket that somebody else has changed is neither held nor sold", async () => {
  const { fillsBasket, refillsBasket, reservesBasket, paysBasket } = await town.shop();
  const basket = await fillsBasket("ana", [bread]);
  const changed = await refillsBasket(basket, [bread, wine]);
  expect(changed).toMatchObject({ status: 200, body: { version: 2, status: "open" } });
  expect((await refillsBasket(basket, [bread, wine], { version: 1 })).body).toEqual(changed.body);
  expect(await refillsBasket(basket, [wine], { version: 1 })).toMatchObject({ status: 409, code: "conflict" });
  const stale = await reservesBasket(basket, { version: 1 });
  expect(stale).toMatchObject({ status: 409, said: "The basket is at version 2, not 1; read it again." });
  expect(await paysBasket(basket)).toMatchObject({ status: 409 });
  await reservesBasket(basket);
  expect(await paysBasket(basket, { version: 1 })).toMatchObject({ status: 409, body: { field: "version" } });
  expect(await paysBasket(basket)).toMatchObject({ status: 200, earned: 0, body: { status: "committed" } });
  expect(await refillsBasket(basket, [bread])).toMatchObject({ status: 409 });
});

test("what one till holds no other till, and nobody by hand, can use", async () => {
  const {
    adjusts,
    offers,
    takes,
    uses,
    cancels,
    fillsBasket,
    reservesBasket,
    reopensBasket,
    fate,
    spendable,
    asks,
    idOf,
    spends,
  } = await town.shop({ points: cents });
  await offers("five", fiveOff);
  await adjusts("ana", 500);
  const five = await takes("ana", "five");
  const basket = await fillsBasket("ana", [{ euros: 20 }], { rewards: [five], points: 300 });
  const other = await fillsBasket("ana", [{ euros: 20 }], { rewards: [five] });
  await reservesBasket(basket);
  expect([await fate("ana", five), await spendable("ana")]).toEqual(["reserved", 100]);
  expect(await reservesBasket(other)).toMatchObject({ status: 409, code: "conflict" });
  expect(await uses("ana", five)).toMatchObject({ status: 409 });
  expect(await cancels("ana", five)).toMatchObject({ status: 409 });
  expect(await spends("ana", 101)).toMatchObject({ status: 422 });
  const { items } = (await asks("GET", `/v1/members/${await idOf("ana")}/wallets`)).body;
  expect(items[0].held).toBe(300);
  await reopensBasket(basket);
  expect([await fate("ana", five), await spendable("ana")]).toEqual(["active", 400]);
  expect(await reservesBasket(other)).toMatchObject({ status: 200 });
});

test("case 33: what expires while it is reserved is good until the reservation is over, by date alone", async () => {
  const expiry = { kind: "after_days", days: 1 };
  const held = async () => {
    const shop = await town.shop({ opens: "2026-03-02T22:50:00Z", points: { ...cents, expiry } });
    await shop.offers("five", { ...fiveOff, days: 1 });
    await shop.adjusts("ana", 400);
    const five = await shop.takes("ana", "five");
    shop.isNow("2026-03-03T22:50:00Z");
    const basket = await shop.fillsBasket("ana", [{ euros: 20 }], { rewards: [five], points: 300 });
    expect(await shop.reservesBasket(basket)).toMatchObject({ status: 200 });
    shop.isNow("2026-03-03T23:10:00Z");
    expect(await shop.fate("ana", five)).toBe("reserved");
    return { ...shop, basket, five };
  };
  const paid = await held();
  expect(await paid.paysBasket(paid.basket)).toMatchObject({ status: 200 });
  expect([await paid.fate("ana", paid.five), await paid.balance("ana")]).toEqual(["used", 12]);

  const late = await held();
  late.isNow("2026-03-03T23:20:01Z");
  expect(await late.session(late.basket)).toMatchObject({ status: "open", reservedUntil: null });
  expect([await late.fate("ana", late.five), await late.balance("ana")]).toEqual(["expired", 0]);
  expect(await late.paysBasket(late.basket)).toMatchObject({ status: 409 });
  const again = await late.reservesBasket(late.basket);
  expect(again).toMatchObject({ status: 409, said: `The reward ${late.five.id} has expired.` });
  await town.sweeps();
  expect(await late.session(late.basket)).toMatchObject({ status: "open" });

  const released = await held();
  await released.reopensBasket(released.basket);
  expect([await released.fate("ana", released.five), await released.balance("ana")]).toEqual(["expired", 0]);
});

test("case 7: the shop's order fails after the sale: that spend is reversed, not the balance set back", async () => {
  const { adjusts, checksOut, givesUp, entries, balance, spends } = await town.shop({ points: cents });
  await adjusts("ana", 500);
  const sold = await checksOut("ana", [{ euros: 20 }], { points: 300 });
  await spends("ana", 50);
  expect(await givesUp(sold)).toMatchObject({ status: 200, body: { status: "cancelled" } });
  expect(await balance("ana")).toBe(450);
  const moved = (await entries("ana")).map(
    ({ points, account }: { points: number; account: string }) => `${points} ${account}`,
  );
  expect(moved).toEqual([
    "500 adjusted",
    "17 issued",
    "-300 spent",
    "-17 spent",
    "-33 spent",
    "-17 issued",
    "300 spent",
  ]);
});

test("a sale that is undone a moment later gives back what nobody paid for", async () => {
  const { asks, adjusts, offers, takes, prints, claims, checksOut, balance, fate } = await town.shop();
  await offers("five", fiveOff);
  await adjusts("ana", 100);
  const five = await takes("ana", "five");
  const [code = ""] = await prints(1);
  const coupon = await claims("ana", code);
  const sell = () => checksOut("ana", [{ euros: 20 }], { rewards: [coupon] });
  const sold = await checksOut("ana", [{ euros: 20 }], { rewards: [five, coupon] });
  expect(await fate("ana", coupon)).toBe("used");
  const undoes = (reason: string) =>
    asks("POST", `/v1/checkout-sessions/${sold.id}/cancellation?reason=${reason}`, undefined);
  expect(await undoes("Ana was unhappy")).toMatchObject({ status: 400 });
  expect(await undoes("wrong_amount")).toMatchObject({ status: 200, body: { status: "cancelled" } });
  expect([await fate("ana", five), await fate("ana", coupon), await balance("ana")]).toEqual([
    "cancelled",
    "active",
    100,
  ]);
  await sell();
  expect(await fate("ana", coupon)).toBe("used");
});

test("case 7: the purchase is refused after the points were captured: nothing of the sale has happened", async () => {
  const { adjusts, offers, takes, buys, fillsBasket, reservesBasket, paysBasket, givesUp, balance, spendable, fate } =
    await town.shop({
      points: cents,
    });
  await offers("five", fiveOff);
  await adjusts("ana", 500);
  const five = await takes("ana", "five");
  const basket = await fillsBasket("ana", [{ euros: 20 }], { receipt: "r-1", rewards: [five], points: 300 });
  await reservesBasket(basket);
  await buys("ana", 20, { receipt: "r-1" });
  expect(await paysBasket(basket)).toMatchObject({ status: 409, code: "conflict" });
  expect([await fate("ana", five), await balance("ana"), await spendable("ana")]).toEqual(["reserved", 420, 120]);
  expect(await givesUp(basket)).toMatchObject({ status: 200 });
  expect([await fate("ana", five), await spendable("ana")]).toEqual(["active", 420]);
});

test("a reward that the basket cannot use is named when it is priced, and not wasted when it is reserved", async () => {
  const { adjusts, offers, takes, fillsBasket, pricesBasket, reservesBasket, refillsBasket } = await town.shop({
    points: cents,
  });
  await offers("mug");
  await offers("five", fiveOff);
  await adjusts("ana", 200);
  const [mug, five] = [await takes("ana", "mug"), await takes("ana", "five")];
  const basket = await fillsBasket("ana", [{ euros: 10, product: "cap" }], { rewards: [mug, five], points: 100 });
  const { body } = await pricesBasket(basket);
  expect(body.notRedeemed).toEqual([
    { reward: mug.id, why: "not_in_basket" },
    { pointsType: "points", why: "not_enough_points" },
  ]);
  expect(await reservesBasket(basket)).toMatchObject({ status: 409, code: "conflict" });
  await refillsBasket(
    basket,
    [
      { euros: 10, product: "cap" },
      { euros: 8, product: "mug" },
    ],
    { rewards: [mug, five], points: 100 },
  );
  expect(await reservesBasket(basket)).toMatchObject({ status: 422, code: "insufficient_points" });
  await refillsBasket(
    basket,
    [
      { euros: 10, product: "cap" },
      { euros: 8, product: "mug" },
    ],
    { rewards: [mug, five] },
  );
  expect(await reservesBasket(basket)).toMatchObject({ status: 200, body: { bill: { toPayMinor: 500 } } });
});

test("points without a face value pay nothing; a gift card is not paid with points", async () => {
  const poor = await town.shop();
  await poor.adjusts("ana", 100);
  const basket = await poor.fillsBasket("ana", [{ euros: 10 }], { points: 100 });
  expect((await poor.pricesBasket(basket)).body.notRedeemed).toEqual([{ pointsType: "points", why: "no_face_value" }]);
  expect(await poor.reservesBasket(basket)).toMatchObject({ status: 409 });
  const shop = await town.shop({ points: cents });
  await shop.adjusts("ana", 100);
  const card = await shop.fillsBasket("ana", [{ euros: 10, kind: "gift_card" }], { points: 100 });
  expect((await shop.pricesBasket(card)).body.notRedeemed).toEqual([{ pointsType: "points", why: "nothing_to_pay" }]);
});

test("nobody else's reward is used, and nobody else's session is found", async () => {
  const here = await town.shop();
  await here.offers("five", fiveOff);
  await here.adjusts("ana", 100);
  const five = await here.takes("ana", "five");
  const basket = await here.fillsBasket("bob", [{ euros: 10 }], { rewards: [five] });
  expect((await here.pricesBasket(basket)).body.notRedeemed).toEqual([{ reward: five.id, why: "unknown" }]);
  expect(await here.reservesBasket(basket)).toMatchObject({ status: 409 });
  const there = await town.shop();
  expect(await there.reservesBasket(basket, { version: 1 })).toMatchObject({ status: 404, code: "not_found" });
  expect(await there.paysBasket(basket, { version: 1 })).toMatchObject({ status: 404 });
});

test("case 58: who is erased leaves no basket that holds something", async () => {
  const { adjusts, offers, takes, fillsBasket, reservesBasket, paysBasket, erases, session, left } = await town.shop({
    points: cents,
  });
  await offers("five", { ...fiveOff, pieces: 1 });
  await adjusts("ana", 500);
  const five = await takes("ana", "five");
  const basket = await fillsBasket("ana", [{ euros: 20 }], { rewards: [five], points: 300 });
  await reservesBasket(basket);
  expect(await erases("ana")).toMatchObject({ status: 201 });
  expect(await session(basket)).toMatchObject({ status: "cancelled" });
  expect(await paysBasket(basket)).toMatchObject({ status: 409 });
  expect(await left("five")).toBe(1);
});
