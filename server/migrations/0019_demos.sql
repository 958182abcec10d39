-- Demos tell a story that is filled in by itself, and whoever works for several tenants is one person.

-- Which story, out of which seed, as told at which moment; null of a tenant that tells none. demo_done: how many of its
-- demo_steps are in; null while nothing was set up.
alter table tenants
  add column demo_story text collate "C" check (demo_story is null or is_demo),
  add column demo_seed text,
  add column demo_told_at timestamptz,
  add column demo_steps integer,
  add column demo_done integer,
  -- Set when its owner has removed a demo: nobody is served from it, and its rows go with the next start.
  add column removed_at timestamptz check (removed_at is null or is_demo),
  -- By which request of which tenant it was made; null: by an operator.
  add column founding_hash bytea,
  add check ((demo_story is null) = (demo_seed is null)
    and (demo_story is null) = (demo_told_at is null)
    and (demo_story is null) = (demo_steps is null));
grant update (demo_done, removed_at) on tenants to fedele_app;

-- The same in every tenant that the person has been proved to work for; null: known here only.
alter table staff add column person_id uuid;
create unique index staff_of_person on staff (person_id, tenant_id) where person_id is not null and removed_at is null;
grant update (person_id) on staff to fedele_app;
