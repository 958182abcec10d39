// An owner makes a tenant beside the one that they have, and clears a demo away. A real tenant is never removed by
// anybody, and no demo ever becomes one.
import { randomInt } from "node:crypto";
import type { NewTenant as AskedTenant } from "@fedele/sdk/schemas/tenant.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import type { StaffCaller } from "../../platform/http/keyCache.ts";
import { usedForAnother } from "../../platform/idempotency.ts";
import { BUCKETS, newId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { addOwner, listMemberships, type Membership } from "./persons.ts";
import * as store from "./store.ts";
import { createTenant } from "./tenants.ts";

/** Tenants, demos aside, that one person may own before an operator has to make the next. */
export const TENANTS_OWNED_MAX = 20;

export type Ground = { readonly db: Database; readonly clock: Clock; readonly sealer: Sealer };

/** What a new tenant begins with, which higher modules know. `plan` refuses, so nothing is made of what is wrong. */
export type Beginning<Plan> = {
  plan(asked: AskedTenant): Plan;
  begin(ctx: Ctx, tenant: Tenant, plan: Plan): Promise<void>;
};

export type Founder = { readonly personId: string; readonly name: string; readonly email: string };

export function ownerAmong(staff: StaffCaller | undefined): StaffCaller {
  if (staff?.role === "owner") return staff;
  throw new Refusal("forbidden", "Only an owner who has signed in does this.");
}

export async function refuseTooMany(ground: Ground, personId: string): Promise<void> {
  const owned = (await listMemberships(ground, personId)).filter(
    ({ tenant, role }) => isOwn(tenant) && role === "owner",
  );
  if (owned.length < TENANTS_OWNED_MAX) return;
  throw new Refusal("conflict", `One person makes at most ${TENANTS_OWNED_MAX} tenants; whoever runs this makes more.`);
}

function isOwn({ isDemo }: Tenant): boolean {
  return !isDemo;
}

/** The tenant that the same request has begun before, and the id that it has or is to have. */
export async function placeOfFounding(
  { db, clock }: Ground,
  foundingHash: Buffer,
): Promise<{ id: string; begun: Tenant | undefined }> {
  const begun = await store.findFounded(db, foundingHash);
  return { id: begun?.id ?? newId(clock.now(), randomInt(BUCKETS)), begun };
}

/**
 * Makes the tenant, what it begins with, and its owner. Cut off in between, the same request goes on where it was: the
 * tenant knows by which one it was made.
 */
export async function foundTenant<Plan>(
  ground: Ground,
  asked: AskedTenant,
  place: { readonly id: string; readonly begun: Tenant | undefined; readonly foundingHash: Buffer },
  by: { readonly founder: Founder; readonly beginning: Beginning<Plan> },
): Promise<Tenant> {
  const { db, clock, sealer } = ground;
  const { founder, beginning } = by;
  const { preset: _preset, category: _category, ...settings } = asked;
  const plan = beginning.plan(asked);
  const { begun, id, foundingHash } = place;
  if (begun !== undefined && begun.slug !== asked.slug) throw usedForAnother();
  const tenant = begun ?? (await createTenant(ground, { ...settings, founding: { id, hash: foundingHash } }));
  const nowMs = clock.now();
  await inTransaction(db, { tenantId: tenant.id, now: nowMs, actor: "system" }, async (ctx) => {
    if (!(await addOwner(ctx, sealer, founder, nowMs))) return;
    await beginning.begin(ctx, tenant, plan);
  });
  return tenant;
}

/** The demo that an owner of it may clear away. */
export async function demoToClear(ground: Ground, personId: string, tenantId: string): Promise<Membership> {
  const found = (await listMemberships(ground, personId)).find(({ tenant }) => tenant.id === tenantId);
  if (found === undefined) throw new Refusal("not_found", "You work for no tenant with this id.");
  if (found.role !== "owner") throw new Refusal("forbidden", "Only its owner clears a demo away.");
  if (!found.tenant.isDemo) {
    throw new Refusal("forbidden", "This tenant is no demo: what is in it is meant, and nobody removes it from here.");
  }
  return found;
}

/** From now on nobody is served from it; its rows go with the next start. */
export async function clearDemo({ db, clock }: Ground, tenantId: string): Promise<void> {
  await inTransaction(db, { tenantId, now: clock.now(), actor: "system" }, (ctx) => store.removeDemo(ctx, clock.now()));
}
