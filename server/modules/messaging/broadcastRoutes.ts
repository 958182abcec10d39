// Broadcasts: drafted, looked at before they go, begun, paused, changed, gone on with and given up.
import {
  BroadcastChange,
  BroadcastPage,
  BroadcastPageQuery,
  BroadcastPath,
  Broadcast as BroadcastReply,
  Forecast,
  Funnel,
  NewBroadcast,
  Start,
} from "@fedele/sdk/schemas/broadcast.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, newId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import {
  cancelBroadcast,
  changeBroadcast,
  draftBroadcast,
  funnelOf,
  getBroadcast,
  listBroadcasts,
  pauseBroadcast,
  resumeBroadcast,
  startBroadcast,
} from "./broadcasts.ts";
import { forecastBroadcast } from "./forecasts.ts";
import type { Messenger } from "./messenger.ts";
import { toBroadcast } from "./replies.ts";

const tag = "messages";

type Needed = Pick<Parts, "db" | "sealer" | "publicUrl"> & { readonly messenger: Messenger };

export function broadcastRoutes(app: App, { db, sealer }: Needed): void {
  app.post(
    "/v1/broadcasts",
    operation({
      id: "draftBroadcast",
      tag,
      summary: "Draft a message to an audience",
      description: "Nothing is sent before it is started.",
      scope: "messaging:write",
      idempotent: true,
      body: NewBroadcast,
      ok: BroadcastReply,
      created: BroadcastReply,
      refuses: ["not_found"],
    }),
    async (request, reply) =>
      inTransaction(db, who(request), async (ctx) => {
        const id = newId(ctx.now, 0);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toBroadcast(await getBroadcast(ctx, claimed.resourceId));
        const variants = request.body.variants.map(({ templateId, weight }) => ({
          templateId: fromTypeId("tpl", templateId),
          weight,
        }));
        await draftBroadcast(ctx, id, { ...request.body, variants });
        reply.code(status.created);
        return toBroadcast(await getBroadcast(ctx, id));
      }),
  );

  app.patch(
    "/v1/broadcasts/:broadcastId",
    operation({
      id: "changeBroadcast",
      tag,
      summary: "Change a broadcast that does not run",
      description: "Whoever has their message keeps it; whoever is not meant any more is skipped.",
      scope: "messaging:write",
      params: BroadcastPath,
      body: BroadcastChange,
      ok: BroadcastReply,
      refuses: ["conflict"],
    }),
    async (request) => {
      const id = fromTypeId("brc", request.params.broadcastId);
      return inTransaction(db, who(request), async (ctx) => {
        await changeBroadcast(ctx, id, request.body);
        return toBroadcast(await getBroadcast(ctx, id));
      });
    },
  );
}

export function broadcastReadRoutes(app: App, { db, sealer, publicUrl }: Needed): void {
  app.get(
    "/v1/broadcasts",
    operation({
      id: "listBroadcasts",
      tag,
      summary: "The broadcasts, latest first",
      scope: "messaging:read",
      query: BroadcastPageQuery,
      ok: BroadcastPage,
    }),
    async (request) => {
      const page = pageStart(request.query, oneId);
      return inTransaction(db, who(request), async (ctx) => {
        const rows = await listBroadcasts(ctx, { before: page.after ?? null, limit: page.fetch });
        return pageOf(rows, page.limit, { item: toBroadcast, key: ({ id }) => [id] });
      });
    },
  );

  app.get(
    "/v1/broadcasts/:broadcastId",
    operation({
      id: "getBroadcast",
      tag,
      summary: "One broadcast",
      scope: "messaging:read",
      params: BroadcastPath,
      ok: BroadcastReply,
    }),
    async (request) => {
      const id = fromTypeId("brc", request.params.broadcastId);
      return inTransaction(db, who(request), async (ctx) => toBroadcast(await getBroadcast(ctx, id)));
    },
  );

  app.get(
    "/v1/broadcasts/:broadcastId/funnel",
    operation({
      id: "getFunnel",
      tag,
      summary: "What became of a broadcast's messages",
      scope: "messaging:read",
      params: BroadcastPath,
      ok: Funnel,
    }),
    async (request) => {
      const id = fromTypeId("brc", request.params.broadcastId);
      return inTransaction(db, who(request), (ctx) => funnelOf(ctx, request.caller.tenant, id));
    },
  );

  app.get(
    "/v1/broadcasts/:broadcastId/forecast",
    operation({
      id: "forecastBroadcast",
      tag,
      summary: "Who would get a broadcast now, and why others would not",
      scope: "messaging:read",
      params: BroadcastPath,
      ok: Forecast,
      refuses: ["unavailable"],
    }),
    async (request) => {
      const id = fromTypeId("brc", request.params.broadcastId);
      const home = { sealer, publicUrl, tenant: request.caller.tenant };
      return inTransaction(db, who(request), (ctx) => forecastBroadcast(ctx, home, id));
    },
  );
}

