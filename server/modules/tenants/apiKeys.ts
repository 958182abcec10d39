// Keys that programs call with. What is stored of a secret cannot be turned back into it.
import { randomInt } from "node:crypto";
import type { Scope } from "@fedele/sdk/schemas/apiKey.ts";
import { actorText } from "../../platform/actor.ts";
import { hashOfSecret, newSecret, writeKey } from "../../platform/apiKeys.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import type { FindKey } from "../../platform/http/keyCache.ts";
import type { PageStart } from "../../platform/http/pages.ts";
import { BUCKETS, newId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { StoredApiKey } from "./store.ts";
import * as store from "./store.ts";

export type { StoredApiKey } from "./store.ts";

/** An id for a key that is about to be made. */
export function newKeyId(nowMs: number): string {
  return newId(nowMs, randomInt(BUCKETS));
}

/** Makes a key and returns it as it is called with: the only time that it is known. */
export async function createApiKey(
  ctx: Ctx,
  asked: { readonly id?: string; readonly name: string; readonly scopes: readonly Scope[] },
): Promise<{ id: string; secret: string }> {
  const id = asked.id ?? newKeyId(ctx.now);
  const secret = newSecret();
  await store.insertApiKey(ctx, { id, name: asked.name, scopes: asked.scopes, secretHash: hashOfSecret(secret) });
  return { id, secret: writeKey("api_key", ctx.tenantId, id, secret) };
}

export async function getApiKey(ctx: Ctx, id: string): Promise<StoredApiKey> {
  const key = await store.findApiKey(ctx, id);
  if (key === undefined) throw noSuchKey();
  return key;
}

export function listApiKeys(ctx: Ctx, page: PageStart<string>): Promise<StoredApiKey[]> {
  return store.listApiKeys(ctx, page);
}

/** A revoked key never works again. Revoking it twice is no mistake. */
export async function revokeApiKey(ctx: Ctx, id: string): Promise<void> {
  if (!(await store.revokeApiKey(ctx, id))) throw noSuchKey();
}

/** How the edge finds who is calling. */
export function findKey(db: Database, clock: Clock): FindKey {
  return (tenantId, keyId) =>
    inTransaction(db, { tenantId, now: clock.now(), actor: "system" }, async (ctx) => {
      const found = await store.findLiveKey(ctx, keyId);
      if (found === undefined) return undefined;
      const { tenant, scopes, secretHash } = found;
      const actor = actorText({ kind: "api_key", id: keyId });
      const caller = { tenantId, keyId, actor, scopes: new Set(scopes), tenant };
      return { caller, secretHash };
    });
}

function noSuchKey(): Refusal {
  return new Refusal("not_found", "There is no API key with this id.");
}
