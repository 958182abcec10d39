// What a command works with: the database of FEDELE_DATA, brought up to date, and the parts of one Fedele over it.
import { type Config, readConfig } from "../config.ts";
import { findTenantBySlug } from "../modules/tenants/tenants.ts";
import { createParts, type Parts } from "../parts.ts";
import { type Deed, trailOf } from "../platform/audit.ts";
import { systemClock } from "../platform/clock.ts";
import type { Database } from "../platform/database/database.ts";
import { openDatabase } from "../platform/database/open.ts";
import type { Who } from "../platform/database/transaction.ts";
import { createLog } from "../platform/log.ts";
import { bringUpToDate } from "../platform/migrate.ts";
import { Refusal } from "../platform/refusal.ts";
import { readRootKey } from "../platform/rootKey.ts";
import type { Tenant } from "../platform/tenant.ts";
import { say } from "./terminal.ts";

/** Does `work` with the database and closes it. Beside a serving process that process's database is used. */
export async function withDatabase<T>(work: (db: Database, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig();
  const db = await openDatabase(config, { purpose: "command", tell: say });
  try {
    return await work(db, config);
  } finally {
    await db.close();
  }
}

/** The same with all parts, once the schema is this version's. */
export function withParts<T>(work: (parts: Parts, rootKey: Buffer) => Promise<T>): Promise<T> {
  return withDatabase(async (db, config) => {
    const clock = systemClock;
    await bringUpToDate(db, clock.now());
    const log = createLog("warn", { write: (line: string) => process.stderr.write(line) });
    const rootKey = readRootKey(config);
    const parts = createParts({ ...config, db, clock, log, rootKey });
    return work(parts, rootKey).finally(() => parts.lanes.close());
  });
}

export async function tenantNamed({ db }: Pick<Parts, "db">, slug: string): Promise<Tenant> {
  const tenant = await findTenantBySlug(db, slug);
  if (tenant !== undefined) return tenant;
  throw new Refusal("not_found", `There is no tenant "${slug}". The command "tenant list" shows those that are there.`);
}

/** Who acts when a person at the terminal does. */
export function operatorOf({ clock }: Pick<Parts, "clock">, tenant: Tenant): Who {
  return { tenantId: tenant.id, now: clock.now() + tenant.clockOffsetMs, actor: "cli" };
}

/** The same where what is done goes to the audit log. */
export function auditedOperator(
  parts: Pick<Parts, "clock" | "auditor">,
  tenant: Tenant,
  deedOf: (result: unknown) => Deed,
): Who {
  return { ...operatorOf(parts, tenant), trail: trailOf(parts.auditor, deedOf) };
}
