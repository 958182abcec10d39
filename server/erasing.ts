// Every module's share of an erasure, and the erasures that a restored backup has forgotten, made again.
import { closeWallets } from "./modules/ledger/closing.ts";
import { type ErasingPart, type ErasureRow, eraseMember, listAllErasures } from "./modules/members/erasures.ts";
import { forgetPreferences } from "./modules/messaging/preferences.ts";
import { blankHistory } from "./modules/programme/erasures.ts";
import { discardImports } from "./modules/programme/memberImports/memberImports.ts";
import { giveUp } from "./modules/rewards/leaving.ts";
import { listTenants } from "./modules/tenants/tenants.ts";
import type { Clock } from "./platform/clock.ts";
import type { Database } from "./platform/database/database.ts";
import { inTransaction } from "./platform/database/transaction.ts";
import { Refusal } from "./platform/refusal.ts";
import type { Tenant } from "./platform/tenant.ts";

/** From the highest module down: the order of the locks. */
export const erasing: readonly ErasingPart[] = [forgetPreferences, giveUp, discardImports, blankHistory, closeWallets];

/** An erasure as it is kept outside a database that may be restored to the day before it. Ids and times alone. */
export type KeptErasure = ErasureRow & Readonly<{ tenantId: string }>;

type Ground = Readonly<{ db: Database; clock: Clock }>;

/** Every erasure of every tenant, to be kept beside backups. */
export function keptErasures({ db }: Pick<Ground, "db">): Promise<KeptErasure[]> {
  return listAllErasures(db);
}

/**
 * Erases again whom a backup brought back; returns how many there were. Whoever is erased, or joined after the backup
 * was made, is passed over, so that it may be repeated and gone on with after a crash.
 */
export async function applyErasures({ db, clock }: Ground, kept: readonly KeptErasure[]): Promise<number> {
  const tenants = new Map((await listTenants(db)).map((tenant) => [tenant.id, tenant]));
  let applied = 0;
  for (const { tenantId, ...erasure } of kept) {
    const tenant = tenants.get(tenantId);
    if (tenant !== undefined && (await applyErasure({ db, clock }, tenant, erasure))) applied += 1;
  }
  return applied;
}

async function applyErasure({ db, clock }: Ground, tenant: Tenant, erasure: ErasureRow): Promise<boolean> {
  const { memberId, reason, heirId } = erasure;
  const who = { tenantId: tenant.id, now: clock.now() + tenant.clockOffsetMs, actor: "system" };
  const claim = { bucketSpan: tenant.bucketSpan, operation: "applyErasures", key: memberId, ...unasked };
  try {
    const how = { tenant, claim, parts: erasing, isRestored: true };
    const { isNew, done } = await inTransaction(db, who, (ctx) => eraseMember(ctx, { memberId, reason, heirId }, how));
    done();
    return isNew;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // The heir joined after the backup, or has left since: nobody else was named.
    if (heirId !== null) return applyErasure({ db, clock }, tenant, { ...erasure, heirId: null });
    if (error.code === "not_found") return false;
    throw error;
  }
}

/** No request is behind it, so nothing of one can be compared. */
const unasked = { bodyHmac: Buffer.alloc(32), resourceId: "" };
