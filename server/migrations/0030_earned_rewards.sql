-- Rewards that campaigns give.

-- What a rule gave instead of points. It waits until it is issued; what it weighs in limits and budgets is held by it
-- until it is withheld or cancelled. room: where that was counted, as [scope, period, since], and whose budget paid.
-- because: why it was withheld.
create table earned_rewards (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  activity_id uuid not null,
  rule_id uuid not null,
  rule_version integer not null check (rule_version > 0),
  reward_id uuid not null,
  points bigint not null check (points > 0),
  room json not null,
  status text not null check (status in ('earned', 'issued', 'withheld', 'cancelled', 'lost')),
  because text check (because in ('out_of_stock', 'ended', 'too_early', 'too_late', 'closed')),
  issued_reward_id uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, activity_id, rule_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383)),
  constraint why_withheld check ((status = 'withheld') = (because is not null))
) with (fillfactor = 80);

alter table issued_rewards drop constraint issued_rewards_source_check;
alter table issued_rewards add constraint issued_rewards_source_check
  check (source in ('points', 'coupon', 'gift', 'benefit', 'campaign') and (source = 'points') = (source_id is null)
    and (source = 'coupon') = (coupon_id is not null) and (source <> 'campaign' or reward_id is not null));

alter table earned_rewards enable row level security;
alter table earned_rewards force row level security;
create policy of_tenant on earned_rewards to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on earned_rewards to fedele_maintenance using (true) with check (true);
grant select, insert, update (status, because, issued_reward_id, changed_at) on earned_rewards to fedele_app;
grant select on earned_rewards to fedele_maintenance;
