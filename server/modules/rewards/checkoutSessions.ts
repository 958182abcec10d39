// Checkout sessions: a basket that is opened, changed and priced as often as one likes. Nothing is held and nothing is
// moved before it is reserved (checkoutReservations.ts), and nothing is sold before it is committed (checkoutSales.ts).
import { isDeepStrictEqual } from "node:util";
import { type SessionAct, type SessionStep, sessionStatusAt, stepOf } from "@fedele/core/checkout.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { type Claim, type Claimed, claimKeys, releaseKeys, usedForAnother } from "../../platform/idempotency.ts";
import { outcomeOf, Refusal, successesIn } from "../../platform/refusal.ts";
import type { PointsType } from "../ledger/pointsTypes.ts";
import { findKnown } from "../members/facts.ts";
import { noSuchMember } from "../members/members.ts";
import { basketFrom, type Home, type Means, meansOf, priced, purchaseOf, type ToldBasket } from "./checkoutBaskets.ts";
import { nothingHeld, release } from "./checkoutHolds.ts";
import { findSessions, insertSessions, lockSessions, type SessionRow, saveSessions } from "./store/checkoutSessions.ts";

export type { SessionRow } from "./store/checkoutSessions.ts";

export type SessionKey = Readonly<{ bucket: number; memberId: string; id: string }>;

/** A session that is asked for under a key; `claim` names its id. */
export type Opening = SessionKey &
  Readonly<{ claim: Claim; source: string; document: string; basket: ToldBasket; home: Home }>;

/** How a session stands, with the words for its points, and whether the answer is one that was given before. */
export type Told = Readonly<{ session: SessionRow; types: readonly PointsType[]; isReplay: boolean }>;

/** Opens sessions of many members. The same key twice gives the same session. */
export async function openSessions(ctx: Ctx, asked: readonly Opening[]): Promise<(Told | Refusal)[]> {
  const drafts = asked.map((opening) => outcomeOf(() => draftOf(ctx, opening)));
  const read = successesIn(drafts);
  const claiming = claimKeys(
    ctx,
    asked.map(({ claim }) => claim),
  );
  const [claims, known, means] = await Promise.all([claiming, findKnown(ctx, asked), meansOf(ctx, read)]);
  const before = claims.flatMap((claim) => (claim.state === "replay" ? [claim.resourceId] : []));
  const opened = new Map(before.length === 0 ? [] : (await findSessions(ctx, before)).map((row) => [row.id, row]));

  const made: SessionRow[] = [];
  const outcomes = asked.map(({ memberId, home }, at) => {
    const [claim, draft] = [claims[at], drafts[at]];
    return outcomeOf((): Told => {
      if (claim?.state === "replay") {
        return { session: today(ctx, found(opened.get(claim.resourceId))), types: means.types, isReplay: true };
      }
      if (claim?.state !== "fresh") throw usedForAnother();
      if (draft === undefined || draft instanceof Refusal) throw draft ?? new Error("nothing was asked for");
      if (!known.has(memberId)) throw noSuchMember();
      refuseWrong(draft, means, home);
      made.push(draft);
      return { session: draft, types: means.types, isReplay: false };
    });
  });

  if (made.length > 0) ctx.later(insertSessions(ctx, made));
  releaseRefused(ctx, asked, claims, outcomes);
  return outcomes;
}

function draftOf(ctx: Ctx, { bucket, memberId, id, source, document, ...asked }: Opening): SessionRow {
  const { basket, rewards } = basketFrom(asked.basket);
  return {
    ...{ bucket, memberId, id, source, document, basket, rewards },
    version: 1,
    status: "open",
    ...nothingHeld,
    activityId: null,
    earned: null,
    givenBack: null,
    createdAt: ctx.now,
    changedAt: ctx.now,
  };
}

/** Whoever was refused within a batch may ask again under the same key. */
export function releaseRefused(
  ctx: Ctx,
  asked: readonly Readonly<{ claim: Claim }>[],
  claims: readonly Claimed[],
  outcomes: readonly unknown[],
): void {
  const refused = asked.filter((_, at) => claims[at]?.state === "fresh" && outcomes[at] instanceof Refusal);
  if (refused.length === 0) return;
  ctx.later(
    releaseKeys(
      ctx,
      refused.map(({ claim }) => claim),
    ),
  );
}

/** A place, a product or a points type that nobody knows is said now, and not when the member has paid. */
function refuseWrong(session: SessionRow, means: Means, home: Home): void {
  const { bill } = priced(session, means);
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
  refuseWrong(changed, await meansOf(ctx, [changed]), asked.home);

  await release(ctx, session, asked.home.tenant);
  ctx.later(saveSessions(ctx, [changed]));
  return changed;
}

/** Right by date: no job needs to have said that a reservation is over. */
export async function getSession(ctx: Ctx, id: string): Promise<SessionRow> {
  const [session] = await findSessions(ctx, [id]);
  return today(ctx, found(session));
}

/** Refuses a checkout that is another member's, or over. */
export async function refuseOtherCheckout(ctx: Ctx, memberId: string, id: string): Promise<void> {
  const session = await getSession(ctx, id);
  found(session.memberId === memberId ? session : undefined);
  if (session.status !== "open" && session.status !== "reserved") throw over(session);
}

/** The same with the lock on all that the session does. `status` is as it was last written. */
export async function lockedSession(ctx: Ctx, id: string): Promise<SessionRow> {
  const [session] = await lockSessions(ctx, [id]);
  return found(session);
}

export function found(session: SessionRow | undefined): SessionRow {
  if (session === undefined) throw new Refusal("not_found", "There is no such checkout session.");
  return session;
}

export function today(ctx: Pick<Ctx, "now">, session: SessionRow): SessionRow {
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

export function over({ status }: Pick<SessionRow, "status">): Refusal {
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
