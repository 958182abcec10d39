// What must be true of the ledger's tables, as selects for platform/verification.ts.
import { ofTenant, weightOf } from "../../../platform/verification.ts";

const wallet = "bucket, tenant_id, member_id, points_type";

export const walletsEqualLots = `
  /* scatter: verification reads everything */
  select coalesce(w.balance, 0) <> coalesce(l.remaining, 0) or coalesce(w.held, 0) <> coalesce(l.held, 0) as is_wrong,
    format('member %s, points type %s: the wallet has %s and holds %s, its lots have %s and hold %s',
      member_id, points_type, w.balance, w.held, l.remaining, l.held) as what
  from (select ${wallet}, balance, held from wallets where ${ofTenant}) w
  full join (select ${wallet}, sum(remaining) as remaining, sum(held) as held
    from lots where ${ofTenant} group by ${wallet}) l using (${wallet})`;

export const lotsEqualEntries = `
  /* scatter: verification reads everything */
  select l.remaining is distinct from coalesce(e.points, 0) or l.held > l.remaining or l.held < 0
      or l.remaining < 0 or l.remaining > l.earned as is_wrong,
    format('member %s, lot %s: it has %s of %s and holds %s, its entries sum to %s',
      member_id, id, l.remaining, l.earned, l.held, e.points) as what
  from (select ${wallet}, id, earned, remaining, held from lots where ${ofTenant}) l
  full join (select ${wallet}, lot_id as id, sum(points) as points
    from entries where lot_id is not null and ${ofTenant} group by ${wallet}, lot_id) e using (${wallet}, id)`;

export const debtEqualsEntries = `
  /* scatter: verification reads everything */
  select coalesce(w.debt, 0) <> -coalesce(e.points, 0) as is_wrong,
    format('member %s, points type %s: the wallet owes %s, its entries without a lot sum to %s',
      member_id, points_type, w.debt, e.points) as what
  from (select ${wallet}, debt from wallets where ${ofTenant}) w
  full join (select ${wallet}, sum(points) as points
    from entries where lot_id is null and ${ofTenant} group by ${wallet}) e using (${wallet})`;

/** A hold whose time is over counts until that is booked: the wallet says the same. */
export const holdsEqualLots = `
  /* scatter: verification reads everything */
  select coalesce(l.held, 0) <> coalesce(h.points, 0) as is_wrong,
    format('member %s, lot %s: %s set aside, open holds name %s of it', member_id, id, l.held, h.points) as what
  from (select ${wallet}, id, held from lots where held <> 0 and ${ofTenant}) l
  full join (select ${wallet}, (part ->> 0)::uuid as id, sum((part ->> 1)::bigint) as points
    from holds cross join lateral json_array_elements(lots) as parts (part)
    where status = 'open' and ${ofTenant} group by ${wallet}, (part ->> 0)::uuid) h using (${wallet}, id)`;

const pointsOfLots = "(select coalesce(sum((part ->> 1)::bigint), 0) from json_array_elements(lots) as parts (part))";

export const holdsEqualSpends = `
  /* scatter: verification reads everything */
  select h.named <> h.points or (h.status = 'captured') <> (s.points is not null)
      or s.points is not null and s.points <> h.points as is_wrong,
    format('member %s, hold %s (%s): %s points, its lots give %s, it was used for %s',
      h.member_id, h.id, h.status, h.points, h.named, s.points) as what
  from (select bucket, tenant_id, member_id, id, points, status, ${pointsOfLots} as named
    from holds where ${ofTenant}) h
  left join (select bucket, tenant_id, member_id, hold_id, sum(points) as points
    from spends where hold_id is not null and ${ofTenant} group by bucket, tenant_id, member_id, hold_id) s
    on s.bucket = h.bucket and s.tenant_id = h.tenant_id and s.member_id = h.member_id and s.hold_id = h.id`;

const owned = "bucket, tenant_id, member_id, id";

