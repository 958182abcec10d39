// Books what the date has decided for members who have not been here since: points that expired, by date or by silence,
// points that became usable, reservations that timed out. Late, twice or never, every balance is right all the same.
import { isStale } from "@fedele/core/ledger.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { type Due, type SweepParts, sweepMembers } from "../../platform/sweeping.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { lockFacts } from "../members/facts.ts";
import { pointsTypesOf } from "./pointsTypes.ts";
import { type Book, holdingOf, openBook, post, readLots } from "./postings.ts";
import { settleWallet } from "./settling.ts";
import { findDueHolders, findDueWallets } from "./store/sweeps.ts";
import type { WalletKey } from "./store/wallets.ts";

/** One pass over all tenants; returns how many wallets were booked. */
export async function sweepWallets(parts: SweepParts, tenants: readonly Tenant[]): Promise<number> {
  const byWallet = await sweepMembers(parts, tenants, findDueWallets, settleMembers);
  return byWallet + (await sweepMembers(parts, tenants, findDueHolders, settleMembers));
}

async function settleMembers(ctx: LaneCtx, tenant: Tenant, members: readonly Due[]): Promise<number> {
  const [, book, types] = await Promise.all([lockFacts(ctx, members), openBook(ctx, members), pointsTypesOf(ctx)]);
  await readLots(ctx, book, members);
  let booked = 0;
  for (const { key } of [...book.accounts.values()]) {
    const type = types.find(({ pointsType }) => pointsType === key.pointsType);
    if (type === undefined || !isDue(ctx, book, key)) continue;
    settleWallet(ctx, book, key, { zone: tenant.timezone, type });
    booked += 1;
  }
  post(ctx, book);
  return booked;
}

/** Somebody may have been faster, or the tenant's clock may be behind. */
function isDue(ctx: LaneCtx, book: Book, key: WalletKey): boolean {
  const hasHold = book.dueHolds.some((hold) => hold.memberId === key.memberId && hold.pointsType === key.pointsType);
  return hasHold || isStale(holdingOf(book, key).wallet, ctx.now);
}
