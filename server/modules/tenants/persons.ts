// One person may work for several tenants. That they are the same is never guessed from an address: it is said when a
// person makes a tenant, takes over the demos, or shows a code that came to their mailbox in the other one.
import { randomInt } from "node:crypto";
import type { Role } from "@fedele/sdk/schemas/role.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { BUCKETS, newId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { newInvitationId } from "./invitations.ts";
import { lockLiveSession, type OpenSession, openSession, PREVIOUS_MS, shortenSession } from "./sessions.ts";
import { hasSecondFactor } from "./signIns.ts";
import { addStaff, contactOf, findStaffByEmail, getStaff } from "./staff.ts";
import { revokeOwnerLinks } from "./store/invitations.ts";
import * as store from "./store/persons.ts";
import { listDemosWithoutOwner } from "./store/staff.ts";
import { getTenant } from "./tenants.ts";

/** Tenants that one person works for; more of them are not listed. */
export const MEMBERSHIPS_MAX = 100;

export type Membership = { readonly tenant: Tenant; readonly staffId: string; readonly role: Role };

type Ground = { readonly db: Database; readonly clock: Clock };

/** Who somebody of this tenant's staff is in all tenants. */
export async function personOf(ctx: Ctx, staffId: string, nowMs: number): Promise<string> {
  const personId = await store.knownPerson(ctx, staffId, newId(nowMs, randomInt(BUCKETS)));
  if (personId === undefined) throw new Refusal("not_found", "Nobody with this id works here.");
  return personId;
}

/** The tenants that somebody works for, by name. */
export async function listMemberships({ db, clock }: Ground, personId: string): Promise<Membership[]> {
  const working = await store.listWorking(db, personId, MEMBERSHIPS_MAX);
  const memberships = await Promise.all(
    working.map(async ({ tenantId, staffId, role }) => ({
      tenant: await inTransaction(db, { tenantId, now: clock.now(), actor: "system" }, getTenant),
      staffId,
      role,
    })),
  );
  return memberships
    .filter(({ tenant }) => tenant.removedAt === undefined)
    .sort((one, other) => one.tenant.name.localeCompare(other.tenant.name, "en"));
}

/** The membership in the tenant with this slug; a stranger there hears the same as if there were no such tenant. */
export async function getMembership(ground: Ground, personId: string, slug: string): Promise<Membership> {
  const found = (await listMemberships(ground, personId)).find(({ tenant }) => tenant.slug === slug);
  if (found === undefined)
    throw new Refusal("not_found", "You work for no tenant with this slug.", { field: "tenant" });
  return found;
}

/**
 * Goes on in another tenant that the same person works for. The session there is no younger than the one here, asks for
 * the second factor where there is one, and the one here is over in half a minute: until then a lost answer can be
 * asked for again.
 */
export async function switchTenant(
  ground: Ground,
  from: { readonly tenantId: string; readonly staffId: string; readonly sessionId: string },
  slug: string,
): Promise<OpenSession> {
  const { db, clock } = ground;
  const nowMs = clock.now();
  const here = { tenantId: from.tenantId, now: nowMs, actor: "system" };
  const { personId, signedInAt } = await inTransaction(db, here, async (ctx) => ({
    personId: await personOf(ctx, from.staffId, nowMs),
    signedInAt: (await lockLiveSession(ctx, from.sessionId, nowMs)).createdAt,
  }));
  const { tenant, staffId } = await getMembership(ground, personId, slug);
  const there = { tenantId: tenant.id, now: nowMs, actor: "system" };
  const opened = await inTransaction(db, there, async (ctx) => {
    const person = await getStaff(ctx, staffId);
    return openSession(ctx, { staffId, isPending: hasSecondFactor(person), nowMs, signedInAt });
  });
  await inTransaction(db, here, (ctx) => shortenSession(ctx, from.sessionId, nowMs + PREVIOUS_MS));
  return opened;
}

/** Says that somebody of this tenant's staff is that person, who may be here only once. */
export async function joinPerson(ctx: Ctx, staffId: string, personId: string): Promise<void> {
  const known = await store.findStaffOfPerson(ctx, personId);
  if (known === staffId) return;
  if (known !== undefined) {
    throw new Refusal("conflict", "You work for this tenant already, under another address.", { field: "email" });
  }
  await store.savePerson(ctx, staffId, personId);
}

/** Whoever takes over one demo of an installation owns the others that nobody has: they belong together. */
export async function adoptDemos(
  ground: Ground & { readonly sealer: Sealer },
  from: { readonly tenantId: string; readonly email: string },
): Promise<void> {
  const { db, clock, sealer } = ground;
  const nowMs = clock.now();
  const here = { tenantId: from.tenantId, now: nowMs, actor: "system" };
  const owner = await inTransaction(db, here, async (ctx) => {
    if ((await getTenant(ctx)).story === undefined) return undefined;
    const keys = await sealer.keysOf(ctx);
    const person = await findStaffByEmail(ctx, keys, from.email);
    if (person?.role !== "owner") return undefined;
    return { ...contactOf(keys, person), personId: await personOf(ctx, person.id, nowMs) };
  });
  if (owner === undefined) return;
  for (const tenantId of await listDemosWithoutOwner(db, MEMBERSHIPS_MAX)) {
    await inTransaction(db, { tenantId, now: nowMs, actor: "system" }, async (ctx) => {
      await addOwner(ctx, sealer, owner, nowMs);
      await revokeOwnerLinks(ctx, nowMs);
    });
  }
}

/** Makes a person of another tenant an owner of this one. False where they work here already. */
export async function addOwner(
  ctx: Ctx,
  sealer: Sealer,
  owner: { readonly name: string; readonly email: string; readonly personId: string },
  nowMs: number,
): Promise<boolean> {
  if ((await store.findStaffOfPerson(ctx, owner.personId)) !== undefined) return false;
  const { name, email, personId } = owner;
  const id = newInvitationId(nowMs);
  await addStaff(ctx, await sealer.keysOf(ctx), { id, name, email, role: "owner", partnerId: undefined }, nowMs);
  await store.savePerson(ctx, id, personId);
  return true;
}
