// An API key as text: fed_<tenant><key id><secret>. It carries the tenant's id, because nothing may be looked up
// before the tenant is known; only the SHA-256 of its secret is stored.
import { hash, randomBytes } from "node:crypto";
import { fromTypeId, toTypeId } from "./ids.ts";

export const SECRET_BYTES = 32;

const WRITTEN = /^fed_([0-7][0-9a-hjkmnp-tv-z]{25})([0-7][0-9a-hjkmnp-tv-z]{25})([A-Za-z0-9_-]{43})$/;

/** The parts of a key as written; ids still in their letters, so that a look-up in a cache needs no conversion. */
export type WrittenKey = { readonly tenant: string; readonly key: string; readonly secret: string };

/** Undefined for what cannot be a key. */
export function readKey(text: string): WrittenKey | undefined {
  const [, tenant, key, secret] = WRITTEN.exec(text) ?? [];
  return tenant === undefined || key === undefined || secret === undefined ? undefined : { tenant, key, secret };
}

export function writeKey(tenantId: string, keyId: string, secret: string): string {
  return `fed_${lettersOf(tenantId)}${lettersOf(keyId)}${secret}`;
}

/** The 26 letters of an id without its prefix. */
export function lettersOf(id: string): string {
  return toTypeId("key", id).slice(4);
}

/** The UUID that 26 letters stand for. */
export function idOfLetters(letters: string): string {
  return fromTypeId("key", `key_${letters}`);
}

export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** A secret of 32 random bytes needs no slow hash: there is nothing to guess. */
export function hashOfSecret(secret: string): Buffer {
  return hash("sha256", secret, "buffer");
}
