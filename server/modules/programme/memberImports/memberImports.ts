// Members come in from a file: it is taken apart and sealed, looked at, mapped, and then made into members chunk by
// chunk. Each chunk is one transaction with its place, so that a process that dies goes on where it was; a chunk's rows
// go with it. Whoever is erased meanwhile ends it, because they might be in it.
import { guessColumns } from "@fedele/core/memberColumns.ts";
import {
  IMPORT_COLUMNS_MAX,
  IMPORT_ROWS_MAX,
  type MemberMapping,
  PREVIEW_ROWS_MAX,
  PREVIEW_SHOWN_MAX,
} from "@fedele/sdk/schemas/memberImport.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/database/database.ts";
import { type Ctx, inTransaction, type Who } from "../../../platform/database/transaction.ts";
import { Refusal } from "../../../platform/refusal.ts";
import type { MemberKey, Sealer } from "../../../platform/sealing.ts";
import type { Tenant } from "../../../platform/tenant.ts";
import { listFields } from "../../members/customFields.ts";
import type { ErasingPart } from "../../members/erasures.ts";
import { readTable } from "../imports/tables.ts";
import type { ImportRow } from "../store/memberImports.ts";
import * as store from "../store/memberImports.ts";
import { type Counts, type Mistake, placeRows, takeOver, wordsOf } from "./people.ts";
import { type Draft, type Row, type RowReader, rowReader } from "./rows.ts";

export type { ImportRow } from "../store/memberImports.ts";
export { listImports } from "../store/memberImports.ts";

/** Rows of a chunk, which are one transaction. */
export const ROWS_PER_CHUNK = 250;
/** An upload that nobody starts is forgotten after so long. */
export const UPLOAD_KEPT_MS = 86_400_000;
/** Chunks that are written with one statement. */
const CHUNKS_AT_ONCE = 40;

export type Home = Readonly<{ sealer: Sealer; tenant: Tenant }>;

const nothingYet: Counts = { enrolled: 0, known: 0, possibleDuplicates: 0, mistakes: 0, opened: 0 };

type Taken = Readonly<{ header: readonly string[]; chunks: readonly Buffer[]; rowCount: number }>;

/** Takes a file apart. Nothing of it is anywhere but in memory until it is sealed. */
async function takeApart(key: MemberKey, id: string, bytes: Buffer): Promise<Taken> {
  let header: readonly string[] = [];
  let chunks: Buffer[] = [];
  let rows: Row[] = [];
  let rowCount = 0;
  const seal = (): void => {
    chunks.push(key.seal(labelOf(id, chunks.length), JSON.stringify(rows)));
    rows = [];
  };
  await readTable({
    file: "The file",
    bytes,
    delimiter: null,
    begin(titles) {
      [header, chunks, rows, rowCount] = [titles, [], [], 0];
      if (titles.length > IMPORT_COLUMNS_MAX) throw notThatLarge(`${IMPORT_COLUMNS_MAX} columns`);
      return (cells, row) => {
        rowCount += 1;
        if (rowCount > IMPORT_ROWS_MAX) throw notThatLarge(`${IMPORT_ROWS_MAX} rows`);
        rows.push([row, ...cells.slice(0, titles.length)]);
        if (rows.length === ROWS_PER_CHUNK) seal();
      };
    },
  });
  if (rows.length > 0) seal();
  if (rowCount === 0) throw new Refusal("invalid", "The file has a first line of titles, and no rows below it.");
  return { header, chunks, rowCount };
}

/** Keeps a file, with what its columns probably mean and what would come of it. */
export async function uploadImport(ctx: Ctx, home: Home, { id, bytes }: { id: string; bytes: Buffer }): Promise<void> {
  const { strangers } = await home.sealer.keysOf(ctx);
  const { header, chunks, rowCount } = await takeApart(strangers, id, bytes);
  for (let from = 0; from < chunks.length; from += CHUNKS_AT_ONCE) {
    const some = chunks.slice(from, from + CHUNKS_AT_ONCE).map((rows, index) => ({ number: from + index, rows }));
    await store.insertChunks(ctx, id, some);
  }
  const mapping: MemberMapping = { columns: guessColumns(header), consentText: "import" };
  await store.insertImport(ctx, {
    id,
    state: "uploaded",
    header: strangers.seal(headerOf(id), JSON.stringify(header)),
    mapping,
    preview: await previewOf(ctx, home, { id, mapping, columnCount: header.length }),
    rowCount,
    chunkCount: chunks.length,
    nextChunk: 0,
    counts: nothingYet,
    createdBy: ctx.actor,
    createdAt: ctx.now,
  });
}

export async function getImport(ctx: Ctx, id: string): Promise<ImportRow> {
  const found = await store.findImport(ctx, id);
  if (found === undefined) throw noSuchImport();
  return found;
}

