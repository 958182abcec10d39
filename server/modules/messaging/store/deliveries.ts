// All SQL on deliveries: one row a member, cause and channel. Who sends takes them under a lease; everything else about
// them happens in the bucket of their member.
import type { MessagePurpose } from "@fedele/core/messageGates.ts";
import type { CauseKind, DeliveryStatus } from "@fedele/sdk/schemas/message.ts";
import type { MessageChannel } from "@fedele/sdk/schemas/messageTemplate.ts";
import type { Database } from "../../../platform/database/database.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso, timeTextOrNull as isoOrNull } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

export type NewDelivery = Readonly<{
  id: string;
  memberId: string;
  channel: MessageChannel;
  templateId: string;
  topic: string;
  purpose: MessagePurpose;
  causeKind: CauseKind;
  causeId: string;
  /** The group that a split put the member into; null: there is none. */
  variant: string | null;
  /** Sealed; null: the cause brings nothing along. */
  data: Buffer | null;
  dueAt: number;
}>;

export type DeliveryRow = Omit<NewDelivery, "dueAt"> &
  Readonly<{
    version: number | null;
    status: DeliveryStatus;
    reason: string | null;
    attempts: number;
    dueAt: number | null;
    createdAt: number;
    sentAt: number | null;
  }>;

type Row = {
  id: string;
  member_id: string;
  channel: MessageChannel;
  template_id: string;
  version: number | null;
  topic: string;
  purpose: MessagePurpose;
  cause_kind: CauseKind;
  cause_id: string;
  variant: string | null;
  data: Buffer | null;
  status: DeliveryStatus;
  reason: string | null;
  attempts: number;
  due_at: number | null;
  created_at: number;
  sent_at: number | null;
};

const columns = `d.id, d.member_id, d.channel, d.template_id, d.version, d.topic, d.purpose, d.cause_kind, d.cause_id,
  d.variant, d.data, d.status, d.reason, d.attempts, d.due_at, d.created_at, d.sent_at`;

/** Returns the ids of those that are new: the others were asked for before. */
export async function insertDeliveries(ctx: Ctx, deliveries: readonly NewDelivery[]): Promise<ReadonlySet<string>> {
  if (deliveries.length === 0) return new Set();
  const sorted = deliveries.toSorted((a, b) => bucketOf(a.memberId) - bucketOf(b.memberId) || (a.id < b.id ? -1 : 1));
  const rows = await ctx.query<{ id: string }>(
    `insert into deliveries (bucket, tenant_id, member_id, id, channel, template_id, topic, purpose, cause_kind,
       cause_id, variant, data, status, due_at, created_at, changed_at)
     select bucket, $1, member_id, id, channel, template_id, topic, purpose, cause_kind, cause_id, variant, data,
       'queued', due_at, $14, $14
     from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::text[], $9::text[],
       $10::uuid[], $11::text[], $12::bytea[], $13::timestamptz[])
       as d (bucket, member_id, id, channel, template_id, topic, purpose, cause_kind, cause_id, variant, data, due_at)
     on conflict do nothing returning id`,
    [
      ctx.tenantId,
      sorted.map(({ memberId }) => bucketOf(memberId)),
      sorted.map(({ memberId }) => memberId),
      sorted.map(({ id }) => id),
      sorted.map(({ channel }) => channel),
      sorted.map(({ templateId }) => templateId),
      sorted.map(({ topic }) => topic),
      sorted.map(({ purpose }) => purpose),
      sorted.map(({ causeKind }) => causeKind),
      sorted.map(({ causeId }) => causeId),
      sorted.map(({ variant }) => variant),
      sorted.map(({ data }) => data),
      sorted.map(({ dueAt }) => iso(dueAt)),
      iso(ctx.now),
    ],
  );
  return new Set(rows.map(({ id }) => id));
}

export async function findDelivery(ctx: Ctx, memberId: string, id: string): Promise<DeliveryRow | undefined> {
  const rows = await ctx.query<Row>(
    `select ${columns} from deliveries d
     where d.bucket = $1 and d.tenant_id = $2 and d.member_id = $3 and d.id = $4`,
    [bucketOf(memberId), ctx.tenantId, memberId, id],
  );
  return rows.map(toDelivery)[0];
}

