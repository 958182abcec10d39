-- What is known of a member beyond points: how far they are blocked.

-- One row a block, kept when it is lifted; at most one of a member is open. The reason is sealed with the member's key.
create table member_blocks (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  step text not null check (step in ('no_login', 'earn_only', 'nothing')),
  reason bytea,
  blocked_by text not null,
  blocked_at timestamptz not null,
  lifted_by text,
  lifted_at timestamptz,
  primary key (bucket, tenant_id, member_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);
create unique index on member_blocks (bucket, tenant_id, member_id) where lifted_at is null;

alter table member_blocks enable row level security;
alter table member_blocks force row level security;
create policy of_tenant on member_blocks to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on member_blocks to fedele_maintenance using (true) with check (true);
grant select, insert, update (lifted_by, lifted_at) on member_blocks to fedele_app;
grant select on member_blocks to fedele_maintenance;
