-- Members come in by themselves: what a portal says and allows, codes, sessions, links that a till makes.

-- What a tenant's portal looks like and lets strangers do. A tenant without a row has a portal that lets in whoever is
-- a member already. The texts stand in every language that they were written in.
create table portals (
  tenant_id uuid not null references tenants,
  may_join boolean not null,
  birthday text not null check (birthday in ('never', 'once', 'free')),
  color text not null check (color ~ '^#[0-9a-f]{6}$'),
  -- The version that counts now and its text by language.
  terms_version text,
  terms json not null,
  -- Topics that are asked for at joining, each with the version of its text and that text by language.
  consents json not null,
  changed_at timestamptz not null,
  primary key (tenant_id)
);

-- One live code for each thing that is to be proved: a new one takes the old one's row. What it is for is hashed with
-- the address, so that a row tells nobody's. The same rows count how often a tenant wrote to phones.
create table portal_codes (
  bucket smallint not null,
  tenant_id uuid not null,
  about_hash bytea not null check (length(about_hash) = 32),
  code_hmac bytea not null,
  tries smallint not null default 0,
  expires_at timestamptz not null,
  -- How many were asked for since.
  asked integer not null,
  counted_from timestamptz not null,
  primary key (bucket, tenant_id, about_hash),
  constraint of_bucket check (bucket = ((get_byte(about_hash, 30) << 8 | get_byte(about_hash, 31)) & 16383))
);

create table member_sessions (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  secret_hash bytea not null,
  previous_hash bytea,
  previous_until timestamptz,
  -- The browser and the system in two words, so that the member can tell devices apart.
  device text not null,
  created_at timestamptz not null,
  renewed_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (bucket, tenant_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);
create index on member_sessions (bucket, tenant_id, member_id);

-- A link that a till shows and that signs one member's phone in, once.
create table portal_links (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  secret_hash bytea not null,
  made_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (bucket, tenant_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- Which terms of the programme a member took part under. Only ever added to.
create table terms_acceptances (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  version text collate "C" not null,
  accepted_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, version),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- Until when nothing goes out of a member's wallets, because how they are reached was changed.
alter table member_facts add column frozen_until timestamptz;

alter table portals enable row level security;
alter table portals force row level security;
create policy of_tenant on portals to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on portals to fedele_maintenance using (true) with check (true);
grant select, insert on portals to fedele_app;
grant update (may_join, birthday, color, terms_version, terms, consents, changed_at) on portals to fedele_app;
grant select on portals to fedele_maintenance;

alter table portal_codes enable row level security;
alter table portal_codes force row level security;
create policy of_tenant on portal_codes to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on portal_codes to fedele_maintenance using (true) with check (true);
grant select, insert on portal_codes to fedele_app;
grant update (code_hmac, tries, expires_at, asked, counted_from) on portal_codes to fedele_app;
grant select, delete on portal_codes to fedele_maintenance;

alter table member_sessions enable row level security;
alter table member_sessions force row level security;
create policy of_tenant on member_sessions to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on member_sessions to fedele_maintenance using (true) with check (true);
grant select, insert on member_sessions to fedele_app;
grant update (secret_hash, previous_hash, previous_until, renewed_at, expires_at, ended_at)
  on member_sessions to fedele_app;
grant select, delete on member_sessions to fedele_maintenance;

alter table portal_links enable row level security;
alter table portal_links force row level security;
create policy of_tenant on portal_links to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on portal_links to fedele_maintenance using (true) with check (true);
grant select, insert on portal_links to fedele_app;
grant update (used_at) on portal_links to fedele_app;
grant select, delete on portal_links to fedele_maintenance;

alter table terms_acceptances enable row level security;
alter table terms_acceptances force row level security;
create policy of_tenant on terms_acceptances to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on terms_acceptances to fedele_maintenance using (true) with check (true);
grant select, insert on terms_acceptances to fedele_app;
grant select on terms_acceptances to fedele_maintenance;
