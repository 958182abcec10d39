// Steps of many sessions in one transaction: each under its key, on its session's lock, with an outcome of its own. No
// session is in a batch twice.
import { type Claim, claimKeys, usedForAnother } from "../../platform/idempotency.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { outcomeOf, Refusal } from "../../platform/refusal.ts";
import { type PointsType, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { found, releaseRefused, type SessionRow, type Told, today } from "./checkoutSessions.ts";
import { lockSessions } from "./store/checkoutSessions.ts";

/** `id` is that of the session, `actor` whoever asks. */
export type Asked = Readonly<{ claim: Claim; id: string; actor: string }>;

export type Step<A extends Asked> = Readonly<{ asked: A; session: SessionRow }>;

/** Does what is asked for the first time, all of it together; a repeat hears how the session stands. */
export async function takeSteps<A extends Asked>(
  ctx: LaneCtx,
  asked: readonly A[],
  act: (steps: readonly Step<A>[], types: readonly PointsType[]) => Promise<(SessionRow | Refusal)[]>,
): Promise<(Told | Refusal)[]> {
  const ids = [...new Set(asked.map(({ id }) => id))];
  if (ids.length < asked.length) throw new Error("two steps of one session are in one batch");
  const claiming = claimKeys(
    ctx,
    asked.map(({ claim }) => claim),
  );
  const [claims, rows, types] = await Promise.all([claiming, lockSessions(ctx, ids), pointsTypesOf(ctx)]);
  const sessions = new Map(rows.map((row) => [row.id, row]));

  const fresh = asked.flatMap((step, at) => {
    const session = sessions.get(step.id);
    return claims[at]?.state === "fresh" && session !== undefined ? [{ asked: step, session }] : [];
  });
  const taken = fresh.length === 0 ? [] : await act(fresh, types);
  const outcomeFor = new Map(fresh.map(({ session }, at) => [session.id, taken[at]]));

  const outcomes = asked.map(({ id }, at) => {
    const [claim, outcome] = [claims[at], outcomeFor.get(id)];
    if (claim?.state === "conflict") return usedForAnother();
    if (outcome instanceof Refusal) return outcome;
    return outcomeOf((): Told => {
      const session = outcome ?? today(ctx, found(sessions.get(id)));
      return { session, types, isReplay: claim?.state === "replay" };
    });
  });
  releaseRefused(ctx, asked, claims, outcomes);
  return outcomes;
}

/** What is left to do of the steps, and what is not: refused, or done before. In the order of the steps. */
export async function doEach<A extends Asked>(
  steps: readonly Step<A>[],
  judge: (step: Step<A>) => "do" | "done",
  act: (todo: readonly Step<A>[]) => Promise<(SessionRow | Refusal)[]>,
): Promise<(SessionRow | Refusal)[]> {
  const judged = steps.map((step) => outcomeOf(() => judge(step)));
  const todo = steps.filter((_, at) => judged[at] === "do");
  const done = todo.length === 0 ? [] : await act(todo);
  const outcomeFor = new Map(todo.map(({ session }, at) => [session.id, done[at]]));
  return steps.map(({ session }, at) => {
    const verdict = judged[at];
    return verdict instanceof Refusal ? verdict : (outcomeFor.get(session.id) ?? session);
  });
}
