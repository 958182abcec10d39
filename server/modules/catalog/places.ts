// Partners and their locations. Their codes are what tills send and rules name, so each is unique within a tenant.
import { randomInt } from "node:crypto";
import type { LocationChange, NewLocation, NewPartner, PartnerChange } from "@fedele/sdk/schemas/catalog.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { BUCKETS, fromTypeId, newId } from "../../platform/ids.ts";
import { countryOf, timezoneOf } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Location, Partner } from "./store.ts";
import * as store from "./store.ts";

export type { Location, Partner } from "./store.ts";

/** An id for a partner or location that is about to be added. */
export function newPlaceId(nowMs: number): string {
  return newId(nowMs, randomInt(BUCKETS));
}

export async function addPartner(ctx: Ctx, asked: NewPartner & { readonly id: string }): Promise<Partner> {
  const partner: Partner = { id: asked.id, code: asked.code, name: asked.name, createdAt: ctx.now };
  if (!(await store.insertPartner(ctx, partner))) throw taken("partner");
  return partner;
}

export async function getPartner(ctx: Ctx, id: string): Promise<Partner> {
  const partner = await store.findPartner(ctx, id);
  if (partner === undefined) throw noSuchPartner();
  return partner;
}

export async function changePartner(ctx: Ctx, id: string, change: PartnerChange): Promise<Partner> {
  const was = await getPartner(ctx, id);
  const partner: Partner = { ...was, code: change.code ?? was.code, name: change.name ?? was.name };
  const holder = await store.findPartnerByCode(ctx, partner.code);
  if (holder !== undefined && holder.id !== id) throw taken("partner");
  await store.updatePartner(ctx, partner);
  return partner;
}

export async function addLocation(ctx: Ctx, asked: NewLocation & { readonly id: string }): Promise<Location> {
  const location: Location = {
    id: asked.id,
    code: asked.code,
    name: asked.name,
    partnerId: await partnerIdOf(ctx, asked.partnerId),
    country: asked.country === undefined ? undefined : countryOf(asked.country),
    timezone: asked.timezone === undefined ? undefined : timezoneOf(asked.timezone),
    createdAt: ctx.now,
  };
  if (!(await store.insertLocation(ctx, location))) throw taken("location");
  return location;
}

export async function getLocation(ctx: Ctx, id: string): Promise<Location> {
  const location = await store.findLocation(ctx, id);
  if (location === undefined) throw new Refusal("not_found", "There is no location with this id.");
  return location;
}

export async function changeLocation(ctx: Ctx, id: string, change: LocationChange): Promise<Location> {
  const was = await getLocation(ctx, id);
  const location: Location = {
    ...was,
    code: change.code ?? was.code,
    name: change.name ?? was.name,
    partnerId: (await partnerIdOf(ctx, change.partnerId)) ?? was.partnerId,
    country: change.country === undefined ? was.country : countryOf(change.country),
    timezone: change.timezone === undefined ? was.timezone : timezoneOf(change.timezone),
  };
  const holder = await store.findLocationByCode(ctx, location.code);
  if (holder !== undefined && holder.id !== id) throw taken("location");
  await store.updateLocation(ctx, location);
  return location;
}

/** A partner of the same tenant, or a refusal. */
async function partnerIdOf(ctx: Ctx, text: string | undefined): Promise<string | undefined> {
  if (text === undefined) return undefined;
  const partner = await store.findPartner(ctx, fromTypeId("par", text));
  if (partner === undefined) throw noSuchPartner();
  return partner.id;
}

function noSuchPartner(): Refusal {
  return new Refusal("not_found", "There is no partner with this id.");
}

function taken(what: string): Refusal {
  return new Refusal("conflict", `Another ${what} has this code already.`, { field: "code" });
}
