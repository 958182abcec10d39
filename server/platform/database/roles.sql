-- The four roles of Fedele. The embedded Postgres runs this file by itself. On a server of one's own an administrator
-- runs it once, connected to the empty database that Fedele shall use, and gives each role a password afterwards:
--   alter role fedele_app password '…';
-- It may be run again at any time: what is there already stays.

do $$
declare
  name text;
begin
  foreach name in array array['fedele_owner', 'fedele_app', 'fedele_maintenance', 'fedele_jobs'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I', name);
    end if;
    execute format(
      'alter role %I with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit', name);
    execute format('grant connect on database %I to %I', current_database(), name);
  end loop;
  execute format('revoke all on database %I from public', current_database());
end
$$;

-- fedele_owner: owns the tables and migrates them. Nobody serves under this name.
revoke all on schema public from public;
grant create, usage on schema public to fedele_owner;

-- fedele_app: serves. Sees one tenant at a time and may do what the migrations grant.
-- fedele_maintenance: sweeps, relays, verifies. Sees every tenant by policies that name it.
grant usage on schema public to fedele_app, fedele_maintenance;

-- fedele_jobs: the job queue's own schema, and nothing else.
create schema if not exists jobs;
do $$ begin execute format('grant usage, create on schema jobs to fedele_jobs'); end $$;
