// Checkout sessions and what came back of them. A session lies with its member, and its id says where.
import type { Basket, SessionStatus } from "@fedele/core/checkout.ts";
import type { Applied, GivenBack } from "@fedele/core/redemption.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso, timeTextOrNull as isoOrNull } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

/** Points of one type that a purchase earned, or a return took back. */
export type Earned = Readonly<{ pointsType: number; points: number }>;

/** `status` as it was last written: that a reservation is over is seen by its date. */
export type SessionRow = Readonly<{
  bucket: number;
  memberId: string;
  id: string;
  source: string;
  document: string;
  version: number;
  status: SessionStatus;
  basket: Basket;
  /** Ids of the issued rewards that the basket wants used. */
  rewards: readonly string[];
  reservedUntil: number | null;
  holdId: string | null;
  spendId: string | null;
  activityId: string | null;
  /** What the redemptions take off, since the basket was reserved. */
  applied: readonly Applied[] | null;
  earned: readonly Earned[] | null;
  givenBack: GivenBack | null;
  createdAt: number;
  changedAt: number;
}>;

type Columns = {
  bucket: number;
  member_id: string;
  id: string;
  source: string;
  document: string;
  version: number;
  status: SessionStatus;
  basket: Basket;
  rewards: string[];
  reserved_until: number | null;
  hold_id: string | null;
  spend_id: string | null;
  activity_id: string | null;
  applied: Applied[] | null;
  earned: readonly Earned[] | null;
  given_back: GivenBack | null;
  created_at: number;
  changed_at: number;
};

const columns = `bucket, member_id, id, source, document, version, status, basket, rewards, reserved_until, hold_id,
  spend_id, activity_id, applied, earned, given_back, created_at, changed_at`;

function toRow(row: Columns): SessionRow {
  const { member_id, reserved_until, hold_id, spend_id, activity_id, given_back, created_at, changed_at, ...same } =
    row;
  return {
    ...same,
    memberId: member_id,
    reservedUntil: reserved_until,
    holdId: hold_id,
    spendId: spend_id,
    activityId: activity_id,
    givenBack: given_back,
    createdAt: created_at,
    changedAt: changed_at,
  };
}

const jsonOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

export async function insertSessions(ctx: Ctx, sessions: readonly SessionRow[]): Promise<void> {
  await ctx.query(
    `insert into checkout_sessions (bucket, tenant_id, member_id, id, source, document, version, status, basket,
       rewards, created_at, changed_at)
     select n.bucket, $1, n.member_id, n.id, n.source, n.document, n.version, n.status, n.basket,
       array(select json_array_elements_text(n.rewards)::uuid), n.created_at, n.changed_at
     from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::int[], $8::text[], $9::json[],
       $10::json[], $11::timestamptz[], $12::timestamptz[])
       as n (bucket, member_id, id, source, document, version, status, basket, rewards, created_at, changed_at)`,
    [
      ctx.tenantId,
      sessions.map(({ bucket }) => bucket),
      sessions.map(({ memberId }) => memberId),
      sessions.map(({ id }) => id),
      sessions.map(({ source }) => source),
      sessions.map(({ document }) => document),
      sessions.map(({ version }) => version),
      sessions.map(({ status }) => status),
      sessions.map(({ basket }) => JSON.stringify(basket)),
      sessions.map(({ rewards }) => JSON.stringify(rewards)),
      sessions.map(({ createdAt }) => iso(createdAt)),
      sessions.map(({ changedAt }) => iso(changedAt)),
    ],
  );
}

/** Sessions by their ids, as they were last written; one that does not exist is missing from the answer. */
export async function findSessions(ctx: Ctx, ids: readonly string[]): Promise<SessionRow[]> {
  const rows = await ctx.query<Columns>(
    `select ${columns} from checkout_sessions
     where tenant_id = $1 and (bucket, id) in (select * from unnest($2::smallint[], $3::uuid[]))`,
    [ctx.tenantId, ids.map(bucketOf), ids],
  );
  return rows.map(toRow);
}

/** The row is the lock on all that a session does: of two steps at once the second sees what the first has made. */
export async function lockSessions(ctx: Ctx, ids: readonly string[]): Promise<SessionRow[]> {
  const rows = await ctx.query<Columns>(
    `select ${columns} from checkout_sessions
     where tenant_id = $1 and (bucket, id) in (select * from unnest($2::smallint[], $3::uuid[]))
     order by bucket, id for no key update`,
    [ctx.tenantId, ids.map(bucketOf), ids],
  );
  return rows.map(toRow);
}

/** Sessions of a member that were neither sold nor given up. */
export async function lockUnsold(
  ctx: Ctx,
  member: Readonly<{ bucket: number; memberId: string }>,
): Promise<SessionRow[]> {
  const rows = await ctx.query<Columns>(
    `select ${columns} from checkout_sessions
     where bucket = $1 and tenant_id = $2 and member_id = $3 and status in ('open', 'reserved')
     order by id for no key update`,
    [member.bucket, ctx.tenantId, member.memberId],
  );
  return rows.map(toRow);
}

/** Sessions of a member whose reservation is over, locked in one order. */
export async function lockDueSessions(
  ctx: Ctx,
  members: readonly Readonly<{ bucket: number; memberId: string }>[],
): Promise<SessionRow[]> {
  const rows = await ctx.query<Columns>(
    `select ${columns} from checkout_sessions
     where tenant_id = $1 and (bucket, member_id) in (select * from unnest($2::smallint[], $3::uuid[]))
       and status = 'reserved' and reserved_until <= $4
     order by bucket, id for no key update`,
    [ctx.tenantId, members.map(({ bucket }) => bucket), members.map(({ memberId }) => memberId), iso(ctx.now)],
  );
  return rows.map(toRow);
}

