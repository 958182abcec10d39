// Events for whoever asks: in pages from a position on, or as they happen.
import {
  EventList,
  EventQuery,
  type EventType,
  EventTypeList,
  eventTypes,
  publishedEvents,
  STREAM_SECONDS_MAX,
  StreamQuery,
} from "@fedele/sdk/schemas/event.ts";
import { Type } from "typebox";
import { inTransaction } from "../database/transaction.ts";
import { who } from "../http/callers.ts";
import { operation } from "../http/operation.ts";
import type { App } from "../http.ts";
import type { Parts } from "../parts.ts";
import { Refusal } from "../refusal.ts";
import { findHead, type Head, readLog } from "./log.ts";
import { isPublished, publishedFrom } from "./published.ts";
import { createSending } from "./sending.ts";
import { createStreamCounts } from "./stream.ts";

const tag = "events";
const LIMIT_DEFAULT = 100;

type Needed = Pick<Parts, "db" | "feed" | "callers" | "metrics">;

export function eventRoutes(app: App, parts: Needed): void {
  listRoutes(app, parts);
  streamRoutes(app, parts);
}

function listRoutes(app: App, { db }: Needed): void {
  app.get(
    "/v1/events",
    operation({
      id: "listEvents",
      tag,
      summary: "Events in their order, from a position on",
      description:
        "Keep the `position` of each list and give it as `after` with the next: every event comes once, also when " +
        "you were away. Events are kept for 30 days; a position that is older is a conflict, and what you keep of " +
        "them must be read anew from the things themselves.",
      scope: "events:read",
      query: EventQuery,
      ok: EventList,
      refuses: ["conflict"],
    }),
    async (request) => {
      const { after, limit = LIMIT_DEFAULT } = request.query;
      const types = typesOf(request.query.types);
      return inTransaction(db, who(request), async (ctx) => {
        const head = await findHead(ctx);
        const from = after ?? head.sweptPosition;
        refuseLost(from, head);
        const read = (await readLog(ctx, from)).slice(0, limit);
        const position = read.at(-1)?.position ?? from;
        const items = read.flatMap(({ position: at, event }) => {
          const published = types.has(event.type) ? publishedFrom(ctx.tenantId, at, event) : null;
          return published === null ? [] : [published];
        });
        return { items, position, hasMore: position < head.position };
      });
    },
  );

  app.get(
    "/v1/event-types",
    operation({
      id: "listEventTypes",
      tag,
      summary: "Every type of event, with what it carries",
      scope: "events:read",
      ok: EventTypeList,
    }),
    async () => ({ items: eventTypes.map(toEventType) }),
  );
}

function streamRoutes(app: App, { db, feed, callers, metrics }: Needed): void {
  const streams = createStreamCounts();
  metrics.gauge("fedele_event_streams", "Streams of events that are open.", streams.total);
  const send = createSending(app, { db, feed, callers, streams });

  app.get(
    "/v1/events/stream",
    operation({
      id: "streamEvents",
      tag,
      summary: "Events as they happen",
      description:
        "Server-sent events: what you missed since Last-Event-ID first, then what happens, each once, in order. " +
        "Where that position is too old, the stream begins with an event `reset`: what you keep must be read anew.",
      scope: "events:read",
      query: StreamQuery,
      stream: "The events, with their positions as ids; a comment every 15 seconds where nothing happens.",
    }),
    async (request, reply) => {
      const { seconds = STREAM_SECONDS_MAX } = request.query;
      const types = typesOf(request.query.types);
      const after = lastPosition(request.headers["last-event-id"]) ?? request.query.after ?? null;
      return send(request, reply, { after, types, seconds });
    },
  );
}

/** What a browser sends by itself when it comes back. */
function lastPosition(header: string | string[] | undefined): number | undefined {
  if (header === undefined || header === "") return undefined;
  const position = typeof header === "string" && /^\d{1,15}$/.test(header) ? Number(header) : Number.NaN;
  if (Number.isSafeInteger(position)) return position;
  throw new Refusal("invalid", "Last-Event-ID is not a position that a stream gave.", { field: "last-event-id" });
}

/** The types that a reader asked for. */
function typesOf(text: string | undefined): ReadonlySet<string> {
  if (text === undefined) return new Set(eventTypes);
  const types = text.split(",");
  const stranger = types.find((type) => !isPublished(type));
  if (stranger === undefined) return new Set(types);
  throw new Refusal("invalid", `There are no events of the type "${stranger}".`, { field: "types" });
}

/** A position whose successors are gone, or that was never given: to go on from it would hide a gap. */
function refuseLost(after: number, { position, sweptPosition }: Head): void {
  if (after < sweptPosition) {
    throw new Refusal("conflict", `Events are kept from the position ${sweptPosition + 1} on.`, { field: "after" });
  }
  if (after > position) {
    throw new Refusal("conflict", `The latest event has the position ${position}.`, { field: "after" });
  }
}

function toEventType(type: EventType) {
  const { version, description, fields } = publishedEvents[type];
  return { type, version, description, data: { ...Type.Object(fields, { additionalProperties: false }) } };
}
