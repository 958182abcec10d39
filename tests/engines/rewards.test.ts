// What issuing a reward costs, and that verify-ledger finds what is wrong with one: rows are broken on purpose.
import { afterAll, beforeAll, expect, test } from "vitest";
import { cancelIssuedReward } from "../../server/modules/rewards/cancellations.ts";
import { type IssuedRow, issueReward, useIssuedReward } from "../../server/modules/rewards/issuedRewards.ts";
import { newRewardId, offerReward } from "../../server/modules/rewards/rewards.ts";
import type { Ctx } from "../../server/platform/database/transaction.ts";
import { newId } from "../../server/platform/ids.ts";
import { verifyLedger } from "../../server/verify.ts";
import { type Booked, type Booking, startBooking } from "../support/booking.ts";

/** Without BEGIN, COMMIT and the claim of the key. */
const ISSUING_STATEMENTS = 18;

let shop: Booking;
let ana: Booked;
beforeAll(async () => {
  shop = await startBooking();
  ana = await shop.joins();
  await shop.asks(ana, { kind: "adjustment", pointsType: "points", points: 10_000, reason: "welcome" });
  for (const code of ["mug", "cap"]) {
    await shop.within((ctx) => {
      const cost = { pointsType: "points", points: 10 };
      const reward = { code, name: code, cost, gift: { kind: "product" as const, sku: code }, stock: 500 };
      return offerReward(ctx, newRewardId(shop.tenant, code, ctx.now), reward);
    });
  }
});
afterAll(() => shop.close());

function askedBy(key: IssuedKey) {
  const claim = { bucketSpan: 1, operation: "test", key: key.id, bodyHmac: Buffer.from("x"), resourceId: key.id };
  return { claim, tenant: shop.tenant };
}

type IssuedKey = Booked & { id: string };

function issues(ctx: Ctx, member: Booked, code = "mug"): Promise<IssuedRow> {
  const key = { ...member, id: newId(ctx.now, member.bucket) };
  return issueReward(ctx, key, { ...askedBy(key), code });
}

/** The statements of one issue. */
async function costOf(member: Booked): Promise<string[]> {
  const statements: string[] = [];
  await shop.within((ctx) => {
    const query: Ctx["query"] = (text, values) => {
      statements.push(text);
      return ctx.query(text, values);
    };
    return issues({ ...ctx, query }, member);
  });
  return statements;
}

test("issuing costs the same statements whatever was issued before and however many lots there are", async () => {
  const bob = await shop.joins();
  await shop.asks(bob, { kind: "adjustment", pointsType: "points", points: 1_000, reason: "welcome" });
  await costOf(bob);
  const first = await costOf(bob);
  for (let lot = 0; lot < 20; lot += 1) {
    await shop.asks(bob, { kind: "adjustment", pointsType: "points", points: 1, reason: "again" });
    await shop.within((ctx) => issues(ctx, bob));
  }
  const later = await costOf(bob);
  expect(later).toEqual(first);
  expect(later.length, later.join("\n")).toBeLessThanOrEqual(ISSUING_STATEMENTS);
  expect(later.filter((text) => text.includes("update reward_stocks"))).toHaveLength(1);
});

const faulty = async () => {
  const { checks } = await verifyLedger(shop.db);
  return checks.filter(({ violations }) => violations > 0).map(({ name }) => name);
};

test("rewards issued, used and cancelled agree with their spends and stocks", async () => {
  const [used, cancelled] = await shop.within(async (ctx) => [await issues(ctx, ana), await issues(ctx, ana)]);
  await shop.within((ctx) => issues(ctx, ana, "cap"));
  if (used === undefined || cancelled === undefined) throw new Error("nothing was issued");
  await shop.within((ctx) => useIssuedReward(ctx, used));
  await shop.within((ctx) => cancelIssuedReward(ctx, cancelled, askedBy(cancelled)));
  expect(await faulty()).toEqual([]);
});

const spends = "issued rewards equal their spends";
const stocks = "stocks equal issued rewards";
const ofAna = () => `member_id = '${ana.memberId}'`;

test.each<[string, () => string, () => string, string[]]>([
  [
    "a piece is missing from a shelf",
    () => "update reward_stocks set remaining = remaining - 1",
    () => "update reward_stocks set remaining = remaining + 1",
    [stocks],
  ],
  [
    "a reward cost more than was paid",
    () => `update issued_rewards set points = points + 1 where ${ofAna()} and status = 'used'`,
    () => `update issued_rewards set points = points - 1 where ${ofAna()} and status = 'used'`,
    [spends],
  ],
  [
    "a reward was cancelled and the points kept",
    () => `update issued_rewards set status = 'cancelled' where ${ofAna()} and status = 'used'`,
    () => `update issued_rewards set status = 'used' where ${ofAna()} and status = 'cancelled'
      and spend_id in (select id from spends where reversed = 0)`,
    [spends, stocks],
  ],
  [
    "a reward was paid with other points",
    () => `update issued_rewards set points_type = 99 where ${ofAna()} and status = 'used'`,
    () => `update issued_rewards set points_type = 1 where ${ofAna()} and status = 'used'`,
    [spends],
  ],
])("verify-ledger finds that %s", async (_what, damage, repair, finders) => {
  await shop.admin(damage());
  const found = await faulty();
  await shop.admin(repair());
  expect(found).toEqual(finders);
  expect(await faulty()).toEqual([]);
});
