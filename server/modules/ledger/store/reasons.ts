// The free text beside a member's points, which may say anything of the person.
import type { Ctx } from "../../../platform/database/transaction.ts";
import type { MemberKey } from "./wallets.ts";

/** Where a reason must stand this word takes its place. */
const ERASED = "erased";

/** Takes every reason from what a member spent, reserved, gave away and was given by hand. */
export async function blankReasons(ctx: Ctx, { bucket, memberId }: MemberKey): Promise<void> {
  const place = [ctx.tenantId, bucket, memberId];
  const blank = (table: "spends" | "holds" | "transfers"): string =>
    `update ${table} set reason = null
     where bucket = $2 and tenant_id = $1 and member_id = $3 and reason is not null`;
  await Promise.all([
    ctx.query(blank("spends"), place),
    ctx.query(blank("holds"), place),
    ctx.query(blank("transfers"), place),
    ctx.query(`update adjustments set reason = $4 where bucket = $2 and tenant_id = $1 and member_id = $3`, [
      ...place,
      ERASED,
    ]),
  ]);
}
