// How the programme ends.
import { Closure } from "@fedele/sdk/schemas/programme.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import type { Parts } from "../../platform/parts.ts";
import { closeProgramme, reopenProgramme } from "./closure.ts";
import type { Closure as Closing } from "./store/programmes.ts";

const tag = "programme";

export function closureRoutes(app: App, { db }: Pick<Parts, "db">): void {
  app.put(
    "/v1/programme/closure",
    operation({
      id: "closeProgramme",
      tag,
      summary: "End the programme on a day that is told ahead",
      description:
        "Points end then at the latest, in every wallet, statement and report, from the moment of this decision. It " +
        "can be moved and taken back as long as the points have not ended.",
      scope: "programme:write",
      body: Closure,
      ok: Closure,
      refuses: ["conflict"],
    }),
    async (request) => {
      const { timezone } = request.caller.tenant;
      const earningEndsAt = Date.parse(request.body.earningEndsAt);
      const pointsEndAt = Date.parse(request.body.pointsEndAt);
      return inTransaction(db, who(request), async (ctx) =>
        toClosure(await closeProgramme(ctx, { earningEndsAt, pointsEndAt }, timezone)),
      );
    },
  );

  app.delete(
    "/v1/programme/closure",
    operation({
      id: "reopenProgramme",
      tag,
      summary: "Let the programme go on after all",
      scope: "programme:write",
      noContent: true,
      refuses: ["conflict"],
    }),
    async (request, reply) => {
      const { timezone } = request.caller.tenant;
      await inTransaction(db, who(request), (ctx) => reopenProgramme(ctx, timezone));
      return reply.code(status.noContent).send(null);
    },
  );
}

export function toClosure({ earningEndsAt, pointsEndAt }: Closing) {
  return { earningEndsAt: new Date(earningEndsAt).toISOString(), pointsEndAt: new Date(pointsEndAt).toISOString() };
}
