// Visitors: seen, seen again, and known at last.
import { NewVisitor, VisitorLink, VisitorPath, Visitor as VisitorReply } from "@fedele/sdk/schemas/visitor.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, newId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { newMemberId } from "./members.ts";
import { addVisitor, getVisitor, linkVisitor, seeVisitor, type Visitor } from "./visitors.ts";

const tag = "visitors";

type Needed = Pick<Parts, "db" | "sealer">;

export function visitorRoutes(app: App, parts: Needed): void {
  visitorSeeing(app, parts);
  visitorLinking(app, parts);
}

function visitorSeeing(app: App, { db, sealer }: Needed): void {
  app.post(
    "/v1/visitors",
    operation({
      id: "addVisitor",
      tag,
      summary: "Somebody is here who is not known yet",
      scope: "members:write",
      idempotent: true,
      body: NewVisitor,
      ok: VisitorReply,
      created: VisitorReply,
    }),
    async (request, reply) =>
      inTransaction(db, who(request), async (ctx) => {
        // Visitors are spread as members are.
        const id = newMemberId(request.caller.tenant, ctx.now);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toVisitorReply(await getVisitor(ctx, sealer, claimed.resourceId));
        reply.code(status.created);
        return toVisitorReply(await addVisitor(ctx, sealer, id, request.body));
      }),
  );

  app.patch(
    "/v1/visitors/:visitorId",
    operation({
      id: "seeVisitor",
      tag,
      summary: "The visitor is here again",
      scope: "members:write",
      params: VisitorPath,
      body: NewVisitor,
      ok: VisitorReply,
    }),
    async (request) => {
      const id = fromTypeId("vis", request.params.visitorId);
      return inTransaction(db, who(request), async (ctx) =>
        toVisitorReply(await seeVisitor(ctx, sealer, id, request.body)),
      );
    },
  );
}

function visitorLinking(app: App, { db, sealer }: Needed): void {
  app.post(
    "/v1/visitors/:visitorId/link",
    operation({
      id: "linkVisitor",
      tag,
      summary: "Say which member a visitor is",
      scope: "members:write",
      idempotent: true,
      params: VisitorPath,
      body: VisitorLink,
      ok: VisitorReply,
    }),
    async (request) => {
      const id = fromTypeId("vis", request.params.visitorId);
      const memberId = fromTypeId("mem", request.body.memberId);
      return inTransaction(db, who(request), async (ctx) => {
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), newId(ctx.now, 0)));
        if (claimed.state === "replay") return toVisitorReply(await getVisitor(ctx, sealer, id));
        return toVisitorReply(await linkVisitor(ctx, sealer, id, memberId));
      });
    },
  );

  app.get(
    "/v1/visitors/:visitorId",
    operation({
      id: "getVisitor",
      tag,
      summary: "One visitor",
      scope: "members:read",
      params: VisitorPath,
      ok: VisitorReply,
    }),
    async (request) => {
      const id = fromTypeId("vis", request.params.visitorId);
      return inTransaction(db, who(request), async (ctx) => toVisitorReply(await getVisitor(ctx, sealer, id)));
    },
  );
}

function toVisitorReply({ id, attributes, firstSeenAt, lastSeenAt, memberId, linkedAt }: Visitor): VisitorReply {
  return {
    id: toTypeId("vis", id),
    attributes,
    firstSeenAt: new Date(firstSeenAt).toISOString(),
    lastSeenAt: new Date(lastSeenAt).toISOString(),
    memberId: memberId === null ? null : toTypeId("mem", memberId),
    linkedAt: linkedAt === null ? null : new Date(linkedAt).toISOString(),
  };
}
