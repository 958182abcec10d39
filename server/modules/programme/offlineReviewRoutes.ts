// Sales of tills that somebody looks at and decides about.
import {
  NewDecision,
  OfflineSalePath,
  ReviewedSale,
  ReviewedSaleDetail,
  ReviewedSalePage,
  ReviewedSalesQuery,
} from "@fedele/sdk/schemas/offlineSale.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import type { App } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId } from "../../platform/ids.ts";
import { toReviewedSale } from "./offlineReplies.ts";
import { decideOfflineSale, getOfflineSale, openedSale } from "./offlineReviews.ts";
import type { ProgrammeParts } from "./routes.ts";
import { listReviewed } from "./store/offlineSales.ts";

const tag = "activities";

export function offlineReviewRoutes(app: App, parts: ProgrammeParts): void {
  reading(app, parts);
  deciding(app, parts);
}

function reading(app: App, { db, sealer }: ProgrammeParts): void {
  app.get(
    "/v1/offline-sales",
    operation({
      id: "listOfflineSales",
      tag,
      summary: "Sales that were made offline and that somebody should look at, or has, latest first",
      scope: "activities:read",
      query: ReviewedSalesQuery,
      ok: ReviewedSalePage,
    }),
    async (request) => {
      const page = pageStart(request.query, oneId);
      const { waiting = false } = request.query;
      return inTransaction(db, who(request), async (ctx) => {
        const rows = await listReviewed(ctx, { before: page.after ?? null, limit: page.fetch, waiting });
        return pageOf(rows, page.limit, { item: toReviewedSale, key: ({ id }) => [id] });
      });
    },
  );

  app.get(
    "/v1/offline-sales/:offlineSaleId",
    operation({
      id: "getOfflineSale",
      tag,
      summary: "One sale that was made offline, with what was sold while it waits",
      scope: "members:read",
      params: OfflineSalePath,
      ok: ReviewedSaleDetail,
    }),
    async (request) => {
      const id = fromTypeId("ofs", request.params.offlineSaleId);
      return inTransaction(db, who(request), async (ctx) => {
        const row = await getOfflineSale(ctx, id);
        const told = await openedSale(ctx, sealer, row);
        return { ...toReviewedSale(row), ...(told === null ? {} : { activity: told.sale.activity }) };
      });
    },
  );
}

function deciding(app: App, { db, sealer, catalogs }: ProgrammeParts): void {
  app.post(
    "/v1/offline-sales/:offlineSaleId/decision",
    operation({
      id: "decideOfflineSale",
      tag,
      summary: "Decide about a sale that was made offline",
      description: "Accepted, it is booked as of when it happened, and what its member did not have is owed.",
      scope: "adjustments:write",
      idempotent: true,
      params: OfflineSalePath,
      body: NewDecision,
      ok: ReviewedSale,
    }),
    async (request) => {
      const id = fromTypeId("ofs", request.params.offlineSaleId);
      const { tenant } = request.caller;
      const home = { tenant, catalog: await catalogs.of(tenant.id), now: request.now, sealer };
      const { decision } = request.body;
      return inTransaction(db, who(request), async (ctx) => {
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toReviewedSale(await getOfflineSale(ctx, id));
        return toReviewedSale(await decideOfflineSale(ctx, id, { decision, home }));
      });
    },
  );
}
