// Who works here, and who is invited to.
import { pageQuery } from "@fedele/sdk/schemas/page.ts";
import type { Role } from "@fedele/sdk/schemas/role.ts";
import {
  Accepted,
  InvitationAcceptance,
  InvitationPage,
  InvitationPath,
  Invitation as InvitationReply,
  NewInvitation,
  StaffChange,
  StaffPage,
  StaffPath,
  Staff as StaffReply,
} from "@fedele/sdk/schemas/staff.ts";
import { Type } from "typebox";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { Refusal } from "../../platform/refusal.ts";
import {
  acceptInvitation,
  getInvitation,
  INVITATION_DAYS,
  inviteStaff,
  listInvitations,
  newInvitationId,
  readInvitation,
  revokeInvitation,
} from "./invitations.ts";
import { invitationLetter } from "./letters.ts";
import { adoptDemos } from "./persons.ts";
import { handOut, listenerTo, type SignInParts } from "./sessionRoutes.ts";
import { changeRole, getStaff, listStaff, removeStaff, resetSecondFactor, type StoredStaff } from "./staff.ts";
import { toInvitationReply, toStaffReply } from "./staffReplies.ts";
import { getTenant } from "./tenants.ts";

const tag = "staff";
const ListQuery = Type.Object(pageQuery, { additionalProperties: false });

export type StaffParts = SignInParts & Pick<Parts, "publicUrl">;

