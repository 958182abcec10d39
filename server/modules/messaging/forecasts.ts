// Who would get a broadcast if it went now, and why others would not: the same gates, asked of a part of the audience.
import { decideDelivery, type SkipReason, skipReasons } from "@fedele/core/messageGates.ts";
import { FORECAST_MAX } from "@fedele/sdk/schemas/broadcast.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketOf, newId } from "../../platform/ids.ts";
import { countDraft, idsWhere } from "../members/segments.ts";
import { getBroadcast } from "./broadcasts.ts";
import { factsOf } from "./preparing.ts";
import { type Home, readersOf } from "./readers.ts";
import type { DeliveryRow } from "./store/deliveries.ts";
import { getTemplate } from "./templates.ts";
import { topicsOf } from "./topics.ts";

export async function forecastBroadcast(ctx: Ctx, home: Home, id: string) {
  const broadcast = await getBroadcast(ctx, id);
  const { members, isExact } = await countDraft(ctx, home.tenant, broadcast.audience);
  const memberIds = await idsWhere(ctx, home.tenant, broadcast.audience, { before: null, limit: FORECAST_MAX });
  const [readers, template, topics] = await Promise.all([
    readersOf(ctx, home, memberIds),
    getTemplate(ctx, broadcast.variants[0]?.templateId ?? ""),
    topicsOf(ctx),
  ]);
  const purpose = topics.find(({ code }) => code === template.topic)?.purpose ?? "promotional";
  const reasons = new Map<SkipReason, number>();
  for (const memberId of memberIds) {
    const delivery = planned(ctx, { memberId, broadcastId: id, template, purpose });
    const decided = decideDelivery(factsOf(ctx, home, readers, { delivery, template, standing: "meant" }));
    if (decided.kind === "skip") reasons.set(decided.reason, (reasons.get(decided.reason) ?? 0) + 1);
  }
  const skipped = skipReasons.flatMap((reason) => {
    const messages = reasons.get(reason);
    return messages === undefined ? [] : [{ reason, messages }];
  });
  const left = skipped.reduce((sum, { messages }) => sum + messages, 0);
  return { members, isExact, looked: memberIds.length, sends: memberIds.length - left, skipped };
}

type Plan = Readonly<{
  memberId: string;
  broadcastId: string;
  template: Readonly<{ id: string; channel: DeliveryRow["channel"]; topic: string }>;
  purpose: DeliveryRow["purpose"];
}>;

/** A message as it would be asked for; nothing is written. */
function planned(ctx: Ctx, { memberId, broadcastId, template, purpose }: Plan): DeliveryRow {
  return {
    id: newId(ctx.now, bucketOf(memberId)),
    memberId,
    channel: template.channel,
    templateId: template.id,
    topic: template.topic,
    purpose,
    causeKind: "broadcast",
    causeId: broadcastId,
    variant: null,
    data: null,
    version: null,
    status: "queued",
    reason: null,
    attempts: 0,
    dueAt: ctx.now,
    createdAt: ctx.now,
    sentAt: null,
  };
}
