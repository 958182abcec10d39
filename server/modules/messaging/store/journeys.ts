// All SQL on journeys and their plans.
import type { Journey } from "@fedele/core/journeys.ts";
import type { Database } from "../../../platform/database/database.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";

export type JourneyStatus = "draft" | "running" | "paused" | "ended";

export type JourneyRow = Readonly<{
  id: string;
  name: string;
  status: JourneyStatus;
  version: number;
  plan: Journey;
  createdAt: number;
  changedAt: number;
}>;

type Row = {
  id: string;
  name: string;
  status: JourneyStatus;
  version: number;
  plan: Journey;
  created_at: number;
  changed_at: number;
};

const columns = "j.id, j.name, j.status, j.version, p.plan, j.created_at, j.changed_at";
const current = `journeys j
  join journey_plans p on p.tenant_id = j.tenant_id and p.journey_id = j.id and p.version = j.version`;

export async function insertJourney(ctx: Ctx, journey: JourneyRow): Promise<void> {
  const { id, name, status, version, createdAt } = journey;
  await ctx.query(
    `insert into journeys (tenant_id, id, name, status, version, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $6)`,
    [ctx.tenantId, id, name, status, version, iso(createdAt)],
  );
  await insertPlan(ctx, journey);
}

export async function insertPlan(ctx: Ctx, { id, version, plan }: JourneyRow): Promise<void> {
  await ctx.query(
    `insert into journey_plans (tenant_id, journey_id, version, plan, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [ctx.tenantId, id, version, JSON.stringify(plan), ctx.actor, iso(ctx.now)],
  );
}

export async function updateJourney(ctx: Ctx, { id, name, status, version }: JourneyRow): Promise<void> {
  await ctx.query(
    "update journeys set name = $3, status = $4, version = $5, changed_at = $6 where tenant_id = $1 and id = $2",
    [ctx.tenantId, id, name, status, version, iso(ctx.now)],
  );
}

export async function countJourneys(ctx: Ctx): Promise<{ open: number; leading: number }> {
  const [row] = await ctx.query<{ open: number; leading: number }>(
    `select count(*) as open, count(*) filter (where status <> 'draft') as leading
     from journeys where tenant_id = $1 and status <> 'ended'`,
    [ctx.tenantId],
  );
  return row ?? { open: 0, leading: 0 };
}

export async function findJourney(ctx: Ctx, id: string): Promise<JourneyRow | null> {
  const rows = await ctx.query<Row>(`select ${columns} from ${current} where j.tenant_id = $1 and j.id = $2`, [
    ctx.tenantId,
    id,
  ]);
  return rows.map(toJourney)[0] ?? null;
}

/** Nobody else changes it until the end of the transaction. */
export async function lockJourney(ctx: Ctx, id: string): Promise<JourneyRow | null> {
  const rows = await ctx.query<Row>(
    `select ${columns} from ${current} where j.tenant_id = $1 and j.id = $2 for no key update of j`,
    [ctx.tenantId, id],
  );
  return rows.map(toJourney)[0] ?? null;
}

/** The latest first. */
export async function listJourneys(ctx: Ctx, page: { before: string | null; limit: number }): Promise<JourneyRow[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from ${current}
     where j.tenant_id = $1 and ($2::uuid is null or j.id < $2) order by j.id desc limit $3`,
    [ctx.tenantId, page.before, page.limit],
  );
  return rows.map(toJourney);
}

/** Those that lead somebody, or could. */
export async function findLeading(ctx: Ctx): Promise<JourneyRow[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from ${current} where j.tenant_id = $1 and j.status in ('running', 'paused') order by j.id`,
    [ctx.tenantId],
  );
  return rows.map(toJourney);
}

export async function findPlans(
  ctx: Ctx,
  wanted: readonly Readonly<{ journeyId: string; version: number }>[],
): Promise<Readonly<{ journeyId: string; version: number; plan: Journey }>[]> {
  const rows = await ctx.query<{ journey_id: string; version: number; plan: Journey }>(
    `select p.journey_id, p.version, p.plan from unnest($2::uuid[], $3::integer[]) as w (journey_id, version)
     join journey_plans p on p.tenant_id = $1 and p.journey_id = w.journey_id and p.version = w.version`,
    [ctx.tenantId, wanted.map(({ journeyId }) => journeyId), wanted.map(({ version }) => version)],
  );
  return rows.map(({ journey_id, version, plan }) => ({ journeyId: journey_id, version, plan }));
}

/** Which of the tenants have a journey that leads somebody. */
export async function findTenantsWithJourneys(db: Database): Promise<ReadonlySet<string>> {
  const { rows } = await db.maintenance.query<{ tenant_id: string }>(
    "select distinct tenant_id from journeys where status = 'running'",
  );
  return new Set(rows.map((row) => row.tenant_id));
}

/** Whether what a tenant's members do matters to any journey. */
export async function hasLeading(db: Database, tenantId: string): Promise<boolean> {
  const { rows } = await db.maintenance.query(
    "select from journeys where tenant_id = $1 and status in ('running', 'paused') limit 1",
    [tenantId],
  );
  return rows.length > 0;
}

function toJourney({ created_at, changed_at, ...same }: Row): JourneyRow {
  return { ...same, createdAt: created_at, changedAt: changed_at };
}
