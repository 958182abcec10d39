// A client may send the same request again and gets the same result once. The key is claimed in the transaction of
// the effect: if that is refused or lost, so is the claim, and the key is as good as new.
import type { Database } from "./database/database.ts";
import type { Ctx } from "./database/transaction.ts";
import { timeText } from "./database/values.ts";
import { bucketWithin, hashOf } from "./ids.ts";
import { Refusal } from "./refusal.ts";

export const KEY_KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

export type Claim = {
  /** The tenant's. */
  readonly bucketSpan: number;
  /** The route's operationId: the same key may be used for another operation. */
  readonly operation: string;
  readonly key: string;
  /** What was asked for: see `requestHmac`. */
  readonly bodyHmac: Buffer;
  /** The id of what will come of it if the claim is fresh. */
  readonly resourceId: string;
  /** By the wall clock: how long a request may be repeated has nothing to do with a tenant's own time. */
  readonly madeAtMs?: number;
};

/** Fresh: do it. Replay: it was done; answer from `resourceId`. Conflict: the key was used for something else. */
export type Claimed =
  | { readonly state: "fresh" }
  | { readonly state: "replay"; readonly resourceId: string }
  | { readonly state: "conflict" };

type StoredClaim = { operation: string; key: string; body_hmac: Buffer; resource_id: string };

/**
 * Claims many keys by one statement, two when some were used before. The row is the lock: who comes second waits for
 * the first one's transaction. Sorted, so that two batches with the same keys cannot wait for each other.
 */
export async function claimKeys(ctx: Ctx, claims: readonly Claim[]): Promise<Claimed[]> {
  const placed = claims.map((claim) => ({ ...claim, bucket: bucketOfClaim(ctx.tenantId, claim) }));
  const sorted = placed.toSorted(byPlace);
  const inserted = await ctx.query<{ resource_id: string }>(
    `insert into idempotency_keys (bucket, tenant_id, operation, key, body_hmac, resource_id, created_at)
     select bucket, $1, operation, key, body_hmac, resource_id, created_at
     from unnest($2::smallint[], $3::text[], $4::text[], $5::bytea[], $6::uuid[], $7::timestamptz[])
       as claim (bucket, operation, key, body_hmac, resource_id, created_at)
     on conflict do nothing
     returning resource_id`,
    [
      ctx.tenantId,
      sorted.map((claim) => claim.bucket),
      sorted.map((claim) => claim.operation),
      sorted.map((claim) => claim.key),
      sorted.map((claim) => claim.bodyHmac),
      sorted.map((claim) => claim.resourceId),
      sorted.map(({ madeAtMs = ctx.now }) => timeText(madeAtMs)),
    ],
  );
  const fresh = new Set(inserted.map((row) => row.resource_id));
  const used = placed.filter((claim) => !fresh.has(claim.resourceId));
  const stored = used.length === 0 ? new Map<string, StoredClaim>() : await findClaims(ctx, used);
  return placed.map((claim) => (fresh.has(claim.resourceId) ? { state: "fresh" } : judged(claim, stored)));
}

/** Frees the keys of what was refused within a batch: it may be asked again. */
export async function releaseKeys(ctx: Ctx, claims: readonly Claim[]): Promise<void> {
  const sorted = claims.map((claim) => ({ ...claim, bucket: bucketOfClaim(ctx.tenantId, claim) })).toSorted(byPlace);
  await ctx.query(
    `delete from idempotency_keys k
     using unnest($2::smallint[], $3::text[], $4::text[]) as claim (bucket, operation, key)
     where k.bucket = claim.bucket and k.tenant_id = $1 and k.operation = claim.operation and k.key = claim.key`,
    [
      ctx.tenantId,
      sorted.map((claim) => claim.bucket),
      sorted.map((claim) => claim.operation),
      sorted.map((claim) => claim.key),
    ],
  );
}

/** Claims one key, or refuses it when it was used for something else. */
export async function claimKey(ctx: Ctx, claim: Claim): Promise<Exclude<Claimed, { state: "conflict" }>> {
  const [claimed] = await claimKeys(ctx, [claim]);
  if (claimed === undefined || claimed.state === "conflict") throw usedForAnother();
  if (claimed.state === "replay") ctx.trail?.repeated();
  return claimed;
}

/** The refusal of a key that was used for another request. */
export function usedForAnother(): Refusal {
  return new Refusal("conflict", "This Idempotency-Key was used for another request; take a new one.", {
    field: "idempotency-key",
  });
}

/** Deletes the keys that nobody may repeat any more; returns how many. */
export async function sweepKeys(db: Database, nowMs: number): Promise<number> {
  const before = new Date(nowMs - KEY_KEPT_DAYS * DAY_MS).toISOString();
  const { rowCount } = await db.maintenance.query(
    "/* scatter: old keys of every tenant and bucket */ delete from idempotency_keys where created_at < $1",
    [before],
  );
  return rowCount ?? 0;
}

async function findClaims(
  ctx: Ctx,
  claims: readonly (Claim & { bucket: number })[],
): Promise<Map<string, StoredClaim>> {
  const rows = await ctx.query<StoredClaim>(
    `select stored.operation, stored.key, stored.body_hmac, stored.resource_id
     from unnest($2::smallint[], $3::text[], $4::text[]) as claim (bucket, operation, key)
     join idempotency_keys as stored
       on stored.bucket = claim.bucket and stored.tenant_id = $1
      and stored.operation = claim.operation and stored.key = claim.key`,
    [
      ctx.tenantId,
      claims.map((claim) => claim.bucket),
      claims.map((claim) => claim.operation),
      claims.map((claim) => claim.key),
    ],
  );
  return new Map(rows.map((row) => [placeOf(row), row]));
}

function judged(claim: Claim, stored: ReadonlyMap<string, StoredClaim>): Claimed {
  const found = stored.get(placeOf(claim));
  if (found === undefined) throw new Error("an idempotency key was neither inserted nor found");
  return found.body_hmac.equals(claim.bodyHmac)
    ? { state: "replay", resourceId: found.resource_id }
    : { state: "conflict" };
}

function bucketOfClaim(tenantId: string, claim: Claim): number {
  return bucketWithin(tenantId, claim.bucketSpan, hashOf(placeOf(claim)));
}

function byPlace(a: Claim & { bucket: number }, b: Claim & { bucket: number }): number {
  return a.bucket - b.bucket || compare(a.operation, b.operation) || compare(a.key, b.key);
}

function placeOf({ operation, key }: { operation: string; key: string }): string {
  return `${operation} ${key}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
