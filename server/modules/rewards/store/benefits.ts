// Benefits of tiers, and which issued reward is a member's how manieth use of one in a period.
import type { BenefitPeriod } from "@fedele/core/benefits.ts";
import type { Gift } from "@fedele/core/rewards.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import type { IssuedKey, MemberKey } from "./issuedRewards.ts";

/** `usesMax`: how often in each period; null: without limit. */
export type BenefitRow = Readonly<{
  id: string;
  code: string;
  name: string;
  tiers: readonly string[];
  gift: Gift;
  period: BenefitPeriod;
  usesMax: number | null;
  status: "live" | "ended";
  createdAt: number;
}>;

type Columns = {
  id: string;
  code: string;
  name: string;
  tiers: string[];
  gift: Gift;
  period: BenefitPeriod;
  uses_max: number | null;
  status: "live" | "ended";
  created_at: number;
};

const columns = "id, code, name, tiers, gift, period, uses_max, status, created_at";

function toRow({ uses_max, created_at, ...row }: Columns): BenefitRow {
  return { ...row, usesMax: uses_max, createdAt: created_at };
}

/** False when the code is taken. */
export async function insertBenefit(ctx: Ctx, benefit: BenefitRow): Promise<boolean> {
  const rows = await ctx.query(
    `insert into benefits (tenant_id, id, code, name, tiers, gift, period, uses_max, status, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
    [
      ctx.tenantId,
      benefit.id,
      benefit.code,
      benefit.name,
      benefit.tiers,
      JSON.stringify(benefit.gift),
      benefit.period,
      benefit.usesMax,
      benefit.status,
      iso(benefit.createdAt),
    ],
  );
  return rows.length === 1;
}

export async function findBenefit(ctx: Ctx, id: string): Promise<BenefitRow | null> {
  const [row] = await ctx.query<Columns>(`select ${columns} from benefits where tenant_id = $1 and id = $2`, [
    ctx.tenantId,
    id,
  ]);
  return row === undefined ? null : toRow(row);
}

/** The live ones, as they were added. There are few: `limit` is how many a programme may have. */
export async function listLiveBenefits(ctx: Ctx, limit: number): Promise<BenefitRow[]> {
  const rows = await ctx.query<Columns>(
    `select ${columns} from benefits where tenant_id = $1 and status = 'live' order by id limit $2`,
    [ctx.tenantId, limit],
  );
  return rows.map(toRow);
}

export async function endBenefit(ctx: Ctx, id: string): Promise<void> {
  await ctx.query("update benefits set status = 'ended' where tenant_id = $1 and id = $2", [ctx.tenantId, id]);
}

/** How often the member has used what, in periods that began at these moments, and the last of these uses. */
export async function findUses(
  ctx: Ctx,
  member: MemberKey,
  periods: readonly Readonly<{ benefitId: string; startMs: number }>[],
): Promise<{ benefitId: string; uses: number; last: number }[]> {
  const rows = await ctx.query<{ benefit_id: string; uses: number; last: number }>(
    `select u.benefit_id, count(*) as uses, max(u.ordinal) as last
     from unnest($4::uuid[], $5::timestamptz[]) as p (benefit_id, period_start)
     join benefit_uses u on u.bucket = $1 and u.tenant_id = $2 and u.member_id = $3
       and u.benefit_id = p.benefit_id and u.period_start = p.period_start
     group by u.benefit_id`,
    [
      member.bucket,
      ctx.tenantId,
      member.memberId,
      periods.map(({ benefitId }) => benefitId),
      periods.map(({ startMs }) => iso(startMs)),
    ],
  );
  return rows.map(({ benefit_id, uses, last }) => ({ benefitId: benefit_id, uses, last }));
}

/** The key is the guard: the same use of a period cannot be had twice. */
export async function insertUse(
  ctx: Ctx,
  issued: IssuedKey,
  use: { benefitId: string; startMs: number; ordinal: number },
): Promise<void> {
  await ctx.query(
    `insert into benefit_uses (bucket, tenant_id, member_id, benefit_id, period_start, ordinal, issued_reward_id,
       created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      issued.bucket,
      ctx.tenantId,
      issued.memberId,
      use.benefitId,
      iso(use.startMs),
      use.ordinal,
      issued.id,
      iso(ctx.now),
    ],
  );
}

/** Whatever was used up by this issued reward can be used again. */
export async function deleteUse(ctx: Ctx, issued: IssuedKey, benefitId: string): Promise<void> {
  await ctx.query(
    `delete from benefit_uses
     where bucket = $1 and tenant_id = $2 and member_id = $3 and benefit_id = $4 and issued_reward_id = $5`,
    [issued.bucket, ctx.tenantId, issued.memberId, benefitId, issued.id],
  );
}
