// Keys of tills: each works on one device, for one place, and may do what a cashier may. Stolen, it gives nothing away
// that was not sold, and stops at once.
import { roleScopes } from "@fedele/sdk/schemas/role.ts";
import { actorText } from "../../platform/actor.ts";
import { hashOfSecret, newSecret, writeKey } from "../../platform/apiKeys.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import type { FindKey } from "../../platform/http/keyCache.ts";
import type { PageStart } from "../../platform/http/pages.ts";
import { Refusal } from "../../platform/refusal.ts";
import { getTenant } from "../tenants/tenants.ts";
import { getLocation } from "./places.ts";
import type { TillKey } from "./store/tillKeys.ts";
import * as store from "./store/tillKeys.ts";

export type { TillKey } from "./store/tillKeys.ts";

type NewTillKey = { readonly id: string; readonly name: string; readonly locationId: string; readonly device: string };

/** Makes a key and returns it as the till sends it: the only time that it is known. */
export async function createTillKey(ctx: Ctx, asked: NewTillKey): Promise<string> {
  await getLocation(ctx, asked.locationId);
  const secret = newSecret();
  await store.insertTillKey(ctx, {
    id: asked.id,
    name: asked.name,
    locationId: asked.locationId,
    deviceHash: hashOfSecret(asked.device),
    secretHash: hashOfSecret(secret),
  });
  return writeKey("till_key", ctx.tenantId, asked.id, secret);
}

export async function getTillKey(ctx: Ctx, id: string): Promise<TillKey> {
  const key = await store.findTillKey(ctx, id);
  if (key === undefined) throw noSuchTillKey();
  return key;
}

export function listTillKeys(ctx: Ctx, page: PageStart<string>): Promise<TillKey[]> {
  return store.listTillKeys(ctx, page);
}

/** How many tills a report can call by their names. */
const NAMED_MAX = 1_000;

/** What all tills are called, revoked ones too. */
export async function namesOfTills(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  return (await store.listTillKeys(ctx, { limit: NAMED_MAX, fetch: NAMED_MAX, after: undefined })).map(
    ({ id, name }) => ({ id, name }),
  );
}

/** A revoked key never works again. Revoking it twice is no mistake. */
export async function revokeTillKey(ctx: Ctx, id: string): Promise<void> {
  if (!(await store.revokeTillKey(ctx, id))) throw noSuchTillKey();
}

/** How the edge finds which till is calling. */
export function findTillKey(db: Database, clock: Clock): FindKey {
  return (tenantId, keyId) =>
    inTransaction(db, { tenantId, now: clock.now(), actor: "system" }, async (ctx) => {
      const found = await store.findLiveTillKey(ctx, keyId);
      if (found === undefined) return undefined;
      const tenant = await getTenant(ctx);
      if (tenant.removedAt !== undefined) return undefined;
      const { locationId, deviceHash, secretHash } = found;
      const actor = actorText({ kind: "till_key", id: keyId });
      const scopes = new Set(roleScopes.cashier);
      const caller = { tenantId, keyId, actor, scopes, tenant, till: { locationId } };
      return { caller, secretHash, deviceHash };
    });
}

function noSuchTillKey(): Refusal {
  return new Refusal("not_found", "There is no till key with this id.");
}
