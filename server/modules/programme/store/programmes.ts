import type { Rule } from "@fedele/core/rules.ts";
import type { TierList } from "@fedele/core/tiers.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { defaultPolicies, type Policies } from "../policies.ts";

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

/** 0 where the tenant has no programme yet. */
export async function findRevision(ctx: Ctx): Promise<number> {
  const [row] = await ctx.query<{ revision: number }>("select revision from programmes where tenant_id = $1", [
    ctx.tenantId,
  ]);
  return row?.revision ?? 0;
}

/** How a programme ends: when it gives for the last time, and when what was not used is gone. */
export type Closure = Readonly<{ earningEndsAt: number; pointsEndAt: number }>;

export type StoredProgramme = Readonly<{ revision: number; policies: Policies; closure: Closure | null }>;

export async function findProgramme(ctx: Ctx): Promise<StoredProgramme> {
  const [row] = await ctx.query<{
    revision: number;
    policies: Partial<Policies>;
    earning_ends_at: number | null;
    points_end_at: number | null;
  }>("select revision, policies, earning_ends_at, points_end_at from programmes where tenant_id = $1", [ctx.tenantId]);
  const { earning_ends_at: earningEndsAt = null, points_end_at: pointsEndAt = null } = row ?? {};
  const closure = earningEndsAt === null || pointsEndAt === null ? null : { earningEndsAt, pointsEndAt };
  return { revision: row?.revision ?? 0, policies: { ...defaultPolicies, ...row?.policies }, closure };
}

/** Null: it goes on. Every process reads the programme again. */
export async function saveClosure(ctx: Ctx, closure: Closure | null): Promise<void> {
  await ctx.query(
    `insert into programmes (tenant_id, policies, earning_ends_at, points_end_at) values ($1, '{}', $2, $3)
     on conflict (tenant_id) do update set earning_ends_at = excluded.earning_ends_at,
       points_end_at = excluded.points_end_at, revision = programmes.revision + 1`,
    [ctx.tenantId, iso(closure?.earningEndsAt ?? null), iso(closure?.pointsEndAt ?? null)],
  );
}

/** Writes policies that differ from the defaults, and makes every process read the programme again. */
export async function savePolicies(ctx: Ctx, policies: Partial<Policies>): Promise<void> {
  await ctx.query(
    `insert into programmes (tenant_id, policies, revision) values ($1, $2, 1)
     on conflict (tenant_id) do update set policies = excluded.policies, revision = programmes.revision + 1`,
    [ctx.tenantId, JSON.stringify(policies)],
  );
}

/** Something of the programme has changed: rules, tiers or points types. */
export async function raiseRevision(ctx: Ctx): Promise<void> {
  await ctx.query(
    `insert into programmes (tenant_id, policies, revision) values ($1, '{}', 1)
     on conflict (tenant_id) do update set revision = programmes.revision + 1`,
    [ctx.tenantId],
  );
}

type RuleRow = {
  rule_id: string;
  version: number;
  campaign_id: string;
  valid_from: number | null;
  valid_until: number | null;
  rule: Pick<Rule, "name" | "pointsType" | "when" | "items" | "effect" | "limit">;
};

/** Every version of every rule: an old purchase is judged by the version of its day. */
export async function listRules(ctx: Ctx): Promise<Rule[]> {
  const rows = await ctx.query<RuleRow>(
    `select rule_id, version, campaign_id, valid_from, valid_until, rule from rule_versions
     where tenant_id = $1 and (valid_from is null or valid_until is null or valid_from < valid_until)
     order by rule_id, version`,
    [ctx.tenantId],
  );
  return rows.map((row) => ({
    ...row.rule,
    id: row.rule_id,
    version: row.version,
    campaignId: row.campaign_id,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  }));
}

export async function insertRuleVersion(ctx: Ctx, rule: Rule): Promise<void> {
  const { id, version, campaignId, validFrom, validUntil, ...body } = rule;
  await ctx.query(
    `insert into rule_versions (tenant_id, campaign_id, rule_id, version, valid_from, valid_until, rule, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [ctx.tenantId, campaignId, id, version, iso(validFrom), iso(validUntil), JSON.stringify(body), iso(ctx.now)],
  );
}

/** Ends the versions of a rule that are still open, at `untilMs`. */
export async function closeRuleVersions(ctx: Ctx, ruleId: string, untilMs: number): Promise<void> {
  await ctx.query(
    `update rule_versions set valid_until = $3
     where tenant_id = $1 and rule_id = $2 and (valid_until is null or valid_until > $3)`,
    [ctx.tenantId, ruleId, iso(untilMs)],
  );
}

/** In the order of their versions. */
export async function listTierLists(ctx: Ctx): Promise<TierList[]> {
  const rows = await ctx.query<{ version: number; tiers: Omit<TierList, "version"> }>(
    "select version, tiers from tier_lists where tenant_id = $1 order by version",
    [ctx.tenantId],
  );
  return rows.map(({ version, tiers }) => ({ ...tiers, version }));
}

export async function insertTierList(ctx: Ctx, list: TierList): Promise<void> {
  const { version, ...tiers } = list;
  await ctx.query("insert into tier_lists (tenant_id, version, tiers, created_at) values ($1, $2, $3, $4)", [
    ctx.tenantId,
    version,
    JSON.stringify(tiers),
    iso(ctx.now),
  ]);
}
