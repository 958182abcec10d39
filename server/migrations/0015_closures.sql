-- How a programme ends: until when it gives, and when what was not used is gone.

alter table programmes add column earning_ends_at timestamptz;
alter table programmes add column points_end_at timestamptz check (points_end_at > earning_ends_at);
alter table points_types add column closes_at timestamptz;
grant update (closes_at) on points_types to fedele_app;
