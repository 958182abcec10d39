// Merging two members who are one person.
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { Merge as MergeReply, NewMerge } from "@fedele/sdk/schemas/merge.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { getMerge, type MergingPart, mergeMembers } from "./merges.ts";
import type { MergeRow } from "./store/merges.ts";

type Needed = Pick<Parts, "db" | "sealer"> & { readonly merging: readonly MergingPart[] };

export function mergeRoutes(app: App, { db, sealer, merging }: Needed): void {
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

function toMergeReply({ memberId, intoId, createdAt }: MergeRow): MergeReply {
  return {
    memberId: toTypeId("mem", intoId),
    fromId: toTypeId("mem", memberId),
    mergedAt: new Date(createdAt).toISOString(),
  };
}
