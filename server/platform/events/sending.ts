// Streams of events on their way to whoever asked: counted, let go with their key, and none outlives the server.
import type { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { who } from "../http/callers.ts";
import type { App } from "../http.ts";
import type { Parts } from "../parts.ts";
import { type createStreamCounts, type Reading, readable, streamOf } from "./stream.ts";

/** How long a stream may take to end when the server stops. */
const LEAVE_MS = 1_000;

type Ground = Pick<Parts, "db" | "feed" | "callers"> & Readonly<{ streams: ReturnType<typeof createStreamCounts> }>;
type Wish = Pick<Reading, "after" | "types" | "seconds" | "memberId">;
type Send = (request: FastifyRequest, reply: FastifyReply, wish: Wish) => FastifyReply;

export function createSending(app: App, { db, feed, callers, streams }: Ground): Send {
  const open = new Set<Readable>();
  app.addHook("preClose", async () => {
    feed.close();
    // Whoever does not take what was sent already is not waited for.
    const late = setTimeout(() => {
      for (const stream of open) stream.destroy();
    }, LEAVE_MS);
    late.unref();
  });
  return (request, reply, wish) => {
    const leave = streams.enter(request.caller);
    const gone = new AbortController();
    const mayGoOn = (): Promise<boolean> => callers.mayGoOn(request);
    const stream = readable(streamOf(db, feed, { ...wish, who: who(request), gone: gone.signal, mayGoOn }));
    open.add(stream);
    reply.raw.once("close", () => {
      open.delete(stream);
      leave();
      gone.abort();
    });
    // A proxy that gathers replies before it passes them on would hold back the events.
    reply.header("x-accel-buffering", "no").type("text/event-stream");
    return reply.send(stream);
  };
}
