// Sets the scene of a story: its shops and products, programme and rewards, as they were on its first day.

import { addLocation, addPartner, newPlaceId } from "../modules/catalog/places.ts";
import { addProducts } from "../modules/catalog/products.ts";
import { addPointsType, pointsTypesOf } from "../modules/ledger/pointsTypes.ts";
import { startCampaign } from "../modules/programme/campaigns.ts";
import { changeTiers } from "../modules/programme/tiers.ts";
import { addBenefit } from "../modules/rewards/benefits.ts";
import { addCoupons } from "../modules/rewards/couponBatches.ts";
import { newRewardId, offerReward } from "../modules/rewards/rewards.ts";
import type { Ctx } from "../platform/database/transaction.ts";
import { newId, toTypeId } from "../platform/ids.ts";
import type { TenantKeys } from "../platform/sealing.ts";
import type { Tenant } from "../platform/tenant.ts";
import type { Story, StoryRule } from "./story.ts";

const DAY_MS = 86_400_000;

export type Scene = {
  readonly story: Story;
  readonly tenant: Tenant;
  readonly keys: TenantKeys;
  readonly nowMs: number;
};

/** In one transaction, at the time of the first day. `nowMs`: when the story is told. */
export async function setScene(ctx: Ctx, scene: Scene): Promise<void> {
  await openShops(ctx, scene.story);
  await startProgramme(ctx, scene);
  await offer(ctx, scene);
}

async function openShops(ctx: Ctx, { partners, shops }: Story): Promise<void> {
  const ids = new Map<string, string>();
  for (const partner of partners) {
    const { id } = await addPartner(ctx, { ...partner, id: newPlaceId(ctx.now) });
    ids.set(partner.code, toTypeId("par", id));
  }
  for (const { code, name, partner, country, timezone, products } of shops) {
    const partnerId = ids.get(partner);
    if (partnerId === undefined) throw new Error(`the shop ${code} belongs to nobody`);
    await addLocation(ctx, { id: newPlaceId(ctx.now), code, name, partnerId, country, timezone });
    await addProducts(
      ctx,
      products.map((product) => ({
        sku: product.sku,
        name: product.name,
        categories: [...product.categories],
      })),
    );
  }
}

async function startProgramme(ctx: Ctx, { story, nowMs }: Scene): Promise<void> {
  for (const type of story.pointsTypes) await addPointsType(ctx, type);
  await changeTiers(ctx, story.tiers);
  const types = await pointsTypesOf(ctx);
  const termsOf = ({ pointsType, fromDaysAgo, untilDaysAgo, ...rule }: StoryRule) => {
    const type = types.find(({ code }) => code === pointsType);
    if (type === undefined) throw new Error(`the story has no points type ${pointsType}`);
    return {
      ...rule,
      pointsType: type.pointsType,
      validFrom: fromDaysAgo === undefined ? ctx.now : nowMs - fromDaysAgo * DAY_MS,
      validUntil: untilDaysAgo === undefined ? null : nowMs - untilDaysAgo * DAY_MS,
    };
  };
  for (const { name, rules } of story.campaigns) {
    await startCampaign(ctx, { id: newId(ctx.now, 0), name, rules: rules.map(termsOf) });
  }
}

async function offer(ctx: Ctx, { story, tenant, keys }: Scene): Promise<void> {
  for (const reward of story.rewards) {
    await offerReward(ctx, newRewardId(tenant, reward.code, ctx.now), reward);
  }
  for (const benefit of story.benefits) await addBenefit(ctx, newId(ctx.now, 0), benefit);
  for (const batch of story.coupons) await addCoupons(ctx, newId(ctx.now, 0), batch, { tenant, keys });
}
