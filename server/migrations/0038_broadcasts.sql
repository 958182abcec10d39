-- One message to many members. Who is to get it is walked through bucket by bucket, in slices; how far that has come is
-- written in the transaction of the rows that a slice makes.
create table broadcasts (
  tenant_id uuid not null references tenants,
  id uuid not null,
  name text not null,
  variants json not null,
  audience json not null,
  -- Of 10,000 members so many get nothing, to compare with.
  holdout smallint not null check (holdout between 0 and 5000),
  -- Messages a minute at most; null: as fast as they go.
  per_minute integer check (per_minute > 0),
  in_own_zone boolean not null,
  status text collate "C" not null
    check (status in ('draft', 'scheduled', 'running', 'paused', 'late', 'finished', 'cancelled')),
  scheduled_at timestamptz,
  -- How far the walk has come; bucket null: not begun; spread_at: when it came to its end.
  place_bucket smallint,
  place_member uuid,
  planned integer not null default 0,
  spread_at timestamptz,
  -- When it went on last, by the tenant's time: what comes much later asks first.
  advanced_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
create index busy_broadcasts on broadcasts (tenant_id, status);

alter table broadcasts enable row level security;
alter table broadcasts force row level security;
create policy of_tenant on broadcasts to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on broadcasts to fedele_maintenance using (true) with check (true);
grant select, insert, update (name, variants, audience, holdout, per_minute, in_own_zone, status, scheduled_at,
  place_bucket, place_member, planned, spread_at, advanced_at, started_at, finished_at, changed_at) on broadcasts
  to fedele_app;
grant select on broadcasts to fedele_maintenance;
