// How far purchases came back, returns that wait for their sale, and returns that never found one.
import type { ReturnedSoFar } from "@fedele/core/returns.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import type { NewActivity } from "../newActivity.ts";
import type { BusinessKey } from "../storedActivities.ts";
import type { ActivityPlace } from "./activities.ts";

const iso = (ms: number): string => new Date(ms).toISOString();

export async function findReturned(
  ctx: Ctx,
  purchases: readonly ActivityPlace[],
): Promise<{ activityId: string; returned: ReturnedSoFar }[]> {
  const rows = await ctx.query<{ activity_id: string; returned: { q: number[]; t: number[] } }>(
    `select r.activity_id, r.returned from unnest($2::smallint[], $3::uuid[], $4::uuid[]) as w (bucket, member_id, id)
     join purchase_returns r on r.bucket = w.bucket and r.tenant_id = $1 and r.member_id = w.member_id
       and r.activity_id = w.id`,
    [
      ctx.tenantId,
      purchases.map((place) => place.bucket),
      purchases.map((place) => place.memberId),
      purchases.map((place) => place.id),
    ],
  );
  return rows.map((row) => ({
    activityId: row.activity_id,
    returned: { quantities: row.returned.q, takenPerAward: row.returned.t },
  }));
}

export async function saveReturned(
  ctx: Ctx,
  purchases: readonly (ActivityPlace & { returned: ReturnedSoFar })[],
): Promise<void> {
  await ctx.query(
    `insert into purchase_returns (bucket, tenant_id, member_id, activity_id, returned)
     select n.bucket, $1, n.member_id, n.id, n.returned
     from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::json[]) as n (bucket, member_id, id, returned)
     on conflict (bucket, tenant_id, member_id, activity_id) do update set returned = excluded.returned`,
    [
      ctx.tenantId,
      purchases.map((place) => place.bucket),
      purchases.map((place) => place.memberId),
      purchases.map((place) => place.id),
      purchases.map(({ returned }) => JSON.stringify({ q: returned.quantities, t: returned.takenPerAward })),
    ],
  );
}

/** A return that waits under its sale's key; `body` is the return as it came in. */
export type ParkedReturn = Readonly<{
  sale: BusinessKey;
  own: BusinessKey;
  memberId: string;
  body: NewActivity;
  fingerprint: string;
  dueAt: number;
}>;

export async function insertParkedReturns(ctx: Ctx, parked: readonly ParkedReturn[]): Promise<void> {
  await ctx.query(
    `insert into parked_returns (bucket, tenant_id, source, document, part, return_source, return_document, return_part,
       member_id, body, body_hash, due_at, status, created_at)
     select n.bucket, $1, n.source, n.document, n.part, n.return_source, n.return_document, n.return_part, n.member_id,
       n.body, decode(n.body_hash, 'base64'), n.due_at, 'parked', $2
     from unnest($3::smallint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::uuid[],
       $11::json[], $12::text[], $13::timestamptz[])
       as n (bucket, source, document, part, return_source, return_document, return_part, member_id, body, body_hash,
         due_at)`,
    [
      ctx.tenantId,
      iso(ctx.now),
      parked.map(({ sale }) => sale.bucket),
      parked.map(({ sale }) => sale.source),
      parked.map(({ sale }) => sale.document),
      parked.map(({ sale }) => sale.part),
      parked.map(({ own }) => own.source),
      parked.map(({ own }) => own.document),
      parked.map(({ own }) => own.part),
      parked.map((it) => it.memberId),
      parked.map((it) => JSON.stringify(it.body)),
      parked.map((it) => it.fingerprint),
      parked.map((it) => iso(it.dueAt)),
    ],
  );
}

type ParkedRow = {
  bucket: number;
  source: string;
  document: string;
  part: string;
  return_source: string;
  return_document: string;
  return_part: string;
  member_id: string;
  body: NewActivity;
  due_at: number;
};

export type ParkedStatus = "parked" | "settled" | "orphan";

export type WaitingReturn = Readonly<{
  sale: BusinessKey;
  own: Omit<BusinessKey, "bucket">;
  memberId: string;
  body: NewActivity;
  dueAt: number;
}>;

/**
 * Returns that were told before their sale. The table is all but empty, so asking on every batch costs next to
 * nothing.
 */
