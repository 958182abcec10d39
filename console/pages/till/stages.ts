// The steps of serving one customer, and what stands on the receipt of it.
import type { Earned } from "./selling.ts";
import type { Customer } from "./till.ts";

export type Sold = {
  readonly customer: Customer;
  readonly receipt: string;
  readonly amountMinor: number;
  readonly earned: readonly Earned[];
  /** It is kept on the device: what it earns is known when the network is back. */
  readonly isWaiting: boolean;
  readonly doneAt: number;
};

export type Stage =
  | { readonly at: "find" }
  | { readonly at: "join"; readonly phone: string }
  | { readonly at: "sale"; readonly customer: Customer }
  | { readonly at: "done"; readonly sold: Sold };
