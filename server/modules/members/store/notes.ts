// All SQL on member_notes.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

export type SealedNote = Readonly<{ id: string; memberId: string; text: Buffer; writtenBy: string; writtenAt: number }>;

type Row = { id: string; member_id: string; text: Buffer; written_by: string; written_at: number };

const columns = "id, member_id, text, written_by, written_at";

export async function insertNote(ctx: Ctx, note: SealedNote): Promise<void> {
  await ctx.query(
    `insert into member_notes (bucket, tenant_id, member_id, id, text, written_by, written_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [bucketOf(note.memberId), ctx.tenantId, note.memberId, note.id, note.text, note.writtenBy, iso(note.writtenAt)],
  );
}

export async function findNote(ctx: Ctx, memberId: string, id: string): Promise<SealedNote | null> {
  const rows = await ctx.query<Row>(
    `select ${columns} from member_notes where bucket = $1 and tenant_id = $2 and member_id = $3 and id = $4`,
    [bucketOf(memberId), ctx.tenantId, memberId, id],
  );
  return rows.map(toNote)[0] ?? null;
}

export async function countNotes(ctx: Ctx, memberId: string): Promise<number> {
  const [row] = await ctx.query<{ notes: number }>(
    "select count(*) as notes from member_notes where bucket = $1 and tenant_id = $2 and member_id = $3",
    [bucketOf(memberId), ctx.tenantId, memberId],
  );
  return row?.notes ?? 0;
}

/** The latest first. */
export async function listNotes(
  ctx: Ctx,
  memberId: string,
  page: { before: string | null; limit: number },
): Promise<SealedNote[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from member_notes
     where bucket = $1 and tenant_id = $2 and member_id = $3 and ($4::uuid is null or id < $4)
     order by id desc limit $5`,
    [bucketOf(memberId), ctx.tenantId, memberId, page.before, page.limit],
  );
  return rows.map(toNote);
}

/** False when there is no such note. */
export async function deleteNote(ctx: Ctx, memberId: string, id: string): Promise<boolean> {
  const rows = await ctx.query(
    `delete from member_notes where bucket = $1 and tenant_id = $2 and member_id = $3 and id = $4 returning id`,
    [bucketOf(memberId), ctx.tenantId, memberId, id],
  );
  return rows.length === 1;
}

function toNote({ member_id, written_by, written_at, ...row }: Row): SealedNote {
  return { ...row, memberId: member_id, writtenBy: written_by, writtenAt: written_at };
}
