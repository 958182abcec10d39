// What activities may tell of a person besides what was bought.
import type { Ctx } from "../../../platform/database/transaction.ts";

type MemberKey = Readonly<{ bucket: number; memberId: string }>;

/** The facts of a person that an activity was judged by. */
const COARSE = "array['language', 'country', 'birthMonth', 'birthDay']";

/** Takes from a member's activities what the caller wrote beside them, and what they knew of the person. */
export async function blankActivities(ctx: Ctx, { bucket, memberId }: MemberKey): Promise<void> {
  await ctx.query(
    `update activities set attributes = null, facts = nullif(facts::jsonb - ${COARSE}, '{}'::jsonb)::json
     where bucket = $2 and tenant_id = $1 and member_id = $3 and (attributes is not null or facts is not null)`,
    [ctx.tenantId, bucket, memberId],
  );
}

/** Ends a member's returns that still wait for their sale, and empties what was told of them. */
export async function endParkedReturns(ctx: Ctx, { memberId }: MemberKey): Promise<void> {
  await ctx.query(
    `/* scatter: they lie by their sale; the table is all but empty */
     update parked_returns set body = '{}', status = case when status = 'parked' then 'orphan' else status end
     where tenant_id = $1 and member_id = $2`,
    [ctx.tenantId, memberId],
  );
}

/** Nobody is named any more by the returns that an import could match with no sale. */
export async function blankOrphans(ctx: Ctx, customerHashes: readonly Buffer[]): Promise<void> {
  await ctx.query(
    `/* scatter: they lie by their document; only imports write them */
     update orphan_returns set customer_hash = '', customer_sealed = ''
     where tenant_id = $1 and customer_hash = any($2::bytea[])`,
    [ctx.tenantId, customerHashes],
  );
}
