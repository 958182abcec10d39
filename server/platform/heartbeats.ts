// When each heartbeat was last seen: written by whichever process it beat in, read by whoever looks after the house.
import type { Database } from "./database/database.ts";

/** Late: twice its pace and so much more, for a start or a long sweep before it. */
const GRACE_SECONDS = 15 * 60;

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 60 * MINUTE_SECONDS;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** How often a cron line of ours comes round: every so many minutes, every hour, or every day. */
export function paceSecondsOf(cron: string): number {
  const [minute = "", hour = ""] = cron.split(" ");
  if (hour !== "*") return DAY_SECONDS;
  if (minute === "*") return MINUTE_SECONDS;
  const [, step] = /^\*\/(\d+)$/.exec(minute) ?? [];
  return step === undefined ? HOUR_SECONDS : Number(step) * MINUTE_SECONDS;
}

/** Says which heartbeats there are from now on, and forgets those of other versions. */
export async function announceHeartbeats(
  db: Database,
  beats: readonly { name: string; cron: string }[],
  nowMs: number,
): Promise<void> {
  const names = beats.map(({ name }) => name);
  await db.maintenance.query("delete from heartbeats where name <> all($1::text[])", [names]);
  await db.maintenance.query(
    `insert into heartbeats (name, pace_seconds, since)
     select new.name, new.pace, $3 from unnest($1::text[], $2::int[]) as new (name, pace)
     on conflict (name) do update set pace_seconds = excluded.pace_seconds`,
    [names, beats.map(({ cron }) => paceSecondsOf(cron)), new Date(nowMs).toISOString()],
  );
}

export async function noteHeartbeat(
  db: Database,
  beat: { name: string; outcome: "done" | "failed"; atMs: number },
): Promise<void> {
  await db.maintenance.query(
    `update heartbeats set done_at = case when $2 then done_at else $3 end,
       failed_at = case when $2 then $3 else failed_at end
     where name = $1`,
    [beat.name, beat.outcome === "failed", new Date(beat.atMs).toISOString()],
  );
}

export type SeenHeartbeat = Readonly<{
  name: string;
  doneAt: number | null;
  failedAt: number | null;
  state: "ok" | "late" | "failing";
}>;

type Row = { name: string; pace_seconds: number; since: number; done_at: number | null; failed_at: number | null };

export async function listHeartbeats(db: Database, nowMs: number): Promise<SeenHeartbeat[]> {
  const { rows } = await db.maintenance.query<Row>(
    "select name, pace_seconds, since, done_at, failed_at from heartbeats order by name",
  );
  return rows.map((row) => {
    const { name, done_at: doneAt, failed_at: failedAt } = row;
    return { name, doneAt, failedAt, state: stateOf(row, nowMs) };
  });
}

function stateOf({ pace_seconds: pace, since, done_at, failed_at }: Row, nowMs: number): SeenHeartbeat["state"] {
  if (failed_at !== null && failed_at > (done_at ?? 0)) return "failing";
  const quietSeconds = (nowMs - (done_at ?? since)) / 1_000;
  return quietSeconds > 2 * pace + GRACE_SECONDS ? "late" : "ok";
}
