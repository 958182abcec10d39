-- How campaigns combine, when they hold, and how much they may give: to a member and in all.

-- What a campaign was started with, as core/campaigns.ts says; none of it ever changes.
alter table campaigns add column terms json not null default '{}';
revoke update on campaigns from fedele_app;
grant update (status) on campaigns to fedele_app;

-- What a member had of a limit in one period. scope_id: the rule, the campaign, or the points type of a cap. Changed by
-- adding alone; a return takes away again, in the period of its purchase.
create table limit_counts (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  scope_id uuid not null,
  per text collate "C" not null check (per in ('day', 'week', 'month', 'year', 'ever')),
  since date not null,
  points bigint not null,
  times bigint not null,
  primary key (bucket, tenant_id, member_id, scope_id, per, since),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
) with (fillfactor = 80);

-- All that a campaign may give, and what of it no slice has been cut from. Locked only when a slice runs out.
create table campaign_budgets (
  bucket smallint not null,
  tenant_id uuid not null,
  campaign_id uuid not null,
  granted bigint not null check (granted > 0),
  free bigint not null check (free >= 0 and free <= granted),
  exhausted_at timestamptz,
  primary key (bucket, tenant_id, campaign_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(campaign_id), 14) << 8 | get_byte(uuid_send(campaign_id), 15)) & 16383))
) with (fillfactor = 50);

-- The slice of a budget that the members of one bucket are given from, and how often one of them was held out.
-- asks_again_at: until then there was nothing more to be had.
create table campaign_slots (
  bucket smallint not null check (bucket between 0 and 16383),
  tenant_id uuid not null,
  campaign_id uuid not null,
  free bigint not null check (free >= 0),
  spent bigint not null check (spent >= 0),
  held_out bigint not null check (held_out >= 0),
  asks_again_at timestamptz,
  primary key (bucket, tenant_id, campaign_id)
) with (fillfactor = 50);

alter table limit_counts enable row level security;
alter table limit_counts force row level security;
create policy of_tenant on limit_counts to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on limit_counts to fedele_maintenance using (true) with check (true);
grant select, insert, update (points, times) on limit_counts to fedele_app;
grant select on limit_counts to fedele_maintenance;

alter table campaign_budgets enable row level security;
alter table campaign_budgets force row level security;
create policy of_tenant on campaign_budgets to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on campaign_budgets to fedele_maintenance using (true) with check (true);
grant select, insert, update (granted, free, exhausted_at) on campaign_budgets to fedele_app;
grant select on campaign_budgets to fedele_maintenance;

alter table campaign_slots enable row level security;
alter table campaign_slots force row level security;
create policy of_tenant on campaign_slots to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on campaign_slots to fedele_maintenance using (true) with check (true);
grant select, insert, update (free, spent, held_out, asks_again_at) on campaign_slots to fedele_app;
grant select on campaign_slots to fedele_maintenance;
