// That every code which cannot be used costs the same work, that guessing is told once an hour, and that verify-ledger
// finds what is wrong with coupons, gifts and benefits: rows are broken on purpose.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { NewCouponBatch } from "../../sdk/schemas/coupon.ts";
import { changeTiers } from "../../server/modules/programme/tiers.ts";
import { addBenefit, useBenefit } from "../../server/modules/rewards/benefits.ts";
import { addCoupons, madeCoupons } from "../../server/modules/rewards/couponBatches.ts";
import { ALARM_MISSES, MISSES_MAX, sweepCouponMisses } from "../../server/modules/rewards/couponGuesses.ts";
import { claimCoupon, newRedemptionId, redeemCoupon } from "../../server/modules/rewards/coupons.ts";
import { giveReward } from "../../server/modules/rewards/gifts.ts";
import { type IssuedRow, issueReward, useIssuedReward } from "../../server/modules/rewards/issuedRewards.ts";
import { newRewardId, offerReward } from "../../server/modules/rewards/rewards.ts";
import type { Ctx } from "../../server/platform/database/transaction.ts";
import { newId } from "../../server/platform/ids.ts";
import { Refusal } from "../../server/platform/refusal.ts";
import { verifyLedger } from "../../server/verify.ts";
import { type Booked, type Booking, DAY, startBooking } from "../support/booking.ts";

let shop: Booking;
let ana: Booked;
let bob: Booked;
beforeAll(async () => {
  shop = await startBooking();
  [ana, bob] = [await shop.joins(), await shop.joins()];
  await shop.asks(ana, { kind: "adjustment", pointsType: "points", points: 1_000, reason: "welcome" });
  const cost = { pointsType: "points", points: 10 };
  const mug = { code: "mug", name: "A mug", cost, gift: { kind: "product" as const, sku: "mug" }, stock: 100 };
  await shop.within((ctx) => offerReward(ctx, newRewardId(shop.tenant, "mug", ctx.now), mug));
});
afterAll(() => shop.close());

const gift = { kind: "discount_percent" as const, percent: 10 };

async function homeOf(ctx: Ctx) {
  return { tenant: shop.tenant, keys: await shop.parts.sealer.keysOf(ctx) };
}

/** The codes of a new batch. */
function prints(count: number, more: Partial<NewCouponBatch> = {}): Promise<string[]> {
  return shop.within(async (ctx) => {
    const asked = { name: "Spring", ...(more.reward === undefined ? { gift } : {}), count, ...more };
    const home = await homeOf(ctx);
    const batch = await addCoupons(ctx, newId(ctx.now, 0), asked, home);
    return (await madeCoupons(ctx, batch, asked, home)).codes.map(({ code }) => code);
  });
}

/** Remembers what is sent. */
function hearing(ctx: Ctx, statements: string[]): Ctx {
  const query: Ctx["query"] = (text, values) => {
    statements.push(text);
    return ctx.query(text, values);
  };
  return { ...ctx, query };
}

function claims(member: Booked, code: string, statements: string[] = []): Promise<IssuedRow | Refusal> {
  return shop.within(async (ctx) => {
    const key = { ...member, id: newId(ctx.now, member.bucket) };
    return claimCoupon(hearing(ctx, statements), key, { ...(await homeOf(ctx)), code, origin: null });
  });
}

function shows(code: string, statements: string[] = []): Promise<unknown> {
  return shop.within(async (ctx) => {
    const asked = { ...(await homeOf(ctx)), code, origin: null };
    return redeemCoupon(hearing(ctx, statements), newRedemptionId(ctx, asked), asked);
  });
}

test("49: whatever is wrong with a code, the work is the same, statement by statement", async () => {
  const past = { validUntil: new Date(shop.clock.now()).toISOString() };
  const [used = "", mine = ""] = await prints(2);
  const codes = {
    unknown: "NOSUCHCODE",
    "no code at all": "-?-",
    used,
    expired: (await prints(1, past))[0] ?? "",
    "of a limited reward, and expired": (await prints(1, { reward: "mug", ...past }))[0] ?? "",
    "limited by member": (await prints(1, { perMemberMax: 1, ...past }))[0] ?? "",
  };
  expect(await claims(bob, used)).not.toBeInstanceOf(Refusal);
  // The first count of a member and that of the tenant are rows of their own: made before anything is compared.
  await claims(ana, "NOSUCHCODE");
  const claimed: string[][] = [];
  const shown: string[][] = [];
  for (const code of Object.values(codes)) {
    const [heardOfClaim, heardOfTill]: [string[], string[]] = [[], []];
    expect(await claims(ana, code, heardOfClaim)).toBeInstanceOf(Refusal);
    expect(await shows(code, heardOfTill)).toBeInstanceOf(Refusal);
    claimed.push(heardOfClaim);
    shown.push(heardOfTill);
  }
  for (const heard of claimed) expect(heard).toEqual(claimed[0]);
  for (const heard of shown) expect(heard).toEqual(shown[0]);
  expect(claimed[0]?.length).toBeLessThanOrEqual(8);
  expect(await shows(mine)).not.toBeInstanceOf(Refusal);
});

