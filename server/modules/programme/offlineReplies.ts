// Sales that were made offline as the API tells them.
import type { OfflineResult, ReviewedSale } from "@fedele/sdk/schemas/offlineSale.ts";
import { toTypeId } from "../../platform/ids.ts";
import type { Outcome } from "./offlineSales.ts";
import { toActivity } from "./replies.ts";
import type { OfflineRow } from "./store/offlineSales.ts";

const iso = (ms: number): string => new Date(ms).toISOString();

export function toOfflineResult(outcome: Outcome, codeOf: (pointsType: number) => string): OfflineResult {
  const { counter } = outcome;
  switch (outcome.state) {
    case "refused":
      return { counter, state: "refused", refusedFor: outcome.why, message: outcome.message };
    case "kept": {
      const { row, activity } = outcome;
      return {
        counter,
        state: row.state,
        ...worthALook(row),
        ...(activity === null ? {} : { activity: toActivity(activity, codeOf) }),
      };
    }
  }
}

export function toReviewedSale(row: OfflineRow): ReviewedSale {
  const { tillKeyId, counter, state, source, document, memberId, activityId, decidedAt, decidedBy } = row;
  return {
    id: toTypeId("ofs", row.id),
    tillKeyId: toTypeId("tky", tillKeyId),
    counter,
    state,
    ...worthALook(row),
    source,
    document,
    deviceAt: iso(row.deviceAt),
    happenedAt: iso(row.happenedAt),
    receivedAt: iso(row.receivedAt),
    memberId: memberId === null ? null : toTypeId("mem", memberId),
    activityId: activityId === null ? null : toTypeId("act", activityId),
    isWaiting: state === "quarantined" || (row.flag !== null && decidedAt === null),
    ...(decidedAt === null ? {} : { decidedAt: iso(decidedAt) }),
    ...(decidedBy === null ? {} : { decidedBy }),
  };
}

function worthALook({ reason, flag, spend, taken, owed }: OfflineRow) {
  return {
    ...(reason === null ? {} : { reason }),
    ...(flag === null ? {} : { flag }),
    ...(spend === null ? {} : { spend: { ...spend, taken, owed } }),
  };
}
