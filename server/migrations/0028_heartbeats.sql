-- When each heartbeat was last seen, over all processes, so that whoever looks after it all finds one that has stopped.
-- It holds nobody's data. pace_seconds: how often it beats; since: from when on it was to beat.
create table heartbeats (
  name text collate "C" not null primary key,
  pace_seconds integer not null check (pace_seconds > 0),
  since timestamptz not null,
  done_at timestamptz,
  failed_at timestamptz
);
grant select, insert, update, delete on heartbeats to fedele_maintenance;