/** The titles and the first rows, while they are there. */
export async function sampleOf(
  ctx: Ctx,
  { sealer }: Home,
  { id, header, state }: ImportRow,
): Promise<{ titles: string[]; sample: string[][] }> {
  if (header === null) return { titles: [], sample: [] };
  const { strangers } = await sealer.keysOf(ctx);
  const titles: string[] = JSON.parse(strangers.open(headerOf(id), header));
  const [first] = state === "uploaded" ? await store.findChunks(ctx, id, { from: 0, limit: 1 }) : [];
  const rows = first === undefined ? [] : openRows(strangers, id, first);
  return { titles, sample: rows.slice(0, PREVIEW_SHOWN_MAX).map(([, ...cells]) => cells) };
}

/** What the columns mean is said anew, and looked at anew. */
export async function remapImport(ctx: Ctx, home: Home, id: string, mapping: MemberMapping): Promise<void> {
  const found = await lockedUpload(ctx, id);
  const { titles } = await sampleOf(ctx, home, found);
  const preview = await previewOf(ctx, home, { id, mapping, columnCount: titles.length });
  await store.updateImport(ctx, { ...found, mapping, preview });
}

/** From now on rows become members. One that runs or is done already stays so. */
export async function startImport(ctx: Ctx, home: Home, id: string): Promise<void> {
  const found = await store.lockImport(ctx, id);
  if (found === undefined) throw noSuchImport();
  if (found.state === "discarded") throw isDiscarded();
  if (found.state !== "uploaded") return;
  const { titles } = await sampleOf(ctx, home, found);
  await readerOf(ctx, home, { mapping: found.mapping, columnCount: titles.length });
  await store.updateImport(ctx, { ...found, state: "running" });
}

/** Gives an import up; what has become of its rows stays. */
export async function discardImport(ctx: Ctx, id: string): Promise<void> {
  const found = await store.lockImport(ctx, id);
  if (found === undefined) throw noSuchImport();
  if (found.state === "uploaded" || found.state === "running") await letGo(ctx, found);
}

/** The next chunk of an import, in a transaction of its own; false when there is none. */
export async function stepImport(
  { db, sealer, clock }: Readonly<{ db: Database; sealer: Sealer; clock: Clock }>,
  { tenant, id }: { tenant: Tenant; id: string },
): Promise<boolean> {
  const who: Who = { tenantId: tenant.id, now: clock.now() + tenant.clockOffsetMs, actor: "system" };
  return inTransaction(db, who, async (ctx) => {
    const found = await store.lockImport(ctx, id);
    if (found?.state !== "running") return false;
    const home = { sealer, tenant };
    const [chunk] = await store.findChunks(ctx, id, { from: found.nextChunk, limit: 1 });
    const next = { ...found, nextChunk: found.nextChunk + 1 };
    const isLast = next.nextChunk >= found.chunkCount;
    const counts = chunk === undefined ? nothingYet : await takeChunk({ ...ctx, actor: found.createdBy }, home, found);
    const all = Object.fromEntries(
      Object.entries(found.counts).map(([name, count]) => [
        name,
        count + (new Map(Object.entries(counts)).get(name) ?? 0),
      ]),
    );
    await store.updateImport(ctx, {
      ...next,
      counts: { ...found.counts, ...all },
      ...(isLast ? { state: "done", header: null } : {}),
    });
    return !isLast;
  });
}

async function takeChunk(ctx: Ctx, home: Home, found: ImportRow): Promise<Counts> {
  const { strangers } = await home.sealer.keysOf(ctx);
  const [chunk] = await store.findChunks(ctx, found.id, { from: found.nextChunk, limit: 1 });
  if (chunk === undefined) return nothingYet;
  const { titles } = await sampleOf(ctx, home, found);
  const read = await readerOf(ctx, home, { mapping: found.mapping, columnCount: titles.length });
  const { drafts, mistakes } = readRows(openRows(strangers, found.id, chunk), read);
  const taken = await takeOver(ctx, home, { drafts, mapping: found.mapping });
  const all = [...mistakes, ...taken.mistakes].sort((a, b) => a.row - b.row);
  await store.finishChunk(ctx, found.id, { number: chunk.number, mistakes: all });
  return { ...taken.counts, mistakes: all.length };
}

/** Goes on with whatever is running, for whichever tenant; returns how many chunks were done. */
export async function runImports(
  parts: Readonly<{ db: Database; sealer: Sealer; clock: Clock }>,
  tenants: readonly Tenant[],
): Promise<number> {
  const byId = new Map(tenants.map((tenant) => [tenant.id, tenant]));
  let done = 0;
  for (const { tenantId, id } of await store.listRunning(parts.db)) {
    const tenant = byId.get(tenantId);
    if (tenant === undefined) continue;
    do done += 1;
    while (await stepImport(parts, { tenant, id }));
  }
  return done;
}

