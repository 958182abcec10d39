// All SQL on consents: rows are added and read, nothing else.
import type { Saying } from "@fedele/core/consents.ts";
import type { Consent as ConsentReply } from "@fedele/sdk/schemas/consent.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso, timeTextOrNull as isoOrNull } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

export type Consent = Saying &
  Readonly<{
    id: string;
    memberId: string;
    source: ConsentReply["source"];
    textVersion: string | null;
    askedAt: number | null;
    confirmedAt: number | null;
    addressHash: Buffer | null;
    recordedBy: string;
    recordedAt: number;
  }>;

type Row = Saying & {
  id: string;
  member_id: string;
  source: ConsentReply["source"];
  text_version: string | null;
  asked_at: number | null;
  confirmed_at: number | null;
  address_hash: Buffer | null;
  recorded_by: string;
  recorded_at: number;
};

const columns = `id, member_id, topic, state, at, source, text_version, asked_at, confirmed_at, address_hash,
  recorded_by, recorded_at`;

export async function insertConsent(ctx: Ctx, consent: Consent): Promise<void> {
  await ctx.query(
    `insert into consents (bucket, tenant_id, member_id, id, topic, state, at, source, text_version, asked_at,
       confirmed_at, address_hash, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      bucketOf(consent.memberId),
      ctx.tenantId,
      consent.memberId,
      consent.id,
      consent.topic,
      consent.state,
      iso(consent.at),
      consent.source,
      consent.textVersion,
      isoOrNull(consent.askedAt),
      isoOrNull(consent.confirmedAt),
      consent.addressHash,
      consent.recordedBy,
      iso(consent.recordedAt),
    ],
  );
}

export async function findConsent(ctx: Ctx, memberId: string, id: string): Promise<Consent | null> {
  const rows = await ctx.query<Row>(
    `select ${columns} from consents where bucket = $1 and tenant_id = $2 and member_id = $3 and id = $4`,
    [bucketOf(memberId), ctx.tenantId, memberId, id],
  );
  return rows.map(toConsent)[0] ?? null;
}

/** The last word on every topic; "withdrawn" comes first of two at the same moment, as core has it. */
export async function findLastWords(ctx: Ctx, memberId: string): Promise<Consent[]> {
  const rows = await ctx.query<Row>(
    `select distinct on (topic) ${columns} from consents where bucket = $1 and tenant_id = $2 and member_id = $3
     order by topic, at desc, state desc, id desc`,
    [bucketOf(memberId), ctx.tenantId, memberId],
  );
  return rows.map(toConsent);
}

/** The last word of each of these members on one topic; who has said nothing is missing. */
export async function findLastWordsOn(
  ctx: Ctx,
  memberIds: readonly string[],
  topic: Saying["topic"],
): Promise<ReadonlyMap<string, Saying>> {
  const rows = await ctx.query<Saying & { member_id: string }>(
    `select m.member_id, last.topic, last.state, last.at
     from unnest($2::smallint[], $3::uuid[]) as m (bucket, member_id)
     cross join lateral (
       select topic, state, at from consents c
       where c.bucket = m.bucket and c.tenant_id = $1 and c.member_id = m.member_id and c.topic = $4
       order by at desc, state desc, id desc limit 1
     ) as last`,
    [ctx.tenantId, memberIds.map(bucketOf), memberIds, topic],
  );
  return new Map(rows.map(({ member_id, ...said }) => [member_id, said]));
}

/** The latest told first. */
export async function listConsents(
  ctx: Ctx,
  memberId: string,
  page: { before: string | null; limit: number },
): Promise<Consent[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from consents
     where bucket = $1 and tenant_id = $2 and member_id = $3 and ($4::uuid is null or id < $4)
     order by id desc limit $5`,
    [bucketOf(memberId), ctx.tenantId, memberId, page.before, page.limit],
  );
  return rows.map(toConsent);
}

function toConsent(row: Row): Consent {
  const { id, topic, state, at, source } = row;
  return {
    id,
    memberId: row.member_id,
    topic,
    state,
    at,
    source,
    textVersion: row.text_version,
    askedAt: row.asked_at,
    confirmedAt: row.confirmed_at,
    addressHash: row.address_hash,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  };
}
