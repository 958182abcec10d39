// What leaves of an event: the fields that the catalogue names, with ids as the outside knows them. Nothing else can.
import { type Event, type EventType, publishedEvents } from "@fedele/sdk/schemas/event.ts";
import type { Static } from "typebox";
import { lettersOf, toTypeId } from "../ids.ts";
import type { OutboxEvent } from "../outbox.ts";

export type PublishedEvent = Static<typeof Event>;

type Field = Readonly<{ name: string; prefix: string | null }>;

const fieldsOf = new Map(
  Object.entries(publishedEvents).map(([type, { fields }]) => [type, Object.entries(fields).map(fieldOf)]),
);

/** An id says in its pattern what it names. */
function fieldOf([name, schema]: [string, object]): Field {
  const pattern: unknown = Reflect.get(schema, "pattern");
  const prefix = typeof pattern === "string" ? /^\^([a-z]{3}_)/.exec(pattern)?.[1] : undefined;
  return { name, prefix: prefix ?? null };
}

export function isPublished(type: string): type is EventType {
  return fieldsOf.has(type);
}

/** The event as it leaves; null for a type that this version does not know. */
export function publishedFrom(tenantId: string, position: number, event: OutboxEvent): PublishedEvent | null {
  const { id, type, at } = event;
  if (!isPublished(type)) return null;
  return {
    id: toTypeId("evt", id),
    type,
    version: publishedEvents[type].version,
    occurredAt: new Date(at).toISOString(),
    tenant: toTypeId("ten", tenantId),
    position,
    data: dataOf(type, event),
  };
}

function dataOf(type: EventType, event: OutboxEvent): Record<string, unknown> {
  const entries = (fieldsOf.get(type) ?? []).flatMap(({ name, prefix }): [string, unknown][] => {
    const value = fieldIn(name, event);
    if (value === undefined) return [];
    return [[name, prefix !== null && typeof value === "string" ? prefix + lettersOf(value) : value]];
  });
  return Object.fromEntries(entries);
}

/** An activity's own event has the activity's id; it is not written twice. */
function fieldIn(name: string, { type, id, memberId, data }: OutboxEvent): unknown {
  if (name === "memberId") return memberId;
  if (name === "activityId" && type === "activity.recorded") return id;
  return data[name];
}
