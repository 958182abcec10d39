-- What was told, in the order in which it leaves: kept for whoever reads on, sent to whoever asked to be called.
-- A tenant's events have one order, so they have one place: the bucket that the tenant's own id carries.

-- The position of a tenant's latest event, and the one up to which events are not kept any more.
create table event_heads (
  bucket smallint not null,
  tenant_id uuid not null,
  position bigint not null check (position >= 0),
  swept_position bigint not null default 0 check (swept_position <= position),
  primary key (bucket, tenant_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(tenant_id), 14) << 8 | get_byte(uuid_send(tenant_id), 15)) & 16383))
) with (fillfactor = 50);

-- A row of the outbox as it was written, with the positions of its events: the last one has last_position.
create table event_log (
  bucket smallint not null,
  tenant_id uuid not null,
  last_position bigint not null check (last_position >= event_count),
  event_count integer not null check (event_count > 0),
  outbox_id uuid not null,
  events json not null,
  logged_at timestamptz not null,
  primary key (bucket, tenant_id, last_position),
  unique (bucket, tenant_id, outbox_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(tenant_id), 14) << 8 | get_byte(uuid_send(tenant_id), 15)) & 16383))
) with (toast_tuple_target = 8160);

-- How far somebody has read who is called rather than calls: a webhook endpoint, a broker.
create table event_cursors (
  bucket smallint not null,
  tenant_id uuid not null,
  consumer text collate "C" not null,
  position bigint not null check (position >= 0),
  primary key (bucket, tenant_id, consumer),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(tenant_id), 14) << 8 | get_byte(uuid_send(tenant_id), 15)) & 16383))
) with (fillfactor = 50);

-- Where a tenant wants to be called. Secrets are sealed; the previous one signs too until previous_until.
create table webhook_endpoints (
  tenant_id uuid not null references tenants,
  id uuid not null,
  url text not null,
  description text,
  event_types text[] not null,
  status text not null check (status in ('enabled', 'disabled')),
  disabled_reason text check (disabled_reason in ('by_tenant', 'failing', 'gone')),
  secret bytea not null,
  previous_secret bytea,
  previous_until timestamptz,
  failing_since timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  check ((status = 'disabled') = (disabled_reason is not null)),
  check ((previous_secret is null) = (previous_until is null))
);

-- One event for one endpoint. due_at: when it is tried next, null when there is nothing more to try.
create table webhook_deliveries (
  bucket smallint not null,
  tenant_id uuid not null,
  endpoint_id uuid not null,
  event_id uuid not null,
  type text not null,
  body text not null,
  status text not null check (status in ('pending', 'delivered', 'failed')),
  attempts smallint not null default 0,
  due_at timestamptz,
  reply_status smallint,
  failure text,
  took_ms integer,
  attempted_at timestamptz,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, endpoint_id, event_id),
  check ((status = 'pending') = (due_at is not null)),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(endpoint_id), 14) << 8 | get_byte(uuid_send(endpoint_id), 15)) & 16383))
);
create index due_deliveries on webhook_deliveries (bucket, tenant_id, endpoint_id, due_at) where due_at is not null;

alter table event_heads enable row level security;
alter table event_heads force row level security;
create policy of_tenant on event_heads to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on event_heads to fedele_maintenance using (true) with check (true);
grant select, insert, update (position) on event_heads to fedele_app;
grant select, update (swept_position) on event_heads to fedele_maintenance;

alter table event_log enable row level security;
alter table event_log force row level security;
create policy of_tenant on event_log to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on event_log to fedele_maintenance using (true) with check (true);
grant select, insert on event_log to fedele_app;
grant select, delete on event_log to fedele_maintenance;

alter table event_cursors enable row level security;
alter table event_cursors force row level security;
create policy of_tenant on event_cursors to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on event_cursors to fedele_maintenance using (true) with check (true);
grant select, insert, update (position), delete on event_cursors to fedele_app;
grant select on event_cursors to fedele_maintenance;

alter table webhook_endpoints enable row level security;
alter table webhook_endpoints force row level security;
create policy of_tenant on webhook_endpoints to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on webhook_endpoints to fedele_maintenance using (true) with check (true);
grant select, insert, delete on webhook_endpoints to fedele_app;
grant update (url, description, event_types, status, disabled_reason, secret, previous_secret, previous_until,
  failing_since) on webhook_endpoints to fedele_app;
grant select on webhook_endpoints to fedele_maintenance;

alter table webhook_deliveries enable row level security;
alter table webhook_deliveries force row level security;
create policy of_tenant on webhook_deliveries to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on webhook_deliveries to fedele_maintenance using (true) with check (true);
grant select, insert, delete on webhook_deliveries to fedele_app;
grant update (status, attempts, due_at, reply_status, failure, took_ms, attempted_at) on webhook_deliveries
  to fedele_app;
grant select, delete on webhook_deliveries to fedele_maintenance;
