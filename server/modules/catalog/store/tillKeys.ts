// All SQL on till_keys.
import type { Ctx } from "../../../platform/database/transaction.ts";
import type { PageStart } from "../../../platform/http/pages.ts";

export type TillKey = {
  readonly id: string;
  readonly name: string;
  readonly locationId: string;
  readonly createdAt: number;
  readonly revokedAt: number | undefined;
};

type TillKeyRow = { id: string; name: string; location_id: string; created_at: number; revoked_at: number | null };

const COLUMNS = "id, name, location_id, created_at, revoked_at";

export async function insertTillKey(
  ctx: Ctx,
  key: { id: string; name: string; locationId: string; deviceHash: Buffer; secretHash: Buffer },
): Promise<void> {
  await ctx.query(
    `insert into till_keys (tenant_id, id, name, location_id, device_hash, secret_hash, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [ctx.tenantId, key.id, key.name, key.locationId, key.deviceHash, key.secretHash, new Date(ctx.now).toISOString()],
  );
}

export async function findTillKey(ctx: Ctx, id: string): Promise<TillKey | undefined> {
  const rows = await ctx.query<TillKeyRow>(`select ${COLUMNS} from till_keys where tenant_id = $1 and id = $2`, [
    ctx.tenantId,
    id,
  ]);
  return rows.map(toTillKey)[0];
}

export async function listTillKeys(ctx: Ctx, page: PageStart<string>): Promise<TillKey[]> {
  const rows = await ctx.query<TillKeyRow>(
    `select ${COLUMNS} from till_keys
     where tenant_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
    [ctx.tenantId, page.after ?? null, page.fetch],
  );
  return rows.map(toTillKey);
}

/** False when there is no such key. The first revocation's time stays. */
export async function revokeTillKey(ctx: Ctx, id: string): Promise<boolean> {
  const rows = await ctx.query(
    `update till_keys set revoked_at = coalesce(revoked_at, $3) where tenant_id = $1 and id = $2 returning id`,
    [ctx.tenantId, id, new Date(ctx.now).toISOString()],
  );
  return rows.length === 1;
}

/** What a key that works is compared by. */
export async function findLiveTillKey(
  ctx: Ctx,
  id: string,
): Promise<{ locationId: string; deviceHash: Buffer; secretHash: Buffer } | undefined> {
  const rows = await ctx.query<{ location_id: string; device_hash: Buffer; secret_hash: Buffer }>(
    `select location_id, device_hash, secret_hash from till_keys
     where tenant_id = $1 and id = $2 and revoked_at is null`,
    [ctx.tenantId, id],
  );
  return rows.map((row) => ({
    locationId: row.location_id,
    deviceHash: row.device_hash,
    secretHash: row.secret_hash,
  }))[0];
}

function toTillKey(row: TillKeyRow): TillKey {
  return {
    id: row.id,
    name: row.name,
    locationId: row.location_id,
    createdAt: row.created_at,
    revokedAt: row.revoked_at ?? undefined,
  };
}
