-- Rewards that nobody pays points for: coupons, gifts to a friend, benefits of a tier; and a use that is undone.

-- An issued reward came of points that were paid, or of something else, which source_id names: a batch of coupons, a
-- gift, a benefit. Only the first kind has a spend.
alter table issued_rewards drop constraint issued_rewards_points_check;
alter table issued_rewards drop constraint issued_rewards_status_check;
alter table issued_rewards alter column reward_id drop not null;
alter table issued_rewards alter column spend_id drop not null;
alter table issued_rewards alter column points_type drop not null;
alter table issued_rewards add column source text not null default 'points';
alter table issued_rewards alter column source drop default;
alter table issued_rewards add column source_id uuid;
alter table issued_rewards add column coupon_id uuid;
alter table issued_rewards add constraint issued_rewards_status_check
  check (status in ('issued', 'active', 'reserved', 'used', 'given', 'cancelled'));
alter table issued_rewards add constraint issued_rewards_source_check
  check (source in ('points', 'coupon', 'gift', 'benefit') and (source = 'points') = (source_id is null)
    and (source = 'coupon') = (coupon_id is not null));
alter table issued_rewards add constraint issued_rewards_points_check
  check (case when source = 'points' then points > 0 and num_nonnulls(reward_id, points_type, spend_id) = 3
    else points = 0 and num_nonnulls(points_type, spend_id) = 0 end);

-- What many coupons have in common. uses_max: how often each can be used, null: without limit. per_member_max: how many
-- of them one member can have. The gift is the reward's, where there is one.
create table coupon_batches (
  tenant_id uuid not null references tenants,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('made', 'imported')),
  coupons integer not null check (coupons >= 0),
  reward_id uuid,
  gift json not null,
  uses_max integer check (uses_max > 0),
  per_member_max integer check (per_member_max > 0),
  valid_from timestamptz,
  valid_until timestamptz,
  tiers text[] not null,
  audience json,
  valid_days integer check (valid_days > 0),
  status text not null check (status in ('live', 'ended')),
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

-- One row a code, found by a keyed hash of it: the code itself is nowhere. Its lock is the queue of those who use it at
-- once. member_id: whose own it is. uses_max is its batch's, so that the database itself counts no further.
create table coupons (
  bucket smallint not null,
  tenant_id uuid not null,
  code_hash bytea not null check (length(code_hash) = 32),
  id uuid not null,
  batch_id uuid not null,
  ordinal integer not null check (ordinal > 0),
  member_id uuid,
  uses_max integer,
  uses integer not null check (uses >= 0 and (uses_max is null or uses <= uses_max)),
  primary key (bucket, tenant_id, code_hash),
  unique (bucket, tenant_id, batch_id, ordinal),
  unique (bucket, tenant_id, id),
  constraint of_bucket check (bucket = ((get_byte(uuid_send(id), 14) << 8 | get_byte(uuid_send(id), 15)) & 16383))
) with (fillfactor = 80);

