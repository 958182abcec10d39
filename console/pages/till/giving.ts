// A reward that is handed over by itself: a coffee, a seat in the lounge. And taken back, where it was a slip.
import { answered } from "@fedele/sdk/browser.ts";
import type { UsableReward } from "@fedele/sdk/schemas/reward.ts";
import type { Given } from "./stages.ts";
import type { Customer, Till } from "./till.ts";

type Order = {
  readonly customer: Customer;
  readonly one: UsableReward;
  readonly headers: { "idempotency-key": string };
};

/** Uses it, once however often the button is touched; what stands in the catalogue is taken in the same step. */
export async function give(till: Till, { customer, one, headers }: Order): Promise<Given> {
  const { issuedRewardId, reward = "", name } = one;
  const isBought = issuedRewardId === undefined;
  const made = { customer, name, isBought };
  if (till.isTraining) return { ...made, issuedRewardId: "", doneAt: Date.now() };
  const memberId = customer.id ?? "";
  const used = isBought
    ? await answered(
        till.api.POST("/v1/members/{memberId}/issued-rewards", {
          params: { path: { memberId } },
          body: { reward, use: true },
          headers,
        }),
      )
    : await answered(
        till.api.POST("/v1/members/{memberId}/issued-rewards/{issuedRewardId}/use", {
          params: { path: { memberId, issuedRewardId } },
          headers,
        }),
      );
  return { ...made, issuedRewardId: used.id, doneAt: Date.now() };
}

export const takeBackReasons = ["mistake", "changed_mind", "not_delivered"] as const;
export type TakeBackReason = (typeof takeBackReasons)[number];

/** The reward is the member's again; what was taken for points here is given up too, and the points are back. */
export async function takeBack(till: Till, given: Given, reason: TakeBackReason): Promise<void> {
  const { issuedRewardId, isBought, customer } = given;
  const params = { path: { memberId: customer.id ?? "", issuedRewardId } };
  const keyed = (name: string) => ({ "idempotency-key": `${issuedRewardId}-${name}` });
  await answered(
    till.api.POST("/v1/members/{memberId}/issued-rewards/{issuedRewardId}/reversals", {
      params,
      body: { reason },
      headers: keyed("undo"),
    }),
  );
  if (!isBought) return;
  await answered(
    till.api.POST("/v1/members/{memberId}/issued-rewards/{issuedRewardId}/cancel", {
      params,
      headers: keyed("cancel"),
    }),
  );
}
