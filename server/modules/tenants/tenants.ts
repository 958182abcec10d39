// A tenant is made by an operator and changed by itself.
import { randomInt } from "node:crypto";
import { isCurrency } from "@fedele/core/money.ts";
import type { Demo, TenantChange } from "@fedele/sdk/schemas/tenant.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { BUCKETS, newId } from "../../platform/ids.ts";
import { countryOf, invalid, languageOf, timezoneOf } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer } from "../../platform/sealing.ts";
import { isFilling, type Tenant, type TenantStory } from "../../platform/tenant.ts";
import * as store from "./store.ts";

export const BUCKET_SPAN_DEFAULT = 16;

export type NewTenant = {
  readonly name: string;
  readonly slug: string;
  readonly currency: string;
  readonly timezone: string;
  readonly language?: string;
  readonly country?: string;
  readonly bucketSpan?: number;
  /** Its clock may be moved: nothing in it is meant. Default: no, unless its clock is ahead already. */
  readonly isDemo?: boolean;
  /** A demo tenant's test clock. */
  readonly clockOffsetMs?: number;
  /** Of one that somebody makes for themselves: its id, and by which request. */
  readonly founding?: { readonly id: string; readonly hash: Buffer };
  /** What a demo tells. */
  readonly story?: Omit<TenantStory, "done">;
};

type Parts = { readonly db: Database; readonly clock: Clock; readonly sealer: Pick<Sealer, "newTenantKey"> };

/** A new tenant with a key of its own. Whoever may is asked before. */
export async function createTenant({ db, clock, sealer }: Parts, asked: NewTenant): Promise<Tenant> {
  const tenant: Tenant = {
    id: asked.founding?.id ?? newId(clock.now(), randomInt(BUCKETS)),
    slug: slugOf(asked.slug),
    name: nameOf(asked.name),
    currency: currencyOf(asked.currency),
    timezone: timezoneOf(asked.timezone),
    language: languageOf(asked.language ?? "en"),
    country: asked.country === undefined ? undefined : countryOf(asked.country),
    bucketSpan: bucketSpanOf(asked.bucketSpan ?? BUCKET_SPAN_DEFAULT),
    clockOffsetMs: asked.clockOffsetMs ?? 0,
    isDemo: asked.isDemo ?? (asked.clockOffsetMs !== undefined || asked.story !== undefined),
    story: asked.story === undefined ? undefined : { ...asked.story, done: undefined },
    adjustmentLimits: { points: null, minor: null },
    spendingProof: "code_or_qr",
    createdAt: clock.now(),
    removedAt: undefined,
  };
  const isNew = await store.insertTenant(db, tenant, {
    wrappedKey: sealer.newTenantKey(tenant.id),
    foundingHash: asked.founding?.hash,
  });
  if (!isNew) throw new Refusal("conflict", `There is a tenant with the slug "${tenant.slug}" already.`);
  return tenant;
}

export function findTenantBySlug(db: Database, slug: string): Promise<Tenant | undefined> {
  return store.findTenantBySlug(db, slug);
}

/** Whether anybody is served from here. Asks a schema of whatever age. */
export function hasTenants(db: Database): Promise<boolean> {
  return store.hasTenants(db);
}

export function listTenants(db: Database): Promise<Tenant[]> {
  return store.listTenants(db);
}

/** Whether somebody else than this tenant is served from here in earnest. */
export function countLiveTenants(db: Database, besides: string): Promise<number> {
  return store.countLiveTenants(db, besides);
}

/** For a link that names its tenant before anybody is known; undefined where there is none. */
export function findTenantById(db: Database, tenantId: string, nowMs: number): Promise<Tenant | undefined> {
  return inTransaction(db, { tenantId, now: nowMs, actor: "system" }, store.findTenant);
}

/** The tenant of this transaction. */
export async function getTenant(ctx: Ctx): Promise<Tenant> {
  const tenant = await store.findTenant(ctx);
  if (tenant === undefined) throw new Refusal("not_found", "This tenant is gone.");
  return tenant;
}

export async function changeTenant(ctx: Ctx, change: TenantChange): Promise<Tenant> {
  if (change.timezone !== undefined) timezoneOf(change.timezone);
  if (change.language !== undefined) languageOf(change.language);
  if (change.country !== undefined) countryOf(change.country);
  const tenant = await store.updateTenant(ctx, change);
  if (tenant === undefined) throw new Refusal("not_found", "This tenant is gone.");
  return tenant;
}

/** Writes down how much of a demo's story is in. False once the demo was cleared away. */
export function saveStoryDone(ctx: Ctx, done: number): Promise<boolean> {
  return store.saveStoryDone(ctx, done);
}

/** Demos that were cleared away and whose rows are still there. */
export function listRemovedTenants(db: Database): Promise<string[]> {
  return store.listRemovedTenants(db);
}

/** How much of what a demo tells is in. One that tells nothing is as whole as it will be. */
export function toDemo(tenant: Tenant): Demo {
  const { steps = 0, done = 0 } = tenant.story ?? {};
  return { state: isFilling(tenant) ? "filling" : "ready", done, of: steps };
}

/** What createSealer reads a tenant's key by. */
export async function findWrappedKey(ctx: Ctx): Promise<Buffer> {
  const wrapped = await store.findTenantKey(ctx);
  if (wrapped === undefined) throw new Refusal("not_found", "This tenant is gone.");
  return wrapped;
}

function slugOf(slug: string): string {
  if (slug.length <= 63 && /^[a-z0-9](-?[a-z0-9])*$/.test(slug)) return slug;
  throw invalid("slug", "A slug has 1 to 63 small letters, digits and single hyphens between them.");
}

function nameOf(name: string): string {
  const trimmed = name.trim();
  if (trimmed !== "" && trimmed.length <= 200) return trimmed;
  throw invalid("name", "A name has 1 to 200 characters.");
}

function currencyOf(code: string): string {
  if (isCurrency(code)) return code;
  throw invalid("currency", `"${code.slice(0, 16)}" is not the ISO 4217 code of a currency.`);
}

function bucketSpanOf(span: number): number {
  if (Number.isInteger(span) && span >= 1 && span <= BUCKETS) return span;
  throw invalid("bucketSpan", `A bucket span is a whole number from 1 to ${BUCKETS}.`);
}
