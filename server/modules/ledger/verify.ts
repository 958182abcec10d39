// Does the ledger agree with itself? Every check is one select over everything; the README lists them.
import { listUndelivered } from "../../platform/relay/undelivered.ts";
import { type Ask, type Check, checkBy } from "../../platform/verification.ts";
import * as select from "./store/verify.ts";

export { issuedPerRule, pointsPerCause, pointsSummedByCause, spendsAsBooked } from "./store/verify.ts";

/** The ledger's own checks; seals.ts adds that of the daily totals. */
export const ledgerChecks: readonly Check[] = [
  checkBy("wallets equal their lots", select.walletsEqualLots),
  checkBy("lots equal their entries", select.lotsEqualEntries),
  checkBy("debts equal their entries", select.debtEqualsEntries),
  checkBy("points set aside equal open holds", select.holdsEqualLots),
  checkBy("holds equal their lots and spends", select.holdsEqualSpends),
  checkBy("spends equal their entries", select.spendsEqualEntries),
  checkBy("adjustments equal their entries", select.adjustmentsEqualEntries),
  checkBy("approved adjustments were booked as asked, by two people", select.approvedAsAsked),
  checkBy("transfers equal their entries", select.transfersEqualEntries),
  checkBy("transfers arrive once or are on their way", select.transfersArriveOnce, { values: transfersOnTheirWay }),
  checkBy("reinstated points were lost before", select.reinstatementsEqualExpiries),
  checkBy("every movement has its other side", select.bothSidesAgree),
];

async function transfersOnTheirWay(ask: Ask, tenantId: string | null): Promise<readonly unknown[]> {
  const events = await listUndelivered(ask, ["transfer.debited", "transfer.returned"], tenantId);
  return [events.map(({ data }) => data.transferId)];
}
