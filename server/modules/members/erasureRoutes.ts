// Erasing a member, and the list of who was erased.
import { ErasurePage, ErasureQuery, Erasure as ErasureReply, NewErasure } from "@fedele/sdk/schemas/erasure.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { type ErasingPart, type ErasurePlace, type ErasureRow, eraseMember, listErasures } from "./erasures.ts";

const tag = "members";

type Needed = Pick<Parts, "db" | "sealer"> & { readonly erasing: readonly ErasingPart[] };

export function erasureRoutes(app: App, { db, sealer, erasing }: Needed): void {
  app.post(
    "/v1/members/:memberId/erasure",
    operation({
      id: "eraseMember",
      tag,
      summary: "Erase a member for good",
      description:
        "Destroys the key of the member's personal data and whatever finds the member, and closes the wallets: " +
        "what is left is forfeited or goes to an heir. It cannot be undone; who was erased already stays so.",
      scope: "members:write",
      audited: true,
      idempotent: true,
      params: MemberPath,
      body: NewErasure,
      ok: ErasureReply,
      created: ErasureReply,
    }),
    async (request, reply) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      const { reason, heirId } = request.body;
      const heir = heirId === undefined ? null : fromTypeId("mem", heirId);
      const { tenant } = request.caller;
      const { erasure, isNew, done } = await inTransaction(db, who(request), async (ctx) => {
        const claim = claimOf(request, await sealer.keysOf(ctx), memberId);
        await claimKey(ctx, claim);
        return eraseMember(ctx, { memberId, reason, heirId: heir }, { tenant, claim, parts: erasing });
      });
      done();
      if (isNew) reply.code(status.created);
      return toErasure(erasure);
    },
  );

  app.get(
    "/v1/erasures",
    operation({
      id: "listErasures",
      tag,
      summary: "Who was erased and when, latest first",
      description: "Ids alone, kept for ever, so that a restored backup can be made to forget the same members again.",
      scope: "members:read",
      query: ErasureQuery,
      ok: ErasurePage,
    }),
    async (request) => {
      const page = pageStart(request.query, placeIn);
      return inTransaction(db, who(request), async (ctx) => {
        const erasures = await listErasures(ctx, { before: page.after, limit: page.fetch });
        return pageOf(erasures, page.limit, {
          item: toErasure,
          key: ({ createdAt, memberId }) => [createdAt, memberId],
        });
      });
    },
  );
}

function placeIn(values: unknown): ErasurePlace | undefined {
  const [createdAt, memberId, ...rest] = Array.isArray(values) ? values : [];
  const isPlace = Number.isSafeInteger(createdAt) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(memberId);
  return isPlace && rest.length === 0 ? { createdAt, memberId } : undefined;
}

function toErasure({ memberId, reason, heirId, createdAt }: ErasureRow): ErasureReply {
  return {
    memberId: toTypeId("mem", memberId),
    reason,
    ...(heirId === null ? {} : { heirId: toTypeId("mem", heirId) }),
    erasedAt: new Date(createdAt).toISOString(),
  };
}