export async function findParkedReturns(ctx: Ctx, sales: readonly BusinessKey[]): Promise<WaitingReturn[]> {
  const rows = await ctx.query<ParkedRow>(
    `select p.bucket, p.source, p.document, p.part, p.return_source, p.return_document, p.return_part, p.member_id,
       p.body, p.due_at
     from unnest($2::smallint[], $3::text[], $4::text[], $5::text[]) as w (bucket, source, document, part)
     join parked_returns p on p.bucket = w.bucket and p.tenant_id = $1 and p.source = w.source
       and p.document = w.document and p.part = w.part
     where p.status = 'parked'
     order by p.created_at`,
    [
      ctx.tenantId,
      sales.map((key) => key.bucket),
      sales.map((key) => key.source),
      sales.map((key) => key.document),
      sales.map((key) => key.part),
    ],
  );
  return rows.map((row) => ({
    sale: { bucket: row.bucket, source: row.source, document: row.document, part: row.part },
    own: { source: row.return_source, document: row.return_document, part: row.return_part },
    memberId: row.member_id,
    body: row.body,
    dueAt: row.due_at,
  }));
}

/** What became of returns that were parked under a sale. */
export async function findParked(
  ctx: Ctx,
  returns: readonly { sale: BusinessKey; own: BusinessKey }[],
): Promise<{ own: BusinessKey; status: ParkedStatus; dueAt: number }[]> {
  const rows = await ctx.query<{ at: number; status: ParkedStatus; due_at: number }>(
    `select w.at::int as at, p.status, p.due_at
     from unnest($2::smallint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) with ordinality
       as w (bucket, source, document, part, return_source, return_document, return_part, at)
     join parked_returns p on p.bucket = w.bucket and p.tenant_id = $1 and p.source = w.source
       and p.document = w.document and p.part = w.part and p.return_source = w.return_source
       and p.return_document = w.return_document and p.return_part = w.return_part`,
    [
      ctx.tenantId,
      returns.map(({ sale }) => sale.bucket),
      returns.map(({ sale }) => sale.source),
      returns.map(({ sale }) => sale.document),
      returns.map(({ sale }) => sale.part),
      returns.map(({ own }) => own.source),
      returns.map(({ own }) => own.document),
      returns.map(({ own }) => own.part),
    ],
  );
  return rows.flatMap(({ at, status, due_at }) => {
    const asked = returns[at - 1];
    return asked === undefined ? [] : [{ own: asked.own, status, dueAt: due_at }];
  });
}

export async function closeParkedReturns(
  ctx: Ctx,
  returns: readonly { sale: BusinessKey; own: Omit<BusinessKey, "bucket">; status: "settled" | "orphan" }[],
): Promise<void> {
  await ctx.query(
    `update parked_returns p set status = n.status
     from unnest($2::smallint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
       as n (bucket, source, document, part, return_source, return_document, return_part, status)
     where p.bucket = n.bucket and p.tenant_id = $1 and p.source = n.source and p.document = n.document
       and p.part = n.part and p.return_source = n.return_source and p.return_document = n.return_document
       and p.return_part = n.return_part`,
    [
      ctx.tenantId,
      returns.map(({ sale }) => sale.bucket),
      returns.map(({ sale }) => sale.source),
      returns.map(({ sale }) => sale.document),
      returns.map(({ sale }) => sale.part),
      returns.map(({ own }) => own.source),
      returns.map(({ own }) => own.document),
      returns.map(({ own }) => own.part),
      returns.map(({ status }) => status),
    ],
  );
}

/** One line of an imported return that found no sale, wholly or in part. */
export type OrphanRow = Readonly<{
  key: BusinessKey;
  line: number;
  customerHash: Buffer;
  customerSealed: Buffer;
  sku: string;
  quantityThousandths: number;
  amountMinor: number;
  eventAt: number;
}>;

export async function insertOrphans(ctx: Ctx, orphans: readonly OrphanRow[]): Promise<void> {
  await ctx.query(
    `insert into orphan_returns (bucket, tenant_id, source, document, line, customer_hash, customer_sealed, sku,
       quantity_thousandths, amount_minor, event_at, created_at)
     select n.bucket, $1, n.source, n.document, n.line, n.customer_hash, n.customer_sealed, n.sku,
       n.quantity_thousandths, n.amount_minor, n.event_at, $2
     from unnest($3::smallint[], $4::text[], $5::text[], $6::int[], $7::bytea[], $8::bytea[], $9::text[], $10::bigint[],
       $11::bigint[], $12::timestamptz[])
       as n (bucket, source, document, line, customer_hash, customer_sealed, sku, quantity_thousandths, amount_minor,
         event_at)
     on conflict do nothing`,
    [
      ctx.tenantId,
      iso(ctx.now),
      orphans.map(({ key }) => key.bucket),
      orphans.map(({ key }) => key.source),
      orphans.map(({ key }) => key.document),
      orphans.map((orphan) => orphan.line),
      orphans.map((orphan) => orphan.customerHash),
      orphans.map((orphan) => orphan.customerSealed),
      orphans.map((orphan) => orphan.sku),
      orphans.map((orphan) => orphan.quantityThousandths),
      orphans.map((orphan) => orphan.amountMinor),
      orphans.map((orphan) => iso(orphan.eventAt)),
    ],
  );
}
