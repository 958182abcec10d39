// Each check of verify-ledger finds what it is for: the data are broken on purpose, one row at a time.

import { usualTerms } from "@fedele/core/campaigns.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Booked, type Booking, startBooking } from "../tests/support/booking.ts";
import { startCampaign } from "./modules/programme/campaigns.ts";
import { createTenant } from "./modules/tenants/tenants.ts";
import { newId } from "./platform/ids.ts";
import { verifyLedger } from "./verify.ts";

let shop: Booking;
let ana: Booked;
let bea: Booked;
beforeAll(async () => {
  shop = await startBooking();
  [ana, bea] = [await shop.joins(), await shop.joins()];
  await shop.buys(ana, 60_000, "sofa");
  await shop.buys(ana, 2_000, "lamp");
  await shop.buys(bea, 30_000, "table");
  await shop.returns(ana, "lamp");
  const points = { pointsType: "points", reason: null };
  const spent = await shop.asks(ana, { kind: "spend", ...points, points: 50 });
  await shop.asks(ana, { kind: "spend_reversal", spendId: spent.id, points: 20 });
  const held = await shop.asks(ana, { kind: "hold", ...points, points: 30, seconds: 600 });
  await shop.asks(ana, { kind: "capture", holdId: held.id });
  await shop.asks(ana, { kind: "hold", ...points, points: 10, seconds: 600 });
  const wrong = await shop.asks(bea, { kind: "adjustment", pointsType: "points", points: 7, reason: "sorry" });
  await shop.asks(bea, { kind: "adjustment_reversal", adjustmentId: wrong.id, reason: "no" });
  await shop.asks(bea, { kind: "spend", ...points, points: 300 });
  await shop.returns(bea, "table");
  await shop.asks(ana, { kind: "transfer", ...points, points: 25, toMemberId: bea.memberId, flag: null });
  await shop.within((ctx) => startCampaign(ctx, { id: newId(ctx.now, 0), name: "Kiosk", ...atTheKiosk }));
  await shop.does(await shop.joins(), { activity: { kind: "visit", channel: "kiosk" } });
});
afterAll(() => shop.close());

/** A campaign that counts what it gives. */
const atTheKiosk = {
  terms: { ...usualTerms, limit: { points: 100, per: "ever" }, budget: { whenShort: "nothing" } },
  budgetPoints: 1_000,
  rules: [
    {
      ...{ name: "A visit", pointsType: 1, validFrom: null, validUntil: null },
      when: { combinator: "and", rules: [{ field: "activity.channel", operator: "=", value: "kiosk" }] },
      effect: { kind: "fixed", points: 4 },
    },
  ],
} satisfies Pick<Parameters<typeof startCampaign>[1], "terms" | "budgetPoints" | "rules">;

const faulty = async () => {
  const { checks } = await verifyLedger(shop.db, { rootKey: shop.rootKey });
  return checks.filter(({ violations }) => violations > 0);
};

test("what the lanes have booked is clean, with a transfer on its way", async () => {
  const { clean, checks } = await verifyLedger(shop.db, { rootKey: shop.rootKey });
  expect(checks.flatMap(({ examples }) => examples)).toEqual([]);
  expect(clean).toBe(true);
  const unasked = [
    "approved adjustments were booked as asked, by two people",
    "reinstated points were lost before",
    "sealed days are as they were sealed",
    "points made up for have their activities",
    "issued rewards equal their spends",
    "stocks equal issued rewards",
    "reserved rewards equal live sessions",
    "sessions equal what they sold",
    "coupons equal what came of them",
    "gifts are in one place or on their way",
    "rewards given away equal gifts",
    "benefits used equal issued rewards",
    "every audit chain is whole",
  ];
  expect(checks.filter(({ checked }) => checked === 0).map(({ name }) => name)).toEqual(unasked);
});

