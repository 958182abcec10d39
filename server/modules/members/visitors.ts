// Somebody who looks around before anybody knows who they are: a place of their own, which leads to a member once they
// have said who they are. What is remembered of them is sealed with a key of the tenant's, as they have none.
import { type NewVisitor, VISITOR_KEPT_DAYS } from "@fedele/sdk/schemas/visitor.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer, TenantKeys } from "../../platform/sealing.ts";
import { type SweepParts, tenantNow } from "../../platform/sweeping.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { noSuchMember } from "./members.ts";
import { findMembers } from "./store/members.ts";
import type { SealedVisitor } from "./store/visitors.ts";
import * as store from "./store/visitors.ts";

const DAY_MS = 86_400_000;

type Attribute = { name: string; value: string };

export type Visitor = Omit<SealedVisitor, "attributes"> & { readonly attributes: Attribute[] };

export async function addVisitor(
  ctx: Ctx,
  sealer: Sealer,
  id: string,
  { attributes = [] }: NewVisitor,
): Promise<Visitor> {
  const keys = await sealer.keysOf(ctx);
  const visitor = { id, firstSeenAt: ctx.now, lastSeenAt: ctx.now, memberId: null, linkedAt: null };
  await store.insertVisitor(ctx, { ...visitor, attributes: sealed(keys, id, attributes) });
  return { ...visitor, attributes };
}

export async function getVisitor(ctx: Ctx, sealer: Sealer, id: string): Promise<Visitor> {
  const [keys, visitor] = await Promise.all([sealer.keysOf(ctx), store.findVisitor(ctx, id)]);
  if (visitor === null) throw noSuchVisitor();
  return opened(keys, visitor);
}

/** The visitor is here again. Attributes that are named take the place of all that there were. */
export async function seeVisitor(ctx: Ctx, sealer: Sealer, id: string, { attributes }: NewVisitor): Promise<Visitor> {
  const [keys, known] = await Promise.all([sealer.keysOf(ctx), store.lockVisitor(ctx, id)]);
  if (known === null) throw noSuchVisitor();
  const visitor = {
    ...known,
    lastSeenAt: Math.max(known.lastSeenAt, ctx.now),
    attributes: attributes === undefined ? known.attributes : sealed(keys, id, attributes),
  };
  await store.saveVisitor(ctx, visitor);
  return opened(keys, visitor);
}

/** Says who a visitor is, once; the same again is heard, somebody else is refused. */
export async function linkVisitor(ctx: Ctx, sealer: Sealer, id: string, memberId: string): Promise<Visitor> {
  const [keys, known, [member]] = await Promise.all([
    sealer.keysOf(ctx),
    store.lockVisitor(ctx, id),
    findMembers(ctx, [memberId]),
  ]);
  if (known === null) throw noSuchVisitor();
  if (member === undefined) throw noSuchMember();
  if (known.memberId === memberId) return opened(keys, known);
  if (known.memberId !== null) throw new Refusal("conflict", "This visitor turned out to be another member already.");
  if (member.status === "closed") throw new Refusal("conflict", "This member has left the programme.");
  const visitor = { ...known, lastSeenAt: Math.max(known.lastSeenAt, ctx.now), memberId, linkedAt: ctx.now };
  await store.saveVisitor(ctx, visitor);
  return opened(keys, visitor);
}

/** Forgets whoever was not seen for too long, by each tenant's own time. Returns how many there were. */
export async function sweepVisitors({ db, clock }: SweepParts, tenants: readonly Tenant[]): Promise<number> {
  let forgotten = 0;
  for (const tenant of tenants) {
    forgotten += await store.deleteUnseen(db, tenant.id, tenantNow(clock, tenant) - VISITOR_KEPT_DAYS * DAY_MS);
  }
  return forgotten;
}

function sealed(keys: TenantKeys, id: string, attributes: readonly Attribute[]): Buffer {
  const names = attributes.map(({ name }) => name);
  const twice = names.findIndex((name, index) => names.indexOf(name) < index);
  if (twice >= 0) throw invalid(`attributes[${twice}].name`, `"${names[twice]}" is in the list twice.`);
  return keys.strangers.seal(labelOf(id), JSON.stringify(attributes));
}

function opened(keys: TenantKeys, { attributes, ...visitor }: SealedVisitor): Visitor {
  return { ...visitor, attributes: JSON.parse(keys.strangers.open(labelOf(visitor.id), attributes)) };
}

function labelOf(id: string): string {
  return `visitor ${id}`;
}

function noSuchVisitor(): Refusal {
  return new Refusal("not_found", "There is no such visitor.");
}
