// A member's page learns at once that something of theirs has changed, and asks for what it shows.
import { OWN_STREAM_SECONDS_MAX, OwnStreamQuery } from "@fedele/sdk/schemas/me.ts";
import { createSending } from "../../platform/events/sending.ts";
import { createStreamCounts, STREAMS_OF_MEMBERS_MAX, STREAMS_OF_SESSION_MAX } from "../../platform/events/stream.ts";
import { selfOf } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import type { App } from "../../platform/http.ts";
import type { Parts } from "../../platform/parts.ts";

type Needed = Pick<Parts, "db" | "feed" | "callers" | "metrics">;

export function ownStreamRoutes(app: App, { db, feed, callers, metrics }: Needed): void {
  const streams = createStreamCounts({ ofKey: STREAMS_OF_SESSION_MAX, ofTenant: STREAMS_OF_MEMBERS_MAX });
  metrics.gauge("fedele_member_streams", "Members' pages that listen.", streams.total);
  const send = createSending(app, { db, feed, callers, streams });

  app.get(
    "/v1/me/stream",
    operation({
      id: "streamMyChanges",
      tag: "me",
      summary: "Hear at once that something of yours has changed",
      description:
        "Server-sent events of one type, `changed`, without any content: ask for what you show anew. Nothing is kept " +
        "for whoever was away; ask once after connecting. At most five streams a session.",
      scope: "member",
      query: OwnStreamQuery,
      stream: "`changed` whenever something of yours has; a comment every 15 seconds where nothing does.",
    }),
    async (request, reply) => {
      const { memberId } = selfOf(request);
      const { seconds = OWN_STREAM_SECONDS_MAX } = request.query;
      return send(request, reply, { after: null, types: new Set(), seconds, memberId });
    },
  );
}
