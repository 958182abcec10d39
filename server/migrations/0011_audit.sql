-- What points are worth, who changed what, what waits for a second person, whose clock may be moved.

-- The face value: face_points points are worth face_minor minor units of the tenant's currency. Null: none was named.
alter table points_types
  add column face_points integer check (face_points > 0),
  add column face_minor bigint check (face_minor > 0),
  add constraint face_value check ((face_points is null) = (face_minor is null));
grant update (face_points, face_minor) on points_types to fedele_app;

-- Only a demo's clock is moved. An adjustment above a limit waits for a second person; null: no limit.
alter table tenants
  add column is_demo boolean not null default false,
  add column adjustment_limit_points bigint check (adjustment_limit_points >= 0),
  add column adjustment_limit_minor bigint check (adjustment_limit_minor >= 0),
  add constraint only_demos_move check (is_demo or clock_offset_ms = 0) not valid;
grant update (adjustment_limit_points, adjustment_limit_minor, clock_offset_ms) on tenants to fedele_app;

-- The end of a tenant's chain of audit entries: how many there are, and the seal of the last. Whoever adds to the chain
-- holds this row until the commit.
create table audit_heads (
  bucket smallint not null,
  tenant_id uuid not null,
  entries bigint not null check (entries > 0),
  seal bytea not null,
  primary key (bucket, tenant_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(tenant_id), 14) << 8 | get_byte(uuid_send(tenant_id), 15)) & 16383))
) with (fillfactor = 50);

-- Who changed what, when. `fields`: what was named in the request; `said`: the request itself, sealed, under the key of
-- the member whom it is about where there is one. `seal`: over all of it and over the seal of the entry before.
create table audit_entries (
  bucket smallint not null,
  tenant_id uuid not null,
  place bigint not null check (place > 0),
  at timestamptz not null,
  actor text not null,
  operation text collate "C" not null,
  resource text,
  member_id uuid,
  fields text[] not null,
  said bytea,
  seal bytea not null,
  primary key (bucket, tenant_id, place),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(tenant_id), 14) << 8 | get_byte(uuid_send(tenant_id), 15)) & 16383))
);

-- Adjustments that nobody but a second person books. `reason` and `refusal` are sealed under the member's key.
create table pending_adjustments (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  points_type smallint not null check (points_type > 0),
  points bigint not null check (points <> 0),
  reverses_id uuid,
  reason bytea not null,
  status text not null check (status in ('waiting', 'approved', 'refused', 'expired')),
  asked_by text not null,
  decided_by text,
  refusal bytea,
  adjustment_id uuid,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  primary key (bucket, tenant_id, member_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383)),
  constraint second_person check (decided_by <> asked_by),
  constraint decided_by_somebody check ((status in ('approved', 'refused')) = (decided_by is not null)),
  constraint booked_when_approved check ((status = 'approved') = (adjustment_id is not null)),
  constraint refused_with_a_reason check ((status = 'refused') = (refusal is not null))
);
create index waiting_adjustments on pending_adjustments (bucket, tenant_id, expires_at) where status = 'waiting';

alter table audit_heads enable row level security;
alter table audit_heads force row level security;
create policy of_tenant on audit_heads to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on audit_heads to fedele_maintenance using (true) with check (true);
grant select, insert, update (entries, seal) on audit_heads to fedele_app;
grant select on audit_heads to fedele_maintenance;

alter table audit_entries enable row level security;
alter table audit_entries force row level security;
create policy of_tenant on audit_entries to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on audit_entries to fedele_maintenance using (true) with check (true);
grant select, insert on audit_entries to fedele_app;
grant select on audit_entries to fedele_maintenance;

alter table pending_adjustments enable row level security;
alter table pending_adjustments force row level security;
create policy of_tenant on pending_adjustments to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on pending_adjustments to fedele_maintenance using (true) with check (true);
grant select, insert on pending_adjustments to fedele_app;
grant update (status, decided_by, refusal, adjustment_id, decided_at) on pending_adjustments to fedele_app;
grant select on pending_adjustments to fedele_maintenance;