-- Coupons used at a till by somebody of whom nothing is known. They lie with their coupon.
create table coupon_redemptions (
  bucket smallint not null,
  tenant_id uuid not null,
  id uuid not null,
  coupon_id uuid not null,
  batch_id uuid not null,
  reward_id uuid,
  gift json not null,
  status text not null check (status in ('redeemed', 'reversed')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (bucket, tenant_id, id),
  constraint of_bucket check (bucket = ((get_byte(uuid_send(id), 14) << 8 | get_byte(uuid_send(id), 15)) & 16383))
);

-- How often somebody tried a code that cannot be used, since the first of these tries within the hour. `subject`: a
-- member, an API key, an origin as the caller names it (hashed), or the tenant as a whole.
create table coupon_misses (
  bucket smallint not null check (bucket between 0 and 16383),
  tenant_id uuid not null,
  subject text collate "C" not null,
  since timestamptz not null,
  misses integer not null check (misses > 0),
  primary key (bucket, tenant_id, subject)
) with (fillfactor = 50);

-- A reward on its way from one member to another, as the giver sees it. `because`: why it came back.
create table gifts (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  issued_reward_id uuid not null,
  to_member_id uuid not null,
  status text not null check (status in ('sent', 'recalled', 'returned')),
  because text check (because in ('unknown', 'blocked', 'closed', 'declined', 'recalled')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- The friend's side: a gift arrives once. Without issued_reward_id it could not be taken and went back.
create table gift_arrivals (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  gift_id uuid not null,
  giver_id uuid not null,
  issued_reward_id uuid,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, gift_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- A use that was taken back, once. used_at: when it had been used.
create table reward_reversals (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  issued_reward_id uuid not null,
  id uuid not null,
  reason text not null check (reason in ('mistake', 'changed_mind', 'not_delivered', 'technical')),
  actor text not null,
  used_at timestamptz not null,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, issued_reward_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- Rights that come with a tier. uses_max: how often in each period, null: without limit.
create table benefits (
  tenant_id uuid not null references tenants,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  tiers text[] not null,
  gift json not null,
  period text not null check (period in ('day', 'week', 'month', 'quarter', 'year')),
  uses_max integer check (uses_max > 0),
  status text not null check (status in ('live', 'ended')),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

-- Which issued reward is a member's first, second … use of a benefit in a period.
create table benefit_uses (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  benefit_id uuid not null,
  period_start timestamptz not null,
  ordinal integer not null check (ordinal > 0),
  issued_reward_id uuid not null,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, benefit_id, period_start, ordinal),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

alter table coupon_batches enable row level security;
alter table coupon_batches force row level security;
create policy of_tenant on coupon_batches to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on coupon_batches to fedele_maintenance using (true) with check (true);
grant select, insert, update (status) on coupon_batches to fedele_app;
grant select on coupon_batches to fedele_maintenance;

alter table coupons enable row level security;
alter table coupons force row level security;
create policy of_tenant on coupons to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on coupons to fedele_maintenance using (true) with check (true);
grant select, insert, update (uses) on coupons to fedele_app;
grant select on coupons to fedele_maintenance;

alter table coupon_redemptions enable row level security;
alter table coupon_redemptions force row level security;
create policy of_tenant on coupon_redemptions to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on coupon_redemptions to fedele_maintenance using (true) with check (true);
grant select, insert, update (status, changed_at) on coupon_redemptions to fedele_app;
grant select on coupon_redemptions to fedele_maintenance;

alter table coupon_misses enable row level security;
alter table coupon_misses force row level security;
create policy of_tenant on coupon_misses to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on coupon_misses to fedele_maintenance using (true) with check (true);
grant select, insert, update (since, misses) on coupon_misses to fedele_app;
grant select, delete on coupon_misses to fedele_maintenance;

alter table gifts enable row level security;
alter table gifts force row level security;
create policy of_tenant on gifts to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on gifts to fedele_maintenance using (true) with check (true);
grant select, insert, update (status, because, changed_at) on gifts to fedele_app;
grant select on gifts to fedele_maintenance;

alter table gift_arrivals enable row level security;
alter table gift_arrivals force row level security;
create policy of_tenant on gift_arrivals to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on gift_arrivals to fedele_maintenance using (true) with check (true);
grant select, insert on gift_arrivals to fedele_app;
grant select on gift_arrivals to fedele_maintenance;

alter table reward_reversals enable row level security;
alter table reward_reversals force row level security;
create policy of_tenant on reward_reversals to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on reward_reversals to fedele_maintenance using (true) with check (true);
grant select, insert on reward_reversals to fedele_app;
grant select on reward_reversals to fedele_maintenance;

alter table benefits enable row level security;
alter table benefits force row level security;
create policy of_tenant on benefits to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on benefits to fedele_maintenance using (true) with check (true);
grant select, insert, update (status) on benefits to fedele_app;
grant select on benefits to fedele_maintenance;

alter table benefit_uses enable row level security;
alter table benefit_uses force row level security;
create policy of_tenant on benefit_uses to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on benefit_uses to fedele_maintenance using (true) with check (true);
grant select, insert, delete on benefit_uses to fedele_app;
grant select on benefit_uses to fedele_maintenance;
