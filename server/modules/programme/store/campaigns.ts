// Campaigns as they were started; what of their terms is usual is not written down.
import { type CampaignTerms, usualTerms } from "@fedele/core/campaigns.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";

export type CampaignRow = Readonly<{
  id: string;
  name: string;
  status: "live" | "ended";
  terms: CampaignTerms;
  createdAt: number;
}>;

type Row = {
  id: string;
  name: string;
  status: CampaignRow["status"];
  terms: Partial<CampaignTerms>;
  created_at: number;
};

export async function insertCampaign(
  ctx: Ctx,
  campaign: { id: string; name: string; terms: CampaignTerms },
): Promise<void> {
  await ctx.query(
    "insert into campaigns (tenant_id, id, name, status, terms, created_at) values ($1, $2, $3, 'live', $4, $5)",
    [ctx.tenantId, campaign.id, campaign.name, JSON.stringify(unusual(campaign.terms)), iso(ctx.now)],
  );
}

function unusual(terms: CampaignTerms): Partial<CampaignTerms> {
  const isUsual = ([name, value]: [string, unknown]): boolean =>
    JSON.stringify(value) === JSON.stringify(Reflect.get(usualTerms, name));
  return Object.fromEntries(Object.entries(terms).filter((term) => !isUsual(term)));
}

/** A page of them, latest first. */
export async function listCampaigns(ctx: Ctx, page: { before: string | null; limit: number }): Promise<CampaignRow[]> {
  const rows = await ctx.query<Row>(
    `select id, name, status, terms, created_at from campaigns where tenant_id = $1 and ($2::uuid is null or id < $2)
     order by id desc limit $3`,
    [ctx.tenantId, page.before, page.limit],
  );
  return rows.map(toCampaign);
}

export async function listAllCampaigns(ctx: Ctx): Promise<CampaignRow[]> {
  const rows = await ctx.query<Row>(
    "select id, name, status, terms, created_at from campaigns where tenant_id = $1 order by id",
    [ctx.tenantId],
  );
  return rows.map(toCampaign);
}

export async function findCampaign(ctx: Ctx, id: string): Promise<CampaignRow | null> {
  const [row] = await ctx.query<Row>(
    "select id, name, status, terms, created_at from campaigns where tenant_id = $1 and id = $2",
    [ctx.tenantId, id],
  );
  return row === undefined ? null : toCampaign(row);
}

export async function setCampaignStatus(ctx: Ctx, id: string, status: CampaignRow["status"]): Promise<void> {
  await ctx.query("update campaigns set status = $3 where tenant_id = $1 and id = $2", [ctx.tenantId, id, status]);
}

function toCampaign({ terms, created_at, ...row }: Row): CampaignRow {
  return { ...row, terms: { ...usualTerms, ...terms }, createdAt: created_at };
}
