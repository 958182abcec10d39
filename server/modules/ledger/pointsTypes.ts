// The currencies of a programme: may they be spent, do they count for tiers, when do they start and stop being good.

import type { FaceValue } from "@fedele/core/faceValue.ts";
import { earlier, type LotTerms } from "@fedele/core/ledger.ts";
import {
  type Activation,
  activatesAt,
  type Expiry,
  earnedOn,
  expiresAt,
  expiryAfter,
  extended,
  type GiveBack,
} from "@fedele/core/lots.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import { extendLotDates, findLotDates } from "./store/lotDates.ts";
import { insertPointsType, listPointsTypes, type PointsType, updatePointsType } from "./store/pointsTypes.ts";

export type { PointsType };

export const POINTS_TYPES_MAX = 20;

/** All points types of the tenant, by number. */
export async function pointsTypesOf(ctx: Ctx): Promise<PointsType[]> {
  return listPointsTypes(ctx);
}

/** The code of each type by its number. */
export function codesOf(types: readonly PointsType[]): (pointsType: number) => string {
  const codes = new Map(types.map((type) => [type.pointsType, type.code]));
  return (pointsType) => codes.get(pointsType) ?? String(pointsType);
}

/** Adds a currency to the programme. */
export async function addPointsType(ctx: Ctx, type: Omit<PointsType, "pointsType" | "closesAt">): Promise<PointsType> {
  const others = await listPointsTypes(ctx);
  if (others.length >= POINTS_TYPES_MAX) {
    throw new Refusal("invalid", `A programme has at most ${POINTS_TYPES_MAX} points types.`);
  }
  const added = { ...type, pointsType: others.length + 1, closesAt: others[0]?.closesAt ?? null };
  if (!(await insertPointsType(ctx, added))) {
    throw new Refusal("conflict", `There is already a points type "${type.code}".`);
  }
  return added;
}

/** What may change about a points type. Earlier points keep their dates, unless they are to live longer. */
export type PointsTypeChange = Readonly<{
  name?: string | undefined;
  activation?: Activation | undefined;
  expiry?: Expiry | undefined;
  giveBack?: GiveBack | undefined;
  /** Null: it has none any more. */
  faceValue?: FaceValue | null | undefined;
  earlierPoints: "keep" | "extend";
}>;

export async function changePointsType(
  ctx: Ctx,
  code: string,
  change: PointsTypeChange,
  zone: string,
): Promise<PointsType> {
  const before = (await listPointsTypes(ctx)).find((type) => type.code === code);
  if (before === undefined) throw new Refusal("not_found", `The programme has no points type "${code}".`);
  const { name = before.name, activation = before.activation, giveBack = before.giveBack } = change;
  const { faceValue = before.faceValue } = change;
  const expiry = change.expiry === undefined ? before.expiry : expiryAfter(before.expiry, change.expiry, ctx.now);
  const after = { ...before, name, activation, expiry, giveBack, faceValue };
  await updatePointsType(ctx, after);
  if (change.expiry !== undefined && change.earlierPoints === "extend") await extendLots(ctx, before, expiry, zone);
  return after;
}

/** Open lots get the date that they would have under longer terms. One date for all lots of a day. */
async function extendLots(ctx: Ctx, type: PointsType, longer: Expiry, zone: string): Promise<void> {
  const dates = await findLotDates(ctx, type.pointsType);
  const later = dates.flatMap(({ activatesAt: active, expiresAt: end }) => {
    const extension = extended(end, longer, zone, earnedOn(type.activation, zone, active));
    return extension === null ? [] : [{ activatesAt: active, expiresAt: end, ...extension }];
  });
  if (later.length > 0) await extendLotDates(ctx, type.pointsType, later);
}

/**
 * The lot that points of `dayMs` go into. Same funder, same activation, same expiry and nothing drawn in between give
 * the same id, so that points of one day merge without anybody having to look.
 */
export function lotTermsFor(
  type: PointsType,
  earned: { zone: string; dayMs: number; funderId: string | null; bucket: number; draws: number },
): LotTerms {
  const activates = activatesAt(type.activation, earned.zone, earned.dayMs);
  const expires = expiresAt(type.expiry, earned.zone, earned.dayMs);
  return lotTerms(activates, earlier(expires, type.closesAt), earned);
}

/** A lot with dates of its own: opening balances, transfers, points given back with days of grace. */
export function lotTerms(
  activates: number,
  expires: number | null,
  earned: { funderId: string | null; bucket: number; draws: number },
): LotTerms {
  const id = lotId(activates, `${earned.funderId}/${expires}/${earned.draws}`, earned.bucket);
  return { id, funderId: earned.funderId, activatesAt: activates, expiresAt: expires };
}

/** A UUIDv7 of the activation's time whose other bits are a hash of what sets the lot apart within its wallet. */
function lotId(activatesAtMs: number, text: string, bucket: number): string {
  const [high, low] = hash64(text);
  const time = Math.max(0, activatesAtMs).toString(16).padStart(12, "0");
  const hex = high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
  const tail = (0xc000 | bucket).toString(16).padStart(4, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 14)}${tail}`;
}

/** Two 32-bit halves (cyrb53's mixing, public domain): enough to keep a wallet's few lots apart, and 0.2 µs. */
function hash64(text: string): [number, number] {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return [high >>> 0, low >>> 0];
}
