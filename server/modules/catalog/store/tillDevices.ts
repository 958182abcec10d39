// All SQL on till_devices.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";

export type TillDevice = Readonly<{ tillKeyId: string; publicKey: Buffer; registeredAt: number }>;

/** False where the till has a device already. */
export async function insertDevice(ctx: Ctx, device: TillDevice): Promise<boolean> {
  const rows = await ctx.query(
    `insert into till_devices (tenant_id, till_key_id, public_key, registered_at) values ($1, $2, $3, $4)
     on conflict do nothing returning till_key_id`,
    [ctx.tenantId, device.tillKeyId, device.publicKey, iso(device.registeredAt)],
  );
  return rows.length === 1;
}

export async function findDevice(ctx: Ctx, tillKeyId: string): Promise<TillDevice | undefined> {
  const rows = await ctx.query<{ till_key_id: string; public_key: Buffer; registered_at: number }>(
    "select till_key_id, public_key, registered_at from till_devices where tenant_id = $1 and till_key_id = $2",
    [ctx.tenantId, tillKeyId],
  );
  return rows.map((row) => ({
    tillKeyId: row.till_key_id,
    publicKey: row.public_key,
    registeredAt: row.registered_at,
  }))[0];
}
