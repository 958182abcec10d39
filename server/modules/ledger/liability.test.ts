// What is outstanding equals the ledger to the point, before and after jobs have booked what the date decided.
import { afterEach, describe, expect, test } from "vitest";
import { type Booked, type Booking, DAY, startBooking } from "../../../tests/support/booking.ts";
import { Refusal } from "../../platform/refusal.ts";
import { EXPIRY_MONTHS_MAX, readLiability } from "./liability.ts";
import type { PointsType } from "./pointsTypes.ts";
import { walletsOf } from "./statements.ts";
import { sweepWallets } from "./sweeps.ts";

let shop: Booking;
afterEach(() => shop.close());

const points = { pointsType: "points", reason: null } as const;
const report = async () => {
  const items = await shop.within((ctx) => readLiability(ctx, shop.tenant.timezone));
  const found = items.find(({ type }) => type.code === "points");
  if (found === undefined) throw new Error("there are no points");
  const { type: _, ...told } = found;
  return told;
};
const entries = async () => {
  const [row] = await shop.admin(
    `select coalesce(sum(e.points), 0)::bigint as points from entries e
     join points_types t using (tenant_id, points_type) where t.code = 'points'`,
  );
  return Number(row.points);
};
/** What the members are told, one by one. */
const walletTotals = async (members: readonly Booked[]) => {
  const sums = { outstanding: 0, spendable: 0, pending: 0, held: 0, debt: 0 };
  for (const member of members) {
    const views = await shop.within((ctx) => walletsOf(ctx, { ...member, zone: shop.tenant.timezone }));
    const balance = views.find(({ type }) => type.code === "points")?.balance;
    if (balance === undefined) throw new Error("a member has no points");
    sums.outstanding += balance.total;
    for (const part of ["spendable", "pending", "held", "debt"] as const) sums[part] += balance[part];
  }
  return sums;
};

const terms: [string, PointsType["expiry"], PointsType["activation"]][] = [
  ["points of thirty days", { kind: "after_days", days: 30 }, { kind: "immediately" }],
  ["points that wait three days", { kind: "after_days", days: 20 }, { kind: "after_days", days: 3 }],
  [
    "points that end by silence",
    { kind: "inactivity", days: 9, counts: ["purchase", "spend"] },
    { kind: "after_days", days: 2 },
  ],
];

describe.each(terms)("%s", (_name, expiry, activation) => {
  test.each([1, 2, 3])("equal wallets and entries after a random history (%i)", async (seed) => {
    shop = await startBooking({ expiry });
    await shop.admin(`update points_types set activation = '${JSON.stringify(activation)}'`);
    const chance = diceOf(seed * 7919);
    const members = [await shop.joins(), await shop.joins(), await shop.joins()];
    const documents: [Booked, string][] = [];
    const seen = { debt: false, held: false, expired: false };
    for (let step = 0; step < 60; step += 1) {
      const member = members[Math.floor(chance() * members.length)];
      if (member === undefined) throw new Error("nobody is there");
      await refusable(deed(member, { kind: Math.floor(chance() * 10), chance, documents, document: `d${step}` }));
      shop.clock.advance(Math.floor(chance() ** 4 * 9 * DAY));
      if (chance() < 0.1) await sweepWallets(shop.parts, [shop.tenant]);
      const { expiring, later, never, ...told } = await report();
      expect(told).toEqual(await walletTotals(members));
      const ending = expiring.reduce((sum, month) => sum + month.points, 0);
      expect(ending + later + never - told.debt).toBe(told.outstanding);
      seen.debt ||= told.debt > 0;
      seen.held ||= told.held > 0;
      seen.expired ||= told.outstanding !== (await entries());
    }
    const before = await report();
    await sweepWallets(shop.parts, [shop.tenant]);
    expect(await report()).toEqual(before);
    expect(before.outstanding).toBe(await entries());
    expect(seen).toEqual({ debt: true, held: true, expired: true });
  });
});

type Deed = { kind: number; chance: () => number; documents: [Booked, string][]; document: string };

async function deed(member: Booked, { kind, chance, documents, document }: Deed): Promise<unknown> {
  const some = 1 + Math.floor(chance() * 60);
  switch (kind) {
    case 0:
    case 1:
    case 2:
    case 3: {
      documents.push([member, document]);
      return shop.buys(member, 1_000 + Math.floor(chance() * 9_000), document);
    }
    case 4: {
      const [sold] = documents.splice(Math.floor(chance() * documents.length), 1);
      return sold === undefined ? undefined : shop.returns(...sold);
    }
    case 5:
      return shop.asks(member, { kind: "spend", ...points, points: some });
    case 6:
    case 7:
    case 8:
      return shop.asks(member, { kind: "hold", ...points, points: some, seconds: 86_400 });
    default:
      return shop.asks(member, { kind: "adjustment", ...points, points: -some, reason: "A mistake." });
  }
}

/** Members may ask for more than they have. */
async function refusable(deeds: Promise<unknown>): Promise<void> {
  await deeds.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}

/** Numbers in [0, 1) that a seed decides (mulberry32, public domain). */
function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test("points of a month's last day end in that month; what is over is gone though no job has run", async () => {
  shop = await startBooking({ expiry: { kind: "end_of_month", months: 0 } });
  const ana = await shop.joins();
  await shop.buys(ana, 5_000);
  expect(await report()).toMatchObject({ outstanding: 50, expiring: [{ month: "2026-03", points: 50 }], never: 0 });
  shop.clock.set(Date.parse("2026-03-31T23:59:59.999+02:00"));
  expect((await report()).outstanding).toBe(50);
  shop.clock.advance(1);
  expect(await report()).toMatchObject({ outstanding: 0, expiring: [] });
  expect(await entries()).toBe(50);
});

test("points that never end are told apart, and months beyond the bound are one sum", async () => {
  shop = await startBooking({ expiry: { kind: "never" } });
  const ana = await shop.joins();
  await shop.buys(ana, 1_000);
  await shop.admin(`update points_types set expiry = '{"kind":"end_of_month","months":0}'`);
  for (let month = 0; month < EXPIRY_MONTHS_MAX + 2; month += 1) {
    await shop.admin(
      `insert into lots select bucket, tenant_id, member_id, points_type, gen_random_uuid(), null, 1, 1, 0,
       activates_at, '2026-04-01T00:00:00+02:00'::timestamptz + interval '${month} months' from lots where earned = 10`,
    );
  }
  const told = await report();
  expect(told).toMatchObject({ never: 10, later: 2, outstanding: 10 + EXPIRY_MONTHS_MAX + 2 });
  expect(told.expiring).toHaveLength(EXPIRY_MONTHS_MAX);
});
