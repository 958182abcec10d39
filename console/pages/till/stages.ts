// The steps of serving one customer, and what stands on the receipt of it.
import type { Customer } from "./till.ts";

export type Earned = { readonly pointsType: string; readonly points: number; readonly total?: number };

export type Sold = {
  readonly customer: Customer;
  readonly receipt: string;
  readonly amountMinor: number;
  readonly earned: readonly Earned[];
  /** It is kept on the device: what it earns is known when the network is back. */
  readonly isWaiting: boolean;
  readonly doneAt: number;
  /** Of a purchase with which something was used: its checkout, what is paid in money, and what was used. */
  readonly checkout?: { readonly id: string; readonly toPayMinor: number; readonly used: readonly Used[] };
};

/** Something that was used, in the customer's words, and what it took off. */
export type Used = { readonly name: string; readonly amountMinor: number };

/** A reward that was handed over, without a purchase. */
export type Given = {
  readonly customer: Customer;
  readonly issuedRewardId: string;
  readonly name: string;
  /** Whether points were taken for it here: undoing brings them back. */
  readonly isBought: boolean;
  readonly doneAt: number;
};

export type Stage =
  | { readonly at: "find" }
  | { readonly at: "shift" }
  | { readonly at: "join"; readonly phone: string }
  | { readonly at: "sale"; readonly customer: Customer }
  | { readonly at: "done"; readonly sold: Sold }
  | { readonly at: "given"; readonly given: Given };
