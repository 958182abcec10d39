-- A limit may be of an hour, which is counted by its beginning in UTC: "hour 22:00" of a day.
alter table limit_counts drop constraint limit_counts_per_check;

alter table limit_counts add constraint limit_counts_per_check
  check (per in ('day', 'week', 'month', 'year', 'ever') or per ~ '^hour [0-2][0-9]:[0-5][0-9]$');

-- Cards of paper and plastic find a member by the number that is printed on them.
alter table identities drop constraint identities_kind_check;

alter table identities add constraint identities_kind_check
  check (kind in ('email', 'phone', 'qr', 'number', 'card'));
