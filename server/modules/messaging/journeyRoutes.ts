// Journeys: made, started, changed, counted; and what one member is led on.
import {
  JourneyAnswer,
  JourneyChange,
  JourneyCounts,
  JourneyInstancePage,
  JourneyMemberPath,
  JourneyPage,
  JourneyPageQuery,
  JourneyPath,
  Journey as JourneyReply,
  NewJourney,
} from "@fedele/sdk/schemas/journey.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { bucketOf, fromTypeId, newId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { mayEnter, travelsOf } from "./journeyAnswers.ts";
import { toCountsReply, toInstanceReply, toJourneyReply } from "./journeyReplies.ts";
import { addJourney, changeJourney, countOn, getJourney, listJourneys } from "./journeys.ts";

const tag = "journeys";

type Needed = Pick<Parts, "db" | "sealer">;

export function journeyRoutes(app: App, { db, sealer }: Needed): void {
  app.post(
    "/v1/journeys",
    operation({
      id: "addJourney",
      tag,
      summary: "Make a journey, as a draft",
      scope: "messaging:write",
      idempotent: true,
      body: NewJourney,
      ok: JourneyReply,
      created: JourneyReply,
    }),
    async (request, reply) =>
      inTransaction(db, who(request), async (ctx) => {
        const id = newId(ctx.now, 0);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toJourneyReply(await getJourney(ctx, claimed.resourceId));
        reply.code(status.created);
        return toJourneyReply(await addJourney(ctx, id, request.body));
      }),
  );

  app.patch(
    "/v1/journeys/:journeyId",
    operation({
      id: "changeJourney",
      tag,
      summary: "Start, pause, end or change a journey",
      scope: "messaging:write",
      params: JourneyPath,
      body: JourneyChange,
      ok: JourneyReply,
      refuses: ["conflict"],
    }),
    async (request) => {
      const id = fromTypeId("jrn", request.params.journeyId);
      const { tenant } = request.caller;
      return inTransaction(db, who(request), async (ctx) =>
        toJourneyReply(await changeJourney(ctx, { tenant, id }, request.body)),
      );
    },
  );
}

export function journeyReadRoutes(app: App, { db }: Needed): void {
  app.get(
    "/v1/journeys",
    operation({
      id: "listJourneys",
      tag,
      summary: "The journeys, latest first",
      scope: "messaging:read",
      query: JourneyPageQuery,
      ok: JourneyPage,
    }),
    async (request) => {
      const page = pageStart(request.query, oneId);
      const place = { before: page.after ?? null, limit: page.fetch };
      const journeys = await inTransaction(db, who(request), (ctx) => listJourneys(ctx, place));
      return pageOf(journeys, page.limit, { item: toJourneyReply, key: ({ id }) => [id] });
    },
  );

  app.get(
    "/v1/journeys/:journeyId",
    operation({
      id: "getJourney",
      tag,
      summary: "One journey with its plan",
      scope: "messaging:read",
      params: JourneyPath,
      ok: JourneyReply,
    }),
    async (request) => {
      const id = fromTypeId("jrn", request.params.journeyId);
      return toJourneyReply(await inTransaction(db, who(request), (ctx) => getJourney(ctx, id)));
    },
  );

  app.get(
    "/v1/journeys/:journeyId/counts",
    operation({
      id: "countJourney",
      tag,
      summary: "How many members stand at each step, and how often each was passed",
      scope: "messaging:read",
      params: JourneyPath,
      ok: JourneyCounts,
    }),
    async (request) => {
      const id = fromTypeId("jrn", request.params.journeyId);
      const { tenant } = request.caller;
      return toCountsReply(await inTransaction(db, who(request), (ctx) => countOn(ctx, tenant, id)));
    },
  );
}

export function travelRoutes(app: App, { db }: Needed): void {
  app.get(
    "/v1/members/:memberId/journeys",
    operation({
      id: "listMemberJourneys",
      tag,
      summary: "What a member is, and was, led on, with every step",
      scope: "messaging:read",
      params: MemberPath,
      query: JourneyPageQuery,
      ok: JourneyInstancePage,
    }),
    async (request) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      const page = pageStart(request.query, oneId);
      const member = { bucket: bucketOf(memberId), memberId };
      const place = { before: page.after ?? null, limit: page.fetch };
      const travels = await inTransaction(db, who(request), (ctx) => travelsOf(ctx, member, place));
      return pageOf(travels, page.limit, { item: toInstanceReply, key: ({ instance }) => [instance.id] });
    },
  );

  app.get(
    "/v1/journeys/:journeyId/members/:memberId",
    operation({
      id: "whyJourney",
      tag,
      summary: "Why a member would, or would not, be let in now",
      scope: "messaging:read",
      params: JourneyMemberPath,
      ok: JourneyAnswer,
    }),
    async (request) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      const journeyId = fromTypeId("jrn", request.params.journeyId);
      const { tenant } = request.caller;
      return inTransaction(db, who(request), (ctx) =>
        mayEnter(ctx, tenant, { journeyId, memberId, bucket: bucketOf(memberId) }),
      );
    },
  );
}
