// Members of a story take rewards for their points, use them, and claim coupons. Whoever has not enough goes without.
import { setTimeout as pause } from "node:timers/promises";
import { readWallets } from "../modules/ledger/statements.ts";
import { claimCoupon } from "../modules/rewards/coupons.ts";
import { issueReward, useIssuedReward } from "../modules/rewards/issuedRewards.ts";
import type { Parts } from "../parts.ts";
import { type Ctx, commitWithoutWaiting, inTransaction } from "../platform/database/transaction.ts";
import { type Claim, claimKey } from "../platform/idempotency.ts";
import { bucketOf, newId } from "../platform/ids.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Tenant } from "../platform/tenant.ts";
import type { Deed } from "./lives.ts";
import type { Story } from "./story.ts";

/** How many members take something at once. */
const TAKERS_MAX = 4;

/** How often, and how long after, what met somebody else's lock or a lost connection is done again. */
const TRIES_MAX = 10;
const PAUSE_MS = 200;

export type Taking = { readonly memberId: string; readonly deed: Exclude<Deed, { kind: "activity" }> };

type Ground = Pick<Parts, "db" | "sealer">;
type Scene = { readonly tenant: Tenant; readonly story: Story; readonly now: number };

/** Members wait for nobody but themselves. */
export async function takeAll(parts: Ground, scene: Scene, takings: readonly Taking[]): Promise<void> {
  if (takings.length === 0) return;
  const affordable = await affordableAmong(parts, scene, takings);
  const byMember = [...Map.groupBy(affordable, ({ memberId }) => memberId).values()];
  for (let from = 0; from < byMember.length; from += TAKERS_MAX) {
    const some = byMember.slice(from, from + TAKERS_MAX);
    await Promise.all(
      some.map(async (own) => {
        for (const taking of own) await take(parts, scene, taking);
      }),
    );
  }
}

/** Most who wish for something have not enough yet: seen by one question, not by a transaction each. */
async function affordableAmong(parts: Ground, scene: Scene, takings: readonly Taking[]): Promise<Taking[]> {
  const { tenant, story, now } = scene;
  const ids = [...new Set(takings.map(({ memberId }) => memberId))];
  const questions = ids.map((memberId) => ({ memberId, bucket: bucketOf(memberId), zone: tenant.timezone }));
  const views = await inTransaction(parts.db, { tenantId: tenant.id, now, actor: "system" }, (ctx) =>
    readWallets(ctx, questions),
  );
  const viewOf = new Map(ids.map((id, index) => [id, views[index]]));
  return takings.filter(({ memberId, deed }) => {
    const view = viewOf.get(memberId);
    if (deed.kind === "coupon" || view === undefined || view instanceof Refusal) return true;
    const cost = story.rewards.find(({ code }) => code === deed.reward)?.cost;
    const wallet = view.find(({ type }) => type.code === cost?.pointsType);
    return cost !== undefined && wallet !== undefined && wallet.balance.spendable >= cost.points;
  });
}

/** Once for each document, whatever came of it: asked again after a crash nobody takes twice. */
async function take(parts: Ground, { tenant, now }: Scene, { memberId, deed }: Taking): Promise<void> {
  const bucket = bucketOf(memberId);
  const key = { bucket, memberId, id: newId(now, bucket) };
  const claim: Claim = {
    bucketSpan: tenant.bucketSpan,
    operation: "demo",
    key: deed.document,
    bodyHmac: Buffer.alloc(0),
    resourceId: key.id,
  };
  const claimed = (work: (ctx: Ctx) => Promise<void>): Promise<void> =>
    patiently(() =>
      inTransaction(parts.db, { tenantId: tenant.id, now, actor: "system" }, async (ctx) => {
        commitWithoutWaiting(ctx);
        if ((await claimKey(ctx, claim)).state === "fresh") await work(ctx);
      }),
    );
  try {
    await claimed(async (ctx) => {
      if (deed.kind === "coupon") {
        const keys = await parts.sealer.keysOf(ctx);
        const outcome = await claimCoupon(ctx, key, { tenant, keys, code: deed.code, origin: null });
        if (outcome instanceof Refusal) throw outcome;
        return;
      }
      await issueReward(ctx, key, { claim, tenant, code: deed.reward });
      if (deed.isUsed) await useIssuedReward(ctx, key);
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === "unavailable") throw error;
    await claimed(async () => {});
  }
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "unavailable" || tries === TRIES_MAX) throw error;
      await pause(PAUSE_MS);
    }
  }
}
