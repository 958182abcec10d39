// Does what members took agree with what they paid, and with what is gone from stock?
import { type Check, checkBy } from "../../platform/verification.ts";
import { spendsAsBooked } from "../ledger/verify.ts";
import { activitiesAsRecorded as activities } from "../programme/verify.ts";
import * as select from "./store/verify.ts";

export const rewardChecks: readonly Check[] = [
  checkBy("issued rewards equal their spends", select.issuedEqualSpends(spendsAsBooked)),
  checkBy("stocks equal issued rewards", select.stocksEqualIssued),
  checkBy("reserved rewards equal live sessions", select.reservedEqualSessions),
  checkBy("sessions equal what they sold", select.sessionsEqualSales({ activities, spends: spendsAsBooked })),
];