export function staffRoutes(app: App, { db, sealer }: StaffParts): void {
  app.get(
    "/v1/staff",
    operation({
      id: "listStaff",
      tag,
      summary: "Who works here",
      scope: "staff:read",
      query: ListQuery,
      ok: StaffPage,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => {
        const page = pageStart(request.query, oneId);
        const keys = await sealer.keysOf(ctx);
        const item = (person: StoredStaff) => toStaffReply(person, keys);
        return pageOf(await listStaff(ctx, page), page.limit, { item, key: (person) => [person.id] });
      }),
  );

  app.get(
    "/v1/staff/:staffId",
    operation({
      id: "getStaff",
      tag,
      summary: "Somebody who works here",
      scope: "staff:read",
      params: StaffPath,
      ok: StaffReply,
    }),
    async (request) => {
      const id = fromTypeId("stf", request.params.staffId);
      return inTransaction(db, who(request), async (ctx) =>
        toStaffReply(await getStaff(ctx, id), await sealer.keysOf(ctx)),
      );
    },
  );
}

export function staffChangeRoutes(app: App, { db, clock, sealer, callers }: StaffParts): void {
  app.patch(
    "/v1/staff/:staffId",
    operation({
      id: "changeStaff",
      tag,
      summary: "Give somebody another role",
      description: "It counts from the next request on. Nobody gives a role that may do more, and one owner stays.",
      scope: "staff:write",
      params: StaffPath,
      body: StaffChange,
      ok: StaffReply,
      refuses: ["conflict"],
    }),
    async (request) => {
      const id = fromTypeId("stf", request.params.staffId);
      const { caller, body } = request;
      const change = { id, ...roleAndPartner(body) };
      const changed = await inTransaction(db, who(request), async (ctx) =>
        toStaffReply(await changeRole(ctx, caller, change), await sealer.keysOf(ctx)),
      );
      callers.forgetTenant(caller.tenantId);
      return changed;
    },
  );

  app.delete(
    "/v1/staff/:staffId",
    operation({
      id: "removeStaff",
      tag,
      summary: "Let somebody go: every session ends at once",
      scope: "staff:write",
      params: StaffPath,
      noContent: true,
      refuses: ["conflict"],
    }),
    async (request, reply) => {
      const id = fromTypeId("stf", request.params.staffId);
      const { caller } = request;
      await inTransaction(db, who(request), (ctx) => removeStaff(ctx, caller, id, clock.now()));
      callers.forgetTenant(caller.tenantId);
      return reply.code(status.noContent).send();
    },
  );

  app.delete(
    "/v1/staff/:staffId/second-factor",
    operation({
      id: "resetSecondFactor",
      tag,
      summary: "Take away the second factor of somebody who lost it",
      description: "Every session of the person ends. Nobody does it for somebody who may do more.",
      scope: "staff:write",
      params: StaffPath,
      noContent: true,
    }),
    async (request, reply) => {
      const id = fromTypeId("stf", request.params.staffId);
      const { caller } = request;
      await inTransaction(db, who(request), (ctx) => resetSecondFactor(ctx, caller, id, clock.now()));
      callers.forgetTenant(caller.tenantId);
      return reply.code(status.noContent).send();
    },
  );
}

export function invitationRoutes(app: App, parts: StaffParts): void {
  const { db, clock, sealer, mail, publicUrl } = parts;
  app.post(
    "/v1/invitations",
    operation({
      id: "inviteStaff",
      tag,
      summary: "Invite somebody by mail",
      description: `The link in the letter is good once, for ${INVITATION_DAYS} days. It stands in no reply.`,
      scope: "staff:write",
      idempotent: true,
      body: NewInvitation,
      ok: InvitationReply,
      created: InvitationReply,
      refuses: ["not_found"],
    }),
    async (request, reply) => {
      const { body, caller } = request;
      const { name, email } = body;
      const asked = { ...roleAndPartner(body), name, email, by: caller, nowMs: clock.now() };
      const answer = await inTransaction(db, who(request), async (ctx) => {
        const keys = await sealer.keysOf(ctx);
        const id = newInvitationId(asked.nowMs);
        const claimed = await claimKey(ctx, claimOf(request, keys, id));
        if (claimed.state === "replay") return toInvitationReply(await getInvitation(ctx, claimed.resourceId), keys);
        const token = await inviteStaff(ctx, keys, { ...asked, id });
        const told = { name, link: `${publicUrl}/welcome#${token}`, days: INVITATION_DAYS };
        const words = invitationLetter(await getTenant(ctx), told);
        await mail.post(ctx, "invitation", { to: { name, address: email }, ...words });
        reply.code(status.created);
        return toInvitationReply(await getInvitation(ctx, id), keys);
      });
      mail.nudge();
      return answer;
    },
  );
}

export function invitationListRoutes(app: App, { db, clock, sealer }: StaffParts): void {
  app.get(
    "/v1/invitations",
    operation({
      id: "listInvitations",
      tag,
      summary: "Invitations, oldest first",
      scope: "staff:read",
      query: ListQuery,
      ok: InvitationPage,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => {
        const page = pageStart(request.query, oneId);
        const keys = await sealer.keysOf(ctx);
        const invitations = await listInvitations(ctx, page);
        return pageOf(invitations, page.limit, { item: (it) => toInvitationReply(it, keys), key: (it) => [it.id] });
      }),
  );

  app.delete(
    "/v1/invitations/:invitationId",
    operation({
      id: "revokeInvitation",
      tag,
      summary: "Make an invitation's link worthless",
      scope: "staff:write",
      params: InvitationPath,
      noContent: true,
    }),
    async (request, reply) => {
      const id = fromTypeId("inv", request.params.invitationId);
      const { caller } = request;
      await inTransaction(db, who(request), (ctx) => revokeInvitation(ctx, caller, id, clock.now()));
      return reply.code(status.noContent).send();
    },
  );
}

export function acceptanceRoutes(app: App, parts: StaffParts): void {
  const { db, clock, sealer } = parts;
  const listenTo = listenerTo(parts);
  app.post(
    "/v1/invitation-acceptances",
    operation({
      id: "acceptInvitation",
      tag,
      summary: "Take an invitation up",
      description:
        "Opening the link does nothing by itself. An owner's link signs its holder in; who was invited by mail signs " +
        "in with a code, so that a program that opens every link of a mailbox is nobody.",
      scope: "public",
      body: InvitationAcceptance,
      created: Accepted,
      refuses: ["not_found", "forbidden", "conflict", "too_many"],
    }),
    async (request, reply) => {
      listenTo(request);
      const { token, ...contact } = request.body;
      const { tenantId, ...shown } = readInvitation(token);
      const asking = { tenantId, now: clock.now(), actor: "system" };
      const session = await inTransaction(db, asking, async (ctx) =>
        acceptInvitation(ctx, await sealer.keysOf(ctx), { ...shown, contact, nowMs: clock.now() }),
      );
      // The demos of an installation are one owner's.
      if (session !== undefined && contact.email !== undefined) {
        await adoptDemos(parts, { tenantId, email: contact.email });
      }
      reply.code(status.created);
      return session === undefined ? {} : { signedIn: handOut(parts, reply, session) };
    },
  );
}

/** A partner's staff works for a partner, and nobody else does. */
function roleAndPartner(asked: { readonly role: Role; readonly partnerId?: string }) {
  if ((asked.role === "partner") !== (asked.partnerId !== undefined)) {
    throw new Refusal("invalid", 'The role "partner" goes with a partnerId, and no other role does.', {
      field: "partnerId",
    });
  }
  return {
    role: asked.role,
    partnerId: asked.partnerId === undefined ? undefined : fromTypeId("par", asked.partnerId),
  };
}
