import {
  LocationChange,
  LocationPage,
  LocationPath,
  Location as LocationReply,
  NewLocation,
  NewPartner,
  NewProduct,
  PartnerChange,
  PartnerPage,
  PartnerPath,
  Partner as PartnerReply,
  ProductChange,
  ProductPage,
  ProductPath,
  Product as ProductReply,
} from "@fedele/sdk/schemas/catalog.ts";
import { pageQuery } from "@fedele/sdk/schemas/page.ts";
import { Type } from "typebox";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import type { Caller } from "../../platform/http/keyCache.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneText, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Catalogs } from "./catalog.ts";
import {
  addLocation,
  addPartner,
  changeLocation,
  changePartner,
  getLocation,
  getPartner,
  type Location,
  newPlaceId,
  type Partner,
} from "./places.ts";
import { addProduct, changeProduct, getProduct, type Product } from "./products.ts";
import { listLocations, listPartners, listProducts } from "./store.ts";

const tag = "catalog";
const ListQuery = Type.Object(pageQuery, { additionalProperties: false });

export type CatalogParts = Pick<Parts, "db" | "sealer"> & { readonly catalogs: Catalogs };

export function catalogRoutes(app: App, parts: CatalogParts): void {
  partnerChanges(app, parts);
  partnerReading(app, parts);
  locationChanges(app, parts);
  locationReading(app, parts);
  productChanges(app, parts);
  productReading(app, parts);
}

/** A change, after which this process remembers nothing of how it was before. */
async function changing<T>(
  { db, catalogs }: CatalogParts,
  request: { readonly caller: Caller; readonly now: number },
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const result = await inTransaction(db, who(request), work);
  catalogs.forget(request.caller.tenantId);
  return result;
}

function partnerChanges(app: App, parts: CatalogParts): void {
  const { sealer } = parts;
  app.post(
    "/v1/partners",
    operation({
      id: "addPartner",
      tag,
      summary: "Add a partner",
      scope: "catalog:write",
      audited: true,
      idempotent: true,
      body: NewPartner,
      ok: PartnerReply,
      created: PartnerReply,
    }),
    async (request, reply) =>
      changing(parts, request, async (ctx) => {
        const id = newPlaceId(ctx.now);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toPartnerReply(await getPartner(ctx, claimed.resourceId));
        reply.code(status.created);
        return toPartnerReply(await addPartner(ctx, { ...request.body, id }));
      }),
  );

  app.patch(
    "/v1/partners/:partnerId",
    operation({
      id: "changePartner",
      tag,
      summary: "Change a partner",
      scope: "catalog:write",
      audited: true,
      params: PartnerPath,
      body: PartnerChange,
      ok: PartnerReply,
      refuses: ["conflict"],
    }),
    async (request) => {
      const id = fromTypeId("par", request.params.partnerId);
      return toPartnerReply(await changing(parts, request, (ctx) => changePartner(ctx, id, request.body)));
    },
  );
}

function partnerReading(app: App, { db }: CatalogParts): void {
  app.get(
    "/v1/partners",
    operation({
      id: "listPartners",
      tag,
      summary: "The partners by code",
      scope: "catalog:read",
      servesPartners: true,
      query: ListQuery,
      ok: PartnerPage,
    }),
    async (request) => {
      const page = pageStart(request.query, oneText);
      const own = request.caller.staff?.partnerId;
      const partners = await inTransaction(db, who(request), (ctx) => listPartners(ctx, page, own));
      return pageOf(partners, page.limit, { item: toPartnerReply, key: (partner) => [partner.code] });
    },
  );

  app.get(
    "/v1/partners/:partnerId",
    operation({
      id: "getPartner",
      tag,
      summary: "One partner",
      scope: "catalog:read",
      servesPartners: true,
      params: PartnerPath,
      ok: PartnerReply,
    }),
    async (request) => {
      const id = fromTypeId("par", request.params.partnerId);
      const partner = await inTransaction(db, who(request), (ctx) => getPartner(ctx, id));
      refuseOtherPartner(request.caller, partner.id, "partner");
      return toPartnerReply(partner);
    },
  );
}

/** Not found rather than forbidden, or a partner learns who else takes part. */
function refuseOtherPartner(caller: Caller, partnerId: string | undefined, what: string): void {
  const own = caller.staff?.partnerId;
  if (own !== undefined && own !== partnerId) throw new Refusal("not_found", `There is no ${what} with this id.`);
}

