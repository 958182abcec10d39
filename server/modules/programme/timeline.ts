// What a member did and what the programme made of it, as their timeline tells it.
import type { TimelineItem } from "@fedele/sdk/schemas/timeline.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { codesOf } from "../ledger/pointsTypes.ts";
import type { TimelineSource } from "../members/timeline.ts";
import { whysOf } from "./explanations.ts";
import { type Programme, programmeOf } from "./programmes.ts";
import { toActivity, toWhy } from "./replies.ts";
import { listActivities } from "./store/activities.ts";
import { listTierChanges, type TierChange } from "./store/tiers.ts";
import type { ActivityRow } from "./storedActivities.ts";

export const activityTimeline: TimelineSource = {
  scope: "activities:read",
  timelineOf: async (ctx, { member, tenant }, page) => {
    const [programme, activities, steps] = await Promise.all([
      programmeOf(ctx),
      listActivities(ctx, member, page),
      listTierChanges(ctx, member, page),
    ]);
    return [
      ...activities.map((row) => ({ place: row.id, item: toDone(row, programme, tenant) })),
      ...steps.map((step) => ({ place: step.id, item: toStep(step) })),
    ];
  },
};

function toDone(row: ActivityRow, programme: Programme, tenant: Tenant): TimelineItem {
  const codeOf = codesOf([...programme.pointsTypes.values()]);
  const why = whysOf(row, programme, tenant).map((it) => toWhy(it, codeOf));
  return { kind: "activity", at: iso(row.createdAt), activity: toActivity(row, codeOf), why };
}

function toStep({ from, to, reason, effectiveAt, endsAt = null, createdAt }: TierChange): TimelineItem {
  return {
    kind: "tier_change",
    at: iso(createdAt),
    before: from,
    after: to,
    reason,
    effectiveAt: iso(effectiveAt),
    ...(endsAt === null ? {} : { endsAt: iso(endsAt) }),
  };
}

const iso = (ms: number): string => new Date(ms).toISOString();
