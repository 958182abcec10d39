// All SQL on message_templates and message_template_versions. A version is written once and never changed.
import type { MessageBlock } from "@fedele/core/messageBlocks.ts";
import type { Language } from "@fedele/core/sentences.ts";
import type { MessageChannel } from "@fedele/sdk/schemas/messageTemplate.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";

export type TemplateRow = Readonly<{
  id: string;
  code: string;
  name: string;
  channel: MessageChannel;
  topic: string;
  status: "live" | "ended";
  version: number;
  /** Those of its latest version, in the order of writing. */
  languages: readonly Language[];
  createdAt: number;
  changedAt: number;
}>;

/** `html` and `body` (the plain text) hold their variables still. */
export type WordingRow = Readonly<{
  language: Language;
  subject: string;
  preheader: string | null;
  blocks: readonly MessageBlock[];
  html: string;
  body: string;
}>;

type Row = Omit<TemplateRow, "createdAt" | "changedAt"> & { created_at: number; changed_at: number };

const columns = `t.id, t.code, t.name, t.channel, t.topic, t.status, t.version, t.created_at, t.changed_at,
  (select array_agg(v.language order by v.place) from message_template_versions v
   where v.tenant_id = t.tenant_id and v.template_id = t.id and v.version = t.version) as languages`;

/** False when the code is taken. */
export async function insertTemplate(ctx: Ctx, template: Omit<TemplateRow, "languages">): Promise<boolean> {
  const { id, code, name, channel, topic, status, version } = template;
  const rows = await ctx.query(
    `insert into message_templates (tenant_id, id, code, name, channel, topic, status, version, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) on conflict do nothing returning id`,
    [ctx.tenantId, id, code, name, channel, topic, status, version, iso(ctx.now)],
  );
  return rows.length === 1;
}

export async function insertWordings(
  ctx: Ctx,
  { templateId, version }: { readonly templateId: string; readonly version: number },
  wordings: readonly WordingRow[],
): Promise<void> {
  await ctx.query(
    `insert into message_template_versions
       (tenant_id, template_id, version, place, language, subject, preheader, blocks, html, body, created_at)
     select $1, $2, $3, row_number() over (), language, subject, preheader, blocks, html, body, $10
     from unnest($4::text[], $5::text[], $6::text[], $7::json[], $8::text[], $9::text[])
       as w (language, subject, preheader, blocks, html, body)`,
    [
      ctx.tenantId,
      templateId,
      version,
      wordings.map(({ language }) => language),
      wordings.map(({ subject }) => subject),
      wordings.map(({ preheader }) => preheader),
      wordings.map(({ blocks }) => JSON.stringify(blocks)),
      wordings.map(({ html }) => html),
      wordings.map(({ body }) => body),
      iso(ctx.now),
    ],
  );
}

/** Locked, so that of two who write a next version each has a number of its own. */
export async function lockTemplate(ctx: Ctx, id: string): Promise<{ version: number; status: string } | undefined> {
  const [row] = await ctx.query<{ version: number; status: string }>(
    "select version, status from message_templates where tenant_id = $1 and id = $2 for update",
    [ctx.tenantId, id],
  );
  return row;
}

export async function updateTemplate(
  ctx: Ctx,
  id: string,
  change: { name: string | null; topic: string | null; version: number },
): Promise<void> {
  await ctx.query(
    `update message_templates set name = coalesce($3, name), topic = coalesce($4, topic), version = $5, changed_at = $6
     where tenant_id = $1 and id = $2`,
    [ctx.tenantId, id, change.name, change.topic, change.version, iso(ctx.now)],
  );
}

/** False where there is no such template. */
export async function endTemplate(ctx: Ctx, id: string): Promise<boolean> {
  const rows = await ctx.query(
    "update message_templates set status = 'ended', changed_at = $3 where tenant_id = $1 and id = $2 returning id",
    [ctx.tenantId, id, iso(ctx.now)],
  );
  return rows.length === 1;
}

export async function countTemplates(ctx: Ctx): Promise<number> {
  const [row] = await ctx.query<{ templates: number }>(
    "select count(*) as templates from message_templates where tenant_id = $1 and status = 'live'",
    [ctx.tenantId],
  );
  return row?.templates ?? 0;
}

export async function isTopicUsed(ctx: Ctx, topic: string): Promise<boolean> {
  const rows = await ctx.query(
    "select from message_templates where tenant_id = $1 and topic = $2 and status = 'live' limit 1",
    [ctx.tenantId, topic],
  );
  return rows.length === 1;
}

export async function findTemplates(ctx: Ctx, ids: readonly string[]): Promise<TemplateRow[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from message_templates t where t.tenant_id = $1 and t.id = any($2::uuid[])`,
    [ctx.tenantId, ids],
  );
  return rows.map(toTemplate);
}

export async function findTemplatesByCode(ctx: Ctx, codes: readonly string[]): Promise<TemplateRow[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from message_templates t where t.tenant_id = $1 and t.code = any($2::text[])`,
    [ctx.tenantId, codes],
  );
  return rows.map(toTemplate);
}

/** The latest first. */
export async function listTemplates(ctx: Ctx, page: { before: string | null; limit: number }): Promise<TemplateRow[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from message_templates t
     where t.tenant_id = $1 and ($2::uuid is null or t.id < $2) order by t.id desc limit $3`,
    [ctx.tenantId, page.before, page.limit],
  );
  return rows.map(toTemplate);
}

export async function findWordings(
  ctx: Ctx,
  { templateId, version }: { readonly templateId: string; readonly version: number },
): Promise<WordingRow[]> {
  return ctx.query<WordingRow>(
    `select language, subject, preheader, blocks, html, body from message_template_versions
     where tenant_id = $1 and template_id = $2 and version = $3 order by place`,
    [ctx.tenantId, templateId, version],
  );
}

function toTemplate({ created_at, changed_at, ...row }: Row): TemplateRow {
  return { ...row, createdAt: created_at, changedAt: changed_at };
}
