// Activities and their business keys. An activity's lines, awards and facts are kept as compact arrays, whose places
// are said in storedActivities.ts.
import type { ActivityKind } from "@fedele/core/activity.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import type { ActivityRow, BusinessKey, KeyRow, StoredAwards, StoredFacts, StoredLine } from "../storedActivities.ts";

/** The keys that were new, now taken. The row is the lock: a second caller waits, then finds it taken. */
export async function claimActivityKeys(ctx: Ctx, keys: readonly KeyRow[]): Promise<Set<string>> {
  const rows = await ctx.query<{ activity_id: string }>(
    `insert into activity_keys (bucket, tenant_id, source, document, part, member_id, activity_id, body_hash)
     select n.bucket, $1, n.source, n.document, n.part, n.member_id, n.activity_id, decode(n.body_hash, 'base64')
     from unnest($2::smallint[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::text[])
       as n (bucket, source, document, part, member_id, activity_id, body_hash)
     on conflict do nothing
     returning activity_id`,
    [
      ctx.tenantId,
      keys.map((key) => key.bucket),
      keys.map((key) => key.source),
      keys.map((key) => key.document),
      keys.map((key) => key.part),
      keys.map((key) => key.memberId),
      keys.map((key) => key.activityId),
      keys.map((key) => key.fingerprint),
    ],
  );
  return new Set(rows.map((row) => row.activity_id));
}

type StoredKey = {
  bucket: number;
  source: string;
  document: string;
  part: string;
  member_id: string;
  activity_id: string;
  body_hash: string;
};

export async function findActivityKeys(ctx: Ctx, keys: readonly BusinessKey[]): Promise<KeyRow[]> {
  const rows = await ctx.query<StoredKey>(
    `select k.bucket, k.source, k.document, k.part, k.member_id, k.activity_id, encode(k.body_hash, 'base64') as
       body_hash
     from unnest($2::smallint[], $3::text[], $4::text[], $5::text[]) as w (bucket, source, document, part)
     join activity_keys k on k.bucket = w.bucket and k.tenant_id = $1 and k.source = w.source
       and k.document = w.document and k.part = w.part`,
    [
      ctx.tenantId,
      keys.map((key) => key.bucket),
      keys.map((key) => key.source),
      keys.map((key) => key.document),
      keys.map((key) => key.part),
    ],
  );
  return rows.map(({ member_id, activity_id, body_hash, ...key }) => ({
    ...key,
    memberId: member_id,
    activityId: activity_id,
    fingerprint: body_hash,
  }));
}

