// A backup's file: JSON lines, gzipped and, with a passphrase, encrypted by age. Whoever holds one and may read it can
// do so with `age -d` and `zcat`. The first line says what it is, the last one that nothing is missing or changed.
import { createHash, type Hash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { Decrypter, Encrypter } from "age-encryption";
import { Refusal } from "../refusal.ts";

export const BACKUP_VERSION = 1;

/** Everything but what opens members' personal data, or that alone. */
export type BackupPart = "data" | "keys";

/** The first line. */
export type BackupHeader = {
  readonly fedele: "backup";
  readonly version: number;
  readonly part: BackupPart;
  /** When the snapshot was taken, as an ISO instant. */
  readonly takenAt: string;
  /** Tells one root key from another, and nothing about it. */
  readonly rootKey: string;
  /** The schema that the rows have. */
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
};

/** Where a table begins; its rows follow, each an array of its columns' texts. */
export type TableLine = { readonly table: string; readonly columns: readonly string[] };
export type Row = readonly (string | null)[];

/** How many rows of each table are in a file. */
export type RowCounts = Readonly<Record<string, number>>;

type LastLine = { readonly end: RowCounts; readonly sha256: string };

/** A table's beginning, or some of its rows as the JSON that the database has made of them. */
export type Written = TableLine | { readonly rows: readonly string[] };

/** Writes a new file that its owner alone may read; it is on the disk when this resolves. */
export async function writeBackupFile(
  path: string,
  {
    header,
    lines,
    passphrase,
  }: { header: BackupHeader; lines: AsyncIterable<Written>; passphrase?: string | undefined },
): Promise<RowCounts> {
  const counts: Record<string, number> = {};
  // "wx": what is there already is never written over.
  const file = createWriteStream(path, { flags: "wx", mode: 0o600, flush: true });
  const text = Readable.from(textOf(header, lines, counts));
  await pipeline(text, createGzip(), (plain: AsyncIterable<Buffer>) => sealed(plain, passphrase), file);
  return counts;
}

async function* textOf(
  header: BackupHeader,
  lines: AsyncIterable<Written>,
  counts: Record<string, number>,
): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const hashed = (text: string): string => {
    hash.update(text);
    return text;
  };
  yield hashed(`${JSON.stringify(header)}\n`);
  let table = "";
  for await (const part of lines) {
    if ("table" in part) {
      table = part.table;
      counts[table] = 0;
      yield hashed(`${JSON.stringify(part)}\n`);
    } else if (part.rows.length > 0) {
      counts[table] = (counts[table] ?? 0) + part.rows.length;
      yield hashed(`${part.rows.join("\n")}\n`);
    }
  }
  yield `${JSON.stringify({ end: counts, sha256: hash.digest("hex") } satisfies LastLine)}\n`;
}

async function* sealed(plain: AsyncIterable<Buffer>, passphrase: string | undefined): AsyncGenerator<Uint8Array> {
  if (passphrase === undefined) return yield* plain;
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  yield* await encrypter.encrypt(Readable.toWeb(Readable.from(plain)));
}

export type ReadOptions = { readonly path: string; readonly passphrase?: string | undefined };

/** The first line, then what follows it; ends well only if the last line is there and agrees. */
export async function* readBackupFile(options: ReadOptions): AsyncGenerator<BackupHeader | TableLine | Row> {
  const hash = createHash("sha256");
  const counts: Record<string, number> = {};
  let table: string | undefined;
  let isFirst = true;
  for await (const { line, isLast } of linesOf(options)) {
    if (isLast) return checkEnd(options, line, { counts, hash });
    hash.update(line).update("\n");
    const value = parsed(options, line);
    if (isFirst) {
      yield headerIn(options, value);
      isFirst = false;
    } else if (isRow(value) && table !== undefined) {
      counts[table] = (counts[table] ?? 0) + 1;
      yield value;
    } else if (isTableLine(value)) {
      table = value.table;
      counts[table] = 0;
      yield value;
    } else {
      throw damaged(options, "a line in it is none of a backup");
    }
  }
  throw damaged(options, "it is empty");
}

