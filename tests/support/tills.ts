// Tills without HTTP: baskets go straight to the lanes, so that what is asked for together is one batch.
import { randomBytes } from "node:crypto";
import { changePointsType } from "../../server/modules/ledger/pointsTypes.ts";
import type { EvaluatedSession } from "../../server/modules/rewards/checkoutEvaluations.ts";
import type { Told } from "../../server/modules/rewards/checkoutSessions.ts";
import { issueReward } from "../../server/modules/rewards/issuedRewards.ts";
import { newRewardId, offerReward } from "../../server/modules/rewards/rewards.ts";
import type { Claim } from "../../server/platform/idempotency.ts";
import { newId, toTypeId } from "../../server/platform/ids.ts";
import type { Booked, Booking } from "./booking.ts";

type Named = Readonly<{ key?: string }>;
type Filling = Named & Readonly<{ document?: string; points?: number; rewards?: readonly string[] }>;

export type Basket = Readonly<{ member: Booked; id: string }>;

export type Tills = Readonly<{
  /** A basket of 20.00 in two pieces. */
  opens(member: Booked, filling?: Filling): Promise<Basket & { told: Told }>;
  prices(basket: Basket): Promise<EvaluatedSession>;
  reserves(basket: Basket, named?: Named): Promise<Told>;
  commits(basket: Basket, named?: Named): Promise<Told>;
  /** An issued reward of five euros off, for a point. */
  takes(member: Booked): Promise<string>;
}>;

/** A hundred points of the programme are worth one euro from now on. */
export async function tillsOf(shop: Booking): Promise<Tills> {
  const { checkout, catalogs } = shop.parts;
  const { tenant } = shop;
  const face = { faceValue: { points: 1, minor: 1 }, earlierPoints: "keep" } as const;
  await shop.within((ctx) => changePointsType(ctx, "points", face, tenant.timezone));
  const gift = { kind: "discount_amount", amountMinor: 500 } as const;
  const five = { code: "five", name: "Five off", cost: { pointsType: "points", points: 1 }, gift } as const;
  const rewardId = newRewardId(tenant, five.code, shop.clock.now());
  await shop.within((ctx) => offerReward(ctx, rewardId, five));

  const now = () => shop.clock.now();
  const home = async () => ({ tenant, catalog: await catalogs.of(tenant.id), now: now() });
  const claimOf = (operation: string, bucket: number, key: string): Claim => {
    const { bucketSpan } = tenant;
    return { bucketSpan, operation, key, bodyHmac: Buffer.from("x"), resourceId: newId(now(), bucket) };
  };
  const fresh = () => randomBytes(8).toString("hex");
  const placeOf = (bucket: number) => ({ tenantId: tenant.id, now: now(), bucket });
  const stepOf = (operation: string, { member, id }: Basket, key = fresh()) => {
    const claim = claimOf(operation, member.bucket, key);
    return {
      ...placeOf(member.bucket),
      key: id,
      fingerprint: `${operation} ${key}`,
      asked: { claim, id, actor: "cli" },
    };
  };
  return {
    opens: async (member, { key = fresh(), document = fresh(), points = 0, rewards = [] } = {}) => {
      const claim = claimOf("openCheckout", member.bucket, key);
      const lines = [{ quantityThousandths: 2_000, amountMinor: 2_000 }];
      const paid = points === 0 ? {} : { points: { pointsType: "points", points } };
      const basket = { lines, rewards: rewards.map((id) => toTypeId("isr", id)), ...paid };
      const named = { source: "till", document, basket, home: await home() };
      const input = { ...member, id: claim.resourceId, claim, ...named };
      const told = await checkout.openings.run({ ...placeOf(member.bucket), key, fingerprint: "", input });
      return { member, id: told.session.id, told };
    },
    prices: async ({ id }) => {
      const input = { id, home: await home() };
      return checkout.evaluations.run({ ...placeOf(0), key: fresh(), fingerprint: "", input });
    },
    reserves: (basket, { key } = {}) => {
      const { asked, ...operation } = stepOf("reserveCheckout", basket, key);
      return checkout.reservations.run({ ...operation, input: { ...asked, version: 1, tenant } });
    },
    commits: async (basket, { key } = {}) => {
      const { asked, ...operation } = stepOf("commitCheckout", basket, key);
      return checkout.commitments.run({
        ...operation,
        input: { ...asked, version: 1, home: await home(), needsProof: false, doer: null },
      });
    },
    takes: async (member) => {
      const id = newId(now(), member.bucket);
      const asking = { claim: claimOf("issueReward", member.bucket, fresh()), tenant, code: five.code };
      await shop.within((ctx) => issueReward(ctx, { ...member, id }, asking));
      return id;
    },
  };
}
