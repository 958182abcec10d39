// The one way into the programme: a purchase, a return, a visit, a share, a referral, an answer.

import { isSignOfLife } from "@fedele/core/lots.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import type { OutboxEvent } from "../../platform/outbox.ts";
import { outcomeOf, Refusal } from "../../platform/refusal.ts";
import { type Book, openBook, readExpiredLots, readLots } from "../ledger/postings.ts";
import { silenceOf } from "../ledger/settling.ts";
import { findExpiriesOf } from "../ledger/statements.ts";
import { lockFacts, type MemberRecord } from "../members/facts.ts";
import { isTooLate, mayTakePart } from "./admission.ts";
import { type Batch, keyText } from "./batch.ts";
import { byKey, type Settled, writeBatch } from "./batchRows.ts";
import { decideEarning } from "./earning.ts";
import {
  isLate,
  isLateForPeriod,
  type Lateness,
  punctual,
  readHistories,
  readPeriodValue,
  readSince,
} from "./lateness.ts";
import { noCounts, readCounts } from "./limits.ts";
import { isSamePerson, movedOn, readOwners } from "./moved.ts";
import type { NewActivity } from "./newActivity.ts";
import { readParts } from "./parts.ts";
import { knownBudgets, programmeAt, revisionOf } from "./programmes.ts";
import { decideReturning } from "./returning.ts";
import { requireFilled, requireSlices, slicesFrom } from "./slices.ts";
import {
  type ActivityPlace,
  claimActivityKeys,
  findActivities,
  findActivityKeys,
  findPurchasesOf,
} from "./store/activities.ts";
import { lockSlots } from "./store/campaignSlots.ts";
import { findParked, findParkedReturns, findReturned, type ParkedStatus, type WaitingReturn } from "./store/returns.ts";
import { findTierChanges } from "./store/tiers.ts";
import type { ActivityRow, BusinessKey, KeyRow } from "./storedActivities.ts";
import { readRecent } from "./velocity.ts";

type MemberKey = Readonly<{ bucket: number; memberId: string }>;

/**
 * What came of an activity. `row` is null while a return waits for its sale, and for good when that did not come in
 * time: it is an orphan. A replay shows the first outcome.
 */
export type Recorded = Readonly<{ id: string; row: ActivityRow | null; isReplay: boolean; isOrphan?: boolean }>;

const HOUR_MS = 3_600_000;

/**
 * Records a batch of one tenant in one transaction. Safe to repeat: the same key gives the same awards and moves no
 * points twice. Costs the same number of statements for one as for five hundred: 14 in 2 flights when they only earn,
 * at most 20 in 4 with returns and replays (tests/engines/budget.test.ts).
 */
export async function recordActivities(
  ctx: LaneCtx,
  activities: readonly NewActivity[],
): Promise<(Recorded | Refusal)[]> {
  const { outcomes, write } = await decideActivities(ctx, activities);
  write();
  return outcomes;
}

/** Decided and not yet written. `write` posts the book, with whatever else was decided on it. */
export type Recording = Readonly<{
  outcomes: (Recorded | Refusal)[];
  book: Book;
  records: ReadonlyMap<string, MemberRecord>;
  write(besides?: readonly OutboxEvent[]): void;
}>;

/**
 * For whoever moves points of the same members in the same transaction: it is decided on the same book, so that every
 * row is written once. `drawing`: those of whom points will be taken there.
 */
