// Does what members did agree with what they got, and with where they stand?
import { type Check, checkBy } from "../../platform/verification.ts";
import { issuedPerRule, pointsPerCause, pointsSummedByCause } from "../ledger/verify.ts";
import { tiersOfMembers } from "../members/verify.ts";
import * as select from "./store/verify.ts";

const ofActivities = ["activity", "return", "opening"];

const givenPerRule = select.givenPerRule(issuedPerRule);

export { activitiesAsRecorded } from "./store/verify.ts";

export const programmeChecks: readonly Check[] = [
  checkBy("activities equal their entries", select.activitiesEqualEntries(pointsPerCause(ofActivities)), {
    sums: select.activitiesSummed(pointsSummedByCause(ofActivities)),
  }),
  checkBy("points made up for have their activities", select.topUpsHaveActivities(pointsPerCause(["top_up"]))),
  checkBy("keys name their activities", select.keysNameActivities, { sums: select.keysSummed }),
  checkBy("no more came back than was sold", select.returnsWithinSales),
  checkBy("no more was taken back than was given", select.takenWithinGiven),
  checkBy("limits equal what was given", select.limitsEqualAwards(givenPerRule)),
  checkBy("budgets equal their slices", select.budgetsEqualSlices),
  checkBy("budgets equal what was given", select.budgetsEqualAwards(givenPerRule)),
  checkBy("tiers equal their history", select.tiersEqualHistory(tiersOfMembers)),
];
