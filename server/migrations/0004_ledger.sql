-- Points: who has which, since when, until when, and why. Entries are only ever added.

-- A currency of the programme. Its small number stands in the hot rows.
create table points_types (
  tenant_id uuid not null references tenants,
  points_type smallint not null check (points_type > 0),
  code text collate "C" not null,
  name text not null,
  spendable boolean not null,
  qualifying boolean not null,
  activation json not null,
  expiry json not null,
  give_back json not null,
  created_at timestamptz not null,
  primary key (tenant_id, points_type),
  unique (tenant_id, code)
);

-- balance: all open lots. Of it `pending` is not active yet and `held` is reserved; both are true until next_change_at.
-- draws: how often lots were taken from; a lot is never added to after that (it stands in the lot's id).
create table wallets (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  points_type smallint not null,
  balance bigint not null check (balance >= 0),
  pending bigint not null check (pending >= 0),
  held bigint not null check (held >= 0),
  debt bigint not null check (debt >= 0),
  draws integer not null,
  next_change_at timestamptz,
  last_activity_at timestamptz,
  primary key (bucket, tenant_id, member_id, points_type),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
) with (fillfactor = 80);

-- Points earned together: same funder, same activation, same expiry. expires_at null: never.
create table lots (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  points_type smallint not null,
  id uuid not null,
  funder_id uuid,
  earned bigint not null check (earned > 0),
  remaining bigint not null check (remaining >= 0),
  held bigint not null default 0 check (held >= 0 and held <= remaining),
  activates_at timestamptz not null,
  expires_at timestamptz,
  primary key (bucket, tenant_id, member_id, points_type, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
) with (fillfactor = 85);

-- One movement: `points` onto the member's wallet, minus `points` onto the counter-account of the partner (null: the
-- operator). One row a lot: what a lot has left is the sum of its entries; the debt is minus the sum of those without a
-- lot.
create table entries (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  points_type smallint not null,
  points bigint not null check (points <> 0),
  counter_account text not null check (
    counter_account in ('issued', 'spent', 'expired', 'adjusted', 'opening', 'in_transit', 'forfeited', 'lost')
  ),
  partner_id uuid,
  lot_id uuid,
  cause text not null,
  cause_id uuid not null,
  reverses_id uuid,
  rule_id uuid,
  rule_version integer,
  rate numeric,
  event_at timestamptz not null,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- A reservation. Its lots are set aside when it is made.
create table holds (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  points_type smallint not null,
  points bigint not null check (points > 0),
  status text not null check (status in ('open', 'captured', 'released', 'timed_out')),
  lots json not null,
  reason text,
  expires_at timestamptz not null,
  closed_at timestamptz,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);
create index open_holds on holds (bucket, tenant_id, member_id) where status = 'open';

-- Points used. `reversed`: how many of them were given back.
create table spends (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  points_type smallint not null,
  points bigint not null check (points > 0),
  reversed bigint not null default 0 check (reversed >= 0 and reversed <= points),
  hold_id uuid,
  lots json not null,
  reason text,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- Points given or taken by hand, with the reason that the member is shown.
create table adjustments (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  points_type smallint not null,
  points bigint not null check (points <> 0),
  reason text not null,
  reverses_id uuid,
  reversed_by uuid,
  lots json not null,
  actor text not null,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- The sender's side of a transfer. The receiver's is an entry with the same cause, made from the outbox.
create table transfers (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  to_member_id uuid not null,
  points_type smallint not null,
  points bigint not null check (points > 0),
  reason text,
  flag text check (flag in ('circle')),
  created_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- What became of a transfer, decided once: on the receiver's side credited or refused, on the sender's side returned.
-- The row is the guard against a second credit.
create table transfer_credits (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  transfer_id uuid not null,
  points bigint not null check (points > 0),
  outcome text not null check (outcome in ('credited', 'refused', 'returned')),
  because text check (because in ('unknown', 'blocked', 'closed')),
  created_at timestamptz not null,
  primary key (bucket, tenant_id, member_id, transfer_id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- The other side of the entries, one running sum per account, bucket and lane, so that no row is hot.
create table account_slots (
  bucket smallint not null check (bucket between 0 and 16383),
  tenant_id uuid not null,
  account text collate "C" not null,
  partner_id uuid not null,
  points_type smallint not null,
  lane smallint not null,
  points bigint not null,
  primary key (bucket, tenant_id, account, partner_id, points_type, lane)
) with (fillfactor = 80);

-- One signed line a tenant and day: whoever changes an entry afterwards is found out.
create table ledger_totals (
  tenant_id uuid not null references tenants,
  day date not null,
  entries bigint not null,
  points bigint not null,
  digest numeric not null,
  signature bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, day)
);

alter table points_types enable row level security;
alter table points_types force row level security;
create policy of_tenant on points_types to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on points_types to fedele_maintenance using (true) with check (true);
grant select, insert, update (name, activation, expiry, give_back) on points_types to fedele_app;
grant select, insert on points_types to fedele_maintenance;

alter table wallets enable row level security;
alter table wallets force row level security;
create policy of_tenant on wallets to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on wallets to fedele_maintenance using (true) with check (true);
grant select, insert, update on wallets to fedele_app;
grant select on wallets to fedele_maintenance;

alter table lots enable row level security;
alter table lots force row level security;
create policy of_tenant on lots to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on lots to fedele_maintenance using (true) with check (true);
grant select, insert, update on lots to fedele_app;
grant select on lots to fedele_maintenance;

alter table entries enable row level security;
alter table entries force row level security;
create policy of_tenant on entries to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on entries to fedele_maintenance using (true) with check (true);
grant select, insert on entries to fedele_app;
grant select on entries to fedele_maintenance;

alter table holds enable row level security;
alter table holds force row level security;
create policy of_tenant on holds to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on holds to fedele_maintenance using (true) with check (true);
grant select, insert, update on holds to fedele_app;
grant select on holds to fedele_maintenance;

alter table spends enable row level security;
alter table spends force row level security;
create policy of_tenant on spends to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on spends to fedele_maintenance using (true) with check (true);
grant select, insert, update on spends to fedele_app;
grant select on spends to fedele_maintenance;

alter table adjustments enable row level security;
alter table adjustments force row level security;
create policy of_tenant on adjustments to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on adjustments to fedele_maintenance using (true) with check (true);
grant select, insert, update on adjustments to fedele_app;
grant select on adjustments to fedele_maintenance;

alter table transfers enable row level security;
alter table transfers force row level security;
create policy of_tenant on transfers to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on transfers to fedele_maintenance using (true) with check (true);
grant select, insert on transfers to fedele_app;
grant select on transfers to fedele_maintenance;

alter table transfer_credits enable row level security;
alter table transfer_credits force row level security;
create policy of_tenant on transfer_credits to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on transfer_credits to fedele_maintenance using (true) with check (true);
grant select, insert on transfer_credits to fedele_app;
grant select on transfer_credits to fedele_maintenance;

alter table account_slots enable row level security;
alter table account_slots force row level security;
create policy of_tenant on account_slots to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on account_slots to fedele_maintenance using (true) with check (true);
grant select, insert, update on account_slots to fedele_app;
grant select on account_slots to fedele_maintenance;

alter table ledger_totals enable row level security;
alter table ledger_totals force row level security;
create policy of_tenant on ledger_totals to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on ledger_totals to fedele_maintenance using (true) with check (true);
grant select on ledger_totals to fedele_app;
grant select, insert on ledger_totals to fedele_maintenance;