const told = () =>
  shop.admin("select events::text from outbox where events::text like '%coupon.guessing_suspected%' order by id");

test("48: more than twenty misses of a shop within an hour are told, once", async () => {
  shop.clock.advance(DAY);
  expect(await told()).toEqual([]);
  for (let miss = 0; miss < ALARM_MISSES; miss += 1) await shows(`NOSUCH${miss}`);
  expect(await told()).toEqual([]);
  await shows("NOSUCHEITHER");
  expect(await told()).toHaveLength(1);
  for (let miss = 0; miss < 5; miss += 1) await shows(`NOSUCH${miss}`);
  expect(await told()).toHaveLength(1);
  shop.clock.advance(DAY);
  for (let miss = 0; miss < ALARM_MISSES + 1; miss += 1) await shows(`NOSUCH${miss}`);
  expect(await told()).toHaveLength(2);
});

test("48: clocks of two machines differ by a little: the count goes on", async () => {
  shop.clock.advance(DAY);
  for (let miss = 0; miss < MISSES_MAX.member; miss += 1) {
    shop.clock.advance(miss % 2 === 0 ? -5 : 5);
    expect(await claims(bob, "NOSUCHCODE")).toBeInstanceOf(Refusal);
  }
  await expect(claims(bob, "NOSUCHCODE")).rejects.toMatchObject({ code: "too_many", retryAfterSeconds: 3_600 });
});

test("counts of hours that are long over are swept", async () => {
  shop.clock.advance(2 * DAY);
  await sweepCouponMisses(shop.db, shop.clock.now());
  await shows("NOSUCHCODE");
  shop.clock.advance(DAY);
  expect(await sweepCouponMisses(shop.db, shop.clock.now())).toBe(0);
  shop.clock.advance(1);
  expect(await sweepCouponMisses(shop.db, shop.clock.now())).toBeGreaterThan(0);
  expect(await shop.admin("select count(*)::int as left from coupon_misses")).toEqual([{ left: 0 }]);
});

test("a code that somebody has already is not made twice: the next number has its turn", async () => {
  const id = newId(shop.clock.now(), 0);
  const made = await shop.within(async (ctx) => {
    const home = await homeOf(ctx);
    const asked = { name: "Spring", gift, count: 3 };
    // The code that would be the second of the batch is there already, as somebody else's.
    const ghost = await addCoupons(ctx, id, asked, home);
    const [, second] = (await madeCoupons(ctx, ghost, asked, home)).codes;
    return second?.code ?? "";
  });
  await shop.admin("delete from coupons; delete from coupon_batches");
  const codes = await shop.within(async (ctx) => {
    const home = await homeOf(ctx);
    await addCoupons(ctx, newId(ctx.now, 0), { name: "Old", gift, codes: [{ code: made }] }, home);
    const asked = { name: "Spring", gift, count: 3 };
    const batch = await addCoupons(ctx, id, asked, home);
    return (await madeCoupons(ctx, batch, asked, home)).codes.map(({ code }) => code);
  });
  expect(codes).toHaveLength(3);
  expect(codes).not.toContain(made);
  for (const code of codes) expect(await shows(code)).not.toBeInstanceOf(Refusal);
});

const faulty = async () => {
  const { checks } = await verifyLedger(shop.db);
  return checks.filter(({ violations }) => violations > 0).map(({ name }) => name);
};

const spends = "issued rewards equal their spends";
const stocks = "stocks equal issued rewards";
const coupons = "coupons equal what came of them";
const places = "gifts are in one place or on their way";
const givenAway = "rewards given away equal gifts";
const benefits = "benefits used equal issued rewards";

