import type { NewProduct, ProductChange } from "@fedele/sdk/schemas/catalog.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Product } from "./store.ts";
import * as store from "./store.ts";

export type { Product } from "./store.ts";

/** Adds what is new of a list by one statement, and leaves products that are there as they are. */
export function addProducts(ctx: Ctx, list: readonly NewProduct[]): Promise<string[]> {
  const products = list.map(({ sku, name, categories }) => ({
    sku,
    name,
    categories: categories ?? [],
    createdAt: ctx.now,
  }));
  return store.insertProducts(ctx, products);
}

export async function addProduct(ctx: Ctx, asked: NewProduct): Promise<Product> {
  const [added] = await addProducts(ctx, [asked]);
  if (added === undefined) {
    throw new Refusal("conflict", "Another product has this SKU already.", { field: "sku" });
  }
  return getProduct(ctx, added);
}

export async function getProduct(ctx: Ctx, sku: string): Promise<Product> {
  const product = await store.findProduct(ctx, sku);
  if (product === undefined) throw new Refusal("not_found", "There is no product with this SKU.");
  return product;
}

export async function changeProduct(ctx: Ctx, sku: string, change: ProductChange): Promise<Product> {
  const was = await getProduct(ctx, sku);
  const product = { ...was, name: change.name ?? was.name, categories: change.categories ?? was.categories };
  await store.updateProduct(ctx, product);
  return product;
}
