// Backup and restore: what comes back is what was there, and a file that is not whole is refused before anything else.
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BackupOptions, takeBackup } from "../../server/backups/backup.ts";
import type { BackupSummary } from "../../server/backups/folder.ts";
import { type Restored, rehearse, restore } from "../../server/backups/restore.ts";
import type { Config } from "../../server/config.ts";
import { erasing } from "../../server/erasing.ts";
import { eraseMember } from "../../server/modules/members/erasures.ts";
import {
  type BackupHeader,
  checkBackupFile,
  readBackupFile,
  type Written,
  writeBackupFile,
} from "../../server/platform/backup/backupFile.ts";
import type { Database } from "../../server/platform/database/database.ts";
import { migrate, readMigrations } from "../../server/platform/migrate.ts";
import { everything, openFolders, readFolder } from "../support/backups.ts";
import { type Booked, type Booking, DAY, startBooking } from "../support/booking.ts";
import { emptyDatabase } from "../support/database.ts";

const TIMEOUT = { timeout: 120_000 };

const folders = openFolders();
let shop: Booking;
let members: Booked[];
beforeAll(async () => {
  shop = await startBooking();
  members = await Promise.all(Array.from({ length: 8 }, () => shop.joins()));
  for (const [index, member] of members.entries()) {
    await shop.buys(member, 10_000 + index, `sale-${index}`);
    if (index % 2 === 0) await shop.returns(member, `sale-${index}`);
  }
});
afterAll(async () => {
  await shop.close();
  folders.remove();
});

/** A backup of its own second. */
function backup(options: Partial<BackupOptions> = {}): Promise<BackupSummary> {
  shop.clock.advance(1_000);
  return takeBackup(shop.db, { folder: folders.backups, rootKey: shop.rootKey, nowMs: shop.clock.now(), ...options });
}

const pathOf = (name: string): string => join(folders.backups, name);

type Files = { data: BackupSummary; keys?: BackupSummary; passphrase?: string };

function restoreInto(config: Config, { data, keys = data, passphrase }: Files): Promise<Restored> {
  return restore(config, {
    dataFile: pathOf(data.dataFile),
    keysFile: pathOf(keys.keysFile),
    passphrase,
    nowMs: shop.clock.now(),
    tell: () => undefined,
  });
}

test("every row of every table comes back as it was", TIMEOUT, async () => {
  const before = await everything(shop.db);
  const config = folders.fresh(shop.rootKey);
  const taken = await backup();
  const restored = await restoreInto(config, { data: taken });
  expect(restored.verification.clean).toBe(true);
  expect(restored.rows).toMatchObject({ members: 8, member_keys: 8, activities: 12 });
  const after = await readFolder(config, everything);
  expect(after).toEqual(before);
  expect(Object.values(after).flat().length).toBeGreaterThan(80);
  expect(await readFolder(config, guardsOf)).toEqual(await guardsOf(shop.db));
});

/** What a restore takes away for its duration: it must all be there again. */
async function guardsOf({ app }: Database): Promise<unknown[]> {
  const { rows } = await app.query(
    `select relname as name, relforcerowsecurity::text as what from pg_class where relrowsecurity
     union all select conname, pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'public'::regnamespace order by 1, 2`,
  );
  expect(rows.length).toBeGreaterThan(60);
  return rows;
}

test("a backup that is taken while members buy is of one moment", TIMEOUT, async () => {
  let isOver = false;
  const buying = members.map(async (member, index) => {
    for (let sale = 0; !isOver; sale += 1) await shop.buys(member, 1_000, `meanwhile-${index}-${sale}`);
  });
  const taken = await backup();
  isOver = true;
  await Promise.all(buying);
  const config = folders.fresh(shop.rootKey);
  const { verification, rows } = await restoreInto(config, { data: taken });
  expect(verification.checks.filter(({ violations }) => violations > 0)).toEqual([]);
  expect(rows.members).toBe(8);
});

test("with a passphrase nothing can be read without it, and all of it with it", TIMEOUT, async () => {
  const taken = await backup({ passphrase: "four words are enough" });
  const path = pathOf(taken.dataFile);
  expect(readFileSync(path, "latin1").slice(0, 22)).toBe("age-encryption.org/v1\n");
  expect(statSync(path).mode & 0o777).toBe(0o600);
  await expect(checkBackupFile({ path })).rejects.toThrow("is encrypted: give the passphrase");
  await expect(checkBackupFile({ path, passphrase: "another" })).rejects.toThrow("The passphrase is not the one");
  const config = folders.fresh(shop.rootKey);
  const { verification } = await restoreInto(config, { data: taken, passphrase: "four words are enough" });
  expect(verification.clean).toBe(true);
});

