// The ledger in process: postings that earn, and spending over five lots against a transaction that locks row by row.
import { randomUUID } from "node:crypto";
import { earn } from "@fedele/core/ledger.ts";
import pg from "pg";
import type { NewMovement } from "../server/modules/ledger/movementBatch.ts";
import { recordMovements } from "../server/modules/ledger/movements.ts";
import { lotTerms } from "../server/modules/ledger/pointsTypes.ts";
import { apply, holdingOf, openBook, post } from "../server/modules/ledger/postings.ts";
import { clientConfig } from "../server/platform/database/connections.ts";
import { inTransaction } from "../server/platform/database/transaction.ts";
import { bucketOf, newId } from "../server/platform/ids.ts";
import { type LaneCtx, type Lanes, openLanes } from "../server/platform/lanes.ts";
import { alternate, median, ratioOf } from "./figures.ts";
import { cpuMs } from "./machine.ts";
import { MEMBER_ID_START, memberIdOf } from "./members.ts";
import type { Stage } from "./observed.ts";
import { measureReference, REFERENCE_CLIENTS, referenceName } from "./reference.ts";
import { atLeast, type Row, written } from "./rows.ts";
import { MEMBERS, type Site } from "./site.ts";

const CALLERS = 256;
export const LOTS = 5;
export const LOT_POINTS = 10;
const DAY_MS = 86_400_000;

export type Member = { readonly bucket: number; readonly memberId: string };

export function memberNumbered({ bucketStart, tenant }: Site, number: number): Member {
  const memberId = memberIdOf(number, bucketStart, tenant.bucketSpan);
  return { bucket: bucketOf(memberId), memberId };
}

