// A Postgres of the operator's own: what it and its roles must be before we serve from it.
import type pg from "pg";

export const SERVER_VERSION_LEAST = 150_000;

type ServingFacts = {
  version: number;
  role: string;
  is_superuser: boolean;
  may_bypass: boolean;
  owns_tables: boolean;
  is_application: boolean;
  citus_setting: string | null;
};

const askFacts = `
  select current_setting('server_version_num')::int as version,
         r.rolname as role,
         r.rolsuper as is_superuser,
         r.rolbypassrls as may_bypass,
         exists (
           select from pg_class c
            where c.relnamespace = to_regnamespace('public') and c.relkind in ('r', 'p')
              and pg_has_role(r.oid, c.relowner, 'USAGE')
         ) as owns_tables,
         coalesce(pg_has_role(r.oid, to_regrole('fedele_app'), 'USAGE'), false) as is_application,
         case when exists (select from pg_extension where extname = 'citus')
              then coalesce(current_setting('citus.propagate_set_commands', true), '') end as citus_setting
    from pg_roles r
   where r.rolname = current_user`;

/** Everything that keeps us from serving over this connection, in sentences; none when all is well. */
export async function obstaclesToServing(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<ServingFacts>(askFacts);
  return rows.flatMap(obstaclesIn);
}

function obstaclesIn(facts: ServingFacts): string[] {
  const isServer = (reason: string) => `DATABASE_URL connects as "${facts.role}", which ${reason}.`;
  const findings: readonly (readonly [boolean, string])[] = [
    [
      facts.version < SERVER_VERSION_LEAST,
      `Fedele needs PostgreSQL 15 or newer; this server is version ${Math.floor(facts.version / 10_000)}.`,
    ],
    [facts.is_superuser, isServer("is a superuser and would see every tenant")],
    [facts.may_bypass, isServer("may bypass row-level security and would see every tenant")],
    [!facts.is_superuser && facts.owns_tables, isServer("owns Fedele's tables and could change what is final")],
    [
      !facts.is_superuser && !facts.is_application,
      isServer("is not fedele_app. An administrator makes the four roles with server/platform/database/roles.sql"),
    ],
    [
      facts.citus_setting !== null && facts.citus_setting !== "local",
      "Citus must pass the tenant on: alter database … set citus.propagate_set_commands = 'local'.",
    ],
  ];
  return findings.filter(([isSo]) => isSo).map(([, sentence]) => sentence);
}
