// Points by hand above the tenant's limit: one person asks, another one approves or refuses, or time runs out. Nothing
// is booked before. The one who asked can never be the one who decides: neither here nor in the database.
import { hasLimits, needsSecondPerson } from "@fedele/core/secondPerson.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import { emit, type OutboxEvent } from "../../platform/outbox.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { MemberKey as SealingKey } from "../../platform/sealing.ts";
import { type SweepParts, tenantNow } from "../../platform/sweeping.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { lockFacts } from "../members/facts.ts";
import { type Asking, adjust, type ByHand } from "./adjustments.ts";
import { codesOf, type PointsType } from "./pointsTypes.ts";
import { getAdjustment } from "./resources.ts";
import * as store from "./store/pendingAdjustments.ts";
import type { AdjustmentRow, ResourceKey } from "./store/resources.ts";

export type { PendingRow } from "./store/pendingAdjustments.ts";

type PendingRow = store.PendingRow;

/** How long a second person has. */
export const PENDING_DAYS = 14;
const DAY_MS = 86_400_000;
const SWEEP_PAGE = 500;

/** What is asked for, in figures. */
type Size = Readonly<{ type: PointsType; points: number; reversesId: string | null }>;

type Home = Readonly<{ types: readonly PointsType[]; keyOf: () => Promise<SealingKey | undefined> }>;

/** Books it where one person's word is enough; else it waits, and null comes back. */
export async function adjustOrAsk(
  ctx: Ctx,
  key: ResourceKey,
  asked: Asking & Home & Readonly<{ request: ByHand }>,
): Promise<AdjustmentRow | null> {
  const { tenant, request, types } = asked;
  if (hasLimits(tenant.adjustmentLimits)) {
    // The lock on the member's facts: two at once would each hear that there is room for one.
    await lockFacts(ctx, [key]);
    const size = await sizeOf(ctx, key, { request, types });
    const since = { pointsType: size.type.pointsType, sinceMs: ctx.now - DAY_MS };
    const lately = await store.sumOwnAdjustments(ctx, key, since);
    const sum = { points: size.points, lately, faceValue: size.type.faceValue };
    if (needsSecondPerson(sum, tenant.adjustmentLimits)) {
      await ask(ctx, key, { size, reason: request.reason, key: await asked.keyOf() });
      return null;
    }
  }
  return adjust(ctx, key, asked);
}

async function sizeOf(ctx: Ctx, key: ResourceKey, { request, types }: { request: ByHand } & Pick<Home, "types">) {
  if (request.kind === "adjustment") {
    const type = types.find(({ code }) => code === request.pointsType);
    if (type === undefined) {
      throw new Refusal("invalid", `The programme has no points type "${request.pointsType}".`);
    }
    return { type, points: request.points, reversesId: null };
  }
  const wrong = await getAdjustment(ctx, { ...key, id: request.adjustmentId });
  const type = types.find(({ pointsType }) => pointsType === wrong.pointsType);
  if (type === undefined) throw new Error(`points type ${wrong.pointsType} is gone`);
  return { type, points: -wrong.points, reversesId: wrong.id };
}

async function ask(
  ctx: Ctx,
  member: ResourceKey,
  { size, reason, key }: { size: Size; reason: string; key: SealingKey | undefined },
): Promise<void> {
  if (key === undefined) throw new Refusal("conflict", "This member has left the programme.");
  const row: PendingRow = {
    ...member,
    pointsType: size.type.pointsType,
    points: size.points,
    reversesId: size.reversesId,
    reason: key.seal(REASON, reason),
    status: "waiting",
    askedBy: ctx.actor,
    decidedBy: null,
    refusal: null,
    adjustmentId: null,
    expiresAt: ctx.now + PENDING_DAYS * DAY_MS,
    createdAt: ctx.now,
    decidedAt: null,
  };
  ctx.later(store.insertPending(ctx, row));
  ctx.later(emit(ctx, [eventOf(ctx, "adjustment.requested", row)]));
}

/** What is sealed as what. */
export const REASON = "pending adjustment";
export const REFUSAL = "refused adjustment";

type Approving = Asking & Readonly<{ types: readonly PointsType[]; key: SealingKey | undefined }>;

