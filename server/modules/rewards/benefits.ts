// Rights that come with a tier: free shipping, a lounge, a coffee a month. Nothing is handed out and nothing expires by
// a job: who has which right is seen by the tiers that counted in the period, and a use is an issued reward.
import { type BenefitPeriod, benefitPeriodAt, hasRight, type Stretch } from "@fedele/core/benefits.ts";
import { giftFrom } from "@fedele/core/rewards.ts";
import { whyMayNot } from "@fedele/core/rights.ts";
import type { NewBenefit } from "@fedele/sdk/schemas/benefit.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { getFacts, lockFacts, rightsOf } from "../members/facts.ts";
import { noSuchMember } from "../members/members.ts";
import { programmeOf } from "../programme/programmes.ts";
import { tierSpansSince } from "../programme/tierSpans.ts";
import * as store from "./store/benefits.ts";
import { type IssuedKey, type IssuedRow, insertIssued, type MemberKey, unheld } from "./store/issuedRewards.ts";

export type BenefitRow = store.BenefitRow;

/** How many benefits a programme may have that are live. */
export const BENEFITS_MAX = 500;

/** What a member has of a benefit in the period that lies around now. */
export type HeldBenefit = Readonly<{ benefit: BenefitRow; period: Stretch; used: number; last: number }>;

export async function addBenefit(ctx: Ctx, id: string, asked: NewBenefit): Promise<BenefitRow> {
  const { code, name, tiers, period, usesMax = null } = asked;
  const [{ currentTiers }, live] = await Promise.all([programmeOf(ctx), store.listLiveBenefits(ctx, BENEFITS_MAX)]);
  const stranger = tiers.find((tier) => currentTiers.tiers.every((it) => it.code !== tier));
  if (stranger !== undefined) throw invalid("tiers", `The programme has no tier "${stranger}".`);
  const gift = giftFrom(asked.gift);
  if (gift === null) throw invalid("gift", "A gift has the one field that belongs to its kind, and no other.");
  if (live.length >= BENEFITS_MAX) {
    throw new Refusal("conflict", `A programme has at most ${BENEFITS_MAX} benefits; end one first.`);
  }
  const benefit = { id, code, name, tiers, gift, period, usesMax, status: "live" as const, createdAt: ctx.now };
  if (!(await store.insertBenefit(ctx, benefit))) {
    throw new Refusal("conflict", "There is a benefit with this code already.", { field: "code" });
  }
  return benefit;
}

export async function getBenefit(ctx: Ctx, id: string): Promise<BenefitRow> {
  const benefit = await store.findBenefit(ctx, id);
  if (benefit === null) throw new Refusal("not_found", "There is no such benefit.");
  return benefit;
}

export async function listBenefits(ctx: Ctx): Promise<BenefitRow[]> {
  return store.listLiveBenefits(ctx, BENEFITS_MAX);
}

/** Nobody can use it from now on. Twice ends it once. */
export async function endBenefit(ctx: Ctx, id: string): Promise<void> {
  await getBenefit(ctx, id);
  await store.endBenefit(ctx, id);
}

/** What the member has a right to now, and how much of it was used in its period. */
export async function heldBenefits(ctx: Ctx, member: MemberKey, tenant: Tenant): Promise<HeldBenefit[]> {
  const [benefits] = await Promise.all([listBenefits(ctx), getFacts(ctx, member)]);
  if (benefits.length === 0) return [];
  const dated = benefits.map((benefit) => ({
    benefit,
    period: benefitPeriodAt(benefit.period, tenant.timezone, ctx.now),
  }));
  const since = Math.min(...dated.map(({ period }) => period.startMs));
  const periods = dated.map(({ benefit, period }) => ({ benefitId: benefit.id, startMs: period.startMs }));
  const [spans, uses] = await Promise.all([
    tierSpansSince(ctx, member, tenant, since),
    store.findUses(ctx, member, periods),
  ]);
  const usesOf = new Map(uses.map((use) => [use.benefitId, use]));
  return dated
    .filter(({ benefit, period }) => hasRight(benefit.tiers, spans, period))
    .map(({ benefit, period }) => {
      const { uses: used, last } = usesOf.get(benefit.id) ?? { uses: 0, last: 0 };
      return { benefit, period, used, last };
    });
}

/** Uses a benefit once, as an issued reward that is used; refuses when the period's uses are used up. */
export async function useBenefit(
  ctx: Ctx,
  key: IssuedKey,
  { code, tenant }: { code: string; tenant: Tenant },
): Promise<IssuedRow> {
  const [record] = await lockFacts(ctx, [key]);
  if (record === undefined) throw noSuchMember();
  if (whyMayNot(rightsOf(record, ctx.now), "claim") !== null) {
    throw new Refusal("forbidden", "This member may not use benefits at present.");
  }
  const held = (await heldBenefits(ctx, key, tenant)).find(({ benefit }) => benefit.code === code);
  if (held === undefined) throw new Refusal("not_found", "The member has no such benefit at present.");
  const { benefit, period, used, last } = held;
  if (benefit.usesMax !== null && used >= benefit.usesMax) {
    throw new Refusal("conflict", `This benefit was used ${timesIn(benefit.period, used)} already.`);
  }

  await store.insertUse(ctx, key, { benefitId: benefit.id, startMs: period.startMs, ordinal: last + 1 });
  const issued: IssuedRow = {
    ...key,
    origin: { source: "benefit", benefitId: benefit.id },
    rewardId: null,
    gift: benefit.gift,
    status: "used",
    // Its own date: until then it could have been used, whatever became of the tier.
    expiresAt: period.endMs,
    ...unheld,
    createdAt: ctx.now,
    changedAt: ctx.now,
  };
  ctx.later(insertIssued(ctx, issued));
  return issued;
}

function timesIn(period: BenefitPeriod, times: number): string {
  const within = { day: "today", week: "this week", month: "this month", quarter: "this quarter", year: "this year" };
  return `${times === 1 ? "once" : `${times} times`} ${within[period]}`;
}
