// What moved a member's points, as their timeline tells it. What activities did stands with the activities.
import type { TimelineItem } from "@fedele/sdk/schemas/timeline.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { toTypeId } from "../../platform/ids.ts";
import type { TimelineSource } from "../members/timeline.ts";
import { codesOf, pointsTypesOf } from "./pointsTypes.ts";
import { type CodeOf, toAdjustment, toSpend, toTransfer } from "./replies.ts";
import type { Cause } from "./store/entries.ts";
import {
  type AdjustmentRow,
  findAdjustments,
  findSpends,
  findTransfers,
  type SpendRow,
  type TransferRow,
} from "./store/resources.ts";
import { listMovements, type MovementRow } from "./store/timeline.ts";
import type { MemberKey } from "./store/wallets.ts";

/** Told with the activity, which says what it did to the points. */
const ofActivities: readonly Cause[] = ["activity", "return", "opening"];

export const movementTimeline: TimelineSource = {
  scope: "ledger:read",
  timelineOf: async (ctx, { member }, page) => {
    const movements = await listMovements(ctx, member, { ...page, but: ofActivities });
    const [types, found] = await Promise.all([pointsTypesOf(ctx), findCauses(ctx, member, movements)]);
    const codeOf = codesOf(types);
    return movements.map((movement) => ({ place: movement.place, item: toItem(movement, found, codeOf) }));
  },
};

type Found = Readonly<{
  spends: ReadonlyMap<string, SpendRow>;
  adjustments: ReadonlyMap<string, AdjustmentRow>;
  transfers: ReadonlyMap<string, TransferRow>;
}>;

/** Three statements, whatever the page holds. */
async function findCauses(ctx: Ctx, member: MemberKey, movements: readonly MovementRow[]): Promise<Found> {
  const named = (...causes: Cause[]) =>
    movements.filter(({ cause }) => causes.includes(cause)).map((movement) => ({ ...member, id: idOf(movement) }));
  const [spends, adjustments, transfers] = await Promise.all([
    findSpends(ctx, named("spend", "spend_reversal")),
    findAdjustments(ctx, named("adjustment", "adjustment_reversal")),
    findTransfers(ctx, named("transfer")),
  ]);
  return { spends: byId(spends), adjustments: byId(adjustments), transfers: byId(transfers) };
}

/** A give-back is told with the spend that it gave back. */
function idOf({ cause, causeId, reversesId }: MovementRow): string {
  return cause === "spend_reversal" ? (reversesId ?? causeId) : causeId;
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function toItem(movement: MovementRow, found: Found, codeOf: CodeOf): TimelineItem {
  const { cause } = movement;
  const at = new Date(movement.createdAt).toISOString();
  const points = movement.points.map(([type, moved]) => ({ pointsType: codeOf(type), points: moved }));
  switch (cause) {
    case "spend":
    case "spend_reversal":
      return { kind: cause, at, points, spend: toSpend(the(found.spends, movement), codeOf) };
    case "adjustment":
    case "adjustment_reversal": {
      const row = the(found.adjustments, movement);
      return { kind: cause, at, points, adjustment: toAdjustment(row, codeOf), by: row.actor };
    }
    case "transfer": {
      const sent = found.transfers.get(movement.causeId);
      const transfer = sent === undefined ? {} : { transfer: toTransfer(sent, codeOf) };
      return { kind: cause, at, points, transferId: toTypeId("trf", movement.causeId), ...transfer };
    }
    case "top_up":
      return { kind: cause, at, points, activityId: toTypeId("act", movement.causeId) };
    case "expiry":
    case "reinstatement":
    case "debt_payment":
    case "closure":
      return { kind: cause, at, points };
    case "activity":
    case "return":
    case "opening":
      throw new Error("what an activity moved is told with the activity");
  }
}

function the<Row>(rows: ReadonlyMap<string, Row>, movement: MovementRow): Row {
  const row = rows.get(idOf(movement));
  if (row === undefined) throw new Error(`the entries of ${movement.cause} ${movement.causeId} name no row`);
  return row;
}
