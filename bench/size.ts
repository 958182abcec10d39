// What a large database changes, what an activity weighs on disk and in the log, and what row-level security costs.
import type pg from "pg";
import { recordActivities } from "../server/modules/programme/activities.ts";
import { incomingActivity } from "../server/modules/programme/incoming.ts";
import { connect } from "../server/platform/database/connections.ts";
import { inTransaction } from "../server/platform/database/transaction.ts";
import { openLanes } from "../server/platform/lanes.ts";
import { cpuNote } from "./activities.ts";
import { backupRow } from "./backups.ts";
import { alternate, medianOf, ratioOf } from "./figures.ts";
import { memberIdOf } from "./members.ts";
import { observe, type Round, type Stage } from "./observed.ts";
import { atLeast, atMost, type Row, written } from "./rows.ts";
import { MEMBERS, openSite, purchases, type Site } from "./site.ts";

const CLIENTS = 256;
const GROWN = 1_024_000;
/** By the path itself; the rest are copies of these. A multiple of AT_ONCE. */
const RECORDED = 51_200;
const AT_ONCE = 2_048;
const LOG_SECONDS = 15;

async function asAdmin<Result>(site: Site, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = await connect(site.address("fedele_admin"), "fedele bench");
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const bytesOf = (site: Site, sql: string): Promise<number> =>
  asAdmin(site, async (client) => {
    const { rows } = await client.query<{ bytes: string }>(`select (${sql})::bigint::text as bytes`);
    return Number(rows[0]?.bytes);
  });

const logged = (site: Site) => bytesOf(site, "pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')");

const stored = (site: Site) =>
  bytesOf(
    site,
    `select sum(pg_total_relation_size(oid)) from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );

/** activity.grown, disk, backup.1m: a fresh database beside one with a million activities, each after a checkpoint. */
export async function grownRows(stage: Omit<Stage, "site">, tell: (sentence: string) => void): Promise<Row[]> {
  const grown = await openSite();
  const fresh = await openSite();
  try {
    const before = await stored(grown);
    tell(`recording ${written(GROWN)} activities`);
    await grow(grown);
    await asAdmin(grown, (client) => client.query("vacuum analyze"));
    const bytes = ((await stored(grown)) - before) / GROWN;
    const round = async (site: Site): Promise<Round> => {
      if (site === grown) await asAdmin(site, (client) => client.query("checkpoint"));
      return observe({ ...stage, site }, site.server, { clients: CLIENTS, traffic: purchases(site) });
    };
    const [large = [], small = []] = await alternate(stage.rounds, [() => round(grown), () => round(fresh)]);
    const rate = ({ perSecond }: Round): number => perSecond;
    const freshLog = await logAnActivity(stage, fresh);
    // Each page touched for the first time after a checkpoint is written whole; the next comes after 4 GB of log.
    await asAdmin(grown, (client) => client.query("checkpoint"));
    const grownLog = await logAnActivity(stage, grown);
    const size = (figure: string, measured: number, bound: Row["bound"]): Row => ({
      id: "disk",
      figure,
      value: `${written(measured)} B`,
      reference: "none",
      measured,
      unit: "B",
      bound,
      notes: [],
    });
    return [
      {
        id: "activity.grown",
        figure: "activities a second on 1,000,000 of them, after a checkpoint",
        value: written(medianOf(large, rate)),
        reference: `on a fresh database: ${written(medianOf(small, rate))}`,
        measured: ratioOf(large.map(rate), small.map(rate)),
        unit: "×",
        bound: atLeast(0.6, 0.9),
        notes: [cpuNote(large)],
      },
      size("bytes on disk an activity of 3 lines, at a million", bytes, atMost(1_500, 900)),
      size("bytes of log an activity, fresh", freshLog, atMost(3_500, 2_200)),
      size("bytes of log an activity, at a million after a checkpoint", grownLog, atMost(12_000, 6_000)),
      await backupRow(grown),
    ];
  } finally {
    await Promise.all([grown.close(), fresh.close()]);
  }
}

/**
 * Bytes of log from a checkpoint on, over some ten thousand activities; the next checkpoint would come after 4 GB of
 * it. Each page that is touched for the first time after a checkpoint is written whole.
 */
async function logAnActivity(stage: Omit<Stage, "site">, site: Site): Promise<number> {
  await asAdmin(site, (client) => client.query("checkpoint"));
  const start = await logged(site);
  const asked = { clients: CLIENTS, seconds: LOG_SECONDS, traffic: purchases(site) };
  const { answered } = await observe({ ...stage, site }, site.server, asked);
  return ((await logged(site)) - start) / answered;
}

/**
 * A million purchases: some by the path that serves them, without HTTP, then copies of their rows under other keys and
 * ids until there are enough. Balances stay as they were: it is the size that matters here.
 */
async function grow(site: Site): Promise<void> {
  await recordSome(site);
  await asAdmin(site, (client) => client.query("analyze"));
  const id = "(left(uuidv7()::text, 32) || right(member_id::text, 4))::uuid";
  for (let copy = 1; copy < GROWN / RECORDED; copy += 1) {
    await inTransaction(site.parts.db, site.who(), async (ctx) => {
      await ctx.query(
        `with model as (
           select *, ${id} as new_id from activities where document like 'grown-0-%'
         ), keys as (
           insert into activity_keys (bucket, tenant_id, source, document, part, member_id, activity_id, body_hash)
           select k.bucket, k.tenant_id, k.source, 'grown-' || $1 || substr(k.document, 8), k.part, k.member_id,
             model.new_id, k.body_hash
           from model join activity_keys k using (source, document)
         ), entries as (
           insert into entries (bucket, tenant_id, member_id, id, points_type, points, counter_account, lot_id, cause,
             cause_id, rule_id, rule_version, event_at, created_at)
           select e.bucket, e.tenant_id, e.member_id, ${id.replace("member_id", "e.member_id")}, e.points_type,
             e.points, e.counter_account, e.lot_id, e.cause, model.new_id, e.rule_id, e.rule_version, e.event_at,
             e.created_at
           from model join entries e on e.cause_id = model.id
         )
         insert into activities (bucket, tenant_id, member_id, id, kind, source, document, part, channel, currency,
           amount_minor, lines, awards, facts, event_at, created_at)
         select bucket, tenant_id, member_id, new_id, kind, source, 'grown-' || $1 || substr(document, 8), part,
           channel, currency, amount_minor, lines, awards, facts, event_at, created_at
         from model`,
        [String(copy)],
      );
    });
  }
}

async function recordSome(site: Site): Promise<void> {
  const { parts, tenant, bucketStart } = site;
  const catalog = await parts.catalogs.of(tenant.id);
  const lanes = openLanes({ laneCount: 2, connect: () => parts.db.connectLane(), work: recordActivities });
  for (let from = 0; from < RECORDED; from += AT_ONCE) {
    const now = Date.now();
    const recording = Array.from({ length: AT_ONCE }, (_, at) => {
      const number = from + at;
      const memberId = memberIdOf(Math.floor(Math.random() * MEMBERS), bucketStart, tenant.bucketSpan);
      const told = {
        source: `till-${number % 50}`,
        document: `grown-0-${number}`,
        kind: "purchase" as const,
        channel: "pos",
        member: {},
        lines: [line(), line(), line()],
      };
      const input = incomingActivity(told, memberId, { tenant, catalog, now });
      const { key, fingerprint, bucket } = input;
      return lanes.run({ tenantId: tenant.id, now, bucket, key: key.document, fingerprint, input });
    });
    await Promise.all(recording);
  }
  await lanes.close();
}

function line() {
  const product = String(10_000 + Math.floor(Math.random() * 500));
  return { product, quantityThousandths: 1_000, amountMinor: 100 + Math.floor(Math.random() * 2_000) };
}

/** The same traffic with the policies and, in the bench alone, without them. */
export async function policyRow(stage: Stage): Promise<Row> {
  const { site } = stage;
  const round = async (verb: "enable" | "disable"): Promise<Round> => {
    await asAdmin(site, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        "select oid::regclass::text as name from pg_class where relforcerowsecurity",
      );
      await client.query(rows.map(({ name }) => `alter table ${name} ${verb} row level security`).join("; "));
    });
    await observe(stage, site.server, { clients: CLIENTS, seconds: 0.5, traffic: purchases(site) });
    return observe(stage, site.server, { clients: CLIENTS, traffic: purchases(site) });
  };
  const [without = [], secured = []] = await alternate(stage.rounds, [() => round("disable"), () => round("enable")]);
  const rate = ({ perSecond }: Round): number => perSecond;
  return {
    id: "rls",
    figure: "activities a second with row-level security",
    value: written(medianOf(secured, rate)),
    reference: `without: ${written(medianOf(without, rate))}`,
    measured: ratioOf(secured.map(rate), without.map(rate)),
    unit: "×",
    bound: atLeast(0.88, 0.95),
    notes: [cpuNote(secured), `without: ${cpuNote(without)}`],
  };
}
