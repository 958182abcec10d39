// What a till's device signs by while there is no network. The first device that registers is the till's for good: a
// browser that has lost its key gets another till's key, and whoever steals one cannot put a device of their own in.
import { createPublicKey, verify } from "node:crypto";
import type { Ctx } from "../../platform/database/transaction.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { TillDevice } from "./store/tillDevices.ts";
import { findDevice, insertDevice } from "./store/tillDevices.ts";
import { getTillKey } from "./tillKeys.ts";

export type { TillDevice } from "./store/tillDevices.ts";

/** Registering the same key again is no mistake; another one is refused. */
export async function registerDevice(ctx: Ctx, tillKeyId: string, publicKey: string): Promise<TillDevice> {
  const { revokedAt } = await getTillKey(ctx, tillKeyId);
  if (revokedAt !== undefined) throw new Refusal("conflict", "This till's key is revoked; make a new one.");
  const device = { tillKeyId, publicKey: Buffer.from(publicKey, "base64url"), registeredAt: ctx.now };
  if (keyFrom(device.publicKey) === null) {
    throw invalid("publicKey", "This is no point on the curve P-256; export the key as WebCrypto's raw form.");
  }
  if (await insertDevice(ctx, device)) return device;
  const known = await getDevice(ctx, tillKeyId);
  if (known.publicKey.equals(device.publicKey)) return known;
  throw new Refusal("conflict", "Another device is registered for this till; make a new key of a till for this one.");
}

export async function getDevice(ctx: Ctx, tillKeyId: string): Promise<TillDevice> {
  await getTillKey(ctx, tillKeyId);
  const device = await findDevice(ctx, tillKeyId);
  if (device === undefined) throw new Refusal("not_found", "This till has registered no device.");
  return device;
}

/** Whether the device signed exactly this text: ECDSA on P-256 with SHA-256, as WebCrypto writes it. */
export function isSignedBy({ publicKey }: TillDevice, text: string, signature: string): boolean {
  const key = keyFrom(publicKey);
  if (key === null) return false;
  const signed = Buffer.from(signature, "base64url");
  return verify("sha256", Buffer.from(text), { key, dsaEncoding: "ieee-p1363" }, signed);
}

/** Null for what is no point on the curve. */
function keyFrom(raw: Buffer): ReturnType<typeof createPublicKey> | null {
  const part = (from: number): string => raw.subarray(from, from + 32).toString("base64url");
  try {
    return createPublicKey({ key: { kty: "EC", crv: "P-256", x: part(1), y: part(33) }, format: "jwk" });
  } catch {
    return null;
  }
}
