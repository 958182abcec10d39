-- What is written to members: about what, in which words, to whom, and why not.

-- How a tenant writes. quiet_from, quiet_until: "21:00" of the reader's day, equal: never; weekly_max: of advertising.
create table message_settings (
  tenant_id uuid not null primary key references tenants,
  quiet_from text not null,
  quiet_until text not null,
  weekly_max smallint not null check (weekly_max between 0 and 50),
  changed_at timestamptz not null
);

-- What messages are about. Four topics are known without a row; a row of the same code says it differently.
create table message_topics (
  tenant_id uuid not null references tenants,
  code text collate "C" not null,
  names json not null,
  purpose text not null check (purpose in ('transactional', 'promotional')),
  created_at timestamptz not null,
  primary key (tenant_id, code)
);

create table message_templates (
  tenant_id uuid not null references tenants,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  channel text not null check (channel in ('email')),
  topic text collate "C" not null,
  status text not null check (status in ('live', 'ended')),
  version integer not null check (version > 0),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

-- What a version says in one language: as it was composed, and as it was compiled, with its variables still in it.
create table message_template_versions (
  tenant_id uuid not null,
  template_id uuid not null,
  version integer not null,
  place smallint not null,
  language text collate "C" not null,
  subject text not null,
  preheader text,
  blocks json not null,
  html text not null,
  body text not null,
  created_at timestamptz not null,
  primary key (tenant_id, template_id, version, language),
  foreign key (tenant_id, template_id) references message_templates
);

-- What a member does not want, as "topic/channel"; until when they want nothing; how much a week, null: as the tenant.
create table message_preferences (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  refused text[] not null,
  paused_until timestamptz,
  weekly_max smallint check (weekly_max between 0 and 50),
  timezone text,
  changed_at timestamptz not null,
  primary key (bucket, tenant_id, member_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- Addresses that nobody may be written to at, by their keyed hash alone: it outlives the member whose it was.
create table suppressions (
  bucket smallint not null,
  tenant_id uuid not null,
  channel text collate "C" not null,
  address_hash bytea not null check (length(address_hash) = 32),
  reason text not null check (reason in ('hard_bounce', 'complaint', 'asked')),
  created_at timestamptz not null,
  primary key (bucket, tenant_id, channel, address_hash),
  constraint of_bucket check (bucket = ((get_byte(address_hash, 30) << 8 | get_byte(address_hash, 31)) & 16383))
);

-- One message to one member on one channel. due_at is the tenant's time, leased_until the wall clock's: so long nobody
-- else sends it. The words can be made again from template, version and data, and are kept nowhere.
create table deliveries (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  channel text collate "C" not null check (channel in ('email')),
  template_id uuid not null,
  version integer,
  topic text collate "C" not null,
  purpose text not null check (purpose in ('transactional', 'promotional')),
  cause_kind text collate "C" not null check (cause_kind in ('request', 'test', 'broadcast', 'journey')),
  cause_id uuid not null,
  variant text,
  data bytea,
  status text not null check (status in ('queued', 'sent', 'kept', 'delivered', 'bounced', 'failed', 'skipped')),
  reason text,
  attempts smallint not null default 0,
  due_at timestamptz,
  leased_until timestamptz,
  created_at timestamptz not null,
  sent_at timestamptz,
  changed_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, id),
  unique (bucket, tenant_id, cause_kind, cause_id, member_id, channel),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);
create index due_messages on deliveries (bucket, tenant_id, due_at) where due_at is not null;

alter table message_settings enable row level security;
alter table message_settings force row level security;
create policy of_tenant on message_settings to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on message_settings to fedele_maintenance using (true) with check (true);
grant select, insert, update (quiet_from, quiet_until, weekly_max, changed_at) on message_settings to fedele_app;
grant select on message_settings to fedele_maintenance;

alter table message_topics enable row level security;
alter table message_topics force row level security;
create policy of_tenant on message_topics to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on message_topics to fedele_maintenance using (true) with check (true);
grant select, insert, update (names, purpose), delete on message_topics to fedele_app;
grant select on message_topics to fedele_maintenance;

alter table message_templates enable row level security;
alter table message_templates force row level security;
create policy of_tenant on message_templates to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on message_templates to fedele_maintenance using (true) with check (true);
grant select, insert, update (name, topic, status, version, changed_at) on message_templates to fedele_app;
grant select on message_templates to fedele_maintenance;

alter table message_template_versions enable row level security;
alter table message_template_versions force row level security;
create policy of_tenant on message_template_versions to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on message_template_versions to fedele_maintenance using (true) with check (true);
grant select, insert on message_template_versions to fedele_app;
grant select on message_template_versions to fedele_maintenance;

alter table message_preferences enable row level security;
alter table message_preferences force row level security;
create policy of_tenant on message_preferences to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on message_preferences to fedele_maintenance using (true) with check (true);
grant select, insert, update (refused, paused_until, weekly_max, timezone, changed_at), delete on
  message_preferences to fedele_app;
grant select on message_preferences to fedele_maintenance;

alter table suppressions enable row level security;
alter table suppressions force row level security;
create policy of_tenant on suppressions to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on suppressions to fedele_maintenance using (true) with check (true);
grant select, insert, delete on suppressions to fedele_app;
grant select on suppressions to fedele_maintenance;

alter table deliveries enable row level security;
alter table deliveries force row level security;
create policy of_tenant on deliveries to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on deliveries to fedele_maintenance using (true) with check (true);
grant select, insert, update (version, status, reason, attempts, due_at, leased_until, sent_at, changed_at,
  data) on deliveries to fedele_app;
grant select on deliveries to fedele_maintenance;
grant update (attempts, leased_until) on deliveries to fedele_maintenance;
