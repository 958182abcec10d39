// What happened to a member, as he reads it himself: a list of what may be told, not the staff's timeline with
// something left out. Who of the staff did it, and what they wrote down, stays with the staff.
import type { OwnTimelineItem } from "@fedele/sdk/schemas/me.ts";
import type { Placed } from "./timeline.ts";

export function toOwnItem({ place, item }: Placed): OwnTimelineItem {
  const told = { id: place, at: item.at, points: [], why: [] };
  switch (item.kind) {
    case "enrolled":
      return { ...told, kind: item.kind };
    case "activity": {
      const { activity, why } = item;
      return {
        ...told,
        kind: activity.kind,
        activityId: activity.id,
        ...(activity.amountMinor === undefined ? {} : { amountMinor: activity.amountMinor }),
        ...(activity.currency === undefined ? {} : { currency: activity.currency }),
        points: activity.points.map(({ pointsType, points, activatesAt, expiresAt }) => ({
          pointsType,
          points,
          ...(activatesAt === undefined ? {} : { activatesAt }),
          ...(expiresAt === undefined ? {} : { expiresAt }),
        })),
        why: why.map(({ name, sentence, award }) => ({ name, sentence, points: award.points })),
      };
    }
    case "tier_change":
      return { ...told, kind: item.kind, before: item.before, after: item.after };
    case "spend":
    case "spend_reversal":
    case "adjustment":
    case "adjustment_reversal":
    case "transfer":
    case "expiry":
    case "reinstatement":
    case "debt_payment":
    case "closure":
    case "top_up":
      return { ...told, kind: item.kind, points: item.points };
    case "reward_issued":
    case "reward_used":
    case "reward_given":
    case "reward_cancelled":
      return { ...told, kind: item.kind, rewardName: item.rewardName };
  }
}
