// What was sold comes back, in parts or whole: money as money, points as points, into the lots that they came from, and
// what the purchase had earned is taken back by the programme's own door. One transaction, like the sale.
import {
  billFrom,
  type GivenBack,
  nothingGivenBack,
  type ReturnBill,
  returnBill,
  type SoldBill,
} from "@fedele/core/redemption.ts";
import type { ReturnedLine } from "@fedele/core/returns.ts";
import type { UndoReason } from "@fedele/sdk/schemas/checkout.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { newId, toTypeId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Tenant } from "../../platform/tenant.ts";
import type { MovementRequest } from "../ledger/movementBatch.ts";
import { pointsTypesOf } from "../ledger/pointsTypes.ts";
import { type Doer, type Noted, noteDeeds } from "../members/tillDeeds.ts";
import { incomingActivity } from "../programme/incoming.ts";
import { returnedQuantities } from "../programme/returned.ts";
import { resultFrom } from "../programme/storedActivities.ts";
import { earnedBy, record, tell } from "./checkoutActivities.ts";
import { type Home, POINTS } from "./checkoutBaskets.ts";
import { move } from "./checkoutHolds.ts";
import { lockedSession, type SessionRow, stepFor } from "./checkoutSessions.ts";
import { type IssuedRow, issuedAmong, issuedOf } from "./issuedRewards.ts";
import {
  findReturn,
  findReturnNamed,
  insertReturn,
  type ReturnResult,
  type ReturnRow,
  saveSessions,
} from "./store/checkoutSessions.ts";
import { freeUnpaid, saveReturnedPoints } from "./store/heldRewards.ts";
import { lockStock, putPieceBack } from "./store/rewards.ts";

/** `lines` null: all that is left. `part` "" for a return; the whole sale is undone under a part of its own. */
type Returning = Readonly<{
  id: string;
  document: string;
  part: string;
  lines: readonly ReturnedLine[] | null;
  /** Why a sale was undone at once; null where nobody said, and for goods that come back. */
  reason: UndoReason | null;
  home: Home;
  /** In whose shift it is. */
  doer: Doer | null;
}>;

/** Takes goods back under the name of their slip: told again, it is the same return. */
export async function returnToSession(
  ctx: Ctx,
  id: string,
  asked: Omit<Returning, "part" | "reason">,
): Promise<{ made: ReturnRow; isRepeat: boolean }> {
  const session = await lockedSession(ctx, id);
  const told = await findReturnNamed(ctx, session, { document: asked.document, part: "" });
  if (told !== null) return { made: sameReturn(told, asked.lines), isRepeat: true };
  stepFor(session, "return");
  const { made, after } = await giveBack(ctx, session, { ...asked, part: "", reason: null });
  ctx.later(saveSessions(ctx, [after]));
  ctx.later(tell(ctx, after, "checkout.returned"));
  return { made, isRepeat: false };
}

function sameReturn(told: ReturnRow, lines: readonly ReturnedLine[] | null): ReturnRow {
  const then = new Map(told.result.lines.map(({ line, quantityThousandths }) => [line, quantityThousandths]));
  const isSame =
    lines === null || (lines.length === then.size && lines.every((it) => then.get(it.line) === it.quantityThousandths));
  if (isSame) return told;
  throw new Refusal("conflict", `"${told.document}" brought back other goods; a new return needs a name of its own.`);
}

export async function getReturn(ctx: Ctx, key: { sessionId: string; id: string }): Promise<ReturnRow> {
  const made = await findReturn(ctx, key);
  if (made === null) throw new Refusal("not_found", "There is no such return.");
  return made;
}

