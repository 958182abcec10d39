// Everything but activities that moves points: spending, reserving, giving back, adjusting, transferring. A batch of
// them is decided one after the other on the same book and written with one statement a table.
import { type Verb, whyMayNot } from "@fedele/core/rights.ts";
import { type Claimed, claimKeys, releaseKeys } from "../../platform/idempotency.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { emit } from "../../platform/outbox.ts";
import { Refusal } from "../../platform/refusal.ts";
import { lockFacts, type MemberRecord, rightsOf } from "../members/facts.ts";
import type { Made, Moved, Movement, MovementBatch, MovementRequest, NewMovement } from "./movementBatch.ts";
import { decideMovement } from "./movementDecisions.ts";
import { type PointsType, pointsTypesOf } from "./pointsTypes.ts";
import { addLots, type Book, openBook, post, readLots } from "./postings.ts";
import {
  type AdjustmentRow,
  findAdjustments,
  findHolds,
  findSpends,
  type HoldRow,
  insertAdjustments,
  insertHolds,
  insertSpends,
  insertTransfers,
  markReversed,
  type ResourceKey,
  type SpendRow,
  saveReversed,
} from "./store/resources.ts";
import { findLots } from "./store/wallets.ts";

/** Moves points for a batch of one tenant in one transaction; safe to repeat by the claims' keys. */
export async function recordMovements(ctx: LaneCtx, movements: readonly NewMovement[]): Promise<(Moved | Refusal)[]> {
  const claiming = claimKeys(
    ctx,
    movements.map(({ claim }) => claim),
  );
  const outcomes = await moveClaimed(ctx, movements, claiming);
  const claims = await claiming;
  const refused = movements.flatMap(({ claim }, index) =>
    claims[index]?.state === "fresh" && outcomes[index] instanceof Refusal ? [claim] : [],
  );
  if (refused.length > 0) ctx.later(releaseKeys(ctx, refused));
  return outcomes;
}

/**
 * One movement as a part of something larger, in its transaction: whoever calls has claimed the request's key. Throws
 * what is refused, so that nothing of the whole is written.
 */
export async function moveWithin(ctx: LaneCtx, movement: Movement): Promise<Made> {
  const [made] = await moveAllWithin(ctx, [movement]);
  if (made === undefined) throw new Error("a fresh movement made nothing");
  return made;
}

/** The same for several of one whole, one after the other, for the price of one. */
export async function moveAllWithin(ctx: LaneCtx, movements: readonly Movement[]): Promise<Made[]> {
  if (movements.length === 0) return [];
  const fresh = movements.map((): Claimed => ({ state: "fresh" }));
  const outcomes = await moveClaimed(ctx, movements, Promise.resolve(fresh));
  return outcomes.map((moved) => {
    if (moved instanceof Refusal) throw moved;
    if (moved.made === null) throw new Error("a fresh movement made nothing");
    return moved.made;
  });
}

async function moveClaimed(
  ctx: LaneCtx,
  movements: readonly Movement[],
  claiming: Promise<readonly Claimed[]>,
): Promise<(Moved | Refusal)[]> {
  const members = [...new Map(movements.map(({ bucket, memberId }) => [memberId, { bucket, memberId }])).values()];
  const [claims, records, book, types, holds, spends, adjustments] = await Promise.all([
    claiming,
    lockFacts(ctx, members),
    openBook(ctx, members),
    pointsTypesOf(ctx),
    named(movements, holdOf, (keys) => findHolds(ctx, keys)),
    named(movements, spendOf, (keys) => findSpends(ctx, keys)),
    named(movements, adjustmentOf, (keys) => findAdjustments(ctx, keys)),
  ]);
  const known = new Map(records.map((record) => [record.memberId, record]));
  const batch = movementsOn(ctx, { records: known, book, types, holds, spends, adjustments });
  await Promise.all([readLots(ctx, book, members), readUsedLots(batch)]);

  const outcomes = movements.map((movement, index): Moved | Refusal => {
    const claim = claims[index];
    if (claim?.state === "replay") return { id: claim.resourceId, made: null };
    if (claim?.state !== "fresh") return usedForAnother();
    return moveOn(batch, movement);
  });

  writeMovements(batch);
  post(ctx, book);
  ctx.later(emit(ctx, batch.events));
  return outcomes;
}

/** What movements are decided on. The members are locked, and the lots of their book are read before the first one. */
type Ground = Readonly<{
  records: ReadonlyMap<string, MemberRecord>;
  book: Book;
  types: readonly PointsType[];
  holds?: readonly HoldRow[];
  spends?: readonly SpendRow[];
  adjustments?: readonly AdjustmentRow[];
}>;

