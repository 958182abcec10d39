// Sales of the past, recorded by the same road as those of today. Interrupted and started again it goes on: whatever is
// recorded already is known by its business key.
import { hash } from "node:crypto";
import type { Database } from "../../../platform/database/database.ts";
import { inTransaction } from "../../../platform/database/transaction.ts";
import { bucketOf, newId } from "../../../platform/ids.ts";
import { Refusal } from "../../../platform/refusal.ts";
import type { TenantKeys } from "../../../platform/sealing.ts";
import type { Tenant } from "../../../platform/tenant.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import { lookupOf } from "../../members/identities.ts";
import { businessKey, placeOf } from "../incoming.ts";
import { recordActivity } from "../lanes.ts";
import type { NewActivity } from "../newActivity.ts";
import { insertOrphans, type OrphanRow } from "../store/returns.ts";
import type { BusinessKey } from "../storedActivities.ts";
import { type Customers, enrolBuyers } from "./buyers.ts";
import { type ImportParts, refuseIfNothingWasRead, refuseIfStopped, type Tell } from "./imports.ts";
import { inFlight } from "./inFlight.ts";
import type { PurchaseMapping } from "./mapping.ts";
import type { Mistake } from "./mistakes.ts";
import { readSales, type Sale, type SaleLine, type Sales, type Skipped } from "./sales.ts";

/** Sales under way at once: enough for two full batches of each lane, one being written and one that waits. */
export const IN_FLIGHT_MAX = 2_000;
/** Refused sales that are named; more are counted. */
export const REFUSED_KEPT = 100_000;
const ORPHANS_PER_TRANSACTION = 500;

export type PurchaseImport = Readonly<{
  tenant: Tenant;
  file: string;
  mapping: PurchaseMapping;
  tell: Tell;
  /** Aborted when the import is to end early. */
  signal?: AbortSignal | undefined;
}>;

export type PurchaseReport = Readonly<{
  skipped: Skipped;
  /** Rows that could not be read. */
  mistakes: Readonly<{ count: number; list: readonly Mistake[] }>;
  /** Sales that could not be recorded, with what was said. */
  refused: Readonly<{ count: number; list: readonly Refused[] }>;
  /** Sales that were recorded before. */
  repeated: number;
}>;

export type Refused = Readonly<{ document: string; words: string }>;

/** Imports a file of sale lines. What is in it twice, or was imported before, is recorded once. */
export async function importPurchases(parts: ImportParts, asked: PurchaseImport): Promise<PurchaseReport> {
  const { tenant, mapping, file, tell } = asked;
  refuseForeignMoney(tenant, mapping);
  tell({ step: "reading", done: 0, of: 1 });
  const sales = await readSales(file, mapping, tenant);
  const { list } = sales;
  refuseIfNothingWasRead(list.length, sales.mistakes);
  const customers = await enrolBuyers(parts, { ...asked, sales: list, kind: mapping.customerKind });
  const catalog = await parts.catalogs.of(tenant.id);
  const now = parts.clock.now() + tenant.clockOffsetMs;
  const keys = await inTransaction(parts.db, { tenantId: tenant.id, now, actor: "cli" }, (ctx) =>
    parts.sealer.keysOf(ctx),
  );
  const scene: Scene = { asked, sales, customers, catalog, keys, now, sealed: new Map() };

  const recorded = await recordSales(parts, scene);
  await keepOrphans(parts.db, scene);
  const { skipped, mistakes } = sales;
  return { skipped, mistakes: { count: mistakes.count(), list: mistakes.list }, ...recorded };
}

type Scene = Readonly<{
  asked: PurchaseImport;
  sales: Sales;
  customers: Customers;
  catalog: Catalog;
  keys: TenantKeys;
  now: number;
  /** What stands in orphan rows instead of a customer's number, by that number. */
  sealed: Map<string, Sealed>;
}>;

type Sealed = Readonly<{ customerHash: Buffer; customerSealed: Buffer }>;

function refuseForeignMoney(tenant: Tenant, { currency, rate }: PurchaseMapping): void {
  if (currency === null || currency === tenant.currency || rate !== null) return;
  throw new Refusal(
    "invalid",
    `The mapping's currency is ${currency} and the tenant's ${tenant.currency}; the mapping must say a "rate".`,
  );
}