test("coupons, gifts and benefits that were used agree with each other", async () => {
  await shop.admin("delete from coupon_redemptions; delete from issued_rewards where source = 'coupon'");
  await shop.admin("delete from coupons");
  shop.clock.advance(DAY);
  const [first = "", second = ""] = await prints(2, { reward: "mug" });
  await claims(bob, first);
  await shows(second);
  const asked = (key: Booked & { id: string }) => ({
    claim: { bucketSpan: 1, operation: "test", key: key.id, bodyHmac: Buffer.from("x"), resourceId: key.id },
    tenant: shop.tenant,
    code: "mug",
  });
  for (let mug = 0; mug < 2; mug += 1) {
    const key = { ...ana, id: newId(shop.clock.now(), ana.bucket) };
    const issued = await shop.within((ctx) => issueReward(ctx, key, asked(key)));
    const to = { issuedRewardId: issued.id, toMemberId: bob.memberId };
    const present = { ...ana, id: newId(shop.clock.now(), ana.bucket) };
    if (mug === 0) await shop.within((ctx) => giveReward(ctx, present, to));
    else await shop.within((ctx) => useIssuedReward(ctx, issued));
  }
  await shop.within(async (ctx) => {
    const tiers = [{ code: "bronze", name: "Bronze", threshold: 0 }];
    const downgrade = { policy: "never", graceDays: 0 } as const;
    const list = { metric: "spend", period: { kind: "ever" }, tiers, downgrade } as const;
    await changeTiers(ctx, { ...list, onReturn: "keep_until_period_end" });
  });
  await shop.within(async (ctx) => {
    const coffee = { code: "coffee", name: "A coffee", tiers: ["bronze"], gift, period: "day" as const, usesMax: 2 };
    await addBenefit(ctx, newId(ctx.now, 0), coffee);
    await useBenefit(ctx, { ...ana, id: newId(ctx.now, ana.bucket) }, { code: "coffee", tenant: shop.tenant });
  });
  expect(await faulty()).toEqual([]);
  await shop.parts.relay.deliverAll();
  expect(await faulty()).toEqual([]);
});

test.each<[string, string, string, string[]]>([
  [
    "a coupon was used more often than it counts",
    "update coupons set uses = 0",
    "update coupons set uses = 1",
    [coupons],
  ],
  [
    "a redemption is gone",
    "update coupon_redemptions set status = 'reversed'",
    "update coupon_redemptions set status = 'redeemed'",
    [stocks, coupons],
  ],
  [
    "what came of a coupon was cancelled and the coupon is still used",
    "update issued_rewards set status = 'cancelled' where source = 'coupon'",
    "update issued_rewards set status = 'active' where source = 'coupon'",
    [stocks, coupons],
  ],
  [
    "a gift is back and the friend has it all the same",
    "update gifts set status = 'returned'",
    "update gifts set status = 'sent'",
    [places, givenAway],
  ],
  [
    "a gift was given and the giver has it all the same",
    "update issued_rewards set status = 'active' where status = 'given'",
    "update issued_rewards set status = 'given' where source = 'points' and status = 'active'",
    [places],
  ],
  [
    "a gift was sent and the friend has nothing",
    "update issued_rewards set status = 'cancelled' where source = 'gift'",
    "update issued_rewards set status = 'active' where source = 'gift'",
    [places],
  ],
  [
    "a gift was asked back and nobody heard it",
    "update gifts set status = 'recalled'",
    "update gifts set status = 'sent'",
    [places],
  ],
  [
    "a benefit was used that nobody counted",
    "delete from benefit_uses where ordinal = 1",
    `insert into benefit_uses select bucket, tenant_id, member_id, source_id, created_at, 1, id, created_at
     from issued_rewards where source = 'benefit'`,
    [benefits],
  ],
  [
    "what was given away has lost its spend's points",
    "update issued_rewards set points = points + 1 where status = 'given'",
    "update issued_rewards set points = points - 1 where status = 'given'",
    [spends],
  ],
])("verify-ledger finds that %s", async (_what, damage, repair, finders) => {
  await shop.admin(damage);
  const found = await faulty();
  await shop.admin(repair);
  expect(found).toEqual(finders);
  expect(await faulty()).toEqual([]);
});

test.each([
  ["something free has a price", "update issued_rewards set points = 1 where source = 'coupon'"],
  ["something paid for has none", "update issued_rewards set points = 0 where source = 'points'"],
  ["something paid for has no spend", "update issued_rewards set spend_id = null where source = 'points'"],
  ["a coupon is used more often than it may be", "update coupons set uses = uses_max + 1"],
  ["a coupon's reward has no coupon", "update issued_rewards set coupon_id = null where source = 'coupon'"],
])("the database itself refuses that %s", async (_what, damage) => {
  await expect(shop.admin(damage)).rejects.toMatchObject({ code: "23514" });
});
