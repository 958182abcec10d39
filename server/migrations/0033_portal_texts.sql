-- What a portal is called and shows of its shop, its privacy notice, and every text that members were ever shown.
alter table portals add column name text;
alter table portals add column privacy_version text;
alter table portals add column privacy json not null default '{}';
alter table portals add column logo bytea check (length(logo) <= 65536);
alter table portals add column logo_type text check (logo_type in ('image/png', 'image/jpeg', 'image/webp'));
alter table portals add column logo_changed_at timestamptz;
grant update (name, privacy_version, privacy, logo, logo_type, logo_changed_at) on portals to fedele_app;

-- The words behind each version, by language. A version says the same for ever; what may come to it is a language more.
-- subject: terms, privacy, or the topic of a consent.
create table portal_texts (
  tenant_id uuid not null references tenants,
  subject text collate "C" not null,
  version text collate "C" not null,
  texts json not null,
  created_at timestamptz not null,
  primary key (tenant_id, subject, version)
);

alter table portal_texts enable row level security;
alter table portal_texts force row level security;
create policy of_tenant on portal_texts to fedele_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy of_all on portal_texts to fedele_maintenance using (true) with check (true);
grant select, insert, update (texts) on portal_texts to fedele_app;
grant select on portal_texts to fedele_maintenance;
