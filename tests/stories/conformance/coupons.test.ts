// Codes that bring something for no points: row 49 of the faults, and what cases 2, 9 and 34 say of coupons.
import { expect, test } from "vitest";
import { inTier, threeTiers } from "../support/programme.ts";
import { openTown } from "../support/town.ts";

const town = openTown();

const cannot = { status: 404, code: "not_found", said: "This code cannot be used." };

test("a code becomes a reward of the member's, free of points, and is used like any other", async () => {
  const { prints, claims, uses, balance, taken } = await town.shop();
  const [code = ""] = await prints(1, { gift: { kind: "discount_amount", amountMinor: 500 } });
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}-[0-9A-HJKMNP-TV-Z]$/);
  const voucher = await claims("ana", code);
  expect(voucher).toMatchObject({
    status: 201,
    body: { status: "active", source: "coupon", cost: null, spendId: null, gift: { amountMinor: 500 } },
  });
  expect(await claims("ana", code)).toMatchObject(cannot);
  expect(await uses("ana", voucher)).toMatchObject({ status: 200, body: { status: "used" } });
  expect(await balance("ana").catch(() => 0)).toBe(0);
  expect(await taken("ana")).toHaveLength(1);
});

test("a code is read however it was typed", async () => {
  const { prints, claims, bringsIn } = await town.shop();
  const [code = ""] = await prints(1);
  const typed = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
  expect(await claims("ana", ` ${typed} `.trim())).toMatchObject({ status: 201 });
  await bringsIn(["Welcome-10"], { uses: null });
  expect(await claims("ana", "WELC0ME I0")).toMatchObject({ status: 201 });
});

test("49: of two tills that take one coupon at once one wins, and so of fifty", async () => {
  const { prints, shows, claims } = await town.shop();
  const [first = "", second = ""] = await prints(2);
  const tills = await Promise.all([shows(first, { origin: "till 1" }), shows(first, { origin: "till 2" })]);
  expect(tills.map(({ status }) => status).toSorted()).toEqual([201, 404]);
  const names = Array.from({ length: 50 }, (_, index) => `member ${index}`);
  const claimed = await Promise.all(names.map((name) => claims(name, second)));
  expect(claimed.filter(({ status }) => status === 201)).toHaveLength(1);
  for (const lost of claimed.filter(({ status }) => status !== 201)) expect(lost).toMatchObject(cannot);
});

test("49: somebody else's coupon, an expired one, a used one and none at all are told apart by nobody", async () => {
  const { prints, printsFor, bringsIn, claims, shows, endsBatch, isNow, enrols } = await town.shop();
  const elsewhere = await town.shop();
  const [foreign = ""] = await elsewhere.prints(1);
  await enrols("bob");
  const [used = ""] = await prints(1);
  const [bobs = ""] = await printsFor(["bob"]);
  const [late = ""] = await prints(1, { until: "2026-03-02T10:00:00Z" });
  const [early = ""] = await prints(1, { from: "2026-03-02T11:00:00Z" });
  const [gold = ""] = await prints(1, { audience: [{ field: "member.purchases", operator: ">=", value: 1 }] });
  const ended = await bringsIn(["GONE2025"]);
  await endsBatch(ended);
  expect(await claims("eva", used)).toMatchObject({ status: 201 });
  isNow("2026-03-02T10:00:00Z");

  const tried = [used, bobs, late, early, gold, foreign, "GONE2025", "NOSUCH99"];
  const answers = [];
  for (const code of tried) answers.push(await claims("ana", code));
  const [first] = answers;
  for (const answer of answers) {
    expect(answer).toMatchObject(cannot);
    expect({ ...answer.body, requestId: "" }).toEqual({ ...first?.body, requestId: "" });
  }
  for (const code of tried) expect(await shows(code)).toMatchObject(cannot);
  expect(await claims("bob", bobs)).toMatchObject({ status: 201 });
});

test("49: a coupon is good to its last second, in the shop's zone, and not a second longer", async () => {
  const { prints, claims, fate, isNow } = await town.shop();
  const [first = "", second = ""] = await prints(2, { until: "2026-04-01T00:00:00+02:00" });
  isNow("2026-03-31T21:59:58Z");
  const voucher = await claims("ana", first);
  expect(voucher).toMatchObject({ status: 201, body: { expiresAt: "2026-03-31T22:00:00.000Z" } });
  isNow("2026-03-31T22:00:00Z");
  expect(await claims("ana", second)).toMatchObject(cannot);
  expect(await fate("ana", voucher)).toBe("expired");
});

test("case 34: what came of a coupon is good for its own days, where it has some", async () => {
  const { prints, claims } = await town.shop();
  const [code = ""] = await prints(1, { until: "2026-03-03T00:00:00Z", days: 30 });
  expect(await claims("ana", code)).toMatchObject({ body: { expiresAt: "2026-04-01T22:00:00.000Z" } });
});

