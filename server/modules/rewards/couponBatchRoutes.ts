// Batches of coupons: made, brought in, looked at, ended. Only those who may change rewards see why a code is no good.
import {
  CouponBatch,
  CouponBatchPage,
  CouponBatchPageQuery,
  CouponBatchPath,
  MadeCouponBatch,
  NewCouponBatch,
} from "@fedele/sdk/schemas/coupon.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, newId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { addCoupons, endBatch, getBatch, getBatchWithUses, listBatches, madeCoupons } from "./couponBatches.ts";
import { toBatch, toMadeBatch } from "./replies.ts";

const tag = "coupons";

type Ground = Pick<Parts, "db" | "sealer">;

export function couponBatchRoutes(app: App, { db, sealer }: Ground): void {
  app.post(
    "/v1/coupon-batches",
    operation({
      id: "addCouponBatch",
      audited: true,
      tag,
      summary: "Make coupons, or bring codes in",
      description: "The codes that were made are shown in this answer, and never again but to the same request.",
      scope: "rewards:write",
      idempotent: true,
      body: NewCouponBatch,
      ok: MadeCouponBatch,
      created: MadeCouponBatch,
      refuses: ["not_found"],
    }),
    async (request, reply) => {
      const { tenant } = request.caller;
      const asked = request.body;
      return inTransaction(db, who(request), async (ctx) => {
        const home = { tenant, keys: await sealer.keysOf(ctx) };
        const id = newId(ctx.now, 0);
        const claimed = await claimKey(ctx, claimOf(request, home.keys, id));
        const isFresh = claimed.state === "fresh";
        const batch = isFresh ? await addCoupons(ctx, id, asked, home) : await getBatch(ctx, claimed.resourceId);
        const made = await madeCoupons(ctx, batch, asked, home);
        reply.code(isFresh ? status.created : status.ok);
        return toMadeBatch(batch, made);
      });
    },
  );
}

export function couponBatchReadRoutes(app: App, { db }: Pick<Ground, "db">): void {
  app.get(
    "/v1/coupon-batches",
    operation({
      id: "listCouponBatches",
      tag,
      summary: "The batches of coupons, latest first",
      scope: "rewards:write",
      query: CouponBatchPageQuery,
      ok: CouponBatchPage,
    }),
    async (request) => {
      const page = pageStart(request.query, oneId);
      return inTransaction(db, who(request), async (ctx) => {
        const batches = await listBatches(ctx, { before: page.after ?? null, limit: page.fetch });
        return pageOf(batches, page.limit, { item: toBatch, key: ({ id }) => [id] });
      });
    },
  );

  app.get(
    "/v1/coupon-batches/:batchId",
    operation({
      id: "getCouponBatch",
      tag,
      summary: "One batch of coupons: its terms, and how often it was used",
      scope: "rewards:write",
      params: CouponBatchPath,
      ok: CouponBatch,
    }),
    async (request) => {
      const id = fromTypeId("cpb", request.params.batchId);
      const { tenant } = request.caller;
      return inTransaction(db, who(request), async (ctx) => {
        const batch = await getBatchWithUses(ctx, id, tenant);
        return { ...toBatch(batch), uses: batch.uses };
      });
    },
  );

  app.delete(
    "/v1/coupon-batches/:batchId",
    operation({
      id: "endCouponBatch",
      audited: true,
      tag,
      summary: "End a batch of coupons",
      description: "None of its codes can be used from now on. What members have claimed stays good.",
      scope: "rewards:write",
      params: CouponBatchPath,
      noContent: true,
    }),
    async (request, reply) => {
      const id = fromTypeId("cpb", request.params.batchId);
      await inTransaction(db, who(request), (ctx) => endBatch(ctx, id));
      return reply.code(status.noContent).send();
    },
  );
}
