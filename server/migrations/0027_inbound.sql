-- Other systems that tell what happened by signed calls to an address of the tenant's.

create table inbound_sources (
  tenant_id uuid not null references tenants,
  id uuid not null,
  name text not null,
  secret bytea not null,
  previous_secret bytea,
  previous_until timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

-- Which calls were heard, for seven days: the same one again has no effect.
create table inbound_calls (
  bucket smallint not null,
  tenant_id uuid not null,
  source_id uuid not null,
  call_id text collate "C" not null,
  heard_at timestamptz not null,
  primary key (bucket, tenant_id, source_id, call_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(source_id), 14) << 8 | get_byte(uuid_send(source_id), 15)) & 16383))
);

alter table inbound_sources enable row level security;
alter table inbound_sources force row level security;
create policy of_tenant on inbound_sources to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on inbound_sources to fedele_maintenance using (true) with check (true);
grant select, insert, delete,
  update (secret, previous_secret, previous_until) on inbound_sources to fedele_app;
grant select on inbound_sources to fedele_maintenance;

alter table inbound_calls enable row level security;
alter table inbound_calls force row level security;
create policy of_tenant on inbound_calls to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on inbound_calls to fedele_maintenance using (true) with check (true);
grant select, insert on inbound_calls to fedele_app;
grant select, delete on inbound_calls to fedele_maintenance;
