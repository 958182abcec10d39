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
        returned_points from issued_rewards where source = 'points' and ${ofTenant}) i
    left join ${spends} s using (bucket, tenant_id, member_id, id)`;
}

/** A gift has no piece of its own: the giver's reward keeps it. */
export const stocksEqualIssued = `
  /* scatter: verification reads everything */
  select s.gone <> coalesce(i.pieces, 0) as is_wrong,
    format('reward %s: %s pieces are gone, %s were issued and not cancelled', reward_id, s.gone, coalesce(i.pieces, 0))
      as what
  from (select tenant_id, reward_id, stocked - remaining as gone from reward_stocks where ${ofTenant}) s
  left join (select tenant_id, reward_id, count(*) as pieces
    from (select tenant_id, reward_id from issued_rewards
        where source in ('points', 'coupon', 'campaign') and status <> 'cancelled' and ${ofTenant}
      union all
      select tenant_id, reward_id from coupon_redemptions where status = 'redeemed' and ${ofTenant}) as pieces
    group by tenant_id, reward_id) i using (tenant_id, reward_id)`;

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

/**
 * `activities`, `spends`: the programme's select and the ledger's. A session that sold nothing has none of it; one that
 * was undone may have given rewards back that nobody had paid for.
 */
export function sessionsEqualSales({ activities, spends }: { activities: string; spends: string }): string {
  return `
    /* scatter: verification reads everything */
    select (s.activity_id is null) <> (a.id is null) or s.spend_id is distinct from p.id
        or coalesce(r.used, 0) > case when s.activity_id is null then 0 else cardinality(s.rewards) end
        or (coalesce(r.used, 0) < cardinality(s.rewards) and s.activity_id is not null
          and s.status not in ('returned', 'cancelled'))
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

export const couponsEqualUses = `
  /* scatter: verification reads everything */
  select coalesce(c.uses, 0) <> coalesce(u.uses, 0) as is_wrong,
    format('coupon %s: it counts %s uses, %s came of it', coupon_id, c.uses, coalesce(u.uses, 0)) as what
  from (select tenant_id, id as coupon_id, uses from coupons where ${ofTenant}) c
  full join (select tenant_id, coupon_id, count(*) as uses
    from (select tenant_id, coupon_id from issued_rewards
        where source = 'coupon' and status <> 'cancelled' and ${ofTenant}
      union all
      select tenant_id, coupon_id from coupon_redemptions where status = 'redeemed' and ${ofTenant}) as used
    group by tenant_id, coupon_id) u using (tenant_id, coupon_id)`;

/** $2: gifts of which an event is on its way: nobody can say yet where they are. */
export const giftsInOnePlace = `
  /* scatter: verification reads everything */
  select not (id = any ($2::uuid[])) and case g.status
      when 'returned' then coalesce(f.status, 'cancelled') <> 'cancelled'
      when 'sent' then o.status is distinct from 'given' or coalesce(f.status, 'cancelled') = 'cancelled'
      else true end as is_wrong,
    format('member %s, gift %s: it is %s, the giver''s reward is %s, the friend''s is %s', g.member_id, id, g.status,
      o.status, f.status) as what
  from (select tenant_id, bucket, member_id, id, issued_reward_id, status from gifts where ${ofTenant}) g
  left join (select tenant_id, bucket, member_id, id as issued_reward_id, status from issued_rewards
    where ${ofTenant}) o using (tenant_id, bucket, member_id, issued_reward_id)
  left join (select tenant_id, source_id as id, status from issued_rewards
    where source = 'gift' and ${ofTenant}) f using (tenant_id, id)`;

export const givenEqualGifts = `
  /* scatter: verification reads everything */
  select coalesce(g.gifts, 0) <> 1 as is_wrong,
    format('member %s, issued reward %s: it was given away by %s gifts', member_id, issued_reward_id,
      coalesce(g.gifts, 0)) as what
  from (select tenant_id, bucket, member_id, id as issued_reward_id from issued_rewards
    where status = 'given' and ${ofTenant}) i
  left join (select tenant_id, bucket, member_id, issued_reward_id, count(*) as gifts from gifts
    where status <> 'returned' and ${ofTenant} group by tenant_id, bucket, member_id, issued_reward_id) g
    using (tenant_id, bucket, member_id, issued_reward_id)`;

export const benefitsEqualUses = `
  /* scatter: verification reads everything */
  select i.benefit_id is distinct from u.benefit_id or u.uses is distinct from 1 as is_wrong,
    format('member %s, issued reward %s: benefit %s, its uses say %s, %s times', member_id, id, i.benefit_id,
      u.benefit_id, coalesce(u.uses, 0)) as what
  from (select tenant_id, bucket, member_id, id, source_id as benefit_id from issued_rewards
    where source = 'benefit' and status <> 'cancelled' and ${ofTenant}) i
  full join (select tenant_id, bucket, member_id, issued_reward_id as id, min(benefit_id::text)::uuid as benefit_id,
      count(*) as uses from benefit_uses where ${ofTenant} group by tenant_id, bucket, member_id, issued_reward_id) u
    using (tenant_id, bucket, member_id, id)`;
