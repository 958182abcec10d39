// Other systems that tell what happened: made and removed by the tenant, heard by their signature.
import {
  type InboundCall as Call,
  InboundAnswer,
  InboundCall,
  InboundPath,
  InboundSecret,
  InboundSourcePage,
  InboundSourcePath,
  type InboundSource as InboundSourceReply,
  NewInboundSource,
} from "@fedele/sdk/schemas/inbound.ts";
import { pageQuery } from "@fedele/sdk/schemas/page.ts";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Clock } from "../../platform/clock.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { rateLimitPerMinute } from "../../platform/http/rateLimits.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, toTypeId } from "../../platform/ids.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { findMembersByIdentity } from "../members/identities.ts";
import { identityOf } from "../members/identityValues.ts";
import { changeMember, enrolMember, noSuchMember } from "../members/members.ts";
import { identityIn, memberIdIn } from "../members/references.ts";
import { getTenant } from "../tenants/tenants.ts";
import { recordActivities } from "./activities.ts";
import {
  createSource,
  getSource,
  hear,
  listSources,
  newSourceId,
  notSigned,
  removeSource,
  renewSourceSecret,
  type Source,
  verifiedCall,
} from "./inbound.ts";
import { incomingActivity } from "./incoming.ts";
import type { ProgrammeParts } from "./routes.ts";

const tag = "webhooks";
/** What other systems tell has slots of its own. */
const INBOUND_LANE = 72;

type Needed = ProgrammeParts & Readonly<{ clock: Clock; publicUrl: string }>;

export function inboundRoutes(app: App, parts: Needed): void {
  makingSources(app, parts);
  keepingSources(app, parts);
  hearing(app, parts);
}

function makingSources(app: App, { db, sealer, clock, publicUrl }: Needed): void {
  app.post(
    "/v1/inbound-sources",
    operation({
      id: "createInboundSource",
      tag,
      summary: "Let another system tell what happens by signed calls",
      description: "Its calls are signed as Standard Webhooks says, with the secret of this reply.",
      scope: "webhooks:write",
      idempotent: true,
      body: NewInboundSource,
      ok: InboundSecret,
      created: InboundSecret,
    }),
    async (request, reply) =>
      inTransaction(db, who(request), async (ctx) => {
        const id = newSourceId(clock.now());
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toReply(ctx, publicUrl, await getSource(ctx, claimed.resourceId));
        const made = await createSource(ctx, { id, name: request.body.name }, { sealer, nowMs: clock.now() });
        reply.code(status.created);
        return { ...toReply(ctx, publicUrl, made.source), secret: made.secret };
      }),
  );

  app.post(
    "/v1/inbound-sources/:inboundSourceId/secret",
    operation({
      id: "renewInboundSecret",
      tag,
      summary: "Make a new secret; the one before is good for a day more",
      scope: "webhooks:write",
      idempotent: true,
      params: InboundSourcePath,
      ok: InboundSecret,
      created: InboundSecret,
    }),
    async (request, reply) => {
      const id = fromTypeId("inb", request.params.inboundSourceId);
      return inTransaction(db, who(request), async (ctx) => {
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toReply(ctx, publicUrl, await getSource(ctx, id));
        const made = await renewSourceSecret(ctx, id, { sealer, nowMs: clock.now() });
        reply.code(status.created);
        return { ...toReply(ctx, publicUrl, made.source), secret: made.secret };
      });
    },
  );
}

function keepingSources(app: App, { db, publicUrl }: Needed): void {
  app.get(
    "/v1/inbound-sources",
    operation({
      id: "listInboundSources",
      tag,
      summary: "The systems that may tell what happens, oldest first",
      scope: "webhooks:read",
      query: Type.Object(pageQuery, { additionalProperties: false }),
      ok: InboundSourcePage,
    }),
    async (request) => {
      const page = pageStart(request.query, oneId);
      return inTransaction(db, who(request), async (ctx) => {
        const sources = await listSources(ctx, { after: page.after ?? null, limit: page.fetch });
        const item = (source: Source) => toReply(ctx, publicUrl, source);
        return pageOf(sources, page.limit, { item, key: ({ id }) => [id] });
      });
    },
  );

  app.delete(
    "/v1/inbound-sources/:inboundSourceId",
    operation({
      id: "removeInboundSource",
      tag,
      summary: "Hear another system no more",
      scope: "webhooks:write",
      params: InboundSourcePath,
      noContent: true,
    }),
    async (request, reply) => {
      const id = fromTypeId("inb", request.params.inboundSourceId);
      await inTransaction(db, who(request), (ctx) => removeSource(ctx, id));
      return reply.code(status.noContent).send();
    },
  );
}

/** Calls that one address may make, signed or not: nobody is known before a signature was looked at, which costs. */
export const INBOUND_CALLS_PER_MINUTE = 600;

