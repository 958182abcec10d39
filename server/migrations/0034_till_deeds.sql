-- What was done for members by hand, by whom and where: what a shift's report is made of, beside its purchases. Points
-- that were used count up, those that were given back count down. Only ever added to.
create table till_deeds (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  actor text not null,
  location_id uuid,
  kind text not null check (kind in ('joined', 'taken', 'paid', 'used', 'undone', 'given_back')),
  about_id uuid not null,
  points_type smallint,
  points bigint,
  reason text,
  at timestamptz not null,
  primary key (bucket, tenant_id, member_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383)),
  constraint points_of_a_type check ((points is null) = (points_type is null))
);
-- Written in the order of its days, so that a day is a few ranges of pages, in whatever buckets its members are.
create index till_deeds_by_day on till_deeds using brin (bucket, tenant_id, at)
  with (pages_per_range = 16, autosummarize = on);

alter table till_deeds enable row level security;
alter table till_deeds force row level security;
create policy of_tenant on till_deeds to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on till_deeds to fedele_maintenance using (true) with check (true);
grant select, insert on till_deeds to fedele_app;
grant select on till_deeds to fedele_maintenance;

-- Activities likewise; an insert pays next to nothing for it. A day of 2,000 sales among 222,000 activities is read in
-- 106 pages and 9 ms, against 5,800 pages and 103 ms without it.
create index activities_by_day on activities using brin (bucket, tenant_id, event_at)
  with (pages_per_range = 16, autosummarize = on);
