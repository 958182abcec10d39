import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Booked, type Booking, DAY, startBooking } from "../../../tests/support/booking.ts";
import { sealCheck, sealDays, sealKeyFrom } from "./seals.ts";

let shop: Booking;
let ana: Booked;
beforeAll(async () => {
  shop = await startBooking({ at: Date.parse("2026-03-02T22:00:00Z") });
  ana = await shop.joins();
});
afterAll(() => shop.close());

const seals = () => sealDays(shop.parts, [shop.tenant], sealKeyFrom(shop.rootKey));
const faults = async (rootKey: Buffer | null = shop.rootKey) => {
  const ask = async (text: string, values: readonly unknown[] = []) =>
    (await shop.db.maintenance.query(text, [...values])).rows;
  const { examples } = await sealCheck(rootKey === null ? null : sealKeyFrom(rootKey)).run(ask, null);
  return examples.map((example) => example.replace(/tenant \S+, /, ""));
};

test("a day is sealed once, when it is over and all that belongs to it has arrived", async () => {
  await shop.buys(ana, 5_000, "one");
  expect(await seals()).toBe(0);
  shop.clock.set(Date.parse("2026-03-03T00:30:00Z"));
  await shop.buys(ana, 6_000, "two");
  expect(await seals()).toBe(0);
  shop.clock.set(Date.parse("2026-03-03T01:00:00Z"));
  expect(await seals()).toBe(1);
  expect(await seals()).toBe(0);
  expect(await shop.admin("select day::text, entries, points from ledger_totals")).toEqual([
    { day: "2026-03-02", entries: 1, points: 50 },
  ]);
  expect(await faults()).toEqual([]);
});

test("after three days off every day that had an entry gets its line, returns included", async () => {
  shop.clock.advance(DAY);
  await shop.buys(ana, 7_000, "three");
  await shop.returns(ana, "one");
  shop.clock.advance(3 * DAY);
  expect(await seals()).toBe(2);
  expect(await shop.admin("select day::text, entries, points from ledger_totals order by day")).toEqual([
    { day: "2026-03-02", entries: 1, points: 50 },
    { day: "2026-03-03", entries: 1, points: 60 },
    { day: "2026-03-04", entries: 2, points: 20 },
  ]);
  expect(await faults()).toEqual([]);
});

const forged = `insert into entries select bucket, tenant_id, member_id, lot_id, points_type, points, counter_account,
  partner_id, lot_id, cause, cause_id, reverses_id, rule_id, rule_version, rate, event_at,
  created_at - interval '1 day'`;

test.each([
  [
    "an entry was given another rule version",
    "update entries set rule_version = 9 where points = 60",
    "update entries set rule_version = 1 where points = 60",
    ["2026-03-03: its entries are not those that were sealed"],
  ],
  [
    "two entries of a day have changed places",
    "update entries set points = 120 - points where points in (70, 50) and created_at > '2026-03-04'",
    "update entries set points = 120 - points where points in (70, 50) and created_at > '2026-03-04'",
    ["2026-03-04: its entries are not those that were sealed"],
  ],
  [
    "an entry was added to a day that had none",
    `${forged} from entries where points = 50`,
    "delete from entries where id = lot_id",
    ["2026-03-01: entries without a line"],
  ],
  [
    "an entry and its total were changed together",
    "update ledger_totals set points = points + 1 where day = '2026-03-03'",
    "update ledger_totals set points = points - 1 where day = '2026-03-03'",
    ["2026-03-03: its line was not signed by us"],
  ],
  [
    "a line was taken out of the chain",
    "update ledger_totals set day = '2026-02-01' where day = '2026-03-03'",
    "update ledger_totals set day = '2026-03-03' where day = '2026-02-01'",
    [
      "2026-02-01: its line was not signed by us",
      "2026-03-02: its line was not signed by us",
      "2026-03-04: its line was not signed by us",
      "2026-03-03: entries without a line",
    ],
  ],
])("it is found out when %s", async (_what, damage, repair, found) => {
  await shop.admin(damage);
  expect(await faults()).toEqual(found);
  await shop.admin(repair);
  expect(await faults()).toEqual([]);
});

test("nobody without the root key can sign, and without it only the sums are compared", async () => {
  expect(await faults(randomBytes(32))).toHaveLength(3);
  expect(await faults(null)).toEqual([]);
});
