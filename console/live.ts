// What happens right now: one stream of events for the whole console. What it touches is asked anew, the latest stand
// in a list. A lost connection comes back by itself and goes on after the last event that arrived.
import { type EventType, eventTypes } from "@fedele/sdk/schemas/event.ts";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { queries } from "./queries.ts";
import { useSession } from "./session.ts";

export type Happening = {
  readonly id: string;
  readonly type: EventType;
  readonly occurredAt: string;
  readonly data: Readonly<Record<string, unknown>>;
};

const LATEST_MAX = 50;
const latestKey = ["live"] as const;
/** Many events at once, an import say, ask anew for what is shown once, not once each. */
const SETTLE_MS = 400;

/** Listens as long as the console is open. */
export function useListening(): void {
  const { scopes } = useSession();
  const mayListen = scopes.has("events:read");
  useEffect(() => {
    if (!mayListen) return undefined;
    let settling: ReturnType<typeof setTimeout> | undefined;
    const stream = new EventSource("/v1/events/stream");
    const hear = ({ data }: MessageEvent<string>) => {
      const happening: Happening = JSON.parse(data);
      queries.setQueryData<Happening[]>(latestKey, (earlier = []) => [happening, ...earlier].slice(0, LATEST_MAX));
      clearTimeout(settling);
      settling = setTimeout(refreshShown, SETTLE_MS);
    };
    for (const type of eventTypes) stream.addEventListener(type, hear);
    return () => {
      clearTimeout(settling);
      stream.close();
    };
  }, [mayListen]);
}

/** The latest first. */
export function useLatest(): readonly Happening[] {
  const { data } = useQuery<Happening[]>({
    queryKey: latestKey,
    queryFn: () => [],
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? [];
}

/** Only what a page shows at the moment is asked for; the rest when it is shown again. */
function refreshShown(): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey: [noun] }) => noun === "members" || noun === "reports" || noun === "tasks",
  });
}
