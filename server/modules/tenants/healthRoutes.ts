// How Fedele is, as a tenant's own people may know it: nothing of anybody else's stands in it, and no secret.
import type { Ground, HealthReport as HealthReply } from "@fedele/sdk/schemas/health.ts";
import {
  DEAD_LETTERS_RETRIED_MAX,
  type DeadLetter,
  DeadLetterPage,
  DeadLetterPath,
  DeadLetterRetry,
  HealthReport,
} from "@fedele/sdk/schemas/health.ts";
import { pageQuery } from "@fedele/sdk/schemas/page.ts";
import { Type } from "typebox";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { listHeartbeats } from "../../platform/heartbeats.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import { pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { fromTypeId, toTypeId } from "../../platform/ids.ts";
import { countMessages } from "../../platform/mail/messages.ts";
import { countUntold } from "../../platform/outbox.ts";
import type { Parts } from "../../platform/parts.ts";
import {
  countUnfinished,
  type LetterPlace,
  listDeadLetters,
  retryDeadLetters,
  retryEvent,
} from "../../platform/relay.ts";
import { countLiveTenants } from "./tenants.ts";
import { countFailing } from "./webhookEndpoints.ts";

const tag = "operation";
/** An outbox row waits for the next look of the relay, not for minutes. */
const OUTBOX_AGE_SECONDS = 5 * 60;

type Needed = Pick<Parts, "db" | "clock" | "publicUrl"> & {
  readonly isPublicUrlGiven: boolean;
  /** Figures of the whole installation; undefined where nobody may see them. */
  readonly ground: (() => Promise<Ground>) | undefined;
};

export function healthReportRoutes(app: App, parts: Needed): void {
  const { db, clock } = parts;
  app.get(
    "/v1/health-report",
    operation({
      id: "reportHealth",
      tag,
      summary: "What waits, what was given up, what beats, and what it stands on",
      scope: "health:read",
      ok: HealthReport,
    }),
    async (request): Promise<HealthReply> => {
      const own = await inTransaction(db, who(request), ownFigures);
      const beats = await listHeartbeats(db, clock.now());
      const { tenantId, scopes } = request.caller;
      const ground = scopes.has("tenant:write") ? await ownGround(parts, tenantId) : undefined;
      return {
        at: new Date(clock.now()).toISOString(),
        ...own,
        heartbeats: beats.map(({ name, state, doneAt, failedAt }) => ({
          name,
          state,
          ...(doneAt === null ? {} : { doneAt: new Date(doneAt).toISOString() }),
          ...(failedAt === null ? {} : { failedAt: new Date(failedAt).toISOString() }),
        })),
        hosting: hostingOf(parts),
        ...(ground === undefined ? {} : { ground }),
      };
    },
  );
}

/** What waits, of this tenant alone. */
async function ownFigures(ctx: Ctx): Promise<Pick<HealthReply, "events" | "letters" | "webhooks">> {
  const [untold, unfinished, letters, failing] = await Promise.all([
    countUntold(ctx),
    countUnfinished(ctx),
    countMessages(ctx),
    countFailing(ctx),
  ]);
  const ageMs = untold.oldestAt === null ? 0 : ctx.now - untold.oldestAt;
  const oldestSeconds = Math.max(0, Math.round(ageMs / 1_000));
  const isBehind = oldestSeconds > OUTBOX_AGE_SECONDS || unfinished.dead > 0;
  return {
    events: {
      state: isBehind ? "warning" : "ok",
      waiting: untold.rows,
      oldestSeconds,
      retrying: unfinished.waiting,
      dead: unfinished.dead,
    },
    letters: { state: letters.failed + letters.kept > 0 ? "warning" : "ok", ...letters },
    webhooks: { state: failing > 0 ? "warning" : "ok", failing },
  };
}

/** The machine's figures are of no tenant: they are shown where it serves one shop, to that shop's owner. */
async function ownGround({ db, ground }: Needed, tenantId: string): Promise<Ground | undefined> {
  if (ground === undefined || (await countLiveTenants(db, tenantId)) > 0) return undefined;
  return ground();
}

function hostingOf({ publicUrl, isPublicUrlGiven }: Needed): HealthReply["hosting"] {
  const { protocol, hostname } = new URL(publicUrl);
  const isHere = /^(127\.|\[::1\]$|localhost$)/.test(hostname);
  return { address: publicUrl, isGiven: isPublicUrlGiven, isSecure: protocol === "https:" || isHere };
}

export function deadLetterRoutes(app: App, { db, clock }: Pick<Parts, "db" | "clock">): void {
  app.get(
    "/v1/dead-letters",
    operation({
      id: "listDeadLetters",
      tag,
      summary: "Events that a listener has failed on for the last time, oldest first",
      scope: "health:read",
      query: Type.Object(pageQuery, { additionalProperties: false }),
      ok: DeadLetterPage,
    }),
    async (request) => {
      const page = pageStart(request.query, letterPlace);
      const letters = await inTransaction(db, who(request), (ctx) => listDeadLetters(ctx, page.fetch, page.after));
      return pageOf(letters, page.limit, {
        item: ({ event, listener, attempts, error, since }): DeadLetter => ({
          eventId: toTypeId("evt", event.id),
          type: event.type,
          memberId: toTypeId("mem", event.memberId),
          listener,
          attempts,
          error,
          since: new Date(since).toISOString(),
        }),
        key: ({ since, event, listener }) => [since, event.id, listener],
      });
    },
  );

  app.put(
    "/v1/dead-letters/:eventId/retry",
    operation({
      id: "retryDeadLetter",
      tag,
      summary: "Let an event that was given up be tried again, within seconds",
      description: "May be asked again. An event that nobody gave up is left as it is.",
      scope: "health:write",
      params: DeadLetterPath,
      noContent: true,
    }),
    async (request, reply) => {
      const eventId = fromTypeId("evt", request.params.eventId);
      await inTransaction(db, who(request), (ctx) => retryEvent(ctx, eventId, clock.now()));
      return reply.code(status.noContent).send();
    },
  );

  app.put(
    "/v1/dead-letters/retries",
    operation({
      id: "retryDeadLetters",
      tag,
      summary: `Let everything that was given up be tried again: the oldest ${DEAD_LETTERS_RETRIED_MAX}`,
      scope: "health:write",
      ok: DeadLetterRetry,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => ({
        retried: await retryDeadLetters(ctx, DEAD_LETTERS_RETRIED_MAX, clock.now()),
      })),
  );
}

function letterPlace(values: unknown): LetterPlace | undefined {
  const [since, eventId, listener, ...rest] = Array.isArray(values) ? values : [];
  const isPlace = Number.isSafeInteger(since) && /^[0-9a-f-]{36}$/.test(String(eventId)) && rest.length === 0;
  return isPlace && typeof listener === "string" ? { since, eventId, listener } : undefined;
}
