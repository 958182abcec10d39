// Who may come into a journey: by what they did, what happened to them or who they are; and whether they were here.
import type { Facts } from "@fedele/core/facts.ts";
import { beginJourney, holds, meets } from "@fedele/core/journeys.ts";
import { dateIn, endOfDate, plusDays } from "@fedele/core/time.ts";
import type { OutboxEvent } from "../../platform/outbox.ts";
import type { MemberRecord } from "../members/facts.ts";
import type { ActivityRow } from "../programme/storedActivities.ts";
import { admit, type Leading, settingOf } from "./journeyWalks.ts";
import type { InstanceRow } from "./store/journeyInstances.ts";
import type { JourneyRow } from "./store/journeys.ts";

/** What was there before, by member, journey and object: whether it goes on, and when it began last. */
export type Past = Map<string, { isLive: boolean; enteredAt: number }>;

export function pastKey(memberId: string, journeyId: string, object: string): string {
  return `${memberId} ${journeyId} ${object}`;
}

/** What lets somebody in: an event with the activity that it tells of, or nothing but who they are. */
export type Occasion = Readonly<{ id: string; event?: OutboxEvent; activity?: Facts["activity"]; row?: ActivityRow }>;

/** The object that an activity is about, as the journey counts; null where it names none, '' where it counts none. */
export function objectOf({ keyedBy }: JourneyRow["plan"], row: ActivityRow | undefined): string | null {
  if (keyedBy === null) return "";
  if (row === undefined) return null;
  if (keyedBy.kind === "document") return row.document;
  const named = row.attributes?.[keyedBy.name];
  return named === undefined ? null : String(named);
}

/** Lets the member in where everything speaks for it. */
export function enter(
  leading: Leading,
  { journey, record, past }: Readonly<{ journey: JourneyRow; record: MemberRecord; past: Past }>,
  occasion: Occasion,
): InstanceRow | null {
  if (journey.status !== "running" || record.mergedInto !== null || record.facts.status === "closed") return null;
  const object = objectOf(journey.plan, occasion.row);
  if (object === null) return null;
  const setting = settingOf(leading, record, { journeyId: journey.id, object, activity: occasion.activity });
  if (!isCalled(journey, setting.facts, occasion)) return null;
  const key = pastKey(record.memberId, journey.id, object);
  if (whyNotAgain(journey, past.get(key), { now: leading.ctx.now, zone: leading.tenant.timezone }) !== null)
    return null;
  const walk = beginJourney(journey.plan, setting);
  const instance = admit(leading, { journey, record, object, enteredBy: occasion.id }, walk);
  past.set(key, { isLive: instance.state === "waiting", enteredAt: leading.ctx.now });
  return instance;
}

function isCalled({ plan: { entry } }: JourneyRow, facts: Facts, { event }: Occasion): boolean {
  switch (entry.kind) {
    case "activity":
      return meets(entry, facts);
    case "event":
      return event?.type === entry.event && holds(entry.conditions, facts);
    case "segment":
      return holds(entry.conditions, facts);
    case "date":
      return event === undefined && holds(entry.conditions, facts);
  }
}

export type NotAgain = "underway" | "been_there" | "too_soon";

/** Null: nothing that was before stands in the way. */
export function whyNotAgain(
  { plan: { entry, reentry } }: JourneyRow,
  before: { isLive: boolean; enteredAt: number } | undefined,
  { now, zone }: Readonly<{ now: number; zone: string }>,
): NotAgain | null {
  if (before === undefined) return null;
  if (before.isLive) return "underway";
  if (reentry.kind === "once") return "been_there";
  // A day lets in once, however often it is looked at.
  if (entry.kind === "date" && dateIn(zone, before.enteredAt) === dateIn(zone, now)) return "too_soon";
  if (reentry.kind === "after_end") return null;
  const last = plusDays(dateIn(zone, before.enteredAt), reentry.days - 1);
  return now < endOfDate(zone, last) ? "too_soon" : null;
}
