// Passkeys of staff: who has the device and is known to it comes in, without a code or an app. A challenge is good
// once, in the browser that asked for it; the device must have recognised its owner. See docs/decisions/0037.
import { hash, randomInt } from "node:crypto";
import type { NewPasskey, PasskeySignIn } from "@fedele/sdk/schemas/passkey.ts";
import { PASSKEYS_MAX } from "@fedele/sdk/schemas/passkey.ts";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { Ctx } from "../../platform/database/transaction.ts";
import { BUCKETS, newId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { TenantKeys } from "../../platform/sealing.ts";
import { type OpenSession, openSession } from "./sessions.ts";
import { contactOf } from "./staff.ts";
import * as store from "./store/passkeys.ts";
import { lockStaff } from "./store/staff.ts";
import { getTenant } from "./tenants.ts";

export type { StoredPasskey } from "./store/passkeys.ts";

/** Where a passkey is good: the name of the place, and its whole address. */
export type PasskeyPlace = Readonly<{ rpId: string; origin: string }>;
export type GivenChallenge = Readonly<{ challenge: string; expiresAt: number }>;

type Asked = Readonly<{ place: PasskeyPlace; given: GivenChallenge; nowMs: number }>;

/** What a browser needs to make a passkey for somebody of the staff. */
export async function registrationOptions(
  ctx: Ctx,
  keys: TenantKeys,
  asked: { staffId: string; challenge: string; place: PasskeyPlace },
) {
  const person = await lockStaff(ctx, asked.staffId);
  if (person === undefined) throw new Refusal("not_found", "Nobody with this id works here.");
  const known = await store.listPasskeys(ctx, asked.staffId);
  refuseTooMany(known.length);
  const { name, email } = contactOf(keys, person);
  return generateRegistrationOptions({
    rpName: (await getTenant(ctx)).name,
    rpID: asked.place.rpId,
    userName: email,
    userDisplayName: name,
    userID: handleOf(ctx.tenantId, asked.staffId),
    challenge: bytesOf(asked.challenge),
    attestationType: "none",
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId.toString("base64url") })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** What a browser needs to ask for a passkey of anybody's. */
export function signInOptions(challenge: string, { rpId }: PasskeyPlace) {
  return generateAuthenticationOptions({
    rpID: rpId,
    challenge: bytesOf(challenge),
    userVerification: "required",
    allowCredentials: [],
  });
}

export async function addPasskey(
  ctx: Ctx,
  keys: TenantKeys,
  asked: Asked & { staffId: string; body: NewPasskey },
): Promise<store.StoredPasskey> {
  const { staffId, body, place, given, nowMs } = asked;
  await lockStaff(ctx, staffId);
  await takeChallenge(ctx, given, nowMs);
  refuseTooMany((await store.listPasskeys(ctx, staffId)).length);
  const { id: credential, response } = body.credential;
  const { attestationObject, clientDataJSON } = response;
  const verified = await verifyRegistrationResponse({
    response: { ...asAnswer(credential), response: { attestationObject, clientDataJSON } },
    expectedChallenge: given.challenge,
    expectedOrigin: place.origin,
    expectedRPID: place.rpId,
    requireUserVerification: true,
  }).catch(notVerified);
  if (verified?.verified !== true) throw notThis();
  const { id: credentialId, publicKey, counter } = verified.registrationInfo.credential;
  const id = newId(nowMs, randomInt(BUCKETS));
  const passkey: store.StoredPasskey = {
    id,
    staffId,
    credentialId: Buffer.from(credentialId, "base64url"),
    publicKey: Buffer.from(publicKey),
    counter,
    sealedName: keys.strangers.seal(labelOf(id), body.name),
    createdAt: nowMs,
    usedAt: null,
  };
  if (await store.insertPasskey(ctx, passkey)) return passkey;
  throw new Refusal("conflict", "This passkey is known here already.");
}

/** A session by a passkey, which is both factors in one; undefined where it is not the one. */
export async function signInByPasskey(
  ctx: Ctx,
  asked: Asked & { staffId: string; credential: PasskeySignIn["credential"] },
): Promise<OpenSession | undefined> {
  const { place, given, nowMs, credential, staffId } = asked;
  await takeChallenge(ctx, given, nowMs);
  const passkey = await store.lockPasskey(ctx, Buffer.from(credential.id, "base64url"));
  if (passkey === undefined || passkey.staffId !== staffId) return undefined;
  const { authenticatorData, clientDataJSON, signature } = credential.response;
  const verified = await verifyAuthenticationResponse({
    response: { ...asAnswer(credential.id), response: { authenticatorData, clientDataJSON, signature } },
    expectedChallenge: given.challenge,
    expectedOrigin: place.origin,
    expectedRPID: place.rpId,
    requireUserVerification: true,
    credential: {
      id: credential.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
    },
  }).catch(notVerified);
  if (verified?.verified !== true) return undefined;
  await store.savePasskeyUse(ctx, { id: passkey.id, counter: verified.authenticationInfo.newCounter, nowMs });
  return openSession(ctx, { staffId, isPending: false, nowMs });
}

export const listPasskeys = store.listPasskeys;

/** One that is gone already is as good as gone. */
export async function revokePasskey(ctx: Ctx, staffId: string, id: string, nowMs: number): Promise<void> {
  if ((await store.revokePasskeys(ctx, { staffId, id, nowMs })) === 1) return;
  throw new Refusal("not_found", "You have no passkey with this id.");
}

export function nameOfPasskey(keys: TenantKeys, { id, sealedName }: store.StoredPasskey): string {
  return keys.strangers.open(labelOf(id), sealedName);
}

/** Whose passkey a browser says it is: the tenant, then the person; nothing that names anybody. */
export function ownerIn(userHandle: string): { tenantId: string; staffId: string } | undefined {
  const hex = Buffer.from(userHandle, "base64url").toString("hex");
  if (!/^[0-9a-f]{64}$/.test(hex)) return undefined;
  return { tenantId: uuidOf(hex.slice(0, 32)), staffId: uuidOf(hex.slice(32)) };
}

export function notThis(): Refusal {
  return new Refusal("unauthenticated", "This passkey is not known here, or it took too long; try again.");
}

function handleOf(tenantId: string, staffId: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(`${tenantId}${staffId}`.replaceAll("-", ""), "hex"));
}

function uuidOf(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function bytesOf(challenge: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(challenge, "base64url"));
}

function asAnswer(id: string) {
  return { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} };
}

/** Whatever is wrong with what a browser answered, it is no passkey of ours; what it was is nobody's to know. */
function notVerified(): undefined {
  return undefined;
}

function labelOf(id: string): string {
  return `passkey ${id}`;
}

function refuseTooMany(count: number): void {
  if (count < PASSKEYS_MAX) return;
  throw new Refusal("conflict", `There are ${PASSKEYS_MAX} passkeys already; remove one first.`);
}

async function takeChallenge(ctx: Ctx, { challenge, expiresAt }: GivenChallenge, nowMs: number): Promise<void> {
  const isFirst = await store.useChallenge(ctx, { hash: hash("sha256", challenge, "buffer"), expiresAt, nowMs });
  if (!isFirst) throw notThis();
}
