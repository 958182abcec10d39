// From an audience to a message for each of its members, in slices. A slice's rows and how far the walk has come are
// one transaction, so whoever dies leaves nobody out and nobody twice; the rows are unique besides.

import { localTime } from "@fedele/core/calendar.ts";
import { momentIn } from "@fedele/core/localTime.ts";
import { allocate, variantNames } from "@fedele/core/messageSplit.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import type { Sealer } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { bucketsOf, walkMembers } from "../members/segments.ts";
import { type DeliveryOrder, requestDeliveries } from "./deliveries.ts";
import { type BroadcastRow, hasQueued, lockBroadcast, saveBroadcast } from "./store/broadcasts.ts";
import { findPreferences } from "./store/preferences.ts";

export const SLICE_MAX = 250;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** What would have gone on longer ago than this asks first: perhaps it is yesterday's news, or an old backup's. */
export const LATE_MS = 4 * HOUR_MS;
/** From the first zone's morning to the last one's. */
const ZONES_MS = 26 * HOUR_MS;

type Home = Readonly<{ sealer: Sealer; tenant: Tenant }>;

/** One step of a broadcast; says whether there may be another at once. */
export async function advanceBroadcast(ctx: Ctx, home: Home, id: string): Promise<boolean> {
  const broadcast = await lockBroadcast(ctx, id);
  if (broadcast === undefined) return false;
  if (broadcast.status === "scheduled") return begin(ctx, broadcast);
  if (broadcast.status !== "running") return false;
  if (isLate(broadcast.advancedAt, ctx.now)) {
    await saveBroadcast(ctx, { ...broadcast, status: "late" });
    return false;
  }
  if (broadcast.spreadAt === null) return walk(ctx, home, broadcast);
  if (await hasQueued(ctx, { id, buckets: bucketsOf(home.tenant) })) {
    // That it is looked after is written down now and then, so that a restored backup is told from a long night.
    if (broadcast.advancedAt === null || ctx.now - broadcast.advancedAt > LATE_MS / 16) {
      await saveBroadcast(ctx, { ...broadcast, advancedAt: ctx.now });
    }
    return false;
  }
  await saveBroadcast(ctx, { ...broadcast, status: "finished", finishedAt: ctx.now });
  return false;
}

function isLate(atMs: number | null, nowMs: number): boolean {
  return atMs !== null && nowMs - atMs > LATE_MS;
}

async function begin(ctx: Ctx, broadcast: BroadcastRow): Promise<boolean> {
  const { scheduledAt, inOwnZone } = broadcast;
  if (scheduledAt === null) return false;
  if (isLate(scheduledAt, ctx.now)) {
    await saveBroadcast(ctx, { ...broadcast, status: "late" });
    return false;
  }
  // Where it is morning first the day has begun a day before it does where it is last.
  if (ctx.now < (inOwnZone ? scheduledAt - ZONES_MS : scheduledAt)) return false;
  await saveBroadcast(ctx, { ...broadcast, status: "running", startedAt: ctx.now, advancedAt: ctx.now });
  return true;
}

async function walk(ctx: Ctx, { sealer, tenant }: Home, broadcast: BroadcastRow): Promise<boolean> {
  const buckets = bucketsOf(tenant).toSorted((a, b) => a - b);
  const bucket = broadcast.placeBucket ?? buckets[0];
  if (bucket === undefined) throw new Error("a tenant has at least one bucket");
  const page = { bucket, after: broadcast.placeMember, limit: SLICE_MAX };
  const memberIds = await walkMembers(ctx, tenant, broadcast.audience, page);
  const requested = await requestDeliveries(ctx, sealer, await ordersFor(ctx, tenant, broadcast, memberIds));
  const planned = broadcast.planned + requested.filter(({ isNew }) => isNew).length;
  const isBucketDone = memberIds.length < SLICE_MAX;
  const next = buckets[buckets.indexOf(bucket) + 1];
  const place = isBucketDone
    ? { placeBucket: next ?? bucket, placeMember: null }
    : { placeBucket: bucket, placeMember: memberIds.at(-1) ?? null };
  const spreadAt = isBucketDone && next === undefined ? ctx.now : null;
  await saveBroadcast(ctx, { ...broadcast, ...place, planned, spreadAt, advancedAt: ctx.now });
  return true;
}

async function ordersFor(
  ctx: Ctx,
  tenant: Tenant,
  broadcast: BroadcastRow,
  memberIds: readonly string[],
): Promise<DeliveryOrder[]> {
  const { id, variants, holdout, perMinute, inOwnZone, startedAt, scheduledAt } = broadcast;
  const zones = inOwnZone ? await findPreferences(ctx, memberIds) : new Map<string, { timezone: string | null }>();
  const weights = variants.map(({ weight }) => weight);
  return memberIds.flatMap((memberId, index): DeliveryOrder[] => {
    const group = allocate({ seed: id, holdout, weights }, memberId);
    const templateId = variants[group === "holdout" ? 0 : group]?.templateId;
    if (templateId === undefined) return [];
    const turn = perMinute === null ? 0 : Math.floor((broadcast.planned + index) / perMinute) * MINUTE_MS;
    const zone = zones.get(memberId)?.timezone ?? tenant.timezone;
    const hour = inOwnZone && scheduledAt !== null ? sameHour(scheduledAt, tenant.timezone, zone) : ctx.now;
    const dueAt = Math.max(ctx.now, hour, (startedAt ?? ctx.now) + turn);
    const variant = group === "holdout" ? "holdout" : variantNames[group];
    return [{ memberId, templateId, cause: { kind: "broadcast", id }, variant, dueAt }];
  });
}

/** When the clocks of a zone show what those of the tenant show at that moment. */
function sameHour(atMs: number, from: string, to: string): number {
  if (from === to) return atMs;
  const { year, month, day, hour, minute } = localTime(atMs, from);
  return momentIn(to, Date.UTC(year, month - 1, day, hour, minute));
}