/** Forgets uploads that nobody started. */
export async function sweepImports(
  { db, clock }: Readonly<{ db: Database; clock: Clock }>,
  tenants: readonly Tenant[],
): Promise<number> {
  let done = 0;
  for (const tenant of tenants) {
    const who = { tenantId: tenant.id, now: clock.now() + tenant.clockOffsetMs, actor: "system" };
    done += await inTransaction(db, who, (ctx) => letAllGo(ctx, ctx.now - UPLOAD_KEPT_MS));
  }
  return done;
}

/**
 * The programme's share of an erasure: whoever is forgotten may be in a file that waits, and nobody can look into it
 * without reading all of it. So it is let go; the same file without them goes on where this one was.
 */
export const discardImports: ErasingPart = async (ctx) => {
  await letAllGo(ctx, null);
};

async function letAllGo(ctx: Ctx, beforeMs: number | null): Promise<number> {
  const ids = await store.findUnfinished(ctx, beforeMs);
  for (const id of ids) {
    const found = await store.lockImport(ctx, id);
    if (found !== undefined && (found.state === "uploaded" || found.state === "running")) await letGo(ctx, found);
  }
  return ids.length;
}

async function letGo(ctx: Ctx, found: ImportRow): Promise<void> {
  await store.dropRows(ctx, found.id);
  await store.updateImport(ctx, { ...found, state: "discarded", header: null });
}

async function lockedUpload(ctx: Ctx, id: string): Promise<ImportRow> {
  const found = await store.lockImport(ctx, id);
  if (found === undefined) throw noSuchImport();
  if (found.state === "discarded") throw isDiscarded();
  if (found.state === "uploaded") return found;
  throw new Refusal("conflict", "This import has been started; what its columns mean cannot be changed any more.");
}

type Mapped = Readonly<{ mapping: MemberMapping; columnCount: number }>;

async function readerOf(ctx: Ctx, { tenant }: Home, { mapping, columnCount }: Mapped): Promise<RowReader> {
  return rowReader(mapping, columnCount, { tenant, nowMs: ctx.now, fields: await listFields(ctx) });
}

/** What would come of the first rows. Nothing is written. */
async function previewOf(ctx: Ctx, home: Home, mapped: Mapped & { id: string }): Promise<store.Preview> {
  const { strangers } = await home.sealer.keysOf(ctx);
  const read = await readerOf(ctx, home, mapped);
  const preview = { examined: 0, enrolled: 0, known: 0, possibleDuplicates: 0, mistakes: 0 };
  const first: Mistake[] = [];
  const note = (mistake: Mistake): void => {
    preview.mistakes += 1;
    if (first.length < PREVIEW_SHOWN_MAX) first.push(mistake);
  };
  const seen = new Map<string, number>();
  for (let from = 0; preview.examined < PREVIEW_ROWS_MAX; from += 1) {
    const [chunk] = await store.findChunks(ctx, mapped.id, { from, limit: 1 });
    if (chunk === undefined) break;
    const rows = openRows(strangers, mapped.id, chunk);
    const { drafts, mistakes } = readRows(rows, read);
    for (const mistake of mistakes) note(mistake);
    for (const [index, placed] of (await placeRows(ctx, home, drafts, seen)).entries()) {
      if (placed.state === "new") preview.enrolled += 1;
      if (placed.state === "known") preview.known += 1;
      if (placed.state === "possible") preview.possibleDuplicates += 1;
      if (placed.state === "repeated") note({ row: drafts[index]?.row ?? 0, words: wordsOf(placed) });
    }
    preview.examined += rows.length;
  }
  return { ...preview, first };
}

function readRows(rows: readonly Row[], read: RowReader): { drafts: Draft[]; mistakes: Mistake[] } {
  const drafts: Draft[] = [];
  const mistakes: Mistake[] = [];
  for (const row of rows) {
    const draft = read(row);
    if (typeof draft === "string") mistakes.push({ row: row[0], words: draft });
    else drafts.push(draft);
  }
  return { drafts, mistakes };
}

function openRows(key: MemberKey, id: string, { number, rows }: store.Chunk): Row[] {
  return rows === null ? [] : JSON.parse(key.open(labelOf(id, number), rows));
}

function labelOf(id: string, number: number): string {
  return `member import ${id} ${number}`;
}

function headerOf(id: string): string {
  return `member import ${id} titles`;
}

function notThatLarge(what: string): Refusal {
  return new Refusal("too_large", `A file may have ${what} at most; please divide it.`);
}

function isDiscarded(): Refusal {
  return new Refusal("conflict", "This import was given up, and its rows are gone; upload the file again.");
}

function noSuchImport(): Refusal {
  return new Refusal("not_found", "There is no such import.");
}