/** Books it in the name of who asked, once. `id`: that of the adjustment that comes of it. */
export async function approvePending(
  ctx: Ctx,
  key: ResourceKey,
  { id, types, key: sealing, ...asking }: Approving & { id: string },
): Promise<AdjustmentRow> {
  const pending = await lockDecidable(ctx, key);
  if (sealing === undefined) throw new Refusal("conflict", "This member has left the programme.");
  const reason = sealing.open(REASON, pending.reason);
  const { points, reversesId, askedBy } = pending;
  const request: ByHand =
    reversesId === null
      ? { kind: "adjustment", pointsType: codesOf(types)(pending.pointsType), points, reason }
      : { kind: "adjustment_reversal", adjustmentId: reversesId, reason };
  const booked = await adjust(ctx, { ...key, id }, { ...asking, request, actor: askedBy });
  await close(ctx, { ...pending, status: "approved", adjustmentId: id });
  return booked;
}

export async function refusePending(
  ctx: Ctx,
  key: ResourceKey,
  { reason, key: sealing }: { reason: string; key: SealingKey | undefined },
): Promise<PendingRow> {
  const pending = await lockDecidable(ctx, key);
  return close(ctx, { ...pending, status: "refused", refusal: sealing?.seal(REFUSAL, reason) ?? Buffer.alloc(0) });
}

async function close(ctx: Ctx, decided: PendingRow): Promise<PendingRow> {
  const row = { ...decided, decidedBy: ctx.actor, decidedAt: ctx.now };
  ctx.later(store.closePending(ctx, row));
  ctx.later(emit(ctx, [eventOf(ctx, `adjustment.${row.status}`, row)]));
  return row;
}

async function lockDecidable(ctx: Ctx, key: ResourceKey): Promise<PendingRow> {
  const pending = await store.lockPending(ctx, key);
  if (pending === undefined) throw noSuchPending();
  if (pending.askedBy === ctx.actor) {
    throw new Refusal("forbidden", "Whoever asked for an adjustment cannot decide it; ask somebody else.");
  }
  const { status } = today(ctx, pending);
  if (status === "waiting") return pending;
  throw new Refusal("conflict", `This adjustment has ${status === "expired" ? "expired" : `been ${status} already`}.`);
}

export async function getPending(ctx: Ctx, key: ResourceKey): Promise<PendingRow> {
  const pending = await store.findPending(ctx, key);
  if (pending === undefined) throw noSuchPending();
  return today(ctx, pending);
}

export async function listPending(ctx: Ctx, page: Parameters<typeof store.listPending>[1]): Promise<PendingRow[]> {
  return (await store.listPending(ctx, page)).map((row) => today(ctx, row));
}

/** Right by date: no job needs to have said that its time is over. */
function today(ctx: Ctx, row: PendingRow): PendingRow {
  return row.status === "waiting" && row.expiresAt <= ctx.now ? { ...row, status: "expired" } : row;
}

/** Tells of those that nobody decided in time. Returns how many. */
export async function sweepPending(parts: SweepParts, tenants: readonly Tenant[]): Promise<number> {
  let expired = 0;
  for (const tenant of tenants) {
    const now = tenantNow(parts.clock, tenant);
    const who = { tenantId: tenant.id, now, actor: "system" };
    for (const key of await store.findOverdue(parts.db, { tenantId: tenant.id, nowMs: now, limit: SWEEP_PAGE })) {
      expired += await inTransaction(parts.db, who, async (ctx) => {
        const row = await store.lockPending(ctx, key);
        if (row?.status !== "waiting") return 0;
        await store.closePending(ctx, { ...row, status: "expired" });
        await emit(ctx, [eventOf(ctx, "adjustment.expired", row)]);
        return 1;
      });
    }
  }
  return expired;
}

function eventOf(ctx: Ctx, type: string, { bucket, memberId, id, points, adjustmentId }: PendingRow): OutboxEvent {
  const data = { pendingAdjustmentId: id, points, ...(adjustmentId === null ? {} : { adjustmentId }) };
  return { id: newId(ctx.now, bucket), type, bucket, memberId, at: ctx.now, data };
}

function noSuchPending(): Refusal {
  return new Refusal("not_found", "There is no such adjustment that waits for a second person.");
}
