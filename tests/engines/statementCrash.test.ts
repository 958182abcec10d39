// Whatever the statement after which the connection dies, what was asked for is done exactly once: a batch of each kind
// is cut at its first statement, at its second, and so on to COMMIT, and the lane does it again under the same keys.
import { usualTerms } from "@fedele/core/campaigns.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ledgerListeners } from "../../server/modules/ledger/listeners.ts";
import type { MovementRequest } from "../../server/modules/ledger/movementBatch.ts";
import { startCampaign } from "../../server/modules/programme/campaigns.ts";
import { newId } from "../../server/platform/ids.ts";
import { createRelay } from "../../server/platform/relay.ts";
import { verifyLedger } from "../../server/verify.ts";
import { type Booked, type Booking, startBooking } from "../support/booking.ts";
import { type Cut, cuts, type Wire, watchLanes } from "../support/wire.ts";

let shop: Booking;
let wire: Wire;
let documents = 0;
beforeAll(async () => {
  // One bucket, hence one lane: what is asked for together is one batch.
  shop = await startBooking({ tenant: { bucketSpan: 1 } });
  wire = watchLanes(shop.db);
});
afterAll(() => shop.close());

type Scene = {
  /** What is asked for together, after its preparations have been done. */
  readonly asked: () => Promise<unknown>[];
  readonly members: readonly Booked[];
  /** Their points afterwards. */
  readonly has: readonly number[];
  /** What is refused, by its place in the batch. */
  readonly refused: Readonly<Record<number, string>>;
};

function newDocument(): string {
  documents += 1;
  return `sale-${documents}`;
}

async function earning(): Promise<Scene> {
  const [ana, bea] = await Promise.all([shop.joins(), shop.joins()]);
  const stranger = { ...ana, memberId: ana.memberId.replace(/^......../, "01890000") };
  return {
    asked: () => [shop.buys(ana, 1_000), shop.buys(bea, 2_599), shop.buys(ana, 300), shop.buys(stranger, 100)],
    members: [ana, bea],
    has: [13, 25],
    refused: { 3: "not_found" },
  };
}

async function returning(): Promise<Scene> {
  const [ana, bea] = await Promise.all([shop.joins(), shop.joins()]);
  const [first, second, unknown] = [newDocument(), newDocument(), newDocument()];
  await Promise.all([shop.buys(ana, 1_000, first), shop.buys(bea, 2_500, second)]);
  // What is given back was spent in part: bea owes the rest.
  await shop.asks(bea, { kind: "spend", pointsType: "points", points: 20, reason: null });
  return {
    asked: () => [
      shop.returns(ana, first),
      shop.returns(bea, second),
      shop.buys(ana, 1_000, first),
      shop.buys(ana, 700),
      shop.returns(bea, unknown),
    ],
    members: [ana, bea],
    has: [7, -20],
    refused: {},
  };
}

async function moving(): Promise<Scene> {
  const [ana, bea] = await Promise.all([shop.joins(), shop.joins()]);
  const points = { pointsType: "points", reason: null } as const;
  const asks = (request: MovementRequest) => shop.asks(ana, request);
  const adjusts = { kind: "adjustment", pointsType: "points", reason: "a gift" } as const;
  await shop.buys(ana, 10_000);
  const [captured, released, spent, adjusted] = await Promise.all([
    asks({ kind: "hold", points: 10, seconds: 600, ...points }),
    asks({ kind: "hold", points: 20, seconds: 600, ...points }),
    asks({ kind: "spend", points: 15, ...points }),
    asks({ ...adjusts, points: 5 }),
  ]);
  return {
    asked: () => [
      asks({ kind: "spend", points: 7, ...points }),
      asks({ kind: "hold", points: 3, seconds: 600, ...points }),
      asks({ kind: "capture", holdId: captured.id }),
      asks({ kind: "release", holdId: released.id }),
      asks({ kind: "spend_reversal", spendId: spent.id, points: 5 }),
      asks({ ...adjusts, points: 9 }),
      asks({ kind: "adjustment_reversal", adjustmentId: adjusted.id, reason: "a slip" }),
      asks({ kind: "spend", points: 10_000, ...points }),
      asks({ kind: "transfer", points: 11, toMemberId: bea.memberId, ...points }),
    ],
    members: [ana, bea],
    // 100 − 15 + 5 before; then − 7, − 10 captured, + 5 given back, + 9, − 5, and 11 on their way to bea.
    has: [71, 0],
    refused: { 7: "insufficient_points" },
  };
}

