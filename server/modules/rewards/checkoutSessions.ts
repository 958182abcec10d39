// Checkout sessions: a basket that is opened, changed and priced as often as one likes. Nothing is held and nothing is
// moved before it is reserved (checkoutReservations.ts), and nothing is sold before it is committed (checkoutSales.ts).
import { isDeepStrictEqual } from "node:util";
import { type SessionAct, type SessionStep, sessionStatusAt, stepOf } from "@fedele/core/checkout.ts";
import type { Evaluation } from "@fedele/core/evaluation.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import { walletsOf } from "../ledger/statements.ts";
import { getFacts } from "../members/facts.ts";
import { evaluateActivities } from "../programme/evaluations.ts";
import {
  basketFrom,
  type Home,
  type NotUsed,
  POINTS,
  type Priced,
  priced,
  purchaseOf,
  type ToldBasket,
} from "./checkoutBaskets.ts";
import { nothingHeld, release } from "./checkoutHolds.ts";
import { findSession, insertSession, lockSession, type SessionRow, saveSession } from "./store/checkoutSessions.ts";

export type { SessionRow } from "./store/checkoutSessions.ts";

export type SessionKey = Readonly<{ bucket: number; memberId: string; id: string }>;

type Opening = Readonly<{ source: string; document: string; basket: ToldBasket; home: Home }>;

export async function openSession(
  ctx: Ctx,
  key: SessionKey,
  { source, document, ...asked }: Opening,
): Promise<SessionRow> {
  const { basket, rewards } = basketFrom(asked.basket);
  const session: SessionRow = {
    ...key,
    source,
    document,
    version: 1,
    status: "open",
    basket,
    rewards,
    ...nothingHeld,
    activityId: null,
    earned: null,
    givenBack: null,
    createdAt: ctx.now,
    changedAt: ctx.now,
  };
  await getFacts(ctx, key);
  await refuseWrong(ctx, session, asked.home);
  await insertSession(ctx, session);
  return session;
}

/** A place, a product or a points type that nobody knows is said now, and not when the member has paid. */
async function refuseWrong(ctx: Ctx, session: SessionRow, home: Home): Promise<void> {
  const { bill } = await priced(ctx, session);
  purchaseOf(session, bill, home);
}

/** The basket is another one now; what it held before is free again. The same change twice is made once. */
export async function changeBasket(
  ctx: Ctx,
  id: string,
  asked: { version: number; basket: ToldBasket; home: Home },
): Promise<SessionRow> {
  const session = await lockedSession(ctx, id);
  const { basket, rewards } = basketFrom(asked.basket);
  const isMade =
    session.version === asked.version + 1 && isDeepStrictEqual([session.basket, session.rewards], [basket, rewards]);
  if (isMade) return session;
  stepFor(session, "change");
  refuseOldVersion(session, asked.version);
  const version = session.version + 1;
  const changed: SessionRow = {
    ...session,
    version,
    basket,
    rewards,
    status: "open",
    ...nothingHeld,
    changedAt: ctx.now,
  };
  await refuseWrong(ctx, changed, asked.home);

  await release(ctx, session, asked.home.tenant);
  ctx.later(saveSession(ctx, changed));
  return changed;
}

export type EvaluatedSession = Priced & Pick<Evaluation, "awards"> & Readonly<{ version: number; pointsType: string }>;

/** What the basket costs and would earn at this moment; nothing is written. */
export async function evaluateSession(ctx: Ctx, id: string, home: Home): Promise<EvaluatedSession> {
  const session = await getSession(ctx, id);
  if (session.status !== "open" && session.status !== "reserved") throw over(session);
  const { bill, notUsed } = await priced(ctx, session);
  const { activity } = purchaseOf(session, bill, home);
  const member = { bucket: session.bucket, memberId: session.memberId };
  const asked = { member, activity, explains: "nothing", tenant: home.tenant } as const;
  const [poor, [evaluated]] = await Promise.all([
    isTooPoor(ctx, session, { bill, home }),
    evaluateActivities(ctx, [asked]),
  ]);
  if (evaluated instanceof Refusal) throw evaluated;
  const pointsType = session.basket.points?.pointsType ?? "";
  return {
    version: session.version,
    bill,
    notUsed: [...notUsed, ...poor],
    awards: evaluated?.awards ?? [],
    pointsType,
  };
}

async function isTooPoor(
  ctx: Ctx,
  session: SessionRow,
  { bill, home }: { bill: Priced["bill"]; home: Home },
): Promise<NotUsed[]> {
  const used = bill.applied.find(({ id }) => id === POINTS);
  if (used === undefined || session.status === "reserved") return [];
  const wallets = await walletsOf(ctx, { ...session, zone: home.tenant.timezone });
  const wallet = wallets.find(({ type }) => type.code === session.basket.points?.pointsType);
  return (wallet?.balance.spendable ?? 0) >= used.points ? [] : [{ id: POINTS, why: "not_enough_points" }];
}

/** Right by date: no job needs to have said that a reservation is over. */
export async function getSession(ctx: Ctx, id: string): Promise<SessionRow> {
  return today(ctx, known(await findSession(ctx, id)));
}

/** The same with the lock on all that the session does. `status` is as it was last written. */
export async function lockedSession(ctx: Ctx, id: string): Promise<SessionRow> {
  return known(await lockSession(ctx, id));
}

function known(session: SessionRow | null): SessionRow {
  if (session === null) throw new Refusal("not_found", "There is no such checkout session.");
  return session;
}

export function today(ctx: Ctx, session: SessionRow): SessionRow {
  const status = sessionStatusAt(session.status, session.reservedUntil, ctx.now);
  return status === session.status ? session : { ...session, status, reservedUntil: null, applied: null };
}

/** Whether the step is to be done or has been; refuses what cannot be. */
export function stepFor(session: SessionRow, act: SessionAct, nowMs?: number): Exclude<SessionStep, null> {
  const status = nowMs === undefined ? session.status : sessionStatusAt(session.status, session.reservedUntil, nowMs);
  const step = stepOf(status, act);
  if (step === null) throw over({ ...session, status });
  return step;
}

function over({ status }: Pick<SessionRow, "status">): Refusal {
  const words = {
    open: "is not reserved, or its reservation is over; reserve it again",
    reserved: "is reserved",
    committed: "has been committed",
    partly_returned: "has been committed, and came back in part",
    returned: "has come back",
    cancelled: "has been cancelled",
  } as const;
  return new Refusal("conflict", `This checkout session ${words[status]}.`);
}

/** Who saw another basket must not hold or sell this one. */
export function refuseOldVersion({ version }: SessionRow, seen: number): void {
  if (version === seen) return;
  throw new Refusal("conflict", `The basket is at version ${version}, not ${seen}; read it again.`, {
    field: "version",
  });
}
