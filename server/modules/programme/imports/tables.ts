// A table of text as people save it: plain or compressed, with or without a BOM, in UTF-8 or Latin-1, any line ends,
// commas, semicolons or tabs. Read as a stream; what is kept of it is the reader's business.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { StringDecoder } from "node:string_decoder";
import { createGunzip } from "node:zlib";
import { CsvError, parse } from "csv-parse/sync";
import { errorCode } from "../../../platform/database/lock.ts";
import { Refusal } from "../../../platform/refusal.ts";

/** No row of a real file is longer; a quote that is never closed would take the rest of the file for one. */
export const ROW_CHARS_MAX = 1_000_000;
export const ROWS_MAX = 20_000_000;
const CHUNK_BYTES = 256 * 1024;

/** What is made of a row. `row` is its number as a spreadsheet shows it: the first line is 1. */
export type RowReader = (cells: readonly string[], row: number) => void;

type Table = Readonly<{
  /** How it is called where it is refused. */
  file: string;
  /** What is in it, where it lies in no file. */
  bytes?: Buffer;
  delimiter: string | null;
  /** Called with the first line; called anew where the file must be read again as Latin-1. */
  begin(header: readonly string[]): RowReader;
}>;

/** Reads every row below the first line. Refuses what is no table, in words. */
export async function readTable(table: Table): Promise<void> {
  try {
    await readAs("utf8", table);
  } catch (error) {
    if (error !== notUtf8) throw inWords(error, table.file);
    await readAs("latin1", table).catch((again: unknown) => {
      throw inWords(again, table.file);
    });
  }
}

const notUtf8 = new Error("the text is not UTF-8");

type Encoding = "utf8" | "latin1";

async function readAs(encoding: Encoding, table: Table): Promise<void> {
  const records = recordReader(table);
  const text = textDecoder(encoding);
  let rest = "";
  for await (const chunk of table.bytes === undefined ? chunksOf(table.file) : piecesOf(table.bytes)) {
    rest = eachLine(rest + text.of(chunk), records.take);
    if (rest.length > ROW_CHARS_MAX) throw tooLong();
  }
  rest = eachLine(`${rest}${text.end()}`, records.take);
  if (rest !== "") records.take(rest);
  records.end();
}

/** Decodes pieces of a text. Throws `notUtf8` at the first piece that is none. */
function textDecoder(encoding: Encoding): { of(chunk: Buffer): string; end(): string } {
  const decoder = new StringDecoder(encoding);
  const checked = (text: string, chunk: Buffer): string => {
    // The decoder's sign for what it could not read, where the file itself has no such sign.
    if (encoding === "utf8" && text.includes("\uFFFD") && !chunk.includes("\uFFFD")) throw notUtf8;
    return text;
  };
  return { of: (chunk) => checked(decoder.write(chunk), chunk), end: () => checked(decoder.end(), Buffer.alloc(0)) };
}

/** Calls `take` for each line of a text that has an end; returns what comes after the last of them. */
function eachLine(text: string, take: (line: string) => void): string {
  let from = 0;
  for (let to = text.indexOf("\n"); to !== -1; to = text.indexOf("\n", from)) {
    take(text.slice(from, text.charCodeAt(to - 1) === CARRIAGE_RETURN && to > from ? to - 1 : to));
    from = to + 1;
  }
  return text.slice(from);
}

const CARRIAGE_RETURN = 13;

/**
 * Makes rows of lines. A line without a quote is cut at its delimiters, which costs a fifth of reading it by the rules
 * of CSV; those are for lines with quotes, and for the lines that such a quote goes on to.
 */
function recordReader(table: Table): { take(line: string): void; end(): void } {
  let reader: RowReader | undefined;
  let delimiter = table.delimiter ?? "";
  let row = 0;
  let open = "";
  const note = (cells: readonly string[]): void => {
    row += 1;
    if (row > ROWS_MAX) throw new Refusal("too_large", `A file may have ${ROWS_MAX} rows; please divide it.`);
    if (reader === undefined) reader = table.begin(cells.map((cell) => cell.trim()));
    else if (cells.length > 1 || cells[0] !== "") reader(cells, row);
  };
  const noteQuoted = (lines: string): void => {
    for (const cells of parseQuoted(lines, delimiter, row + 1)) note(cells);
    open = "";
  };
  const take = (line: string): void => {
    if (row === 0 && open === "") delimiter = table.delimiter ?? likelyDelimiter(line);
    const told = row === 0 && open === "" && line.startsWith("\uFEFF") ? line.slice(1) : line;
    const hasQuote = told.includes('"');
    if (open === "" && !hasQuote) {
      note(told.split(delimiter));
      return;
    }
    open = open === "" ? told : `${open}\n${told}`;
    if (open.length > ROW_CHARS_MAX) throw tooLong();
    if (hasQuote && isClosed(open)) noteQuoted(open);
  };
  const end = (): void => {
    if (open !== "") noteQuoted(open);
    if (row === 0) throw new Refusal("invalid", `The file ${table.file} is empty.`);
  };
  return { take, end };
}

