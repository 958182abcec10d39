-- Where and what is sold. Small, read from process memory, never written on the hot path.

create table partners (
  tenant_id uuid not null references tenants,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

create table locations (
  tenant_id uuid not null references tenants,
  id uuid not null,
  partner_id uuid,
  code text collate "C" not null,
  name text not null,
  country text,
  timezone text,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, partner_id) references partners
);

create table products (
  tenant_id uuid not null references tenants,
  sku text collate "C" not null,
  name text not null,
  categories text[] not null default '{}',
  created_at timestamptz not null,
  primary key (tenant_id, sku)
);

alter table partners enable row level security;
alter table partners force row level security;
create policy of_tenant on partners to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on partners to fedele_maintenance using (true) with check (true);
grant select, insert, update on partners to fedele_app;
grant select on partners to fedele_maintenance;

alter table locations enable row level security;
alter table locations force row level security;
create policy of_tenant on locations to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on locations to fedele_maintenance using (true) with check (true);
grant select, insert, update on locations to fedele_app;
grant select on locations to fedele_maintenance;

alter table products enable row level security;
alter table products force row level security;
create policy of_tenant on products to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on products to fedele_maintenance using (true) with check (true);
grant select, insert, update on products to fedele_app;
grant select on products to fedele_maintenance;
