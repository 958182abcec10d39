-- What points buy, how much of it is left, and what members have taken.

-- The catalogue. valid_from, valid_until: when it can be had; valid_days: for how long one is good, null: for ever.
create table rewards (
  tenant_id uuid not null references tenants,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  points_type smallint not null check (points_type > 0),
  points bigint not null check (points > 0),
  gift json not null,
  valid_from timestamptz,
  valid_until timestamptz,
  tiers text[] not null,
  audience json,
  valid_days integer check (valid_days > 0),
  status text not null check (status in ('live', 'ended')),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

-- One row a reward that is limited: its lock is the queue for the last piece. `stocked`: all that there ever were.
create table reward_stocks (
  bucket smallint not null,
  tenant_id uuid not null,
  reward_id uuid not null,
  stocked bigint not null,
  remaining bigint not null check (remaining >= 0 and remaining <= stocked),
  primary key (bucket, tenant_id, reward_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(reward_id), 14) << 8 | get_byte(uuid_send(reward_id), 15)) & 16383))
) with (fillfactor = 50);

-- What a member took. Cost and gift are what they were then; that it has expired is seen by its date.
create table issued_rewards (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  reward_id uuid not null,
  spend_id uuid not null,
  points_type smallint not null,
  points bigint not null check (points > 0),
  gift json not null,
  status text not null check (status in ('issued', 'active', 'reserved', 'used', 'cancelled')),
  expires_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- What a spend paid for: its points come back with that thing, never by themselves.
alter table spends add column paid_for uuid;

alter table rewards enable row level security;
alter table rewards force row level security;
create policy of_tenant on rewards to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on rewards to fedele_maintenance using (true) with check (true);
grant select, insert, update (status) on rewards to fedele_app;
grant select on rewards to fedele_maintenance;

alter table reward_stocks enable row level security;
alter table reward_stocks force row level security;
create policy of_tenant on reward_stocks to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on reward_stocks to fedele_maintenance using (true) with check (true);
grant select, insert, update (stocked, remaining) on reward_stocks to fedele_app;
grant select on reward_stocks to fedele_maintenance;

alter table issued_rewards enable row level security;
alter table issued_rewards force row level security;
create policy of_tenant on issued_rewards to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on issued_rewards to fedele_maintenance using (true) with check (true);
grant select, insert, update (status, changed_at) on issued_rewards to fedele_app;
grant select on issued_rewards to fedele_maintenance;
