// The one door for what members do, and what it would earn.
import {
  ActivityPage,
  ActivityPageQuery,
  ActivityPath,
  Activity as ActivityReply,
  Evaluation as EvaluationReply,
  Explanation,
  ExplanationQuery,
  type MemberReference,
  NewActivity,
  NewEvaluation,
} from "@fedele/sdk/schemas/activity.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { inTransaction, type Who } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import type { Caller } from "../../platform/http/keyCache.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { bucketOf, fromTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import type { Catalogs } from "../catalog/catalog.ts";
import { codesOf, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { memberOf } from "../ledger/routes.ts";
import { getFacts } from "../members/facts.ts";
import { findMembersByIdentity } from "../members/identities.ts";
import { noSuchMember } from "../members/members.ts";
import { identityIn, memberIdIn } from "../members/references.ts";
import type { Recorded } from "./activities.ts";
import { explainActivity, getActivity, toldTo, whyNotOf } from "./explanations.ts";
import { incomingActivity, judgedActivity } from "./incoming.ts";
import { type ProgrammeLanes, recordActivity, tryActivity } from "./lanes.ts";
import { pointsCodes } from "./programmes.ts";
import { inTenantsCurrency } from "./progress.ts";
import { toActivity, toAward, toExplanation, toRecorded, toWhyNot } from "./replies.ts";
import { listActivities } from "./store/activities.ts";
import { atTill } from "./tills.ts";

const tag = "activities";

export type ProgrammeParts = Pick<Parts, "db" | "sealer"> & Readonly<{ catalogs: Catalogs; lanes: ProgrammeLanes }>;

export function activityRoutes(app: App, parts: ProgrammeParts): void {
  const { catalogs, lanes } = parts;
  app.post(
    "/v1/activities",
    operation({
      id: "recordActivity",
      tag,
      summary: "Record what a member did",
      description:
        "A purchase, a return, a visit, a share, a referral, an answer: everything earns by this door. " +
        "Safe to repeat: the same source, document and part give the same result once, for ever; with another body " +
        "they are a conflict. A return takes back, item by item, what its purchase gave.",
      scope: "activities:write",
      body: NewActivity,
      ok: ActivityReply,
      created: ActivityReply,
      accepted: ActivityReply,
      refuses: ["not_found", "conflict"],
    }),
    async (request, reply) => {
      const { tenant } = request.caller;
      const [memberId, catalog] = await Promise.all([
        memberNamed(parts, request, request.body.member),
        catalogs.of(tenant.id),
      ]);
      const told = atTill(request.body, request.caller, { catalog, now: request.now });
      const incoming = incomingActivity(told, memberId, { tenant, catalog, now: request.now });
      const recorded = await recordActivity(lanes, incoming, { tenantId: tenant.id, now: request.now });
      reply.code(codeFor(recorded));
      return toRecorded(recorded, incoming, pointsCodes(tenant.id));
    },
  );
}

export function historyRoutes(app: App, { db }: Pick<Parts, "db">): void {
  app.get(
    "/v1/members/:memberId/activities",
    operation({
      id: "listActivities",
      tag,
      summary: "What a member did, latest first",
      scope: "activities:read",
      params: MemberPath,
      query: ActivityPageQuery,
      ok: ActivityPage,
    }),
    async (request) => {
      const member = memberOf(request.params.memberId);
      const page = pageStart(request.query, oneId);
      return inTransaction(db, who(request), async (ctx) => {
        const [, types, rows] = await Promise.all([
          getFacts(ctx, member),
          pointsTypesOf(ctx),
          listActivities(ctx, member, { before: page.after ?? null, limit: page.fetch }),
        ]);
        const codeOf = codesOf(types);
        return pageOf(rows, page.limit, { item: (row) => toActivity(row, codeOf), key: (row) => [row.id] });
      });
    },
  );

  app.get(
    "/v1/members/:memberId/activities/:activityId",
    operation({
      id: "getActivity",
      tag,
      summary: "One activity and what came of it",
      scope: "activities:read",
      params: ActivityPath,
      ok: ActivityReply,
    }),
    async (request) => {
      const place = placeIn(request.params);
      return inTransaction(db, who(request), async (ctx) => {
        const [row, types] = await Promise.all([getActivity(ctx, place), pointsTypesOf(ctx)]);
        return toActivity(row, codesOf(types));
      });
    },
  );
}

export function explanationRoutes(app: App, { db }: Pick<Parts, "db">): void {
  app.get(
    "/v1/members/:memberId/activities/:activityId/explanation",
    operation({
      id: "explainActivity",
      tag,
      summary: "Why an activity earned what it earned, and why not more",
      description: "From the rule versions of its day and the member as they were then.",
      scope: "activities:read",
      params: ActivityPath,
      query: ExplanationQuery,
      ok: Explanation,
    }),
    async (request) => {
      const { tenant } = request.caller;
      const place = placeIn(request.params);
      const { rule, audience = "staff" } = request.query;
      const ruleId = rule === undefined ? undefined : fromTypeId("rul", rule);
      return inTransaction(db, who(request), async (ctx) => {
        const explained = await explainActivity(ctx, { place, ruleId, audience, tenant });
        return toExplanation(explained, codesOf(await pointsTypesOf(ctx)));
      });
    },
  );
}

export function evaluationRoutes(app: App, parts: ProgrammeParts): void {
  const { catalogs, lanes } = parts;
  app.post(
    "/v1/evaluations",
    operation({
      id: "evaluateActivity",
      tag,
      summary: "Try what a basket would earn; nothing is written",
      description: "Shown to the member: it does not say that they are held out of a campaign.",
      scope: "activities:read",
      body: NewEvaluation,
      ok: EvaluationReply,
      refuses: ["not_found"],
    }),
    async (request) => {
      const { tenant } = request.caller;
      const told = request.body;
      const [memberId, catalog] = await Promise.all([
        told.member === undefined ? null : memberNamed(parts, request, told.member),
        catalogs.of(tenant.id),
      ]);
      const here = atTill(told, request.caller, { catalog, now: request.now });
      const judged = judgedActivity(here, { tenant, catalog, now: request.now });
      const activity = inTenantsCurrency(judged.activity, told.rate ?? null, tenant.currency);
      const member = memberId === null ? null : { memberId, bucket: bucketOf(memberId) };
      const explains = told.explain === true ? "why_not" : "nothing";
      const asked = { member, activity, explains, tenant } as const;
      const { awards, whyNot, programme } = await tryActivity(lanes, asked, { tenantId: tenant.id, now: request.now });
      const codeOf = codesOf([...programme.pointsTypes.values()]);
      const inPoints = awards.filter(({ rewardId }) => rewardId === undefined);
      const sums = Map.groupBy(inPoints, (award) => award.pointsType);
      return {
        points: [...sums].map(([type, given]) => ({
          pointsType: codeOf(type),
          points: given.reduce((sum, award) => sum + award.points, 0),
        })),
        awards: awards.map((award) => toAward(award, codeOf)),
        ...(whyNot === undefined
          ? {}
          : { whyNot: whyNotOf(toldTo("member", whyNot), programme, tenant).map(toWhyNot) }),
      };
    },
  );
}

function codeFor(recorded: Recorded): 200 | 201 | 202 {
  if (recorded.row === null && recorded.isOrphan !== true) return status.accepted;
  return recorded.isReplay ? status.ok : status.created;
}

function placeIn(params: { memberId: string; activityId: string }): { bucket: number; memberId: string; id: string } {
  return { ...memberOf(params.memberId), id: fromTypeId("act", params.activityId) };
}

/** The member that a reference leads to. An id is believed here and checked where the member is locked. */
export async function memberNamed(
  { db, sealer }: Pick<Parts, "db" | "sealer">,
  request: { readonly caller: Caller; readonly now: number },
  reference: MemberReference,
): Promise<string> {
  const id = memberIdIn(reference);
  if (id !== null) return id;
  const identity = identityIn(reference, request.caller.tenant);
  if (identity === null) throw noSuchMember();
  const asking: Who = who(request);
  const [found] = await inTransaction(db, asking, (ctx) => findMembersByIdentity(ctx, sealer, [identity]));
  if (found === undefined) throw noSuchMember();
  return found;
}
