// How somebody comes to work for a tenant: by a link that is good once and for some days. Whoever merely looks at the
// link changes nothing; it is taken up by a POST that shows what stands behind its #.
import { randomInt, timingSafeEqual } from "node:crypto";
import type { Role } from "@fedele/sdk/schemas/role.ts";
import { hashOfSecret, idOfLetters, newSecret, readKey, writeKey } from "../../platform/apiKeys.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import type { Caller } from "../../platform/http/keyCache.ts";
import type { PageStart } from "../../platform/http/pages.ts";
import { BUCKETS, newId } from "../../platform/ids.ts";
import { emailAddressOf } from "../../platform/mail/addresses.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { TenantKeys } from "../../platform/sealing.ts";
import { type OpenSession, openSession } from "./sessions.ts";
import {
  addStaff,
  type Contact,
  contactOf,
  findStaffByEmail,
  refuseToGiveMore,
  sealContact,
  withKnownPartner,
} from "./staff.ts";
import type { StoredInvitation } from "./store/invitations.ts";
import * as store from "./store/invitations.ts";

export type { StoredInvitation } from "./store/invitations.ts";

const DAY_MS = 86_400_000;
export const INVITATION_DAYS = 7;
/** An owner's link gives everything, and whoever asked for it sits at the machine. */
export const OWNER_LINK_HOURS = 24;
export const OPEN_INVITATIONS_MAX = 500;

type NewInvitation = Contact & {
  readonly id: string;
  readonly role: Role;
  readonly partnerId: string | undefined;
};

export function newInvitationId(nowMs: number): string {
  return newId(nowMs, randomInt(BUCKETS));
}

/** Writes an invitation down and returns what its link holds: the only time that it is known. */
export async function inviteStaff(
  ctx: Ctx,
  keys: TenantKeys,
  asked: NewInvitation & { readonly by: Caller; readonly nowMs: number },
): Promise<string> {
  const { id, role, partnerId, name, by, nowMs } = asked;
  refuseToGiveMore(by, role);
  const email = emailAddressOf(asked.email);
  if ((await findStaffByEmail(ctx, keys, email)) !== undefined) {
    throw new Refusal("conflict", "Somebody with this e-mail address works here already.", { field: "email" });
  }
  if ((await store.countOpenInvitations(ctx, nowMs)) >= OPEN_INVITATIONS_MAX) {
    throw new Refusal("conflict", `At most ${OPEN_INVITATIONS_MAX} invitations may be open at once; revoke some.`);
  }
  const sealed = sealContact(keys, id, { name, email });
  return write(ctx, { id, sealed, role, partnerId, invitedBy: by.actor, nowMs, lifeMs: INVITATION_DAYS * DAY_MS });
}

/** A link for an owner, shown at the terminal. The links before it are good no more. */
export async function writeOwnerLink(ctx: Ctx, nowMs: number): Promise<string> {
  await store.revokeOwnerLinks(ctx, nowMs);
  const id = newInvitationId(nowMs);
  const lifeMs = (OWNER_LINK_HOURS / 24) * DAY_MS;
  const owner = { role: "owner", partnerId: undefined, sealed: undefined } as const;
  return write(ctx, { ...owner, id, invitedBy: ctx.actor, nowMs, lifeMs });
}

export async function getInvitation(ctx: Ctx, id: string): Promise<StoredInvitation> {
  const invitation = await store.findInvitation(ctx, id);
  if (invitation === undefined) throw new Refusal("not_found", "There is no invitation with this id.");
  return invitation;
}

export function listInvitations(ctx: Ctx, page: PageStart<string>): Promise<StoredInvitation[]> {
  return store.listInvitations(ctx, page);
}

/** Revoking it twice is no mistake; what was accepted is not undone by it. */
export async function revokeInvitation(ctx: Ctx, by: Caller, id: string, nowMs: number): Promise<void> {
  const invitation = await getInvitation(ctx, id);
  refuseToGiveMore(by, invitation.role);
  await store.revokeInvitation(ctx, id, nowMs);
}

/** The tenant and the invitation that a link names; a refusal where it names none. */
export function readInvitation(token: string): { tenantId: string; id: string; secret: string } {
  const written = readKey(token);
  if (written?.kind !== "invitation") throw notGood();
  return { tenantId: idOfLetters(written.tenant), id: idOfLetters(written.key), secret: written.secret };
}

/**
 * Takes an invitation up. Who was invited by mail signs in afterwards with a code: a program that opens every link of a
 * mailbox is thereby nobody. Who holds an owner's link, which was in no mail, is in.
 */
export async function acceptInvitation(
  ctx: Ctx,
  keys: TenantKeys,
  asked: { readonly id: string; readonly secret: string; readonly contact: Partial<Contact>; readonly nowMs: number },
): Promise<OpenSession | undefined> {
  const { id, secret, contact, nowMs } = asked;
  const invitation = await store.lockInvitation(ctx, id);
  if (invitation === undefined || !isGood(invitation, secret, nowMs)) throw notGood();
  const { role, partnerId, sealed } = invitation;
  const invited = sealed === undefined ? undefined : contactOf(keys, { id, sealed });
  const person = { name: contact.name ?? invited?.name, email: invited?.email ?? contact.email };
  if (person.name === undefined || person.email === undefined) {
    throw new Refusal("invalid", "Say your name and your e-mail address; by that address you sign in from now on.");
  }

  const staffId = newInvitationId(nowMs);
  await addStaff(ctx, keys, { id: staffId, role, partnerId, name: person.name, email: person.email }, nowMs);
  await store.acceptInvitation(ctx, id, nowMs);
  return invited === undefined ? openSession(ctx, { staffId, isPending: false, nowMs }) : undefined;
}

function isGood(invitation: StoredInvitation, secret: string, nowMs: number): boolean {
  const { secretHash, acceptedAt, revokedAt, expiresAt } = invitation;
  const isOpen = acceptedAt === undefined && revokedAt === undefined && nowMs < expiresAt;
  return timingSafeEqual(secretHash, hashOfSecret(secret)) && isOpen;
}

/** One answer for what never was, was used, was revoked or is over: nobody learns which. */
function notGood(): Refusal {
  return new Refusal("not_found", "This link was used already, or is no longer good; ask for a new one.");
}

type Writing = Pick<StoredInvitation, "id" | "sealed" | "role" | "partnerId" | "invitedBy"> & {
  readonly nowMs: number;
  readonly lifeMs: number;
};

async function write(ctx: Ctx, { nowMs, lifeMs, ...invitation }: Writing): Promise<string> {
  const secret = newSecret();
  const times = { createdAt: nowMs, expiresAt: nowMs + lifeMs };
  await withKnownPartner(store.insertInvitation(ctx, { ...invitation, ...times, secretHash: hashOfSecret(secret) }));
  return writeKey("invitation", ctx.tenantId, invitation.id, secret);
}
