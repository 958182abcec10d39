// The words for why points moved and where they came from.
import type { TextKey } from "../../language.ts";

const causes: Readonly<Record<string, TextKey>> = {
  activity: "cause.activity",
  return: "cause.return",
  spend: "cause.spend",
  spend_reversal: "cause.spend_reversal",
  adjustment: "cause.adjustment",
  adjustment_reversal: "cause.adjustment_reversal",
  transfer: "cause.transfer",
  expiry: "cause.expiry",
  reinstatement: "cause.reinstatement",
  debt_payment: "cause.debt_payment",
  opening: "cause.opening",
  top_up: "cause.top_up",
  closure: "cause.closure",
};

const accounts: Readonly<Record<string, TextKey>> = {
  issued: "account.issued",
  spent: "account.spent",
  expired: "account.expired",
  adjusted: "account.adjusted",
  opening: "account.opening",
  in_transit: "account.in_transit",
  forfeited: "account.forfeited",
  lost: "account.lost",
};

export function causeText(cause: string): TextKey {
  return causes[cause] ?? "cause.other";
}

export function accountText(account: string): TextKey {
  return accounts[account] ?? "cause.other";
}