test(
  "whose key was destroyed after the data was saved stays sealed: later keys have none of theirs",
  TIMEOUT,
  async () => {
    const data = await backup();
    const [gone] = members;
    await shop.admin(`delete from member_keys where member_id = '${gone?.memberId}'`);
    shop.clock.advance(DAY);
    const keys = await backup();
    const config = folders.fresh(shop.rootKey);
    const { rows } = await restoreInto(config, { data, keys });
    expect(rows).toMatchObject({ members: 8, member_keys: 7 });
  },
);

test("who was erased after the data was saved is erased again, by the list beside the keys", TIMEOUT, async () => {
  const member = await shop.joins();
  await shop.buys(member, 5_000, "before-the-erasure");
  const data = await backup();
  const { tenant } = shop;
  const claim = { bucketSpan: 1, operation: "eraseMember", key: "e", bodyHmac: Buffer.alloc(32), resourceId: "" };
  const asked = { memberId: member.memberId, reason: "requested", heirId: null } as const;
  await shop.within((ctx) => eraseMember(ctx, asked, { tenant, claim, parts: erasing }));
  const keys = await backup();
  const config = folders.fresh(shop.rootKey);
  const { verification } = await restoreInto(config, { data, keys });
  expect(verification.checks.filter(({ violations }) => violations > 0)).toEqual([]);
  const left = async ({ maintenance }: Database): Promise<unknown[]> => {
    const { rows } = await maintenance.query(
      `select (select status from members where id = $1) as status,
         (select count(*) from members where id = $1 and personal is not null) as sealed,
         (select count(*) from identities where member_id = $1) as identities,
         (select count(*) from identity_lookups where member_id = $1) as lookups,
         (select sum(balance) from wallets where member_id = $1)::bigint as points`,
      [member.memberId],
    );
    return rows;
  };
  const gone = { status: "closed", sealed: 0, identities: 0, lookups: 0, points: 0 };
  expect(await readFolder(config, left)).toEqual([gone]);
});

test("a backup of an older schema is brought up to date", TIMEOUT, async () => {
  const taken = await backup();
  const isOld = ({ name }: { name: string }): boolean => name <= "0005_programme.sql";
  const then = await columnsOfSchema(readMigrations().filter(isOld));
  for (const name of [taken.dataFile, taken.keysFile]) {
    const parts = [];
    for await (const part of readBackupFile({ path: pathOf(name) })) parts.push(part);
    const [first, ...rest] = parts;
    if (first === undefined || !("fedele" in first)) throw new Error("no header");
    await writeBackupFile(pathOf(`old-${name}`), {
      header: { ...first, migrations: first.migrations.filter(isOld) },
      lines: ofThen(rest, then),
    });
  }
  const config = folders.fresh(shop.rootKey);
  const files = { ...taken, dataFile: `old-${taken.dataFile}`, keysFile: `old-${taken.keysFile}` };
  const { verification } = await restoreInto(config, { data: files });
  expect(verification.clean).toBe(true);
  const { rows } = await readFolder(config, (db) => db.app.query("select name from schema_migrations order by name"));
  expect(rows.map(({ name }) => name)).toEqual(readMigrations().map(({ name }) => name));
});

/** Each table's columns in a database that has only these migrations. */
async function columnsOfSchema(migrations: ReturnType<typeof readMigrations>): Promise<Map<string, string[]>> {
  const db = await emptyDatabase();
  try {
    await migrate(db, 0, migrations);
    const { rows } = await db.app.query<{ name: string; columns: string[] }>(
      `select table_name::text as name, array_agg(column_name::text) as columns
         from information_schema.columns where table_schema = 'public' group by 1`,
    );
    return new Map(rows.map(({ name, columns }) => [name, columns]));
  } finally {
    await db.close();
  }
}

