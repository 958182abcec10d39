// What must be true of the programme's tables, and of what it told the ledger and the members, as selects for
// platform/verification.ts. The places of the compact arrays are said in storedActivities.ts.
import { ofTenant, weightOf } from "../../../platform/verification.ts";

/** What activities say they moved, and what a policy let go of instead of leaving a debt. */
const parts = `(
  select bucket, tenant_id, member_id, id, (moved ->> 0)::smallint as points_type, (moved ->> 1)::bigint as points
  from activities cross join lateral json_array_elements(awards -> 'p') as m (moved) where ${ofTenant}
  union all
  select bucket, tenant_id, member_id, id, (moved ->> 0)::smallint, (moved ->> 1)::bigint
  from activities cross join lateral json_array_elements(awards -> 's') as m (moved)
  where kind = 'return' and moved ->> 2 <> 'debt' and ${ofTenant})`;

/** For whoever else says that an activity is theirs. */
export const activitiesAsRecorded = `(select bucket, tenant_id, member_id, id, source, document from activities
  where ${ofTenant})`;

/** `moved`: the ledger's select of what activities and returns moved. */
export function activitiesEqualEntries(moved: string): string {
  return `
    /* scatter: verification reads everything */
    select coalesce(a.points, 0) <> coalesce(e.points, 0) as is_wrong,
      format('member %s, activity %s, points type %s: it says %s, its entries say %s',
        member_id, id, points_type, a.points, e.points) as what
    from (select bucket, tenant_id, member_id, id, points_type, sum(points) as points
      from ${parts} parts group by bucket, tenant_id, member_id, id, points_type) a
    full join ${moved} e using (bucket, tenant_id, member_id, id, points_type)`;
}

/** The same by sums. `moved`: the ledger's, one row a points type. */
export function activitiesSummed(moved: string): string {
  return `
    /* scatter: verification reads everything */
    select coalesce(a.n, 0) as n, coalesce(a.weight, 0) = coalesce(e.weight, 0) as is_equal
    from (select points_type, count(*) as n, sum(points::numeric * ${weightOf("id", "member_id")}) as weight
      from ${parts} parts group by points_type) a
    full join ${moved} e using (points_type)`;
}

/** `moved`: the ledger's select of points that were made up for because something was told late. */
export function topUpsHaveActivities(moved: string): string {
  return `
    /* scatter: verification reads everything */
    select a.id is null as is_wrong,
      format('member %s: %s points of an activity %s that is not there', e.member_id, e.points, e.id) as what
    from ${moved} e left join (select bucket, tenant_id, member_id, id from activities where ${ofTenant}) a
      on a.bucket = e.bucket and a.tenant_id = e.tenant_id and a.member_id = e.member_id and a.id = e.id`;
}

/** A key without an activity is that of a return that waits for its sale, or waited in vain. */
export const keysNameActivities = `
  /* scatter: verification reads everything */
  select case when a.id is null then p.status is null or p.status = 'settled'
      else k.id is null or k.member_id <> a.member_id or k.source <> a.source or k.document <> a.document
        or k.part <> a.part end as is_wrong,
    format('activity %s: its key is of member %s, its row of member %s; as a return it is %s; the names are %s',
      id, k.member_id, a.member_id, coalesce(p.status, 'not waiting'),
      case when (k.source, k.document, k.part) = (a.source, a.document, a.part) then 'the same' else 'different' end)
      as what
  from (select tenant_id, activity_id as id, member_id, source, document, part from activity_keys where ${ofTenant}) k
  full join (select tenant_id, id, member_id, source, document, part from activities where ${ofTenant}) a
    using (tenant_id, id)
  left join (select tenant_id, return_source, return_document, return_part, member_id, status
    from parked_returns where ${ofTenant}) p
    on a.id is null and p.tenant_id = k.tenant_id and p.return_source = k.source and p.return_document = k.document
      and p.return_part = k.part and p.member_id = k.member_id`;

const named = (id: string): string =>
  `sum((${weightOf(id, "member_id")} # hashtextextended(document || source || part, $2))::numeric)`;
const namedReturn = `sum((${weightOf("(body ->> 'id')::uuid", "member_id")}
  # hashtextextended(return_document || return_source || return_part, $2))::numeric)`;

/** The same by sums. */
export const keysSummed = `
  /* scatter: verification reads everything */
  select k.n, coalesce(k.weight, 0) = coalesce(a.weight, 0) + coalesce(p.weight, 0) as is_equal
  from (select count(*) as n, ${named("activity_id")} as weight from activity_keys where ${ofTenant}) k
  cross join (select ${named("id")} as weight from activities where ${ofTenant}) a
  cross join (select ${namedReturn} as weight from parked_returns where status <> 'settled' and ${ofTenant}) p`;

const pieces = `(select tenant_id, (piece ->> 0)::uuid as id, (piece ->> 1)::int as line,
    sum((piece ->> 2)::bigint) as quantity
  from activities cross join lateral json_array_elements(awards -> 'm') as pieces (piece)
  where kind = 'return' and ${ofTenant}
  group by tenant_id, (piece ->> 0)::uuid, (piece ->> 1)::int)`;

const returned = `(select bucket, tenant_id, member_id, activity_id as id, (place - 1)::int as line, quantity::bigint
  from purchase_returns cross join lateral json_array_elements_text(returned -> 'q') with ordinality q (quantity, place)
  where quantity <> '0' and ${ofTenant})`;

/**
 * Line by line: what came back by the purchase's own count, by the returns, and what was sold. The returns may be those
 * of the member who the buyer has become.
 */
