// How the broadcasts stand whose messages are due: what is paused waits without a time, and who has left the audience
// since it was walked through is skipped.
import type { Ctx } from "../../platform/database/transaction.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { whoMeets } from "../members/segments.ts";
import { LATE_MS } from "./broadcastWalk.ts";
import { type BroadcastRow, findBroadcasts, lockBroadcast, saveBroadcast } from "./store/broadcasts.ts";
import type { DeliveryRow } from "./store/deliveries.ts";

export type Standing = "meant" | "left" | "cancelled" | "parked";

/** By the deliveries' ids; of other causes nothing is said. */
export async function standingsOf(
  ctx: Ctx,
  tenant: Tenant,
  due: readonly DeliveryRow[],
): Promise<ReadonlyMap<string, Standing>> {
  const ofBroadcasts = Map.groupBy(
    due.filter(({ causeKind }) => causeKind === "broadcast"),
    ({ causeId }) => causeId,
  );
  const broadcasts = await findBroadcasts(ctx, [...ofBroadcasts.keys()].sort());
  const standings = new Map<string, Standing>();
  for (const broadcast of broadcasts) {
    const deliveries = ofBroadcasts.get(broadcast.id) ?? [];
    const memberIds = deliveries.map(({ memberId }) => memberId);
    const [isRunning, meant] = await Promise.all([
      staysRunning(ctx, broadcast, deliveries),
      whoMeets(ctx, tenant, broadcast.audience, memberIds),
    ]);
    for (const { id, memberId } of deliveries) {
      standings.set(id, standingOf(broadcast, { isRunning, isMeant: meant.has(memberId) }));
    }
  }
  return standings;
}

function standingOf(
  { status }: BroadcastRow,
  { isRunning, isMeant }: { readonly isRunning: boolean; readonly isMeant: boolean },
): Standing {
  if (status === "cancelled") return "cancelled";
  if (!isRunning) return "parked";
  return isMeant ? "meant" : "left";
}

/** What should have gone hours ago is not sent as if nothing were: somebody is asked first. */
async function staysRunning(ctx: Ctx, { id, status }: BroadcastRow, due: readonly DeliveryRow[]): Promise<boolean> {
  if (status !== "running") return false;
  if (due.every(({ dueAt }) => dueAt === null || ctx.now - dueAt <= LATE_MS)) return true;
  const locked = await lockBroadcast(ctx, id);
  if (locked?.status === "running") await saveBroadcast(ctx, { ...locked, status: "late" });
  return false;
}