/** Frees the keys of refused activities: what was not done may be asked again. */
export async function releaseActivityKeys(ctx: Ctx, keys: readonly BusinessKey[]): Promise<void> {
  await ctx.query(
    `delete from activity_keys k
     using unnest($2::smallint[], $3::text[], $4::text[], $5::text[]) as n (bucket, source, document, part)
     where k.bucket = n.bucket and k.tenant_id = $1 and k.source = n.source and k.document = n.document
       and k.part = n.part`,
    [
      ctx.tenantId,
      keys.map((key) => key.bucket),
      keys.map((key) => key.source),
      keys.map((key) => key.document),
      keys.map((key) => key.part),
    ],
  );
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

export async function insertActivities(ctx: Ctx, rows: readonly ActivityRow[]): Promise<void> {
  await ctx.query(
    `insert into activities (bucket, tenant_id, member_id, id, kind, source, document, part, channel, partner_id,
       location_id, currency, amount_minor, rate, rate_date, lines, attributes, awards, facts, purchase_id, event_at,
       created_at)
     select n.bucket, $1, n.member_id, n.id, n.kind, n.source, n.document, n.part, n.channel, n.partner_id,
       n.location_id, n.currency, n.amount_minor, n.rate, n.rate_date, n.lines, n.attributes, n.awards, n.facts,
       n.purchase_id, n.event_at, n.created_at
     from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
       $10::uuid[], $11::uuid[], $12::text[], $13::bigint[], $14::numeric[], $15::date[],
       string_to_array($16, E'\\x1e', '')::json[], string_to_array($17, E'\\x1e', '')::json[],
       string_to_array($18, E'\\x1e', '')::json[], string_to_array($19, E'\\x1e', '')::json[],
       $20::uuid[], $21::timestamptz[], $22::timestamptz[])
       as n (bucket, member_id, id, kind, source, document, part, channel, partner_id, location_id, currency,
         amount_minor, rate, rate_date, lines, attributes, awards, facts, purchase_id, event_at, created_at)`,
    [
      ctx.tenantId,
      rows.map((row) => row.bucket),
      rows.map((row) => row.memberId),
      rows.map((row) => row.id),
      rows.map((row) => row.kind),
      rows.map((row) => row.source),
      rows.map((row) => row.document),
      rows.map((row) => row.part),
      rows.map((row) => row.channel),
      rows.map((row) => row.partnerId),
      rows.map((row) => row.locationId),
      rows.map((row) => row.currency),
      rows.map((row) => row.amountMinor),
      rows.map((row) => row.rate),
      rows.map((row) => row.rateDate),
      packed(rows.map((row) => json(row.lines))),
      packed(rows.map((row) => json(row.attributes))),
      packed(rows.map((row) => json(row.awards))),
      packed(rows.map((row) => json(row.facts))),
      rows.map((row) => row.purchaseId),
      rows.map((row) => iso(row.eventAt)),
      rows.map((row) => iso(row.createdAt)),
    ],
  );
}

/** Many JSON texts in one parameter, apart by a character that JSON escapes: no quoting of quotes. Nothing is null. */
function packed(texts: readonly (string | null)[]): string {
  return texts.map((text) => text ?? "").join("\x1e");
}

type Row = {
  bucket: number;
  member_id: string;
  id: string;
  kind: ActivityKind;
  source: string;
  document: string;
  part: string;
  channel: string | null;
  partner_id: string | null;
  location_id: string | null;
  currency: string;
  amount_minor: number;
  rate: string | null;
  rate_date: string | null;
  lines: StoredLine[] | null;
  attributes: Record<string, string | number | boolean> | null;
  awards: StoredAwards | null;
  facts: StoredFacts | null;
  purchase_id: string | null;
  event_at: number;
  created_at: number;
};

const columns = `a.bucket, a.member_id, a.id, a.kind, a.source, a.document, a.part, a.channel, a.partner_id,
  a.location_id, a.currency, a.amount_minor, a.rate, a.rate_date, a.lines, a.attributes, a.awards, a.facts,
  a.purchase_id, a.event_at, a.created_at`;

export type ActivityPlace = Readonly<{ bucket: number; memberId: string; id: string }>;

export async function findActivities(ctx: Ctx, places: readonly ActivityPlace[]): Promise<ActivityRow[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from unnest($2::smallint[], $3::uuid[], $4::uuid[]) as w (bucket, member_id, id)
     join activities a on a.bucket = w.bucket and a.tenant_id = $1 and a.member_id = w.member_id and a.id = w.id`,
    [
      ctx.tenantId,
      places.map((place) => place.bucket),
      places.map((place) => place.memberId),
      places.map((place) => place.id),
    ],
  );
  return rows.map(toActivity);
}

/** A page of a member's activities, latest first. */
export async function listActivities(
  ctx: Ctx,
  member: Readonly<{ bucket: number; memberId: string }>,
  page: { before: string | null; limit: number },
): Promise<ActivityRow[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from activities a
     where a.bucket = $2 and a.tenant_id = $1 and a.member_id = $3 and ($4::uuid is null or a.id < $4)
     order by a.id desc limit $5`,
    [ctx.tenantId, member.bucket, member.memberId, page.before, page.limit],
  );
  return rows.map(toActivity);
}

