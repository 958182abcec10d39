// All SQL on message_preferences and suppressions.
import type { suppressionReasons } from "@fedele/sdk/schemas/messagePreference.ts";
import type { MessageChannel } from "@fedele/sdk/schemas/messageTemplate.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso, timeTextOrNull as isoOrNull } from "../../../platform/database/values.ts";
import { BUCKETS, bucketOf } from "../../../platform/ids.ts";

/** `refused`: "topic/channel". */
export type PreferenceRow = Readonly<{
  memberId: string;
  refused: readonly string[];
  pausedUntil: number | null;
  weeklyMax: number | null;
  timezone: string | null;
}>;

type Row = {
  member_id: string;
  refused: string[];
  paused_until: number | null;
  weekly_max: number | null;
  timezone: string | null;
};

/** Whoever has said nothing has no row. */
export async function findPreferences(ctx: Ctx, memberIds: readonly string[]): Promise<Map<string, PreferenceRow>> {
  const rows = await ctx.query<Row>(
    `select p.member_id, p.refused, p.paused_until, p.weekly_max, p.timezone
     from unnest($2::smallint[], $3::uuid[]) as m (bucket, member_id)
     join message_preferences p on p.bucket = m.bucket and p.tenant_id = $1 and p.member_id = m.member_id`,
    [ctx.tenantId, memberIds.map(bucketOf), memberIds],
  );
  return new Map(
    rows.map((row) => [
      row.member_id,
      {
        memberId: row.member_id,
        refused: row.refused,
        pausedUntil: row.paused_until,
        weeklyMax: row.weekly_max,
        timezone: row.timezone,
      },
    ]),
  );
}

/** Makes the row where there is none and locks it, so that of two words at once none is lost. */
export async function lockPreferences(ctx: Ctx, memberId: string): Promise<PreferenceRow> {
  await ctx.query(
    `insert into message_preferences (bucket, tenant_id, member_id, refused, changed_at)
     values ($1, $2, $3, '{}', $4) on conflict do nothing`,
    [bucketOf(memberId), ctx.tenantId, memberId, iso(ctx.now)],
  );
  const [row] = await ctx.query<Row>(
    `select member_id, refused, paused_until, weekly_max, timezone from message_preferences
     where bucket = $1 and tenant_id = $2 and member_id = $3 for update`,
    [bucketOf(memberId), ctx.tenantId, memberId],
  );
  if (row === undefined) throw new Error("preferences were neither inserted nor found");
  const { refused, timezone } = row;
  return { memberId, refused, timezone, pausedUntil: row.paused_until, weeklyMax: row.weekly_max };
}

export async function savePreferences(ctx: Ctx, row: PreferenceRow): Promise<void> {
  await ctx.query(
    `update message_preferences set refused = $4, paused_until = $5, weekly_max = $6, timezone = $7, changed_at = $8
     where bucket = $1 and tenant_id = $2 and member_id = $3`,
    [
      bucketOf(row.memberId),
      ctx.tenantId,
      row.memberId,
      row.refused,
      isoOrNull(row.pausedUntil),
      row.weeklyMax,
      row.timezone,
      iso(ctx.now),
    ],
  );
}

export async function deletePreferences(ctx: Ctx, memberId: string): Promise<void> {
  await ctx.query("delete from message_preferences where bucket = $1 and tenant_id = $2 and member_id = $3", [
    bucketOf(memberId),
    ctx.tenantId,
    memberId,
  ]);
}

export type Address = Readonly<{ channel: MessageChannel; hash: Buffer }>;
export type SuppressionRow = Address & Readonly<{ reason: (typeof suppressionReasons)[number]; since: number }>;

/** Sorted, so that two who write the same addresses wait for each other instead of for ever. */
export async function insertSuppressions(
  ctx: Ctx,
  rows: readonly (Address & Pick<SuppressionRow, "reason">)[],
): Promise<void> {
  if (rows.length === 0) return;
  const sorted = rows.toSorted((a, b) => Buffer.compare(a.hash, b.hash));
  await ctx.query(
    `insert into suppressions (bucket, tenant_id, channel, address_hash, reason, created_at)
     select bucket, $1, channel, address_hash, reason, $6
     from unnest($2::smallint[], $3::text[], $4::bytea[], $5::text[]) as s (bucket, channel, address_hash, reason)
     on conflict do nothing`,
    [
      ctx.tenantId,
      sorted.map(({ hash }) => bucketOfHash(hash)),
      sorted.map(({ channel }) => channel),
      sorted.map(({ hash }) => hash),
      sorted.map(({ reason }) => reason),
      iso(ctx.now),
    ],
  );
}

export async function findSuppressions(ctx: Ctx, addresses: readonly Address[]): Promise<SuppressionRow[]> {
  if (addresses.length === 0) return [];
  const rows = await ctx.query<{
    channel: MessageChannel;
    address_hash: Buffer;
    reason: SuppressionRow["reason"];
    created_at: number;
  }>(
    `select s.channel, s.address_hash, s.reason, s.created_at
     from unnest($2::smallint[], $3::text[], $4::bytea[]) as a (bucket, channel, address_hash)
     join suppressions s on s.bucket = a.bucket and s.tenant_id = $1 and s.channel = a.channel
      and s.address_hash = a.address_hash`,
    [
      ctx.tenantId,
      addresses.map(({ hash }) => bucketOfHash(hash)),
      addresses.map(({ channel }) => channel),
      addresses.map(({ hash }) => hash),
    ],
  );
  return rows.map(({ address_hash, created_at, ...row }) => ({ ...row, hash: address_hash, since: created_at }));
}

export async function deleteSuppressions(ctx: Ctx, addresses: readonly Address[]): Promise<void> {
  await ctx.query(
    `delete from suppressions s
     using unnest($2::smallint[], $3::text[], $4::bytea[]) as a (bucket, channel, address_hash)
     where s.bucket = a.bucket and s.tenant_id = $1 and s.channel = a.channel and s.address_hash = a.address_hash`,
    [
      ctx.tenantId,
      addresses.map(({ hash }) => bucketOfHash(hash)),
      addresses.map(({ channel }) => channel),
      addresses.map(({ hash }) => hash),
    ],
  );
}

/** The bucket of a keyed hash: its low 14 bits, as the table's check has it. */
function bucketOfHash(hash: Buffer): number {
  return hash.readUInt16BE(30) & (BUCKETS - 1);
}
