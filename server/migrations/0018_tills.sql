-- Tills that sell without a network: what their device signs by, and what came of each sale.

-- One device a key of a till, for good: another device gets a key of its own.
create table till_devices (
  tenant_id uuid not null references tenants,
  till_key_id uuid not null,
  public_key bytea not null check (length(public_key) = 65),
  registered_at timestamptz not null,
  primary key (tenant_id, till_key_id),
  foreign key (tenant_id, till_key_id) references till_keys
);

-- One row a sale, by the device's own counter. `body` is there while somebody has to decide: sealed with the member's
-- key, or with that of strangers while it is nobody's.
create table offline_sales (
  bucket smallint not null,
  tenant_id uuid not null,
  till_key_id uuid not null,
  counter integer not null check (counter > 0),
  id uuid not null,
  state text not null check (state in ('recorded', 'quarantined', 'accepted', 'declined')),
  reason text,
  flag text,
  content_hash bytea not null check (length(content_hash) = 32),
  source text not null,
  document text not null,
  device_at timestamptz not null,
  happened_at timestamptz not null,
  member_id uuid,
  activity_id uuid,
  spend_type text,
  spend_points bigint check (spend_points > 0),
  taken bigint not null default 0 check (taken >= 0),
  owed bigint not null default 0 check (owed >= 0),
  body bytea,
  received_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  primary key (bucket, tenant_id, till_key_id, counter),
  unique (bucket, tenant_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(till_key_id), 14) << 8 | get_byte(uuid_send(till_key_id), 15)) & 16383))
);

-- What somebody looks through, and what a member used offline of late: few rows of many.
create index offline_sales_to_review on offline_sales (bucket, tenant_id, id)
  where reason is not null or flag is not null;
create index offline_sales_of_spenders on offline_sales (bucket, tenant_id, member_id)
  where spend_points is not null;

alter table till_devices enable row level security;
alter table till_devices force row level security;
create policy of_tenant on till_devices to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on till_devices to fedele_maintenance using (true) with check (true);
grant select, insert on till_devices to fedele_app;
grant select on till_devices to fedele_maintenance;

alter table offline_sales enable row level security;
alter table offline_sales force row level security;
create policy of_tenant on offline_sales to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on offline_sales to fedele_maintenance using (true) with check (true);
grant select, insert,
  update (state, flag, member_id, activity_id, taken, owed, body, decided_at, decided_by)
  on offline_sales to fedele_app;
grant select on offline_sales to fedele_maintenance;