export const spendsEqualEntries = `
  /* scatter: verification reads everything */
  select s.points is distinct from -e.points or s.named is distinct from s.points
      or coalesce(s.reversed, 0) <> coalesce(r.points, 0) as is_wrong,
    format('member %s, spend %s: %s points of which %s came back; its lots gave %s, its entries say %s and %s',
      member_id, id, s.points, s.reversed, s.named, e.points, r.points) as what
  from (select ${owned}, points, reversed, ${pointsOfLots} as named from spends where ${ofTenant}) s
  full join (select bucket, tenant_id, member_id, cause_id as id, sum(points) as points
    from entries where cause = 'spend' and ${ofTenant} group by bucket, tenant_id, member_id, cause_id) e using
      (${owned})
  full join (select bucket, tenant_id, member_id, reverses_id as id, sum(points) as points
    from entries where cause = 'spend_reversal' and ${ofTenant} group by bucket, tenant_id, member_id, reverses_id) r
    using (${owned})`;

export const adjustmentsEqualEntries = `
  /* scatter: verification reads everything */
  select a.points is distinct from e.points
      or a.reverses_id is not null and o.reversed_by is distinct from a.id
      or a.reverses_id is not null and o.points is distinct from -a.points as is_wrong,
    format('member %s, adjustment %s: %s points, its entries sum to %s; it reverses %s, which names %s',
      a.member_id, id, a.points, e.points, a.reverses_id, o.reversed_by) as what
  from (select ${owned}, points, reverses_id from adjustments where ${ofTenant}) a
  full join (select bucket, tenant_id, member_id, cause_id as id, sum(points) as points
    from entries where cause in ('adjustment', 'adjustment_reversal') and ${ofTenant}
    group by bucket, tenant_id, member_id, cause_id) e using (${owned})
  left join (select bucket, tenant_id, member_id, id as reversed_id, points, reversed_by
    from adjustments where ${ofTenant}) o
    on o.bucket = a.bucket and o.tenant_id = a.tenant_id and o.member_id = a.member_id and o.reversed_id =
      a.reverses_id`;

/** What a second person approved: booked once, as it was asked for, in the name of who asked. */
export const approvedAsAsked = `
  /* scatter: verification reads everything */
  select a.points is distinct from p.points or a.points_type is distinct from p.points_type
      or a.actor is distinct from p.asked_by or a.reverses_id is distinct from p.reverses_id
      or p.decided_by is not distinct from p.asked_by as is_wrong,
    format('member %s, pending adjustment %s: %s points asked by %s and approved by %s, booked: %s by %s',
      member_id, p.pending_id, p.points, p.asked_by, p.decided_by, a.points, a.actor) as what
  from (select bucket, tenant_id, member_id, adjustment_id as id, id as pending_id, points, points_type, reverses_id,
      asked_by, decided_by
    from pending_adjustments where status = 'approved' and ${ofTenant}) p
  left join (select ${owned}, points, points_type, reverses_id, actor from adjustments where ${ofTenant}) a
    using (${owned})`;

/** Both sides of every transfer: off the sender, onto whoever has the mark that it arrived. */
export const transfersEqualEntries = `
  /* scatter: verification reads everything */
  select coalesce(t.points, 0) <> coalesce(e.points, 0) as is_wrong,
    format('member %s, transfer %s: %s points by its rows, %s by its entries', member_id, id, t.points, e.points) as
      what
  from (select ${owned}, sum(points) as points from (
      select ${owned}, -points as points from transfers where ${ofTenant}
      union all
      select bucket, tenant_id, member_id, transfer_id, points from transfer_credits
        where outcome <> 'refused' and ${ofTenant}) sides
    group by ${owned}) t
  full join (select bucket, tenant_id, member_id, cause_id as id, sum(points) as points
    from entries where cause = 'transfer' and ${ofTenant} group by bucket, tenant_id, member_id, cause_id) e
    using (${owned})`;

