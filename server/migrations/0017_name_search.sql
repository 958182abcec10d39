-- What members are found by whose names begin so: keyed hashes of how the words of a name begin, cut to 32 bits.
-- No name stands here; who counts the rows learns how often a beginning occurs (docs/decisions/0026).
create table name_beginnings (
  bucket smallint not null,
  tenant_id uuid not null,
  beginning integer not null,
  member_id uuid not null,
  primary key (bucket, tenant_id, beginning, member_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

alter table name_beginnings enable row level security;
alter table name_beginnings force row level security;
create policy of_tenant on name_beginnings to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on name_beginnings to fedele_maintenance using (true) with check (true);
grant select, insert, delete on name_beginnings to fedele_app;
grant select on name_beginnings to fedele_maintenance;
