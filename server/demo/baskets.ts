// What is in a basket, and what is told of it to the one door that all activities come in by.
import type { NewActivity } from "@fedele/sdk/schemas/activity.ts";
import type { Chance } from "./chance.ts";
import type { Habit } from "./habits.ts";
import type { Product, Shop, Story } from "./story.ts";

type Lines = NonNullable<NewActivity["lines"]>;

/** An activity without the member, who is known to whoever tells it. */
export type ToldActivity = Omit<NewActivity, "member">;

export function basketOf(shop: Shop, habit: Habit, chance: Chance): Lines {
  const isReduced = chance.next() * 100 < habit.reduced;
  const wanted = Math.max(1, Math.round(chance.between(1, shop.linesMax) * habit.basket));
  const chosen = new Map<string, Product>();
  for (let draw = 0; draw < wanted; draw += 1) {
    const product = chance.weighted(shop.products);
    chosen.set(product.sku, product);
  }
  const percents = isReduced ? reductions : none;
  return [...chosen.values()].map((product) => lineOf(product, chance.pick(percents), chance));
}

/** Percent. */
const reductions = [10, 15, 20, 30] as const;
const none = [0] as const;

function lineOf({ sku, priceMinor, kind, most = 1 }: Product, percent: number, chance: Chance): Lines[number] {
  const pieces = chance.between(1, most);
  const full = priceMinor * pieces;
  const discountMinor = Math.round((full * percent) / 100);
  return {
    product: sku,
    quantityThousandths: pieces * 1_000,
    amountMinor: full - discountMinor,
    ...(discountMinor === 0 ? {} : { discountMinor }),
    ...(kind === undefined ? {} : { kind }),
  };
}

/** Where and in which money it was, as a till tells it. `month`: from 0, January. */
export function placeOf(story: Story, shop: Shop, month: number): Pick<NewActivity, "location" | "currency" | "rate"> {
  if (shop.currency === story.tenant.currency) return { location: shop.code };
  return { location: shop.code, currency: shop.currency, rate: shop.rates?.[month] ?? "1" };
}
