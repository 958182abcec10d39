// All SQL on tenants and api_keys.
import type { Scope } from "@fedele/sdk/schemas/apiKey.ts";
import { scopes } from "@fedele/sdk/schemas/apiKey.ts";
import type { TenantChange } from "@fedele/sdk/schemas/tenant.ts";
import type { Database } from "../../platform/database/database.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import type { PageStart } from "../../platform/http/pages.ts";
import type { Tenant, TenantStory } from "../../platform/tenant.ts";

type TenantRow = {
  tenant_id: string;
  slug: string;
  name: string;
  currency: string;
  timezone: string;
  language: string;
  country: string | null;
  bucket_span: number;
  clock_offset_ms: number;
  is_demo: boolean;
  demo_story: string | null;
  demo_seed: string | null;
  demo_told_at: number | null;
  demo_steps: number | null;
  demo_done: number | null;
  adjustment_limit_points: number | null;
  adjustment_limit_minor: number | null;
  spending_proof: Tenant["spendingProof"];
  created_at: number;
  removed_at: number | null;
};

const TENANT_COLUMNS = `tenant_id, slug, tenants.name, currency, timezone, language, country, bucket_span,
  clock_offset_ms, is_demo, demo_story, demo_seed, demo_told_at, demo_steps, demo_done,
  adjustment_limit_points, adjustment_limit_minor, spending_proof, tenants.created_at, removed_at`;

export type StoredApiKey = {
  readonly id: string;
  readonly name: string;
  readonly scopes: Scope[];
  readonly createdAt: number;
  readonly revokedAt: number | undefined;
};

type ApiKeyRow = { id: string; name: string; scopes: string[]; created_at: number; revoked_at: number | null };

/** False when the slug is taken. Under the maintenance role: no tenant may make tenants. */
export async function insertTenant(
  db: Database,
  tenant: Tenant,
  { wrappedKey, foundingHash }: { readonly wrappedKey: Buffer; readonly foundingHash: Buffer | undefined },
): Promise<boolean> {
  const { rowCount } = await db.maintenance.query(
    `insert into tenants (tenant_id, slug, name, currency, timezone, language, country, bucket_span, clock_offset_ms,
       wrapped_key, created_at, is_demo, demo_story, demo_seed, demo_told_at, demo_steps,
       founding_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict do nothing`,
    [
      tenant.id,
      tenant.slug,
      tenant.name,
      tenant.currency,
      tenant.timezone,
      tenant.language,
      tenant.country ?? null,
      tenant.bucketSpan,
      tenant.clockOffsetMs,
      wrappedKey,
      new Date(tenant.createdAt).toISOString(),
      tenant.isDemo,
      tenant.story?.name ?? null,
      tenant.story?.seed ?? null,
      tenant.story === undefined ? null : new Date(tenant.story.toldAt).toISOString(),
      tenant.story?.steps ?? null,
      foundingHash ?? null,
    ],
  );
  return rowCount === 1;
}

export async function findTenantBySlug(db: Database, slug: string): Promise<Tenant | undefined> {
  const { rows } = await db.maintenance.query<TenantRow>(
    `select ${TENANT_COLUMNS} from tenants where slug = $1 and removed_at is null`,
    [slug],
  );
  return rows.map(toTenant)[0];
}

/** The tenant that a request has made, even if it was cut off before it said so. */
export async function findFounded(db: Database, foundingHash: Buffer): Promise<Tenant | undefined> {
  const { rows } = await db.maintenance.query<TenantRow>(
    `select ${TENANT_COLUMNS} from tenants where founding_hash = $1`,
    [foundingHash],
  );
  return rows.map(toTenant)[0];
}

/** Closes a demo for everybody. The first time counts; a tenant that is none stays as it is. */
export async function removeDemo(ctx: Ctx, nowMs: number): Promise<void> {
  await ctx.query("update tenants set removed_at = coalesce(removed_at, $2) where tenant_id = $1 and is_demo", [
    ctx.tenantId,
    new Date(nowMs).toISOString(),
  ]);
}

