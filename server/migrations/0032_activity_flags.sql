-- Purchases that somebody should look at: a member bought, or earned, faster than the programme takes for usual.
-- bound: what would have been usual. Nothing is refused for it.
create table activity_flags (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  activity_id uuid not null,
  kind text collate "C" not null check (kind in ('receipts_per_till', 'receipts', 'points')),
  counted bigint not null,
  bound bigint not null check (bound >= 0 and counted > bound),
  minutes integer not null check (minutes > 0),
  location_id uuid,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, activity_id, kind),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

alter table activity_flags enable row level security;
alter table activity_flags force row level security;
create policy of_tenant on activity_flags to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on activity_flags to fedele_maintenance using (true) with check (true);
grant select, insert on activity_flags to fedele_app;
grant select on activity_flags to fedele_maintenance;
