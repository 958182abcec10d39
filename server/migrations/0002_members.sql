-- Who takes part, how they are found, and what rules and segments know of them.

create table members (
  bucket smallint not null,
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('individual', 'corporate')),
  status text not null check (status in ('active', 'earn_only', 'blocked', 'closed')),
  personal bytea,
  enrolled_at timestamptz not null,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, id),
  constraint of_bucket check (bucket = ((get_byte(uuid_send(id), 14) << 8 | get_byte(uuid_send(id), 15)) & 16383))
);

-- The key that a member's personal data is sealed with, itself sealed with the tenant's. Without it the data is noise.
create table member_keys (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  wrapped_key bytea not null,
  primary key (bucket, tenant_id, member_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

create table identities (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  kind text collate "C" not null check (kind in ('email', 'phone', 'qr', 'number')),
  value_hash bytea not null,
  value_sealed bytea not null,
  verified_at timestamptz,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, kind, value_hash),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- One owner per e-mail, phone, QR and number of a tenant. The hash is keyed (a blind index); its low 14 bits are the
-- bucket.
create table identity_lookups (
  bucket smallint not null,
  tenant_id uuid not null,
  kind text collate "C" not null,
  value_hash bytea not null check (length(value_hash) = 32),
  member_id uuid not null,
  primary key (bucket, tenant_id, kind, value_hash),
  constraint of_bucket check (bucket = ((get_byte(value_hash, 30) << 8 | get_byte(value_hash, 31)) & 16383))
);

-- What conditions may ask about a member, without a name: counters, tier and coarse facts. One row a member, written
-- on the hot path, so it carries no index but its key and leaves room on the page for in-place updates.
create table member_facts (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  kind text not null,
  status text not null,
  language text,
  country text,
  birth_month smallint check (birth_month between 1 and 12),
  birth_day smallint check (birth_day between 1 and 31),
  enrolled_at timestamptz not null,
  spend_minor bigint not null default 0,
  purchases integer not null default 0,
  visits integer not null default 0,
  referrals integer not null default 0,
  shares integer not null default 0,
  advocacy bigint not null default 0,
  qualifying_points bigint not null default 0,
  first_purchase_at timestamptz,
  last_purchase_at timestamptz,
  last_activity_at timestamptz,
  tier text collate "C",
  tier_since timestamptz,
  tier_until timestamptz,
  tier_next text collate "C",
  tier_manual text collate "C",
  tier_manual_until timestamptz,
  tier_version integer,
  period_start timestamptz,
  period_value bigint not null default 0,
  primary key (bucket, tenant_id, member_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
) with (fillfactor = 80);

alter table members enable row level security;
alter table members force row level security;
create policy of_tenant on members to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on members to fedele_maintenance using (true) with check (true);
grant select, insert, update on members to fedele_app;
grant select on members to fedele_maintenance;

alter table member_keys enable row level security;
alter table member_keys force row level security;
create policy of_tenant on member_keys to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on member_keys to fedele_maintenance using (true) with check (true);
grant select, insert, delete on member_keys to fedele_app;
grant select on member_keys to fedele_maintenance;

alter table identities enable row level security;
alter table identities force row level security;
create policy of_tenant on identities to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on identities to fedele_maintenance using (true) with check (true);
grant select, insert, update, delete on identities to fedele_app;
grant select on identities to fedele_maintenance;

alter table identity_lookups enable row level security;
alter table identity_lookups force row level security;
create policy of_tenant on identity_lookups to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on identity_lookups to fedele_maintenance using (true) with check (true);
grant select, insert, update, delete on identity_lookups to fedele_app;
grant select on identity_lookups to fedele_maintenance;

alter table member_facts enable row level security;
alter table member_facts force row level security;
create policy of_tenant on member_facts to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on member_facts to fedele_maintenance using (true) with check (true);
grant select, insert, update on member_facts to fedele_app;
grant select on member_facts to fedele_maintenance;
