// Blocking a member, lifting it, and looking at how it was.
import { BlockPage, BlockPageQuery, Block as BlockReply, NewBlock } from "@fedele/sdk/schemas/block.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { fromTypeId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { type Block, blockMember, getBlock, liftBlock, listBlocks } from "./blocks.ts";

const tag = "members";

type Needed = Pick<Parts, "db" | "sealer">;

export function blockRoutes(app: App, parts: Needed): void {
  blocking(app, parts);
  blockReading(app, parts);
}

function blocking(app: App, { db, sealer }: Needed): void {
  app.put(
    "/v1/members/:memberId/block",
    operation({
      id: "blockMember",
      tag,
      summary: "Block a member in one of three steps",
      description: "A block that holds already becomes the step that is asked for.",
      scope: "members:write",
      audited: true,
      params: MemberPath,
      body: NewBlock,
      ok: BlockReply,
      refuses: ["conflict"],
    }),
    async (request) => {
      const id = fromTypeId("mem", request.params.memberId);
      const { step, reason = null } = request.body;
      return inTransaction(db, who(request), async (ctx) =>
        toBlockReply(await blockMember(ctx, sealer, id, { step, reason })),
      );
    },
  );

  app.delete(
    "/v1/members/:memberId/block",
    operation({
      id: "liftBlock",
      tag,
      summary: "Lift a member's block; everything is as before it",
      scope: "members:write",
      audited: true,
      params: MemberPath,
      noContent: true,
      refuses: ["conflict"],
    }),
    async (request, reply) => {
      const id = fromTypeId("mem", request.params.memberId);
      await inTransaction(db, who(request), (ctx) => liftBlock(ctx, sealer, id));
      return reply.code(status.noContent).send();
    },
  );
}

function blockReading(app: App, { db, sealer }: Needed): void {
  app.get(
    "/v1/members/:memberId/block",
    operation({
      id: "getBlock",
      tag,
      summary: "The block that holds; not found where the member is not blocked",
      scope: "members:read",
      params: MemberPath,
      ok: BlockReply,
    }),
    async (request) => {
      const id = fromTypeId("mem", request.params.memberId);
      return inTransaction(db, who(request), async (ctx) => toBlockReply(await getBlock(ctx, sealer, id)));
    },
  );

  app.get(
    "/v1/members/:memberId/blocks",
    operation({
      id: "listBlocks",
      tag,
      summary: "All blocks that a member had, latest first",
      scope: "members:read",
      params: MemberPath,
      query: BlockPageQuery,
      ok: BlockPage,
    }),
    async (request) => {
      const id = fromTypeId("mem", request.params.memberId);
      const page = pageStart(request.query, oneId);
      return inTransaction(db, who(request), async (ctx) => {
        const blocks = await listBlocks(ctx, sealer, id, { before: page.after ?? null, limit: page.fetch });
        return pageOf(blocks, page.limit, { item: toBlockReply, key: (block) => [block.id] });
      });
    },
  );
}

export function toBlockReply(block: Block): BlockReply {
  return {
    id: toTypeId("blk", block.id),
    step: block.step,
    reason: block.reason,
    blockedBy: block.blockedBy,
    blockedAt: new Date(block.blockedAt).toISOString(),
    liftedBy: block.liftedBy,
    liftedAt: block.liftedAt === null ? null : new Date(block.liftedAt).toISOString(),
  };
}
