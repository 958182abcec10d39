-- Members brought in from a file: what its columns mean, how far it has come, and what was left out. The rows wait
-- sealed with a key of the tenant's, and go with the transaction that makes members of them.
create table member_imports (
  bucket smallint not null,
  tenant_id uuid not null,
  id uuid not null,
  state text not null check (state in ('uploaded', 'running', 'done', 'discarded')),
  header bytea,
  mapping json not null,
  preview json not null,
  row_count integer not null check (row_count >= 0),
  chunk_count integer not null check (chunk_count >= 0),
  next_chunk integer not null check (next_chunk between 0 and chunk_count),
  counts json not null,
  created_by text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (bucket, tenant_id, id),
  constraint of_bucket check (bucket = ((get_byte(uuid_send(id), 14) << 8 | get_byte(uuid_send(id), 15)) & 16383))
);

-- rows null: they have become members, or were left out for the reasons in mistakes, which name nobody.
create table member_import_chunks (
  bucket smallint not null,
  tenant_id uuid not null,
  import_id uuid not null,
  number integer not null,
  rows bytea,
  mistakes json,
  primary key (bucket, tenant_id, import_id, number),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(import_id), 14) << 8 | get_byte(uuid_send(import_id), 15)) & 16383))
);

alter table member_imports enable row level security;
alter table member_imports force row level security;
create policy of_tenant on member_imports to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on member_imports to fedele_maintenance using (true) with check (true);
grant select, insert, update (state, header, mapping, preview, next_chunk, counts, changed_at)
  on member_imports to fedele_app;
grant select on member_imports to fedele_maintenance;

alter table member_import_chunks enable row level security;
alter table member_import_chunks force row level security;
create policy of_tenant on member_import_chunks to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on member_import_chunks to fedele_maintenance using (true) with check (true);
grant select, insert, update (rows, mistakes), delete on member_import_chunks to fedele_app;
grant select on member_import_chunks to fedele_maintenance;