/** The sessions that sold these purchases, locked in one order. Most purchases come of none. */
export async function lockSoldAs(
  ctx: Ctx,
  sold: readonly Readonly<{ bucket: number; activityId: string }>[],
): Promise<SessionRow[]> {
  const rows = await ctx.query<Columns>(
    `select ${columns} from checkout_sessions
     where tenant_id = $1 and (bucket, activity_id) in (select * from unnest($2::smallint[], $3::uuid[]))
       and activity_id is not null
     order by bucket, id for no key update`,
    [ctx.tenantId, sold.map(({ bucket }) => bucket), sold.map(({ activityId }) => activityId)],
  );
  return rows.map(toRow);
}

/** What became of sessions whose rows are locked. */
export async function saveSessions(ctx: Ctx, sessions: readonly SessionRow[]): Promise<void> {
  await ctx.query(
    `update checkout_sessions s set version = n.version, status = n.status, basket = n.basket,
       rewards = array(select json_array_elements_text(n.rewards)::uuid), reserved_until = n.reserved_until,
       hold_id = n.hold_id, spend_id = n.spend_id, activity_id = n.activity_id, applied = n.applied,
       earned = n.earned, given_back = n.given_back, changed_at = $2
     from unnest($3::smallint[], $4::uuid[], $5::int[], $6::text[], $7::json[], $8::json[], $9::timestamptz[],
       $10::uuid[], $11::uuid[], $12::uuid[], $13::json[], $14::json[], $15::json[])
       as n (bucket, id, version, status, basket, rewards, reserved_until, hold_id, spend_id, activity_id, applied,
         earned, given_back)
     where s.bucket = n.bucket and s.tenant_id = $1 and s.id = n.id`,
    [
      ctx.tenantId,
      iso(ctx.now),
      sessions.map(({ bucket }) => bucket),
      sessions.map(({ id }) => id),
      sessions.map(({ version }) => version),
      sessions.map(({ status }) => status),
      sessions.map(({ basket }) => JSON.stringify(basket)),
      sessions.map(({ rewards }) => JSON.stringify(rewards)),
      sessions.map(({ reservedUntil }) => isoOrNull(reservedUntil)),
      sessions.map(({ holdId }) => holdId),
      sessions.map(({ spendId }) => spendId),
      sessions.map(({ activityId }) => activityId),
      sessions.map(({ applied }) => jsonOrNull(applied)),
      sessions.map(({ earned }) => jsonOrNull(earned)),
      sessions.map(({ givenBack }) => jsonOrNull(givenBack)),
    ],
  );
}

export type ReturnRow = Readonly<{
  bucket: number;
  sessionId: string;
  id: string;
  memberId: string;
  document: string;
  part: string;
  activityId: string;
  result: ReturnResult;
  createdAt: number;
}>;

/** What went back: kept as it was told, so that a repeat hears the same. */
export type ReturnResult = Readonly<{
  moneyMinor: number;
  lines: readonly Readonly<{ line: number; quantityThousandths: number; money: Taxed; worth: Taxed }>[];
  points: readonly Readonly<{ id: string; points: number }>[];
  earned: readonly Earned[];
  shortfalls: readonly Readonly<{
    pointsType: number;
    points: number;
    policy: "debt" | "clamp" | "charge";
    amountMinor: number | null;
  }>[];
}>;
type Taxed = Readonly<{ grossMinor: number; netMinor: number; taxMinor: number }>;

export async function insertReturn(ctx: Ctx, made: ReturnRow): Promise<void> {
  await ctx.query(
    `insert into session_returns (bucket, tenant_id, session_id, id, member_id, document, part, activity_id, result,
       created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      made.bucket,
      ctx.tenantId,
      made.sessionId,
      made.id,
      made.memberId,
      made.document,
      made.part,
      made.activityId,
      JSON.stringify(made.result),
      iso(made.createdAt),
    ],
  );
}

type ReturnColumns = {
  bucket: number;
  session_id: string;
  id: string;
  member_id: string;
  document: string;
  part: string;
  activity_id: string;
  result: ReturnResult;
  created_at: number;
};

const returnColumns = `bucket, session_id, id, member_id, document, part, activity_id, result, created_at`;

export async function findReturn(ctx: Ctx, key: { sessionId: string; id: string }): Promise<ReturnRow | null> {
  const [row] = await ctx.query<ReturnColumns>(
    `select ${returnColumns} from session_returns
     where bucket = $1 and tenant_id = $2 and session_id = $3 and id = $4`,
    [bucketOf(key.sessionId), ctx.tenantId, key.sessionId, key.id],
  );
  return row === undefined ? null : toReturn(row);
}

/** The return of a session that was told under this name. */
export async function findReturnNamed(
  ctx: Ctx,
  { bucket, id }: Pick<SessionRow, "bucket" | "id">,
  { document, part }: { document: string; part: string },
): Promise<ReturnRow | null> {
  const [row] = await ctx.query<ReturnColumns>(
    `select ${returnColumns} from session_returns
     where bucket = $1 and tenant_id = $2 and session_id = $3 and document = $4 and part = $5`,
    [bucket, ctx.tenantId, id, document, part],
  );
  return row === undefined ? null : toReturn(row);
}

function toReturn({ session_id, member_id, activity_id, created_at, ...same }: ReturnColumns): ReturnRow {
  return { ...same, sessionId: session_id, memberId: member_id, activityId: activity_id, createdAt: created_at };
}
