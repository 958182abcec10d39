// One signed line a tenant and day over everything that was booked, chained to the line before. Whoever changes, adds
// or removes an entry afterwards, or a line, cannot sign it again without the root key, which is not in the database.
import { createHmac } from "node:crypto";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { secretFor } from "../../platform/rootKey.ts";
import { tenantNow } from "../../platform/sweeping.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { type Ask, type Check, EXAMPLES_MAX } from "../../platform/verification.ts";
import type { DayTotal, Seal } from "./store/seals.ts";
import * as store from "./store/seals.ts";

const DAY_MS = 86_400_000;
/** A day is sealed when nothing that was asked for on it can still be on its way. */
const SETTLING_MS = 3_600_000;

/** What seals are signed with. */
export function sealKeyFrom(rootKey: Buffer): Buffer {
  return secretFor(rootKey, "ledger totals");
}

/** Seals every day of every tenant that is over and not sealed yet. Days without an entry have no line. */
export async function sealDays(
  { db, clock }: { db: Database; clock: Clock },
  tenants: readonly Tenant[],
  sealKey: Buffer,
): Promise<number> {
  const last = new Map((await store.findLastSeals(db)).map((seal) => [seal.tenantId, seal]));
  const stretches = tenants.map((tenant) => {
    const before = last.get(tenant.id);
    const fromMs = before === undefined ? 0 : Date.parse(before.day) + DAY_MS;
    const untilMs = Math.floor((tenantNow(clock, tenant) - SETTLING_MS) / DAY_MS) * DAY_MS;
    return { tenantId: tenant.id, fromMs, untilMs };
  });
  const open = stretches.filter(({ fromMs, untilMs }) => fromMs < untilMs);
  if (open.length === 0) return 0;
  let sealed = 0;
  for (const total of await store.sumDays(db, open)) {
    const seal = { ...total, signature: signatureOf(sealKey, total, last.get(total.tenantId)) };
    sealed += Number(await store.insertSeal(db, seal, clock.now()));
    last.set(total.tenantId, seal);
  }
  return sealed;
}

/** The sealed days, summed again. Without the key it is not known who signed them. */
export function sealCheck(sealKey: Buffer | null): Check {
  const name = "sealed days are as they were sealed";
  return {
    name,
    run: async (ask: Ask, tenantId: string | null) => {
      const seals = await store.listSeals(ask, tenantId);
      const faults = seals.length === 0 ? [] : faultsOf(seals, await store.sumAllDays(ask, tenantId), sealKey);
      return { name, checked: seals.length, violations: faults.length, examples: faults.slice(0, EXAMPLES_MAX) };
    },
  };
}

function faultsOf(seals: readonly Seal[], totals: readonly DayTotal[], sealKey: Buffer | null): string[] {
  const actual = new Map(totals.map((total) => [placeOf(total), total]));
  const before = new Map<string, Seal>();
  const sealed = new Set(seals.map(placeOf));
  const faults = seals.flatMap((seal) => {
    const previous = before.get(seal.tenantId);
    before.set(seal.tenantId, seal);
    const isSigned = sealKey === null || signatureOf(sealKey, seal, previous).equals(seal.signature);
    const found = actual.get(placeOf(seal));
    const isSame = found !== undefined && textOf(found) === textOf(seal);
    if (isSigned && isSame) return [];
    const what = isSigned ? "its entries are not those that were sealed" : "its line was not signed by us";
    return [`tenant ${seal.tenantId}, ${seal.day}: ${what}`];
  });
  const added = totals.filter((total) => {
    return total.day <= (before.get(total.tenantId)?.day ?? "") && !sealed.has(placeOf(total));
  });
  return [...faults, ...added.map(({ tenantId, day }) => `tenant ${tenantId}, ${day}: entries without a line`)];
}

function signatureOf(sealKey: Buffer, total: DayTotal, previous: Seal | undefined): Buffer {
  const chain = previous?.signature.toString("hex") ?? "first";
  return createHmac("sha256", sealKey)
    .update(`${chain}\n${textOf(total)}`)
    .digest();
}

function textOf({ tenantId, day, entries, points, digest }: DayTotal): string {
  return [tenantId, day, entries, points, digest].join("\n");
}

function placeOf({ tenantId, day }: DayTotal): string {
  return `${tenantId} ${day}`;
}
