// UUIDv7 whose low 14 bits are the bucket of their owner, so that an id says where its rows live.
import { hash, randomFillSync, randomInt } from "node:crypto";
import { Refusal } from "./refusal.ts";

export const BUCKETS = 16_384;

/** Prefixes of ids as the outside sees them. */
export type IdPrefix =
  | "ten"
  | "whe"
  | "inb"
  | "key"
  | "tky"
  | "ofs"
  | "stf"
  | "inv"
  | "psk"
  | "ses"
  | "eml"
  | "mem"
  | "crd"
  | "prf"
  | "plk"
  | "par"
  | "loc"
  | "act"
  | "ent"
  | "lot"
  | "spd"
  | "hld"
  | "trf"
  | "adj"
  | "pen"
  | "cmp"
  | "rul"
  | "rwd"
  | "isr"
  | "blk"
  | "cns"
  | "vis"
  | "con"
  | "seg"
  | "not"
  | "tsk"
  | "chs"
  | "chr"
  | "cpb"
  | "cpr"
  | "gft"
  | "rvs"
  | "ben"
  | "evt"
  | "imp"
  | "jrn"
  | "jin"
  | "tpl"
  | "dlv"
  | "brc";

const pool = Buffer.alloc(4096);
let poolOffset = pool.length;

/** Five random bytes as hexadecimal digits, drawn 4 kB at a time: one system call for 819 ids. */
function randomDigits(): string {
  if (poolOffset + 5 > pool.length) {
    randomFillSync(pool);
    poolOffset = 0;
  }
  poolOffset += 5;
  return pool.toString("hex", poolOffset - 5, poolOffset);
}

const COUNTS = 2 ** 26;
let count = randomInt(COUNTS);

/**
 * A new UUIDv7 at `nowMs` for something that lives in `bucket`. Behind the time stands a counter of 26 bits (RFC 9562,
 * 6.2), so that what one process makes at the same moment sorts as it was made; it starts at random and goes round.
 */
export function newId(nowMs: number, bucket: number): string {
  count = (count + 1) % COUNTS;
  const time = hex(Math.max(0, Math.floor(nowMs)), 12);
  const random = randomDigits();
  const variant = hex(0x8000 | (count & 0x3fff), 4);
  const tail = hex(((Number.parseInt(random.slice(8), 16) << 14) & 0xc000) | bucket, 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(count >>> 14, 3)}-${variant}-${random.slice(0, 8)}${tail}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}

/** The same id for the same words (RFC 9562, version 8): for what happens once a cause. */
export function uuidOf(text: string): string {
  const digits = hash("sha256", text, "hex");
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`];
  return [...parts, digits.slice(20, 32)].join("-");
}

/** The bucket that an id carries. */
export function bucketOf(id: string): number {
  return Number.parseInt(id.slice(-4), 16) & (BUCKETS - 1);
}

/** A stable number for a text: the same in every process and on every machine. */
export function hashOf(text: string): number {
  return hash("sha256", text, "buffer").readUInt32BE(0);
}

/**
 * The bucket of something new: the tenant's own start, and a step within its span. Members take a random step;
 * a unique value takes the step of its hash, so that everybody looks for it in the same place.
 */
export function bucketWithin(tenantId: string, bucketSpan: number, step: number): number {
  let start = startOfTenant.get(tenantId);
  if (start === undefined) {
    start = hashOf(tenantId);
    startOfTenant.set(tenantId, start);
  }
  return (start + (step % bucketSpan)) % BUCKETS;
}

const startOfTenant = new Map<string, number>();

/**
 * `mem_01h…` for a UUID, as TypeID 0.3 writes it: its 128 bits and two zeros before them in base 32. By our own hand:
 * 0.6 µs to write or to read one where typeid-js takes 1.6 and 2.2 (docs/decisions/0010).
 */
export function toTypeId(prefix: IdPrefix, id: string): string {
  return `${prefix}_${lettersOf(id)}`;
}

/** The same without its prefix. */
export function lettersOf(id: string): string {
  const digits = id.replaceAll("-", "");
  let letters = pairs[Number.parseInt(digits.slice(0, 2), 16)] ?? "";
  for (let at = 2; at < 32; at += 5) {
    const bits = Number.parseInt(digits.slice(at, at + 5), 16);
    letters += `${pairs[bits >>> 10]}${pairs[bits & 1023]}`;
  }
  return letters;
}

/** The UUID of `mem_01h…`. Refuses as not found what cannot be an id of this kind. */
export function fromTypeId(prefix: IdPrefix, text: string): string {
  const letters = text.slice(prefix.length + 1);
  if (!text.startsWith(`${prefix}_`) || !LETTERS.test(letters)) {
    throw new Refusal("not_found", `There is nothing with the id "${text.slice(0, 64)}".`);
  }
  let digits = hex(bitsOf(letters, 0), 2);
  for (let at = 2; at < 26; at += 4) digits += hex(bitsOf(letters, at) * 1024 + bitsOf(letters, at + 2), 5);
  const parts = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)];
  return parts.join("-");
}

/** Crockford's alphabet in lower case. The first letter has three bits only. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const LETTERS = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;
const pairs = Array.from({ length: 1024 }, (_, bits) => `${alphabet[bits >>> 5]}${alphabet[bits & 31]}`);
const valueOfLetter = new Uint8Array(128);
for (const [value, letter] of [...alphabet].entries()) valueOfLetter[letter.charCodeAt(0)] = value;

/** The ten bits of the two letters at `at`. */
function bitsOf(letters: string, at: number): number {
  return (valueOfLetter[letters.charCodeAt(at)] ?? 0) * 32 + (valueOfLetter[letters.charCodeAt(at + 1)] ?? 0);
}
