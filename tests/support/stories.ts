// A story short enough for a test, and what came of it, by the numbers on the members' cards.
import { bottega } from "../../server/demo/bottega.ts";
import { type FillParts, fillStory } from "../../server/demo/filling.ts";
import { lifeOf } from "../../server/demo/lives.ts";
import { type Story, stepsOf } from "../../server/demo/story.ts";
import { readWallets } from "../../server/modules/ledger/statements.ts";
import { findMembersByIdentity } from "../../server/modules/members/identities.ts";
import { memberStanding } from "../../server/modules/programme/tiers.ts";
import { listIssuedRewards } from "../../server/modules/rewards/issuedRewards.ts";
import { createTenant, getTenant } from "../../server/modules/tenants/tenants.ts";
import type { Database } from "../../server/platform/database/database.ts";
import { inTransaction } from "../../server/platform/database/transaction.ts";
import { bucketOf } from "../../server/platform/ids.ts";
import { Refusal } from "../../server/platform/refusal.ts";
import type { Tenant } from "../../server/platform/tenant.ts";

/** Two cohorts, so that one ends and the next begins. */
export const shortStory: Story = { ...bottega, members: 40, cohort: 25, slices: 20, unhappyNow: 2 };
export const TOLD_AT = Date.parse("2026-03-02T15:00:00Z");
export const SEED = "a test";

export function newDemo(parts: FillParts, slug: string): Promise<Tenant> {
  const at = { name: shortStory.name, seed: SEED, toldAt: TOLD_AT, steps: stepsOf(shortStory) };
  return createTenant(parts, { ...shortStory.tenant, slug, story: at });
}

/** The tenant as it stands in the database now. */
export function fresh(db: Database, { id }: Tenant): Promise<Tenant> {
  return inTransaction(db, { tenantId: id, now: TOLD_AT, actor: "system" }, getTenant);
}

/** True when all of it is in. */
export async function fill(parts: FillParts, tenant: Tenant, signal = new AbortController().signal): Promise<boolean> {
  const pace = { rest: 0, signal };
  return fillStory(parts, { tenant: await fresh(parts.db, tenant), story: shortStory, pace });
}

/** Of each member what they have, where they stand, and what they took. */
export async function outcomeOf(parts: FillParts, tenant: Tenant): Promise<Record<string, unknown>> {
  const told = { story: shortStory, seed: SEED, nowMs: TOLD_AT };
  const numbers = Array.from({ length: shortStory.members }, (_, index) => lifeOf(told, index).person.number);
  const who = { tenantId: tenant.id, now: TOLD_AT, actor: "system" };
  return inTransaction(parts.db, who, async (ctx) => {
    const identities = numbers.map((value) => ({ kind: "number" as const, value }));
    const ids = await findMembersByIdentity(ctx, parts.sealer, identities);
    const outcomes: [string, unknown][] = [];
    for (const [index, number] of numbers.entries()) {
      const memberId = ids[index];
      if (memberId === undefined) continue;
      const key = { memberId, bucket: bucketOf(memberId) };
      const [wallets] = await readWallets(ctx, [{ ...key, zone: tenant.timezone }]);
      const { tier } = await memberStanding(ctx, key, tenant);
      const issued = await listIssuedRewards(ctx, key, { before: null, limit: 100 });
      outcomes.push([
        number,
        {
          points: wallets instanceof Refusal ? [] : wallets?.map(({ balance }) => balance),
          tier,
          taken: issued.map(({ status, createdAt }) => `${status} ${createdAt}`).sort(),
        },
      ]);
    }
    return Object.fromEntries(outcomes);
  });
}
