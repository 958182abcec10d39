// Adjustments above the limit: read by whoever may, approved or refused by somebody other than who asked.
import { Adjustment } from "@fedele/sdk/schemas/ledger.ts";
import {
  NewRefusal,
  PendingAdjustment,
  PendingAdjustmentPage,
  PendingAdjustmentPath,
  PendingAdjustmentQuery,
} from "@fedele/sdk/schemas/pendingAdjustment.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { bucketWithin, fromTypeId, newId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { memberKeysOf } from "../members/keyring.ts";
import { approvePending, getPending, listPending, type PendingRow, refusePending } from "./pendingAdjustments.ts";
import { codesOf, pointsTypesOf } from "./pointsTypes.ts";
import { type CodeOf, toAdjustment, toPendingAdjustment } from "./replies.ts";
import { getAdjustment } from "./resources.ts";
import { memberOf } from "./routes.ts";
import type { ResourceKey } from "./store/resources.ts";

const tag = "ledger";

type Ground = Pick<Parts, "db" | "sealer">;

export function pendingRoutes(app: App, parts: Ground): void {
  const { db } = parts;
  app.get(
    "/v1/pending-adjustments",
    operation({
      id: "listPendingAdjustments",
      tag,
      summary: "Adjustments that wait, or waited, for a second person, latest first",
      scope: "ledger:read",
      query: PendingAdjustmentQuery,
      ok: PendingAdjustmentPage,
    }),
    async (request) => {
      const { waiting = true, ...paging } = request.query;
      const page = pageStart(paging, oneId);
      const { id, bucketSpan } = request.caller.tenant;
      const buckets = Array.from({ length: bucketSpan }, (_, step) => bucketWithin(id, bucketSpan, step));
      return inTransaction(db, who(request), async (ctx) => {
        const waitingAt = waiting ? ctx.now : null;
        const [types, rows] = await Promise.all([
          pointsTypesOf(ctx),
          listPending(ctx, { before: page.after ?? null, limit: page.fetch, buckets, waitingAt }),
        ]);
        const told = await openedAll(parts, ctx, rows, codesOf(types));
        return pageOf(told, page.limit, { item: ({ reply }) => reply, key: ({ row }) => [row.id] });
      });
    },
  );

  app.get(
    "/v1/members/:memberId/pending-adjustments/:pendingId",
    operation({
      id: "getPendingAdjustment",
      tag,
      summary: "One adjustment that waits, or waited, for a second person",
      scope: "ledger:read",
      params: PendingAdjustmentPath,
      ok: PendingAdjustment,
    }),
    async (request) => {
      const key = keyOf(request.params);
      return inTransaction(db, who(request), async (ctx) => {
        const [types, row] = await Promise.all([pointsTypesOf(ctx), getPending(ctx, key)]);
        return opened(parts, ctx, row, codesOf(types));
      });
    },
  );
}

export function pendingDecisionRoutes(app: App, parts: Ground): void {
  const { db, sealer } = parts;
  app.post(
    "/v1/members/:memberId/pending-adjustments/:pendingId/approval",
    operation({
      id: "approveAdjustment",
      tag,
      summary: "Approve an adjustment that somebody else asked for",
      description: "It is booked at once. Whoever asked for it is refused as forbidden.",
      scope: "adjustments:write",
      idempotent: true,
      params: PendingAdjustmentPath,
      ok: Adjustment,
      created: Adjustment,
    }),
    async (request, reply) => {
      const key = keyOf(request.params);
      const { tenant } = request.caller;
      return inTransaction(db, who(request), async (ctx) => {
        const types = await pointsTypesOf(ctx);
        const id = newId(ctx.now, key.bucket);
        const claim = claimOf(request, await sealer.keysOf(ctx), id);
        const claimed = await claimKey(ctx, claim);
        if (claimed.state === "replay") {
          return toAdjustment(await getAdjustment(ctx, { ...key, id: claimed.resourceId }), codesOf(types));
        }
        const keys = await memberKeysOf(ctx, sealer, [key.memberId]);
        const asked = { id, claim, tenant, types, key: keys.get(key.memberId) };
        const booked = await approvePending(ctx, key, asked);
        reply.code(status.created);
        return toAdjustment(booked, codesOf(types));
      });
    },
  );

  app.post(
    "/v1/members/:memberId/pending-adjustments/:pendingId/refusal",
    operation({
      id: "refuseAdjustment",
      tag,
      summary: "Refuse an adjustment that somebody else asked for",
      scope: "adjustments:write",
      idempotent: true,
      params: PendingAdjustmentPath,
      body: NewRefusal,
      ok: PendingAdjustment,
    }),
    async (request) => {
      const key = keyOf(request.params);
      return inTransaction(db, who(request), async (ctx) => {
        const codeOf = codesOf(await pointsTypesOf(ctx));
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), key.id));
        if (claimed.state === "replay") return opened(parts, ctx, await getPending(ctx, key), codeOf);
        const keys = await memberKeysOf(ctx, sealer, [key.memberId]);
        const asked = { reason: request.body.reason, key: keys.get(key.memberId) };
        return opened(parts, ctx, await refusePending(ctx, key, asked), codeOf);
      });
    },
  );
}

function keyOf({ memberId, pendingId }: { memberId: string; pendingId: string }): ResourceKey {
  return { ...memberOf(memberId), id: fromTypeId("pen", pendingId) };
}

/** Whoever may read adjustments reads the reasons, as long as the member's key is there. */
export async function opened(
  parts: Pick<Parts, "sealer">,
  ctx: Ctx,
  row: PendingRow,
  codeOf: CodeOf,
): Promise<PendingAdjustment> {
  const [told] = await openedAll(parts, ctx, [row], codeOf);
  if (told === undefined) throw new Error("one row gave no reply");
  return told.reply;
}

async function openedAll(
  { sealer }: Pick<Parts, "sealer">,
  ctx: Ctx,
  rows: readonly PendingRow[],
  codeOf: CodeOf,
): Promise<{ row: PendingRow; reply: PendingAdjustment }[]> {
  const ids = [...new Set(rows.map(({ memberId }) => memberId))];
  const keys = await memberKeysOf(ctx, sealer, ids);
  return rows.map((row) => ({ row, reply: toPendingAdjustment(row, { codeOf, key: keys.get(row.memberId) }) }));
}