/** Name, what is broken, what mends it, and who finds it. */
const damages: [string, string, string, string[]][] = [
  [
    "an approved adjustment was never booked",
    `insert into pending_adjustments (bucket, tenant_id, member_id, id, points_type, points, reason, status, asked_by,
       decided_by, adjustment_id, expires_at, created_at)
     select bucket, tenant_id, member_id, id, points_type, points, '', 'approved', 'key_1', 'key_2', member_id,
       created_at, created_at from adjustments where reverses_id is null`,
    "delete from pending_adjustments",
    ["approved adjustments were booked as asked, by two people"],
  ],
  [
    "a wallet has a point too many",
    "update wallets set balance = balance + 1 where debt = 0",
    "update wallets set balance = balance - 1 where debt = 0",
    ["wallets equal their lots"],
  ],
  [
    "a wallet holds too much",
    "update wallets set held = held + 1 where held > 0",
    "update wallets set held = held - 1 where held > 0",
    ["wallets equal their lots"],
  ],
  [
    "a wallet owes too much",
    "update wallets set debt = debt + 1 where debt > 0",
    "update wallets set debt = debt - 1 where debt > 0",
    ["debts equal their entries"],
  ],
  [
    "a lot has lost a point",
    "update lots set remaining = remaining - 1 where remaining > 20",
    "update lots set remaining = remaining + 1 where remaining > 18",
    ["wallets equal their lots", "lots equal their entries"],
  ],
  [
    "a lot has more than was earned",
    "update lots set earned = earned - 200 where remaining > 20",
    "update lots set earned = earned + 200 where remaining > 20",
    ["lots equal their entries"],
  ],
  [
    "an open hold was forgotten",
    "update holds set status = 'released' where status = 'open'",
    "update holds set status = 'open' where status = 'released'",
    ["points set aside equal open holds"],
  ],
  [
    "a used hold has no spend",
    "update spends set hold_id = member_id where hold_id is not null",
    "update spends s set hold_id = h.id from holds h where s.hold_id = s.member_id and h.status = 'captured'",
    ["holds equal their lots and spends"],
  ],
  [
    "a spend is larger than its entries",
    "update spends set points = points + 1 where points = 300",
    "update spends set points = points - 1 where points = 301",
    ["spends equal their entries"],
  ],
  [
    "more of a spend came back than was booked",
    "update spends set reversed = reversed + 1 where points = 50",
    "update spends set reversed = reversed - 1 where points = 50",
    ["spends equal their entries"],
  ],
  [
    "an adjustment is not what was booked",
    "update adjustments set points = points + 1 where points > 0",
    "update adjustments set points = points - 1 where points > 0",
    ["adjustments equal their entries"],
  ],
  [
    "a reversed adjustment does not know it",
    "update adjustments set reversed_by = null where reversed_by is not null",
    "update adjustments a set reversed_by = b.id from adjustments b where b.reverses_id = a.id",
    ["adjustments equal their entries"],
  ],
  [
    "a transfer is not what was booked",
    "update transfers set points = points + 1",
    "update transfers set points = points - 1",
    ["transfers equal their entries"],
  ],
  [
    "a transfer on its way was forgotten",
    "update outbox set events = replace(events::text, 'transfer.debited', 'lost')::json",
    "update outbox set events = replace(events::text, '\"lost\"', '\"transfer.debited\"')::json",
    ["transfers arrive once or are on their way"],
  ],
  [
    "an account was changed",
    "update account_slots set points = points + 1 where account = 'spent'",
    "update account_slots set points = points - 1 where account = 'spent'",
    ["every movement has its other side"],
  ],
  [
    "an entry was changed",
    "update entries set points = points + 1 where cause = 'activity' and points = 600",
    "update entries set points = points - 1 where cause = 'activity' and points = 601",
    ["lots equal their entries", "every movement has its other side", "activities equal their entries"],
  ],
  [
    "an entry belongs to no activity",
    "update entries set cause_id = id where cause = 'activity' and points = 600",
    "update entries e set cause_id = a.id from activities a where e.cause_id = e.id and a.amount_minor = 60000",
    ["activities equal their entries"],
  ],
  [
    "an activity says other points than were booked",
    "update activities set awards = replace(awards::text, '600,\"', '601,\"')::json where amount_minor = 60000",
    "update activities set awards = replace(awards::text, '601,\"', '600,\"')::json where amount_minor = 60000",
    ["activities equal their entries"],
  ],
  [
    "an activity has no key",
    "update activity_keys set activity_id = member_id where document = 'sofa'",
    "update activity_keys k set activity_id = a.id from activities a where a.document = 'sofa' and k.document = 'sofa'",
    ["keys name their activities"],
  ],
  [
    "a key names another document",
    "update activity_keys set document = 'chair' where document = 'sofa'",
    "update activity_keys set document = 'sofa' where document = 'chair'",
    ["keys name their activities"],
  ],
  [
    "more came back than was sold",
    "update purchase_returns set returned = replace(returned::text, '[2000]', '[2001]')::json",
    "update purchase_returns set returned = replace(returned::text, '[2001]', '[2000]')::json",
    ["no more came back than was sold"],
  ],
  [
    "more points were taken back than were given",
    "update purchase_returns set returned = replace(returned::text, '[20]', '[21]')::json",
    "update purchase_returns set returned = replace(returned::text, '[21]', '[20]')::json",
    ["no more was taken back than was given"],
  ],
  [
    "a limit has counted a point too few",
    "update limit_counts set points = points - 1",
    "update limit_counts set points = points + 1",
    ["limits equal what was given"],
  ],
  [
    "a slice of a budget has lost a point",
    "update campaign_slots set free = free - 1",
    "update campaign_slots set free = free + 1",
    ["budgets equal their slices"],
  ],
  [
    "a budget gave a point that it did not count",
    "update campaign_slots set free = free + 1, spent = spent - 1",
    "update campaign_slots set free = free - 1, spent = spent + 1",
    ["budgets equal what was given"],
  ],
  [
    "a tier was given by hand in the table",
    "update member_facts set tier = 'gold' where tier = 'silver'",
    "update member_facts set tier = 'silver' where tier = 'gold'",
    ["tiers equal their history"],
  ],
  [
    "points came back that were never lost",
    "update entries set cause = 'reinstatement' where cause = 'adjustment_reversal'",
    "update entries set cause = 'adjustment_reversal' where cause = 'reinstatement'",
    ["adjustments equal their entries", "reinstated points were lost before"],
  ],
];

