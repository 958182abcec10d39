// Does what members have agree with what it came of, and with what is gone from stock?
import { listUndelivered } from "../../platform/relay/undelivered.ts";
import { type Ask, type Check, checkBy } from "../../platform/verification.ts";
import { spendsAsBooked } from "../ledger/verify.ts";
import { activitiesAsRecorded as activities } from "../programme/verify.ts";
import * as select from "./store/verify.ts";

export const rewardChecks: readonly Check[] = [
  checkBy("issued rewards equal their spends", select.issuedEqualSpends(spendsAsBooked)),
  checkBy("stocks equal issued rewards", select.stocksEqualIssued),
  checkBy("reserved rewards equal live sessions", select.reservedEqualSessions),
  checkBy("sessions equal what they sold", select.sessionsEqualSales({ activities, spends: spendsAsBooked })),
  checkBy("coupons equal what came of them", select.couponsEqualUses),
  checkBy("gifts are in one place or on their way", select.giftsInOnePlace, { values: giftsOnTheirWay }),
  checkBy("rewards given away equal gifts", select.givenEqualGifts),
  checkBy("benefits used equal issued rewards", select.benefitsEqualUses),
];

async function giftsOnTheirWay(ask: Ask, tenantId: string | null): Promise<readonly unknown[]> {
  const types = ["reward.given", "gift.recalled", "gift.returned", "gift.kept"];
  const events = await listUndelivered(ask, types, tenantId);
  return [events.map(({ data }) => data.giftId)];
}
