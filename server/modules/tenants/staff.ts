// Who works for a tenant. Names and addresses are sealed under the tenant's key; a blind index finds an address.
import { mayGive, type Role } from "@fedele/sdk/schemas/role.ts";
import { errorCode } from "../../platform/database/failures.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import type { Caller } from "../../platform/http/keyCache.ts";
import type { PageStart } from "../../platform/http/pages.ts";
import { emailAddressOf } from "../../platform/mail/addresses.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { TenantKeys } from "../../platform/sealing.ts";
import { endSessionsOf } from "./sessions.ts";
import { revokePasskeys } from "./store/passkeys.ts";
import { burnCode } from "./store/sessions.ts";
import type { StoredStaff } from "./store/staff.ts";
import * as store from "./store/staff.ts";

const NO_SUCH_ROW = "23503";

export type { StoredStaff } from "./store/staff.ts";

/** What is known of a person who works here. */
export type Contact = { readonly name: string; readonly email: string };

export type NewStaff = Contact & { readonly id: string; readonly role: Role; readonly partnerId: string | undefined };

export async function addStaff(ctx: Ctx, keys: TenantKeys, person: NewStaff, nowMs: number): Promise<void> {
  const email = emailAddressOf(person.email);
  const sealed = sealContact(keys, person.id, { name: person.name, email });
  const { id, role, partnerId } = person;
  const emailIndex = emailIndexOf(keys, email);
  if (await store.insertStaff(ctx, { id, sealed, emailIndex, role, partnerId, createdAt: nowMs })) return;
  throw new Refusal("conflict", "Somebody with this e-mail address works here already.", { field: "email" });
}

export async function findStaffByEmail(ctx: Ctx, keys: TenantKeys, email: string): Promise<StoredStaff | undefined> {
  return store.findStaffByEmail(ctx, emailIndexOf(keys, emailAddressOf(email)));
}

export async function getStaff(ctx: Ctx, id: string): Promise<StoredStaff> {
  const person = await store.findStaff(ctx, id);
  if (person === undefined) throw noSuchStaff();
  return person;
}

export function listStaff(ctx: Ctx, page: PageStart<string>): Promise<StoredStaff[]> {
  return store.listStaff(ctx, page);
}

/** How many people a report can call by their names. */
const NAMED_MAX = 1_000;

/** What those who work here are called. */
export async function namesOfStaff(ctx: Ctx, keys: TenantKeys): Promise<{ id: string; name: string }[]> {
  const staff = await store.listStaff(ctx, { limit: NAMED_MAX, fetch: NAMED_MAX, after: undefined });
  return staff.map((person) => ({ id: person.id, name: contactOf(keys, person).name }));
}

type RoleChange = { readonly id: string; readonly role: Role; readonly partnerId: string | undefined };

/** Another role. Nobody changes somebody who may do more, and the last owner stays one. */
export async function changeRole(ctx: Ctx, by: Caller, change: RoleChange): Promise<StoredStaff> {
  const person = await lockForChange(ctx, by, change.id);
  refuseToGiveMore(by, change.role);
  if (person.role === "owner" && change.role !== "owner") await refuseLastOwner(ctx, person.id);
  await withKnownPartner(store.updateRole(ctx, person.id, change.role, change.partnerId));
  return getStaff(ctx, person.id);
}

/** Whoever leaves is out at once: sessions end, and no code leads to a new one. */
export async function removeStaff(ctx: Ctx, by: Caller, id: string, nowMs: number): Promise<void> {
  const person = await lockForChange(ctx, by, id);
  if (person.role === "owner") await refuseLastOwner(ctx, id);
  await store.removeStaff(ctx, id, nowMs);
  await endSessionsOf(ctx, id, nowMs);
  await burnCode(ctx, id, nowMs);
}

/** For somebody who lost the phone: until a new app or passkey is set up, the e-mail code alone is asked for. */
export async function resetSecondFactor(ctx: Ctx, by: Caller, id: string, nowMs: number): Promise<void> {
  await lockForChange(ctx, by, id);
  await store.updateTotp(ctx, id, undefined);
  await revokePasskeys(ctx, { staffId: id, id: null, nowMs });
  await endSessionsOf(ctx, id, nowMs);
}

/** A role that may do more than its giver is none to give. */
export function refuseToGiveMore(by: Caller, role: Role): void {
  if (mayGive(by.scopes, role)) return;
  throw new Refusal("forbidden", `The role "${role}" may do more than you may yourself.`, { field: "role" });
}

/** A partner that is none is told by the database, whose partners are another module's. */
export async function withKnownPartner<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    if (errorCode(error) !== NO_SUCH_ROW) throw error;
    throw new Refusal("not_found", "There is no partner with this id.", { field: "partnerId" });
  }
}

export function contactOf(keys: TenantKeys, { id, sealed }: Pick<StoredStaff, "id" | "sealed">): Contact {
  const { name, email }: Contact = JSON.parse(keys.strangers.open(contactLabel(id), sealed));
  return { name, email };
}

/** Invitations are sealed in the same way, each under its own id. */
export function sealContact(keys: TenantKeys, id: string, { name, email }: Contact): Buffer {
  return keys.strangers.seal(contactLabel(id), JSON.stringify({ name, email }));
}

function contactLabel(id: string): string {
  return `staff ${id}`;
}

function emailIndexOf(keys: TenantKeys, email: string): Buffer {
  return keys.blindIndex("staff", email);
}

async function lockForChange(ctx: Ctx, by: Caller, id: string): Promise<StoredStaff> {
  // Before the person's own row: two who remove each other must wait in one order.
  await store.lockOwners(ctx);
  const person = await store.lockStaff(ctx, id);
  if (person === undefined) throw noSuchStaff();
  refuseToGiveMore(by, person.role);
  return person;
}

async function refuseLastOwner(ctx: Ctx, id: string): Promise<void> {
  const others = (await store.lockOwners(ctx)).filter((owner) => owner !== id);
  if (others.length === 0) throw new Refusal("conflict", "This is the last owner; make another one first.");
}

function noSuchStaff(): Refusal {
  return new Refusal("not_found", "Nobody with this id works here.");
}
