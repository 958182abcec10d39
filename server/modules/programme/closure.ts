// How a programme ends without a quarrel: it stops giving on a day that is told ahead, what was earned can be used for
// some time more, then it is gone, and nothing is owed to anybody.
import type { Ctx } from "../../platform/database/transaction.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { SweepParts } from "../../platform/sweeping.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { endPoints, resumePoints } from "../ledger/endings.ts";
import { type Closure, findProgramme, saveClosure } from "./store/programmes.ts";

/** Between the last day of earning and the end of the points: enough to come by once more. */
export const RUN_DOWN_DAYS_MIN = 30;
const DAY_MS = 86_400_000;

/** Decides the end, or moves it as long as it has not come. */
export async function closeProgramme(ctx: Ctx, closure: Closure, zone: string): Promise<Closure> {
  const { closure: before } = await findProgramme(ctx);
  refuseOver(ctx, before);
  if (closure.earningEndsAt < ctx.now && closure.earningEndsAt !== before?.earningEndsAt) {
    throw new Refusal("invalid", "The end of earning must lie ahead: members are told before, not after.", {
      field: "earningEndsAt",
    });
  }
  if (closure.pointsEndAt < closure.earningEndsAt + RUN_DOWN_DAYS_MIN * DAY_MS) {
    throw new Refusal("invalid", `Members need at least ${RUN_DOWN_DAYS_MIN} days to use what they have.`, {
      field: "pointsEndAt",
    });
  }
  await saveClosure(ctx, closure);
  if (before !== null && before.pointsEndAt < closure.pointsEndAt) await resumePoints(ctx, zone);
  await endPoints(ctx, closure.pointsEndAt);
  return closure;
}

/** The programme goes on after all, and its points by their own terms. */
export async function reopenProgramme(ctx: Ctx, zone: string): Promise<void> {
  const { closure } = await findProgramme(ctx);
  if (closure === null) return;
  refuseOver(ctx, closure);
  await saveClosure(ctx, null);
  await resumePoints(ctx, zone);
}

function refuseOver({ now }: Ctx, closure: Closure | null): void {
  if (closure === null || closure.pointsEndAt > now) return;
  throw new Refusal("conflict", "The programme has ended, and its points with it. Start another one.");
}

/** Cuts again what somebody wrote by older terms in the moment of the decision. Twice does it once. */
export async function sweepClosures({ db, clock }: SweepParts, tenants: readonly Tenant[]): Promise<number> {
  let closing = 0;
  for (const { id: tenantId, clockOffsetMs } of tenants) {
    const who = { tenantId, now: clock.now() + clockOffsetMs, actor: "system" };
    await inTransaction(db, who, async (ctx) => {
      const { closure } = await findProgramme(ctx);
      if (closure === null) return;
      await endPoints(ctx, closure.pointsEndAt);
      closing += 1;
    });
  }
  return closing;
}
