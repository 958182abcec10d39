-- Checkout sessions: baskets that are priced, held for a while, sold once, and may come back in parts.

-- `version` counts the baskets. `rewards`: the issued rewards that the basket wants used. `applied`: what they take
-- off, since the basket was reserved. `given_back`: how far a sale has come back. That a reservation is over is seen
-- by its date.
create table checkout_sessions (
  bucket smallint not null,
  tenant_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  source text not null,
  document text not null,
  version integer not null check (version > 0),
  status text not null
    check (status in ('open', 'reserved', 'committed', 'partly_returned', 'returned', 'cancelled')),
  basket json not null,
  rewards uuid[] not null,
  reserved_until timestamptz,
  hold_id uuid,
  spend_id uuid,
  activity_id uuid,
  applied json,
  earned json,
  given_back json,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (bucket, tenant_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383)),
  constraint reserved_for_a_while check (status <> 'reserved' or reserved_until is not null),
  constraint sold_with_activity
    check (status not in ('committed', 'partly_returned', 'returned') or activity_id is not null)
);
create index unsold_sessions on checkout_sessions (bucket, tenant_id, member_id)
  where status in ('open', 'reserved');
create index reserved_sessions on checkout_sessions (bucket, tenant_id, member_id, reserved_until)
  where status = 'reserved';

-- What came back of a session, and what went back for it.
create table session_returns (
  bucket smallint not null,
  tenant_id uuid not null,
  session_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  document text not null,
  part text not null,
  activity_id uuid not null,
  result json not null,
  created_at timestamptz not null,
  primary key (bucket, tenant_id, session_id, id),
  constraint of_bucket
    check (bucket = ((get_byte(uuid_send(member_id), 14) << 8 | get_byte(uuid_send(member_id), 15)) & 16383))
);

-- Which session holds or used a reward, until when it is held, and how much of its cost came back with returned goods.
alter table issued_rewards add column session_id uuid;
alter table issued_rewards add column reserved_until timestamptz;
alter table issued_rewards add column returned_points bigint not null default 0
  check (returned_points >= 0 and returned_points <= points);

-- What points are set aside for: only who names it captures or releases them.
alter table holds add column held_for uuid;

alter table checkout_sessions enable row level security;
alter table checkout_sessions force row level security;
create policy of_tenant on checkout_sessions to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on checkout_sessions to fedele_maintenance using (true) with check (true);
grant select, insert, update (version, status, basket, rewards, reserved_until, hold_id, spend_id, activity_id, applied,
  earned, given_back, changed_at) on checkout_sessions to fedele_app;
grant select on checkout_sessions to fedele_maintenance;

alter table session_returns enable row level security;
alter table session_returns force row level security;
create policy of_tenant on session_returns to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on session_returns to fedele_maintenance using (true) with check (true);
grant select, insert on session_returns to fedele_app;
grant select on session_returns to fedele_maintenance;

grant update (session_id, reserved_until, returned_points) on issued_rewards to fedele_app;
