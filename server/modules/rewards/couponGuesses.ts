// Who tries codes that cannot be used. Each miss is counted, in the database, so that a restart forgives nobody: for
// the member, for where the code was typed, for the API key and for the tenant. Behind the API the caller is a shop's
// own server, which speaks for many: a key and a tenant may miss far more than one person.
import type { Database } from "../../platform/database/database.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketWithin, hashOf, newId } from "../../platform/ids.ts";
import { emit } from "../../platform/outbox.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { TenantKeys } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { countGuessed, countMisses, deleteMisses, findMisses, type Subject } from "./store/couponMisses.ts";

const HOUR_MS = 3_600_000;
/** How many misses an hour are listened to. */
export const MISSES_MAX = { member: 10, origin: 20, key: 1_000, tenant: 3_000 } as const;
/** More than this of one tenant within an hour, and somebody should look. */
export const ALARM_MISSES = 20;

const TENANT = "tenant";
/** How long counts are kept that nobody asks for any more. */
const KEPT_MS = 24 * HOUR_MS;

export type Guesser = Readonly<{ tenant: Tenant; memberId: string | null; origin: string | null }>;

/** All who are counted when this one misses. An origin may be an address: only its keyed hash is written down. */
export function subjectsOf(ctx: Ctx, keys: TenantKeys, { tenant, memberId, origin }: Guesser): Subject[] {
  const named = [
    TENANT,
    `key ${ctx.actor}`,
    ...(memberId === null ? [] : [`member ${memberId}`]),
    ...(origin === null ? [] : [`origin ${keys.blindIndex("coupon origin", origin).toString("base64url")}`]),
  ];
  return named.map((subject) => ({ subject, bucket: bucketWithin(tenant.id, tenant.bucketSpan, hashOf(subject)) }));
}

/** Refuses whoever has missed too often, whatever the code. */
export async function refuseGuessers(ctx: Ctx, subjects: readonly Subject[]): Promise<void> {
  const counts = await findMisses(ctx, subjects, HOUR_MS);
  const spent = counts.filter(({ subject, misses }) => misses >= limitOf(subject));
  if (spent.length === 0) return;
  const until = Math.max(...spent.map(({ since }) => since + HOUR_MS));
  const retryAfterSeconds = Math.max(1, Math.ceil((until - ctx.now) / 1000));
  throw new Refusal("too_many", "Too many codes were tried that cannot be used; wait before trying another.", {
    retryAfterSeconds,
  });
}

function limitOf(subject: string): number {
  if (subject.startsWith("member ")) return MISSES_MAX.member;
  if (subject.startsWith("origin ")) return MISSES_MAX.origin;
  return subject === TENANT ? MISSES_MAX.tenant : MISSES_MAX.key;
}

/** Counts a miss. The first of an hour that is one too many for the tenant is told. */
export async function countMiss(ctx: Ctx, tenant: Tenant, subjects: readonly Subject[]): Promise<void> {
  const counts = await countMisses(ctx, subjects, HOUR_MS);
  const ofTenant = counts.find(({ subject }) => subject === TENANT);
  if (ofTenant?.misses !== ALARM_MISSES + 1) return;
  const bucket = bucketWithin(tenant.id, tenant.bucketSpan, 0);
  const data = { misses: ofTenant.misses, since: new Date(ofTenant.since).toISOString() };
  // It is about no member: it goes by the tenant's own id.
  const about = { bucket, memberId: tenant.id, at: ctx.now };
  await emit(ctx, [{ id: newId(ctx.now, bucket), type: "coupon.guessing_suspected", ...about, data }]);
}

/** Forgets counts of hours that are long over. Returns how many. */
export function sweepCouponMisses(db: Database, nowMs: number): Promise<number> {
  return deleteMisses(db, nowMs - KEPT_MS);
}

/** How many tenants' coupons are being guessed at, for the operator's metrics. */
export function countGuessedTenants(db: Database, nowMs: number): Promise<number> {
  return countGuessed(db, { subject: TENANT, misses: ALARM_MISSES, afterMs: nowMs - HOUR_MS });
}
