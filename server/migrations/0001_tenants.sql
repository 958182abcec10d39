-- Who the platform serves, what they may call with, and what was told to whom.
-- Classes of tables and the rules of their keys: platform/distribution.ts.

create table tenants (
  tenant_id uuid primary key,
  slug text collate "C" not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) <= 63),
  name text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  timezone text not null,
  language text not null,
  country text check (country ~ '^[A-Z]{2}$'),
  bucket_span smallint not null check (bucket_span between 1 and 16384),
  clock_offset_ms bigint not null default 0,
  wrapped_key bytea not null,
  created_at timestamptz not null
);

create table api_keys (
  tenant_id uuid not null references tenants,
  id uuid not null,
  name text not null,
  scopes text[] not null,
  secret_hash bytea not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id)
);

-- What a client may repeat: the key, what it asked for (as an HMAC) and the row that came of it. Kept 30 days.
create table idempotency_keys (
  bucket smallint not null check (bucket between 0 and 16383),
  tenant_id uuid not null,
  operation text collate "C" not null,
  key text collate "C" not null,
  body_hmac bytea not null,
  resource_id uuid not null,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, operation, key)
);

-- Facts on their way to listeners: one row per batch and bucket, deleted once every listener has heard it.
create table outbox (
  bucket smallint not null check (bucket between 0 and 16383),
  tenant_id uuid not null,
  id uuid not null,
  events json not null,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, id)
) with (toast_tuple_target = 8160);

-- What a listener has done, per event, written in the transaction of its effect and in the bucket of its effect. The
-- event is kept while it waits for another try (due_at) or is dead; what is done is swept after 30 days.
create table processed_events (
  bucket smallint not null check (bucket between 0 and 16383),
  tenant_id uuid not null,
  listener text collate "C" not null,
  event_id uuid not null,
  attempts smallint not null default 1,
  dead boolean not null default false,
  event json,
  error text,
  due_at timestamptz,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, listener, event_id)
);
create index unfinished_events on processed_events (bucket, tenant_id, listener) where event is not null;

-- Who does something for a tenant that only one process may do at a time. A new holder gets a higher token, so that
-- one who slept through the end of a lease cannot go on.
create table leases (
  tenant_id uuid not null,
  name text collate "C" not null,
  holder uuid not null,
  token bigint not null,
  until timestamptz not null,
  primary key (tenant_id, name)
);

alter table tenants enable row level security;
alter table tenants force row level security;
create policy of_tenant on tenants to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on tenants to fedele_maintenance using (true) with check (true);
grant select on tenants to fedele_app;
grant update (name, timezone, language, country) on tenants to fedele_app;
grant select, insert, update on tenants to fedele_maintenance;

alter table api_keys enable row level security;
alter table api_keys force row level security;
create policy of_tenant on api_keys to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on api_keys to fedele_maintenance using (true) with check (true);
grant select, insert on api_keys to fedele_app;
grant update (revoked_at) on api_keys to fedele_app;
grant select on api_keys to fedele_maintenance;

alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy of_tenant on idempotency_keys to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on idempotency_keys to fedele_maintenance using (true) with check (true);
grant select, insert, delete on idempotency_keys to fedele_app;
grant select, delete on idempotency_keys to fedele_maintenance;

alter table outbox enable row level security;
alter table outbox force row level security;
create policy of_tenant on outbox to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on outbox to fedele_maintenance using (true) with check (true);
grant select, insert on outbox to fedele_app;
grant select, delete on outbox to fedele_maintenance;

alter table processed_events enable row level security;
alter table processed_events force row level security;
create policy of_tenant on processed_events to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on processed_events to fedele_maintenance using (true) with check (true);
grant select, insert, update on processed_events to fedele_app;
grant select, insert, update, delete on processed_events to fedele_maintenance;

alter table leases enable row level security;
alter table leases force row level security;
create policy of_tenant on leases to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on leases to fedele_maintenance using (true) with check (true);
grant select on leases to fedele_app;
grant select, insert, update on leases to fedele_maintenance;
