// The same import from the command line, from the file to its end.
import { readFileSync } from "node:fs";
import { MemberMapping } from "@fedele/sdk/schemas/memberImport.ts";
import { Value } from "typebox/value";
import { inTransaction } from "../../../platform/database/transaction.ts";
import { bucketWithin, newId } from "../../../platform/ids.ts";
import { Refusal } from "../../../platform/refusal.ts";
import type { Tenant } from "../../../platform/tenant.ts";
import { type ImportParts, refuseIfStopped, type Tell } from "../imports/imports.ts";
import { findMistakes } from "../store/memberImports.ts";
import {
  discardImport,
  getImport,
  ROWS_PER_CHUNK,
  remapImport,
  startImport,
  stepImport,
  uploadImport,
} from "./memberImports.ts";
import type { Counts, Mistake } from "./people.ts";

type Asked = Readonly<{
  tenant: Tenant;
  bytes: Buffer;
  /** Null: guessed from the titles. */
  mapping: MemberMapping | null;
  isPreview: boolean;
  signal: AbortSignal | undefined;
  tell: Tell;
}>;

type Told = Omit<Counts, "mistakes"> & Readonly<{ rows: number; columns: string; mistakes: readonly Mistake[] }>;

/** Stopped in between, the same file goes on where it was: whoever is a member is known. */
export async function importMembers(
  parts: ImportParts,
  { tenant, bytes, mapping, isPreview, signal, tell }: Asked,
): Promise<Told> {
  const who = { tenantId: tenant.id, now: parts.clock.now() + tenant.clockOffsetMs, actor: "cli" };
  const home = { sealer: parts.sealer, tenant };
  const id = newId(who.now, bucketWithin(tenant.id, tenant.bucketSpan, 0));
  await inTransaction(parts.db, who, async (ctx) => {
    await uploadImport(ctx, home, { id, bytes });
    if (mapping !== null) await remapImport(ctx, home, id, mapping);
  });
  const found = await inTransaction(parts.db, who, (ctx) => getImport(ctx, id));
  const told = { rows: found.rowCount, columns: found.mapping.columns.map((column) => column ?? "-").join(", ") };
  if (isPreview) {
    await inTransaction(parts.db, who, (ctx) => discardImport(ctx, id));
    const { first, examined: _examined, mistakes: _mistakes, ...preview } = found.preview;
    return { ...told, ...preview, opened: 0, mistakes: first };
  }
  await inTransaction(parts.db, who, (ctx) => startImport(ctx, home, id));
  for (let chunks = 1; await stepImport(parts, { tenant, id }); chunks += 1) {
    tell({ step: "enrolling", done: chunks * ROWS_PER_CHUNK, of: found.rowCount });
    if (signal?.aborted === true) await inTransaction(parts.db, who, (ctx) => discardImport(ctx, id));
    refuseIfStopped(signal);
  }
  return inTransaction(parts.db, who, async (ctx) => {
    const [done, chunks] = await Promise.all([
      getImport(ctx, id),
      findMistakes(ctx, id, { from: 0, limit: found.chunkCount }),
    ]);
    const { mistakes: _count, ...counts } = done.counts;
    return { ...told, ...counts, mistakes: chunks.flatMap(({ mistakes }) => mistakes ?? []) };
  });
}

/** A JSON file like the body of the request that maps an import. */
export function readMemberMapping(file: string): MemberMapping {
  let told: unknown;
  try {
    told = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Refusal("invalid", `${file} cannot be read as JSON.`);
  }
  if (Value.Check(MemberMapping, told)) return told;
  throw new Refusal("invalid", `${file} is no mapping: it needs "columns", what each column of the file means.`);
}
