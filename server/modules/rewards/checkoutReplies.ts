// Checkout sessions as the API tells them.
import { type Bill, billFrom, type Split } from "@fedele/core/redemption.ts";
import type { CheckoutBill, CheckoutEvaluation, CheckoutSession, SessionReturn } from "@fedele/sdk/schemas/checkout.ts";
import type { Static } from "typebox";
import { toTypeId } from "../../platform/ids.ts";
import type { CodeOf } from "../ledger/replies.ts";
import { toAward } from "../programme/replies.ts";
import { POINTS } from "./checkoutBaskets.ts";
import type { EvaluatedSession } from "./checkoutEvaluations.ts";
import type { SessionRow } from "./checkoutSessions.ts";
import type { Earned, ReturnRow } from "./store/checkoutSessions.ts";

const iso = (ms: number): string => new Date(ms).toISOString();

/** A reward by its id, points by their type. */
function meansOf(id: string, pointsType: string): { reward: string } | { pointsType: string } {
  return id === POINTS ? { pointsType } : { reward: toTypeId("isr", id) };
}

const partsOf = ({ before, discount, after }: Split) => ({ before, discount, after });

function toBill(bill: Omit<Bill, "notApplied">, pointsType: string): Static<typeof CheckoutBill> {
  return {
    lines: bill.lines.map(partsOf),
    rates: bill.rates.map((rate) => ({ taxThousandths: rate.taxThousandths, ...partsOf(rate) })),
    total: partsOf(bill.total),
    toPayMinor: bill.total.after.grossMinor,
    redeemed: bill.applied.map(({ id, points, amountMinor, perLineMinor }) => ({
      ...meansOf(id, pointsType),
      points,
      amountMinor,
      perLineMinor: [...perLineMinor],
    })),
  };
}

export function toSession(session: SessionRow, codeOf: CodeOf): CheckoutSession {
  const { redeemsAs, lines, points, ...place } = session.basket;
  const { applied, activityId, earned, givenBack, reservedUntil } = session;
  return {
    id: toTypeId("chs", session.id),
    memberId: toTypeId("mem", session.memberId),
    source: session.source,
    document: session.document,
    version: session.version,
    status: session.status,
    ...place,
    lines: lines.map((line) => ({ ...line })),
    rewards: session.rewards.map((id) => toTypeId("isr", id)),
    ...(points === null ? {} : { points: { ...points } }),
    redeemsAs,
    ...(applied === null ? {} : { bill: toBill(billFrom(lines, applied), points?.pointsType ?? "") }),
    reservedUntil: reservedUntil === null ? null : iso(reservedUntil),
    ...(activityId === null ? {} : { activityId: toTypeId("act", activityId) }),
    ...(earned === null ? {} : { earned: toEarned(earned, codeOf) }),
    ...(givenBack === null ? {} : { returnedThousandths: [...givenBack.quantities] }),
    createdAt: iso(session.createdAt),
    changedAt: iso(session.changedAt),
  };
}

function toEarned(earned: readonly Earned[], codeOf: CodeOf): { pointsType: string; points: number }[] {
  return earned.map(({ pointsType, points }) => ({ pointsType: codeOf(pointsType), points }));
}

export function toEvaluation(
  { version, bill, notUsed, awards, pointsType }: EvaluatedSession,
  codeOf: CodeOf,
): Static<typeof CheckoutEvaluation> {
  const inPoints = awards.filter(({ rewardId }) => rewardId === undefined);
  const sums = Map.groupBy(inPoints, (award) => award.pointsType);
  const earns = [...sums].map(([type, given]) => ({
    pointsType: type,
    points: given.reduce((sum, award) => sum + award.points, 0),
  }));
  return {
    version,
    bill: toBill(bill, pointsType),
    notRedeemed: notUsed.map(({ id, why }) => ({ ...meansOf(id, pointsType), why })),
    earns: toEarned(earns, codeOf),
    awards: awards.map((award) => toAward(award, codeOf)),
  };
}

export function toReturn(made: ReturnRow, pointsType: string, codeOf: CodeOf): SessionReturn {
  const { moneyMinor, lines, points, earned, shortfalls } = made.result;
  return {
    id: toTypeId("chr", made.id),
    sessionId: toTypeId("chs", made.sessionId),
    document: made.document,
    activityId: toTypeId("act", made.activityId),
    moneyMinor,
    lines: lines.map(({ line, quantityThousandths, money, worth }) => ({ line, quantityThousandths, money, worth })),
    points: points.map((back) => ({ ...meansOf(back.id, pointsType), points: back.points })),
    earned: toEarned(earned, codeOf),
    ...(shortfalls.length === 0
      ? {}
      : {
          shortfalls: shortfalls.map(({ pointsType: type, points: missing, policy, amountMinor }) => ({
            pointsType: codeOf(type),
            points: missing,
            policy,
            ...(amountMinor === null ? {} : { amountMinor }),
          })),
        }),
    createdAt: iso(made.createdAt),
  };
}
