// All SQL on portals and terms_acceptances.
import type { PortalSettings } from "@fedele/sdk/schemas/portal.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

type Terms = NonNullable<PortalSettings["terms"]>;

type Row = {
  may_join: boolean;
  birthday: PortalSettings["birthday"];
  color: string;
  terms_version: string | null;
  terms: Terms["texts"];
  consents: PortalSettings["consents"];
};

export type AcceptedTerms = Readonly<{ version: string; acceptedAt: number }>;

/** Null where nobody has set anything yet. */
export async function findSettings(ctx: Ctx): Promise<PortalSettings | null> {
  const rows = await ctx.query<Row>(
    "select may_join, birthday, color, terms_version, terms, consents from portals where tenant_id = $1",
    [ctx.tenantId],
  );
  return rows.map(toSettings)[0] ?? null;
}

export async function saveSettings(ctx: Ctx, settings: PortalSettings): Promise<void> {
  await ctx.query(
    `insert into portals (tenant_id, may_join, birthday, color, terms_version, terms, consents, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tenant_id) do update
     set may_join = excluded.may_join, birthday = excluded.birthday, color = excluded.color,
         terms_version = excluded.terms_version, terms = excluded.terms, consents = excluded.consents,
         changed_at = excluded.changed_at`,
    [
      ctx.tenantId,
      settings.mayJoin,
      settings.birthday,
      settings.color,
      settings.terms?.version ?? null,
      JSON.stringify(settings.terms?.texts ?? {}),
      JSON.stringify(settings.consents),
      iso(ctx.now),
    ],
  );
}

/** What was accepted before stays as it was. */
export async function insertAcceptance(ctx: Ctx, memberId: string, version: string): Promise<void> {
  await ctx.query(
    `insert into terms_acceptances (bucket, tenant_id, member_id, version, accepted_at)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [bucketOf(memberId), ctx.tenantId, memberId, version, iso(ctx.now)],
  );
}

export async function listAcceptances(ctx: Ctx, memberId: string): Promise<AcceptedTerms[]> {
  const rows = await ctx.query<{ version: string; accepted_at: number }>(
    `select version, accepted_at from terms_acceptances
     where bucket = $1 and tenant_id = $2 and member_id = $3 order by accepted_at, version`,
    [bucketOf(memberId), ctx.tenantId, memberId],
  );
  return rows.map((row) => ({ version: row.version, acceptedAt: row.accepted_at }));
}

function toSettings(row: Row): PortalSettings {
  return {
    mayJoin: row.may_join,
    birthday: row.birthday,
    color: row.color,
    terms: row.terms_version === null ? null : { version: row.terms_version, texts: row.terms },
    consents: row.consents,
  };
}