/** A campaign with a budget of which no slice is cut yet: the batch is undone, the slice cut, the batch done again. */
async function sharing(): Promise<Scene> {
  const [ana, bea] = await Promise.all([shop.joins(), shop.joins()]);
  const channel = newDocument();
  const when = { combinator: "and", rules: [{ field: "activity.channel", operator: "=", value: channel }] } as const;
  const always = { pointsType: 1, validFrom: null, validUntil: null };
  const rules = [{ name: "ten", ...always, when, effect: { kind: "fixed", points: 10 } as const }];
  const terms = { ...usualTerms, budget: { whenShort: "nothing" } as const };
  const id = newId(shop.clock.now(), 0);
  await shop.within((ctx) => startCampaign(ctx, { id, name: channel, terms, budgetPoints: 25, rules }));
  const visits = (member: Booked) => shop.does(member, { activity: { kind: "visit", channel } });
  return { asked: () => [visits(ana), visits(bea), visits(ana)], members: [ana, bea], has: [10, 10], refused: {} };
}

async function arriving(): Promise<Scene> {
  const [ana, bea, gone] = await Promise.all([shop.joins(), shop.joins(), shop.joins()]);
  await shop.buys(ana, 10_000);
  const sends = (points: number, { memberId: toMemberId }: Booked) =>
    shop.asks(ana, { kind: "transfer", pointsType: "points", points, toMemberId, reason: null });
  await Promise.all([sends(30, bea), sends(12, bea), sends(5, gone)]);
  await shop.admin(`update member_facts set status = 'closed' where member_id = '${gone.memberId}'`);
  return { asked: () => [relayAll()], members: [ana, bea, gone], has: [58, 42, 0], refused: {} };
}

/** Rounds until nothing is left to be told; a round that was cut leaves its rows to the next. */
async function relayAll(): Promise<void> {
  const relay = createRelay({ ...shop, log: shop.parts.log, listeners: ledgerListeners, tenantOf: shop.current });
  try {
    do await relay.deliverAll();
    while ((await shop.admin("select from outbox")).length > 0);
  } finally {
    await relay.stop();
  }
}

/** The codes of the refusals by their place; anything else that went wrong is thrown. */
async function refusalsOf(asked: readonly Promise<unknown>[]): Promise<Record<number, string>> {
  const refused: Record<number, string> = {};
  for (const [place, outcome] of (await Promise.allSettled(asked)).entries()) {
    if (outcome.status === "fulfilled") continue;
    if (outcome.reason?.name !== "Refusal") throw outcome.reason;
    refused[place] = outcome.reason.code;
  }
  return refused;
}

/** Plays the scene, cut at the statement. False when it was over before. */
async function playCut(scene: () => Promise<Scene>, statement: number, cut: Cut): Promise<boolean> {
  const { asked, members, has, refused } = await scene();
  wire.cutAt(statement, cut);
  const refusals = await refusalsOf(asked());
  const hasCut = wire.mend();

  const where = `cut at statement ${statement} (${cut})`;
  expect({ where, refused: refusals }).toEqual({ where, refused });
  expect({ where, has: await pointsOf(members) }).toEqual({ where, has });
  return hasCut;
}

/** What each has: by the wallet, which must be what the entries and the lots say. */
async function pointsOf(members: readonly Booked[]): Promise<unknown[]> {
  const rows = await shop.admin(
    `select w.balance - w.debt as points, w.balance - coalesce(l.points, 0) as "besideLots",
            w.balance - w.debt - coalesce(e.points, 0) as "besideEntries"
     from unnest(array[${members.map(({ memberId }) => `'${memberId}'`).join(", ")}]::uuid[])
       with ordinality m (member_id, place)
     left join wallets w on w.member_id = m.member_id and w.points_type = 1
     left join (select member_id, sum(points) as points from entries group by 1) e on e.member_id = m.member_id
     left join (select member_id, sum(remaining) as points from lots group by 1) l on l.member_id = m.member_id
     order by place`,
  );
  return rows.map(({ points, besideLots, besideEntries }) =>
    Number(besideLots ?? 0) === 0 && Number(besideEntries ?? 0) === 0
      ? Number(points ?? 0)
      : { points, besideLots, besideEntries },
  );
}

const scenes = { earning, returning, moving, sharing, arriving };

for (const [name, scene] of Object.entries(scenes)) {
  test.each(cuts)(`${name} is done once, wherever the connection dies (%s)`, { timeout: 60_000 }, async (cut) => {
    let statement = 1;
    while (await playCut(scene, statement, cut)) statement += 1;
    // BEGIN, COMMIT and what lies between them; a lane that was not cut at all would prove nothing.
    expect(statement).toBeGreaterThan(8);
    expect((await verifyLedger(shop.db)).checks.filter(({ violations }) => violations > 0)).toEqual([]);
  });
}
