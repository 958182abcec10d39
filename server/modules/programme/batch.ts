// One batch of activities while it is being decided: what was loaded, and what is to be written in the end.
import type { ReturnedSoFar } from "@fedele/core/returns.ts";
import { type Standing, standingAt } from "@fedele/core/tiers.ts";
import { newId } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import type { OutboxEvent } from "../../platform/outbox.ts";
import type { Book } from "../ledger/postings.ts";
import type { Entry } from "../ledger/statements.ts";
import type { MemberRecord } from "../members/facts.ts";
import type { Counts } from "./limits.ts";
import type { NewActivity, Place } from "./newActivity.ts";
import { type Programme, tierListsFor } from "./programmes.ts";
import type { Slices } from "./slices.ts";
import type { FlagRow, RecentRow } from "./store/activityFlags.ts";
import type { HeldOut } from "./store/campaignSlots.ts";
import type { EarnedRow } from "./store/earnedRewards.ts";
import type { OrphanRow, ParkedReturn } from "./store/returns.ts";
import type { TierChange } from "./store/tiers.ts";
import type { ActivityRow, BusinessKey, KeyRow } from "./storedActivities.ts";

export type Batch = {
  readonly ctx: LaneCtx;
  readonly place: Place;
  readonly programme: Programme;
  readonly book: Book;
  readonly records: Map<string, MemberRecord>;
  /** Who others than the batch's members have become, where it was asked. */
  readonly movedTo: Map<string, string>;
  readonly touched: Set<string>;
  /** Purchases by id: loaded because something of them comes back, or recorded in this batch. */
  readonly purchases: Map<string, ActivityRow>;
  /** Which purchase a business key names. */
  readonly purchaseIds: Map<string, KeyRow>;
  readonly returned: Map<string, ReturnedSoFar>;
  readonly changedReturns: Set<string>;
  readonly rows: ActivityRow[];
  /** Earlier parts of documents that come in parts. */
  readonly parts: ActivityRow[];
  readonly events: OutboxEvent[];
  readonly tierChanges: TierChange[];
  /** Earlier steps of members whom a return may lower. */
  readonly histories: TierChange[];
  counts: Counts;
  readonly slices: Slices;
  /** By bucket and campaign. */
  readonly heldOut: Map<string, HeldOut>;
  readonly orphans: OrphanRow[];
  readonly parked: ParkedReturn[];
  /** Expiry entries of members who may have been silent only because something was told late. */
  readonly expiries: Entry[];
  readonly earned: EarnedRow[];
  /** What the buyers bought of late, where the programme asks how fast they are; and what is to be looked at. */
  readonly recent: RecentRow[];
  readonly flags: FlagRow[];
};

export function keyText(key: BusinessKey): string {
  return `${key.source}\n${key.document}\n${key.part}`;
}

/** Imported history moves standings on its own days; everything else on the day it is booked. */
export function judgedAt(batch: Batch, activity: NewActivity): number {
  return activity.imported === null ? batch.ctx.now : activity.activity.at;
}

/** The member's standing at a moment, rolled forward by the calendar. */
export function standingOf(batch: Batch, record: MemberRecord, nowMs: number): Standing {
  const lists = tierListsFor(batch.programme, record.standing.listVersion);
  return standingAt(record.standing, lists, tierFacts(batch, record, nowMs));
}

export function tierFacts(
  batch: Batch,
  record: MemberRecord,
  nowMs: number,
): { zone: string; enrolledAt: number; nowMs: number } {
  return { zone: batch.place.timezone, enrolledAt: record.facts.enrolledAt, nowMs };
}

/** The member as the calendar has moved them since they were last written: a step of its own in their history. */
export function caughtUp(batch: Batch, record: MemberRecord, nowMs: number): MemberRecord {
  const standing = standingOf(batch, record, nowMs);
  const after = { ...record, standing };
  if (standing.tier !== record.standing.tier) {
    saveRecord(batch, { before: record, after, reason: "period", atMs: standing.since ?? nowMs });
  }
  return { ...after, facts: { ...record.facts, tier: standing.tier } };
}

/** Takes the member's new record over and tells of a tier that changed. */
export function saveRecord(
  batch: Batch,
  step: { before: MemberRecord; after: MemberRecord; reason: string; atMs: number },
): void {
  const { before, after, reason, atMs } = step;
  batch.records.set(after.memberId, { ...after, facts: { ...after.facts, tier: after.standing.tier } });
  batch.touched.add(after.memberId);
  const from = before.standing.tier;
  const to = after.standing.tier;
  if (from === to) return;
  const { bucket, memberId } = after;
  const id = newId(batch.ctx.now, bucket);
  const effectiveAt = after.standing.since ?? atMs;
  batch.tierChanges.push({ bucket, memberId, id, from, to, reason, effectiveAt, createdAt: batch.ctx.now });
  batch.events.push({ id, type: "tier.changed", bucket, memberId, at: atMs, data: { from, to } });
}

/** What an activity's row says besides what was decided. */
export function rowOf(
  batch: Batch,
  incoming: NewActivity,
  decided: Pick<ActivityRow, "amountMinor" | "lines" | "awards" | "facts" | "purchaseId">,
): ActivityRow {
  const { activity } = incoming;
  return {
    bucket: incoming.bucket,
    memberId: incoming.memberId,
    id: incoming.id,
    kind: activity.kind,
    source: incoming.key.source,
    document: incoming.key.document,
    part: incoming.key.part,
    channel: activity.channel,
    partnerId: incoming.partnerId,
    locationId: incoming.locationId,
    currency: activity.currency,
    rate: incoming.rate,
    rateDate: incoming.rateDate,
    attributes: activity.attributes ?? null,
    eventAt: activity.at,
    createdAt: batch.ctx.now,
    ...decided,
  };
}
