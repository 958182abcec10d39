-- What is known of a member beyond points: how far they are blocked, who is a child and who looks after them.

-- One row a block, kept when it is lifted; at most one of a member is open. The reason is sealed with the member's key.
create table member_blocks (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  step text not null check (step in ('no_login', 'earn_only', 'nothing')),
  reason bytea,
  blocked_by text not null,
  blocked_at timestamptz not null,
  lifted_by text,
  lifted_at timestamptz,
  primary key (bucket, tenant_id, member_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);
create unique index on member_blocks (bucket, tenant_id, member_id) where lifted_at is null;

alter table member_blocks enable row level security;
alter table member_blocks force row level security;
create policy of_tenant on member_blocks to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on member_blocks to fedele_maintenance using (true) with check (true);
grant select, insert, update (lifted_by, lifted_at) on member_blocks to fedele_app;
grant select on member_blocks to fedele_maintenance;

-- From when a member is of age; null: they are. The one thing that is kept plain of a birth year, and of children only.
alter table member_facts add column adult_from timestamptz;

-- The years at which members are of age, by country; the row of no country is for all others.
create table age_limits (
  tenant_id uuid not null references tenants,
  country text collate "C" not null check (country ~ '^([A-Z]{2})?$'),
  years smallint not null check (years between 0 and 25),
  primary key (tenant_id, country)
);

-- Members who look after a member. Both are members; the row lies with the one who is looked after.
create table member_guardians (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  guardian_id uuid not null check (guardian_id <> member_id),
  added_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, guardian_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

alter table age_limits enable row level security;
alter table age_limits force row level security;
create policy of_tenant on age_limits to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on age_limits to fedele_maintenance using (true) with check (true);
grant select, insert, delete on age_limits to fedele_app;
grant select on age_limits to fedele_maintenance;

alter table member_guardians enable row level security;
alter table member_guardians force row level security;
create policy of_tenant on member_guardians to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on member_guardians to fedele_maintenance using (true) with check (true);
grant select, insert, delete on member_guardians to fedele_app;
grant select on member_guardians to fedele_maintenance;

-- What members agreed to and took back, with the evidence. Only ever added to: nobody may change what was said or
-- remove a row. `at`: when it was said. Of the address it came from a keyed hash is kept, until the member is erased.
create table consents (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  topic text collate "C" not null,
  state text collate "C" not null check (state in ('granted', 'withdrawn')),
  at timestamptz not null,
  source text not null,
  text_version text check (text_version is not null or state = 'withdrawn'),
  asked_at timestamptz,
  confirmed_at timestamptz check (confirmed_at >= asked_at),
  address_hash bytea,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

alter table consents enable row level security;
alter table consents force row level security;
create policy of_tenant on consents to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on consents to fedele_maintenance using (true) with check (true);
grant select, insert, update (address_hash) on consents to fedele_app;
grant select on consents to fedele_maintenance;

-- Fields of a tenant's own for its members.
create table custom_fields (
  tenant_id uuid not null references tenants,
  code text collate "C" not null check (code ~ '^[a-z][a-z0-9_]*$'),
  name text not null,
  type text not null check (type in ('text', 'number', 'boolean', 'date', 'choice')),
  choices text[] not null,
  created_at timestamptz not null,
  primary key (tenant_id, code)
);

-- All that a member has in them, as one text, sealed with the member's key.
create table member_values (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  sealed bytea not null,
  primary key (bucket, tenant_id, member_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- What staff remember of a member; the text is sealed with the member's key.
create table member_notes (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  text bytea not null,
  written_by text not null,
  written_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- What is to be done for a member, by the end of a day of the tenant's calendar; the text is sealed.
create table member_tasks (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  text bytea not null,
  status text not null check (status in ('open', 'done', 'cancelled')),
  due_on date not null,
  assignee text,
  created_by text not null,
  created_at timestamptz not null,
  closed_by text,
  closed_at timestamptz,
  primary key (bucket, tenant_id, member_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);
create index on member_tasks (bucket, tenant_id, due_on, id) where status = 'open';

alter table custom_fields enable row level security;
alter table custom_fields force row level security;
create policy of_tenant on custom_fields to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on custom_fields to fedele_maintenance using (true) with check (true);
grant select, insert, delete on custom_fields to fedele_app;
grant select on custom_fields to fedele_maintenance;

alter table member_values enable row level security;
alter table member_values force row level security;
create policy of_tenant on member_values to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on member_values to fedele_maintenance using (true) with check (true);
grant select, insert, update (sealed), delete on member_values to fedele_app;
grant select on member_values to fedele_maintenance;

alter table member_notes enable row level security;
alter table member_notes force row level security;
create policy of_tenant on member_notes to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on member_notes to fedele_maintenance using (true) with check (true);
grant select, insert, delete on member_notes to fedele_app;
grant select on member_notes to fedele_maintenance;

alter table member_tasks enable row level security;
alter table member_tasks force row level security;
create policy of_tenant on member_tasks to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on member_tasks to fedele_maintenance using (true) with check (true);
grant select, insert, update (status, closed_by, closed_at), delete on member_tasks to fedele_app;
grant select on member_tasks to fedele_maintenance;

-- Members whom certain things are true of: the conditions, never the members.
create table segments (
  tenant_id uuid not null references tenants,
  id uuid not null,
  code text collate "C" not null check (code ~ '^[a-z][a-z0-9_-]*$'),
  name text not null,
  conditions json not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

alter table segments enable row level security;
alter table segments force row level security;
create policy of_tenant on segments to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on segments to fedele_maintenance using (true) with check (true);
grant select, insert, update (name, conditions, changed_at), delete on segments to fedele_app;
grant select on segments to fedele_maintenance;

-- What is known of members that are businesses; parent_id: the one above. The details are sealed with the member's key.
create table businesses (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  parent_id uuid check (parent_id <> member_id),
  account_manager text,
  details bytea,
  primary key (bucket, tenant_id, member_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);
create index on businesses (bucket, tenant_id, parent_id, member_id) where parent_id is not null;

-- Who acts for a business. person_id: the member that they are themselves. What names them is sealed with the
-- business's key.
create table contacts (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  person_id uuid,
  personal bytea not null,
  role text,
  may_earn boolean not null,
  may_spend boolean not null,
  added_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

alter table businesses enable row level security;
alter table businesses force row level security;
create policy of_tenant on businesses to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on businesses to fedele_maintenance using (true) with check (true);
grant select, insert, update (parent_id, account_manager, details), delete on businesses to fedele_app;
grant select on businesses to fedele_maintenance;

alter table contacts enable row level security;
alter table contacts force row level security;
create policy of_tenant on contacts to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on contacts to fedele_maintenance using (true) with check (true);
grant select, insert, delete on contacts to fedele_app;
grant select on contacts to fedele_maintenance;

-- Who is here and is not known yet; member_id: who they turned out to be. The attributes are sealed with a key of the
-- tenant's.
create table visitors (
  bucket smallint not null,
  tenant_id uuid not null,
  id uuid not null,
  attributes bytea not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  member_id uuid,
  linked_at timestamptz check ((linked_at is null) = (member_id is null)),
  primary key (bucket, tenant_id, id),
  constraint of_bucket check (bucket = ((get_byte(uuid_send(id), 14) << 8 | get_byte(uuid_send(id), 15)) & 16383))
);

alter table visitors enable row level security;
alter table visitors force row level security;
create policy of_tenant on visitors to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on visitors to fedele_maintenance using (true) with check (true);
grant select, insert, update (attributes, last_seen_at, member_id, linked_at), delete on visitors to fedele_app;
grant select, delete on visitors to fedele_maintenance;