/** Gives back what was paid for what comes back. The session is locked; the caller writes it down. */
export async function giveBack(
  ctx: Ctx,
  session: SessionRow,
  asked: Returning,
): Promise<{ made: ReturnRow; after: SessionRow }> {
  await stocksOf(ctx, [session]);
  const sold = soldBy(session);
  // What came back past the session and was not heard of yet goes along.
  const { owed, before } = await owedBack(ctx, session);
  const lines = asked.lines ?? restOf(session, before.quantities);
  const back = returnBill(sold, before, lines);
  if (!back.ok) throw refusalOf(back);

  const row = await record(ctx, returnOf(session, asked, lines));
  const { isComplete } = back;
  const points = (session.applied ?? []).map((_, at) => (back.points[at] ?? 0) + (owed?.points[at] ?? 0));
  const doer = doerIn(asked.doer, session, asked.home);
  await payBack(ctx, session, { points, isComplete, tenant: asked.home.tenant, doer });
  const told = (session.applied ?? []).flatMap(({ id }, at) => {
    const part = back.points[at] ?? 0;
    return part === 0 ? [] : [{ id, points: part }];
  });
  const result = resultOf(back, lines, { points: told, row });
  const { id, document, part } = asked;
  const owner = { bucket: session.bucket, memberId: session.memberId, sessionId: session.id };
  const made: ReturnRow = { ...owner, id, document, part, activityId: row.id, result, createdAt: ctx.now };
  ctx.later(insertReturn(ctx, made));
  const status = isComplete ? "returned" : "partly_returned";
  return { made, after: { ...session, status, givenBack: back.after, changedAt: ctx.now } };
}

function soldBy({ basket, applied }: SessionRow): SoldBill {
  return { lines: basket.lines, bill: billFrom(basket.lines, applied ?? []) };
}

/** What came back past the session, by its redemptions; null: nothing. `before`: how far everything came back. */
export async function owedBack(
  ctx: Ctx,
  session: SessionRow,
): Promise<{ owed: (ReturnBill & { ok: true }) | null; before: GivenBack; isComplete: boolean }> {
  const { bucket, memberId, activityId } = session;
  const sold = soldBy(session);
  const before = session.givenBack ?? nothingGivenBack(sold);
  const none = { owed: null, before, isComplete: false };
  if (activityId === null) return none;
  const gone = await returnedQuantities(ctx, { bucket, memberId, id: activityId });
  const missed = gone.flatMap((quantity, line) => {
    const quantityThousandths = quantity - (before.quantities[line] ?? 0);
    return quantityThousandths > 0 ? [{ line, quantityThousandths }] : [];
  });
  if (missed.length === 0) return none;
  const owed = returnBill(sold, before, missed);
  if (!owed.ok) throw new Error(`more came back of session ${session.id} than it sold`);
  return { owed, before: owed.after, isComplete: owed.isComplete };
}

/** Before the members are locked: whoever issues a reward locks its stock first. */
export async function stocksOf(ctx: Ctx, sessions: readonly SessionRow[]): Promise<void> {
  const keys = sessions.flatMap(({ bucket, memberId, applied }) =>
    (applied ?? []).filter(({ id }) => id !== POINTS).map(({ id }) => ({ bucket, memberId, id })),
  );
  const issued = await issuedAmong(ctx, keys);
  const rewardIds = [...new Set(issued.flatMap(({ rewardId }) => (rewardId === null ? [] : [rewardId])))].sort();
  for (const rewardId of rewardIds) await lockStock(ctx, rewardId);
}

function restOf({ basket }: SessionRow, gone: readonly number[]): ReturnedLine[] {
  return basket.lines.flatMap(({ quantityThousandths }, line) => {
    const left = quantityThousandths - (gone[line] ?? 0);
    return left > 0 ? [{ line, quantityThousandths: left }] : [];
  });
}

function refusalOf({ reason, line }: Extract<ReturnBill, { ok: false }>): Refusal {
  const words = {
    unknown_line: `The basket has no line ${line}.`,
    more_than_sold: `More of line ${line} would come back than was sold and not returned yet.`,
    nothing_returned: `Nothing of line ${line} would come back.`,
  } as const;
  return new Refusal("invalid", words[reason], { field: "lines" });
}

function returnOf(
  session: SessionRow,
  asked: Returning,
  lines: readonly ReturnedLine[],
): ReturnType<typeof incomingActivity> {
  const { source, document: sale, memberId, basket } = session;
  const { document, part, reason, home } = asked;
  const { redeemsAs: _, lines: __, points: ___, ...place } = basket;
  const told = {
    source,
    document,
    ...(part === "" ? {} : { part }),
    member: { id: toTypeId("mem", memberId) },
    kind: "return" as const,
    ...place,
    purchase: { source, document: sale },
    returned: lines.map((it) => ({ ...it })),
    ...(reason === null ? {} : { attributes: { reason } }),
  };
  return incomingActivity(told, memberId, home);
}

type Back = Readonly<{ points: readonly number[]; isComplete: boolean; tenant: Tenant; doer: Doer | null }>;