export const returnsWithinSales = `
  /* scatter: verification reads everything */
  select r.quantity is distinct from p.quantity
      or r.quantity > coalesce((a.lines -> line ->> 1)::bigint, a.amount_minor) as is_wrong,
    format('member %s, purchase %s, line %s: %s came back, its returns say %s, sold %s',
      r.member_id, id, line, r.quantity, p.quantity, coalesce((a.lines -> line ->> 1)::bigint, a.amount_minor)) as what
  from ${returned} r full join ${pieces} p using (tenant_id, id, line)
  left join (select tenant_id, id, lines, amount_minor
    from activities where kind = 'purchase' and ${ofTenant}) a using (tenant_id, id)`;

/** Rule by rule: no more points were taken back than the purchase gave. */
export const takenWithinGiven = `
  /* scatter: verification reads everything */
  select taken::bigint > coalesce((a.awards -> 'a' -> (place - 1)::int ->> 3)::bigint, 0) as is_wrong,
    format('member %s, purchase %s: %s points of its award %s were taken back, more than it gave',
      r.member_id, r.activity_id, taken, place) as what
  from (select bucket, tenant_id, member_id, activity_id, taken, place from purchase_returns
    cross join lateral json_array_elements_text(returned -> 't') with ordinality t (taken, place) where ${ofTenant}) r
  left join (select bucket, tenant_id, member_id, id, awards from activities where ${ofTenant}) a
    on a.bucket = r.bucket and a.tenant_id = r.tenant_id and a.member_id = r.member_id and a.id = r.activity_id`;

/** `tiers`: the members' select of where each stands by what was earned; courtesy tiers are told apart. */
export function tiersEqualHistory(tiers: string): string {
  return `
    /* scatter: verification reads everything */
    select f.tier is distinct from t.to_tier as is_wrong,
      format('member %s: the tier is %s, its history ends with %s', member_id, f.tier, t.to_tier) as what
    from ${tiers} f full join (select distinct on (bucket, tenant_id, member_id) bucket, tenant_id, member_id, to_tier
      from tier_changes where reason not in ('manual', 'manual_end') and ${ofTenant}
      order by bucket, tenant_id, member_id, id desc) t
      using (bucket, tenant_id, member_id)`;
}

const rulesOfCampaigns = `(select distinct tenant_id, rule_id, campaign_id from rule_versions where ${ofTenant})`;

/** `issued`: the ledger's select of what each rule gave in points. With what is held by rewards that were given. */
export function givenPerRule(issued: string): string {
  return `(select bucket, tenant_id, member_id, rule_id, sum(points)::bigint as points
    from (select bucket, tenant_id, member_id, rule_id, points from ${issued} as i
      union all
      select bucket, tenant_id, member_id, rule_id, points from earned_rewards
      where status in ('earned', 'issued', 'lost') and ${ofTenant}) as g
    group by bucket, tenant_id, member_id, rule_id)`;
}

/** `issued`: the ledger's select of what each rule gave. Of campaigns with a limit: what was counted of each member. */
export function limitsEqualAwards(issued: string): string {
  return `
    /* scatter: verification reads everything */
    select coalesce(c.points, 0) <> coalesce(g.points, 0) as is_wrong,
      format('member %s, campaign %s: its limit counts %s points, its rules gave %s',
        member_id, campaign_id, c.points, g.points) as what
    from (select n.bucket, n.tenant_id, n.member_id, n.scope_id as campaign_id, sum(n.points) as points
      from limit_counts n join campaigns p on p.tenant_id = n.tenant_id and p.id = n.scope_id
      where ($1::uuid is null or n.tenant_id = $1) group by n.bucket, n.tenant_id, n.member_id, n.scope_id) c
    full join (select i.bucket, i.tenant_id, i.member_id, r.campaign_id, sum(i.points) as points
      from ${issued} i join ${rulesOfCampaigns} r using (tenant_id, rule_id)
      join campaigns p on p.tenant_id = r.tenant_id and p.id = r.campaign_id and p.terms -> 'limit' is not null
      group by i.bucket, i.tenant_id, i.member_id, r.campaign_id) g
      using (bucket, tenant_id, member_id, campaign_id)`;
}

/** Of every budget: what is left, in one place or in slices, and what was given are all that there was to give. */
export const budgetsEqualSlices = `
  /* scatter: verification reads everything */
  select b.granted <> b.free + coalesce(s.points, 0) as is_wrong,
    format('campaign %s: its budget of %s has %s left, its slices hold and gave %s',
      campaign_id, b.granted, b.free, s.points) as what
  from (select tenant_id, campaign_id, granted, free from campaign_budgets where ${ofTenant}) b
  left join (select tenant_id, campaign_id, sum(free + spent) as points from campaign_slots where ${ofTenant}
    group by tenant_id, campaign_id) s using (tenant_id, campaign_id)`;

/** `issued`: the ledger's select of what each rule gave. */
export function budgetsEqualAwards(issued: string): string {
  return `
    /* scatter: verification reads everything */
    select coalesce(s.spent, 0) <> coalesce(g.points, 0) as is_wrong,
      format('campaign %s: its budget says that %s points were given, its rules gave %s',
        campaign_id, s.spent, g.points) as what
    from (select tenant_id, campaign_id from campaign_budgets where ${ofTenant}) b
    left join (select tenant_id, campaign_id, sum(spent) as spent from campaign_slots where ${ofTenant}
      group by tenant_id, campaign_id) s using (tenant_id, campaign_id)
    left join (select r.tenant_id, r.campaign_id, sum(i.points) as points
      from ${issued} i join ${rulesOfCampaigns} r using (tenant_id, rule_id)
      group by r.tenant_id, r.campaign_id) g using (tenant_id, campaign_id)`;
}