test("49: after a cancelled reward or a redemption that was taken back the code can be used again", async () => {
  const { prints, claims, cancels, shows, voids } = await town.shop();
  const [code = ""] = await prints(1);
  const voucher = await claims("ana", code);
  expect(await cancels("ana", voucher)).toMatchObject({ status: 200, body: { status: "cancelled" } });
  const sale = await shows(code);
  expect(sale).toMatchObject({ status: 201, body: { status: "redeemed" } });
  expect(await shows(code)).toMatchObject(cannot);
  expect(await voids(sale, { order: "b-1" })).toMatchObject({ status: 200, body: { status: "reversed" } });
  expect(await voids(sale, { order: "b-1" })).toMatchObject({ status: 200, body: { status: "reversed" } });
  expect(await voids(sale)).toMatchObject({ status: 409 });
  expect(await claims("bob", code)).toMatchObject({ status: 201 });
});

test("case 2: the answer was lost and the codes asked for again: they are the same, and no more of them", async () => {
  const { printsBatch, batch, claims } = await town.shop();
  const first = await printsBatch(50, {}, { order: "o-1" });
  expect(first).toMatchObject({ status: 201, body: { coupons: 50, kind: "made" } });
  expect(new Set(first.body.codes.map(({ code }: { code: string }) => code)).size).toBe(50);
  expect(await printsBatch(50, {}, { order: "o-1" })).toMatchObject({ status: 200, body: first.body });
  expect(await printsBatch(51, {}, { order: "o-1" })).toMatchObject({ status: 409, code: "conflict" });
  const other = await printsBatch(50, {});
  expect(other.body.codes).not.toContainEqual(first.body.codes[0]);
  expect(await claims("ana", first.body.codes[0].code)).toMatchObject({ status: 201 });
  expect(await batch(first)).toMatchObject({ coupons: 50, uses: 1 });
  expect(await batch(first)).not.toHaveProperty("codes");
});

test("case 2: a claim that was sent again gives the same reward", async () => {
  const { prints, claims, shows, taken } = await town.shop();
  const [first = "", second = ""] = await prints(2);
  const voucher = await claims("ana", first, { order: "o-1" });
  expect(await claims("ana", first, { order: "o-1" })).toMatchObject({ status: 200, body: voucher.body });
  expect(await claims("ana", second, { order: "o-1" })).toMatchObject({ status: 409, code: "conflict" });
  expect(await taken("ana")).toEqual([voucher.body]);
  const sale = await shows(second, { order: "o-2" });
  expect(await shows(second, { order: "o-2" })).toMatchObject({ status: 200, body: sale.body });
});

test("case 2: a refused claim may be sent again when the code is there", async () => {
  const { bringsIn, claims } = await town.shop();
  expect(await claims("ana", "SUMMER26", { order: "o-1" })).toMatchObject(cannot);
  await bringsIn(["SUMMER26"]);
  expect(await claims("ana", "SUMMER26", { order: "o-1" })).toMatchObject({ status: 201 });
});

test("codes that exist are brought in, and what is wrong with the others is said row by row, again too", async () => {
  const { bringsIn, claims } = await town.shop();
  await bringsIn(["SPRING-1"]);
  const codes = ["spring 1", "SPRING-2", "S", "spring2", "ŞPRING", "SPRING-3"];
  const rejected = [
    { row: 1, why: "taken" },
    { row: 3, why: "malformed" },
    { row: 4, why: "twice" },
    { row: 5, why: "malformed" },
  ];
  const first = await bringsIn(codes, {}, { order: "o-1" });
  expect(first).toMatchObject({ status: 201, body: { coupons: 2, kind: "imported", codes: [], rejected } });
  expect(await bringsIn(codes, {}, { order: "o-1" })).toMatchObject({ status: 200, body: first.body });
  expect(await claims("ana", "SPRING-3")).toMatchObject({ status: 201 });
});

test("a public code is used by many, and by each as often as the shop allows", async () => {
  const { bringsIn, claims, shows, batch } = await town.shop();
  const welcome = await bringsIn(["WELCOME10"], { uses: 3, perMember: 1 });
  expect(await claims("ana", "WELCOME10")).toMatchObject({ status: 201 });
  expect(await claims("ana", "WELCOME10")).toMatchObject(cannot);
  // Nobody knows who it is: the limit of one each could not be kept.
  expect(await shows("WELCOME10")).toMatchObject(cannot);
  const claimed = await Promise.all(["bob", "eva", "leo", "mia"].map((name) => claims(name, "WELCOME10")));
  expect(claimed.filter(({ status }) => status === 201)).toHaveLength(2);
  expect(await batch(welcome)).toMatchObject({ uses: 3 });
  await bringsIn(["HELLO2026"], { uses: null });
  for (let time = 0; time < 5; time += 1) expect(await shows("HELLO2026")).toMatchObject({ status: 201 });
});

test("two coupons of a batch that gives one a member, claimed at once: one is had", async () => {
  const { prints, claims } = await town.shop();
  const codes = await prints(4, { perMember: 1 });
  const claimed = await Promise.all(codes.map((code) => claims("ana", code)));
  expect(claimed.filter(({ status }) => status === 201)).toHaveLength(1);
});

