-- What ends a membership for good, and what is left to say so.

-- Who was erased and when: nothing personal, kept so that a restored backup is made to forget them again. heir_id: who
-- got the points; null: they were forfeited.
create table erasures (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  reason text not null check (reason in ('requested', 'left', 'deceased')),
  heir_id uuid,
  actor text not null,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, member_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

alter table erasures enable row level security;
alter table erasures force row level security;
create policy of_tenant on erasures to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on erasures to fedele_maintenance using (true) with check (true);
grant select, insert on erasures to fedele_app;
grant select on erasures to fedele_maintenance;

-- Free text and coarse facts beside points and activities may tell of a person; whoever is erased takes them along.
grant update (reason) on transfers to fedele_app;
grant update (reason) on member_blocks to fedele_app;
grant update (attributes, facts) on activities to fedele_app;
grant update (customer_hash, customer_sealed) on orphan_returns to fedele_app;

-- Two members who were one person. The row lies with the one who was merged away; what stood there before is kept, as
-- numbers and hashes, so that it can be told what came from where.
create table merges (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  into_id uuid not null check (into_id <> member_id),
  before json not null,
  actor text not null,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, member_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);
create index merges_into on merges (bucket, tenant_id, into_id);

alter table merges enable row level security;
alter table merges force row level security;
create policy of_tenant on merges to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on merges to fedele_maintenance using (true) with check (true);
grant select, insert, update (before) on merges to fedele_app;
grant select on merges to fedele_maintenance;

-- Where whoever asks for this member is sent on to, read with the other facts on the hot path.
alter table member_facts add column merged_into uuid;
