// What the members module tells the others: events about one member, without a name in them.
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketOf, newId } from "../../platform/ids.ts";
import { emit } from "../../platform/outbox.ts";

type Telling = Readonly<{ type: string; data?: Readonly<Record<string, unknown>> }>;

/** Written in the transaction of what it tells. */
export async function tell(ctx: Ctx, memberId: string, { type, data = {} }: Telling): Promise<void> {
  const bucket = bucketOf(memberId);
  await emit(ctx, [{ id: newId(ctx.now, bucket), type, bucket, memberId, at: ctx.now, data }]);
}
