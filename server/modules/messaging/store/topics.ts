// All SQL on message_topics and message_settings.
import type { MessagePurpose } from "@fedele/core/messageGates.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";

export type TopicRow = Readonly<{ code: string; names: Readonly<Record<string, string>>; purpose: MessagePurpose }>;
export type SettingsRow = Readonly<{ quietFrom: string; quietUntil: string; weeklyMax: number }>;

export async function listTopics(ctx: Ctx): Promise<TopicRow[]> {
  return ctx.query<TopicRow>("select code, names, purpose from message_topics where tenant_id = $1 order by code", [
    ctx.tenantId,
  ]);
}

export async function saveTopic(ctx: Ctx, { code, names, purpose }: TopicRow): Promise<void> {
  await ctx.query(
    `insert into message_topics (tenant_id, code, names, purpose, created_at) values ($1, $2, $3, $4, $5)
     on conflict (tenant_id, code) do update set names = excluded.names, purpose = excluded.purpose`,
    [ctx.tenantId, code, JSON.stringify(names), purpose, iso(ctx.now)],
  );
}

/** False where there is no such row. */
export async function deleteTopic(ctx: Ctx, code: string): Promise<boolean> {
  const rows = await ctx.query("delete from message_topics where tenant_id = $1 and code = $2 returning code", [
    ctx.tenantId,
    code,
  ]);
  return rows.length === 1;
}

export async function findSettings(ctx: Ctx): Promise<SettingsRow | undefined> {
  const rows = await ctx.query<{ quiet_from: string; quiet_until: string; weekly_max: number }>(
    "select quiet_from, quiet_until, weekly_max from message_settings where tenant_id = $1",
    [ctx.tenantId],
  );
  return rows.map((row) => ({
    quietFrom: row.quiet_from,
    quietUntil: row.quiet_until,
    weeklyMax: row.weekly_max,
  }))[0];
}

export async function saveSettings(ctx: Ctx, { quietFrom, quietUntil, weeklyMax }: SettingsRow): Promise<void> {
  await ctx.query(
    `insert into message_settings (tenant_id, quiet_from, quiet_until, weekly_max, changed_at)
     values ($1, $2, $3, $4, $5)
     on conflict (tenant_id) do update set quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
       weekly_max = excluded.weekly_max, changed_at = excluded.changed_at`,
    [ctx.tenantId, quietFrom, quietUntil, weeklyMax, iso(ctx.now)],
  );
}
