// What happens right now: one stream of events for the whole console. What it touches is asked anew, the latest stand
// in a list. A lost connection comes back by itself and goes on after the last event that arrived.
import { type EventType, eventTypes } from "@fedele/sdk/schemas/event.ts";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { signedOut } from "./api.ts";
import { paced } from "./pacing.ts";
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
const SHOWN_MS = 1_500;
/** Reports read all that happened in their time: while events stream in they are asked for once in this time. */
const REPORTS_MS = 60_000;

/** Listens as long as the console is open. */
export function useListening(): void {
  const { scopes } = useSession();
  const isSignedOut = signedOut.useRaised();
  const mayListen = scopes.has("events:read") && !isSignedOut;
  useEffect(() => {
    if (!mayListen) return undefined;
    const shown = paced(() => askAnewFor("members", "tasks"), { settleMs: SETTLE_MS, everyMs: SHOWN_MS });
    const reports = paced(() => askAnewFor("reports"), {
      settleMs: SETTLE_MS,
      everyMs: REPORTS_MS,
      askedAt: reportsAskedAt,
    });
    const stream = new EventSource("/v1/events/stream");
    const hear = ({ data }: MessageEvent<string>) => {
      const happening: Happening = JSON.parse(data);
      queries.setQueryData<Happening[]>(latestKey, (earlier = []) => [happening, ...earlier].slice(0, LATEST_MAX));
      shown.nudge();
      reports.nudge();
    };
    for (const type of eventTypes) stream.addEventListener(type, hear);
    return () => {
      shown.stop();
      reports.stop();
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
function askAnewFor(...nouns: readonly string[]): void {
  void queries.invalidateQueries({ predicate: ({ queryKey: [noun] }) => nouns.includes(String(noun)) });
}

/** When the oldest report that is shown came: with the page, because somebody asked, or because something happened. */
function reportsAskedAt(): number {
  const shown = queries.getQueryCache().findAll({ queryKey: ["reports"], type: "active" });
  return Math.min(...shown.map(({ state }) => state.dataUpdatedAt));
}
