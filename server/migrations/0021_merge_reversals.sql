-- A merge that was undone: the row stays, says so, and holds nothing of before any more. Whoever is merged again
-- takes its place.
alter table merges add column reversed_by text;
alter table merges add column reversed_at timestamptz check ((reversed_at is null) = (reversed_by is null));
grant update (into_id, actor, created_at, reversed_by, reversed_at) on merges to fedele_app;
