// Where the embedded cluster's files and its socket lie, so that Postgres' account can reach them and nobody else can.
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type EngineUser, engineUser, mayEnter } from "./engineUser.ts";

/** Where root's Postgres lives when its account cannot enter the data folder. */
const STATE_FOLDER = "/var/lib/fedele";
/** Others may pass through, but not look around. */
const PASSABLE = 0o711;
const CLUSTER_FOLDER = "postgres";
/** A socket's path may have 107 bytes (103 on macOS), of which "/.s.PGSQL.5432" are 14. */
const SOCKET_FOLDER_BYTES_MAX = 89;
const SOCKET_FOLDER_PREFIX = "fedele-";
const SOCKET_FOLDER_RANDOM = 6;

/** The data folder, made if need be: closed to others, but passable where Postgres has an account of its own. */
export function makeDataFolder(dataFolder: string): void {
  if (existsSync(dataFolder)) return;
  mkdirSync(dataFolder, { recursive: true });
  chmodSync(dataFolder, engineUser() === undefined ? 0o700 : PASSABLE);
}

/** A folder of the system's state folder, passable whatever the umask says. */
export function makeStateFolder(name: string): string {
  const folder = join(STATE_FOLDER, name);
  for (const path of [STATE_FOLDER, folder]) {
    mkdirSync(path, { recursive: true });
    chmodSync(path, PASSABLE);
  }
  return folder;
}

/** The account of Postgres; a cluster that another account made (before Fedele was run by root) stays with that one. */
export function engineUserFor(clusterFolder: string | undefined): EngineUser | undefined {
  const user = engineUser();
  if (user === undefined || clusterFolder === undefined) return user;
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner === undefined || owner.uid === 0) return user;
  return owner.uid === user.uid ? user : { name: `number ${owner.uid}`, uid: owner.uid, gid: owner.gid };
}

/** The folder of a new cluster: in the data folder, unless Postgres' account cannot reach that. */
export function clusterFolderFor(dataFolder: string, user: EngineUser | undefined, id: string): string {
  if (mayEnter(user, dataFolder)) return join(dataFolder, CLUSTER_FOLDER);
  return join(makeStateFolder(id), CLUSTER_FOLDER);
}

/** A fresh folder that only Postgres' account (and root) can enter: who reaches the socket may try passwords. */
export function makeSocketFolder(user: EngineUser | undefined): string {
  const bytes = Buffer.byteLength(join(tmpdir(), SOCKET_FOLDER_PREFIX)) + SOCKET_FOLDER_RANDOM;
  const parent = bytes <= SOCKET_FOLDER_BYTES_MAX && mayEnter(user, tmpdir()) ? tmpdir() : "/tmp";
  const folder = mkdtempSync(join(parent, SOCKET_FOLDER_PREFIX));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  return folder;
}

/** Removes the folder of a cluster's socket, unless it is another cluster's: a copied cluster.json names it too. */
export function removeSocketFolder(folder: string, clusterFolder: string): void {
  if (!basename(folder).startsWith(SOCKET_FOLDER_PREFIX)) return;
  const lock = join(folder, ".s.PGSQL.5432.lock");
  const listener = existsSync(lock) ? readFileSync(lock, "utf8").split("\n")[1] : clusterFolder;
  if (listener === clusterFolder) rmSync(folder, { recursive: true, force: true });
}
