// What tills sold while they had no network: each sale is believed by its signature, placed in time, booked once or put
// aside for a person, and nothing is lost in silence.
import { hash } from "node:crypto";
import { type Placed, placeInTime } from "@fedele/core/offlineSales.ts";
import type { OfflineSale, offlineRefusals } from "@fedele/sdk/schemas/offlineSale.ts";
import { signedText } from "@fedele/sdk/tillDevice.ts";
import type { Database } from "../../platform/database/database.ts";
import { type Ctx, inTransaction, type Who } from "../../platform/database/transaction.ts";
import { bucketOf, newId, toTypeId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import { isSignedBy, type TillDevice } from "../catalog/tillDevices.ts";
import type { TillKey } from "../catalog/tillKeys.ts";
import { readCard } from "../members/cards.ts";
import { wallClock } from "../members/spendingProofs.ts";
import { type Booked, type Booking, type BookingHome, bookSale, memberOfSale } from "./offlineBooking.ts";
import { sealedSale } from "./offlineReviews.ts";
import { programmeOf } from "./programmes.ts";
import { findActivities } from "./store/activities.ts";
import type { OfflineRow, QuarantineReason } from "./store/offlineSales.ts";
import * as store from "./store/offlineSales.ts";
import type { ActivityRow } from "./storedActivities.ts";

const DAY_MS = 86_400_000;
/** How far a code of a member's device may be from the moment of the sale: six minutes, as clocks of tills go. */
const OFFLINE_STEPS_OFF = 12;

/** Whose sales they are, and what the device's clock showed when it sent them. */
type Sending = Readonly<{
  till: TillKey;
  device: TillDevice;
  deviceNow: number;
  sales: readonly OfflineSale[];
}>;

export type Outcome = Readonly<{ counter: number }> &
  (
    | Readonly<{ state: "kept"; row: OfflineRow; activity: ActivityRow | null }>
    | Readonly<{ state: "refused"; why: (typeof offlineRefusals)[number]; message: string }>
  );

type Ground = Readonly<{ db: Database; who: Who; home: BookingHome; location: string }>;

/**
 * Takes what a till sends, as often as it does and in whatever order; the outcomes come in the order of the list. Each
 * sale is a transaction of its own, one after the other as they were made, so that one that is refused holds up none.
 */
export async function takeOfflineSales(ground: Ground, sending: Sending): Promise<Outcome[]> {
  const { till, device, sales } = sending;
  const { known, last } = await inTransaction(ground.db, ground.who, async (ctx) => {
    const counters = sales.map(({ counter }) => counter);
    const [rows, latest] = await Promise.all([
      store.findOfflineSales(ctx, till.id, counters),
      store.findLastOfflineSale(ctx, till.id),
    ]);
    return { known: new Map(rows.map((row) => [row.counter, row])), last: latest };
  });
  const places = placeInTime(
    sales.map(({ counter, activity }) => ({ counter, deviceAt: Date.parse(activity.occurredAt ?? "") || 0 })),
    {
      deviceNow: sending.deviceNow,
      serverNow: ground.who.now,
      last: last === null ? null : { counter: last.counter, at: last.happenedAt },
    },
  );
  const outcomes: Outcome[] = [];
  for (const { sale, index } of sales.map((one, at) => ({ sale: one, index: at })).toSorted(byCounter)) {
    const text = signedText(toTypeId("tky", till.id), sale);
    const placed = places[index] ?? { at: ground.who.now, verdict: "ahead" };
    const draft: Draft = { sale, placed, till, contentHash: hash("sha256", text, "buffer") };
    const before = known.get(sale.counter);
    const isOurs = isSignedBy(device, text, sale.signature);
    outcomes[index] = isOurs ? await takeSale(ground, draft, before) : unsigned(sale);
  }
  return outcomes;
}

type Draft = Readonly<{ sale: OfflineSale; placed: Placed; till: TillKey; contentHash: Buffer }>;

function byCounter(a: { sale: OfflineSale }, b: { sale: OfflineSale }): number {
  return a.sale.counter - b.sale.counter;
}

function unsigned({ counter }: OfflineSale): Outcome {
  return { counter, state: "refused", why: "signature", message: "This was not signed by this till's device." };
}

/** Once: whoever asked before hears what came of it then. */
async function takeSale(ground: Ground, draft: Draft, before: OfflineRow | undefined): Promise<Outcome> {
  const { counter } = draft.sale;
  try {
    return await inTransaction(ground.db, ground.who, async (ctx) => {
      const kept = before ?? (await freshSale(ctx, ground, draft));
      return "contentHash" in kept ? repeated(ctx, draft, kept) : kept;
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === "unavailable") throw error;
    const why = error.code === "not_found" ? "unknown_member" : "not_taken";
    return { counter, state: "refused", why, message: error.message };
  }
}

async function repeated(ctx: Ctx, { sale, contentHash }: Draft, row: OfflineRow): Promise<Outcome> {
  const { counter } = sale;
  if (!row.contentHash.equals(contentHash)) {
    const message = "Another sale of this device has this counter; sign this one anew with the next that is free.";
    return { counter, state: "refused", why: "counter_used", message };
  }
  const { memberId, activityId } = row;
  if (memberId === null || activityId === null) return { counter, state: "kept", row, activity: null };
  const [activity] = await findActivities(ctx, [{ bucket: bucketOf(activityId), memberId, id: activityId }]);
  return { counter, state: "kept", row, activity: activity ?? null };
}

/** The outcome of a sale that is new, or the row of whoever was quicker. */
async function freshSale(ctx: Ctx, ground: Ground, draft: Draft): Promise<Outcome | OfflineRow> {
  const { sale, placed, till } = draft;
  const booking: Booking = { sale, location: placeOf(sale, ground.location), at: placed.at };
  const memberId = await memberOfSale(ctx, booking, ground.home);
  const reason = await whyAside(ctx, draft, memberId, ground.home);
  const row = newRow(ctx, draft, { memberId, reason });
  if (reason !== null) {
    const aside = { ...row, body: await sealedSale(ctx, ground.home.sealer, row, booking) };
    if (await store.insertOfflineSale(ctx, aside)) {
      return { counter: sale.counter, state: "kept", row: aside, activity: null };
    }
  } else if (await store.insertOfflineSale(ctx, row)) {
    const booked = await bookSale(ctx, booking, ground.home, memberId);
    const kept = withBooked(row, booked);
    await store.saveOfflineSale(ctx, kept);
    return { counter: sale.counter, state: "kept", row: kept, activity: booked.activity };
  }
  const [quicker] = await store.findOfflineSales(ctx, till.id, [sale.counter]);
  if (quicker === undefined) throw new Error("an offline sale was neither inserted nor found");
  return quicker;
}

/** The till's own place, which a sale need not name and must not contradict. */
function placeOf({ activity }: OfflineSale, own: string): string {
  const { location = own, occurredAt } = activity;
  if (location !== own) throw new Refusal("forbidden", `This till stands at "${own}" and sells nothing elsewhere.`);
  if (occurredAt === undefined) throw new Refusal("invalid", "A sale says when it was made: `occurredAt`.");
  return own;
}

async function whyAside(
  ctx: Ctx,
  { sale, placed, till }: Draft,
  memberId: string | null,
  home: BookingHome,
): Promise<QuarantineReason | null> {
  if (till.revokedAt !== undefined) return "revoked";
  if (placed.verdict !== "believed") return placed.verdict;
  if (sale.spend === undefined) return null;
  const { offlineSpending } = (await programmeOf(ctx)).policies;
  if (offlineSpending.kind === "off") return "spending_off";
  const used = memberId === null ? 0 : await store.sumOfflineSpends(ctx, memberId, placed.at - DAY_MS);
  if (used + sale.spend.points > offlineSpending.points) return "over_cap";
  const shownMs = wallClock({ now: placed.at }, home.tenant);
  return (await wasThere(ctx, { sale, memberId, shownMs }, home)) ? null : "no_proof";
}

/** Whether the member showed the code of their device when the sale was made, as far as the till's clock can tell. */
async function wasThere(
  ctx: Ctx,
  { sale, memberId, shownMs }: { sale: OfflineSale; memberId: string | null; shownMs: number },
  { tenant, sealer }: BookingHome,
): Promise<boolean> {
  if (tenant.spendingProof === "none") return true;
  if (sale.qr === undefined) return false;
  try {
    const shown = { code: sale.qr, nowMs: shownMs, stepsOff: OFFLINE_STEPS_OFF };
    return (await readCard(ctx, sealer, shown)) === memberId;
  } catch (error) {
    if (error instanceof Refusal && error.code !== "unavailable") return false;
    throw error;
  }
}

function newRow(
  ctx: Ctx,
  { sale, placed, till, contentHash }: Draft,
  { memberId, reason }: Pick<OfflineRow, "memberId" | "reason">,
): OfflineRow {
  const { activity, counter, spend = null } = sale;
  return {
    tillKeyId: till.id,
    counter,
    id: newId(ctx.now, bucketOf(till.id)),
    state: reason === null ? "recorded" : "quarantined",
    reason,
    flag: null,
    contentHash,
    source: activity.source,
    document: activity.document,
    deviceAt: Date.parse(activity.occurredAt ?? "") || 0,
    happenedAt: placed.at,
    memberId,
    activityId: null,
    spend,
    taken: 0,
    owed: 0,
    body: null,
    receivedAt: ctx.now,
    decidedAt: null,
    decidedBy: null,
  };
}

function withBooked(row: OfflineRow, { memberId, activityId, taken, owed, flag }: Booked): OfflineRow {
  return { ...row, memberId, activityId, taken, owed, flag, body: null };
}
