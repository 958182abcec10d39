// One tenant on two nodes that share nothing: the ledger works because no transaction of it spans two members' buckets.
import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Moved, MovementRequest } from "../../server/modules/ledger/movementBatch.ts";
import type { Recorded } from "../../server/modules/programme/activities.ts";
import { recordActivity } from "../../server/modules/programme/lanes.ts";
import type { NewActivity } from "../../server/modules/programme/newActivity.ts";
import { mayRetry } from "../../server/platform/database/failures.ts";
import { hasBucket, tables } from "../../server/platform/distribution.ts";
import { bucketWithin, hashOf, newId } from "../../server/platform/ids.ts";
import { Refusal } from "../../server/platform/refusal.ts";
import { verifyLedger } from "../../server/verify.ts";
import type { Booked } from "../support/booking.ts";
import { type Nodes, startNodes } from "../support/nodes.ts";

const MEMBERS_A_NODE = 12;
const STEPS = 40;

let town: Nodes;
let names = 0;
beforeAll(async () => {
  town = await startNodes(2);
});
afterAll(() => town.close());

/**
 * A key whose bucket lies on the member's node. A distributed engine takes any key: there it is claimed in a
 * transaction of its own, before the batch; here it is part of the batch's transaction, which has one node only.
 */
function nameOn(member: Booked, textOf: (name: string) => string): string {
  for (;;) {
    names += 1;
    const name = `name-${names}`;
    if (town.nodeOf(bucketFor(textOf(name))) === town.nodeOf(member.bucket)) return name;
  }
}

function bucketFor(text: string): number {
  return bucketWithin(town.tenant.id, town.tenant.bucketSpan, hashOf(text));
}

const saleText = (document: string): string => `till\n${document}\n`;

function purchase(member: Booked, amountMinor: number): NewActivity {
  const { timezone, currency, bucketSpan } = town.tenant;
  const document = nameOn(member, saleText);
  const now = town.clock.now();
  const line = { product: "thing", categories: [], quantityThousandths: 1000, amountMinor };
  return {
    key: { bucket: bucketFor(saleText(document)), source: "till", document, part: "" },
    fingerprint: Buffer.from("same").toString("base64"),
    id: newId(now, member.bucket),
    ...member,
    place: { timezone, currency, bucketSpan },
    activity: { kind: "purchase", channel: "pos", at: now, currency, amountMinor, lines: [line] },
    partnerId: null,
    locationId: null,
    rate: null,
    rateDate: null,
    purchase: null,
    returned: [],
    imported: null,
  };
}

function givenBack(member: Booked, sale: NewActivity): NewActivity {
  const plain = purchase(member, 0);
  return { ...plain, activity: { ...plain.activity, kind: "return", lines: [] }, purchase: sale.key };
}

/** Recorded by the lanes of the member's node; asked again under its key until it is answered. */
function records(activity: NewActivity): Promise<Recorded> {
  const { lanes } = town.nodeOf(activity.bucket).parts;
  return insist(() => recordActivity(lanes, activity, { tenantId: town.tenant.id, now: town.clock.now() }));
}

function asks(member: Booked, request: MovementRequest): Promise<Moved> {
  const { tenant, clock } = town;
  const now = clock.now();
  const id = newId(now, member.bucket);
  const operation = request.kind;
  const key = nameOn(member, (name) => `${operation} ${name}`);
  const claim = { bucketSpan: tenant.bucketSpan, operation, key, bodyHmac: Buffer.from("x"), resourceId: id };
  const input = { ...member, id, claim, actor: "cli", zone: tenant.timezone, request };
  const { movements } = town.nodeOf(member.bucket).parts.lanes;
  const place = { tenantId: tenant.id, bucket: member.bucket, now, key: `${operation} ${key}`, fingerprint: "" };
  return insist(() => movements.run({ ...place, input }));
}

async function insist<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "unavailable") throw error;
      await sleep(50);
    }
  }
}

const points = { pointsType: "points", reason: null } as const;
const sends = (from: Booked, to: Booked, howMany: number) =>
  asks(from, { kind: "transfer", points: howMany, toMemberId: to.memberId, ...points });

/** What is told reaches everybody, however long a node is away. */
async function relayAll(): Promise<void> {
  for (;;) {
    const isThrough = await town.relay().then(
      () => true,
      (error: unknown) => {
        if (!mayRetry(error)) throw error;
        return false;
      },
    );
    if (isThrough) return;
    await sleep(50);
  }
}

async function balanceOf({ bucket, memberId }: Booked): Promise<number> {
  const rows = await town
    .nodeOf(bucket)
    .admin("select balance - debt as total from wallets where bucket = $1 and member_id = $2", [bucket, memberId]);
  return Number(rows[0]?.total ?? 0);
}

/** Summed over both nodes: what members have, what the accounts say, and what is between two members. */
async function sums(): Promise<{ members: number; accounts: number; inTransit: number }> {
  const sql = `select (select coalesce(sum(balance - debt), 0) from wallets) as members,
    (select coalesce(sum(points), 0) from account_slots) as accounts,
    (select coalesce(sum(points), 0) from account_slots where account = 'in_transit') as "inTransit"`;
  const rows = (await Promise.all(town.nodes.map((node) => node.admin(sql)))).map(([row]) => row);
  const total = (name: string): number => rows.reduce((sum, row) => sum + Number(row[name]), 0);
  return { members: total("members"), accounts: total("accounts"), inTransit: total("inTransit") };
}

/** Each node agrees with itself, but for transfers, whose two halves may lie on two nodes. */
async function wrongOn(place: number): Promise<unknown[]> {
  const { checks } = await verifyLedger(town.nodes[place]?.db ?? town.nodeOf(place).db);
  return checks.filter(({ name, violations }) => violations > 0 && !name.startsWith("transfers arrive"));
}

