-- Passkeys of staff: a key of a device, which proves both that somebody has it and that it knows them. What is kept
-- here is public but for its name. Challenges are kept only once they were shown, so that none is good twice.
create table passkeys (
  tenant_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  credential_id bytea not null check (length(credential_id) between 1 and 1023),
  public_key bytea not null,
  -- How often the device has signed; 0 where it does not count.
  counter bigint not null check (counter >= 0),
  sealed_name bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, credential_id),
  foreign key (tenant_id, staff_id) references staff
);

create table passkey_challenges (
  tenant_id uuid not null references tenants,
  challenge_hash bytea not null check (length(challenge_hash) = 32),
  expires_at timestamptz not null,
  primary key (tenant_id, challenge_hash)
);

alter table passkeys enable row level security;
alter table passkeys force row level security;
create policy of_tenant on passkeys to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on passkeys to fedele_maintenance using (true) with check (true);
grant select, insert, update (counter, used_at, revoked_at) on passkeys to fedele_app;
grant select on passkeys to fedele_maintenance;

alter table passkey_challenges enable row level security;
alter table passkey_challenges force row level security;
create policy of_tenant on passkey_challenges to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on passkey_challenges to fedele_maintenance using (true) with check (true);
grant select, insert, delete on passkey_challenges to fedele_app;
grant select on passkey_challenges to fedele_maintenance;
