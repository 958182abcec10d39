// A tenant to import into, and what it has afterwards, without a command line.
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { presets } from "@fedele/core/presets.ts";
import { objectOf } from "../../server/cli/imports.ts";
import { readPurchaseMapping } from "../../server/modules/programme/imports/mapping.ts";
import { importPurchases, type PurchaseReport } from "../../server/modules/programme/imports/purchases.ts";
import { summaryOf } from "../../server/modules/programme/imports/summary.ts";
import { installPreset } from "../../server/modules/programme/presets.ts";
import { createTenant, type NewTenant } from "../../server/modules/tenants/tenants.ts";
import { createParts, type Parts } from "../../server/parts.ts";
import { standingClock } from "../../server/platform/clock.ts";
import type { Database } from "../../server/platform/database/database.ts";
import { inTransaction } from "../../server/platform/database/transaction.ts";
import { createLog } from "../../server/platform/log.ts";
import type { Tenant } from "../../server/platform/tenant.ts";
import { testDatabase } from "./database.ts";

/** Every line of three months of a real shop; see the README beside it. */
export const onlineRetail = fileURLToPath(
  new URL("../../../shared/data/online_retail_lines_2010-12_2011-02.csv.gz", import.meta.url),
);

export const hasOnlineRetail = existsSync(onlineRetail);
if (!hasOnlineRetail) process.stderr.write(`Skipped: the real purchases are not here (${onlineRetail}).\n`);

/** What that file must give under the preset retail-points. */
export const onlineRetailGives = {
  members: 1_682,
  invoices: 3_384,
  lines: 67_313,
  issued: 1_587_707,
  reversed: 103_298,
  outstanding: 1_484_409,
  negative_balances: 0,
  matched_cancellation_lines: 1_117,
  orphan_lines: 697,
  orphan_quantity: 14_900,
  net_spend_minor: 148_570_482,
  tiers: { bronze: 996, silver: 563, gold: 123 },
  skipped: { no_customer: 36_210, quantity_or_price: 7 },
};

type Imported = { report: PurchaseReport; has: ReturnType<typeof objectOf> };

export type Importing = {
  parts: Parts;
  db: Database;
  tenant: Tenant;
  newTenant(settings?: Partial<NewTenant>): Promise<Tenant>;
  /** A file of this content. */
  fileOf(content: string | Buffer, name?: string): string;
  importFile(file: string, options?: { mapping?: string; tenant?: Tenant }): Promise<Imported>;
  close(): Promise<void>;
};

/** `const importing = await startImporting()` in beforeAll; `await importing.close()` in afterAll. */
export async function startImporting(): Promise<Importing> {
  const db = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), "fedele-import-"));
  const parts = createParts({
    db,
    clock: standingClock(Date.parse("2026-03-02T09:00:00Z")),
    log: createLog("silent"),
    rootKey: randomBytes(32),
    rateLimitPerMinute: 1_000,
  });
  const newTenant: Importing["newTenant"] = async (settings = {}) => {
    const slug = `t${randomBytes(6).toString("hex")}`;
    const usual = { name: "Shop", slug, currency: "GBP", timezone: "Europe/London" };
    const tenant = await createTenant(parts, { ...usual, ...settings });
    const [preset] = presets;
    if (preset !== undefined) await inTransaction(db, whoIn(parts, tenant), (ctx) => installPreset(ctx, preset));
    return tenant;
  };
  const tenant = await newTenant();
  let files = 0;
  return {
    parts,
    db,
    tenant,
    newTenant,
    fileOf(content, name = "sales.csv") {
      files += 1;
      const file = join(folder, `${files}-${name}`);
      writeFileSync(file, content);
      return file;
    },
    async importFile(file, options = {}) {
      const into = options.tenant ?? tenant;
      const mapping = readPurchaseMapping(options.mapping ?? "online-retail");
      const report = await importPurchases(parts, { tenant: into, file, mapping, tell: () => undefined });
      const summary = await inTransaction(db, whoIn(parts, into), (ctx) => summaryOf(ctx, into));
      return { report, has: objectOf(summary, report) };
    },
    async close() {
      await parts.lanes.close();
      await db.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export function whoIn({ clock }: Pick<Parts, "clock">, tenant: Tenant) {
  return { tenantId: tenant.id, now: clock.now() + tenant.clockOffsetMs, actor: "cli" };
}
