// A member is blocked in three steps, and a lifted block leaves everything as it was. What each step forbids stands in
// core/rights.ts; here it becomes the member's status, which the hot path reads with the other facts.
import { type BlockStep, statusUnder } from "@fedele/core/rights.ts";
import type { MemberChange } from "@fedele/sdk/schemas/member.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketOf, newId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { MemberKey, Sealer } from "../../platform/sealing.ts";
import { lockedOpenMember, memberWithKey, openedWith } from "./keyring.ts";
import type { SealedBlock } from "./store/blocks.ts";
import * as store from "./store/blocks.ts";
import { saveStatus } from "./store/members.ts";
import { tell } from "./tellings.ts";

export type Block = Omit<SealedBlock, "reason"> & { readonly reason: string | null };

/** Who blocks: the step, and the reason in words. */
type Blocking = Readonly<{ step: BlockStep; reason: string | null }>;

/** Blocks a member so far and no further, whatever they were before. The same step and reason again change nothing. */
export async function blockMember(ctx: Ctx, sealer: Sealer, id: string, asked: Blocking): Promise<Block> {
  const { key } = await lockedOpenMember(ctx, sealer, id);
  const current = await store.findOpenBlock(ctx, id);
  const was = current === null ? null : opened(current, key);
  if (was !== null && was.step === asked.step && was.reason === asked.reason) return was;

  const blockId = newId(ctx.now, bucketOf(id));
  const block: SealedBlock = {
    id: blockId,
    memberId: id,
    step: asked.step,
    reason: asked.reason === null ? null : key.seal(labelOf(blockId), asked.reason),
    blockedBy: ctx.actor,
    blockedAt: ctx.now,
    liftedBy: null,
    liftedAt: null,
  };
  if (was !== null) await store.closeBlock(ctx, id);
  await store.insertBlock(ctx, block);
  await saveStatus(ctx, id, statusUnder(asked.step));
  await tell(ctx, id, { type: "member.blocked", data: { step: asked.step } });
  return { ...block, reason: asked.reason };
}

/** Twice lifts it once. */
export async function liftBlock(ctx: Ctx, sealer: Sealer, id: string): Promise<void> {
  await lockedOpenMember(ctx, sealer, id);
  if ((await store.findOpenBlock(ctx, id)) === null) return;
  await store.closeBlock(ctx, id);
  await saveStatus(ctx, id, statusUnder(null));
  await tell(ctx, id, { type: "member.unblocked" });
}

/** The status that somebody set, without a word why: the same blocks by another door. */
export async function changeStatus(
  ctx: Ctx,
  sealer: Sealer,
  { id, status }: { readonly id: string; readonly status: MemberChange["status"] },
): Promise<void> {
  if (status === "active") await liftBlock(ctx, sealer, id);
  if (status === "earn_only" || status === "blocked") {
    const step = status === "blocked" ? "nothing" : status;
    const open = await store.findOpenBlock(ctx, id);
    if (open?.step !== step) await blockMember(ctx, sealer, id, { step, reason: null });
  }
}

/** The block that holds; whoever lets a member sign in asks this. */
export async function getBlock(ctx: Ctx, sealer: Sealer, id: string): Promise<Block> {
  const [{ key }, block] = await Promise.all([memberWithKey(ctx, sealer, id), store.findOpenBlock(ctx, id)]);
  if (block === null) throw new Refusal("not_found", "This member is not blocked.");
  return opened(block, key);
}

/** All blocks that a member had, the latest first. */
export async function listBlocks(
  ctx: Ctx,
  sealer: Sealer,
  id: string,
  page: { before: string | null; limit: number },
): Promise<Block[]> {
  const [{ key }, blocks] = await Promise.all([memberWithKey(ctx, sealer, id), store.listBlocks(ctx, id, page)]);
  return blocks.map((block) => opened(block, key));
}

function opened({ reason, ...block }: SealedBlock, key: MemberKey | undefined): Block {
  return { ...block, reason: openedWith(key, labelOf(block.id), reason) };
}

function labelOf(blockId: string): string {
  return `block ${blockId}`;
}