/** The latest first. */
export async function listDeliveries(
  ctx: Ctx,
  memberId: string,
  page: { before: string | null; limit: number },
): Promise<DeliveryRow[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from deliveries d
     where d.bucket = $1 and d.tenant_id = $2 and d.member_id = $3 and ($4::uuid is null or d.id < $4)
     order by d.id desc limit $5`,
    [bucketOf(memberId), ctx.tenantId, memberId, page.before, page.limit],
  );
  return rows.map(toDelivery);
}

/** How many promotional messages left for each of the members since then. */
export async function countRecent(
  ctx: Ctx,
  memberIds: readonly string[],
  sinceMs: number,
): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.query<{ member_id: string; sent: number }>(
    `select m.member_id, recent.sent
     from unnest($2::smallint[], $3::uuid[]) as m (bucket, member_id)
     cross join lateral (
       select count(*) as sent from deliveries d
       where d.bucket = m.bucket and d.tenant_id = $1 and d.member_id = m.member_id
         and d.purpose = 'promotional' and d.sent_at > $4
     ) as recent`,
    [ctx.tenantId, memberIds.map(bucketOf), memberIds, iso(sinceMs)],
  );
  return new Map(rows.map((row) => [row.member_id, row.sent]));
}

export type DuePlace = Readonly<{ tenantId: string; bucket: number }>;

/** Where something may be due: one step of the index a tenant and bucket, however much waits there. */
export async function findDuePlaces(db: Database, limit: number): Promise<DuePlace[]> {
  const { rows } = await db.maintenance.query<{ bucket: number; tenant_id: string }>(
    `/* scatter: due messages of every tenant */
     with recursive place as (
       (select d.bucket, d.tenant_id from deliveries d where d.due_at is not null
        order by d.bucket, d.tenant_id limit 1)
       union all
       select next.bucket, next.tenant_id from place cross join lateral (
         select d.bucket, d.tenant_id from deliveries d
         where d.due_at is not null and (d.bucket, d.tenant_id) > (place.bucket, place.tenant_id)
         order by d.bucket, d.tenant_id limit 1
       ) as next
     )
     select bucket, tenant_id from place limit $1`,
    [limit],
  );
  return rows.map((row) => ({ tenantId: row.tenant_id, bucket: row.bucket }));
}

/** Takes what is due in a place, the longest due first: until the lease is over nobody else takes it. */
export async function leaseDue(
  db: Database,
  { tenantId, bucket }: DuePlace,
  asked: { nowMs: number; wallMs: number; leasedUntilMs: number; limit: number },
): Promise<DeliveryRow[]> {
  const { rows } = await db.maintenance.query<Row>(
    `update deliveries d set leased_until = $5, attempts = d.attempts + 1
     from (
       select bucket, tenant_id, member_id, id from deliveries
       where bucket = $1 and tenant_id = $2 and due_at <= $3 and (leased_until is null or leased_until <= $4)
       order by due_at limit $6 for update skip locked
     ) due
     where d.bucket = due.bucket and d.tenant_id = due.tenant_id and d.member_id = due.member_id and d.id = due.id
     returning ${columns}`,
    [bucket, tenantId, iso(asked.nowMs), iso(asked.wallMs), iso(asked.leasedUntilMs), asked.limit],
  );
  return rows.map(toDelivery);
}

/** What came of a try. `dueAt`: when the next one is; null: never. */
export type Result = Readonly<{
  delivery: Pick<DeliveryRow, "id" | "memberId">;
  status: DeliveryStatus;
  reason: string | null;
  version: number | null;
  attempts: number;
  dueAt: number | null;
  sentAt: number | null;
}>;

/** What has ended needs no words any more: what its cause brought along is emptied. */
export async function saveResults(ctx: Ctx, results: readonly Result[]): Promise<void> {
  if (results.length === 0) return;
  const sorted = results.toSorted(
    (a, b) => bucketOf(a.delivery.memberId) - bucketOf(b.delivery.memberId) || (a.delivery.id < b.delivery.id ? -1 : 1),
  );
  await ctx.query(
    `update deliveries d set status = r.status, reason = r.reason, version = coalesce(r.version, d.version),
       attempts = r.attempts, due_at = r.due_at, sent_at = coalesce(r.sent_at, d.sent_at), leased_until = null,
       changed_at = $11, data = case when r.status = 'queued' then d.data end
     from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::int[], $8::smallint[],
       $9::timestamptz[], $10::timestamptz[])
       as r (bucket, member_id, id, status, reason, version, attempts, due_at, sent_at)
     where d.bucket = r.bucket and d.tenant_id = $1 and d.member_id = r.member_id and d.id = r.id`,
    [
      ctx.tenantId,
      sorted.map(({ delivery }) => bucketOf(delivery.memberId)),
      sorted.map(({ delivery }) => delivery.memberId),
      sorted.map(({ delivery }) => delivery.id),
      sorted.map(({ status }) => status),
      sorted.map(({ reason }) => reason),
      sorted.map(({ version }) => version),
      sorted.map(({ attempts }) => attempts),
      sorted.map(({ dueAt }) => isoOrNull(dueAt)),
      sorted.map(({ sentAt }) => isoOrNull(sentAt)),
      iso(ctx.now),
    ],
  );
}

function toDelivery(row: Row): DeliveryRow {
  const { member_id, template_id, cause_kind, cause_id, due_at, created_at, sent_at, ...rest } = row;
  return {
    ...rest,
    memberId: member_id,
    templateId: template_id,
    causeKind: cause_kind,
    causeId: cause_id,
    dueAt: due_at,
    createdAt: created_at,
    sentAt: sent_at,
  };
}