/** $2: the transfers whose event waits to be delivered. */
export const transfersArriveOnce = `
  /* scatter: verification reads everything */
  select t.id is null or c.marks > 1 or c.points is not null and c.points <> t.points
      or c.marks is null and not (id = any($2::uuid[]))
      or c.member_id <> (case when c.is_return then t.member_id else t.to_member_id end) as is_wrong,
    format('transfer %s from %s to %s: %s points, arrived %s times with %s at %s',
      id, t.member_id, t.to_member_id, t.points, c.marks, c.points, c.member_id) as what
  from (select tenant_id, id, member_id, to_member_id, points from transfers where ${ofTenant}) t
  full join (select tenant_id, transfer_id as id, count(*) as marks, sum(points) as points,
      (array_agg(member_id))[1] as member_id, bool_or(outcome = 'returned') as is_return
    from transfer_credits where outcome <> 'refused' and ${ofTenant} group by tenant_id, transfer_id) c
    using (tenant_id, id)`;

const slot = "bucket, tenant_id, points_type, account, partner_id";

export const bothSidesAgree = `
  /* scatter: verification reads everything */
  select coalesce(e.points, 0) + coalesce(s.points, 0) <> 0 as is_wrong,
    format('bucket %s, points type %s, account %s of %s: members have %s of it, the account says %s',
      bucket, points_type, account, partner_id, e.points, s.points) as what
  from (select bucket, tenant_id, points_type, counter_account collate "C" as account,
      coalesce(partner_id, '00000000-0000-0000-0000-000000000000') as partner_id, sum(points) as points
    from entries where ${ofTenant}
    group by bucket, tenant_id, points_type, counter_account, coalesce(partner_id,
      '00000000-0000-0000-0000-000000000000')
  ) e
  full join (select ${slot}, sum(points) as points from account_slots where ${ofTenant} group by ${slot}) s
    using (${slot})`;

/** Points that came back because something was told late were lost before, once. */
export const reinstatementsEqualExpiries = `
  /* scatter: verification reads everything */
  select l.points is null or l.points + b.points <> 0 as is_wrong,
    format('member %s: %s points came back of entry %s, which took %s', b.member_id, b.points, b.reverses_id, l.points)
      as what
  from (select bucket, tenant_id, member_id, reverses_id, sum(points) as points from entries
    where cause = 'reinstatement' and ${ofTenant} group by bucket, tenant_id, member_id, reverses_id) b
  left join (select bucket, tenant_id, member_id, id, points from entries where cause = 'expiry' and ${ofTenant}) l
    on l.bucket = b.bucket and l.tenant_id = b.tenant_id and l.member_id = b.member_id and l.id = b.reverses_id`;

/** What each cause moved, for modules whose rows must say the same: one row a cause and points type. */
export function pointsPerCause(causes: readonly string[]): string {
  const names = causes.map((cause) => `'${cause}'`).join(", ");
  return `(select bucket, tenant_id, member_id, cause_id as id, points_type, sum(points) as points from entries
    where cause in (${names}) and ${ofTenant} group by bucket, tenant_id, member_id, cause_id, points_type)`;
}

/** The same for a comparison by sums: one row a points type, weighed by cause and member under the seed $2. */
export function pointsSummedByCause(causes: readonly string[]): string {
  const names = causes.map((cause) => `'${cause}'`).join(", ");
  return `(select points_type, sum(points::numeric * ${weightOf("cause_id", "member_id")}) as weight from entries
    where cause in (${names}) and ${ofTenant} group by points_type)`;
}

/** Spends and how much of them came back, for modules whose rows must say the same. */
export const spendsAsBooked = `(select bucket, tenant_id, member_id, id, points_type, points, reversed, paid_for
  from spends where ${ofTenant})`;

/** What each rule gave a member, less what was taken back: for modules that bound what rules give. */
export const issuedPerRule = `(select bucket, tenant_id, member_id, rule_id, sum(points)::bigint as points from entries
  where rule_id is not null and counter_account = 'issued' and ${ofTenant}
  group by bucket, tenant_id, member_id, rule_id)`;
