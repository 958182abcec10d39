// The ledger's rows as the API tells them.
import type { Adjustment, Entry, Hold, Spend, Transfer, Wallet } from "@fedele/sdk/schemas/ledger.ts";
import type { PendingAdjustment } from "@fedele/sdk/schemas/pendingAdjustment.ts";
import type { Liability, Reconciliation } from "@fedele/sdk/schemas/report.ts";
import { type IdPrefix, toTypeId } from "../../platform/ids.ts";
import type { MemberKey } from "../../platform/sealing.ts";
import type { Liability as LiabilityView } from "./liability.ts";
import { type PendingRow, REASON, REFUSAL } from "./pendingAdjustments.ts";
import type { Reconciled } from "./reconciliation.ts";
import type { AdjustmentRow, HoldRow, SpendRow, TransferRow } from "./resources.ts";
import type { Entry as EntryRow, WalletView } from "./statements.ts";
import type { Cause } from "./store/entries.ts";

/** The code of a points type, by its number. */
export type CodeOf = (pointsType: number) => string;

const iso = (ms: number): string => new Date(ms).toISOString();

export function toWallet({ type, balance, expiring }: WalletView): Wallet {
  return { pointsType: type.code, ...balance, expiring: expiring.map(({ points, at }) => ({ points, at: iso(at) })) };
}

export function toLiability({ type, expiring, ...points }: LiabilityView): Liability {
  return { pointsType: type.code, ...points, expiring: [...expiring] };
}

export function toReconciliation({ partnerId, movements, ...sums }: Reconciled): Reconciliation {
  const partner = partnerId === null ? {} : { partnerId: toTypeId("par", partnerId) };
  return { ...sums, ...partner, movements: [...movements] };
}

/** What kind of id a cause has. Expiry, reinstatement and the paying off of debts happen by themselves: an event. */
const prefixes: Readonly<Record<Cause, IdPrefix>> = {
  activity: "act",
  return: "act",
  top_up: "act",
  spend: "spd",
  spend_reversal: "spd",
  adjustment: "adj",
  adjustment_reversal: "adj",
  transfer: "trf",
  expiry: "evt",
  reinstatement: "evt",
  debt_payment: "evt",
  opening: "act",
  closure: "mem",
};

const reversedPrefixes: Readonly<Partial<Record<Cause, IdPrefix>>> = {
  return: "act",
  spend_reversal: "spd",
  adjustment_reversal: "adj",
  reinstatement: "ent",
};

export function toEntry(entry: EntryRow, codeOf: CodeOf): Entry {
  return {
    id: toTypeId("ent", entry.id),
    pointsType: codeOf(entry.pointsType),
    points: entry.points,
    account: entry.counterAccount,
    cause: entry.cause,
    causeId: toTypeId(prefixes[entry.cause], entry.causeId),
    ...(entry.reversesId === null
      ? {}
      : { reversesId: toTypeId(reversedPrefixes[entry.cause] ?? prefixes[entry.cause], entry.reversesId) }),
    ...(entry.ruleId === null ? {} : { ruleId: toTypeId("rul", entry.ruleId) }),
    ...(entry.ruleVersion === null ? {} : { ruleVersion: entry.ruleVersion }),
    ...(entry.rate === null ? {} : { rate: entry.rate }),
    ...(entry.lotId === null ? {} : { lotId: toTypeId("lot", entry.lotId) }),
    occurredAt: iso(entry.eventAt),
    bookedAt: iso(entry.createdAt),
  };
}

export function toSpend(row: SpendRow, codeOf: CodeOf): Spend {
  return {
    id: toTypeId("spd", row.id),
    memberId: toTypeId("mem", row.memberId),
    pointsType: codeOf(row.pointsType),
    points: row.points,
    reversed: row.reversed,
    ...(row.holdId === null ? {} : { holdId: toTypeId("hld", row.holdId) }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    createdAt: iso(row.createdAt),
  };
}

export function toHold(row: HoldRow, codeOf: CodeOf): Hold {
  return {
    id: toTypeId("hld", row.id),
    memberId: toTypeId("mem", row.memberId),
    pointsType: codeOf(row.pointsType),
    points: row.points,
    status: row.status,
    ...(row.reason === null ? {} : { reason: row.reason }),
    expiresAt: iso(row.expiresAt),
    createdAt: iso(row.createdAt),
  };
}

export function toAdjustment(row: AdjustmentRow, codeOf: CodeOf): Adjustment {
  return {
    id: toTypeId("adj", row.id),
    memberId: toTypeId("mem", row.memberId),
    pointsType: codeOf(row.pointsType),
    points: row.points,
    reason: row.reason,
    ...(row.reversesId === null ? {} : { reversesId: toTypeId("adj", row.reversesId) }),
    ...(row.reversedBy === null ? {} : { reversedById: toTypeId("adj", row.reversedBy) }),
    createdAt: iso(row.createdAt),
  };
}

/** `key`: that of the member; absent once they were erased. */
export function toPendingAdjustment(
  row: PendingRow,
  { codeOf, key }: { codeOf: CodeOf; key: MemberKey | undefined },
): PendingAdjustment {
  const openedBy = (label: string, sealed: Buffer): string | null => key?.open(label, sealed) ?? null;
  return {
    id: toTypeId("pen", row.id),
    memberId: toTypeId("mem", row.memberId),
    pointsType: codeOf(row.pointsType),
    points: row.points,
    reason: openedBy(REASON, row.reason),
    ...(row.reversesId === null ? {} : { reversesId: toTypeId("adj", row.reversesId) }),
    status: row.status,
    askedBy: row.askedBy,
    ...(row.decidedBy === null ? {} : { decidedBy: row.decidedBy }),
    ...(row.refusal === null ? {} : { refusal: openedBy(REFUSAL, row.refusal) }),
    ...(row.adjustmentId === null ? {} : { adjustmentId: toTypeId("adj", row.adjustmentId) }),
    expiresAt: iso(row.expiresAt),
    createdAt: iso(row.createdAt),
    ...(row.decidedAt === null ? {} : { decidedAt: iso(row.decidedAt) }),
  };
}

export function toTransfer(row: TransferRow, codeOf: CodeOf): Transfer {
  return {
    id: toTypeId("trf", row.id),
    memberId: toTypeId("mem", row.memberId),
    pointsType: codeOf(row.pointsType),
    points: row.points,
    toMemberId: toTypeId("mem", row.toMemberId),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.flag === null ? {} : { flag: row.flag }),
    createdAt: iso(row.createdAt),
  };
}
