// Activities and evaluations as the API tells them.
import type { Award } from "@fedele/core/evaluation.ts";
import type { Activity as ActivityReply } from "@fedele/sdk/schemas/activity.ts";
import { toTypeId } from "../../platform/ids.ts";
import type { Recorded } from "./activities.ts";
import type { Explained, ExplainedNot, Why } from "./explanations.ts";
import type { NewActivity } from "./newActivity.ts";
import { type ActivityRow, resultFrom } from "./storedActivities.ts";

type CodeOf = (pointsType: number) => string;

const iso = (ms: number): string => new Date(ms).toISOString();

export function toActivity(row: ActivityRow, codeOf: CodeOf): ActivityReply {
  const { awards, points, shortfalls, hurries = [], tier } = resultFrom(row.awards);
  return {
    id: toTypeId("act", row.id),
    status: "recorded",
    memberId: toTypeId("mem", row.memberId),
    source: row.source,
    document: row.document,
    ...(row.part === "" ? {} : { part: row.part }),
    kind: row.kind,
    occurredAt: iso(row.eventAt),
    recordedAt: iso(row.createdAt),
    currency: row.currency,
    amountMinor: row.amountMinor,
    points: points.map((moved) => ({
      pointsType: codeOf(moved.pointsType),
      points: moved.points,
      ...(moved.activatesAt === null ? {} : { activatesAt: iso(moved.activatesAt) }),
      ...(moved.expiresAt === null ? {} : { expiresAt: iso(moved.expiresAt) }),
      total: moved.total,
    })),
    awards: awards.map((award) => toAward(award, codeOf)),
    ...(shortfalls.length === 0
      ? {}
      : {
          shortfalls: shortfalls.map(({ pointsType, points: missing, policy, amountMinor }) => ({
            pointsType: codeOf(pointsType),
            points: missing,
            policy,
            ...(amountMinor === null ? {} : { amountMinor }),
          })),
        }),
    ...(hurries.length === 0
      ? {}
      : { flags: hurries.map(({ kind, count, max }) => ({ kind, counted: count, bound: max })) }),
    ...(tier === null ? {} : { tier }),
  };
}

/** A return that waits for its sale has no row yet, and one that waited in vain never gets one. */
export function toRecorded(recorded: Recorded, incoming: NewActivity, codeOf: CodeOf): ActivityReply {
  if (recorded.row !== null) return toActivity(recorded.row, codeOf);
  const { key, activity } = incoming;
  return {
    id: toTypeId("act", recorded.id),
    status: recorded.isOrphan === true ? "orphan" : "parked",
    memberId: toTypeId("mem", incoming.memberId),
    source: key.source,
    document: key.document,
    ...(key.part === "" ? {} : { part: key.part }),
    kind: activity.kind,
    occurredAt: iso(activity.at),
    points: [],
    awards: [],
  };
}

export function toAward(award: Award, codeOf: CodeOf) {
  return {
    ruleId: toTypeId("rul", award.ruleId),
    ruleVersion: award.ruleVersion,
    pointsType: codeOf(award.pointsType),
    ...(award.rewardId === undefined
      ? { points: award.points, perLine: [...award.perLine] }
      : { points: 0, perLine: [], rewardId: toTypeId("rwd", award.rewardId) }),
  };
}

export function toWhyNot({ ruleId, ...rest }: ExplainedNot) {
  return { ruleId: toTypeId("rul", ruleId), ...rest };
}

export function toWhy({ award, ...rest }: Why, codeOf: CodeOf) {
  return { award: toAward(award, codeOf), ...rest };
}

export function toExplanation({ why, whyNot }: Explained, codeOf: CodeOf) {
  return {
    why: why.map((it) => toWhy(it, codeOf)),
    whyNot: whyNot.map(toWhyNot),
  };
}
