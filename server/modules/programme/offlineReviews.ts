// Sales of tills that wait for a person: kept sealed, looked at, accepted or declined.
import type { OfflineSale } from "@fedele/sdk/schemas/offlineSale.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { MemberKey, Sealer } from "../../platform/sealing.ts";
import { memberKeysOf } from "../members/keyring.ts";
import { type Booking, type BookingHome, bookSale, memberOfSale } from "./offlineBooking.ts";
import type { OfflineRow } from "./store/offlineSales.ts";
import * as store from "./store/offlineSales.ts";

export type Decision = "accept" | "decline" | "seen";

/** What somebody will have to decide about, sealed with the key of whom it is about. */
export async function sealedSale(
  ctx: Ctx,
  sealer: Sealer,
  row: Pick<OfflineRow, "id" | "memberId">,
  { sale, location }: Booking,
): Promise<Buffer> {
  const key = await keyFor(ctx, sealer, row);
  if (key === undefined) throw new Refusal("not_found", "There is no such member.");
  return key.seal(labelOf(row), JSON.stringify({ sale, location }));
}

export async function getOfflineSale(ctx: Ctx, id: string): Promise<OfflineRow> {
  const row = await store.findOfflineSale(ctx, id);
  if (row === null) throw noSuchSale();
  return row;
}

/** What was sold; null once it was decided, or its member erased. */
export async function openedSale(
  ctx: Ctx,
  sealer: Sealer,
  row: OfflineRow,
): Promise<{ sale: OfflineSale; location: string } | null> {
  const key = row.body === null ? undefined : await keyFor(ctx, sealer, row);
  return row.body === null || key === undefined ? null : JSON.parse(key.open(labelOf(row), row.body));
}

export async function decideOfflineSale(
  ctx: Ctx,
  id: string,
  { decision, home }: { decision: Decision; home: BookingHome },
): Promise<OfflineRow> {
  const row = await store.lockOfflineSale(ctx, id);
  if (row === null) throw noSuchSale();
  const decided = { ...row, decidedAt: ctx.now, decidedBy: ctx.actor };
  const after = decision === "seen" ? seen(decided) : await judged(ctx, decided, { decision, home });
  await store.saveOfflineSale(ctx, after);
  return after;
}

function seen(row: OfflineRow): OfflineRow {
  if (row.flag !== null) return row;
  throw new Refusal("conflict", "There is nothing to look at in this sale.");
}

async function judged(
  ctx: Ctx,
  row: OfflineRow,
  { decision, home }: { decision: "accept" | "decline"; home: BookingHome },
): Promise<OfflineRow> {
  if (row.state !== "quarantined") {
    throw new Refusal("conflict", `This sale is ${row.state}; there is nothing to decide.`);
  }
  if (decision === "decline") return { ...row, state: "declined", body: null };
  const told = await openedSale(ctx, home.sealer, row);
  if (told === null) throw new Refusal("conflict", "What was sold is gone with its member; decline it.");
  const booking = { ...told, at: Math.min(row.happenedAt, row.receivedAt) };
  const memberId = row.memberId ?? (await memberOfSale(ctx, booking, home));
  const { activityId, taken, owed, flag, memberId: ofMember } = await bookSale(ctx, booking, home, memberId);
  return { ...row, state: "accepted", memberId: ofMember, activityId, taken, owed, flag, body: null };
}

async function keyFor(
  ctx: Ctx,
  sealer: Sealer,
  { memberId }: Pick<OfflineRow, "memberId">,
): Promise<MemberKey | undefined> {
  if (memberId === null) return (await sealer.keysOf(ctx)).strangers;
  return (await memberKeysOf(ctx, sealer, [memberId])).get(memberId);
}

function labelOf({ id }: Pick<OfflineRow, "id">): string {
  return `offline sale ${id}`;
}

function noSuchSale(): Refusal {
  return new Refusal("not_found", "There is no such sale.");
}