export async function decideActivities(
  ctx: LaneCtx,
  activities: readonly NewActivity[],
  drawing: readonly MemberKey[] = [],
): Promise<Recording> {
  const members = distinctMembers(activities);
  const budgets = knownBudgets(ctx);
  const [fresh, slots, named, records, book, revision, waiting] = await Promise.all([
    claimActivityKeys(ctx, activities.map(keyRow).sort(byKey)),
    budgets.length === 0 ? [] : lockSlots(ctx, [...new Set(members.map(({ bucket }) => bucket))], budgets),
    findNamedPurchases(ctx, activities),
    lockFacts(ctx, members),
    openBook(ctx, members),
    revisionOf(ctx),
    findParkedReturns(
      ctx,
      activities.filter(isPurchase).map(({ key }) => key),
    ),
  ]);
  const batch: Batch = {
    ctx,
    place: activities[0]?.place ?? { timezone: "UTC", currency: "EUR", bucketSpan: 1 },
    programme: await programmeAt(ctx, revision),
    book,
    records: new Map(records.map((record) => [record.memberId, record])),
    movedTo: new Map(),
    touched: new Set(),
    purchases: new Map(),
    purchaseIds: new Map(named.map((key) => [keyText(key), key])),
    returned: new Map(),
    changedReturns: new Set(),
    rows: [],
    parts: [],
    events: [],
    tierChanges: [],
    histories: [],
    counts: noCounts(),
    slices: slicesFrom(budgets, slots),
    heldOut: new Map(),
    orphans: [],
    parked: [],
    expiries: [],
    earned: [],
    recent: [],
    flags: [],
  };
  requireSlices(batch.slices, batch.programme);
  const later = await readLater(batch, { activities, fresh, waiting, drawing });

  const outcomes = activities.map((activity) => {
    if (!fresh.has(activity.id)) return later.replays.get(activity.id) ?? notYours();
    return decideOne(batch, activity, later);
  });
  const settled = settleWaiting(batch, waiting, later);
  requireFilled(batch.slices, ctx.now);

  const write = (besides: readonly OutboxEvent[] = []): void => {
    batch.events.push(...besides);
    writeBatch(batch, { refused: refusedOf(activities, outcomes, fresh), settled });
  };
  return { outcomes, book, records: batch.records, write };
}

function keyRow({ key, memberId, id, fingerprint }: NewActivity) {
  return { ...key, memberId, activityId: id, fingerprint };
}

function isPurchase({ activity }: NewActivity): boolean {
  return activity.kind === "purchase";
}

function isEarning({ activity }: NewActivity): boolean {
  return activity.kind !== "return";
}

function distinctMembers(activities: readonly MemberKey[]): MemberKey[] {
  const members = new Map(activities.map(({ bucket, memberId }) => [memberId, { bucket, memberId }]));
  return [...members.values()];
}

function findNamedPurchases(ctx: LaneCtx, activities: readonly NewActivity[]): ReturnType<typeof findActivityKeys> {
  const keys = activities.flatMap(({ purchase }) => (purchase === null ? [] : [purchase]));
  return keys.length === 0 ? Promise.resolve([]) : findActivityKeys(ctx, keys);
}

/**
 * What only some batches need: replays, the purchases that returns are about, lots, and what late activities missed.
 */
type Later = Readonly<{
  replays: ReadonlyMap<string, Recorded | Refusal>;
  lateness: ReadonlyMap<string, Lateness>;
}>;

type Asked = Readonly<{
  activities: readonly NewActivity[];
  fresh: ReadonlySet<string>;
  waiting: readonly WaitingReturn[];
  drawing: readonly MemberKey[];
}>;

async function readLater(batch: Batch, { activities, fresh, waiting, drawing }: Asked): Promise<Later> {
  const isNew = ({ id }: NewActivity): boolean => fresh.has(id);
  const returns = [
    ...activities.filter(({ activity }) => activity.kind === "return"),
    ...waiting.map(({ body }) => body),
  ];
  const news = activities.filter(isNew);
  const repeated = activities.filter((activity) => !isNew(activity));
  const silent = news.filter((activity) => isSilent(batch, activity));
  const keys = repeated.length === 0 ? [] : await findActivityKeys(batch.ctx, repeated.map(keyIn));
  const unsettled = repeated.flatMap(({ purchase, key }) => (purchase === null ? [] : [{ sale: purchase, own: key }]));
  const [counts, rows, lateness, parked] = await Promise.all([
    readCounts(batch.ctx, batch.programme, news.filter(isEarning), batch.place.timezone),
    readPurchases(batch, returns, keys.map(placeNamed)),
    readLateness(batch, news),
    unsettled.length === 0 ? [] : findParked(batch.ctx, unsettled),
    readLots(batch.ctx, batch.book, distinctMembers([...returns, ...silent, ...drawing]).filter(isKnownTo(batch))),
    readExpiries(batch, silent),
    readParts(batch, news),
    readRecent(batch, news),
    readHistories(batch, returns),
  ]);
  batch.counts = counts;
  await readOwners(
    batch,
    [...keys, ...batch.purchases.values()].map((owned) => owned.memberId),
  );
  const orphans = new Set(parked.filter((it) => isOrphan(it, batch.ctx.now)).map(({ own }) => keyText(own)));
  const keyOf = new Map(keys.map((key) => [keyText(key), key]));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const replays = new Map(
    repeated.map((activity) => {
      const key = keyOf.get(keyText(activity.key));
      if (key === undefined) throw new Error("a business key was neither claimed nor found");
      const row = rowOf.get(key.activityId) ?? null;
      const isSame = isSamePerson(batch, key.memberId, activity) && key.fingerprint === activity.fingerprint;
      const outcome: Recorded | Refusal = isSame
        ? { id: key.activityId, row, isReplay: true, isOrphan: row === null && orphans.has(keyText(activity.key)) }
        : usedForAnother(activity);
      return [activity.id, outcome] as const;
    }),
  );
  return { replays, lateness };
}

