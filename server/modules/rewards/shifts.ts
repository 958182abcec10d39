// The report of a shift: what each till, or each person at one, sold, gave and took on a day. Purchases are counted
// where and when they happened; what was done by hand is the shift's of whoever did it.
import { type Part, type PointsOf, type ShiftSums, shiftsOf } from "@fedele/core/shifts.ts";
import { endOfDate, startOfDate } from "@fedele/core/time.ts";
import { undoReasons } from "@fedele/sdk/schemas/checkout.ts";
import { UNDONE_MAX } from "@fedele/sdk/schemas/shift.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { type DeedSum, listUndone, sumDeeds } from "../members/tillDeeds.ts";
import { listUndonePurchases, sumSourcePoints, sumSources } from "../programme/shifts.ts";

export type ShiftAsked = Readonly<{
  day: string;
  zone: string;
  /** Null: all of them. */
  locationId: string | null;
  /** Null: everybody's. */
  source: string | null;
  currency: string;
}>;

export type UndoneRow = Readonly<{
  source: string;
  kind: "purchase" | "reward";
  document: string | null;
  amountMinor: number | null;
  reason: string | null;
  at: number;
}>;

export type ShiftRows = Readonly<{
  shifts: ReadonlyMap<string, ShiftSums>;
  total: ShiftSums;
  undone: readonly UndoneRow[];
}>;

export async function readShifts(ctx: Ctx, asked: ShiftAsked): Promise<ShiftRows> {
  const { day, zone, locationId, source, currency } = asked;
  const period = { from: startOfDate(zone, day), until: endOfDate(zone, day) };
  const bought = { ...period, locationId, source };
  const [sources, given, deeds, takenBack, undoneUses] = await Promise.all([
    sumSources(ctx, bought, currency),
    sumSourcePoints(ctx, bought),
    sumDeeds(ctx, period, source),
    listUndonePurchases(ctx, bought, { reasons: undoReasons, limit: UNDONE_MAX }),
    listUndone(ctx, period, { actor: source, limit: UNDONE_MAX }),
  ]);

  // A person's session stands nowhere: what they did by hand is where they sold on that day, and always in their own.
  const sellers = new Set(sources.map((one) => one.source));
  const isHere = (deed: { readonly actor: string; readonly locationId: string | null }): boolean =>
    locationId === null ||
    deed.locationId === locationId ||
    (deed.locationId === null && (source !== null || sellers.has(deed.actor)));

  const earned = given.map(({ source: by, ...points }): Part => ({ source: by, pointsGiven: [points] }));
  const parts: Part[] = [...sources, ...earned, ...deeds.filter(isHere).map(partOf)];
  const undone = [
    ...takenBack.map((one): UndoneRow => ({ ...one, kind: "purchase" })),
    ...undoneUses
      .filter(isHere)
      .map(({ actor, reason, at }): UndoneRow => ({ ...nothingBought, source: actor, reason, at })),
  ];
  return { ...shiftsOf(parts), undone: undone.toSorted((a, b) => b.at - a.at) };
}

const nothingBought = { kind: "reward", document: null, amountMinor: null } as const;

function partOf({ actor: source, kind, many, pointsType, points }: DeedSum): Part {
  const used: PointsOf[] = pointsType === null ? [] : [{ pointsType, points }];
  switch (kind) {
    case "joined":
      return { source, joins: many };
    case "used":
      return { source, rewardsUsed: many };
    case "undone":
      return { source, rewardsUndone: many };
    case "taken":
    case "paid":
    case "given_back":
      return { source, pointsUsed: used };
  }
}
