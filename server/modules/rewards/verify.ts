// Does what members took agree with what they paid, and with what is gone from stock?
import { type Check, checkBy } from "../../platform/verification.ts";
import { spendsAsBooked } from "../ledger/verify.ts";
import * as select from "./store/verify.ts";

export const rewardChecks: readonly Check[] = [
  checkBy("issued rewards equal their spends", select.issuedEqualSpends(spendsAsBooked)),
  checkBy("stocks equal issued rewards", select.stocksEqualIssued),
];
