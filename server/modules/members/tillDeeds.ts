// What was done for a member by hand, at a till or by a person of the staff: noted with it, in its transaction, for the
// report of their shift. What a shop's own software does is nobody's shift.
import type { Ctx } from "../../platform/database/transaction.ts";
import type { Caller } from "../../platform/http/keyCache.ts";
import { type Deed, insertDeeds } from "./store/tillDeeds.ts";

export { type Deed, type DeedSum, listUndone, sumDeeds } from "./store/tillDeeds.ts";

/** Who did it, and where: a person's session stands nowhere. */
export type Doer = Pick<Deed, "actor" | "locationId">;

/** Null where it is nobody's shift. */
export function doerOf({ actor, till, staff }: Caller): Doer | null {
  if (till === undefined && staff === undefined) return null;
  return { actor, locationId: till?.locationId ?? null };
}

export type Noted = Pick<Deed, "memberId" | "kind" | "aboutId"> & Partial<Pick<Deed, "points" | "reason" | "at">>;

export type Shift = Readonly<{ doer: Doer | null; deeds: readonly Noted[] }>;

/** It travels with the end of the transaction that did it. */
export function noteDeeds(ctx: Ctx, doer: Doer | null, deeds: readonly Noted[]): void {
  noteShifts(ctx, [{ doer, deeds }]);
}

/** The same of many, by one statement. */
export function noteShifts(ctx: Ctx, shifts: readonly Shift[]): void {
  const noted = shifts.flatMap(({ doer, deeds }) =>
    doer === null ? [] : deeds.map((deed) => ({ points: null, reason: null, at: ctx.now, ...deed, ...doer })),
  );
  if (noted.length > 0) ctx.later(insertDeeds(ctx, noted));
}
