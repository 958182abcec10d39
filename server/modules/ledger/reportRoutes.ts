// What the ledger amounts to for the whole tenant. Sums over everybody: asked by people and month-ends, not by tills.
import { LiabilityReport, ReconciliationQuery, ReconciliationReport } from "@fedele/sdk/schemas/report.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import type { App } from "../../platform/http.ts";
import type { Parts } from "../../platform/parts.ts";
import { readLiability } from "./liability.ts";
import { reconcile } from "./reconciliation.ts";
import { toLiability, toReconciliation } from "./replies.ts";

export function reportRoutes(app: App, { db }: Pick<Parts, "db">): void {
  app.get(
    "/v1/reports/liability",
    operation({
      id: "reportLiability",
      tag: "ledger",
      summary: "The points that are outstanding",
      description:
        "By points type, right at this moment: points whose date is over are not outstanding, whether or not their " +
        "expiry has been booked. It sums every wallet of the tenant; ask for it daily rather than for every page.",
      scope: "ledger:read",
      ok: LiabilityReport,
    }),
    async (request) => {
      const { timezone } = request.caller.tenant;
      const items = await inTransaction(db, who(request), (ctx) => readLiability(ctx, timezone));
      return { at: new Date(request.now).toISOString(), items: items.map(toLiability) };
    },
  );

  app.get(
    "/v1/reports/reconciliation",
    operation({
      id: "reportReconciliation",
      tag: "ledger",
      summary: "From the points at the beginning of a period to those at its end",
      description:
        "By points type and partner, as it was booked: a purchase that was told late belongs to the day on which we " +
        "heard of it, so that a period that is over never changes. An expiry counts when it is booked, which may be " +
        "a little after its date. It sums every entry of the tenant; ask for it daily rather than for every page.",
      scope: "ledger:read",
      query: ReconciliationQuery,
      ok: ReconciliationReport,
    }),
    async (request) => {
      const period = { ...request.query, zone: request.caller.tenant.timezone };
      const items = await inTransaction(db, who(request), (ctx) => reconcile(ctx, period));
      return { items: items.map(toReconciliation) };
    },
  );
}
