// All SQL on portals, portal_texts and terms_acceptances.
import type { PortalSettings } from "@fedele/sdk/schemas/portal.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

type Terms = NonNullable<PortalSettings["terms"]>;

type Row = {
  name: string | null;
  privacy_version: string | null;
  privacy: Terms["texts"];
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
    `select name, may_join, birthday, color, terms_version, terms, privacy_version, privacy, consents
     from portals where tenant_id = $1`,
    [ctx.tenantId],
  );
  return rows.map(toSettings)[0] ?? null;
}

export async function saveSettings(ctx: Ctx, settings: PortalSettings): Promise<void> {
  await ctx.query(
    `insert into portals (tenant_id, may_join, birthday, color, terms_version, terms, consents, changed_at, name,
       privacy_version, privacy)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (tenant_id) do update
     set may_join = excluded.may_join, birthday = excluded.birthday, color = excluded.color,
         terms_version = excluded.terms_version, terms = excluded.terms, consents = excluded.consents,
         changed_at = excluded.changed_at, name = excluded.name, privacy_version = excluded.privacy_version,
         privacy = excluded.privacy`,
    [
      ctx.tenantId,
      settings.mayJoin,
      settings.birthday,
      settings.color,
      settings.terms?.version ?? null,
      JSON.stringify(settings.terms?.texts ?? {}),
      JSON.stringify(settings.consents),
      iso(ctx.now),
      settings.name ?? null,
      settings.privacy?.version ?? null,
      JSON.stringify(settings.privacy?.texts ?? {}),
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
    name: row.name,
    mayJoin: row.may_join,
    birthday: row.birthday,
    color: row.color,
    terms: row.terms_version === null ? null : { version: row.terms_version, texts: row.terms },
    privacy: row.privacy_version === null ? null : { version: row.privacy_version, texts: row.privacy },
    consents: row.consents,
  };
}

export type Logo = Readonly<{ type: string; bytes: Buffer }>;

export async function findLogo(ctx: Ctx): Promise<Logo | null> {
  const rows = await ctx.query<Logo>(
    "select logo_type as type, logo as bytes from portals where tenant_id = $1 and logo is not null",
    [ctx.tenantId],
  );
  return rows[0] ?? null;
}

/** When it was last changed; null: there is none. */
export async function findLogoAt(ctx: Ctx): Promise<number | null> {
  const rows = await ctx.query<{ at: number }>(
    "select logo_changed_at as at from portals where tenant_id = $1 and logo is not null",
    [ctx.tenantId],
  );
  return rows[0]?.at ?? null;
}

/** Null: takes it away. False where the tenant has no settings yet. */
export async function saveLogo(ctx: Ctx, logo: Logo | null, nowMs: number): Promise<boolean> {
  const rows = await ctx.query(
    `update portals set logo = $2, logo_type = $3, logo_changed_at = $4 where tenant_id = $1 returning tenant_id`,
    [ctx.tenantId, logo?.bytes ?? null, logo?.type ?? null, iso(nowMs)],
  );
  return rows.length === 1;
}

export type StoredText = Readonly<{ subject: string; version: string; texts: Terms["texts"]; createdAt: number }>;

type TextRow = { subject: string; version: string; texts: Terms["texts"]; created_at: number };

/** The words behind these versions, locked: of two who give one version other words the second is refused. */
export async function lockTexts(
  ctx: Ctx,
  asked: readonly Pick<StoredText, "subject" | "version">[],
): Promise<StoredText[]> {
  const rows = await ctx.query<TextRow>(
    `select subject, version, texts, created_at from portal_texts
     where tenant_id = $1 and (subject, version) in (select * from unnest($2::text[], $3::text[]))
     order by subject, version for update`,
    [ctx.tenantId, asked.map(({ subject }) => subject), asked.map(({ version }) => version)],
  );
  return rows.map(toText);
}

export async function saveTexts(ctx: Ctx, texts: readonly Omit<StoredText, "createdAt">[]): Promise<void> {
  await ctx.query(
    `insert into portal_texts (tenant_id, subject, version, texts, created_at)
     select $1, n.subject, n.version, n.texts, $5
     from unnest($2::text[], $3::text[], $4::json[]) as n (subject, version, texts)
     on conflict (tenant_id, subject, version) do update set texts = excluded.texts`,
    [
      ctx.tenantId,
      texts.map(({ subject }) => subject),
      texts.map(({ version }) => version),
      texts.map((text) => JSON.stringify(text.texts)),
      iso(ctx.now),
    ],
  );
}

export type TextPlace = Readonly<{ at: number; subject: string; version: string }>;

/** The latest first. */
export async function listTexts(
  ctx: Ctx,
  page: { after: TextPlace | undefined; fetch: number },
): Promise<StoredText[]> {
  const rows = await ctx.query<TextRow>(
    `select subject, version, texts, created_at from portal_texts
     where tenant_id = $1 and ($2::timestamptz is null
       or (created_at, subject, version) < ($2, $3::text collate "C", $4::text collate "C"))
     order by created_at desc, subject desc, version desc limit $5`,
    [
      ctx.tenantId,
      page.after === undefined ? null : iso(page.after.at),
      page.after?.subject ?? null,
      page.after?.version ?? null,
      page.fetch,
    ],
  );
  return rows.map(toText);
}

function toText({ created_at: createdAt, ...row }: TextRow): StoredText {
  return { ...row, createdAt };
}
