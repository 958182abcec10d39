-- How a member proves at the till that they are there: the changing code of a device of theirs, or a code that was
-- sent.

-- What who stands at a till asks for before points are used.
alter table tenants add column spending_proof text not null default 'code_or_qr'
  check (spending_proof in ('none', 'code_or_qr'));

-- One row a device: the key of its codes, sealed with the member's.
create table member_cards (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  key_sealed bytea not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (bucket, tenant_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- Which steps a member has shown: each is good once, on whatever device.
create table card_steps (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  step bigint not null,
  shown_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, step),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- The one code that was sent last. By the wall clock.
create table spending_codes (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  code_hmac bytea not null,
  tries integer not null default 0,
  asked integer not null,
  counted_from timestamptz not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (bucket, tenant_id, member_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- What somebody at a till was shown, and what it was used for. By the wall clock.
create table spending_proofs (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  actor text not null,
  method text not null check (method in ('qr', 'code')),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_for text,
  primary key (bucket, tenant_id, member_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

alter table member_cards enable row level security;
alter table member_cards force row level security;
create policy of_tenant on member_cards to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on member_cards to fedele_maintenance using (true) with check (true);
grant select, insert, delete, update (ended_at) on member_cards to fedele_app;
grant select on member_cards to fedele_maintenance;

alter table card_steps enable row level security;
alter table card_steps force row level security;
create policy of_tenant on card_steps to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on card_steps to fedele_maintenance using (true) with check (true);
grant select, insert, delete on card_steps to fedele_app;
grant select, delete on card_steps to fedele_maintenance;

alter table spending_codes enable row level security;
alter table spending_codes force row level security;
create policy of_tenant on spending_codes to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on spending_codes to fedele_maintenance using (true) with check (true);
grant select, insert, delete,
  update (code_hmac, tries, asked, counted_from, sent_at, expires_at) on spending_codes to fedele_app;
grant select on spending_codes to fedele_maintenance;

alter table spending_proofs enable row level security;
alter table spending_proofs force row level security;
create policy of_tenant on spending_proofs to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on spending_proofs to fedele_maintenance using (true) with check (true);
grant select, insert, update (used_at, used_for) on spending_proofs to fedele_app;
grant select, delete on spending_proofs to fedele_maintenance;

grant update (spending_proof) on tenants to fedele_app;
