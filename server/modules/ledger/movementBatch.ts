// A batch of movements while it is being decided: what is asked, what was loaded, what is to be written in the end.
import type { Claim } from "../../platform/idempotency.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import type { OutboxEvent } from "../../platform/outbox.ts";
import type { MemberRecord } from "../members/facts.ts";
import type { PointsType } from "./pointsTypes.ts";
import type { Book } from "./postings.ts";
import type { AdjustmentRow, HoldRow, ResourceKey, SpendRow, TransferFlag, TransferRow } from "./store/resources.ts";
import type { MemberKey } from "./store/wallets.ts";

/**
 * What is asked of a wallet. `pointsType` is a code of the programme. `paidFor`: the id of what the points pay for, or
 * will when they are captured; only who names it captures, releases or gives them back. `offline_spend`: the goods are
 * gone already, so that what is not there is owed; `reason` says why there is a debt.
 */
export type MovementRequest =
  | Readonly<{ kind: "spend"; pointsType: string; points: number; reason: string | null; paidFor?: string }>
  | Readonly<{ kind: "offline_spend"; pointsType: string; points: number; reason: string }>
  | Readonly<{
      kind: "hold";
      pointsType: string;
      points: number;
      reason: string | null;
      seconds: number;
      paidFor?: string;
    }>
  | Readonly<{ kind: "capture"; holdId: string; paidFor?: string }>
  | Readonly<{ kind: "release"; holdId: string; paidFor?: string }>
  | Readonly<{ kind: "spend_reversal"; spendId: string; points: number | null; paidFor?: string }>
  | Readonly<{ kind: "adjustment"; pointsType: string; points: number; reason: string }>
  | Readonly<{ kind: "adjustment_reversal"; adjustmentId: string; reason: string }>
  | Readonly<{
      kind: "transfer";
      pointsType: string;
      points: number;
      toMemberId: string;
      reason: string | null;
      flag?: TransferFlag | null;
    }>;

export type Movement = MemberKey &
  Readonly<{
    /** The id of what will come of it. */
    id: string;
    actor: string;
    zone: string;
    request: MovementRequest;
  }>;

/** A movement that somebody asks for by itself, under a key of its own. */
export type NewMovement = Movement & Readonly<{ claim: Claim }>;

/** The row that came of a movement. */
export type Made = Readonly<{ spend?: SpendRow; hold?: HoldRow; adjustment?: AdjustmentRow; transfer?: TransferRow }>;

/** `made` is null where the request was a repeat: it was made the first time, under `id`. */
export type Moved = Readonly<{ id: string; made: Made | null }>;

export type MovementBatch = {
  readonly ctx: LaneCtx;
  readonly records: ReadonlyMap<string, MemberRecord>;
  readonly book: Book;
  readonly types: ReadonlyMap<string, PointsType>;
  readonly holds: Map<string, HoldRow>;
  readonly spends: Map<string, SpendRow>;
  readonly adjustments: Map<string, AdjustmentRow>;
  readonly newHolds: Map<string, HoldRow>;
  readonly newSpends: SpendRow[];
  readonly newAdjustments: AdjustmentRow[];
  readonly newTransfers: TransferRow[];
  readonly changedSpends: Set<string>;
  readonly reversedAdjustments: (ResourceKey & { by: string })[];
  readonly events: OutboxEvent[];
};