export async function listTenants(db: Database): Promise<Tenant[]> {
  const { rows } = await db.maintenance.query<TenantRow>(
    `select ${TENANT_COLUMNS} from tenants where removed_at is null order by slug`,
  );
  return rows.map(toTenant);
}

/** Tenants besides this one that are no demos. */
export async function countLiveTenants(db: Database, besides: string): Promise<number> {
  const { rows } = await db.maintenance.query<{ live: number }>(
    "select count(*) as live from tenants where removed_at is null and not is_demo and tenant_id <> $1",
    [besides],
  );
  return rows[0]?.live ?? 0;
}

/** Of a schema of whatever age. */
export async function hasTenants(db: Database): Promise<boolean> {
  return (await db.maintenance.query("select from tenants limit 1")).rows.length > 0;
}

export async function findTenant(ctx: Ctx): Promise<Tenant | undefined> {
  const rows = await ctx.query<TenantRow>(`select ${TENANT_COLUMNS} from tenants where tenant_id = $1`, [ctx.tenantId]);
  return rows.map(toTenant)[0];
}

export async function findTenantKey(ctx: Ctx): Promise<Buffer | undefined> {
  const rows = await ctx.query<{ wrapped_key: Buffer }>("select wrapped_key from tenants where tenant_id = $1", [
    ctx.tenantId,
  ]);
  return rows[0]?.wrapped_key;
}

export async function updateTenant(ctx: Ctx, change: TenantChange): Promise<Tenant | undefined> {
  const rows = await ctx.query<TenantRow>(
    `update tenants
     set name = coalesce($2, name), timezone = coalesce($3, timezone), language = coalesce($4, language),
         country = coalesce($5, country),
         adjustment_limit_points = case when $6 then $7::bigint else adjustment_limit_points end,
         adjustment_limit_minor = case when $8 then $9::bigint else adjustment_limit_minor end,
         spending_proof = coalesce($10, spending_proof)
     where tenant_id = $1
     returning ${TENANT_COLUMNS}`,
    [
      ctx.tenantId,
      change.name ?? null,
      change.timezone ?? null,
      change.language ?? null,
      change.country ?? null,
      change.adjustmentLimitPoints !== undefined,
      change.adjustmentLimitPoints ?? null,
      change.adjustmentLimitMinor !== undefined,
      change.adjustmentLimitMinor ?? null,
      change.spendingProof ?? null,
    ],
  );
  return rows.map(toTenant)[0];
}

/** Moves a demo's clock forward; undefined where the tenant is none, or where it would be too far ahead. */
export async function moveClock(ctx: Ctx, byMs: number, aheadMsMax: number): Promise<Tenant | undefined> {
  const rows = await ctx.query<TenantRow>(
    `update tenants set clock_offset_ms = clock_offset_ms + $2::bigint
     where tenant_id = $1 and is_demo and $2::bigint > 0 and clock_offset_ms + $2::bigint <= $3::bigint
     returning ${TENANT_COLUMNS}`,
    [ctx.tenantId, byMs, aheadMsMax],
  );
  return rows.map(toTenant)[0];
}

/** How much of a demo's story is in, never less than before. False once the demo was cleared away. */
export async function saveStoryDone(ctx: Ctx, done: number): Promise<boolean> {
  const rows = await ctx.query(
    `update tenants set demo_done = greatest(coalesce(demo_done, 0), $2::integer)
     where tenant_id = $1 and removed_at is null returning tenant_id`,
    [ctx.tenantId, done],
  );
  return rows.length === 1;
}

/** Tenants that were closed for good and whose rows are still there. */
export async function listRemovedTenants(db: Database): Promise<string[]> {
  const { rows } = await db.maintenance.query<{ tenant_id: string }>(
    "select tenant_id from tenants where is_demo and removed_at is not null order by tenant_id",
  );
  return rows.map(({ tenant_id }) => tenant_id);
}

