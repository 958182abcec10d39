// All SQL on partners, locations and products.
import type { Ctx } from "../../platform/database/transaction.ts";
import type { PageStart } from "../../platform/http/pages.ts";

export type Partner = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly createdAt: number;
};

export type Location = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly partnerId: string | undefined;
  readonly country: string | undefined;
  readonly timezone: string | undefined;
  readonly createdAt: number;
};

export type Product = {
  readonly sku: string;
  readonly name: string;
  readonly categories: readonly string[];
  readonly createdAt: number;
};

type PartnerRow = { id: string; code: string; name: string; created_at: number };
type LocationRow = PartnerRow & { partner_id: string | null; country: string | null; timezone: string | null };
type ProductRow = { sku: string; name: string; categories: string[]; created_at: number };

const LOCATION_COLUMNS = "id, code, name, partner_id, country, timezone, created_at";

/** False when the code is taken. */
export async function insertPartner(ctx: Ctx, partner: Partner): Promise<boolean> {
  const rows = await ctx.query(
    `insert into partners (tenant_id, id, code, name, created_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning id`,
    [ctx.tenantId, partner.id, partner.code, partner.name, new Date(partner.createdAt).toISOString()],
  );
  return rows.length === 1;
}

/** All, or the one that is asked for. */
export async function listPartners(ctx: Ctx, page: PageStart<string>, partnerId?: string): Promise<Partner[]> {
  const rows = await ctx.query<PartnerRow>(
    `select id, code, name, created_at from partners
     where tenant_id = $1 and ($2::text is null or code > $2) and ($4::uuid is null or id = $4)
     order by code limit $3`,
    [ctx.tenantId, page.after ?? null, page.fetch, partnerId ?? null],
  );
  return rows.map(toPartner);
}

export async function findPartner(ctx: Ctx, id: string): Promise<Partner | undefined> {
  const rows = await ctx.query<PartnerRow>(
    "select id, code, name, created_at from partners where tenant_id = $1 and id = $2",
    [ctx.tenantId, id],
  );
  return rows.map(toPartner)[0];
}

export async function findPartnerByCode(ctx: Ctx, code: string): Promise<Partner | undefined> {
  const rows = await ctx.query<PartnerRow>(
    "select id, code, name, created_at from partners where tenant_id = $1 and code = $2",
    [ctx.tenantId, code],
  );
  return rows.map(toPartner)[0];
}

export async function updatePartner(ctx: Ctx, partner: Partner): Promise<void> {
  await ctx.query("update partners set code = $3, name = $4 where tenant_id = $1 and id = $2", [
    ctx.tenantId,
    partner.id,
    partner.code,
    partner.name,
  ]);
}

