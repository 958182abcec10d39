// Signing in: a code by mail, then the second factor of whoever has set one up. Nothing that is said before the code
// tells a stranger who works here. By the wall clock.
import { randomInt, timingSafeEqual } from "node:crypto";
import { hashOfSecret } from "../../platform/apiKeys.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import type { Mail } from "../../platform/mail/mail.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { TenantKeys } from "../../platform/sealing.ts";
import { base32, newTotpSecret, totpStepOf } from "../../platform/totp.ts";
import { codeLetter } from "./letters.ts";
import {
  completeSession,
  endSession,
  lockLiveSession,
  type OpenSession,
  openSession,
  sessionIsOver,
} from "./sessions.ts";
import { contactOf, findStaffByEmail } from "./staff.ts";
import { burnCode, findSession, replaceCode, takeTry } from "./store/sessions.ts";
import { lockStaff, type StoredStaff, type StoredTotp, updateTotp } from "./store/staff.ts";
import { getTenant } from "./tenants.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
export const CODE_MINUTES = 10;
/** Wrong codes until the code is burned, and codes a person gets in a day: at most a hundred guesses of a million. */
export const CODE_TRIES_MAX = 5;
export const CODES_A_DAY = 20;
/** Wrong codes of the app in a row, over all sign-ins, until none is listened to for a while. */
export const TOTP_FAILURES_MAX = 10;
export const TOTP_LOCK_MS = 15 * MINUTE_MS;

/** Sends a code to whoever works here under this address. To anybody else nothing happens, and nobody can tell. */
export async function askForCode(ctx: Ctx, keys: TenantKeys, mail: Mail, asked: Asked): Promise<void> {
  const { email, nowMs } = asked;
  const person = await findStaffByEmail(ctx, keys, email);
  if (person === undefined) return;
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const isNew = await replaceCode(ctx, {
    staffId: person.id,
    hmac: hmacOf(keys, person.id, code),
    expiresAt: nowMs + CODE_MINUTES * MINUTE_MS,
    nowMs,
    dayAgo: nowMs - DAY_MS,
    askedMax: CODES_A_DAY,
  });
  if (!isNew) return;
  const { name, email: address } = contactOf(keys, person);
  const words = codeLetter(await getTenant(ctx), { code, minutes: CODE_MINUTES });
  await mail.post(ctx, "sign_in_code", { to: { name, address }, ...words });
}

type Asked = { readonly email: string; readonly nowMs: number };

/**
 * Exchanges a code for a session; undefined when the code is not the one. Its try is counted all the same, so the
 * caller commits before refusing.
 */
export async function signIn(
  ctx: Ctx,
  keys: TenantKeys,
  asked: Asked & { readonly code: string },
): Promise<OpenSession | undefined> {
  const person = await proveCode(ctx, keys, asked);
  if (person === undefined) return undefined;
  return openSession(ctx, { staffId: person.id, isPending: hasSecondFactor(person), nowMs: asked.nowMs });
}

/** Who has shown the code that was sent to them, which is worth nothing from then on. Otherwise as above. */
export async function proveCode(
  ctx: Ctx,
  keys: TenantKeys,
  { email, code, nowMs }: Asked & { readonly code: string },
): Promise<StoredStaff | undefined> {
  const person = await findStaffByEmail(ctx, keys, email);
  if (person === undefined) return undefined;
  const expected = await takeTry(ctx, { staffId: person.id, nowMs, triesMax: CODE_TRIES_MAX });
  if (expected === undefined || !timingSafeEqual(expected, hmacOf(keys, person.id, code))) return undefined;
  await burnCode(ctx, person.id, nowMs);
  return person;
}

export function wrongCode(): Refusal {
  return new Refusal("unauthenticated", "This code is wrong or no longer good; ask for a new one.");
}

export function hasSecondFactor(person: StoredStaff): boolean {
  return person.totp?.confirmedAt !== undefined;
}

/** Completes a session that waits for its second factor; undefined when the code is wrong, which is counted. */
export async function showSecondFactor(
  ctx: Ctx,
  keys: TenantKeys,
  asked: { readonly sessionId: string; readonly secret: string; readonly code: string; readonly nowMs: number },
): Promise<OpenSession | undefined> {
  const { sessionId, secret, code, nowMs } = asked;
  const person = await lockStaffOf(ctx, sessionId);
  const session = await lockLiveSession(ctx, sessionId, nowMs);
  if (!timingSafeEqual(session.secretHash, hashOfSecret(secret))) throw sessionIsOver();
  if (!session.isPending || person?.totp === undefined) throw wrongCode();
  if (await takeTotp(ctx, keys, { person, totp: person.totp, code, nowMs })) {
    return completeSession(ctx, session, nowMs);
  }
  if (person.totp.failures + 1 >= TOTP_FAILURES_MAX) await endSession(ctx, sessionId, nowMs);
  return undefined;
}