/** So many callers, each asking again as soon as it is answered: how many answers a second. */
async function keepAsking(callers: number, seconds: number, ask: (caller: number) => Promise<unknown>) {
  const start = performance.now();
  const end = start + seconds * 1_000;
  let answers = 0;
  const caller = async (_: unknown, number: number): Promise<void> => {
    while (performance.now() < end) {
      await ask(number);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return { answers, perSecond: (answers * 1_000) / (performance.now() - start) };
}

/** Ten points onto each member's wallet. */
async function earnAll(ctx: LaneCtx, members: readonly Member[]): Promise<boolean[]> {
  const distinct = [...new Map(members.map((member) => [member.memberId, member])).values()];
  const book = await openBook(ctx, distinct);
  const today = ctx.now - (ctx.now % DAY_MS);
  for (const member of members) {
    const key = { ...member, pointsType: 1 };
    const holding = holdingOf(book, key);
    const terms = { funderId: null, bucket: member.bucket, draws: holding.wallet.draws };
    const lot = lotTerms(today, null, terms);
    const change = earn(holding, { points: 10, counterAccount: "issued", lot }, ctx.now);
    const why = {
      cause: "opening",
      causeId: newId(ctx.now, member.bucket),
      partnerId: null,
      eventAt: ctx.now,
    } as const;
    apply(ctx, book, key, { ...change, terms: lot, why });
  }
  post(ctx, book);
  return members.map(() => true);
}

function openEarning({ parts }: Site): Lanes<Member, boolean> {
  return openLanes({ laneCount: 2, connect: () => parts.db.connectLane(), work: earnAll });
}

function openSpending({ parts }: Site): Lanes<NewMovement, unknown> {
  return openLanes<NewMovement, unknown>({
    laneCount: 2,
    connect: () => parts.db.connectLane(),
    work: recordMovements,
  });
}

function earning(site: Site, lanes: Lanes<Member, boolean>, members = MEMBERS): Promise<boolean> {
  const member = memberNumbered(site, Math.floor(Math.random() * members));
  const { bucket } = member;
  const asked = { tenantId: site.tenant.id, bucket, key: randomUUID(), fingerprint: "", now: Date.now() };
  return lanes.run({ ...asked, input: member });
}

function spending(site: Site, lanes: Lanes<NewMovement, unknown>, number: number): Promise<unknown> {
  const member = memberNumbered(site, number);
  const { tenant } = site;
  const now = Date.now();
  const id = newId(now, member.bucket);
  const { bucketSpan } = tenant;
  const claim = { bucketSpan, operation: "spendPoints", key: id, bodyHmac: Buffer.alloc(32), resourceId: id };
  const request = { kind: "spend", pointsType: "points", points: LOTS * LOT_POINTS, reason: null } as const;
  const input = { ...member, id, claim, actor: "bench", zone: tenant.timezone, request };
  const operation = { tenantId: tenant.id, bucket: member.bucket, key: id, fingerprint: "", now, input };
  return lanes.run(operation);
}

export async function earnRow(stage: Stage): Promise<Row> {
  const { site, seconds } = stage;
  const lanes = openEarning(site);
  const [ours = [], reference = []] = await alternate<number>(stage.rounds, [
    async () => (await keepAsking(CALLERS, seconds, () => earning(site, lanes))).perSecond,
    () => measureReference(site, seconds),
  ]);
  await lanes.close();
  return {
    id: "ledger.earn",
    figure: `postings a second in process, ${CALLERS} callers, durable`,
    value: written(median(ours)),
    reference: `${referenceName}, ${REFERENCE_CLIENTS} clients: ${written(median(reference))}`,
    measured: ratioOf(ours, reference),
    unit: "×",
    bound: atLeast(2, 4),
    notes: [],
  };
}

/** Gives every member five lots of ten points, the first to expire first. Each call makes new ones. */
export async function chargeLots(site: Site, members: number, series: number): Promise<void> {
  const member = `'${MEMBER_ID_START}' || lpad(to_hex(n * 16384 + bucket), 12, '0')`;
  const numbered = `
    select n, bucket, (${member})::uuid as member_id
    from (
      select n, ($2::int + n % $3::int) % 16384 as bucket from generate_series(0, $4::bigint - 1) as n
    ) as numbered`;
  const values = [site.tenant.id, site.bucketStart, site.tenant.bucketSpan, members];
  await inTransaction(site.parts.db, site.who(), async (ctx) => {
    await ctx.query("set local statement_timeout = 0");
    await ctx.query(
      `insert into lots (bucket, tenant_id, member_id, points_type, id, earned, remaining, activates_at, expires_at)
       select bucket, $1, member_id, 1,
         (lpad(to_hex(16 * $5::int + lot), 8, '0') || '-0000-7000-8000-' || right(member_id::text, 12))::uuid,
         ${LOT_POINTS}, ${LOT_POINTS}, date_trunc('day', now()), date_trunc('day', now()) + lot * interval '30 days'
       from (${numbered}) as m, generate_series(1, ${LOTS}) as lot`,
      [...values, series],
    );
    await ctx.query(
      `insert into wallets (bucket, tenant_id, member_id, points_type, balance, pending, held, debt, draws,
         next_change_at)
       select bucket, $1, member_id, 1, ${LOTS * LOT_POINTS}, 0, 0, 0, 0, date_trunc('day', now()) + interval '30 days'
       from (${numbered}) as m
       on conflict (bucket, tenant_id, member_id, points_type) do update
         set balance = wallets.balance + excluded.balance, next_change_at = excluded.next_change_at`,
      values,
    );
  });
}

/** Numbers of members with charged lots, each once; charges anew when all were used. */
function chargedMembers(site: Site): () => Promise<number> {
  let next = MEMBERS;
  let series = 0;
  let charging: Promise<void> | undefined;
  return async () => {
    // Taken in the same step that looked: of two callers who both saw the last one, one would get nobody.
    while (next >= MEMBERS) {
      charging ??= chargeLots(site, MEMBERS, ++series).then(() => {
        next = 0;
        charging = undefined;
      });
      await charging;
    }
    next += 1;
    return next - 1;
  };
}

export async function spendRow(stage: Stage): Promise<Row> {
  const { site, seconds } = stage;
  const charged = chargedMembers(site);
  await charged();
  const lanes = openSpending(site);
  const naive = await openNaive(site);
  const [ours = [], theirs = []] = await alternate<number>(stage.rounds, [
    async () => (await keepAsking(CALLERS, seconds, async () => spending(site, lanes, await charged()))).perSecond,
    async () => (await keepAsking(NAIVE_CLIENTS, seconds, async (at) => naive.spend(at, await charged()))).perSecond,
  ]);
  await Promise.all([lanes.close(), naive.close()]);
  return {
    id: "ledger.spend",
    figure: `spends a second over ${LOTS} lots, earliest expiry first, ${CALLERS} callers, durable`,
    value: written(median(ours)),
    reference: `a transaction with row locks, ${NAIVE_CLIENTS} clients: ${written(median(theirs))}`,
    measured: ratioOf(ours, theirs),
    unit: "×",
    bound: atLeast(6, 12),
    notes: [],
  };
}

const NAIVE_CLIENTS = 64;

/** Spending as it is written first: lock the wallet, lock its lots, take from one after the other, commit. */
async function openNaive(site: Site) {
  const config = clientConfig(site.address("fedele_app"), "fedele bench");
  const options = `${config.options} -c app.tenant_id=${site.tenant.id}`;
  const clients = Array.from({ length: NAIVE_CLIENTS }, () => new pg.Client({ ...config, options }));
  await Promise.all(clients.map((client) => client.connect()));
  const spend = async (at: number, number: number): Promise<void> => {
    const client = clients[at];
    if (client === undefined) throw new Error("no such client");
    const { bucket, memberId } = memberNumbered(site, number);
    const owner = [site.tenant.id, bucket, memberId];
    const run = (name: string, text: string, values: readonly unknown[]) =>
      client.query<{ id: string; remaining: number }>({ name, text, values: [...values] });
    const id = randomUUID();
    const of = "tenant_id = $1 and bucket = $2 and member_id = $3";
    await client.query("begin");
    await run(
      "key",
      `insert into idempotency_keys (tenant_id, bucket, operation, key, body_hmac, resource_id, created_at)
       values ($1, $2, 'spendPoints', $3, '\\x00', $4, now())`,
      [site.tenant.id, bucket, id, id],
    );
    await run("wallet", `select balance from wallets where ${of} and points_type = 1 for update`, owner);
    const { rows } = await run(
      "lots",
      `select id, remaining from lots where ${of} and points_type = 1 and remaining > 0
       order by expires_at, id for update`,
      owner,
    );
    for (const lot of rows.slice(0, LOTS)) {
      await run("lot", `update lots set remaining = 0 where ${of} and points_type = 1 and id = $4`, [...owner, lot.id]);
      await run(
        "entry",
        `insert into entries (tenant_id, bucket, member_id, id, points_type, points, counter_account, lot_id, cause,
           cause_id, event_at, created_at)
         values ($1, $2, $3, $4, 1, $5, 'spent', $6, 'spend', $7, now(), now())`,
        [...owner, randomUUID(), -lot.remaining, lot.id, id],
      );
    }
    const points = LOTS * LOT_POINTS;
    await run("take", `update wallets set balance = balance - ${points} where ${of} and points_type = 1`, owner);
    await run(
      "slot",
      `insert into account_slots (tenant_id, bucket, account, partner_id, points_type, lane, points)
       values ($1, $2, 'spent', '00000000-0000-0000-0000-000000000000', 1, $3, ${points})
       on conflict (bucket, tenant_id, account, partner_id, points_type, lane)
         do update set points = account_slots.points + excluded.points`,
      [site.tenant.id, bucket, at],
    );
    await run(
      "spend",
      `insert into spends (tenant_id, bucket, member_id, id, points_type, points, lots, created_at)
       values ($1, $2, $3, $4, 1, ${points}, $5, now())`,
      [...owner, id, JSON.stringify(rows.slice(0, LOTS).map((lot) => [lot.id, lot.remaining]))],
    );
    await client.query("commit");
  };
  return { spend, close: () => Promise.all(clients.map((client) => client.end())) };
}

/** CPU microseconds of this process and of Postgres that one earn, and one spend, takes at this size. */
export async function costsAt(
  stage: Stage,
  members: number,
  next: () => number,
): Promise<{ earnUs: number; spendUs: number }> {
  const { site, seconds } = stage;
  const pids = () => [process.pid, ...site.postgresPids()];
  const cost = async (ask: () => Promise<unknown>): Promise<number> => {
    const before = cpuMs(pids());
    const { answers } = await keepAsking(CALLERS, seconds, ask);
    return ((cpuMs(pids()) - before) * 1_000) / answers;
  };
  const [earns, spends] = [openEarning(site), openSpending(site)];
  const earnUs = await cost(() => earning(site, earns, members));
  const spendUs = await cost(() => spending(site, spends, next()));
  await Promise.all([earns.close(), spends.close()]);
  return { earnUs, spendUs };
}