export async function insertApiKey(
  ctx: Ctx,
  key: { id: string; name: string; scopes: readonly Scope[]; secretHash: Buffer },
): Promise<void> {
  await ctx.query(
    `insert into api_keys (tenant_id, id, name, scopes, secret_hash, created_at) values ($1, $2, $3, $4, $5, $6)`,
    [ctx.tenantId, key.id, key.name, key.scopes, key.secretHash, new Date(ctx.now).toISOString()],
  );
}

export async function findApiKey(ctx: Ctx, id: string): Promise<StoredApiKey | undefined> {
  const rows = await ctx.query<ApiKeyRow>(
    "select id, name, scopes, created_at, revoked_at from api_keys where tenant_id = $1 and id = $2",
    [ctx.tenantId, id],
  );
  return rows.map(toApiKey)[0];
}

export async function listApiKeys(ctx: Ctx, page: PageStart<string>): Promise<StoredApiKey[]> {
  const rows = await ctx.query<ApiKeyRow>(
    `select id, name, scopes, created_at, revoked_at from api_keys
     where tenant_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
    [ctx.tenantId, page.after ?? null, page.fetch],
  );
  return rows.map(toApiKey);
}

/** False when there is no such key. The first revocation's time stays. */
export async function revokeApiKey(ctx: Ctx, id: string): Promise<boolean> {
  const rows = await ctx.query(
    `update api_keys set revoked_at = coalesce(revoked_at, $3) where tenant_id = $1 and id = $2 returning id`,
    [ctx.tenantId, id, new Date(ctx.now).toISOString()],
  );
  return rows.length === 1;
}

/** A key that works, with the tenant it belongs to: one look-up for one authentication. */
export async function findLiveKey(
  ctx: Ctx,
  id: string,
): Promise<{ tenant: Tenant; scopes: Scope[]; secretHash: Buffer } | undefined> {
  const rows = await ctx.query<TenantRow & { scopes: string[]; secret_hash: Buffer }>(
    `select ${TENANT_COLUMNS}, scopes, secret_hash from api_keys join tenants using (tenant_id)
     where api_keys.tenant_id = $1 and api_keys.id = $2 and revoked_at is null and removed_at is null`,
    [ctx.tenantId, id],
  );
  return rows.map((row) => ({
    tenant: toTenant(row),
    scopes: knownScopes(row.scopes),
    secretHash: row.secret_hash,
  }))[0];
}

function toTenant(row: TenantRow): Tenant {
  return {
    id: row.tenant_id,
    slug: row.slug,
    name: row.name,
    currency: row.currency,
    timezone: row.timezone,
    language: row.language,
    country: row.country ?? undefined,
    bucketSpan: row.bucket_span,
    clockOffsetMs: row.clock_offset_ms,
    isDemo: row.is_demo,
    story: toStory(row),
    adjustmentLimits: { points: row.adjustment_limit_points, minor: row.adjustment_limit_minor },
    spendingProof: row.spending_proof,
    createdAt: row.created_at,
    removedAt: row.removed_at ?? undefined,
  };
}

function toStory(row: TenantRow): TenantStory | undefined {
  const { demo_story: name, demo_seed: seed, demo_told_at: toldAt, demo_steps: steps, demo_done: done } = row;
  if (name === null || seed === null || toldAt === null || steps === null) return undefined;
  return { name, seed, toldAt, steps, done: done ?? undefined };
}

function toApiKey(row: ApiKeyRow): StoredApiKey {
  return {
    id: row.id,
    name: row.name,
    scopes: knownScopes(row.scopes),
    createdAt: row.created_at,
    revokedAt: row.revoked_at ?? undefined,
  };
}

/** A scope that this version does not know gives nothing. */
function knownScopes(names: readonly string[]): Scope[] {
  return scopes.filter((scope) => names.includes(scope));
}
