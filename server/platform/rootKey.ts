// The root key: everything secret of an installation hangs on it. It stands outside the database and its backups.
import { hkdfSync, randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Config, parseRootKey } from "../config.ts";

const ROOT_KEY_FILE = "root.key";

/** The key from the environment, else from the data folder's file, which is made on the first start. */
export function readRootKey(config: Pick<Config, "rootKey" | "dataFolder">): Buffer {
  if (config.rootKey !== undefined) return config.rootKey;
  const file = join(config.dataFolder, ROOT_KEY_FILE);
  if (!existsSync(file)) writeNewKey(config.dataFolder, file);
  return parseRootKey(readFileSync(file, "utf8").trim(), file);
}

/** The same where it is there; nothing is made. */
export function findRootKey(config: Pick<Config, "rootKey" | "dataFolder">): Buffer | undefined {
  const isThere = config.rootKey !== undefined || existsSync(join(config.dataFolder, ROOT_KEY_FILE));
  return isThere ? readRootKey(config) : undefined;
}

/** Written beside and linked into place, so that two first starts agree on one key and none reads half of it. */
function writeNewKey(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A secret of 32 bytes for one purpose. Knowing it tells nothing about the root key or about another purpose. */
export function secretFor(rootKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", rootKey, "", `fedele ${purpose}`, 32));
}