test("case 9: a coupon of a reward takes a piece of it; without one the coupon stays good", async () => {
  const { offers, prints, claims, shows, left, stocksUp, cancels } = await town.shop();
  await offers("mug", { pieces: 1 });
  const [first = "", second = ""] = await prints(2, { reward: "mug" });
  const mug = await claims("ana", first);
  expect(mug).toMatchObject({ status: 201, body: { gift: { kind: "product", sku: "mug" }, source: "coupon" } });
  expect(await left("mug")).toBe(0);
  expect(await claims("bob", second)).toMatchObject({ status: 409, code: "conflict" });
  await stocksUp("mug", 1);
  expect(await shows(second)).toMatchObject({ status: 201 });
  expect(await left("mug")).toBe(0);
  expect(await cancels("ana", mug)).toMatchObject({ status: 200 });
  expect(await left("mug")).toBe(1);
});

test("a coupon for gold is claimed by gold alone", async () => {
  const { enrols, prints, claims, promotes } = await town.shop({ tiers: threeTiers() });
  await enrols("ana");
  const [code = "", other = ""] = await prints(2, { tiers: ["gold"] });
  const [third = ""] = await prints(1, { audience: [inTier("gold")] });
  expect(await claims("ana", code)).toMatchObject(cannot);
  await promotes("ana", "gold", "2026-06-01T00:00:00Z");
  for (const mine of [code, other, third]) expect(await claims("ana", mine)).toMatchObject({ status: 201 });
});

test("case 59: who is blocked or may only earn claims nothing, and learns nothing of the code", async () => {
  const { prints, claims, changesMember } = await town.shop();
  const [code = ""] = await prints(1);
  for (const status of ["blocked", "earn_only"]) {
    await changesMember("ana", { status });
    const answers = [await claims("ana", code), await claims("ana", "NOSUCH99")];
    for (const answer of answers) expect(answer).toMatchObject({ status: 403, code: "forbidden" });
    expect(answers[0]?.said).toBe(answers[1]?.said);
  }
  await changesMember("ana", { status: "active" });
  expect(await claims("ana", code)).toMatchObject({ status: 201 });
});

test("a batch that ended takes no code any more; what was claimed stays good", async () => {
  const { printsBatch, endsBatch, claims, uses } = await town.shop();
  const batch = await printsBatch(2);
  const [first, second] = batch.body.codes.map(({ code }: { code: string }) => code);
  const voucher = await claims("ana", first);
  await endsBatch(batch);
  expect(await claims("bob", second)).toMatchObject(cannot);
  expect(await uses("ana", voucher)).toMatchObject({ status: 200 });
});

test("what came of a coupon is not given on: it was meant for one", async () => {
  const { prints, claims, gives } = await town.shop();
  const [code = ""] = await prints(1);
  const voucher = await claims("ana", code);
  expect(await gives("ana", voucher, "bob")).toMatchObject({ status: 409, code: "conflict" });
});

test("48: whoever follows the shop hears that somebody guesses, and of coupons that were claimed", async () => {
  const { prints, claims, shows, asks, idOf } = await town.shop();
  const [code = ""] = await prints(1);
  const voucher = await claims("ana", code);
  for (let miss = 0; miss < 25; miss += 1) await shows(`NOSUCH${miss}`);
  await town.delivers();
  const { items } = (await asks("GET", "/v1/events?types=coupon.claimed,coupon.guessing_suspected")).body;
  expect(items.map(({ type }: { type: string }) => type)).toEqual(["coupon.claimed", "coupon.guessing_suspected"]);
  expect(items[0].data).toEqual({
    memberId: await idOf("ana"),
    issuedRewardId: voucher.id,
    batchId: voucher.body.sourceId,
  });
  expect(items[1].data).toMatchObject({ misses: 21 });
  expect(JSON.stringify(items)).not.toContain("NOSUCH");
});

test("what came of a coupon is used in a basket, held by one at a time, and back after a whole return", async () => {
  const { prints, claims, cancels, uses, undoes, fillsBasket, reservesBasket, paysBasket, bringsBack, session, fate } =
    await town.shop();
  const [code = ""] = await prints(1, { gift: { kind: "discount_amount", amountMinor: 500 } });
  const voucher = await claims("ana", code);
  const basket = await fillsBasket("ana", [{ euros: 20 }], { rewards: [voucher] });
  expect(await reservesBasket(basket)).toMatchObject({ status: 200 });
  expect(await fate("ana", voucher)).toBe("reserved");
  for (const refused of [await uses("ana", voucher), await cancels("ana", voucher)]) {
    expect(refused).toMatchObject({ status: 409, code: "conflict" });
  }
  expect(await paysBasket(basket)).toMatchObject({ status: 200 });
  expect((await session(basket)).bill.toPayMinor).toBe(1_500);
  expect(await fate("ana", voucher)).toBe("used");
  expect(await undoes("ana", voucher)).toMatchObject({ status: 409, code: "conflict" });
  expect(await bringsBack(basket, null)).toMatchObject({ status: 201, body: { moneyMinor: 1_500, points: [] } });
  // As if the basket had never been sold; the code that it came of has been taken all the same.
  expect(await fate("ana", voucher)).toBe("active");
  expect(await claims("ana", code)).toMatchObject(cannot);
});
