// As long as somebody looks at the page it hears at once when something of theirs has changed: points that the till has
// just given are there before the phone is put away. Without it everything works, a moment later.
import { api } from "./api.ts";
import { portalQuery, queries } from "./queries.ts";

const RETRY_MS = 3_000;
/** The server is full, or this member listens in too many places already. */
const FULL_MS = 60_000;

/** Listens until the function that it returns is called; while the page is hidden it does not. */
export function listen(): () => void {
  let current = new AbortController();
  const begin = () => {
    current = new AbortController();
    void listenWhile(current.signal);
  };
  const heed = () => {
    current.abort();
    if (document.visibilityState === "hidden") return;
    // What happened while nobody listened is not told.
    askAnew();
    begin();
  };
  document.addEventListener("visibilitychange", heed);
  begin();
  return () => {
    document.removeEventListener("visibilitychange", heed);
    current.abort();
  };
}

async function listenWhile(signal: AbortSignal): Promise<void> {
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    if (!isFirst) askAnew();
    const status = await hear(signal).catch(() => 0);
    if (status === 401 || status === 404) return;
    await pause(status === 429 ? FULL_MS : RETRY_MS, signal);
  }
}

/** The status that the server answered with; what it tells is heard until the stream ends. */
async function hear(signal: AbortSignal): Promise<number> {
  const { data, response } = await api.GET("/v1/me/stream", { parseAs: "stream", signal });
  if (data == null) return response.status;
  let text = "";
  const reader = data.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return response.status;
    const blocks = (text + value).split("\n\n");
    text = blocks.pop() ?? "";
    if (blocks.some((block) => block.startsWith("event: changed"))) askAnew();
  }
}

function askAnew(): void {
  void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== portalQuery.queryKey[0] });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