function locationChanges(app: App, parts: CatalogParts): void {
  const { sealer } = parts;
  app.post(
    "/v1/locations",
    operation({
      id: "addLocation",
      tag,
      summary: "Add a location",
      scope: "catalog:write",
      audited: true,
      idempotent: true,
      body: NewLocation,
      ok: LocationReply,
      created: LocationReply,
      refuses: ["not_found"],
    }),
    async (request, reply) =>
      changing(parts, request, async (ctx) => {
        const id = newPlaceId(ctx.now);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toLocationReply(await getLocation(ctx, claimed.resourceId));
        reply.code(status.created);
        return toLocationReply(await addLocation(ctx, { ...request.body, id }));
      }),
  );

  app.patch(
    "/v1/locations/:locationId",
    operation({
      id: "changeLocation",
      tag,
      summary: "Change a location",
      scope: "catalog:write",
      audited: true,
      params: LocationPath,
      body: LocationChange,
      ok: LocationReply,
      refuses: ["conflict"],
    }),
    async (request) => {
      const id = fromTypeId("loc", request.params.locationId);
      return toLocationReply(await changing(parts, request, (ctx) => changeLocation(ctx, id, request.body)));
    },
  );
}

function locationReading(app: App, { db }: CatalogParts): void {
  app.get(
    "/v1/locations",
    operation({
      id: "listLocations",
      tag,
      summary: "The locations by code",
      scope: "catalog:read",
      servesPartners: true,
      query: ListQuery,
      ok: LocationPage,
    }),
    async (request) => {
      const page = pageStart(request.query, oneText);
      const own = request.caller.staff?.partnerId;
      const locations = await inTransaction(db, who(request), (ctx) => listLocations(ctx, page, own));
      return pageOf(locations, page.limit, { item: toLocationReply, key: (location) => [location.code] });
    },
  );

  app.get(
    "/v1/locations/:locationId",
    operation({
      id: "getLocation",
      tag,
      summary: "One location",
      scope: "catalog:read",
      servesPartners: true,
      params: LocationPath,
      ok: LocationReply,
    }),
    async (request) => {
      const id = fromTypeId("loc", request.params.locationId);
      const location = await inTransaction(db, who(request), (ctx) => getLocation(ctx, id));
      refuseOtherPartner(request.caller, location.partnerId, "location");
      return toLocationReply(location);
    },
  );
}

function productChanges(app: App, parts: CatalogParts): void {
  const { sealer } = parts;
  app.post(
    "/v1/products",
    operation({
      id: "addProduct",
      tag,
      summary: "Add a product",
      scope: "catalog:write",
      idempotent: true,
      body: NewProduct,
      ok: ProductReply,
      created: ProductReply,
    }),
    async (request, reply) =>
      changing(parts, request, async (ctx) => {
        const claim = claimOf(request, await sealer.keysOf(ctx), newPlaceId(ctx.now));
        const claimed = await claimKey(ctx, claim);
        if (claimed.state === "replay") return toProductReply(await getProduct(ctx, request.body.sku));
        reply.code(status.created);
        return toProductReply(await addProduct(ctx, request.body));
      }),
  );

  app.patch(
    "/v1/products/:sku",
    operation({
      id: "changeProduct",
      tag,
      summary: "Change a product",
      scope: "catalog:write",
      params: ProductPath,
      body: ProductChange,
      ok: ProductReply,
    }),
    async (request) =>
      toProductReply(await changing(parts, request, (ctx) => changeProduct(ctx, request.params.sku, request.body))),
  );
}

function productReading(app: App, { db }: CatalogParts): void {
  app.get(
    "/v1/products",
    operation({
      id: "listProducts",
      tag,
      summary: "The products by SKU",
      scope: "catalog:read",
      query: ListQuery,
      ok: ProductPage,
    }),
    async (request) => {
      const page = pageStart(request.query, oneText);
      const products = await inTransaction(db, who(request), (ctx) => listProducts(ctx, page));
      return pageOf(products, page.limit, { item: toProductReply, key: (product) => [product.sku] });
    },
  );

  app.get(
    "/v1/products/:sku",
    operation({
      id: "getProduct",
      tag,
      summary: "One product",
      scope: "catalog:read",
      params: ProductPath,
      ok: ProductReply,
    }),
    async (request) =>
      toProductReply(await inTransaction(db, who(request), (ctx) => getProduct(ctx, request.params.sku))),
  );
}

function toPartnerReply({ id, code, name, createdAt }: Partner): PartnerReply {
  return { id: toTypeId("par", id), code, name, createdAt: new Date(createdAt).toISOString() };
}

function toLocationReply({ id, code, name, partnerId, country, timezone, createdAt }: Location): LocationReply {
  return {
    id: toTypeId("loc", id),
    code,
    name,
    ...(partnerId === undefined ? {} : { partnerId: toTypeId("par", partnerId) }),
    ...(country === undefined ? {} : { country }),
    ...(timezone === undefined ? {} : { timezone }),
    createdAt: new Date(createdAt).toISOString(),
  };
}

function toProductReply({ sku, name, categories, createdAt }: Product): ProductReply {
  return { sku, name, categories: [...categories], createdAt: new Date(createdAt).toISOString() };
}
