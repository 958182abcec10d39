-- What members do, what it earns them, and how far they have come.

-- Policies of the programme, its tiers and its earning rules: all versioned, all small, all read from process memory.
create table programmes (
  tenant_id uuid primary key references tenants,
  policies json not null,
  revision bigint not null default 1
);

create table tier_lists (
  tenant_id uuid not null references tenants,
  version integer not null,
  valid_from timestamptz,
  tiers json not null,
  created_at timestamptz not null,
  primary key (tenant_id, version)
);

create table campaigns (
  tenant_id uuid not null references tenants,
  id uuid not null,
  name text not null,
  status text not null check (status in ('live', 'ended')),
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

-- A version holds for activities whose time lies in [valid_from, valid_until); null: from, until ever.
create table rule_versions (
  tenant_id uuid not null,
  campaign_id uuid not null,
  rule_id uuid not null,
  version integer not null,
  valid_from timestamptz,
  valid_until timestamptz,
  rule json not null,
  created_at timestamptz not null,
  primary key (tenant_id, rule_id, version),
  foreign key (tenant_id, campaign_id) references campaigns
);

-- The business key of an activity, unique for ever, whoever the member is. Plain text in the key keeps a till's rising
-- receipt numbers on neighbouring pages; the bucket is that of their hash.
create table activity_keys (
  bucket smallint not null check (bucket between 0 and 16383),
  tenant_id uuid not null,
  source text collate "C" not null,
  document text collate "C" not null,
  part text collate "C" not null,
  member_id uuid not null,
  activity_id uuid not null,
  body_hash bytea not null,
  primary key (bucket, tenant_id, source, document, part)
);

-- What a member did and what came of it. lines, awards and facts are compact arrays: store.ts says of what.
create table activities (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  kind text not null,
  source text not null,
  document text not null,
  part text not null,
  channel text,
  partner_id uuid,
  location_id uuid,
  currency text not null,
  amount_minor bigint not null,
  rate numeric,
  rate_date date,
  lines json,
  attributes json,
  awards json,
  facts json,
  purchase_id uuid,
  event_at timestamptz not null,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- How much of a purchase came back so far. Made by its first return.
create table purchase_returns (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  activity_id uuid not null,
  returned json not null,
  primary key (bucket, tenant_id, member_id, activity_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- Returns that wait for their sale, under the sale's business key.
create table parked_returns (
  bucket smallint not null check (bucket between 0 and 16383),
  tenant_id uuid not null,
  source text collate "C" not null,
  document text collate "C" not null,
  part text collate "C" not null,
  return_source text collate "C" not null,
  return_document text collate "C" not null,
  return_part text collate "C" not null,
  member_id uuid not null,
  body json not null,
  body_hash bytea not null,
  due_at timestamptz not null,
  status text not null check (status in ('parked', 'settled', 'orphan')),
  created_at timestamptz not null,
  primary key (bucket, tenant_id, source, document, part, return_source, return_document, return_part)
);

-- Returns of an import that belong to no known sale, under the customer's own number.
create table orphan_returns (
  bucket smallint not null check (bucket between 0 and 16383),
  tenant_id uuid not null,
  source text collate "C" not null,
  document text collate "C" not null,
  line integer not null,
  customer_hash bytea not null,
  customer_sealed bytea not null,
  sku text not null,
  quantity_thousandths bigint not null check (quantity_thousandths > 0),
  amount_minor bigint not null,
  event_at timestamptz not null,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, source, document, line)
);

-- Every step up and down, so that a late purchase is judged by the tier of its day. ends_at: of a tier given by hand.
create table tier_changes (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  from_tier text,
  to_tier text,
  reason text not null,
  effective_at timestamptz not null,
  ends_at timestamptz,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

alter table programmes enable row level security;
alter table programmes force row level security;
create policy of_tenant on programmes to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on programmes to fedele_maintenance using (true) with check (true);
grant select, insert, update on programmes to fedele_app;
grant select, insert, update on programmes to fedele_maintenance;

alter table tier_lists enable row level security;
alter table tier_lists force row level security;
create policy of_tenant on tier_lists to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on tier_lists to fedele_maintenance using (true) with check (true);
grant select, insert on tier_lists to fedele_app;
grant select, insert on tier_lists to fedele_maintenance;

alter table campaigns enable row level security;
alter table campaigns force row level security;
create policy of_tenant on campaigns to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on campaigns to fedele_maintenance using (true) with check (true);
grant select, insert, update on campaigns to fedele_app;
grant select, insert on campaigns to fedele_maintenance;

alter table rule_versions enable row level security;
alter table rule_versions force row level security;
create policy of_tenant on rule_versions to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on rule_versions to fedele_maintenance using (true) with check (true);
grant select, insert, update (valid_until) on rule_versions to fedele_app;
grant select, insert on rule_versions to fedele_maintenance;

alter table activity_keys enable row level security;
alter table activity_keys force row level security;
create policy of_tenant on activity_keys to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on activity_keys to fedele_maintenance using (true) with check (true);
grant select, insert, delete on activity_keys to fedele_app;
grant select on activity_keys to fedele_maintenance;

alter table activities enable row level security;
alter table activities force row level security;
create policy of_tenant on activities to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on activities to fedele_maintenance using (true) with check (true);
grant select, insert on activities to fedele_app;
grant select on activities to fedele_maintenance;

alter table purchase_returns enable row level security;
alter table purchase_returns force row level security;
create policy of_tenant on purchase_returns to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on purchase_returns to fedele_maintenance using (true) with check (true);
grant select, insert, update on purchase_returns to fedele_app;
grant select on purchase_returns to fedele_maintenance;

alter table parked_returns enable row level security;
alter table parked_returns force row level security;
create policy of_tenant on parked_returns to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on parked_returns to fedele_maintenance using (true) with check (true);
grant select, insert, update on parked_returns to fedele_app;
grant select on parked_returns to fedele_maintenance;

alter table orphan_returns enable row level security;
alter table orphan_returns force row level security;
create policy of_tenant on orphan_returns to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on orphan_returns to fedele_maintenance using (true) with check (true);
grant select, insert on orphan_returns to fedele_app;
grant select on orphan_returns to fedele_maintenance;

alter table tier_changes enable row level security;
alter table tier_changes force row level security;
create policy of_tenant on tier_changes to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on tier_changes to fedele_maintenance using (true) with check (true);
grant select, insert on tier_changes to fedele_app;
grant select on tier_changes to fedele_maintenance;
