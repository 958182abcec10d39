// verify-ledger: every module's checks, in one snapshot, so that it is right beside a serving process.
import { sealCheck, sealKeyFrom } from "./modules/ledger/seals.ts";
import { ledgerChecks } from "./modules/ledger/verify.ts";
import { programmeChecks } from "./modules/programme/verify.ts";
import { rewardChecks } from "./modules/rewards/verify.ts";
import { findWrappedKey } from "./modules/tenants/tenants.ts";
import { auditCheck, type ChainKeys } from "./platform/audit/verification.ts";
import type { Database } from "./platform/database/database.ts";
import { createSealer } from "./platform/sealing.ts";
import type { Ask, Check, Finding } from "./platform/verification.ts";

export type Verification = Readonly<{ clean: boolean; checks: readonly Finding[] }>;

type Options = Readonly<{
  tenantId?: string | undefined;
  /** To prove who sealed the days; without it they are only summed again. */
  rootKey?: Buffer | undefined;
  /** Called as each check ends. */
  tell?: ((finding: Finding, done: number, of: number) => void) | undefined;
}>;

/** Sums of a million entries stay in memory: a third faster than on disk. */
const WORK_MEM = "128MB";

function checksWith(rootKey: Buffer | undefined): readonly Check[] {
  const sealed = sealCheck(rootKey === undefined ? null : sealKeyFrom(rootKey));
  return [...ledgerChecks, sealed, ...programmeChecks, ...rewardChecks, auditCheck(chainKeysFrom(rootKey))];
}

/** The keys that tenants seal their audit chains with, read in the snapshot of the verification. */
function chainKeysFrom(rootKey: Buffer | undefined): ChainKeys {
  if (rootKey === undefined) return null;
  const sealer = createSealer(rootKey, findWrappedKey);
  return (ask, tenantId) =>
    sealer.keysOf({ tenantId, now: 0, actor: "system", query: ask, later: writesNothing, told: writesNothing });
}

function writesNothing(): never {
  throw new Error("A verification writes nothing.");
}

/** Asks every check of all tenants, or of one. Reads only; holds no locks that a writer would wait for. */
export async function verifyLedger(db: Database, options: Options = {}): Promise<Verification> {
  const all = checksWith(options.rootKey);
  return inSnapshot(db, async (ask) => {
    const checks: Finding[] = [];
    for (const check of all) {
      const finding = await check.run(ask, options.tenantId ?? null);
      checks.push(finding);
      options.tell?.(finding, checks.length, all.length);
    }
    return { clean: checks.every(({ violations }) => violations === 0), checks };
  });
}

/** Are the audit chains whole? The one check of them all that doctor asks too. */
export function verifyAuditChains(db: Database, rootKey: Buffer | undefined): Promise<Finding> {
  return inSnapshot(db, (ask) => auditCheck(chainKeysFrom(rootKey)).run(ask, null));
}

/** What is asked is all of one moment, and nobody waits for it. */
async function inSnapshot<T>(db: Database, work: (ask: Ask) => Promise<T>): Promise<T> {
  const client = await db.maintenance.connect();
  const ask: Ask = async (text, values) => {
    // Not prepared: each is asked once, and its plan should fit what the tables hold now.
    const { rows } = await client.query(text, values === undefined ? [] : [...values]);
    return rows;
  };
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(`SET LOCAL work_mem = '${WORK_MEM}'`);
    return await work(ask);
  } finally {
    await client.query("ROLLBACK").catch(() => undefined);
    client.release();
  }
}
