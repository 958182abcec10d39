// What baskets cost and would earn at this moment; nothing is written.
import type { Evaluation } from "@fedele/core/evaluation.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { outcomeOf, Refusal } from "../../platform/refusal.ts";
import { type PointsType, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { type Evaluated, evaluateActivities } from "../programme/evaluations.ts";
import { type Home, meansOf, type NotUsed, POINTS, type Priced, priced, purchaseOf } from "./checkoutBaskets.ts";
import { found, over, type SessionRow, today } from "./checkoutSessions.ts";
import { findSessions } from "./store/checkoutSessions.ts";

export type EvaluatedSession = Priced &
  Pick<Evaluation, "awards"> &
  Readonly<{ version: number; pointsType: string; types: readonly PointsType[] }>;

export type AskedSession = Readonly<{ id: string; home: Home }>;

/** For many tills at once. */
export async function evaluateSessions(
  ctx: Ctx,
  asked: readonly AskedSession[],
): Promise<(EvaluatedSession | Refusal)[]> {
  const ids = [...new Set(asked.map(({ id }) => id))];
  const [rows, types] = await Promise.all([findSessions(ctx, ids), pointsTypesOf(ctx)]);
  const sessions = new Map(rows.map((row) => [row.id, row]));
  const means = await meansOf(ctx, rows, types);
  const baskets = asked.map(({ id, home }) =>
    outcomeOf(() => {
      const session = today(ctx, found(sessions.get(id)));
      if (session.status !== "open" && session.status !== "reserved") throw over(session);
      const { bill, notUsed } = priced(session, means);
      const { activity } = purchaseOf(session, bill, home);
      const member = { bucket: session.bucket, memberId: session.memberId };
      return {
        session,
        bill,
        notUsed,
        question: { member, activity, explains: "nothing", tenant: home.tenant } as const,
      };
    }),
  );
  const questions = baskets.flatMap((basket) => (basket instanceof Refusal ? [] : [basket.question]));
  const evaluated = questions.length === 0 ? [] : await evaluateActivities(ctx, questions, types);
  const answers = new Map(questions.map((question, at) => [question, evaluated[at]]));
  return baskets.map((basket) => {
    if (basket instanceof Refusal) return basket;
    const { session, bill, notUsed, question } = basket;
    const answer = answers.get(question);
    if (answer === undefined || answer instanceof Refusal)
      return answer ?? new Refusal("not_found", "Nobody is there.");
    return {
      version: session.version,
      bill,
      notUsed: [...notUsed, ...tooPoor(session, bill, answer)],
      awards: answer.awards,
      pointsType: session.basket.points?.pointsType ?? "",
      types,
    };
  });
}

function tooPoor(session: SessionRow, bill: Priced["bill"], { wallets }: Evaluated): NotUsed[] {
  const used = bill.applied.find(({ id }) => id === POINTS);
  if (used === undefined || session.status === "reserved") return [];
  const wallet = wallets.find(({ type }) => type.code === session.basket.points?.pointsType);
  return (wallet?.balance.spendable ?? 0) >= used.points ? [] : [{ id: POINTS, why: "not_enough_points" }];
}
