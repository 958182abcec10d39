// Segments: counted while they are thought of, kept, and asked for their members.
import { MemberPage } from "@fedele/sdk/schemas/member.ts";
import {
  NewSegment,
  SegmentChange,
  SegmentCount,
  SegmentDraft,
  SegmentMemberPath,
  SegmentMembership,
  SegmentPage,
  SegmentPageQuery,
  SegmentPath,
  Segment as SegmentReply,
} from "@fedele/sdk/schemas/segment.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, newId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { toMemberReply } from "./replies.ts";
import {
  addSegment,
  changeSegment,
  countDraft,
  getSegment,
  isInSegment,
  listSegments,
  membersOfSegment,
  removeSegment,
  type Segment,
} from "./segments.ts";

const tag = "segments";

/** `changed`: what a higher module does in the same transaction when a segment is another than it was. */
type Needed = Pick<Parts, "db" | "sealer"> & { readonly changed: (ctx: Ctx) => Promise<void> };

export function segmentRoutes(app: App, parts: Needed): void {
  segmentMaking(app, parts);
  segmentChanges(app, parts);
  segmentReading(app, parts);
  segmentMembers(app, parts);
}

function segmentMaking(app: App, { db, sealer, changed }: Needed): void {
  app.post(
    "/v1/segments/count",
    operation({
      id: "countSegment",
      tag,
      summary: "Count the members that a segment would have; nothing is written",
      scope: "members:read",
      body: SegmentDraft,
      ok: SegmentCount,
    }),
    async (request) => {
      const { tenant } = request.caller;
      return inTransaction(db, who(request), (ctx) => countDraft(ctx, tenant, request.body.conditions));
    },
  );

  app.post(
    "/v1/segments",
    operation({
      id: "addSegment",
      tag,
      summary: "Keep a segment",
      scope: "members:write",
      idempotent: true,
      body: NewSegment,
      ok: SegmentReply,
      created: SegmentReply,
    }),
    async (request, reply) =>
      inTransaction(db, who(request), async (ctx) => {
        const id = newId(ctx.now, 0);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toSegmentReply(await getSegment(ctx, claimed.resourceId));
        reply.code(status.created);
        const segment = await addSegment(ctx, id, request.body);
        await changed(ctx);
        return toSegmentReply(segment);
      }),
  );
}

function segmentChanges(app: App, { db, changed }: Needed): void {
  app.patch(
    "/v1/segments/:segmentId",
    operation({
      id: "changeSegment",
      tag,
      summary: "Change a segment",
      scope: "members:write",
      params: SegmentPath,
      body: SegmentChange,
      ok: SegmentReply,
    }),
    async (request) => {
      const id = fromTypeId("seg", request.params.segmentId);
      return inTransaction(db, who(request), async (ctx) => {
        const segment = await changeSegment(ctx, id, request.body);
        await changed(ctx);
        return toSegmentReply(segment);
      });
    },
  );

  app.delete(
    "/v1/segments/:segmentId",
    operation({
      id: "removeSegment",
      tag,
      summary: "Remove a segment; its members stay what they are",
      scope: "members:write",
      params: SegmentPath,
      noContent: true,
    }),
    async (request, reply) => {
      const id = fromTypeId("seg", request.params.segmentId);
      await inTransaction(db, who(request), async (ctx) => {
        await removeSegment(ctx, id);
        await changed(ctx);
      });
      return reply.code(status.noContent).send();
    },
  );
}

function segmentReading(app: App, { db }: Needed): void {
  app.get(
    "/v1/segments",
    operation({
      id: "listSegments",
      tag,
      summary: "The segments, latest first",
      scope: "members:read",
      query: SegmentPageQuery,
      ok: SegmentPage,
    }),
    async (request) => {
      const page = pageStart(request.query, oneId);
      return inTransaction(db, who(request), async (ctx) => {
        const segments = await listSegments(ctx, { before: page.after ?? null, limit: page.fetch });
        return pageOf(segments, page.limit, { item: toSegmentReply, key: ({ id }) => [id] });
      });
    },
  );

  app.get(
    "/v1/segments/:segmentId",
    operation({
      id: "getSegment",
      tag,
      summary: "One segment",
      scope: "members:read",
      params: SegmentPath,
      ok: SegmentReply,
    }),
    async (request) => {
      const id = fromTypeId("seg", request.params.segmentId);
      return inTransaction(db, who(request), async (ctx) => toSegmentReply(await getSegment(ctx, id)));
    },
  );
}

function segmentMembers(app: App, { db, sealer }: Needed): void {
  app.get(
    "/v1/segments/:segmentId/members",
    operation({
      id: "listSegmentMembers",
      tag,
      summary: "The members who are in a segment now, latest first",
      scope: "members:read",
      params: SegmentPath,
      query: SegmentPageQuery,
      ok: MemberPage,
    }),
    async (request) => {
      const id = fromTypeId("seg", request.params.segmentId);
      const home = { sealer, tenant: request.caller.tenant };
      const page = pageStart(request.query, oneId);
      return inTransaction(db, who(request), async (ctx) => {
        const members = await membersOfSegment(ctx, home, id, { before: page.after ?? null, limit: page.fetch });
        return pageOf(members, page.limit, { item: toMemberReply, key: (member) => [member.id] });
      });
    },
  );

  app.get(
    "/v1/segments/:segmentId/members/:memberId",
    operation({
      id: "isInSegment",
      tag,
      summary: "Whether a member is in a segment now",
      scope: "members:read",
      params: SegmentMemberPath,
      ok: SegmentMembership,
    }),
    async (request) => {
      const id = fromTypeId("seg", request.params.segmentId);
      const memberId = fromTypeId("mem", request.params.memberId);
      const { tenant } = request.caller;
      return inTransaction(db, who(request), async (ctx) => ({
        isMember: await isInSegment(ctx, tenant, id, memberId),
      }));
    },
  );
}

function toSegmentReply({ id, code, name, conditions, createdAt, changedAt }: Segment): SegmentReply {
  const { combinator, not, rules } = conditions;
  return {
    id: toTypeId("seg", id),
    code,
    name,
    conditions: { combinator, ...(not === undefined ? {} : { not }), rules: rules.map((rule) => ({ ...rule })) },
    createdAt: new Date(createdAt).toISOString(),
    changedAt: new Date(changedAt).toISOString(),
  };
}
