-- Events of one batch say the same words about many members. A row of more than 2 kB, some ten events, is kept
-- compressed in its own table: 33 bytes an event instead of 184 (27 events a row, of members with ids that a benchmark
-- numbered; others have more chance in them), in the outbox and in the log of events. What comes one by one stays as
-- it is.
alter table outbox alter column events set storage main;
alter table outbox reset (toast_tuple_target);
alter table event_log alter column events set storage main;
alter table event_log reset (toast_tuple_target);
