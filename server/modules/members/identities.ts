// What finds a member. A value belongs to one member of a tenant at most; it is stored sealed and found by a keyed
// hash, so that a stolen table tells nobody's address.
import type { IdentityKind } from "@fedele/sdk/schemas/member.ts";
import { identityKinds } from "@fedele/sdk/schemas/member.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { MemberKey, Sealer, TenantKeys } from "../../platform/sealing.ts";
import type { IdentityValue } from "./identityValues.ts";
import type { Lookup, OwnedLookup, SealedIdentity } from "./store/identities.ts";
import * as store from "./store/identities.ts";

export type Identity = {
  readonly memberId: string;
  readonly kind: IdentityKind;
  readonly valueHash: Buffer;
  readonly value: string;
  readonly verifiedAt: number | undefined;
  readonly createdAt: number;
};

/** Found members remembered by this process, by tenant and hash. 100,000 take about 20 MB. */
export const FOUND_MAX = 100_000;
/** How long a removal made by another process may go unnoticed. One made here is noticed at once. */
export const FOUND_MS = 10_000;

type Found = { readonly memberId: string; readonly at: number };
const found = new Map<string, Found>();

/**
 * The members that these identities find, in their order; undefined where there is none. One statement at most,
 * none when all were found a moment ago. A member's id never changes its bucket, so it may be remembered.
 */
export async function findMembersByIdentity(
  ctx: Ctx,
  sealer: Sealer,
  identities: readonly IdentityValue[],
): Promise<(string | undefined)[]> {
  const keys = await sealer.keysOf(ctx);
  const lookups = identities.map((identity) => lookupOf(keys, identity));
  const missing = lookups.filter((lookup) => remembered(ctx, lookup) === undefined);
  const fetched = missing.length === 0 ? [] : await store.findLookups(ctx, missing);
  const byPlace = new Map(fetched.map((owned) => [placeOf(ctx, owned), owned.memberId]));
  for (const [place, memberId] of byPlace) remember(place, memberId, ctx.now);
  return lookups.map((lookup) => byPlace.get(placeOf(ctx, lookup)) ?? remembered(ctx, lookup));
}

/** Where an identity is looked up. */
export function lookupOf(keys: TenantKeys, { kind, value }: IdentityValue): Lookup {
  return { kind, valueHash: keys.blindIndex("identity", `${kind} ${value}`) };
}

/** An identity as it is stored. */
export function sealed(
  lookup: OwnedLookup,
  identity: { readonly key: MemberKey; readonly value: string; readonly verifiedAt: number | undefined; at: number },
): SealedIdentity {
  const valueSealed = identity.key.seal(labelOf(lookup), identity.value);
  return { ...lookup, valueSealed, verifiedAt: identity.verifiedAt, createdAt: identity.at };
}

export function opened(identity: SealedIdentity, key: MemberKey): Identity {
  const { memberId, kind, valueHash, verifiedAt, createdAt } = identity;
  const value = key.open(labelOf(identity), identity.valueSealed);
  return { memberId, kind, valueHash, value, verifiedAt, createdAt };
}

/** The hash stands in it, so that one identity's value cannot be put in another's place. */
function labelOf({ kind, valueHash }: Lookup): string {
  return `identity ${kind} ${valueHash.toString("base64url")}`;
}

/** Gives a member another identity; one that the member already has is returned as it is. */
export async function addIdentity(ctx: Ctx, identity: SealedIdentity): Promise<SealedIdentity> {
  const [claimed] = await store.claimLookups(ctx, [identity]);
  if (claimed !== undefined) {
    await store.insertIdentities(ctx, [identity]);
    return identity;
  }
  const own = await findIdentity(ctx, identity);
  if (own === undefined) throw taken(identity.kind);
  return own;
}

export async function findIdentity(ctx: Ctx, wanted: OwnedLookup): Promise<SealedIdentity | undefined> {
  const all = await store.findIdentities(ctx, [wanted.memberId]);
  return all.find(({ kind, valueHash }) => kind === wanted.kind && valueHash.equals(wanted.valueHash));
}

export async function verifyIdentity(
  ctx: Ctx,
  identity: OwnedLookup,
  verifiedAt: number | undefined,
): Promise<SealedIdentity> {
  const changed = await store.updateVerified(ctx, identity, verifiedAt);
  if (changed === undefined) throw noSuchIdentity();
  return changed;
}

/** The value is free for another member afterwards. Returns what to call once that is committed. */
export async function removeIdentity(ctx: Ctx, identity: OwnedLookup): Promise<() => void> {
  if (!(await store.deleteIdentity(ctx, identity))) throw noSuchIdentity();
  await store.deleteLookups(ctx, [identity]);
  const place = placeOf(ctx, identity);
  return () => found.delete(place);
}

/** This process no longer remembers whose these are. To be called once their removal is committed. */
export function forgetLookups(ctx: Pick<Ctx, "tenantId">, lookups: readonly Lookup[]): void {
  for (const lookup of lookups) found.delete(placeOf(ctx, lookup));
}

/** `email_3q2-7w…`: the kind and the hash, which is no secret and no address. */
export function writeIdentityId({ kind, valueHash }: Lookup): string {
  return `${kind}_${valueHash.toString("base64url")}`;
}

export function readIdentityId(text: string): Lookup {
  const [word, hash] = splitOnce(text);
  const kind = identityKinds.find((candidate) => candidate === word);
  const valueHash = Buffer.from(hash, "base64url");
  if (kind === undefined || valueHash.length !== 32) throw noSuchIdentity();
  return { kind, valueHash };
}

/** Never says whose it is: who asks may be guessing. */
export function taken(kind: IdentityKind): Refusal {
  const words = { email: "e-mail address", phone: "phone number", qr: "QR code", number: "number", card: "card" };
  return new Refusal("conflict", `This ${words[kind]} belongs to a member already.`, { field: "identities" });
}

function noSuchIdentity(): Refusal {
  return new Refusal("not_found", "The member has no such identity.");
}

function splitOnce(text: string): [string, string] {
  const at = text.indexOf("_");
  return [text.slice(0, at), text.slice(at + 1)];
}

function placeOf(ctx: Pick<Ctx, "tenantId">, { kind, valueHash }: Lookup): string {
  return `${ctx.tenantId} ${kind} ${valueHash.toString("latin1")}`;
}

function remembered(ctx: Ctx, lookup: Lookup): string | undefined {
  const known = found.get(placeOf(ctx, lookup));
  return known !== undefined && Math.abs(ctx.now - known.at) < FOUND_MS ? known.memberId : undefined;
}

/** The oldest makes room: a Map keeps the order in which it was filled. */
function remember(place: string, memberId: string, now: number): void {
  found.delete(place);
  found.set(place, { memberId, at: now });
  if (found.size <= FOUND_MAX) return;
  const [oldest] = found.keys();
  if (oldest !== undefined) found.delete(oldest);
}