test("points sent to the other node leave at once and arrive when the relay comes", async () => {
  const [ana, bea] = await Promise.all([town.joins(0), town.joins(1)]);
  await records(purchase(ana, 10_000));
  await sends(ana, bea, 30);
  expect([await balanceOf(ana), await balanceOf(bea)]).toEqual([70, 0]);
  expect(await sums()).toMatchObject({ inTransit: 30 });

  await relayAll();
  await relayAll();
  expect([await balanceOf(ana), await balanceOf(bea)]).toEqual([70, 30]);
  expect(await sums()).toMatchObject({ inTransit: 0 });
});

test("points that nobody can take travel back over the nodes", async () => {
  const [ana, gone] = await Promise.all([town.joins(0), town.joins(1)]);
  await records(purchase(ana, 5_000));
  await town
    .nodeOf(gone.bucket)
    .admin("update member_facts set status = 'closed' where member_id = $1", [gone.memberId]);
  await sends(ana, gone, 20);
  await relayAll();
  await relayAll();
  expect([await balanceOf(ana), await balanceOf(gone)]).toEqual([50, 0]);
});

test("while one node is down the other one serves", async () => {
  const [ana, bea] = await Promise.all([town.joins(0), town.joins(1)]);
  await records(purchase(ana, 10_000));
  town.nodes[1]?.kill();
  await expect(town.nodes[1]?.db.app.query("select 1")).rejects.toSatisfy(mayRetry);
  await records(purchase(ana, 1_000));
  await sends(ana, bea, 10);
  expect(await balanceOf(ana)).toBe(100);

  // Whoever asks the other one waits for it, and loses nothing.
  await records(purchase(bea, 2_000));
  await relayAll();
  expect(await balanceOf(bea)).toBe(30);
});

/** One member's day: what is done, and what of it the member should have in the end. There is enough for every step. */
async function spendDay(member: Booked, others: readonly Booked[], owed: Map<string, number>): Promise<void> {
  const give = ({ memberId }: Booked, change: number): void => {
    owed.set(memberId, (owed.get(memberId) ?? 0) + change);
  };
  const sale = purchase(member, 100 * (500 + randomInt(50)));
  await records(sale);
  give(member, sale.activity.amountMinor / 100);
  for (let step = 0; step < STEPS; step += 1) {
    const howMany = 1 + randomInt(5);
    const other = others[randomInt(others.length)];
    const dice = randomInt(3);
    if (dice === 0) {
      await records(purchase(member, howMany * 100));
      give(member, howMany);
    } else if (dice === 1) {
      await asks(member, { kind: "spend", points: howMany, ...points });
      give(member, -howMany);
    } else if (other !== undefined && other !== member) {
      await sends(member, other, howMany);
      give(member, -howMany);
      give(other, howMany);
    }
  }
  const isKept = randomInt(2) === 0;
  if (isKept) return;
  await records(givenBack(member, sale));
  give(member, -sale.activity.amountMinor / 100);
}

test("killed in the middle of the day, nothing is lost between the nodes", { timeout: 60_000 }, async () => {
  const members = await Promise.all(
    Array.from({ length: 2 * MEMBERS_A_NODE }, (_, index) => town.joins(index % town.nodes.length)),
  );
  const owed = new Map<string, number>();
  let isOver = false;
  const relaying = (async () => {
    while (!isOver) {
      await relayAll();
      await sleep(20);
    }
  })();
  let ended = 0;
  const days = members.map(async (member) => {
    await spendDay(member, members, owed);
    ended += 1;
  });
  for (const place of [1, 0]) {
    await sleep(100);
    town.nodes[place]?.kill();
    expect(ended, "a node that dies after everything is done proves nothing").toBeLessThan(members.length);
    await insist(() => answerOf(place));
  }
  await Promise.all(days);
  isOver = true;
  await relaying;
  await relayAll();
  await relayAll();

  const has = await Promise.all(members.map(async (member) => [member.memberId, await balanceOf(member)]));
  expect(Object.fromEntries(has)).toEqual(Object.fromEntries(owed));
  const { members: all, accounts, inTransit } = await sums();
  expect({ uneven: all + accounts, inTransit }).toEqual({ uneven: 0, inTransit: 0 });
  expect([await wrongOn(0), await wrongOn(1)]).toEqual([[], []]);
});

async function answerOf(place: number): Promise<void> {
  try {
    await town.nodes[place]?.db.app.query("select 1");
  } catch (error) {
    if (!mayRetry(error)) throw error;
    throw new Refusal("unavailable", "The node does not answer.");
  }
}

test("every transfer arrived once, on the receiver's node", async () => {
  const rowsOf = async (table: string) =>
    (await Promise.all(town.nodes.map((node) => node.admin(`select * from ${table}`)))).flat();
  const sent = await rowsOf("transfers");
  const arrived = (await rowsOf("transfer_credits")).filter(({ outcome }) => outcome !== "refused");
  const byId = (rows: { id?: string; transfer_id?: string }[]) => rows.map((row) => row.transfer_id ?? row.id).sort();
  expect(byId(arrived)).toEqual(byId(sent));
  expect(sent.length).toBeGreaterThan(50);
});

test("no row lies on another node than its bucket's: no transaction spanned two", async () => {
  const spread = Object.keys(tables).filter((name) => hasBucket(tables[name] ?? { owner: "platform", class: "local" }));
  for (const node of town.nodes) {
    for (const table of spread) {
      const rows = await node.admin(`select distinct bucket from ${table}`);
      const elsewhere = rows.filter(({ bucket }) => town.nodeOf(bucket) !== node);
      expect({ node: node.place, table, elsewhere }).toEqual({ node: node.place, table, elsewhere: [] });
    }
  }
});
