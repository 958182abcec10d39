// Slices of budgets while a batch is decided: what lies in them, what was taken, what was not there.
import type { Programme } from "./programmes.ts";
import { onceFilled, type Shortage } from "./refills.ts";
import type { Slot, SlotChange } from "./store/campaignSlots.ts";

/** `campaignIds`: whose slices were locked, whether they have any or not. */
export type Slices = {
  readonly campaignIds: ReadonlySet<string>;
  readonly slots: Map<string, { free: number; readonly asksAgainAt: number | null }>;
  readonly changes: Map<string, SlotChange>;
  /** What was to be given, and was not there. */
  readonly missing: Map<string, Shortage>;
};

type Place = Readonly<{ bucket: number; campaignId: string }>;

export function slicesFrom(campaignIds: readonly string[], slots: readonly Slot[]): Slices {
  return {
    campaignIds: new Set(campaignIds),
    slots: new Map(slots.map((slot) => [placeOf(slot), { ...slot }])),
    changes: new Map(),
    missing: new Map(),
  };
}

/** In the order in which slots are locked. */
function placeOf({ bucket, campaignId }: Place): string {
  return `${String(bucket).padStart(5, "0")}/${campaignId}`;
}

/** The programme may have changed since this process last read it: then the batch begins again. */
export function requireSlices({ campaignIds }: Slices, { budgets }: Programme): void {
  if (budgets.some((id) => !campaignIds.has(id))) throw onceFilled([]);
}

/** A campaign whose slice was not locked has ended: it gives nothing more, whatever is told late. */
export function leftIn({ slots }: Slices, place: Place): number {
  return slots.get(placeOf(place))?.free ?? 0;
}

/** Takes points out of a slice, or puts back what came back. */
export function take(slices: Slices, { bucket, campaignId }: Place, points: number): void {
  const place = placeOf({ bucket, campaignId });
  const known = slices.slots.get(place);
  if (known !== undefined) known.free -= points;
  const before = slices.changes.get(place)?.points ?? 0;
  slices.changes.set(place, { bucket, campaignId, points: before + points });
}

export function noteMissing({ missing }: Slices, { points, ...shortage }: Shortage): void {
  const place = placeOf(shortage);
  missing.set(place, { ...shortage, points: points + (missing.get(place)?.points ?? 0) });
}

/** Undoes the batch where a slice was too small and there may be more to be had. */
export function requireFilled({ slots, missing }: Slices, nowMs: number): void {
  const shortages = [...missing].flatMap(([place, shortage]): Shortage[] => {
    const { free = 0, asksAgainAt = null } = slots.get(place) ?? {};
    const isAsking = asksAgainAt === null || asksAgainAt <= nowMs;
    const points = shortage.points - free;
    return isAsking && points > 0 ? [{ ...shortage, points }] : [];
  });
  if (shortages.length > 0) throw onceFilled(shortages);
}

/** The changes in the order in which slots are locked. */
export function sortedSlotChanges({ changes }: Slices): SlotChange[] {
  return [...changes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, change]) => (change.points === 0 ? [] : [change]));
}
