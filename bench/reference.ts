// What the hot path is held against: 64 clients who each write the same eight rows by one statement a request.
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { clientConfig } from "../server/platform/database/connections.ts";
import { BUCKETS } from "../server/platform/ids.ts";
import { findProgram } from "./machine.ts";
import { MEMBER_ID_START } from "./members.ts";
import { MEMBERS, type Site } from "./site.ts";

export const REFERENCE_CLIENTS = 64;
const DOCUMENTS = 1_000_000_000_000;
const AMOUNT_MAX = 6_000;

const pgbench = findProgram("pgbench");

export const referenceName = pgbench === undefined ? "our one-statement client (no pgbench here)" : "pgbench";

/** Requests a second over so many seconds. */
export function measureReference(site: Site, seconds: number): Promise<number> {
  return pgbench === undefined ? byOwnClient(site, seconds) : byPgbench(pgbench, site, seconds);
}

type Values = { readonly tenant: string; readonly lane: string; readonly rule: string };
type Parameter = (name: "bucket" | "tail" | "document" | "points" | "line") => string;

/** One statement, eight rows: key, activity, entry, lot, wallet, the member's facts, the other side, the event. */
function statementFor({ tenant, lane, rule }: Values, value: Parameter): string {
  const [bucket, points, line] = [
    `${value("bucket")}::smallint`,
    `${value("points")}::bigint`,
    `${value("line")}::bigint`,
  ];
  const member = `('${MEMBER_ID_START}' || lpad(to_hex(${value("tail")}::bigint), 12, '0'))::uuid`;
  const lines = `format('[["10001",1000,%s],["10002",1000,%s],["10003",1000,%s]]', ${line}, ${line}, ${line})::json`;
  const today = "date_trunc('day', now())";
  const perLine = `format('{"a":[["${rule}",1,1,%s,[%s,0,0]]],"p":[[1,%s,"%s",null,null,%s]]}', ${[
    points,
    points,
    points,
    "lot.id",
    points,
  ].join(", ")})::json`;
  return `
    with lot as (
      select ('00000000-0000-7000-8000-' || lpad(to_hex(${value("tail")}::bigint), 12, '0'))::uuid as id
    ), new as (
      select ${bucket} as bucket, '${tenant}'::uuid as tenant_id, ${member} as member_id, uuidv7() as activity_id,
        'till-' || ${value("document")}::bigint % 50 as source, ${value("document")}::text as document
    ), keys as (
      insert into activity_keys (bucket, tenant_id, source, document, part, member_id, activity_id, body_hash)
      select bucket, tenant_id, source, document, '', member_id, activity_id,
        '\\x00112233445566778899aabbccddeeff' from new
    ), activities as (
      insert into activities (bucket, tenant_id, member_id, id, kind, source, document, part, channel, currency,
        amount_minor, lines, awards, facts, event_at, created_at)
      select bucket, tenant_id, member_id, activity_id, 'purchase', source, document, '', 'pos', 'EUR',
        ${points} * 100, ${lines}, ${perLine}, '{"tier":"bronze"}', now(), now() from new, lot
    ), entries as (
      insert into entries (bucket, tenant_id, member_id, id, points_type, points, counter_account, lot_id, cause,
        cause_id, rule_id, rule_version, event_at, created_at)
      select bucket, tenant_id, member_id, uuidv7(), 1, ${points}, 'issued', lot.id, 'activity', activity_id,
        '${rule}', 1, now(), now() from new, lot
    ), lots as (
      insert into lots (bucket, tenant_id, member_id, points_type, id, earned, remaining, activates_at)
      select bucket, tenant_id, member_id, 1, lot.id, ${points}, ${points}, ${today} from new, lot
      on conflict (bucket, tenant_id, member_id, points_type, id) do update
        set earned = lots.earned + excluded.earned, remaining = lots.remaining + excluded.remaining
    ), slots as (
      insert into account_slots (bucket, tenant_id, account, partner_id, points_type, lane, points)
      select bucket, tenant_id, 'issued', '00000000-0000-0000-0000-000000000000', 1, ${lane}, -${points} from new
      on conflict (bucket, tenant_id, account, partner_id, points_type, lane)
        do update set points = account_slots.points + excluded.points
    ), facts as (
      update member_facts f set spend_minor = f.spend_minor + ${points} * 100, purchases = f.purchases + 1,
        qualifying_points = f.qualifying_points + ${points}, last_purchase_at = now(), last_activity_at = now(),
        first_purchase_at = coalesce(f.first_purchase_at, now()), tier = 'bronze',
        period_value = f.period_value + ${points} * 100
      from new where f.bucket = new.bucket and f.tenant_id = new.tenant_id and f.member_id = new.member_id
    ), events as (
      insert into outbox (bucket, tenant_id, id, events, created_at)
      select bucket, tenant_id, uuidv7(), json_build_array(json_build_object('id', activity_id, 'type',
        'activity.recorded', 'bucket', bucket, 'memberId', member_id, 'at', 1, 'data', '{"kind":"purchase"}'::json)),
        now() from new
    )
    insert into wallets (bucket, tenant_id, member_id, points_type, balance, pending, held, debt, draws)
    select bucket, tenant_id, member_id, 1, ${points}, 0, 0, 0, 0 from new
    on conflict (bucket, tenant_id, member_id, points_type) do update set balance = wallets.balance + excluded.balance`;
}

