// What a member agrees to and takes back by himself, and purchases that he misses.
import {
  MissingPurchase,
  MissingPurchaseList,
  NewMissingPurchase,
  NewOwnConsent,
  OwnConsentList,
} from "@fedele/sdk/schemas/me.ts";
import type { FastifyRequest } from "fastify";
import type { Static } from "typebox";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { selfOf, who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { newId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { languageOfMember } from "./memberLanguages.ts";
import { listMissing, reportMissing } from "./missingPurchases.ts";
import { ownConsents, sayConsent } from "./ownConsents.ts";
import { getTask, type Task } from "./tasks.ts";

const tag = "me";

type Needed = Pick<Parts, "db" | "sealer">;

export function ownConsentRoutes(app: App, { db, sealer }: Needed): void {
  const told = async (ctx: Ctx, request: Pick<FastifyRequest, "caller" | "headers">) => {
    const { memberId } = selfOf(request);
    const { tenant } = request.caller;
    const language = await languageOfMember(ctx, request);
    const consents = await ownConsents(ctx, { memberId, tenant, language });
    return {
      items: consents.map(({ since, ...consent }) => ({
        ...consent,
        since: since === null ? null : new Date(since).toISOString(),
      })),
    };
  };

  app.get(
    "/v1/me/consents",
    operation({
      id: "listMyConsents",
      tag,
      summary: "What you agree to, topic by topic",
      scope: "member",
      ok: OwnConsentList,
    }),
    async (request) => inTransaction(db, who(request), (ctx) => told(ctx, request)),
  );

  app.post(
    "/v1/me/consents",
    operation({
      id: "sayConsent",
      tag,
      summary: "Agree to something, or take it back",
      scope: "member",
      idempotent: true,
      body: NewOwnConsent,
      ok: OwnConsentList,
    }),
    async (request) => {
      const { memberId, bucket } = selfOf(request);
      const { topic, state, version } = request.body;
      return inTransaction(db, who(request), async (ctx) => {
        const id = newId(ctx.now, bucket);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "fresh") await sayConsent(ctx, sealer, { memberId, id }, { topic, state, version });
        return told(ctx, request);
      });
    },
  );
}

export function missingPurchaseRoutes(app: App, { db, sealer }: Needed): void {
  app.get(
    "/v1/me/missing-purchases",
    operation({
      id: "listMissingPurchases",
      tag,
      summary: "Purchases that you miss, and whether somebody has seen to them",
      scope: "member",
      ok: MissingPurchaseList,
    }),
    async (request) => {
      const { memberId } = selfOf(request);
      const home = { sealer, tenant: request.caller.tenant };
      return inTransaction(db, who(request), async (ctx) => ({
        items: (await listMissing(ctx, home, memberId)).map(toMissing),
      }));
    },
  );

  app.post(
    "/v1/me/missing-purchases",
    operation({
      id: "reportMissingPurchase",
      tag,
      summary: "Say that a purchase brought no points",
      description: "It becomes a task of staff.",
      scope: "member",
      idempotent: true,
      body: NewMissingPurchase,
      ok: MissingPurchase,
      created: MissingPurchase,
    }),
    async (request, reply) => {
      const { memberId, bucket } = selfOf(request);
      const home = { sealer, tenant: request.caller.tenant };
      return inTransaction(db, who(request), async (ctx) => {
        const id = newId(ctx.now, bucket);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") {
          return toMissing(await getTask(ctx, home, { memberId, id: claimed.resourceId }));
        }
        reply.code(status.created);
        return toMissing(await reportMissing(ctx, home, { memberId, id }, request.body));
      });
    },
  );
}

function toMissing({ id, status: stands, text, dueOn, createdAt }: Task): Static<typeof MissingPurchase> {
  return {
    id: toTypeId("tsk", id),
    status: stands,
    text,
    answerBy: dueOn,
    createdAt: new Date(createdAt).toISOString(),
  };
}