/** Hands the sales of members to the lanes in the order of their time; each lane keeps the order of its members. */
async function recordSales(
  { lanes }: ImportParts,
  scene: Scene,
): Promise<Pick<PurchaseReport, "refused" | "repeated">> {
  const { list } = scene.sales;
  const { tenant, tell, signal } = scene.asked;
  const refused: Refused[] = [];
  let refusedCount = 0;
  let repeated = 0;
  let done = 0;
  const recordOne = async (sale: Sale, memberId: string): Promise<void> => {
    try {
      const { isReplay } = await recordActivity(lanes, activityOf(scene, sale, memberId), {
        tenantId: tenant.id,
        now: scene.now,
      });
      repeated += Number(isReplay);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === "unavailable") throw error;
      refusedCount += 1;
      if (refused.length < REFUSED_KEPT) refused.push({ document: sale.document, words: error.message });
    }
    done += 1;
    if (done % 100 === 0 || done === list.length) tell({ step: "recording", done, of: list.length });
  };
  const flight = inFlight(IN_FLIGHT_MAX);
  for (const sale of list) {
    refuseIfStopped(signal);
    const memberId = scene.customers.get(sale.customer);
    if (memberId === undefined) done += 1;
    else await flight.start(() => recordOne(sale, memberId));
  }
  await flight.landed();
  tell({ step: "recording", done: list.length, of: list.length });
  return { refused: { count: refusedCount, list: refused }, repeated };
}

function keyOf(scene: Scene, sale: Sale): BusinessKey {
  const { tenant, mapping } = scene.asked;
  const isNegative = sale.isReturn && mapping.cancellationMark === null;
  const of = sale.isSecond ? sealedOf(scene, sale.customer).customerHash.toString("base64url").slice(0, 12) : "";
  const part = `${isNegative ? "return" : ""}${of}`;
  return businessKey({ source: mapping.name, document: sale.document, part }, tenant);
}

const nobody: Sealed = { customerHash: Buffer.alloc(0), customerSealed: Buffer.alloc(0) };

function activityOf(scene: Scene, sale: Sale, memberId: string): NewActivity {
  const { tenant, mapping } = scene.asked;
  const told = scene.sales.linesOf(sale);
  const bucket = bucketOf(memberId);
  const { catalog } = scene;
  const lines = told.map(({ product, quantityThousandths, amountMinor }) => ({
    product,
    categories: catalog.categoriesOf(product),
    quantityThousandths,
    amountMinor,
  }));
  return {
    key: keyOf(scene, sale),
    fingerprint: fingerprintOf(sale, told),
    id: newId(scene.now, bucket),
    bucket,
    memberId,
    place: placeOf(tenant),
    activity: {
      kind: sale.isReturn ? "return" : "purchase",
      channel: "import",
      at: sale.at,
      currency: mapping.currency ?? tenant.currency,
      amountMinor: lines.reduce((sum, line) => sum + line.amountMinor, 0),
      lines,
    },
    partnerId: null,
    locationId: null,
    rate: mapping.rate,
    rateDate: null,
    purchase: null,
    returned: sale.isReturn
      ? told.map(({ product, quantityThousandths }) => ({
          line: null,
          product,
          quantityThousandths,
          amountMinor: null,
        }))
      : [],
    imported: { rows: told.map(({ row }) => row), ...(sale.isReturn ? sealedOf(scene, sale.customer) : nobody) },
  };
}

/** What the sale says, whichever rows of whichever file said it. */
function fingerprintOf(sale: Sale, lines: readonly SaleLine[]): string {
  const told = lines.map(({ product, quantityThousandths, amountMinor }) => [
    product,
    quantityThousandths,
    amountMinor,
  ]);
  return hash("sha256", JSON.stringify([sale.isReturn, sale.at, told]), "buffer")
    .subarray(0, 16)
    .toString("base64");
}

/** A customer's number as it may be stored: found again by its hash, read only with the tenant's key. */
function sealedOf({ keys, sealed, asked }: Scene, customer: string): Sealed {
  const known = sealed.get(customer);
  if (known !== undefined) return known;
  const identity = { kind: asked.mapping.customerKind, value: customer };
  const made = {
    customerHash: lookupOf(keys, identity).valueHash,
    customerSealed: keys.strangers.seal("customer", customer),
  };
  sealed.set(customer, made);
  return made;
}

/** Returns of people who never bought: listed under their number, and nobody is enrolled for them. */
async function keepOrphans(db: Database, scene: Scene): Promise<void> {
  const { tenant } = scene.asked;
  const orphans = scene.sales.list
    .filter(({ customer }) => !scene.customers.has(customer))
    .flatMap((sale) => orphansOf(scene, sale));
  const who = { tenantId: tenant.id, now: scene.now, actor: "cli" };
  for (let from = 0; from < orphans.length; from += ORPHANS_PER_TRANSACTION) {
    const some = orphans.slice(from, from + ORPHANS_PER_TRANSACTION);
    await inTransaction(db, who, (ctx) => insertOrphans(ctx, some));
  }
}

function orphansOf(scene: Scene, sale: Sale): OrphanRow[] {
  const key = keyOf(scene, sale);
  return scene.sales.linesOf(sale).map(({ product, quantityThousandths, amountMinor, row }) => ({
    key,
    line: row,
    ...sealedOf(scene, sale.customer),
    sku: product,
    quantityThousandths,
    amountMinor,
    eventAt: sale.at,
  }));
}
