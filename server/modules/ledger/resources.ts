// Spends, reservations, adjustments and transfers as they can be asked for again.
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import {
  type AdjustmentRow,
  findAdjustments,
  findHolds,
  findSpends,
  findTransfers,
  type HoldRow,
  type ResourceKey,
  type SpendRow,
  type TransferRow,
} from "./store/resources.ts";

export type { AdjustmentRow, HoldRow, SpendRow, TransferRow };
export { findHolds };

export async function getSpend(ctx: Ctx, key: ResourceKey): Promise<SpendRow> {
  return only(await findSpends(ctx, [key]), "spend");
}

/** A reservation whose time is over has timed out, whether or not a job has booked it. */
export async function getHold(ctx: Ctx, key: ResourceKey): Promise<HoldRow> {
  const hold = only(await findHolds(ctx, [key]), "reservation");
  return hold.status === "open" && hold.expiresAt <= ctx.now ? { ...hold, status: "timed_out" } : hold;
}

export async function getAdjustment(ctx: Ctx, key: ResourceKey): Promise<AdjustmentRow> {
  return only(await findAdjustments(ctx, [key]), "adjustment");
}

/** The same; null where there is none under this id. */
export async function findAdjustment(ctx: Ctx, key: ResourceKey): Promise<AdjustmentRow | null> {
  return (await findAdjustments(ctx, [key]))[0] ?? null;
}

export async function getTransfer(ctx: Ctx, key: ResourceKey): Promise<TransferRow> {
  return only(await findTransfers(ctx, [key]), "transfer");
}

function only<Row>([row]: Row[], name: string): Row {
  if (row === undefined) throw new Refusal("not_found", `There is no such ${name}.`);
  return row;
}
