import type { Activation, Expiry, GiveBack } from "@fedele/core/lots.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { iso } from "./wallets.ts";

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
};

export async function listPointsTypes(ctx: Ctx): Promise<PointsType[]> {
  const rows = await ctx.query<Row>(
    `select points_type, code, name, spendable, qualifying, activation, expiry, give_back from points_types
     where tenant_id = $1 order by points_type`,
    [ctx.tenantId],
  );
  return rows.map(({ points_type, give_back, ...row }) => ({ pointsType: points_type, giveBack: give_back, ...row }));
}

/** Writes the terms of a type as they now are; code, number and flags never change. */
export async function updatePointsType(ctx: Ctx, type: PointsType): Promise<void> {
  await ctx.query(
    `update points_types set name = $3, activation = $4, expiry = $5, give_back = $6
     where tenant_id = $1 and points_type = $2`,
    [
      ctx.tenantId,
      type.pointsType,
      type.name,
      JSON.stringify(type.activation),
      JSON.stringify(type.expiry),
      JSON.stringify(type.giveBack),
    ],
  );
}

/** False when the code is taken. */
export async function insertPointsType(ctx: Ctx, type: PointsType): Promise<boolean> {
  const rows = await ctx.query(
    `insert into points_types (tenant_id, points_type, code, name, spendable, qualifying, activation, expiry, give_back,
       created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning code`,
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
      iso(ctx.now),
    ],
  );
  return rows.length === 1;
}
