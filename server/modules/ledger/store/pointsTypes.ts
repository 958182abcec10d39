import type { FaceValue } from "@fedele/core/faceValue.ts";
import type { Activation, Expiry, GiveBack } from "@fedele/core/lots.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { iso, isoOrNull } from "./wallets.ts";

export type PointsType = Readonly<{
  /** Its number in the tenant: 1, 2, … */
  pointsType: number;
  code: string;
  name: string;
  spendable: boolean;
  qualifying: boolean;
  activation: Activation;
  expiry: Expiry;
  giveBack: GiveBack;
  /** Null: nobody has said what its points are worth. */
  faceValue: FaceValue | null;
  /** When all of them are gone, because the programme ends; null: it does not. */
  closesAt: number | null;
}>;

type Row = {
  points_type: number;
  code: string;
  name: string;
  spendable: boolean;
  qualifying: boolean;
  activation: Activation;
  expiry: Expiry;
  give_back: GiveBack;
  face_points: number | null;
  face_minor: number | null;
  closes_at: number | null;
};

export async function listPointsTypes(ctx: Ctx): Promise<PointsType[]> {
  const rows = await ctx.query<Row>(
    `select points_type, code, name, spendable, qualifying, activation, expiry, give_back, face_points, face_minor,
       closes_at
     from points_types
     where tenant_id = $1 order by points_type`,
    [ctx.tenantId],
  );
  return rows.map(toPointsType);
}

function toPointsType(row: Row): PointsType {
  const { points_type: pointsType, give_back: giveBack, face_points: points, face_minor: minor, ...rest } = row;
  const { closes_at: closesAt, ...same } = rest;
  const faceValue = points === null || minor === null ? null : { points, minor };
  return { pointsType, giveBack, faceValue, closesAt, ...same };
}

/** Writes the terms of a type as they now are; code, number and flags never change. */
export async function updatePointsType(ctx: Ctx, type: PointsType): Promise<void> {
  await ctx.query(
    `update points_types set name = $3, activation = $4, expiry = $5, give_back = $6, face_points = $7, face_minor = $8
     where tenant_id = $1 and points_type = $2`,
    [
      ctx.tenantId,
      type.pointsType,
      type.name,
      JSON.stringify(type.activation),
      JSON.stringify(type.expiry),
      JSON.stringify(type.giveBack),
      type.faceValue?.points ?? null,
      type.faceValue?.minor ?? null,
    ],
  );
}

/** False when the code is taken. */
export async function insertPointsType(ctx: Ctx, type: PointsType): Promise<boolean> {
  const rows = await ctx.query(
    `insert into points_types (tenant_id, points_type, code, name, spendable, qualifying, activation, expiry, give_back,
       face_points, face_minor, closes_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing returning code`,
    [
      ctx.tenantId,
      type.pointsType,
      type.code,
      type.name,
      type.spendable,
      type.qualifying,
      JSON.stringify(type.activation),
      JSON.stringify(type.expiry),
      JSON.stringify(type.giveBack),
      type.faceValue?.points ?? null,
      type.faceValue?.minor ?? null,
      isoOrNull(type.closesAt),
      iso(ctx.now),
    ],
  );
  return rows.length === 1;
}

/** When the points of every type of the tenant are gone; null: by their own dates alone. */
export async function setClosing(ctx: Ctx, closesAt: number | null): Promise<void> {
  await ctx.query("update points_types set closes_at = $2 where tenant_id = $1", [ctx.tenantId, isoOrNull(closesAt)]);
}