function isKnownTo(batch: Batch): (member: { memberId: string }) => boolean {
  return ({ memberId }) => batch.records.has(memberId);
}

function keyIn({ key }: NewActivity): BusinessKey {
  return key;
}

function placeNamed({ activityId, memberId }: KeyRow): ActivityPlace {
  return { bucket: bucketIn(activityId), memberId, id: activityId };
}

function bucketIn(id: string): number {
  return Number.parseInt(id.slice(-4), 16) & 0x3fff;
}

function usedForAnother({ key }: NewActivity): Refusal {
  return new Refusal(
    "conflict",
    `"${key.document}" of "${key.source}" was recorded before with other contents; nothing was changed.`,
  );
}

function notYours(): Refusal {
  return new Refusal("not_found", "There is no such member.");
}

/** A wallet whose points are over by silence unless this activity is a sign of life. */
function isSilent(batch: Batch, activity: NewActivity): boolean {
  return [...batch.programme.pointsTypes.values()].some((type) => {
    if (!isSignOfLife(type.expiry, activity.activity.kind)) return false;
    const key = { bucket: activity.bucket, memberId: activity.memberId, pointsType: type.pointsType };
    const endsAt = silenceOf(key, batch.book, { zone: batch.place.timezone, type });
    return endsAt !== null && endsAt <= batch.ctx.now;
  });
}

async function readExpiries(batch: Batch, silent: readonly NewActivity[]): Promise<void> {
  if (silent.length === 0) return;
  const expiries = await findExpiriesOf(batch.ctx, distinctMembers(silent));
  await readExpiredLots(batch.ctx, batch.book, expiries);
  batch.expiries.push(...expiries);
}

/** The purchases that returns may touch, and how far they came back already. In the same breath, what was replayed. */
async function readPurchases(
  batch: Batch,
  returns: readonly NewActivity[],
  replayed: readonly ActivityPlace[],
): Promise<ActivityRow[]> {
  const places = returns.flatMap(({ purchase }): ActivityPlace[] => {
    const key = purchase === null ? undefined : batch.purchaseIds.get(keyText(purchase));
    return key === undefined ? [] : [placeNamed(key)];
  });
  const isMatched = batch.programme.policies.unmatchedReturn.kind === "match_latest";
  const unnamed = returns.filter(({ purchase, imported }) => {
    const isKnown = purchase !== null && batch.purchaseIds.has(keyText(purchase));
    return !isKnown && (imported !== null || isMatched);
  });
  const products = unnamed.flatMap(({ returned }) =>
    returned.flatMap(({ product }) => (product === null ? [] : [product])),
  );
  const wanted = [...places, ...replayed];
  const [rows, matched, returned] = await Promise.all([
    wanted.length === 0 ? [] : findActivities(batch.ctx, wanted),
    products.length === 0 ? [] : findPurchasesOf(batch.ctx, distinctMembers(unnamed), [...new Set(products)]),
    places.length === 0 ? [] : findReturned(batch.ctx, places),
  ]);
  const named = new Set(places.map(({ id }) => id));
  for (const row of [...rows.filter(({ id }) => named.has(id)), ...matched]) batch.purchases.set(row.id, row);
  const returnedOf = matched.length === 0 ? [] : await findReturned(batch.ctx, matched);
  for (const { activityId, returned: soFar } of [...returned, ...returnedOf]) batch.returned.set(activityId, soFar);
  return rows;
}