/** Whether each quote has its other half. A single one inside a cell waits for the next line that has one. */
function isClosed(lines: string): boolean {
  let quotes = 0;
  for (let at = lines.indexOf('"'); at !== -1; at = lines.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 0;
}

function parseQuoted(lines: string, delimiter: string, row: number): string[][] {
  try {
    return parse(lines, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refusal("invalid", `The file is not a table from its row ${row} on: ${error.message}.`);
  }
}

function tooLong(): Refusal {
  return new Refusal(
    "invalid",
    "The file is not a table: a row is longer than a million characters. Is a quote not closed?",
  );
}

/** The file's bytes in pieces, decompressed where its first ones say so. */
async function* chunksOf(file: string): AsyncGenerator<Buffer> {
  const { isCompressed } = await inspect(file);
  const stored = createReadStream(file, { highWaterMark: CHUNK_BYTES });
  const bytes = isCompressed ? stored.pipe(createGunzip({ chunkSize: CHUNK_BYTES })) : stored;
  stored.on("error", (error) => bytes.destroy(error));
  for await (const chunk of bytes) yield chunk;
}

/** The same of what is in memory already. What it holds when decompressed is read piece by piece, and bounded. */
async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  refuseUtf16(bytes, "The file");
  if (bytes.subarray(0, 4).equals(ZIP)) {
    throw new Refusal("invalid", "The file is a sheet or an archive, not a table of text; save it as CSV in UTF-8.");
  }
  if (!isGzip(bytes)) {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
    return;
  }
  const unpacked = createGunzip({ chunkSize: CHUNK_BYTES });
  unpacked.end(bytes);
  let total = 0;
  for await (const chunk of unpacked) {
    total += chunk.length;
    if (total > UNPACKED_BYTES_MAX) throw new Refusal("too_large", "The file is too large once it is unpacked.");
    yield chunk;
  }
}

/** How every .xlsx, .ods and .zip begins. */
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** What a compressed upload may become: five times the largest that comes as it is. */
export const UNPACKED_BYTES_MAX = 240 * 1024 * 1024;

async function inspect(file: string): Promise<{ isCompressed: boolean }> {
  const found = await stat(file).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") throw new Refusal("not_found", `There is no file ${file}.`);
    throw error;
  });
  if (!found.isFile()) throw new Refusal("invalid", `${file} is not a file.`);
  const head: Buffer[] = [];
  for await (const chunk of createReadStream(file, { end: 3 })) head.push(chunk);
  const bytes = Buffer.concat(head);
  refuseUtf16(bytes, file);
  return { isCompressed: isGzip(bytes) };
}

function refuseUtf16([first, second]: Buffer, file: string): void {
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16) throw new Refusal("invalid", `${file} is in UTF-16; save it as CSV in UTF-8.`);
}

function isGzip([first, second]: Buffer): boolean {
  return first === 0x1f && second === 0x8b;
}

/** The one that the first line has most of; a comma where it has none. */
function likelyDelimiter(line: string): string {
  const counted = [",", ";", "\t", "|"].map((mark) => [line.split(mark).length, mark] as const);
  return counted.reduce((best, next) => (next[0] > best[0] ? next : best))[1];
}

/** What the file is at fault for is said to whoever gave it; what we are at fault for stays as it is. */
function inWords(error: unknown, file: string): unknown {
  if (error instanceof Refusal) return error;
  const code = errorCode(error);
  if (code?.startsWith("Z_") === true) {
    return new Refusal("invalid", `${file} is compressed, but damaged or cut short.`);
  }
  if (code === "EACCES") return new Refusal("forbidden", `${file} may not be read by this account.`);
  return error;
}

/** Where these columns stand; refuses names that the first line does not have, and those it has twice. */
export function placesOf(header: readonly string[], titles: readonly string[]): number[] {
  const found = titles.map((title) => header.flatMap((cell, index) => (isSame(cell, title) ? [index] : [])));
  const missing = titles.filter((_title, index) => found[index]?.length === 0);
  if (missing.length > 0) {
    const has = header.map((cell) => `"${cell}"`).join(", ");
    throw new Refusal("invalid", `The file has no column "${missing.join('", "')}". Its first line has ${has}.`);
  }
  const twice = titles.find((_title, index) => (found[index]?.length ?? 0) > 1);
  if (twice !== undefined) {
    throw new Refusal("invalid", `The file has the column "${twice}" more than once; it must have it once.`);
  }
  return found.map(([place = 0]) => place);
}

function isSame(cell: string, title: string): boolean {
  return cell.trim().toLowerCase() === title.trim().toLowerCase();
}