/** Each client has a lane of its own, as each of our lanes has: nobody waits for another's running sum. */
function valuesOf(site: Site, lane: string): Values {
  return { tenant: site.tenant.id, lane, rule: "019f0000-0000-7000-8000-000000000000" };
}

async function byPgbench(program: string, site: Site, seconds: number): Promise<number> {
  const script = join(dirname(site.folder), "reference.sql");
  const statement = statementFor(valuesOf(site, ":client_id::smallint"), (name) => `:${name}`);
  const { bucketSpan } = site.tenant;
  writeFileSync(
    script,
    `\\set n random(0, ${MEMBERS - 1})
\\set bucket (${site.bucketStart} + :n % ${bucketSpan}) % ${BUCKETS}
\\set tail :n * ${BUCKETS} + :bucket
\\set document random(1, ${DOCUMENTS})
\\set points random(1, ${AMOUNT_MAX / 100})
\\set line random(100, ${AMOUNT_MAX})
${statement.replaceAll("\n", " ")};
`,
  );
  const { host, port, user, password, database } = site.address("fedele_app");
  const options = ["-n", "-M", "prepared", "-c", String(REFERENCE_CLIENTS), "-j", "1", "-P", "1"];
  // The first second goes to connecting and planning, which is not what is measured.
  const length = Math.max(1, Math.round(seconds)) + 1;
  const { stdout, stderr } = await promisify(execFile)(
    program,
    [...options, "-T", String(length), "-f", script, "-h", host, "-p", String(port), "-U", user, database],
    {
      env: {
        PATH: process.env.PATH ?? "",
        PGPASSWORD: password,
        PGOPTIONS: `-c plan_cache_mode=force_generic_plan -c app.tenant_id=${site.tenant.id}`,
      },
    },
  );
  const rates = [...stderr.matchAll(/^progress: [\d.]+ s, ([\d.]+) tps/gm)].map(([, rate]) => Number(rate));
  if (rates.length < 2 || !/failed transactions: 0/.test(stdout)) throw new Error(`pgbench said: ${stdout}${stderr}`);
  return rates.slice(1).reduce((sum, rate) => sum + rate, 0) / (rates.length - 1);
}

async function byOwnClient(site: Site, seconds: number): Promise<number> {
  const config = clientConfig(site.address("fedele_app"), "fedele bench");
  const names = ["bucket", "tail", "document", "points", "line"] as const;
  const end = performance.now() + seconds * 1_000;
  const random = (most: number) => Math.floor(Math.random() * most) + 1;
  let done = 0;
  const client = async (_: unknown, lane: number): Promise<void> => {
    const text = statementFor(valuesOf(site, String(lane)), (name) => `$${names.indexOf(name) + 1}`);
    const connection = new pg.Client({ ...config, options: `${config.options} -c app.tenant_id=${site.tenant.id}` });
    await connection.connect();
    while (performance.now() < end) {
      const number = random(MEMBERS) - 1;
      const bucket = (site.bucketStart + (number % site.tenant.bucketSpan)) % BUCKETS;
      const tail = number * BUCKETS + bucket;
      const values = [bucket, tail, random(DOCUMENTS), random(AMOUNT_MAX / 100), random(AMOUNT_MAX)];
      await connection.query({ name: "reference", text, values });
      done += 1;
    }
    await connection.end();
  };
  await Promise.all(Array.from({ length: REFERENCE_CLIENTS }, client));
  return done / seconds;
}
