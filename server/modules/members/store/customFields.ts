// All SQL on custom_fields and member_values.
import type { CustomField as Shape } from "@fedele/core/customFields.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

export type CustomField = Shape & Readonly<{ name: string; createdAt: number }>;

type Row = Shape & { name: string; created_at: number };

/** In the order in which they were added. */
export async function listFields(ctx: Ctx): Promise<CustomField[]> {
  const rows = await ctx.query<Row>(
    "select code, name, type, choices, created_at from custom_fields where tenant_id = $1 order by created_at, code",
    [ctx.tenantId],
  );
  return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at }));
}

/** False when the code is taken. */
export async function insertField(ctx: Ctx, field: CustomField): Promise<boolean> {
  const rows = await ctx.query(
    `insert into custom_fields (tenant_id, code, name, type, choices, created_at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning code`,
    [ctx.tenantId, field.code, field.name, field.type, field.choices, iso(field.createdAt)],
  );
  return rows.length === 1;
}

/** False when there is no such field. */
export async function deleteField(ctx: Ctx, code: string): Promise<boolean> {
  const rows = await ctx.query("delete from custom_fields where tenant_id = $1 and code = $2 returning code", [
    ctx.tenantId,
    code,
  ]);
  return rows.length === 1;
}

/** All of a member's values together, sealed. */
export async function findValues(ctx: Ctx, memberId: string): Promise<Buffer | null> {
  const rows = await ctx.query<{ sealed: Buffer }>(
    "select sealed from member_values where bucket = $1 and tenant_id = $2 and member_id = $3",
    [bucketOf(memberId), ctx.tenantId, memberId],
  );
  return rows[0]?.sealed ?? null;
}

export async function saveValues(ctx: Ctx, memberId: string, sealed: Buffer): Promise<void> {
  await ctx.query(
    `insert into member_values (bucket, tenant_id, member_id, sealed) values ($1, $2, $3, $4)
     on conflict (bucket, tenant_id, member_id) do update set sealed = excluded.sealed`,
    [bucketOf(memberId), ctx.tenantId, memberId, sealed],
  );
}
