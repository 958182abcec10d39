import {
  IdentityChange,
  IdentityPath,
  Identity as IdentityReply,
  MemberChange,
  MemberPath,
  Member as MemberReply,
  NewIdentity,
  NewMember,
} from "@fedele/sdk/schemas/member.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { changeStatus } from "./blocks.ts";
import {
  addIdentity,
  findIdentity,
  lookupOf,
  opened,
  readIdentityId,
  removeIdentity,
  sealed,
  verifyIdentity,
} from "./identities.ts";
import { identityOf } from "./identityValues.ts";
import { changeMember, enrolMember, getMember, getMemberKey, newMemberId } from "./members.ts";
import { toIdentityReply, toMemberReply } from "./replies.ts";
import { doerOf, noteDeeds } from "./tillDeeds.ts";

const tag = "members";

type Needed = Pick<Parts, "db" | "sealer">;

export function memberRoutes(app: App, parts: Needed): void {
  enrolment(app, parts);
  memberReading(app, parts);
  memberChange(app, parts);
  identityAddition(app, parts);
  identityChanges(app, parts);
}

function enrolment(app: App, { db, sealer }: Needed): void {
  app.post(
    "/v1/members",
    operation({
      id: "enrolMember",
      tag,
      summary: "Enrol a member",
      description: "Each identity may belong to one member only; a taken one is a conflict and enrols nobody.",
      scope: "members:write",
      idempotent: true,
      body: NewMember,
      ok: MemberReply,
      created: MemberReply,
    }),
    async (request, reply) => {
      const { tenant } = request.caller;
      return inTransaction(db, who(request), async (ctx) => {
        const id = newMemberId(tenant, ctx.now);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toMemberReply(await getMember(ctx, sealer, claimed.resourceId));
        await enrolMember(ctx, { sealer, tenant }, { ...request.body, id });
        noteDeeds(ctx, doerOf(request.caller), [{ memberId: id, kind: "joined", aboutId: id }]);
        reply.code(status.created);
        return toMemberReply(await getMember(ctx, sealer, id));
      });
    },
  );
}

function memberReading(app: App, { db, sealer }: Needed): void {
  app.get(
    "/v1/members/:memberId",
    operation({
      id: "getMember",
      tag,
      summary: "One member",
      scope: "members:read",
      params: MemberPath,
      ok: MemberReply,
    }),
    async (request) => {
      const id = fromTypeId("mem", request.params.memberId);
      return inTransaction(db, who(request), async (ctx) => toMemberReply(await getMember(ctx, sealer, id)));
    },
  );
}

function memberChange(app: App, { db, sealer }: Needed): void {
  app.patch(
    "/v1/members/:memberId",
    operation({
      id: "changeMember",
      tag,
      summary: "Change a member",
      scope: "members:write",
      audited: true,
      params: MemberPath,
      body: MemberChange,
      ok: MemberReply,
      refuses: ["conflict"],
    }),
    async (request) => {
      const id = fromTypeId("mem", request.params.memberId);
      return inTransaction(db, who(request), async (ctx) => {
        await changeStatus(ctx, sealer, { id, status: request.body.status });
        await changeMember(ctx, { sealer, tenant: request.caller.tenant }, { id, change: request.body });
        return toMemberReply(await getMember(ctx, sealer, id));
      });
    },
  );
}

function identityAddition(app: App, { db, sealer }: Needed): void {
  app.post(
    "/v1/members/:memberId/identities",
    operation({
      id: "addIdentity",
      tag,
      summary: "Give a member another identity",
      description: "One that the member has already is returned as it is.",
      scope: "members:write",
      idempotent: true,
      params: MemberPath,
      body: NewIdentity,
      ok: IdentityReply,
      created: IdentityReply,
    }),
    async (request, reply) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      const { kind, value, verified } = request.body;
      const known = identityOf(kind, value, request.caller.tenant.country);
      return inTransaction(db, who(request), async (ctx) => {
        const keys = await sealer.keysOf(ctx);
        const key = await getMemberKey(ctx, sealer, memberId);
        const lookup = { ...lookupOf(keys, known), memberId };
        const claimed = await claimKey(ctx, claimOf(request, keys, memberId));
        const there = claimed.state === "replay" ? await findIdentity(ctx, lookup) : undefined;
        if (there !== undefined) return toIdentityReply(opened(there, key));
        const verifiedAt = verified === true ? ctx.now : undefined;
        const wanted = sealed(lookup, { key, value: known.value, verifiedAt, at: ctx.now });
        const added = await addIdentity(ctx, wanted);
        if (added === wanted) reply.code(status.created);
        return toIdentityReply(opened(added, key));
      });
    },
  );
}

function identityChanges(app: App, { db, sealer }: Needed): void {
  app.patch(
    "/v1/members/:memberId/identities/:identityId",
    operation({
      id: "verifyIdentity",
      tag,
      summary: "Mark an identity as verified, or as only claimed",
      scope: "members:write",
      audited: true,
      params: IdentityPath,
      body: IdentityChange,
      ok: IdentityReply,
      refuses: ["conflict"],
    }),
    async (request) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      const lookup = { ...readIdentityId(request.params.identityId), memberId };
      return inTransaction(db, who(request), async (ctx) => {
        const key = await getMemberKey(ctx, sealer, memberId);
        const verifiedAt = request.body.verified ? ctx.now : undefined;
        return toIdentityReply(opened(await verifyIdentity(ctx, lookup, verifiedAt), key));
      });
    },
  );

  app.delete(
    "/v1/members/:memberId/identities/:identityId",
    operation({
      id: "removeIdentity",
      tag,
      summary: "Take an identity from a member; it is free for another afterwards",
      scope: "members:write",
      audited: true,
      params: IdentityPath,
      noContent: true,
    }),
    async (request, reply) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      const lookup = { ...readIdentityId(request.params.identityId), memberId };
      const forget = await inTransaction(db, who(request), (ctx) => removeIdentity(ctx, lookup));
      forget();
      return reply.code(status.noContent).send();
    },
  );
}