/**
 * `points` by redemption. The member is locked. A reward all of whose points are back has never been; one that cost
 * none can be used again once the whole basket is back.
 */
export async function payBack(
  ctx: Ctx,
  session: SessionRow,
  { points, isComplete, tenant, doer }: Back,
): Promise<void> {
  const applied = session.applied ?? [];
  const parts = applied.map(({ id, points: whole }, at) => ({ id, whole, points: points[at] ?? 0 }));
  const rewards = parts.filter(({ id }) => id !== POINTS);
  const rows = await issuedOf(
    ctx,
    session,
    rewards.map(({ id }) => id),
  );
  const issued = new Map(rows.map((row) => [row.id, row]));
  const paid = parts.filter((part) => part.points > 0);
  const requests = paid.map(({ id, points: part }): [string, MovementRequest] => {
    const spendId = id === POINTS ? session.spendId : spendOf(issued.get(id));
    if (spendId === null) throw new Error(`nothing has paid for ${id} of session ${session.id}`);
    const paidFor = id === POINTS ? session.id : id;
    return [newId(ctx.now, session.bucket), { kind: "spend_reversal", spendId, points: part, paidFor }];
  });
  if (requests.length > 0) await move(ctx, session, tenant, requests);
  noteDeeds(ctx, doer, await deedsOf(ctx, session, { paid, issued }));
  const ofRewards = paid.filter(({ id }) => id !== POINTS);
  if (ofRewards.length > 0) ctx.later(saveReturnedPoints(ctx, session, ofRewards));
  for (const { id, whole, points: part } of ofRewards) {
    const reward = issued.get(id);
    const rewardId = reward?.rewardId ?? null;
    if (rewardId !== null && (reward?.returnedPoints ?? 0) + part === whole) ctx.later(putPieceBack(ctx, rewardId));
  }
  // What nobody paid for is back itself, or it would be lost.
  if (isComplete && rewards.length > 0) ctx.later(freeUnpaid(ctx, { ...session, sessionId: session.id }));
}

type Paid = Readonly<{
  paid: readonly Readonly<{ id: string; points: number }>[];
  issued: ReadonlyMap<string, IssuedRow>;
}>;

/** What the shift in which it is done has given back. */
async function deedsOf(ctx: Ctx, session: SessionRow, { paid, issued }: Paid): Promise<Noted[]> {
  if (paid.length === 0) return [];
  const types = await pointsTypesOf(ctx);
  const typeOf = (id: string): number | undefined => {
    const origin = issued.get(id)?.origin;
    if (origin?.source === "points") return origin.pointsType;
    return types.find(({ code }) => code === session.basket.points?.pointsType)?.pointsType;
  };
  const { memberId } = session;
  return paid.flatMap(({ id, points: part }): Noted[] => {
    const [type, aboutId] = [typeOf(id), id === POINTS ? session.id : id];
    return type === undefined ? [] : [{ memberId, aboutId, kind: "given_back", points: { type, points: -part } }];
  });
}

/** A session says where it sold, whoever did. */
export function doerIn(doer: Doer | null, { basket }: Pick<SessionRow, "basket">, { catalog }: Home): Doer | null {
  if (doer === null || basket.location === undefined) return doer;
  return { ...doer, locationId: catalog.location(basket.location)?.id ?? doer.locationId };
}

function spendOf(reward: IssuedRow | undefined): string | null {
  return reward?.origin.source === "points" ? reward.origin.spendId : null;
}

function resultOf(
  back: Extract<ReturnBill, { ok: true }>,
  lines: readonly ReturnedLine[],
  { points, row }: { points: ReturnResult["points"]; row: Parameters<typeof earnedBy>[0] },
): ReturnResult {
  const nothing = { grossMinor: 0, netMinor: 0, taxMinor: 0 };
  const together = Map.groupBy(lines, ({ line }) => line);
  return {
    moneyMinor: back.moneyMinor,
    lines: [...together].map(([line, parts]) => ({
      line,
      quantityThousandths: parts.reduce((sum, it) => sum + it.quantityThousandths, 0),
      ...(back.lines[line] ?? { money: nothing, worth: nothing }),
    })),
    points,
    earned: earnedBy(row),
    shortfalls: resultFrom(row.awards).shortfalls,
  };
}
