// A purchase as the till tells it: at once, or kept on the device until the network is back.
import { currencyExponent, minorOf } from "@fedele/core/money.ts";
import { answered, isOffline } from "@fedele/sdk/browser.ts";
import type { NewActivity } from "@fedele/sdk/schemas/activity.ts";
import type { UndoReason } from "@fedele/sdk/schemas/checkout.ts";
import { keepSale } from "./deviceStore.ts";
import type { Earned, Sold } from "./stages.ts";
import type { Customer, Till } from "./till.ts";

/** How long the till waits for an answer before it keeps the sale itself. */
const PATIENCE_MS = 8_000;
const PIECE_THOUSANDTHS = 1_000;

/** A line of a basket, as it is typed. */
export type BasketLine = {
  readonly sku: string;
  readonly name: string;
  readonly pieces: number;
  /** For the whole line. */
  readonly amount: string;
};

export type Goods = { readonly amountMinor: number; readonly lines: readonly BasketLine[] };

/** "12,50" and "12.50" as 1250; null while it is no amount. */
export function amountIn(text: string, currency: string): number | null {
  const typed = text.trim().replace(",", ".").replace(/\.$/, "");
  return typed === "" ? null : minorOf(typed, currencyExponent(currency));
}

/** A line before anything is used. The till knows no taxes. */
export function baseLinesOf({ amountMinor, lines }: Goods, currency: string) {
  if (lines.length === 0) return [{ quantityThousandths: PIECE_THOUSANDTHS, amountMinor }];
  return linesOf(lines, currency);
}

/** What is bought, as far as it can be reckoned; null while something is missing. */
export function goodsOf(typed: string, lines: readonly BasketLine[], currency: string): Goods | null {
  const amounts =
    lines.length === 0 ? [amountIn(typed, currency)] : lines.map(({ amount }) => amountIn(amount, currency));
  const known = amounts.filter((amount) => amount !== null);
  const amountMinor = known.reduce((sum, amount) => sum + amount, 0);
  return known.length < amounts.length || amountMinor === 0 ? null : { amountMinor, lines };
}

/** The part of an activity that says what was bought, and where. */
export function boughtOf({ location }: Till, { amountMinor, lines }: Goods, currency: string) {
  return {
    kind: "purchase" as const,
    channel: "pos",
    location: location.code,
    ...(lines.length === 0 ? { amountMinor } : { lines: linesOf(lines, currency) }),
  };
}

export function linesOf(lines: readonly BasketLine[], currency: string) {
  return lines.map(({ sku, pieces, amount }) => ({
    product: sku,
    quantityThousandths: pieces * PIECE_THOUSANDTHS,
    amountMinor: amountIn(amount, currency) ?? 0,
  }));
}

/** `waiting`: it is kept on the device, and nobody knows yet what it earns. */
export type Told = { readonly earned: readonly Earned[]; readonly isWaiting: boolean };

/** Tells the purchase, once under its receipt's number however often the button is touched. */
export async function tellPurchase(till: Till, sale: PurchaseOf): Promise<Told> {
  const activity = activityOf(till, sale);
  const { qr, join } = sale.customer;
  // A newcomer who could not be enrolled joins by the sale that is kept.
  if (join !== undefined) return keep(activity, sale.customer);
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const { points } = await answered(till.api.POST("/v1/activities", { body: activity, signal }));
    return { earned: points, isWaiting: false };
  } catch (error) {
    if (!isOffline(error) || till.device === null) throw error;
    return keep(activity, qr === undefined ? {} : { qr });
  }
}

export type PurchaseOf = {
  readonly customer: Customer;
  readonly receipt: string;
  readonly goods: Goods;
  /** When the sale was begun by the till's clock: the same however often it is told. */
  readonly at: string | undefined;
};

function activityOf(till: Till, { customer, receipt, goods, at }: PurchaseOf): NewActivity {
  return {
    source: till.source,
    document: receipt,
    member: customer.reference,
    ...boughtOf(till, goods, till.tenant.currency),
    ...(at === undefined ? {} : { occurredAt: at }),
  };
}

async function keep(activity: NewActivity, { join }: Pick<Customer, "join" | "qr">): Promise<Told> {
  await keepSale({ activity, ...(join === undefined ? {} : { join }) });
  return { earned: [], isWaiting: true };
}

/** Takes the whole purchase back, and what was used with it, with the reason for whoever reads it later. */
export async function undoPurchase(
  till: Till,
  { customer, receipt, checkout }: Pick<Sold, "customer" | "receipt" | "checkout">,
  reason: UndoReason,
): Promise<void> {
  if (checkout !== undefined) {
    const params = { path: { sessionId: checkout.id }, query: { reason } };
    const headers = { "idempotency-key": `${checkout.id}-undo` };
    await answered(till.api.POST("/v1/checkout-sessions/{sessionId}/cancellation", { params, headers }));
    return;
  }
  const purchase = { source: till.source, document: receipt };
  await answered(
    till.api.POST("/v1/activities", {
      body: {
        source: till.source,
        document: `${receipt}-undo`,
        kind: "return",
        channel: "pos",
        location: till.location.code,
        member: customer.reference,
        purchase,
        attributes: { reason },
      },
    }),
  );
}
