// What rewards hear: a gift reaches the friend, or comes back; a campaign has given a reward, or takes it back.
import type { Listener } from "../../platform/relay.ts";
import { bringEarned } from "./campaignRewards.ts";
import { bringGifts, bucketOfFriend, bucketOfGiver, takeGiftsBack } from "./giftArrivals.ts";
import { bringSoldBack } from "./soldReturns.ts";

export const rewardListeners: readonly Listener[] = [
  { name: "gifts", hears: ["reward.given", "gift.recalled"], bucketOf: bucketOfFriend, handle: bringGifts },
  { name: "returned gifts", hears: ["gift.returned", "gift.kept"], bucketOf: bucketOfGiver, handle: takeGiftsBack },
  { name: "returns past the session", hears: ["purchase.returned"], handle: bringSoldBack },
  { name: "rewards of campaigns", hears: ["reward.earned", "reward.forfeited"], handle: bringEarned },
];