function hearing(app: App, parts: Needed): void {
  const { db, sealer, clock } = parts;
  const calls = rateLimitPerMinute(INBOUND_CALLS_PER_MINUTE, clock);
  app.post(
    "/v1/inbound/:tenantId/:inboundSourceId",
    operation({
      id: "hearInbound",
      tag,
      summary: "Hear what another system tells",
      description:
        "Signed by the headers webhook-id, webhook-timestamp and webhook-signature over the body as it is sent. A " +
        "call that was heard before has no effect, and neither has one that is more than five minutes off.",
      scope: "public",
      keepsText: true,
      params: InboundPath,
      body: InboundCall,
      ok: InboundAnswer,
      refuses: ["unauthenticated", "conflict", "too_many"],
    }),
    async (request) => {
      if (calls.take(request.ip).isSpent) throw tooManyCalls();
      const place = placeOf(request.params);
      const call = { ...signedBy(request), text: request.bodyText ?? "" };
      const system = { tenantId: place.tenantId, now: clock.now(), actor: "system" };
      const { tenant, callId } = await inTransaction(db, system, async (ctx) => {
        const id = await verifiedCall(ctx, sealer, { sourceId: place.sourceId, call, nowMs: clock.now() });
        return { tenant: await getTenant(ctx), callId: id };
      });
      const asking = { ...system, now: clock.now() + tenant.clockOffsetMs, actor: toTypeId("inb", place.sourceId) };
      return inTransaction(db, asking, async (ctx) => {
        const isNew = await hear(ctx, { sourceId: place.sourceId, callId, nowMs: clock.now() });
        if (isNew) await act(ctx, parts, { tenant, call: request.body });
        return { state: isNew ? ("done" as const) : ("heard_before" as const) };
      });
    },
  );
}

async function act(ctx: Ctx, parts: Needed, { tenant, call }: { tenant: Tenant; call: Call }): Promise<void> {
  const { type, activity, member } = call;
  if (
    (activity !== undefined) !== (type === "activity.record") ||
    (member !== undefined) !== (type === "member.upsert")
  ) {
    throw invalid("type", "A call of the type `activity.record` has an activity, one of `member.upsert` a member.");
  }
  if (activity !== undefined) await record(ctx, parts, { tenant, activity });
  if (member !== undefined) await upsert(ctx, parts, { tenant, member });
}

async function record(
  ctx: Ctx,
  { sealer, catalogs }: Needed,
  { tenant, activity }: { tenant: Tenant; activity: NonNullable<Call["activity"]> },
): Promise<void> {
  const identity = identityIn(activity.member, tenant);
  const [found] = identity === null ? [] : await findMembersByIdentity(ctx, sealer, [identity]);
  const memberId = memberIdIn(activity.member) ?? found;
  if (memberId === undefined) throw noSuchMember();
  const home = { tenant, catalog: await catalogs.of(tenant.id), now: ctx.now };
  const lane = { ...ctx, lane: INBOUND_LANE };
  const [recorded] = await recordActivities(lane, [incomingActivity(activity, memberId, home)]);
  if (recorded instanceof Refusal) throw recorded;
}

async function upsert(
  ctx: Ctx,
  { sealer }: Needed,
  { tenant, member }: { tenant: Tenant; member: NonNullable<Call["member"]> },
): Promise<void> {
  const { identity, ...personal } = member;
  const value = identityOf(identity.kind, identity.value, tenant.country);
  const [id] = await findMembersByIdentity(ctx, sealer, [value]);
  if (id === undefined) await enrolMember(ctx, { sealer, tenant }, { ...personal, identities: [identity] });
  else await changeMember(ctx, { sealer, tenant }, { id, change: personal });
}

function tooManyCalls(): Refusal {
  const sentence = `An address may make ${INBOUND_CALLS_PER_MINUTE} calls a minute; send the rest later.`;
  return new Refusal("too_many", sentence, { retryAfterSeconds: 1 });
}

/** Whoever calls a place that cannot be hears what a stranger hears. */
function placeOf({ tenantId, inboundSourceId }: { tenantId: string; inboundSourceId: string }) {
  try {
    return { tenantId: fromTypeId("ten", tenantId), sourceId: fromTypeId("inb", inboundSourceId) };
  } catch {
    throw notSigned();
  }
}

function signedBy({ headers }: Pick<FastifyRequest, "headers">) {
  const one = (name: string): string | undefined => {
    const value = headers[name];
    return typeof value === "string" ? value : undefined;
  };
  return { id: one("webhook-id"), timestamp: one("webhook-timestamp"), signature: one("webhook-signature") };
}

function toReply(ctx: Pick<Ctx, "tenantId">, publicUrl: string, source: Source): InboundSourceReply {
  const id = toTypeId("inb", source.id);
  return {
    id,
    name: source.name,
    url: `${publicUrl}/v1/inbound/${toTypeId("ten", ctx.tenantId)}/${id}`,
    ...(source.previousUntil === null ? {} : { previousUntil: new Date(source.previousUntil).toISOString() }),
    createdAt: new Date(source.createdAt).toISOString(),
  };
}
