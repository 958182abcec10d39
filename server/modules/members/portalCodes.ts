// Six digits that prove something: that a contact is whoever's who asks, that an account may be closed. What a code is
// for is part of it, so that one for signing in opens nothing else. By the wall clock.
import { randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import type { Database } from "../../platform/database/database.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { TenantKeys } from "../../platform/sealing.ts";
import * as store from "./store/portalCodes.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
export const CODE_MINUTES = 10;
/** Wrong codes until the code is burned, and codes a contact gets in a day: at most fifty guesses of a million. */
export const CODE_TRIES_MAX = 5;
export const CODES_A_DAY = 10;
/** Messages to phones that a tenant's portal writes in a day: each will cost money. */
export const PHONE_CODES_A_DAY = 1_000;

/** What a code proves, in words that nobody sees; two things that differ in anything have two codes. */
export type About = string;

/** A new code, which makes the one before worthless; undefined when too many were asked for today. */
export async function newCode(ctx: Ctx, keys: TenantKeys, about: About, nowMs: number): Promise<string | undefined> {
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const isNew = await store.replaceCode(ctx, {
    aboutHash: hashOf(keys, about),
    hmac: hmacOf(keys, about, code),
    expiresAt: nowMs + CODE_MINUTES * MINUTE_MS,
    nowMs,
    dayAgo: nowMs - DAY_MS,
    askedMax: CODES_A_DAY,
  });
  return isNew ? code : undefined;
}

/** Whether this is the code. Its try is counted all the same, so the caller commits before refusing. */
export async function isCode(
  ctx: Ctx,
  keys: TenantKeys,
  shown: Readonly<{ about: About; code: string; nowMs: number }>,
): Promise<boolean> {
  const { about, code, nowMs } = shown;
  const expected = await store.takeTry(ctx, { aboutHash: hashOf(keys, about), nowMs, triesMax: CODE_TRIES_MAX });
  return expected !== undefined && timingSafeEqual(expected, hmacOf(keys, about, code));
}

/** It proved what it was for, and is good for nothing more. */
export function burnCode(ctx: Ctx, keys: TenantKeys, about: About, nowMs: number): Promise<void> {
  return store.burnCode(ctx, hashOf(keys, about), nowMs);
}

/** Counts a message to a phone; false when the tenant has written as many as a day allows. */
export function takePhoneMessage(ctx: Ctx, keys: TenantKeys, nowMs: number): Promise<boolean> {
  return store.replaceCode(ctx, {
    aboutHash: hashOf(keys, "messages to phones"),
    hmac: randomBytes(32),
    expiresAt: nowMs,
    nowMs,
    dayAgo: nowMs - DAY_MS,
    askedMax: PHONE_CODES_A_DAY,
  });
}

/** How many tenants write to no more phones today, for the operator's metrics. */
export function countSpentTenants(db: Database, nowMs: number): Promise<number> {
  return store.countSpent(db, { fromMs: nowMs - DAY_MS, askedMax: PHONE_CODES_A_DAY });
}

/** Forgets codes of days that are over. Returns how many. */
export function sweepCodes(db: Database, nowMs: number): Promise<number> {
  return store.deleteCodes(db, nowMs - DAY_MS);
}

export function wrongCode(field = "code"): Refusal {
  return new Refusal("unauthenticated", "This code is wrong or no longer good; ask for a new one.", { field });
}

function hashOf(keys: TenantKeys, about: About): Buffer {
  return keys.blindIndex("portal code", `about ${about}`);
}

function hmacOf(keys: TenantKeys, about: About, code: string): Buffer {
  return keys.blindIndex("portal code", `code ${code} ${about}`);
}