/** Each step is taken once, whoever asks twice. */
function stepper({ db, sealer, messenger }: Needed) {
  return async (request: Stepping, id: string, work: (ctx: Ctx) => Promise<void>) => {
    const broadcast = await inTransaction(db, who(request), async (ctx) => {
      const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), newId(ctx.now, 0)));
      if (claimed.state === "fresh") await work(ctx);
      return toBroadcast(await getBroadcast(ctx, id));
    });
    messenger.nudge();
    return broadcast;
  };
}

export function broadcastStepRoutes(app: App, parts: Needed): void {
  const step = stepper(parts);

  app.post(
    "/v1/broadcasts/:broadcastId/start",
    operation({
      id: "startBroadcast",
      tag,
      summary: "Begin a broadcast now, or at a moment",
      scope: "messaging:write",
      idempotent: true,
      params: BroadcastPath,
      body: Start,
      ok: BroadcastReply,
    }),
    async (request) => {
      const id = fromTypeId("brc", request.params.broadcastId);
      const at = request.body.at === undefined ? undefined : Date.parse(request.body.at);
      return step(request, id, (ctx) => startBroadcast(ctx, id, at));
    },
  );

  app.post(
    "/v1/broadcasts/:broadcastId/pause",
    operation({
      id: "pauseBroadcast",
      tag,
      summary: "Pause a broadcast",
      scope: "messaging:write",
      idempotent: true,
      params: BroadcastPath,
      ok: BroadcastReply,
    }),
    async (request) => {
      const id = fromTypeId("brc", request.params.broadcastId);
      return step(request, id, (ctx) => pauseBroadcast(ctx, id));
    },
  );
}

export function broadcastEndRoutes(app: App, parts: Needed): void {
  const step = stepper(parts);

  app.post(
    "/v1/broadcasts/:broadcastId/resumption",
    operation({
      id: "resumeBroadcast",
      tag,
      summary: "Go on with a broadcast that was paused, or that is late",
      scope: "messaging:write",
      idempotent: true,
      params: BroadcastPath,
      ok: BroadcastReply,
    }),
    async (request) => {
      const id = fromTypeId("brc", request.params.broadcastId);
      const { tenant } = request.caller;
      return step(request, id, (ctx) => resumeBroadcast(ctx, tenant, id));
    },
  );

  app.post(
    "/v1/broadcasts/:broadcastId/cancellation",
    operation({
      id: "cancelBroadcast",
      tag,
      summary: "Give a broadcast up for good",
      scope: "messaging:write",
      idempotent: true,
      params: BroadcastPath,
      ok: BroadcastReply,
    }),
    async (request) => {
      const id = fromTypeId("brc", request.params.broadcastId);
      const { tenant } = request.caller;
      return step(request, id, (ctx) => cancelBroadcast(ctx, tenant, id));
    },
  );
}

type Stepping = Parameters<typeof claimOf>[0] & Parameters<typeof who>[0];
