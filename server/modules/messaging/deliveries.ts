// The one door by which messages are asked for. A row is written in the asker's own transaction, once for each cause,
// member and channel; whether it goes out is decided when it is due.
import { type CauseKind, MESSAGE_DATA_BYTES_MAX } from "@fedele/sdk/schemas/message.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketOf, newId } from "../../platform/ids.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { MemberKey, Sealer } from "../../platform/sealing.ts";
import { memberKeysOf } from "../members/keyring.ts";
import { noSuchMember } from "../members/members.ts";
import type { DeliveryRow, NewDelivery } from "./store/deliveries.ts";
import * as store from "./store/deliveries.ts";
import { findTemplates } from "./templates.ts";
import { topicsOf } from "./topics.ts";

export type { DeliveryRow } from "./store/deliveries.ts";

export type DeliveryOrder = Readonly<{
  /** An id that a repeat must find again; default: a new one. */
  id?: string | undefined;
  memberId: string;
  templateId: string;
  /** What asks for it. The same cause writes to a member once a channel, however often it asks. */
  cause: Readonly<{ kind: CauseKind; id: string }>;
  /** What the template reads under `data`. Kept sealed with the member's key, and only until it has gone out. */
  data?: Readonly<Record<string, unknown>> | undefined;
  /** The group that a split put the member into. */
  variant?: string | undefined;
  /** By the tenant's time; default: now. */
  dueAt?: number | undefined;
}>;

/** `deliveryId` is that of the row that was new; of a repeat it names nothing. */
export type Requested = Readonly<{ deliveryId: string; isNew: boolean }>;

/** Asks for many messages by a few statements, however many they are. Nobody who is erased gets a row with data. */
export async function requestDeliveries(
  ctx: Ctx,
  sealer: Sealer,
  orders: readonly DeliveryOrder[],
): Promise<Requested[]> {
  if (orders.length === 0) return [];
  const [templates, topics] = await Promise.all([
    findTemplates(ctx, [...new Set(orders.map(({ templateId }) => templateId))]),
    topicsOf(ctx),
  ]);
  const withData = orders.filter(({ data }) => data !== undefined).map(({ memberId }) => memberId);
  const keys = withData.length === 0 ? new Map<string, MemberKey>() : await memberKeysOf(ctx, sealer, withData);
  const rows = orders.map((order): NewDelivery => {
    const template = templates.find(({ id }) => id === order.templateId);
    if (template === undefined) throw new Refusal("not_found", "There is no such template.");
    const id = order.id ?? newId(ctx.now, bucketOf(order.memberId));
    return {
      id,
      memberId: order.memberId,
      channel: template.channel,
      templateId: template.id,
      topic: template.topic,
      // A topic that is gone was advertising, for all that anybody knows.
      purpose: topics.find(({ code }) => code === template.topic)?.purpose ?? "promotional",
      causeKind: order.cause.kind,
      causeId: order.cause.id,
      variant: order.variant ?? null,
      data: sealedData(order, id, keys.get(order.memberId)),
      dueAt: order.dueAt ?? ctx.now,
    };
  });
  const fresh = await store.insertDeliveries(ctx, rows);
  return rows.map(({ id }) => ({ deliveryId: id, isNew: fresh.has(id) }));
}

export async function requestDelivery(ctx: Ctx, sealer: Sealer, order: DeliveryOrder): Promise<Requested> {
  const [requested] = await requestDeliveries(ctx, sealer, [order]);
  if (requested === undefined) throw new Error("one order gave no delivery");
  return requested;
}

/** By hand, to one member; refuses where there is no such member, or nothing to write. */
export async function requestMessage(ctx: Ctx, sealer: Sealer, order: DeliveryOrder): Promise<DeliveryRow> {
  const [keys, [template]] = await Promise.all([
    memberKeysOf(ctx, sealer, [order.memberId]),
    findTemplates(ctx, [order.templateId]),
  ]);
  if (keys.size === 0) throw noSuchMember();
  if (template === undefined) throw invalid("templateId", "There is no such template.");
  if (template.status === "ended") throw new Refusal("conflict", "This template has ended; nothing is sent with it.");
  if (order.data !== undefined && Buffer.byteLength(JSON.stringify(order.data)) > MESSAGE_DATA_BYTES_MAX) {
    throw invalid("data", `At most ${MESSAGE_DATA_BYTES_MAX} bytes come along with a message.`);
  }
  const { deliveryId } = await requestDelivery(ctx, sealer, order);
  return getDelivery(ctx, order.memberId, deliveryId);
}

export async function getDelivery(ctx: Ctx, memberId: string, id: string): Promise<DeliveryRow> {
  const delivery = await store.findDelivery(ctx, memberId, id);
  if (delivery === undefined) throw new Refusal("not_found", "There is no such message.");
  return delivery;
}

export function findDelivery(ctx: Ctx, memberId: string, id: string): Promise<DeliveryRow | undefined> {
  return store.findDelivery(ctx, memberId, id);
}

export function listDeliveries(
  ctx: Ctx,
  memberId: string,
  page: { before: string | null; limit: number },
): Promise<DeliveryRow[]> {
  return store.listDeliveries(ctx, memberId, page);
}

function sealedData(order: DeliveryOrder, id: string, key: MemberKey | undefined): Buffer | null {
  if (order.data === undefined || key === undefined) return null;
  return key.seal(labelOf(id), JSON.stringify(order.data));
}

/** What the cause brought along. */
export function dataOf(delivery: DeliveryRow, key: MemberKey | undefined): Readonly<Record<string, unknown>> {
  if (delivery.data === null || key === undefined) return {};
  return JSON.parse(key.open(labelOf(delivery.id), delivery.data));
}

function labelOf(id: string): string {
  return `delivery ${id}`;
}
