// Issued rewards in the hands of a checkout session: held for a while, used, given back in part.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import type { IssuedKey, MemberKey } from "./issuedRewards.ts";

type SessionKey = MemberKey & Readonly<{ sessionId: string }>;
type Holding = MemberKey & Readonly<{ id: string; sessionId: string; untilMs: number }>;

/** Sets rewards aside for sessions. */
export async function holdIssued(ctx: Ctx, held: readonly Holding[]): Promise<void> {
  await ctx.query(
    `update issued_rewards i set status = 'reserved', session_id = n.session_id, reserved_until = n.until,
       changed_at = $2
     from unnest($3::smallint[], $4::uuid[], $5::uuid[], $6::uuid[], $7::timestamptz[])
       as n (bucket, member_id, id, session_id, until)
     where i.bucket = n.bucket and i.tenant_id = $1 and i.member_id = n.member_id and i.id = n.id`,
    [
      ctx.tenantId,
      iso(ctx.now),
      held.map(({ bucket }) => bucket),
      held.map(({ memberId }) => memberId),
      held.map(({ id }) => id),
      held.map(({ sessionId }) => sessionId),
      held.map(({ untilMs }) => iso(untilMs)),
    ],
  );
}

/** Frees what a session still holds. */
export async function freeIssued(ctx: Ctx, { bucket, memberId, sessionId }: SessionKey): Promise<void> {
  await ctx.query(
    `update issued_rewards set status = 'active', session_id = null, reserved_until = null, changed_at = $5
     where bucket = $1 and tenant_id = $2 and member_id = $3 and session_id = $4 and status = 'reserved'`,
    [bucket, ctx.tenantId, memberId, sessionId, iso(ctx.now)],
  );
}

/** A sale was undone: what it had used and nobody had paid points for is the member's to use again. */
export async function freeUnpaid(ctx: Ctx, { bucket, memberId, sessionId }: SessionKey): Promise<void> {
  await ctx.query(
    `update issued_rewards set status = 'active', session_id = null, changed_at = $5
     where bucket = $1 and tenant_id = $2 and member_id = $3 and session_id = $4 and status = 'used'
       and source <> 'points'`,
    [bucket, ctx.tenantId, memberId, sessionId, iso(ctx.now)],
  );
}

/** Uses what sessions hold; the caller has seen that they do, under the members' locks. */
export async function useHeldIssued(ctx: Ctx, used: readonly IssuedKey[]): Promise<void> {
  await ctx.query(
    `update issued_rewards i set status = 'used', reserved_until = null, changed_at = $2
     from unnest($3::smallint[], $4::uuid[], $5::uuid[]) as n (bucket, member_id, id)
     where i.bucket = n.bucket and i.tenant_id = $1 and i.member_id = n.member_id and i.id = n.id
       and i.status = 'reserved'`,
    [
      ctx.tenantId,
      iso(ctx.now),
      used.map(({ bucket }) => bucket),
      used.map(({ memberId }) => memberId),
      used.map(({ id }) => id),
    ],
  );
}

/** Points of used rewards went back with returned goods; where all of them did, nothing is left of the reward. */
export async function saveReturnedPoints(
  ctx: Ctx,
  { bucket, memberId }: MemberKey,
  returned: readonly Readonly<{ id: string; points: number }>[],
): Promise<void> {
  await ctx.query(
    `update issued_rewards i set returned_points = i.returned_points + n.points, changed_at = $4,
       status = case when i.returned_points + n.points = i.points then 'cancelled' else i.status end
     from unnest($5::uuid[], $6::bigint[]) as n (id, points)
     where i.bucket = $1 and i.tenant_id = $2 and i.member_id = $3 and i.id = n.id`,
    [bucket, ctx.tenantId, memberId, iso(ctx.now), returned.map(({ id }) => id), returned.map(({ points }) => points)],
  );
}
