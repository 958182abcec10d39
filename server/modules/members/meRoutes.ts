// What a member sees of himself and changes, and where he is signed in.
import { Me, MeChange, OwnSessionEnd, OwnSessionList, OwnSessionPath } from "@fedele/sdk/schemas/me.ts";
import { MemberSession } from "@fedele/sdk/schemas/portal.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { selfOf, who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { bucketOf, fromTypeId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { endMemberCards } from "./cards.ts";
import { getFacts } from "./facts.ts";
import { writeIdentityId } from "./identities.ts";
import { endMemberSession, endMemberSessionsOf, listMemberSessions, renewMemberSession } from "./memberSessions.ts";
import { changeMember, getMember } from "./members.ts";
import { isContact } from "./portalContacts.ts";
import { handOut } from "./portalRoutes.ts";
import { getPortalSettings } from "./portals.ts";

const tag = "me";

type Needed = Pick<Parts, "db" | "clock" | "sealer" | "cookies" | "callers">;

export function meRoutes(app: App, { db, sealer, cookies }: Needed): void {
  const told = async (ctx: Ctx, { memberId, keyId }: { memberId: string; keyId: string }) => ({
    ...(await ownProfile(ctx, sealer, memberId)),
    csrfToken: cookies.csrfTokenOf(keyId),
  });

  app.get(
    "/v1/me",
    operation({ id: "getMe", tag, summary: "Who you are", scope: "member", ok: Me }),
    async (request) => {
      const asked = { ...selfOf(request), keyId: request.caller.keyId };
      return inTransaction(db, who(request), (ctx) => told(ctx, asked));
    },
  );

  app.patch(
    "/v1/me",
    operation({
      id: "changeMe",
      tag,
      summary: "Change what you are called, your language, and your birthday where the portal lets you",
      scope: "member",
      body: MeChange,
      ok: Me,
      refuses: ["conflict"],
    }),
    async (request) => {
      const { memberId } = selfOf(request);
      const { tenant, keyId } = request.caller;
      return inTransaction(db, who(request), async (ctx) => {
        if (request.body.birthDate !== undefined) await refuseBirthDate(ctx, sealer, memberId);
        await changeMember(ctx, { sealer, tenant }, { id: memberId, change: request.body });
        return told(ctx, { memberId, keyId });
      });
    },
  );
}

/** The member as he sees himself. */
export async function ownProfile(ctx: Ctx, sealer: Sealer, memberId: string) {
  const [member, { frozenUntil }, { birthday }] = await Promise.all([
    getMember(ctx, sealer, memberId),
    getFacts(ctx, { memberId, bucket: bucketOf(memberId) }),
    getPortalSettings(ctx),
  ]);
  const rests = frozenUntil !== null && frozenUntil > ctx.now;
  return {
    id: toTypeId("mem", memberId),
    name: member.name ?? null,
    language: member.language ?? null,
    birthDate: member.birthDate ?? null,
    mayChangeBirthDate: birthday === "free" || (birthday === "once" && member.birthDate === undefined),
    contacts: member.identities.filter(isContact).map((identity) => ({
      id: writeIdentityId(identity),
      kind: identity.kind,
      value: identity.value,
      isVerified: identity.verifiedAt !== undefined,
    })),
    enrolledAt: new Date(member.enrolledAt).toISOString(),
    restsUntil: rests ? new Date(frozenUntil).toISOString() : null,
  };
}

/** A birthday that brings a gift is not to be moved to tomorrow. */
async function refuseBirthDate(ctx: Ctx, sealer: Sealer, memberId: string): Promise<void> {
  const { mayChangeBirthDate } = await ownProfile(ctx, sealer, memberId);
  if (mayChangeBirthDate) return;
  throw new Refusal("forbidden", "Your birthday cannot be changed here; ask in the shop.", { field: "birthDate" });
}

export function ownSessionRoutes(app: App, { db, clock, callers }: Needed): void {
  app.get(
    "/v1/me/sessions",
    operation({
      id: "listMySessions",
      tag,
      summary: "Where you are signed in, what was used last first",
      scope: "member",
      ok: OwnSessionList,
    }),
    async (request) => {
      const { memberId } = selfOf(request);
      const sessions = await inTransaction(db, who(request), (ctx) => listMemberSessions(ctx, memberId, clock.now()));
      return {
        items: sessions.map(({ id, device, createdAt, renewedAt }) => ({
          id: toTypeId("ses", id),
          device,
          isCurrent: id === request.caller.keyId,
          signedInAt: new Date(createdAt).toISOString(),
          renewedAt: new Date(renewedAt).toISOString(),
        })),
      };
    },
  );

  app.delete(
    "/v1/me/sessions/:sessionId",
    operation({
      id: "endMySession",
      tag,
      summary: "Sign a device out",
      scope: "member",
      params: OwnSessionPath,
      noContent: true,
    }),
    async (request, reply) => {
      const { memberId } = selfOf(request);
      const id = fromTypeId("ses", request.params.sessionId);
      await inTransaction(db, who(request), (ctx) => endMemberSession(ctx, memberId, id, clock.now()));
      callers.forgetTenant(request.caller.tenantId);
      return reply.code(status.noContent).send();
    },
  );
}

/** About the session that asks. */
export function currentSessionRoutes(app: App, { db, clock, sealer, cookies, callers }: Needed): void {
  const slugOf = ({ caller }: { readonly caller: { readonly tenant: Tenant } }) => caller.tenant.slug;
  app.post(
    "/v1/me/session/renewal",
    operation({
      id: "renewMySession",
      tag,
      summary: "Stay signed in: the session under a new secret, for another month",
      description: "At most a year after signing in. Asked twice within half a minute it is renewed once.",
      scope: "member",
      ok: MemberSession,
    }),
    async (request, reply) => {
      const { keyId, tenantId, tenant } = request.caller;
      const renewed = await inTransaction(db, who(request), (ctx) => renewMemberSession(ctx, keyId, clock.now()));
      callers.forgetTenant(tenantId);
      if (renewed.text !== undefined) {
        return handOut({ cookies }, reply, tenant, { session: { ...renewed, text: renewed.text }, isNew: false });
      }
      const expiresAt = new Date(renewed.expiresAt).toISOString();
      return { csrfToken: cookies.csrfTokenOf(keyId), expiresAt, isNew: false };
    },
  );

  app.delete(
    "/v1/me/session",
    operation({ id: "signOut", tag, summary: "Sign out", scope: "member", query: OwnSessionEnd, noContent: true }),
    async (request, reply) => {
      const { memberId } = selfOf(request);
      const { keyId, tenantId } = request.caller;
      const isEverywhere = request.query.everywhere === true;
      await inTransaction(db, who(request), async (ctx) => {
        if (!isEverywhere) return endMemberSession(ctx, memberId, keyId, clock.now());
        await endMemberSessionsOf(ctx, memberId, { butId: null, nowMs: clock.now() });
        // Cards know no session: with all sessions all of them end.
        await endMemberCards(ctx, sealer, memberId);
      });
      callers.forgetTenant(tenantId);
      cookies.ofMembers.clear(reply, slugOf(request));
      return reply.code(status.noContent).send();
    },
  );
}
