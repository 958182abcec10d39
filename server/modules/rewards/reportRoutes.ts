// What the programme costs its owner: it needs the ledger's points and what rewards took off.
import { CostReport } from "@fedele/sdk/schemas/report.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import type { App } from "../../platform/http.ts";
import type { Parts } from "../../platform/parts.ts";
import { readCost } from "./cost.ts";
import { toCost } from "./replies.ts";

export function costRoutes(app: App, { db }: Pick<Parts, "db">): void {
  app.get(
    "/v1/reports/cost",
    operation({
      id: "reportCost",
      tag: "rewards",
      summary: "What the programme costs",
      description:
        "The points that are outstanding, at the face value that their type has now, and the money that rewards used " +
        "this month took off. It sums every wallet of the tenant; ask for it daily rather than for every page.",
      scope: "ledger:read",
      ok: CostReport,
    }),
    async (request) => {
      const { tenant } = request.caller;
      const cost = await inTransaction(db, who(request), (ctx) => readCost(ctx, tenant));
      return toCost(cost, { at: request.now, currency: tenant.currency });
    },
  );
}
