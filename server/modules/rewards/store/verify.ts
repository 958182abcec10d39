// What members took, against what they paid and what is gone from stock.
import { ofTenant } from "../../../platform/verification.ts";

/** `spends`: the ledger's select of spends and how much of them was given back. */
export function issuedEqualSpends(spends: string): string {
  return `
    /* scatter: verification reads everything */
    select s.points is distinct from i.points or s.points_type is distinct from i.points_type
        or s.reversed is distinct from case when i.status = 'cancelled' then i.points else i.returned_points end
        as is_wrong,
      format('member %s, issued reward %s: %s, cost %s points, its spend %s took %s and gave back %s',
        member_id, i.issued_id, i.status, i.points, id, s.points, s.reversed) as what
    from (select bucket, tenant_id, member_id, spend_id as id, id as issued_id, status, points_type, points,
        returned_points from issued_rewards where ${ofTenant}) i
    left join ${spends} s using (bucket, tenant_id, member_id, id)`;
}

export const stocksEqualIssued = `
  /* scatter: verification reads everything */
  select s.gone <> coalesce(i.pieces, 0) as is_wrong,
    format('reward %s: %s pieces are gone, %s were issued and not cancelled', reward_id, s.gone, coalesce(i.pieces, 0))
      as what
  from (select tenant_id, reward_id, stocked - remaining as gone from reward_stocks where ${ofTenant}) s
  left join (select tenant_id, reward_id, count(*) as pieces from issued_rewards
    where status <> 'cancelled' and ${ofTenant} group by tenant_id, reward_id) i using (tenant_id, reward_id)`;

export const reservedEqualSessions = `
  /* scatter: verification reads everything */
  select s.id is null or s.status <> 'reserved' or s.reserved_until is distinct from i.reserved_until
      or not i.id = any (s.rewards) as is_wrong,
    format('member %s, issued reward %s is reserved for session %s, which is %s', i.member_id, i.id, i.session_id,
      s.status) as what
  from (select bucket, tenant_id, member_id, id, session_id, reserved_until from issued_rewards
    where status = 'reserved' and ${ofTenant}) i
  left join checkout_sessions s on s.bucket = i.bucket and s.tenant_id = i.tenant_id and s.id = i.session_id
    and s.member_id = i.member_id`;

/** `activities`, `spends`: the programme's select and the ledger's. A session that sold nothing has none of it. */
export function sessionsEqualSales({ activities, spends }: { activities: string; spends: string }): string {
  return `
    /* scatter: verification reads everything */
    select (s.activity_id is null) <> (a.id is null) or s.spend_id is distinct from p.id
        or coalesce(r.used, 0) <> case when s.activity_id is null then 0 else cardinality(s.rewards) end
        or (s.activity_id is not null and (p.points is distinct from w.points or p.reversed is distinct from w.back))
        as is_wrong,
      format('session %s, %s: activity %s, %s of %s rewards used, spend %s of %s points of which %s came back, not %s',
        s.id, s.status, a.id, coalesce(r.used, 0), cardinality(s.rewards), p.id, p.points, p.reversed, w.back) as what
    from (select * from checkout_sessions where ${ofTenant}) s
    left join ${activities} a on a.bucket = s.bucket and a.tenant_id = s.tenant_id and a.member_id = s.member_id
      and a.id = s.activity_id and a.source = s.source and a.document = s.document
    left join ${spends} p on p.bucket = s.bucket and p.tenant_id = s.tenant_id and p.member_id = s.member_id
      and p.paid_for = s.id
    left join (select bucket, tenant_id, session_id, count(*) as used from issued_rewards
      where status in ('used', 'cancelled') and session_id is not null and ${ofTenant}
      group by bucket, tenant_id, session_id) r
      on r.bucket = s.bucket and r.tenant_id = s.tenant_id and r.session_id = s.id
    left join lateral (select (used ->> 'points')::bigint as points,
        coalesce((s.given_back -> 'takenPerAward' ->> (place - 1)::int)::bigint, 0) as back
      from json_array_elements(s.applied) with ordinality as e (used, place) where used ->> 'id' = 'points') w on true`;
}