/** For activities that are told late: the tier's history, and what the period of then had reached. */
async function readLateness(batch: Batch, news: readonly NewActivity[]): Promise<ReadonlyMap<string, Lateness>> {
  const late = news.filter(({ memberId, activity, imported }) => {
    const record = batch.records.get(memberId);
    if (record === undefined || imported !== null || activity.kind === "return") return false;
    return isLate(activity.at, batch.ctx.now) || isLateForPeriod(record.standing, activity.at);
  });
  if (late.length === 0) return new Map();
  const [changes, values, since] = await Promise.all([
    findTierChanges(batch.ctx, distinctMembers(late)),
    Promise.all(late.map((activity) => readPeriodValue(batch, activity))),
    Promise.all(late.map((activity) => readSince(batch, activity))),
  ]);
  return new Map(
    late.map((activity, index) => {
      const tierChanges = changes.filter(({ memberId }) => memberId === activity.memberId);
      return [activity.id, { tierChanges, periodValue: values[index] ?? 0, since: since[index] ?? [] }];
    }),
  );
}

function decideOne(batch: Batch, activity: NewActivity, later: Later): Recorded | Refusal {
  const record = batch.records.get(activity.memberId);
  if (record === undefined) return notYours();
  const refusal = movedOn(record) ?? mayTakePart(record, activity, batch.ctx.now) ?? isTooLate(batch, activity);
  if (refusal !== null) return refusal;
  return outcomeOf(() => {
    const row = decide(batch, activity, record, later.lateness.get(activity.id) ?? punctual);
    if (row === "parked") return park(batch, activity);
    keep(batch, activity, row);
    return { id: row.id, row, isReplay: false };
  });
}

function decide(batch: Batch, activity: NewActivity, record: MemberRecord, late: Lateness): ActivityRow | "parked" {
  if (activity.activity.kind === "return") return decideReturning(batch, activity, record);
  return decideEarning(batch, activity, record, late);
}

function keep(batch: Batch, activity: NewActivity, row: ActivityRow): void {
  batch.rows.push(row);
  if (row.kind === "purchase") {
    batch.purchases.set(row.id, row);
    batch.purchaseIds.set(keyText(activity.key), keyRow(activity));
  }
  const { bucket, memberId, id } = row;
  batch.events.push({ id, type: "activity.recorded", bucket, memberId, at: batch.ctx.now, data: { kind: row.kind } });
}

function park(batch: Batch, activity: NewActivity): Recorded {
  const policy = batch.programme.policies.unmatchedReturn;
  if (activity.purchase === null || policy.kind !== "park")
    throw new Error("only a return that names its sale can wait");
  batch.parked.push({
    sale: activity.purchase,
    own: activity.key,
    memberId: activity.memberId,
    body: activity,
    fingerprint: activity.fingerprint,
    dueAt: batch.ctx.now + policy.hours * HOUR_MS,
  });
  return { id: activity.id, row: null, isReplay: false };
}

/** Whether it has waited in vain, whether or not a job has said so. */
function isOrphan({ status, dueAt }: { status: ParkedStatus; dueAt: number }, nowMs: number): boolean {
  return status === "orphan" || (status === "parked" && dueAt <= nowMs);
}

/** Returns whose sale has just come in are taken back at once; too late or not fitting its sale, one is an orphan. */
function settleWaiting(batch: Batch, waiting: readonly WaitingReturn[], later: Later): Settled[] {
  return waiting.flatMap((it): Settled[] => {
    if (!batch.purchaseIds.has(keyText(it.sale))) return [];
    if (it.dueAt <= batch.ctx.now) return [{ ...it, status: "orphan" }];
    const outcome = decideOne(batch, it.body, later);
    return [{ ...it, status: outcome instanceof Refusal ? "orphan" : "settled" }];
  });
}

/** Fresh and refused: what was not done may be asked for again. */
function refusedOf(
  activities: readonly NewActivity[],
  outcomes: readonly (Recorded | Refusal)[],
  fresh: ReadonlySet<string>,
): NewActivity[] {
  return activities.filter(({ id }, index) => fresh.has(id) && outcomes[index] instanceof Refusal);
}
