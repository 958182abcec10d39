// What rewards hear of themselves: a gift reaches the friend, or comes back.
import type { Listener } from "../../platform/relay.ts";
import { bringGifts, bucketOfFriend, bucketOfGiver, takeGiftsBack } from "./giftArrivals.ts";

export const rewardListeners: readonly Listener[] = [
  { name: "gifts", hears: ["reward.given", "gift.recalled"], bucketOf: bucketOfFriend, handle: bringGifts },
  { name: "returned gifts", hears: ["gift.returned", "gift.kept"], bucketOf: bucketOfGiver, handle: takeGiftsBack },
];
