-- Who works for a tenant and how they come in, the keys of tills, and mail on its way. Names and addresses of staff
-- stand sealed; an address is found by its blind index. Everything about signing in goes by the wall clock.

create table staff (
  tenant_id uuid not null references tenants,
  id uuid not null,
  sealed bytea not null,
  -- Empty once the person was removed, so that the address may be invited again.
  email_index bytea,
  role text not null check (role in ('owner', 'manager', 'cashier', 'agent', 'analyst', 'partner')),
  partner_id uuid,
  totp_sealed bytea,
  totp_confirmed_at timestamptz,
  -- The last 30 seconds whose code was used: no code is good twice.
  totp_step bigint not null default 0,
  totp_failures smallint not null default 0,
  totp_locked_until timestamptz,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, email_index),
  foreign key (tenant_id, partner_id) references partners,
  check ((role = 'partner') = (partner_id is not null))
);

-- One live code a person: a new one takes the old one's row.
create table sign_in_codes (
  tenant_id uuid not null,
  staff_id uuid not null,
  code_hmac bytea not null,
  tries smallint not null default 0,
  expires_at timestamptz not null,
  -- How many were asked for since.
  asked smallint not null,
  counted_from timestamptz not null,
  primary key (tenant_id, staff_id),
  foreign key (tenant_id, staff_id) references staff
);

create table staff_sessions (
  tenant_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  secret_hash bytea not null,
  previous_hash bytea,
  previous_until timestamptz,
  -- True until the second factor was shown; nothing is served to such a session.
  is_pending boolean not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, staff_id) references staff
);

-- Without an address it is an owner's link, shown at the terminal.
create table invitations (
  tenant_id uuid not null references tenants,
  id uuid not null,
  sealed bytea,
  role text not null check (role in ('owner', 'manager', 'cashier', 'agent', 'analyst', 'partner')),
  partner_id uuid,
  secret_hash bytea not null,
  invited_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, partner_id) references partners,
  check ((role = 'partner') = (partner_id is not null))
);

create table till_keys (
  tenant_id uuid not null references tenants,
  id uuid not null,
  name text not null,
  location_id uuid not null,
  device_hash bytea not null,
  secret_hash bytea not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, location_id) references locations
);

-- Letters on their way, and those that nobody could send because no mail server is set. due_at is empty once nothing is
-- left to do; what was written is emptied some days later.
create table mail_messages (
  bucket smallint not null check (bucket between 0 and 16383),
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  sealed bytea,
  status text not null check (status in ('queued', 'sent', 'failed', 'kept')),
  attempts smallint not null default 0,
  due_at timestamptz,
  -- The server's three digits or the kind of failure, never its words: they repeat addresses.
  failure text,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (bucket, tenant_id, id)
);
create index due_mail on mail_messages (bucket, tenant_id, due_at) where due_at is not null;

alter table staff enable row level security;
alter table staff force row level security;
create policy of_tenant on staff to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on staff to fedele_maintenance using (true) with check (true);
grant select, insert on staff to fedele_app;
grant update (sealed, email_index, role, partner_id, totp_sealed, totp_confirmed_at, totp_step, totp_failures,
  totp_locked_until, removed_at) on staff to fedele_app;
grant select on staff to fedele_maintenance;

alter table sign_in_codes enable row level security;
alter table sign_in_codes force row level security;
create policy of_tenant on sign_in_codes to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on sign_in_codes to fedele_maintenance using (true) with check (true);
grant select, insert, update, delete on sign_in_codes to fedele_app;
grant select on sign_in_codes to fedele_maintenance;

alter table staff_sessions enable row level security;
alter table staff_sessions force row level security;
create policy of_tenant on staff_sessions to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on staff_sessions to fedele_maintenance using (true) with check (true);
grant select, insert on staff_sessions to fedele_app;
grant update (secret_hash, previous_hash, previous_until, is_pending, expires_at, ended_at)
  on staff_sessions to fedele_app;
grant select, delete on staff_sessions to fedele_maintenance;

alter table invitations enable row level security;
alter table invitations force row level security;
create policy of_tenant on invitations to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on invitations to fedele_maintenance using (true) with check (true);
grant select, insert on invitations to fedele_app;
grant update (sealed, accepted_at, revoked_at) on invitations to fedele_app;
grant select on invitations to fedele_maintenance;

alter table till_keys enable row level security;
alter table till_keys force row level security;
create policy of_tenant on till_keys to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on till_keys to fedele_maintenance using (true) with check (true);
grant select, insert on till_keys to fedele_app;
grant update (revoked_at) on till_keys to fedele_app;
grant select on till_keys to fedele_maintenance;

alter table mail_messages enable row level security;
alter table mail_messages force row level security;
create policy of_tenant on mail_messages to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on mail_messages to fedele_maintenance using (true) with check (true);
grant select, insert on mail_messages to fedele_app;
grant select on mail_messages to fedele_maintenance;
grant update (sealed, status, attempts, due_at, failure, ended_at) on mail_messages to fedele_maintenance;
grant delete on mail_messages to fedele_maintenance;
