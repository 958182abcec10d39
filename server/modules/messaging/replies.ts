// Messages as the API tells them.
import type { MessageBlock } from "@fedele/core/messageBlocks.ts";
import type { Broadcast } from "@fedele/sdk/schemas/broadcast.ts";
import type { Message } from "@fedele/sdk/schemas/message.ts";
import type { Template, TemplateSummary, Topic as TopicReply, Wording } from "@fedele/sdk/schemas/messageTemplate.ts";
import { toTypeId } from "../../platform/ids.ts";
import type { BroadcastRow } from "./broadcasts.ts";
import type { DeliveryRow } from "./deliveries.ts";
import type { TemplateRow, WordingRow } from "./templates.ts";
import type { Topic } from "./topics.ts";

const iso = (ms: number): string => new Date(ms).toISOString();
const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));

export function toTopic({ code, names, purpose, isOwn }: Topic): TopicReply {
  return { code, names: { ...names }, purpose, isOwn };
}

export function toTemplateSummary(template: TemplateRow): TemplateSummary {
  const { code, name, topic, channel, status, version, languages } = template;
  return {
    id: toTypeId("tpl", template.id),
    code,
    name,
    topic,
    channel,
    status,
    version,
    languages: [...languages],
    createdAt: iso(template.createdAt),
    changedAt: iso(template.changedAt),
  };
}

export function toTemplate(template: TemplateRow, wordings: readonly WordingRow[]): Template {
  return { ...toTemplateSummary(template), wordings: wordings.map(toWording) };
}

function toWording({ language, subject, preheader, blocks }: WordingRow): Wording {
  return { language, subject, ...(preheader === null ? {} : { preheader }), blocks: blocks.map(toBlock) };
}

function toBlock({ columns, ...block }: MessageBlock): Wording["blocks"][number] {
  if (columns === undefined) return block;
  return { ...block, columns: columns.map((blocks) => blocks.map((one) => ({ ...one }))) };
}

export function toMessage(delivery: DeliveryRow): Message {
  const { version, channel, topic, purpose, status, reason, attempts } = delivery;
  return {
    id: toTypeId("dlv", delivery.id),
    memberId: toTypeId("mem", delivery.memberId),
    templateId: toTypeId("tpl", delivery.templateId),
    version,
    channel,
    topic,
    purpose,
    cause: delivery.causeKind,
    status,
    reason,
    attempts,
    dueAt: isoOrNull(delivery.dueAt),
    createdAt: iso(delivery.createdAt),
    sentAt: isoOrNull(delivery.sentAt),
  };
}

export function toBroadcast(broadcast: BroadcastRow): Broadcast {
  const { name, holdout, perMinute, inOwnZone, status, planned } = broadcast;
  const { combinator, not, rules } = broadcast.audience;
  return {
    id: toTypeId("brc", broadcast.id),
    name,
    variants: broadcast.variants.map(({ templateId, weight }) => ({ templateId: toTypeId("tpl", templateId), weight })),
    audience: { combinator, ...(not === undefined ? {} : { not }), rules: rules.map((it) => ({ ...it })) },
    holdout,
    perMinute,
    inOwnZone,
    status,
    scheduledAt: isoOrNull(broadcast.scheduledAt),
    planned,
    startedAt: isoOrNull(broadcast.startedAt),
    finishedAt: isoOrNull(broadcast.finishedAt),
    createdAt: iso(broadcast.createdAt),
    changedAt: iso(broadcast.changedAt),
  };
}
