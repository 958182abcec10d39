// What rules need to know of a place or a product, from this process's memory: the hot path asks no database.
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { Location, Partner } from "./store.ts";
import * as store from "./store.ts";

/** One tenant's catalogue as it was a moment ago. */
export type Catalog = {
  /** The categories of a product; none for one that is not known. */
  categoriesOf(sku: string): readonly string[];
  partner(code: string): Partner | undefined;
  partnerById(id: string): Partner | undefined;
  location(code: string): Location | undefined;
  locationById(id: string): Location | undefined;
};

export type Catalogs = {
  /** Loaded on first use, then at most CATALOG_MS old. */
  of(tenantId: string): Promise<Catalog>;
  /** Called after a change made by this process is committed. */
  forget(tenantId: string): void;
};

/** How long a change made by another process may go unnoticed. One made here is noticed at once. */
export const CATALOG_MS = 30_000;
const TENANTS_MAX = 1_000;

type Loaded = { readonly catalog: Promise<Catalog>; readonly at: number };

export function createCatalogs(db: Database, clock: Clock): Catalogs {
  const loaded = new Map<string, Loaded>();
  const load = (tenantId: string): Promise<Catalog> => {
    if (loaded.size >= TENANTS_MAX) loaded.clear();
    const catalog = readCatalog(db, clock, tenantId);
    const entry = { catalog, at: clock.now() };
    loaded.set(tenantId, entry);
    // A catalogue that could not be read is not remembered.
    catalog.catch(() => loaded.get(tenantId) === entry && loaded.delete(tenantId));
    return catalog;
  };
  return {
    of(tenantId) {
      const known = loaded.get(tenantId);
      const isFresh = known !== undefined && Math.abs(clock.now() - known.at) < CATALOG_MS;
      return isFresh ? known.catalog : load(tenantId);
    },
    forget(tenantId) {
      loaded.delete(tenantId);
    },
  };
}

const none: readonly string[] = [];

async function readCatalog(db: Database, clock: Clock, tenantId: string): Promise<Catalog> {
  const who = { tenantId, now: clock.now(), actor: "system" };
  const { partners, locations, products } = await inTransaction(db, who, store.loadAll);
  const categories = new Map(products.map((product) => [product.sku, product.categories]));
  const partnersByCode = new Map(partners.map((partner) => [partner.code, partner]));
  const partnersById = new Map(partners.map((partner) => [partner.id, partner]));
  const locationsByCode = new Map(locations.map((location) => [location.code, location]));
  const locationsById = new Map(locations.map((location) => [location.id, location]));
  return {
    categoriesOf: (sku) => categories.get(sku) ?? none,
    partner: (code) => partnersByCode.get(code),
    partnerById: (id) => partnersById.get(id),
    location: (code) => locationsByCode.get(code),
    locationById: (id) => locationsById.get(id),
  };
}