/** Reads a file to its end without doing anything with it. Refuses what is damaged, cut off or not a backup. */
export async function checkBackupFile(options: ReadOptions): Promise<BackupHeader> {
  let header: BackupHeader | undefined;
  for await (const part of readBackupFile(options)) {
    if ("fedele" in part) header = part;
  }
  if (header === undefined) throw damaged(options, "it is empty");
  return header;
}

function checkEnd(options: ReadOptions, line: string, { counts, hash }: { counts: RowCounts; hash: Hash }): void {
  const last = parsed(options, line);
  const isWhole =
    isObject(last) &&
    last.sha256 === hash.digest("hex") &&
    isObject(last.end) &&
    JSON.stringify(last.end) === JSON.stringify(counts);
  if (!isWhole) throw damaged(options, "its end does not agree with what is before");
}

async function* linesOf(options: ReadOptions): AsyncGenerator<{ line: string; isLast: boolean }> {
  let [rest, before]: [string, string | undefined] = ["", undefined];
  for await (const text of opened(options)) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (before !== undefined) yield { line: before, isLast: false };
      before = line;
    }
  }
  if (rest !== "") throw damaged(options, "it is cut off");
  if (before !== undefined) yield { line: before, isLast: true };
}

const AGE_BEGINS = Buffer.from("age-encryption.org/");

/** The plain text of a file, in pieces. */
async function* opened(options: ReadOptions): AsyncGenerator<string> {
  const isSealed = await beginsAsAge(options.path);
  const { passphrase } = options;
  if (isSealed && passphrase === undefined) {
    throw new Refusal("invalid", `${basename(options.path)} is encrypted: give the passphrase it was made with.`);
  }
  const bytes = createReadStream(options.path);
  const plain = isSealed && passphrase !== undefined ? await unsealed(options, bytes, passphrase) : bytes;
  const text = plain.pipe(createGunzip()).setEncoding("utf8");
  plain.on("error", (error: Error) => text.destroy(error));
  try {
    for await (const piece of text) yield String(piece);
  } catch (error) {
    throw damaged(options, error instanceof Error ? error.message : String(error));
  } finally {
    bytes.destroy();
  }
}

async function beginsAsAge(path: string): Promise<boolean> {
  const file = await open(path).catch(() => {
    throw new Refusal("not_found", `There is no file ${path}.`);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(AGE_BEGINS.length), 0, AGE_BEGINS.length, 0);
    return bytesRead === AGE_BEGINS.length && buffer.equals(AGE_BEGINS);
  } finally {
    await file.close();
  }
}

async function unsealed(options: ReadOptions, bytes: Readable, passphrase: string): Promise<Readable> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return Readable.from(await decrypter.decrypt(Readable.toWeb(bytes)));
  } catch {
    throw new Refusal("invalid", `The passphrase is not the one that ${basename(options.path)} was made with.`);
  }
}

function damaged({ path }: ReadOptions, reason: string): Refusal {
  return new Refusal("invalid", `${basename(path)} is damaged or is no backup: ${reason}. Use another copy of it.`);
}

function parsed(options: ReadOptions, line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged(options, "a line in it is not JSON");
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRow(value: unknown): value is Row {
  return Array.isArray(value) && value.every((text) => text === null || typeof text === "string");
}

function isTableLine(value: unknown): value is TableLine {
  return isObject(value) && typeof value.table === "string" && isRow(value.columns) && !value.columns.includes(null);
}

function headerIn(options: ReadOptions, value: unknown): BackupHeader {
  if (!isObject(value) || value.fedele !== "backup") throw damaged(options, "its first line says nothing of Fedele");
  if (value.version !== BACKUP_VERSION) {
    throw new Refusal("invalid", `${basename(options.path)} was written by a newer Fedele. Restore it with that one.`);
  }
  if (!isHeader(value)) throw damaged(options, "its first line is not whole");
  return value;
}

function isHeader(value: Readonly<Record<string, unknown>>): value is BackupHeader {
  const { part, takenAt, rootKey, migrations } = value;
  return (
    (part === "data" || part === "keys") &&
    typeof takenAt === "string" &&
    typeof rootKey === "string" &&
    Array.isArray(migrations) &&
    migrations.every(
      (one: unknown) => isObject(one) && typeof one.name === "string" && typeof one.checksum === "string",
    )
  );
}
