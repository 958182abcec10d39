// How a member is reached, changed by himself, and the end of his membership. Both ask for a code first.
import { ClosureCode, ContactCode, Me, NewClosure, NewContact, NewContactCode } from "@fedele/sdk/schemas/me.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { selfOf, who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { rateLimitPerMinute } from "../../platform/http/rateLimits.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey, releaseKeys } from "../../platform/idempotency.ts";
import type { Parts } from "../../platform/parts.ts";
import { Refusal } from "../../platform/refusal.ts";
import { askToChangeContact, changeContact } from "./contactChanges.ts";
import { type ErasingPart, eraseMember } from "./erasures.ts";
import { askToClose, mayClose } from "./memberClosures.ts";
import { ownProfile } from "./meRoutes.ts";
import { CODE_MINUTES } from "./portalCodes.ts";
import { contactOf } from "./portalContacts.ts";

const tag = "me";
/** Codes that one member may ask for in a minute, for whatever. */
export const OWN_CODES_PER_MINUTE = 5;

type Needed = Pick<Parts, "db" | "clock" | "sealer" | "mail" | "cookies" | "callers">;

function limited({ clock }: Pick<Needed, "clock">): (memberId: string) => void {
  const codes = rateLimitPerMinute(OWN_CODES_PER_MINUTE, clock);
  return (memberId) => {
    if (codes.take(memberId).isSpent) {
      throw new Refusal("too_many", "Too many codes; wait a minute.", { retryAfterSeconds: 60 });
    }
  };
}

export function ownContactRoutes(app: App, parts: Needed): void {
  const { db, clock, sealer, mail, cookies, callers } = parts;
  const limit = limited(parts);
  app.post(
    "/v1/me/contact-codes",
    operation({
      id: "askToChangeContact",
      tag,
      summary: "Have codes sent to add a contact, or to put it in another's place",
      description: "One code goes to the new contact, and one to a contact that was proved before, where there is one.",
      scope: "member",
      body: NewContactCode,
      accepted: ContactCode,
      refuses: ["conflict"],
    }),
    async (request, reply) => {
      const { memberId } = selfOf(request);
      limit(memberId);
      const { tenant } = request.caller;
      const { contact, replaces } = request.body;
      const accepts = request.headers["accept-language"];
      const change = { tenant, memberId, contact: contactOf(contact, tenant.country), replaces, accepts };
      const { needsOldCode } = await inTransaction(db, who(request), async (ctx) => {
        const home = { keys: await sealer.keysOf(ctx), mail, sealer };
        return askToChangeContact(ctx, home, { ...change, nowMs: clock.now() });
      });
      mail.nudge();
      return reply.code(status.accepted).send({ goodForMinutes: CODE_MINUTES, needsOldCode });
    },
  );

  app.post(
    "/v1/me/contacts",
    operation({
      id: "changeContact",
      tag,
      summary: "Add a contact, or put it in another's place, by the codes that came",
      description:
        "Every other device is signed out, the contacts before hear of it, and for 24 hours points are earned and " +
        "not used. Adding the first contact of all rests nothing.",
      scope: "member",
      body: NewContact,
      ok: Me,
      refuses: ["conflict"],
    }),
    async (request) => {
      const { memberId } = selfOf(request);
      const { tenant, keyId } = request.caller;
      const { contact, replaces, code, oldCode } = request.body;
      const accepts = request.headers["accept-language"];
      const change = { tenant, memberId, contact: contactOf(contact, tenant.country), replaces, accepts };
      const proof = { ...change, code, oldCode, sessionId: keyId, nowMs: clock.now() };
      const done = await inTransaction(db, who(request), async (ctx) =>
        changeContact(ctx, { keys: await sealer.keysOf(ctx), mail, sealer }, proof),
      );
      if (done === undefined) throw notTheCode();
      done();
      callers.forgetTenant(tenant.id);
      mail.nudge();
      const profile = await inTransaction(db, who(request), (ctx) => ownProfile(ctx, sealer, memberId));
      return { ...profile, csrfToken: cookies.csrfTokenOf(keyId) };
    },
  );
}

export function ownClosureRoutes(app: App, parts: Needed & { readonly erasing: readonly ErasingPart[] }): void {
  const { db, clock, sealer, mail, cookies, callers, erasing } = parts;
  const limit = limited(parts);
  app.post(
    "/v1/me/closure-codes",
    operation({
      id: "askToClose",
      tag,
      summary: "Have a code sent to close your account with",
      scope: "member",
      accepted: ClosureCode,
    }),
    async (request, reply) => {
      const { memberId } = selfOf(request);
      limit(memberId);
      const { tenant } = request.caller;
      const asked = { tenant, memberId, accepts: request.headers["accept-language"], nowMs: clock.now() };
      const { isNeeded } = await inTransaction(db, who(request), async (ctx) =>
        askToClose(ctx, { keys: await sealer.keysOf(ctx), mail, sealer }, asked),
      );
      mail.nudge();
      return reply.code(status.accepted).send({ goodForMinutes: CODE_MINUTES, isNeeded });
    },
  );

  app.post(
    "/v1/me/closure",
    operation({
      id: "closeMyAccount",
      tag,
      summary: "Close your account for good: what names you is destroyed, your points are lost",
      scope: "member",
      audited: true,
      idempotent: true,
      body: NewClosure,
      noContent: true,
    }),
    async (request, reply) => {
      const { memberId } = selfOf(request);
      const { tenant } = request.caller;
      const done = await inTransaction(db, who(request), async (ctx) => {
        const keys = await sealer.keysOf(ctx);
        const claim = claimOf(request, keys, memberId);
        await claimKey(ctx, claim);
        if (!(await mayClose(ctx, { keys, sealer }, { memberId, code: request.body.code, nowMs: clock.now() }))) {
          await releaseKeys(ctx, [claim]);
          return undefined;
        }
        const asked = { memberId, reason: "requested", heirId: null } as const;
        return (await eraseMember(ctx, asked, { tenant, claim, parts: erasing })).done;
      });
      if (done === undefined) throw notTheCode();
      done();
      callers.forgetTenant(tenant.id);
      cookies.ofMembers.clear(reply, tenant.slug);
      return reply.code(status.noContent).send();
    },
  );
}

/** Not 401: the member is signed in all the same. */
function notTheCode(): Refusal {
  return new Refusal("forbidden", "A code is wrong or no longer good; ask for a new one.", { field: "code" });
}
