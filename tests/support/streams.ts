// Readers of server-sent events, as a browser is one: they remember the last id, and come back with it.
import { setTimeout as sleep } from "node:timers/promises";

export type Heard = { id: string; event: string; data: ReturnType<typeof JSON.parse> };

export type Reader = {
  readonly status: number;
  readonly heard: Heard[];
  /** The comments that came between events. */
  readonly comments: string[];
  lastId(): string;
  /** What the server asked to wait before coming back. */
  retryMs(): number;
  /** Resolves when the server has ended the stream, or is gone. */
  readonly ended: Promise<void>;
  leave(): void;
};

/** Opens a tenant's stream and reads it until it ends or is left. */
export async function readStream(
  url: string,
  key: string,
  { query = "", lastId = "" }: { query?: string; lastId?: string } = {},
): Promise<Reader> {
  const headers = { authorization: `Bearer ${key}`, ...(lastId === "" ? {} : { "last-event-id": lastId }) };
  return readFrom(`${url}/v1/events/stream?${query}`, headers, lastId);
}

/** What a member's page hears, by the cookie of their session. */
export async function readOwnStream(url: string, cookie: string): Promise<Reader> {
  return readFrom(`${url}/v1/me/stream`, { cookie });
}

async function readFrom(address: string, headers: Record<string, string>, lastId = ""): Promise<Reader> {
  const abort = new AbortController();
  const reply = await fetch(address, { headers, signal: abort.signal });
  const heard: Heard[] = [];
  const comments: string[] = [];
  let last = lastId;
  let retry = 0;
  const take = (block: string): void => {
    const fields = new Map<string, string>();
    for (const line of block.split("\n")) {
      const at = line.indexOf(":");
      if (at === 0) comments.push(line.slice(1).trim());
      else if (at > 0) fields.set(line.slice(0, at), line.slice(at + 1).trim());
    }
    last = fields.get("id") ?? last;
    retry = Number(fields.get("retry") ?? retry);
    const data = fields.get("data");
    if (data !== undefined) heard.push({ id: last, event: fields.get("event") ?? "message", data: JSON.parse(data) });
  };
  const read = async (): Promise<void> => {
    let text = "";
    for await (const chunk of (reply.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      blocks.forEach(take);
    }
  };
  const ended = reply.status === 200 ? read().catch(() => undefined) : Promise.resolve();
  const { status } = reply;
  return { status, heard, comments, lastId: () => last, retryMs: () => retry, ended, leave: () => abort.abort() };
}

/** Waits until a reader has heard so many. */
export async function heardBy(reader: Reader, count: number, patienceMs = 20_000): Promise<Heard[]> {
  const end = performance.now() + patienceMs;
  while (reader.heard.length < count) {
    if (performance.now() > end) throw new Error(`Only ${reader.heard.length} of ${count} events came.`);
    await sleep(5);
  }
  return reader.heard;
}
