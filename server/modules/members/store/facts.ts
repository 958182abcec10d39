import type { MemberFacts } from "@fedele/core/facts.ts";
import type { Standing } from "@fedele/core/tiers.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeTextOrNull as isoOrNull } from "../../../platform/database/values.ts";

export type MemberRecord = Readonly<{
  bucket: number;
  memberId: string;
  facts: MemberFacts;
  standing: Standing;
  /** From when the member is of age; null: they are. */
  adultFrom: number | null;
  /** Until when nothing goes out, because a contact was changed; null: no contact was. */
  frozenUntil: number | null;
  /** The member who they have become; null: they are themselves. */
  mergedInto: string | null;
  firstPurchaseAt: number | null;
  lastActivityAt: number | null;
}>;

type Row = {
  bucket: number;
  member_id: string;
  kind: MemberFacts["kind"];
  status: MemberFacts["status"];
  language: string | null;
  country: string | null;
  birth_month: number | null;
  birth_day: number | null;
  adult_from: number | null;
  frozen_until: number | null;
  merged_into: string | null;
  enrolled_at: number;
  spend_minor: number;
  purchases: number;
  visits: number;
  referrals: number;
  shares: number;
  advocacy: number;
  qualifying_points: number;
  first_purchase_at: number | null;
  last_purchase_at: number | null;
  last_activity_at: number | null;
  tier: string | null;
  tier_since: number | null;
  tier_until: number | null;
  tier_next: string | null;
  tier_manual: string | null;
  tier_manual_until: number | null;
  tier_version: number | null;
  period_start: number | null;
  period_value: number;
};

const columns = `f.bucket, f.member_id, f.kind, f.status, f.language, f.country, f.birth_month, f.birth_day,
  f.adult_from, f.frozen_until, f.merged_into, f.enrolled_at,
  f.spend_minor, f.purchases, f.visits, f.referrals, f.shares, f.advocacy, f.qualifying_points, f.first_purchase_at,
  f.last_purchase_at, f.last_activity_at, f.tier, f.tier_since, f.tier_until, f.tier_next, f.tier_manual,
  f.tier_manual_until, f.tier_version, f.period_start, f.period_value`;

/** The members' records, locked in one order. A member who does not exist is missing from the answer. */
export async function lockFacts(
  ctx: Ctx,
  members: readonly Readonly<{ bucket: number; memberId: string }>[],
): Promise<MemberRecord[]> {
  const rows = await ctx.query<Row>(
    `select ${columns}
     from unnest($2::smallint[], $3::uuid[]) as m (bucket, member_id)
     join member_facts f on f.bucket = m.bucket and f.tenant_id = $1 and f.member_id = m.member_id
     order by f.bucket, f.member_id
     for no key update of f`,
    [ctx.tenantId, members.map((member) => member.bucket), members.map((member) => member.memberId)],
  );
  return rows.map(toRecord);
}

/** One member's record as it was last written. */
export async function findFacts(
  ctx: Ctx,
  member: Readonly<{ bucket: number; memberId: string }>,
): Promise<MemberRecord | null> {
  const [row] = await ctx.query<Row>(
    `select ${columns} from member_facts f where f.bucket = $2 and f.tenant_id = $1 and f.member_id = $3`,
    [ctx.tenantId, member.bucket, member.memberId],
  );
  return row === undefined ? null : toRecord(row);
}

