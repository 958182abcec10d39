// Merging two members who are one person.
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { MERGES_LISTED_MAX, MergeList, MergePath, Merge as MergeReply, NewMerge } from "@fedele/sdk/schemas/merge.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { getMember } from "./members.ts";
import { reverseMerge } from "./mergeReversals.ts";
import { getMerge, listMergesInto, type MergingPart, mergeMembers } from "./merges.ts";
import type { MergeRow } from "./store/merges.ts";

type Needed = Pick<Parts, "db" | "sealer"> & { readonly merging: readonly MergingPart[] };

export function mergeRoutes(app: App, parts: Needed): void {
  mergeMaking(app, parts);
  mergeReading(app, parts);
  mergeReversal(app, parts);
}

function mergeMaking(app: App, { db, sealer, merging }: Needed): void {
  app.post(
    "/v1/members/:memberId/merges",
    operation({
      id: "mergeMembers",
      tag: "members",
      summary: "Merge another member into this one",
      description:
        "For two memberships of one person. Identities, counters, the higher tier and the stricter consents go over " +
        "at once, points a moment later, each lot with the dates that it had. What was reserved is let go, and " +
        "rewards that were not used become points again. Who asks for the other from then on is sent on.",
      scope: "members:write",
      idempotent: true,
      params: MemberPath,
      body: NewMerge,
      ok: MergeReply,
      created: MergeReply,
    }),
    async (request, reply) => {
      const intoId = fromTypeId("mem", request.params.memberId);
      const fromId = fromTypeId("mem", request.body.fromId);
      const { tenant } = request.caller;
      const { merge, done } = await inTransaction(db, who(request), async (ctx) => {
        const claim = claimOf(request, await sealer.keysOf(ctx), fromId);
        const { state } = await claimKey(ctx, claim);
        if (state === "replay") return { merge: await getMerge(ctx, fromId), done: () => {} };
        reply.code(status.created);
        return mergeMembers(ctx, { fromId, intoId }, { sealer, tenant, claim, parts: merging });
      });
      done();
      return toMergeReply(merge);
    },
  );
}

function mergeReading(app: App, { db, sealer }: Needed): void {
  app.get(
    "/v1/members/:memberId/merges",
    operation({
      id: "listMerges",
      tag: "members",
      summary: "Who was merged into a member, the latest first",
      description: `At most ${MERGES_LISTED_MAX}.`,
      scope: "members:read",
      params: MemberPath,
      ok: MergeList,
    }),
    async (request) => {
      const id = fromTypeId("mem", request.params.memberId);
      return inTransaction(db, who(request), async (ctx) => {
        await getMember(ctx, sealer, id);
        return { items: (await listMergesInto(ctx, id, MERGES_LISTED_MAX)).map(toMergeReply) };
      });
    },
  );
}

function mergeReversal(app: App, { db, sealer, merging }: Needed): void {
  app.post(
    "/v1/members/:memberId/merges/:fromId/reversal",
    operation({
      id: "reverseMerge",
      tag: "members",
      summary: "Undo a merge: two people are two again",
      description:
        "Identities, counters, tiers and consents come back as they were unless they have changed since; the points " +
        "that the merge brought go back a moment later, each lot with its dates. What was earned since stays with " +
        "the one who stayed. Refused where points of the merge were used since: give them back first. Rewards that " +
        "the merge turned into points stay points.",
      scope: "members:write",
      audited: true,
      idempotent: true,
      params: MergePath,
      ok: MergeReply,
      created: MergeReply,
    }),
    async (request, reply) => {
      const intoId = fromTypeId("mem", request.params.memberId);
      const fromId = fromTypeId("mem", request.params.fromId);
      const { tenant } = request.caller;
      const { merge, done } = await inTransaction(db, who(request), async (ctx) => {
        const { state } = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), fromId));
        if (state === "replay") return { merge: await getMerge(ctx, fromId), done: () => {} };
        reply.code(status.created);
        return reverseMerge(ctx, { fromId, intoId }, { sealer, tenant, parts: merging });
      });
      done();
      return toMergeReply(merge);
    },
  );
}

function toMergeReply({ memberId, intoId, createdAt, reversedAt }: MergeRow): MergeReply {
  return {
    memberId: toTypeId("mem", intoId),
    fromId: toTypeId("mem", memberId),
    mergedAt: new Date(createdAt).toISOString(),
    ...(reversedAt === null ? {} : { reversedAt: new Date(reversedAt).toISOString() }),
  };
}
