-- Journeys: what leads members from step to step, and where each of them stands.

create table journeys (
  tenant_id uuid not null references tenants,
  id uuid not null,
  name text not null,
  status text not null check (status in ('draft', 'running', 'paused', 'ended')),
  version integer not null check (version > 0),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);

-- Never changed: whoever came in by a plan is led by it.
create table journey_plans (
  tenant_id uuid not null,
  journey_id uuid not null,
  version integer not null check (version > 0),
  plan json not null,
  created_by text not null,
  created_at timestamptz not null,
  primary key (tenant_id, journey_id, version),
  foreign key (tenant_id, journey_id) references journeys (tenant_id, id)
);

-- One row a member, object and time. `entered_by`: the event that let them in, so that it lets them in once; of a day
-- or a segment an id made of both. `object`: what the journey is about; '' for the member alone.
create table journey_instances (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  version integer not null,
  object text collate "C" not null,
  entered_by uuid not null,
  state text not null check (state in ('waiting', 'ended')),
  outcome text check (outcome in ('finished', 'exit', 'goal', 'removed')),
  step_id text,
  step_at timestamptz,
  due_at timestamptz,
  passed smallint not null,
  entered_at timestamptz not null,
  ended_at timestamptz,
  primary key (bucket, tenant_id, member_id, id),
  unique (bucket, tenant_id, member_id, journey_id, object, entered_by),
  constraint waiting_somewhere
    check ((state = 'waiting') = (step_id is not null) and (step_id is null) = (due_at is null)
      and (state = 'ended') = (outcome is not null)),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
) with (fillfactor = 80);
-- At most one time at a time.
create unique index live_instances on journey_instances (bucket, tenant_id, member_id, journey_id, object)
  where state = 'waiting';
create index due_instances on journey_instances (bucket, tenant_id, due_at) where due_at is not null;

create table journey_passages (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  instance_id uuid not null,
  place smallint not null,
  journey_id uuid not null,
  step_id text not null,
  outcome text not null,
  passed_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, instance_id, place),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

alter table journeys enable row level security;
alter table journeys force row level security;
create policy of_tenant on journeys to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on journeys to fedele_maintenance using (true) with check (true);
grant select, insert, update (name, status, version, changed_at) on journeys to fedele_app;
grant select on journeys to fedele_maintenance;

alter table journey_plans enable row level security;
alter table journey_plans force row level security;
create policy of_tenant on journey_plans to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on journey_plans to fedele_maintenance using (true) with check (true);
grant select, insert on journey_plans to fedele_app;
grant select on journey_plans to fedele_maintenance;

alter table journey_instances enable row level security;
alter table journey_instances force row level security;
create policy of_tenant on journey_instances to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on journey_instances to fedele_maintenance using (true) with check (true);
grant select, insert, update (version, state, outcome, step_id, step_at, due_at, passed, ended_at)
  on journey_instances to fedele_app;
grant select on journey_instances to fedele_maintenance;

alter table journey_passages enable row level security;
alter table journey_passages force row level security;
create policy of_tenant on journey_passages to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on journey_passages to fedele_maintenance using (true) with check (true);
grant select, insert on journey_passages to fedele_app;
grant select on journey_passages to fedele_maintenance;
