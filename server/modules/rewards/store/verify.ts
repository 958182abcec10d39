// What members took, against what they paid and what is gone from stock.
import { ofTenant } from "../../../platform/verification.ts";

/** `spends`: the ledger's select of spends and how much of them was given back. */
export function issuedEqualSpends(spends: string): string {
  return `
    /* scatter: verification reads everything */
    select s.points is distinct from i.points or s.points_type is distinct from i.points_type
        or s.reversed is distinct from case when i.status = 'cancelled' then i.points else 0 end as is_wrong,
      format('member %s, issued reward %s: %s, cost %s points, its spend %s took %s and gave back %s',
        member_id, i.issued_id, i.status, i.points, id, s.points, s.reversed) as what
    from (select bucket, tenant_id, member_id, spend_id as id, id as issued_id, status, points_type, points
      from issued_rewards where ${ofTenant}) i
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