/** False when the code is taken. */
export async function insertLocation(ctx: Ctx, location: Location): Promise<boolean> {
  const rows = await ctx.query(
    `insert into locations (tenant_id, id, code, name, partner_id, country, timezone, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
    [...locationValues(ctx, location), new Date(location.createdAt).toISOString()],
  );
  return rows.length === 1;
}

/** All, or those of one partner. */
export async function listLocations(ctx: Ctx, page: PageStart<string>, partnerId?: string): Promise<Location[]> {
  const rows = await ctx.query<LocationRow>(
    `select ${LOCATION_COLUMNS} from locations
     where tenant_id = $1 and ($2::text is null or code > $2) and ($4::uuid is null or partner_id = $4)
     order by code limit $3`,
    [ctx.tenantId, page.after ?? null, page.fetch, partnerId ?? null],
  );
  return rows.map(toLocation);
}

export async function findLocation(ctx: Ctx, id: string): Promise<Location | undefined> {
  const rows = await ctx.query<LocationRow>(
    `select ${LOCATION_COLUMNS} from locations where tenant_id = $1 and id = $2`,
    [ctx.tenantId, id],
  );
  return rows.map(toLocation)[0];
}

export async function findLocationByCode(ctx: Ctx, code: string): Promise<Location | undefined> {
  const rows = await ctx.query<LocationRow>(
    `select ${LOCATION_COLUMNS} from locations where tenant_id = $1 and code = $2`,
    [ctx.tenantId, code],
  );
  return rows.map(toLocation)[0];
}

export async function updateLocation(ctx: Ctx, location: Location): Promise<void> {
  await ctx.query(
    `update locations set code = $3, name = $4, partner_id = $5, country = $6, timezone = $7
     where tenant_id = $1 and id = $2`,
    locationValues(ctx, location),
  );
}

/** Those of the list whose SKU was free. */
export async function insertProducts(ctx: Ctx, products: readonly Product[]): Promise<string[]> {
  const rows = await ctx.query<{ sku: string }>(
    `insert into products (tenant_id, sku, name, categories, created_at)
     select $1, sku, name, string_to_array(categories, E'\\x1e'), created_at
     from unnest($2::text[], $3::text[], $4::text[], $5::timestamptz[]) as new (sku, name, categories, created_at)
     on conflict do nothing returning sku`,
    [
      ctx.tenantId,
      products.map((product) => product.sku),
      products.map((product) => product.name),
      products.map((product) => product.categories.join("\x1e")),
      products.map((product) => new Date(product.createdAt).toISOString()),
    ],
  );
  return rows.map((row) => row.sku);
}

export async function listProducts(ctx: Ctx, page: PageStart<string>): Promise<Product[]> {
  const rows = await ctx.query<ProductRow>(
    `select sku, name, categories, created_at from products
     where tenant_id = $1 and ($2::text is null or sku > $2) order by sku limit $3`,
    [ctx.tenantId, page.after ?? null, page.fetch],
  );
  return rows.map(toProduct);
}

export async function findProduct(ctx: Ctx, sku: string): Promise<Product | undefined> {
  const rows = await ctx.query<ProductRow>(
    "select sku, name, categories, created_at from products where tenant_id = $1 and sku = $2",
    [ctx.tenantId, sku],
  );
  return rows.map(toProduct)[0];
}

export async function updateProduct(ctx: Ctx, product: Product): Promise<void> {
  await ctx.query("update products set name = $3, categories = $4 where tenant_id = $1 and sku = $2", [
    ctx.tenantId,
    product.sku,
    product.name,
    product.categories,
  ]);
}

/** The whole catalogue of a tenant, for a process to remember. */
export async function loadAll(
  ctx: Ctx,
): Promise<{ partners: Partner[]; locations: Location[]; products: Pick<Product, "sku" | "categories">[] }> {
  const [partners, locations, products] = await Promise.all([
    ctx.query<PartnerRow>("select id, code, name, created_at from partners where tenant_id = $1", [ctx.tenantId]),
    ctx.query<LocationRow>(`select ${LOCATION_COLUMNS} from locations where tenant_id = $1`, [ctx.tenantId]),
    ctx.query<ProductRow>("select sku, categories from products where tenant_id = $1", [ctx.tenantId]),
  ]);
  return { partners: partners.map(toPartner), locations: locations.map(toLocation), products };
}

function locationValues(ctx: Ctx, location: Location): unknown[] {
  return [
    ctx.tenantId,
    location.id,
    location.code,
    location.name,
    location.partnerId ?? null,
    location.country ?? null,
    location.timezone ?? null,
  ];
}

function toPartner(row: PartnerRow): Partner {
  return { id: row.id, code: row.code, name: row.name, createdAt: row.created_at };
}

function toLocation(row: LocationRow): Location {
  return {
    ...toPartner(row),
    partnerId: row.partner_id ?? undefined,
    country: row.country ?? undefined,
    timezone: row.timezone ?? undefined,
  };
}

function toProduct(row: ProductRow): Product {
  return { sku: row.sku, name: row.name, categories: row.categories, createdAt: row.created_at };
}