/** The members' purchases that may hold one of the products: a return without a receipt looks among them. */
export async function findPurchasesOf(
  ctx: Ctx,
  members: readonly Readonly<{ bucket: number; memberId: string }>[],
  products: readonly string[],
): Promise<ActivityRow[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from unnest($2::smallint[], $3::uuid[]) as m (bucket, member_id)
     join activities a on a.bucket = m.bucket and a.tenant_id = $1 and a.member_id = m.member_id
     where a.kind = 'purchase' and exists (select from unnest($4::text[]) as p (quoted)
       where strpos(a.lines::text, p.quoted) > 0)`,
    [
      ctx.tenantId,
      members.map((member) => member.bucket),
      members.map((member) => member.memberId),
      products.map((product) => JSON.stringify(product)),
    ],
  );
  return rows.map(toActivity);
}

/** The latest purchases of all members, by the time at which they happened. */
export async function findLatestPurchases(ctx: Ctx, limit: number): Promise<ActivityRow[]> {
  const rows = await ctx.query<Row>(
    `/* scatter: a campaign is tried on the purchases of all members */
     select ${columns} from activities a where a.tenant_id = $1 and a.kind = 'purchase'
     order by a.event_at desc, a.id desc limit $2`,
    [ctx.tenantId, limit],
  );
  return rows.map(toActivity);
}

/** All parts of the documents that were told so far, among the members' own activities. */
export async function findPartsOf(
  ctx: Ctx,
  documents: readonly Readonly<{ bucket: number; memberId: string; source: string; document: string }>[],
): Promise<ActivityRow[]> {
  const rows = await ctx.query<Row>(
    `select ${columns}
     from unnest($2::smallint[], $3::uuid[], $4::text[], $5::text[]) as d (bucket, member_id, source, document)
     join activities a on a.bucket = d.bucket and a.tenant_id = $1 and a.member_id = d.member_id
       and a.source = d.source and a.document = d.document`,
    [
      ctx.tenantId,
      documents.map((document) => document.bucket),
      documents.map((document) => document.memberId),
      documents.map((document) => document.source),
      documents.map((document) => document.document),
    ],
  );
  return rows.map(toActivity);
}

/** A member's activities of a stretch of the world's time, oldest first. */
export async function findActivitiesBetween(
  ctx: Ctx,
  member: Readonly<{ bucket: number; memberId: string }>,
  stretch: { fromMs: number; untilMs: number },
): Promise<ActivityRow[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from activities a
     where a.bucket = $2 and a.tenant_id = $1 and a.member_id = $3 and a.event_at >= $4 and a.event_at < $5
     order by a.event_at, a.id`,
    [ctx.tenantId, member.bucket, member.memberId, iso(stretch.fromMs), iso(stretch.untilMs)],
  );
  return rows.map(toActivity);
}

/** What was told of the members since each one's moment, the oldest first: by the ids, which tell their time. */
export async function findRecordedSince(
  ctx: Ctx,
  members: readonly Readonly<{ bucket: number; memberId: string; sinceMs: number }>[],
): Promise<ActivityRow[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::timestamptz[])
       as m (bucket, member_id, first_id, since)
     join activities a on a.bucket = m.bucket and a.tenant_id = $1 and a.member_id = m.member_id
       and a.id >= m.first_id and a.created_at >= m.since
     order by a.id`,
    [
      ctx.tenantId,
      members.map((member) => member.bucket),
      members.map((member) => member.memberId),
      members.map((member) => firstIdAt(member.sinceMs)),
      members.map((member) => iso(member.sinceMs)),
    ],
  );
  return rows.map(toActivity);
}

/** No id that was made at that moment or later sorts before it. */
function firstIdAt(atMs: number): string {
  const time = Math.max(0, Math.floor(atMs)).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

function toActivity(row: Row): ActivityRow {
  const { member_id, partner_id, location_id, amount_minor, rate_date, purchase_id, event_at, created_at, ...same } =
    row;
  return {
    ...same,
    memberId: member_id,
    partnerId: partner_id,
    locationId: location_id,
    amountMinor: amount_minor,
    rateDate: rate_date,
    purchaseId: purchase_id,
    eventAt: event_at,
    createdAt: created_at,
  };
}
