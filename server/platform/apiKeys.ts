// What callers show, as text: fed_<tenant><id><secret>. It carries the tenant's id, because nothing may be looked up
// before the tenant is known; only the SHA-256 of its secret is stored.
import { hash, randomBytes } from "node:crypto";
import { fromTypeId, toTypeId } from "./ids.ts";

export const SECRET_BYTES = 32;

/**
 * What a program, a till, a browser of staff and one of a member show to be let in; and what an invited person, or a
 * member whom a till gave a link, shows to come in.
 */
export type KeyKind = "api_key" | "till_key" | "session" | "member_session" | "invitation" | "portal_link";

const prefixes = {
  api_key: "fed_",
  till_key: "fedtill_",
  session: "fedses_",
  member_session: "fedmem_",
  invitation: "fedinv_",
  portal_link: "fedlnk_",
} as const satisfies Record<KeyKind, string>;
const kinds: readonly KeyKind[] = ["api_key", "till_key", "session", "member_session", "invitation", "portal_link"];

const WRITTEN = /^(fed[a-z]*_)([0-7][0-9a-hjkmnp-tv-z]{25})([0-7][0-9a-hjkmnp-tv-z]{25})([A-Za-z0-9_-]{43})$/;

/** The parts of a key as written; ids still in their letters, so that a look-up in a cache needs no conversion. */
export type WrittenKey = {
  readonly kind: KeyKind;
  readonly tenant: string;
  readonly key: string;
  readonly secret: string;
};

/** Undefined for what cannot be a key. */
export function readKey(text: string): WrittenKey | undefined {
  const [, prefix, tenant, key, secret] = WRITTEN.exec(text) ?? [];
  const kind = kinds.find((one) => prefixes[one] === prefix);
  if (kind === undefined || tenant === undefined || key === undefined || secret === undefined) return undefined;
  return { kind, tenant, key, secret };
}

export function writeKey(kind: KeyKind, tenantId: string, keyId: string, secret: string): string {
  return `${prefixes[kind]}${lettersOf(tenantId)}${lettersOf(keyId)}${secret}`;
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
