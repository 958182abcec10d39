// Whether a coupon can be had: by whom, when, how often. What stands in the way is for the shop's people to know; who
// only holds a code hears the same answer, whatever it is.

import type { MemberFacts } from "./facts.ts";
import { newcomer } from "./facts.ts";
import { issuedUntil, type RewardTerms, type WhyNoReward, whyNoReward } from "./rewards.ts";

/** What all coupons of a batch have in common. `validDays`: for how long what came of one is good. */
export type CouponTerms = Omit<RewardTerms, "stock"> &
  Readonly<{ usesMax: number | null; perMemberMax: number | null; validDays: number | null }>;

/** One code: how often it was used, and whose it is where it is somebody's own. */
export type CouponState = Readonly<{ uses: number; boundTo: string | null }>;

/** Who holds the code; `used`: how many coupons of the batch they had before. */
export type Holder = Readonly<{ memberId: string; member: MemberFacts; used: number }>;

export type WhyNoCoupon =
  | Exclude<WhyNoReward, "out_of_stock">
  | "unknown"
  | "used_up"
  | "other_member"
  | "member_limit"
  | "needs_member";

/** The first thing that stands in the way, or null. `holder` null: somebody at a till of whom nothing is known. */
export function whyNoCoupon(
  coupon: (CouponTerms & CouponState) | null,
  { holder, timezone }: { holder: Holder | null; timezone: string },
  nowMs: number,
): WhyNoCoupon | null {
  if (coupon === null) return "unknown";
  const { uses, usesMax, perMemberMax, boundTo } = coupon;
  if (holder === null && isPersonal(coupon)) return "needs_member";
  if (holder !== null && boundTo !== null && boundTo !== holder.memberId) return "other_member";
  if (usesMax !== null && uses >= usesMax) return "used_up";
  if (holder !== null && perMemberMax !== null && holder.used >= perMemberMax) return "member_limit";
  const member = holder?.member ?? newcomer(nowMs);
  const why = whyNoReward({ ...coupon, stock: null }, { member, timezone }, nowMs);
  return why === "out_of_stock" ? null : why;
}

/** Whether one must know who asks. */
function isPersonal({ boundTo, perMemberMax, tiers, audience }: CouponTerms & CouponState): boolean {
  return boundTo !== null || perMemberMax !== null || tiers.length > 0 || audience !== null;
}

/** Until when that is good which came of a coupon: for its days, else as long as the coupon would have been. */
export function couponIssuedUntil(
  { validDays, validUntil }: Pick<CouponTerms, "validDays" | "validUntil">,
  zone: string,
  nowMs: number,
): number | null {
  return validDays === null ? validUntil : issuedUntil(validDays, zone, nowMs);
}
