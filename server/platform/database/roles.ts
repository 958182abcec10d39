// The four roles of the embedded cluster: the same file that an administrator runs on a server of one's own.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type pg from "pg";
import { secretFor } from "../rootKey.ts";
import { splitStatements } from "../sqlText.ts";
import { ADMIN } from "./cluster.ts";
import { connect, ROLES, type Role, type SocketAddress } from "./connections.ts";
import type { Addresses } from "./database.ts";
import type { EmbeddedPostgres } from "./embedded.ts";
import { errorCode } from "./failures.ts";

export const DATABASE_NAME = "fedele";
const PORT = 5432;
const WRONG_PASSWORD = "28P01";

const rolesSql = readFileSync(new URL("roles.sql", import.meta.url), "utf8");

/** Each role's password hangs on the root key alone, so that nothing secret is written down beside the cluster. */
export function passwordOf(rootKey: Buffer, role: Role | typeof ADMIN): string {
  return secretFor(rootKey, `database password ${role}`).toString("base64url");
}

/** Where a role of an embedded cluster connects. */
export function embeddedAddress(
  socketFolder: string,
  rootKey: Buffer,
  role: Role | typeof ADMIN,
  database: string = DATABASE_NAME,
): SocketAddress {
  return { host: socketFolder, port: PORT, user: role, password: passwordOf(rootKey, role), database };
}

/** Where each of the four roles of an embedded cluster connects. */
export function embeddedAddresses(socketFolder: string, rootKey: Buffer, database?: string): Addresses {
  const at = (role: Role) => embeddedAddress(socketFolder, rootKey, role, database);
  return {
    app: at("fedele_app"),
    maintenance: at("fedele_maintenance"),
    owner: at("fedele_owner"),
    jobs: at("fedele_jobs"),
  };
}

/** Makes roles and database; skipped when nothing has changed since the last time. */
export async function prepareRoles(postgres: EmbeddedPostgres, rootKey: Buffer): Promise<void> {
  const fingerprint = createHash("sha256").update(rolesSql).update(passwordOf(rootKey, ADMIN)).digest("hex");
  if (postgres.preparedFor === fingerprint) return;
  const server = await connectAdmin(postgres.socketFolder, rootKey, "postgres");
  try {
    const { rowCount } = await server.query("select from pg_database where datname = $1", [DATABASE_NAME]);
    if (rowCount === 0) await server.query(`create database ${DATABASE_NAME}`);
  } finally {
    await server.end();
  }
  const database = await connectAdmin(postgres.socketFolder, rootKey, DATABASE_NAME);
  try {
    for (const text of splitStatements(rolesSql)) await database.query(text);
    for (const role of ROLES) await database.query(`alter role ${role} password '${passwordOf(rootKey, role)}'`);
  } finally {
    await database.end();
  }
  postgres.markPrepared(fingerprint);
}

async function connectAdmin(socketFolder: string, rootKey: Buffer, database: string): Promise<pg.Client> {
  try {
    return await connect(embeddedAddress(socketFolder, rootKey, ADMIN, database), "fedele administration");
  } catch (error) {
    if (errorCode(error) !== WRONG_PASSWORD) throw error;
    throw new Error(
      "The root key is not the one that this data folder was made with. " +
        "Put back the file root.key or the setting FEDELE_ROOT_KEY: without it nothing in the folder can be read.",
    );
  }
}
