// The tenants that one person works for: seen, joined, and gone to.
import { MembershipList, type Membership as MembershipReply, NewSwitch } from "@fedele/sdk/schemas/membership.ts";
import { NewSignIn, SignedIn } from "@fedele/sdk/schemas/staff.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { toTypeId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import { joinPerson, listMemberships, type Membership, personOf, switchTenant } from "./persons.ts";
import { handOut, listenerTo, type SignInParts, staffOf } from "./sessionRoutes.ts";
import { proveCode, wrongCode } from "./signIns.ts";
import { findTenantBySlug, toDemo } from "./tenants.ts";

const tag = "sign-in";

export function membershipRoutes(app: App, parts: SignInParts): void {
  const { db, clock } = parts;
  const listenTo = listenerTo(parts);

  app.get(
    "/v1/session/tenants",
    operation({
      id: "listMemberships",
      tag,
      summary: "The tenants that you work for",
      description: "Those of which it is known that you are the same person there.",
      scope: "self",
      ok: MembershipList,
      refuses: ["forbidden"],
    }),
    async (request) => {
      const { id } = staffOf(request);
      const personId = await inTransaction(db, who(request), (ctx) => personOf(ctx, id, clock.now()));
      return toList(await listMemberships(parts, personId), request.caller.tenantId);
    },
  );

  app.post(
    "/v1/session/tenants",
    operation({
      id: "joinMembership",
      tag,
      summary: "Say that you work for another tenant too, by a code that came to you there",
      description: "Ask for the code with POST /v1/sign-in-codes. From then on you go from one to the other.",
      scope: "self",
      body: NewSignIn,
      created: MembershipList,
      refuses: ["forbidden", "conflict", "too_many"],
    }),
    async (request, reply) => {
      listenTo(request);
      const { id } = staffOf(request);
      const { tenant: slug, ...shown } = request.body;
      const nowMs = clock.now();
      const personId = await inTransaction(db, who(request), (ctx) => personOf(ctx, id, nowMs));
      const tenant = await findTenantBySlug(db, slug);
      if (tenant === undefined) throw wrongCodeThere();
      const there = { tenantId: tenant.id, now: nowMs, actor: "system" };
      const isProved = await inTransaction(db, there, async (ctx) => {
        const person = await proveCode(ctx, await parts.sealer.keysOf(ctx), { ...shown, nowMs });
        if (person !== undefined) await joinPerson(ctx, person.id, personId);
        return person !== undefined;
      });
      if (!isProved) throw wrongCodeThere();
      reply.code(status.created);
      return toList(await listMemberships(parts, personId), request.caller.tenantId);
    },
  );
}

export function switchRoutes(app: App, parts: SignInParts): void {
  app.post(
    "/v1/session/switches",
    operation({
      id: "switchTenant",
      tag,
      summary: "Go on in another tenant that you work for",
      description:
        "The cookie holds a session there from now on. It ends when the one here would have ended at the latest, and " +
        "waits for the second factor where you have one there.",
      scope: "self",
      body: NewSwitch,
      created: SignedIn,
      refuses: ["forbidden", "not_found"],
    }),
    async (request, reply) => {
      const { id: staffId } = staffOf(request);
      const { keyId: sessionId, tenantId } = request.caller;
      const session = await switchTenant(parts, { tenantId, staffId, sessionId }, request.body.tenant);
      parts.callers.forgetTenant(tenantId);
      return reply.code(status.created).send(handOut(parts, reply, session));
    },
  );
}

/** The session here goes on: what was wrong is the code of the other tenant. */
function wrongCodeThere() {
  const { message } = wrongCode();
  return new Refusal("forbidden", message, { field: "code" });
}

function toList(memberships: readonly Membership[], currentId: string): { items: MembershipReply[] } {
  return { items: memberships.map((membership) => toReply(membership, currentId)) };
}

function toReply({ tenant, role }: Membership, currentId: string): MembershipReply {
  const { id, slug, name, currency, timezone, language, isDemo, clockOffsetMs } = tenant;
  const told = { id: toTypeId("ten", id), slug, name, currency, timezone, language, isDemo, clockOffsetMs };
  return { tenant: isDemo ? { ...told, demo: toDemo(tenant) } : told, role, isCurrent: id === currentId };
}