/** A new secret for an app. Until the app was tried nothing asks for it. */
export async function startTotp(ctx: Ctx, keys: TenantKeys, staffId: string): Promise<{ secret: string }> {
  const person = await lockedPerson(ctx, staffId);
  if (hasSecondFactor(person)) {
    throw new Refusal("conflict", "There is a second factor already; take it away first, with a code of it.");
  }
  const secret = newTotpSecret();
  const sealed = keys.strangers.seal(totpLabel(staffId), secret.toString("base64"));
  await updateTotp(ctx, staffId, { sealed, confirmedAt: undefined, step: 0, failures: 0, lockedUntil: undefined });
  return { secret: base32(secret) };
}

/** The app was tried: from now on every sign-in asks for it. False when the code is wrong, which is counted. */
export async function confirmTotp(ctx: Ctx, keys: TenantKeys, asked: TotpProof): Promise<boolean> {
  const { staffId, code, nowMs } = asked;
  const person = await lockedPerson(ctx, staffId);
  if (person.totp === undefined) throw new Refusal("conflict", "No second factor was begun.");
  return takeTotp(ctx, keys, { person, totp: person.totp, code, nowMs });
}

/** Takes the second factor away from oneself, by a code of it. False when the code is wrong, which is counted. */
export async function endTotp(ctx: Ctx, keys: TenantKeys, asked: TotpProof): Promise<boolean> {
  const isShown = await confirmTotp(ctx, keys, asked);
  if (isShown) await updateTotp(ctx, asked.staffId, undefined);
  return isShown;
}

export type TotpProof = { readonly staffId: string; readonly code: string; readonly nowMs: number };

type Shown = { readonly person: StoredStaff; readonly totp: StoredTotp; readonly code: string; readonly nowMs: number };

/** Whether the code is good; each is good once. What was wrong is counted, and after ten nothing is listened to. */
async function takeTotp(ctx: Ctx, keys: TenantKeys, { person, totp, code, nowMs }: Shown): Promise<boolean> {
  if (totp.lockedUntil !== undefined && nowMs < totp.lockedUntil) {
    const retryAfterSeconds = Math.ceil((totp.lockedUntil - nowMs) / 1_000);
    throw new Refusal("too_many", "Too many wrong codes of the app; wait a while.", { retryAfterSeconds });
  }
  const secret = Buffer.from(keys.strangers.open(totpLabel(person.id), totp.sealed), "base64");
  const step = totpStepOf(secret, code, totp.step, nowMs);
  if (step !== undefined) {
    const confirmedAt = totp.confirmedAt ?? nowMs;
    await updateTotp(ctx, person.id, { ...totp, confirmedAt, step, failures: 0, lockedUntil: undefined });
    return true;
  }
  const failures = totp.failures + 1;
  const isLocked = failures >= TOTP_FAILURES_MAX;
  const after = { failures: isLocked ? 0 : failures, lockedUntil: isLocked ? nowMs + TOTP_LOCK_MS : undefined };
  await updateTotp(ctx, person.id, { ...totp, ...after });
  return false;
}

/** The person first, then the session: whoever removes a person takes them in the same order. */
async function lockStaffOf(ctx: Ctx, sessionId: string): Promise<StoredStaff | undefined> {
  const session = await findSession(ctx, sessionId);
  return session === undefined ? undefined : lockStaff(ctx, session.staffId);
}

async function lockedPerson(ctx: Ctx, staffId: string): Promise<StoredStaff> {
  const person = await lockStaff(ctx, staffId);
  if (person === undefined) throw new Refusal("not_found", "Nobody with this id works here.");
  return person;
}

/** A code is one person's: under another's id its HMAC is another. */
function hmacOf(keys: TenantKeys, staffId: string, code: string): Buffer {
  return keys.blindIndex("sign_in", `${staffId} ${code}`);
}

function totpLabel(staffId: string): string {
  return `totp ${staffId}`;
}