/** What a file would hold had it been written before later migrations: fewer tables, fewer columns. */
async function* ofThen(
  parts: readonly (BackupHeader | Exclude<Written, { rows: unknown }> | readonly (string | null)[])[],
  then: ReadonlyMap<string, readonly string[]>,
): AsyncGenerator<Written> {
  let kept: number[] = [];
  for (const part of parts) {
    if ("fedele" in part) continue;
    if ("table" in part) {
      const columns = then.get(part.table) ?? [];
      kept = part.columns.flatMap((name, at) => (columns.includes(name) ? [at] : []));
      if (kept.length > 0) yield { table: part.table, columns: kept.map((at) => part.columns[at] ?? "") };
    } else if (kept.length > 0) {
      yield { rows: [JSON.stringify(kept.map((at) => part[at]))] };
    }
  }
}

test("a file of which any byte is another, or the end is missing, is no backup", TIMEOUT, async () => {
  const taken = await backup();
  const whole = readFileSync(pathOf(taken.dataFile));
  const path = pathOf("broken");
  // The ten bytes of gzip's own header say nothing of the content.
  const places = Array.from({ length: 60 }, (_, index) => 10 + Math.floor((index * (whole.length - 10)) / 60));
  for (const at of places) {
    const broken = Buffer.from(whole);
    broken.writeUInt8(broken.readUInt8(at) ^ 0x10, at);
    writeFileSync(path, broken);
    await expect(checkBackupFile({ path }), `byte ${at}`).rejects.toThrow("is damaged or is no backup");
  }
  for (const length of [0, 1, 200, whole.length - 1]) {
    writeFileSync(path, whole);
    truncateSync(path, length);
    await expect(checkBackupFile({ path }), `${length} bytes`).rejects.toThrow("is damaged or is no backup");
  }
});

test("rows that somebody took out or put in are missed, though every checksum of the packing is right", async () => {
  const path = pathOf((await backup()).dataFile);
  const text = linesOf(path);
  const tampered = text.filter((_, index) => index !== 3);
  writeFileSync(pathOf("tampered"), gzipSync(`${tampered.join("\n")}\n`));
  await expect(checkBackupFile({ path: pathOf("tampered") })).rejects.toThrow("its end does not agree");
});

function linesOf(path: string): string[] {
  return gunzipSync(readFileSync(path)).toString().trimEnd().split("\n");
}

test("what cannot be restored is refused before a database is made", TIMEOUT, async () => {
  const early = await backup();
  shop.clock.advance(DAY);
  const late = await backup();
  const swapped = { ...late, dataFile: late.keysFile, keysFile: late.dataFile };
  const config = folders.fresh(shop.rootKey);
  const none = folders.fresh(shop.rootKey);
  for (const [files, into, sentence] of [
    [{ data: late, keys: early }, config, "before the data of"],
    [{ data: swapped }, config, "must be the data"],
    [{ data: late }, { ...config, rootKey: randomBytes(32) }, "The root key is not the one"],
    [{ data: late }, { ...none, rootKey: undefined }, "There is no root key"],
    [{ data: { ...late, dataFile: "nowhere" } }, config, "There is no file"],
  ] as const) {
    await expect(restoreInto(into, files), sentence).rejects.toThrow(sentence);
  }
  expect(existsSync(config.dataFolder)).toBe(false);
});

test("a database with a tenant in it is left alone", TIMEOUT, async () => {
  const config = folders.fresh(shop.rootKey);
  const taken = await backup();
  await restoreInto(config, { data: taken });
  const before = await readFolder(config, everything);
  await expect(restoreInto(config, { data: taken })).rejects.toThrow("There are tenants in this database");
  expect(await readFolder(config, everything)).toEqual(before);
});

test("a rehearsal says what is wrong with the ledger that was saved, and leaves nothing behind", TIMEOUT, async () => {
  const { memberId } = members[1] ?? { memberId: "" };
  const spoil = (by: number) =>
    shop.admin(`update wallets set balance = balance + ${by} where member_id = '${memberId}' and points_type = 1`);
  await spoil(7);
  const taken = await backup();
  await spoil(-7);
  const { verification } = await rehearse(folders.fresh(shop.rootKey), {
    dataFile: pathOf(taken.dataFile),
    keysFile: pathOf(taken.keysFile),
    nowMs: shop.clock.now(),
  });
  expect(verification.clean).toBe(false);
  expect(readdirSync(folders.backups).filter((name) => name.startsWith("rehearsal-"))).toEqual([]);
});