/** The members' records as they were last written. */
export async function findAllFacts(
  ctx: Ctx,
  members: readonly Readonly<{ bucket: number; memberId: string }>[],
): Promise<MemberRecord[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from unnest($2::smallint[], $3::uuid[]) as m (bucket, member_id)
     join member_facts f on f.bucket = m.bucket and f.tenant_id = $1 and f.member_id = m.member_id`,
    [ctx.tenantId, members.map((member) => member.bucket), members.map((member) => member.memberId)],
  );
  return rows.map(toRecord);
}

/** Which of the members exist. */
export async function findKnown(
  ctx: Ctx,
  members: readonly Readonly<{ bucket: number; memberId: string }>[],
): Promise<ReadonlySet<string>> {
  const rows = await ctx.query<{ member_id: string }>(
    `select f.member_id from unnest($2::smallint[], $3::uuid[]) as m (bucket, member_id)
     join member_facts f on f.bucket = m.bucket and f.tenant_id = $1 and f.member_id = m.member_id`,
    [ctx.tenantId, members.map((member) => member.bucket), members.map((member) => member.memberId)],
  );
  return new Set(rows.map((row) => row.member_id));
}

/** When the members enrolled. */
export async function findEnrolments(
  ctx: Ctx,
  members: readonly Readonly<{ bucket: number; memberId: string }>[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.query<{ member_id: string; enrolled_at: number }>(
    `select f.member_id, f.enrolled_at from unnest($2::smallint[], $3::uuid[]) as m (bucket, member_id)
     join member_facts f on f.bucket = m.bucket and f.tenant_id = $1 and f.member_id = m.member_id`,
    [ctx.tenantId, members.map((member) => member.bucket), members.map((member) => member.memberId)],
  );
  return new Map(rows.map((row) => [row.member_id, row.enrolled_at]));
}

function toRecord(row: Row): MemberRecord {
  return {
    bucket: row.bucket,
    memberId: row.member_id,
    facts: {
      kind: row.kind,
      status: row.status,
      tier: row.tier,
      spendMinor: row.spend_minor,
      purchases: row.purchases,
      visits: row.visits,
      referrals: row.referrals,
      shares: row.shares,
      advocacy: row.advocacy,
      qualifyingPoints: row.qualifying_points,
      language: row.language,
      country: row.country,
      birthMonth: row.birth_month,
      birthDay: row.birth_day,
      enrolledAt: row.enrolled_at,
      lastPurchaseAt: row.last_purchase_at,
    },
    standing: {
      tier: row.tier,
      since: row.tier_since,
      until: row.tier_until,
      next: row.tier_next,
      manualTier: row.tier_manual,
      manualUntil: row.tier_manual_until,
      listVersion: row.tier_version,
      periodStart: row.period_start,
      periodValue: row.period_value,
    },
    adultFrom: row.adult_from,
    frozenUntil: row.frozen_until,
    mergedInto: row.merged_into,
    firstPurchaseAt: row.first_purchase_at,
    lastActivityAt: row.last_activity_at,
  };
}

/** Writes counters and standings as they now are; what the member is (language, birthday, status) is not touched. */
export async function saveFacts(ctx: Ctx, records: readonly MemberRecord[]): Promise<void> {
  await ctx.query(
    `update member_facts f set spend_minor = n.spend_minor, purchases = n.purchases, visits = n.visits,
       referrals = n.referrals, shares = n.shares, advocacy = n.advocacy, qualifying_points = n.qualifying_points,
       first_purchase_at = n.first_purchase_at, last_purchase_at = n.last_purchase_at,
       last_activity_at = n.last_activity_at, tier = n.tier, tier_since = n.tier_since, tier_until = n.tier_until,
       tier_next = n.tier_next, tier_manual = n.tier_manual, tier_manual_until = n.tier_manual_until,
       tier_version = n.tier_version, period_start = n.period_start, period_value = n.period_value
     from unnest($2::smallint[], $3::uuid[], $4::bigint[], $5::int[], $6::int[], $7::int[], $8::int[], $9::bigint[],
       $10::bigint[], $11::timestamptz[], $12::timestamptz[], $13::timestamptz[], $14::text[], $15::timestamptz[],
       $16::timestamptz[], $17::text[], $18::text[], $19::timestamptz[], $20::int[], $21::timestamptz[], $22::bigint[])
       as n (bucket, member_id, spend_minor, purchases, visits, referrals, shares, advocacy, qualifying_points,
         first_purchase_at, last_purchase_at, last_activity_at, tier, tier_since, tier_until, tier_next, tier_manual,
         tier_manual_until, tier_version, period_start, period_value)
     where f.bucket = n.bucket and f.tenant_id = $1 and f.member_id = n.member_id`,
    [
      ctx.tenantId,
      records.map((record) => record.bucket),
      records.map((record) => record.memberId),
      records.map(({ facts }) => facts.spendMinor),
      records.map(({ facts }) => facts.purchases),
      records.map(({ facts }) => facts.visits),
      records.map(({ facts }) => facts.referrals),
      records.map(({ facts }) => facts.shares),
      records.map(({ facts }) => facts.advocacy),
      records.map(({ facts }) => facts.qualifyingPoints),
      records.map((record) => isoOrNull(record.firstPurchaseAt)),
      records.map(({ facts }) => isoOrNull(facts.lastPurchaseAt)),
      records.map((record) => isoOrNull(record.lastActivityAt)),
      records.map(({ standing }) => standing.tier),
      records.map(({ standing }) => isoOrNull(standing.since)),
      records.map(({ standing }) => isoOrNull(standing.until)),
      records.map(({ standing }) => standing.next),
      records.map(({ standing }) => standing.manualTier),
      records.map(({ standing }) => isoOrNull(standing.manualUntil)),
      records.map(({ standing }) => standing.listVersion),
      records.map(({ standing }) => isoOrNull(standing.periodStart)),
      records.map(({ standing }) => standing.periodValue),
    ],
  );
}

/** Nothing goes out of the member's wallets before then. */
export async function freezeSpending(
  ctx: Ctx,
  { bucket, memberId }: Readonly<{ bucket: number; memberId: string }>,
  untilMs: number,
): Promise<void> {
  await ctx.query("update member_facts set frozen_until = $4 where bucket = $2 and tenant_id = $1 and member_id = $3", [
    ctx.tenantId,
    bucket,
    memberId,
    isoOrNull(untilMs),
  ]);
}