/** Movements on a book that the caller has opened for more than them, and posts. */
export function movementsOn(ctx: LaneCtx, ground: Ground): MovementBatch {
  const { records, book, types, holds = [], spends = [], adjustments = [] } = ground;
  return {
    ctx,
    records,
    book,
    types: new Map(types.map((type) => [type.code, type])),
    holds: new Map(holds.map((row) => [row.id, row])),
    spends: new Map(spends.map((row) => [row.id, row])),
    adjustments: new Map(adjustments.map((row) => [row.id, row])),
    newHolds: new Map(),
    newSpends: [],
    newAdjustments: [],
    newTransfers: [],
    changedSpends: new Set(),
    reversedAdjustments: [],
    events: [],
  };
}

/** Decides one movement on its batch's book; what is refused leaves nothing in it. */
export function moveOn(batch: MovementBatch, movement: Movement): Moved | Refusal {
  const refusal = mayMove(batch.records.get(movement.memberId), movement.request, batch.ctx.now);
  if (refusal !== null) return refusal;
  const outcome = decideMovement(batch, movement);
  return outcome instanceof Refusal ? outcome : { id: movement.id, made: outcome };
}

function usedForAnother(): Refusal {
  return new Refusal("conflict", "This Idempotency-Key was used for another request; take a new one.");
}

function mayMove(record: MemberRecord | undefined, request: MovementRequest, nowMs: number): Refusal | null {
  if (record === undefined) return new Refusal("not_found", "There is no such member.");
  switch (whyMayNot(rightsOf(record, nowMs), verbOf(request))) {
    case null:
      return null;
    case "closed":
      return new Refusal("conflict", "This member has left the programme.");
    case "blocked":
    case "earn_only":
      return new Refusal("forbidden", "This member may not use points at present.");
    case "child":
      return new Refusal("forbidden", "This member is not of age: points are earned, and used later.");
    case "frozen":
      return new Refusal("forbidden", "How this member is reached was changed a moment ago; points rest for a day.");
  }
}

function verbOf({ kind }: MovementRequest): Verb {
  switch (kind) {
    case "spend":
    case "hold":
    case "capture":
    case "transfer":
      return kind;
    case "offline_spend":
      return "spend";
    case "release":
    case "spend_reversal":
    case "adjustment":
    case "adjustment_reversal":
      return "keep";
  }
}

type Named = ResourceKey | null;

async function named<Row>(
  movements: readonly Movement[],
  keyOf: (movement: Movement) => Named,
  find: (keys: readonly ResourceKey[]) => Promise<Row[]>,
): Promise<Row[]> {
  const keys = movements.flatMap((movement) => keyOf(movement) ?? []);
  return keys.length === 0 ? [] : find(keys);
}

function holdOf({ bucket, memberId, request }: Movement): Named {
  const names = request.kind === "capture" || request.kind === "release";
  return names ? { bucket, memberId, id: request.holdId } : null;
}

function spendOf({ bucket, memberId, request }: Movement): Named {
  return request.kind === "spend_reversal" ? { bucket, memberId, id: request.spendId } : null;
}

function adjustmentOf({ bucket, memberId, request }: Movement): Named {
  return request.kind === "adjustment_reversal" ? { bucket, memberId, id: request.adjustmentId } : null;
}

/** The lots that points may be given back to: empty ones are not among the open lots. */
async function readUsedLots(batch: MovementBatch): Promise<void> {
  const used = [...batch.spends.values(), ...batch.adjustments.values()].flatMap((row) =>
    row.lots.map(({ lotId }) => ({ ...row, lotId })),
  );
  if (used.length > 0) addLots(batch.book, await findLots(batch.ctx, used));
}

/** What came of the movements besides points: `post` writes those, and `emit` the events. */
export function writeMovements(batch: MovementBatch): void {
  const { ctx } = batch;
  const changed = [...batch.changedSpends].flatMap((id) => batch.spends.get(id) ?? []);
  if (batch.newHolds.size > 0) ctx.later(insertHolds(ctx, [...batch.newHolds.values()]));
  if (batch.newSpends.length > 0) ctx.later(insertSpends(ctx, batch.newSpends));
  if (changed.length > 0) ctx.later(saveReversed(ctx, changed));
  if (batch.newAdjustments.length > 0) ctx.later(insertAdjustments(ctx, batch.newAdjustments));
  if (batch.reversedAdjustments.length > 0) ctx.later(markReversed(ctx, batch.reversedAdjustments));
  if (batch.newTransfers.length > 0) ctx.later(insertTransfers(ctx, batch.newTransfers));
}
