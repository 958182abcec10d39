// A link that staff or a till shows as a QR code, so that a new member's phone is signed in where no letter comes. It
// is good for ten minutes and once, and only what a button sends uses it up. By the wall clock.
import { hashOfSecret, idOfLetters, newSecret, readKey, writeKey } from "../../platform/apiKeys.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import { type OpenMemberSession, openMemberSession } from "./memberSessions.ts";
import { noSuchMember } from "./members.ts";
import { findLink, findStanding, hasSignedIn, insertLink, type StoredLink, useLink } from "./store/memberSessions.ts";

export const LINK_MS = 10 * 60_000;

/**
 * `mayAnybody`: for whom the caller may do it. Whoever has signed in before has a way in already, and to be given
 * another by whoever stands at a till would be a way into anybody's account.
 */
export async function makePortalLink(
  ctx: Ctx,
  asked: Readonly<{ id: string; memberId: string; mayAnybody: boolean; nowMs: number }>,
): Promise<StoredLink & Readonly<{ token: string }>> {
  const { id, memberId, mayAnybody, nowMs } = asked;
  const standing = await findStanding(ctx, memberId);
  if (standing === undefined) throw noSuchMember();
  if (standing.isKeptOut) throw new Refusal("conflict", "This member is blocked or has left, and cannot sign in.");
  if (!mayAnybody && (await hasSignedIn(ctx, memberId))) {
    throw new Refusal(
      "conflict",
      "This member has signed in before, and does so with a code; a manager can make a link.",
    );
  }
  const secret = newSecret();
  const link = { id, memberId, expiresAt: nowMs + LINK_MS };
  await insertLink(ctx, { ...link, secretHash: hashOfSecret(secret), createdAt: nowMs });
  return { ...link, token: writeKey("portal_link", ctx.tenantId, id, secret) };
}

export async function getPortalLink(ctx: Ctx, id: string): Promise<StoredLink> {
  const link = await findLink(ctx, id);
  if (link === undefined) throw new Refusal("not_found", "There is no such link.");
  return link;
}

/** The tenant that a link says it is of; undefined where it can be none. */
export function tenantOfLink(token: string): string | undefined {
  const written = readKey(token);
  return written?.kind === "portal_link" ? idOfLetters(written.tenant) : undefined;
}

/** Uses the link up and signs its member in; undefined where it is none, is over or was used. */
export async function signInByLink(
  ctx: Ctx,
  asked: Readonly<{ token: string; device: string; nowMs: number }>,
): Promise<OpenMemberSession | undefined> {
  const { token, device, nowMs } = asked;
  const written = readKey(token);
  if (written?.kind !== "portal_link" || idOfLetters(written.tenant) !== ctx.tenantId) return undefined;
  const memberId = await useLink(ctx, idOfLetters(written.key), hashOfSecret(written.secret), nowMs);
  if (memberId === undefined || (await findStanding(ctx, memberId))?.isKeptOut !== false) return undefined;
  return openMemberSession(ctx, { memberId, device, nowMs });
}