test.each(damages)("%s", async (_name, damage, repair, finders) => {
  await shop.admin(damage);
  const found = (await faulty()).map(({ name }) => name);
  await shop.admin(repair);
  expect(found).toEqual(finders);
  expect(await faulty()).toEqual([]);
});

test("one tenant is asked about alone", async () => {
  const other = await createTenant(shop.parts, {
    name: "Other",
    slug: "other",
    currency: "EUR",
    timezone: "Europe/Rome",
  });
  await shop.admin("update wallets set balance = balance + 1 where debt = 0");
  expect((await verifyLedger(shop.db, { tenantId: other.id })).clean).toBe(true);
  expect((await verifyLedger(shop.db, { tenantId: shop.tenant.id })).clean).toBe(false);
  await shop.admin("update wallets set balance = balance - 1 where debt = 0");
});

test("it says what it is doing, and what is wrong in words", async () => {
  const told: string[] = [];
  await shop.admin("update wallets set debt = debt + 1 where debt > 0");
  const { checks } = await verifyLedger(shop.db, { tell: ({ name }, done, of) => told.push(`${done}/${of} ${name}`) });
  await shop.admin("update wallets set debt = debt - 1 where debt > 0");
  expect(told[0]).toBe(`1/${checks.length} wallets equal their lots`);
  const [example] = checks.flatMap(({ examples }) => examples);
  expect(example).toMatch(
    /^member [0-9a-f-]{36}, points type 1: the wallet owes \d+, its entries without a lot sum to -\d+$/,
  );
});
