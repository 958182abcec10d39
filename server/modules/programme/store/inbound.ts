// All SQL on inbound_sources and inbound_calls.
import type { Database } from "../../../platform/database/database.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso, timeTextOrNull as isoOrNull } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

/** The secrets are sealed. */
export type Source = Readonly<{
  id: string;
  name: string;
  secret: Buffer;
  previousSecret: Buffer | null;
  previousUntil: number | null;
  createdAt: number;
}>;

type Row = {
  id: string;
  name: string;
  secret: Buffer;
  previous_secret: Buffer | null;
  previous_until: number | null;
  created_at: number;
};

const COLUMNS = "id, name, secret, previous_secret, previous_until, created_at";

export async function insertSource(ctx: Ctx, source: Source): Promise<void> {
  await ctx.query("insert into inbound_sources (tenant_id, id, name, secret, created_at) values ($1, $2, $3, $4, $5)", [
    ctx.tenantId,
    source.id,
    source.name,
    source.secret,
    iso(source.createdAt),
  ]);
}

export async function saveSecrets(ctx: Ctx, source: Source): Promise<void> {
  await ctx.query(
    `update inbound_sources set secret = $3, previous_secret = $4, previous_until = $5
     where tenant_id = $1 and id = $2`,
    [ctx.tenantId, source.id, source.secret, source.previousSecret, isoOrNull(source.previousUntil)],
  );
}

export async function findSource(ctx: Ctx, id: string): Promise<Source | undefined> {
  const rows = await ctx.query<Row>(`select ${COLUMNS} from inbound_sources where tenant_id = $1 and id = $2`, [
    ctx.tenantId,
    id,
  ]);
  return rows.map(toSource)[0];
}

/** Oldest first. */
export async function listSources(ctx: Ctx, page: { after: string | null; limit: number }): Promise<Source[]> {
  const rows = await ctx.query<Row>(
    `select ${COLUMNS} from inbound_sources where tenant_id = $1 and ($2::uuid is null or id > $2)
     order by id limit $3`,
    [ctx.tenantId, page.after, page.limit],
  );
  return rows.map(toSource);
}

export async function deleteSource(ctx: Ctx, id: string): Promise<boolean> {
  const rows = await ctx.query("delete from inbound_sources where tenant_id = $1 and id = $2 returning id", [
    ctx.tenantId,
    id,
  ]);
  return rows.length === 1;
}

/** False where the call was heard before. The row is the lock: of two at once the second waits for the first. */
export async function insertCall(
  ctx: Ctx,
  call: { sourceId: string; callId: string; nowMs: number },
): Promise<boolean> {
  const rows = await ctx.query(
    `insert into inbound_calls (bucket, tenant_id, source_id, call_id, heard_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning call_id`,
    [bucketOf(call.sourceId), ctx.tenantId, call.sourceId, call.callId, iso(call.nowMs)],
  );
  return rows.length === 1;
}

export async function deleteCalls(db: Database, beforeMs: number): Promise<number> {
  const { rowCount } = await db.maintenance.query(
    "/* scatter: old calls to every tenant */ delete from inbound_calls where heard_at < $1",
    [iso(beforeMs)],
  );
  return rowCount ?? 0;
}

function toSource({ previous_secret, previous_until, created_at, ...row }: Row): Source {
  return { ...row, previousSecret: previous_secret, previousUntil: previous_until, createdAt: created_at };
}
