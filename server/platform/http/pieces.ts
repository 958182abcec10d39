// Replies that are sent as they are read, because they may be larger than what fits in memory.
import { Readable } from "node:stream";
import type { Log } from "../log.ts";

/** A reply of whatever route. */
type Reply = { type(contentType: string): unknown; send(payload: unknown): unknown; readonly request: { id: string } };

export type Pieces = Readonly<{ log: Log; contentType: string; pieces: AsyncGenerator<string> }>;

/** What fails on the way ends the connection, since the status has been sent; the log says why. */
export function sendPieces(reply: Reply, { log, contentType, pieces }: Pieces): void {
  const body = Readable.from(pieces);
  body.on("error", (error) => log.error({ requestId: reply.request.id, error }, "a reply ended before its time"));
  reply.type(contentType);
  reply.send(body);
}
