// A demo's test clock: days pass in a moment, so that one sees points expire, tiers fall and parked returns give up.
// Domain time alone moves. Sessions, sign-in codes, signatures and what may be repeated stay on the wall clock.
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import { isFilling, type Tenant } from "../../platform/tenant.ts";
import * as store from "./store.ts";
import { getTenant } from "./tenants.ts";

/** How far ahead a demo can be: ten years. */
export const AHEAD_DAYS_MAX = 3_660;
const DAY_MS = 86_400_000;

/** Only forward: what was booked at a later time cannot be told to an earlier one. */
export async function moveClock(ctx: Ctx, byMs: number): Promise<Tenant> {
  const tenant = await getTenant(ctx);
  if (!tenant.isDemo) {
    throw new Refusal("forbidden", "This tenant is no demo; its time is everybody's and cannot be moved.");
  }
  if (isFilling(tenant)) {
    throw new Refusal("conflict", "What this demo tells is still coming in; its clock can be moved once it is whole.");
  }
  const moved = await store.moveClock(ctx, byMs, AHEAD_DAYS_MAX * DAY_MS);
  if (moved !== undefined) return moved;
  throw new Refusal("invalid", `A demo's clock goes forward, to at most ${AHEAD_DAYS_MAX} days ahead.`);
}
