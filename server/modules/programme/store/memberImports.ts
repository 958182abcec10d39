// All SQL on member_imports and their chunks.
import type { MemberMapping, MemberImport as Reply } from "@fedele/sdk/schemas/memberImport.ts";
import type { Database } from "../../../platform/database/database.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

export type Preview = Readonly<{ examined: number } & Reply["preview"]>;

export type ImportRow = Readonly<{
  id: string;
  state: Reply["state"];
  /** Sealed; null once the rows are gone. */
  header: Buffer | null;
  mapping: MemberMapping;
  preview: Preview;
  rowCount: number;
  chunkCount: number;
  nextChunk: number;
  counts: Reply["counts"];
  createdBy: string;
  createdAt: number;
}>;

/** `rows` sealed; null once they are done. */
export type Chunk = Readonly<{ number: number; rows: Buffer | null }>;

type Row = {
  id: string;
  state: Reply["state"];
  header: Buffer | null;
  mapping: MemberMapping;
  preview: Preview;
  row_count: number;
  chunk_count: number;
  next_chunk: number;
  counts: Reply["counts"];
  created_by: string;
  created_at: number;
};

const columns =
  "id, state, header, mapping, preview, row_count, chunk_count, next_chunk, counts, created_by, created_at";

export async function insertImport(ctx: Ctx, row: ImportRow): Promise<void> {
  await ctx.query(
    `insert into member_imports (bucket, tenant_id, id, state, header, mapping, preview, row_count, chunk_count,
       next_chunk, counts, created_by, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)`,
    [
      bucketOf(row.id),
      ctx.tenantId,
      row.id,
      row.state,
      row.header,
      JSON.stringify(row.mapping),
      JSON.stringify(row.preview),
      row.rowCount,
      row.chunkCount,
      row.nextChunk,
      JSON.stringify(row.counts),
      row.createdBy,
      iso(row.createdAt),
    ],
  );
}

export async function insertChunks(ctx: Ctx, importId: string, chunks: readonly Chunk[]): Promise<void> {
  await ctx.query(
    `insert into member_import_chunks (bucket, tenant_id, import_id, number, rows)
     select $1, $2, $3, number, rows from unnest($4::integer[], $5::bytea[]) as new (number, rows)`,
    [bucketOf(importId), ctx.tenantId, importId, chunks.map(({ number }) => number), chunks.map(({ rows }) => rows)],
  );
}

export async function findImport(ctx: Ctx, id: string): Promise<ImportRow | undefined> {
  const rows = await ctx.query<Row>(
    `select ${columns} from member_imports where bucket = $1 and tenant_id = $2 and id = $3`,
    [bucketOf(id), ctx.tenantId, id],
  );
  return rows.map(toImport)[0];
}

/** Nobody else changes it until this transaction ends. */
export async function lockImport(ctx: Ctx, id: string): Promise<ImportRow | undefined> {
  const rows = await ctx.query<Row>(
    `select ${columns} from member_imports where bucket = $1 and tenant_id = $2 and id = $3 for no key update`,
    [bucketOf(id), ctx.tenantId, id],
  );
  return rows.map(toImport)[0];
}

/** The latest first. */
export async function listImports(ctx: Ctx, page: { before: string | undefined; limit: number }): Promise<ImportRow[]> {
  const rows = await ctx.query<Row>(
    `/* scatter: few, and asked for seldom */
     select ${columns} from member_imports where tenant_id = $1 and ($2::uuid is null or id < $2)
     order by id desc limit $3`,
    [ctx.tenantId, page.before ?? null, page.limit],
  );
  return rows.map(toImport);
}

export async function updateImport(
  ctx: Ctx,
  { id, state, header, mapping, preview, nextChunk, counts }: ImportRow,
): Promise<void> {
  await ctx.query(
    `update member_imports set state = $4, header = $5, mapping = $6, preview = $7, next_chunk = $8, counts = $9,
       changed_at = $10
     where bucket = $1 and tenant_id = $2 and id = $3`,
    [
      bucketOf(id),
      ctx.tenantId,
      id,
      state,
      header,
      JSON.stringify(mapping),
      JSON.stringify(preview),
      nextChunk,
      JSON.stringify(counts),
      iso(ctx.now),
    ],
  );
}

export async function findChunks(
  ctx: Ctx,
  importId: string,
  { from, limit }: { from: number; limit: number },
): Promise<Chunk[]> {
  return ctx.query<Chunk>(
    `select number, rows from member_import_chunks
     where bucket = $1 and tenant_id = $2 and import_id = $3 and number >= $4 order by number limit $5`,
    [bucketOf(importId), ctx.tenantId, importId, from, limit],
  );
}

/** The rows are gone; what was wrong with some of them stays. */
export async function finishChunk(
  ctx: Ctx,
  importId: string,
  { number, mistakes }: { number: number; mistakes: Reply["preview"]["first"] },
): Promise<void> {
  await ctx.query(
    `update member_import_chunks set rows = null, mistakes = $5
     where bucket = $1 and tenant_id = $2 and import_id = $3 and number = $4`,
    [bucketOf(importId), ctx.tenantId, importId, number, JSON.stringify(mistakes)],
  );
}

/** What was wrong, chunk by chunk. */
export async function findMistakes(
  ctx: Ctx,
  importId: string,
  { from, limit }: { from: number; limit: number },
): Promise<{ number: number; mistakes: Reply["preview"]["first"] | null }[]> {
  return ctx.query(
    `select number, mistakes from member_import_chunks
     where bucket = $1 and tenant_id = $2 and import_id = $3 and number >= $4 order by number limit $5`,
    [bucketOf(importId), ctx.tenantId, importId, from, limit],
  );
}

/** All rows of it that are still there go. */
export async function dropRows(ctx: Ctx, importId: string): Promise<void> {
  await ctx.query(
    `update member_import_chunks set rows = null
     where bucket = $1 and tenant_id = $2 and import_id = $3 and rows is not null`,
    [bucketOf(importId), ctx.tenantId, importId],
  );
}

/** Imports of the tenant whose rows are still there; `beforeMs`: those alone that wait since then. */
export async function findUnfinished(ctx: Ctx, beforeMs: number | null): Promise<string[]> {
  const rows = await ctx.query<{ id: string }>(
    `/* scatter: few, of one tenant */
     select id from member_imports
     where tenant_id = $1 and state in ('uploaded', 'running')
       and ($2::timestamptz is null or state = 'uploaded' and created_at < $2) order by id`,
    [ctx.tenantId, beforeMs === null ? null : iso(beforeMs)],
  );
  return rows.map(({ id }) => id);
}

/** Of every tenant, for whoever goes on with them. */
export async function listRunning(db: Database): Promise<{ tenantId: string; id: string }[]> {
  const { rows } = await db.maintenance.query<{ tenant_id: string; id: string }>(
    "/* scatter: of all tenants, once a minute */ select tenant_id, id from member_imports where state = 'running'",
  );
  return rows.map(({ tenant_id, id }) => ({ tenantId: tenant_id, id }));
}

function toImport({ row_count, chunk_count, next_chunk, created_by, created_at, ...row }: Row): ImportRow {
  return {
    ...row,
    rowCount: row_count,
    chunkCount: chunk_count,
    nextChunk: next_chunk,
    createdBy: created_by,
    createdAt: created_at,
  };
}
