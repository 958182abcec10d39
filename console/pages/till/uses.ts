// What a member uses at the till: what of it goes on the bill, what it takes off, and what is told to the server. The
// server decides; what stands on the screen before is reckoned by the same rules.

import type { FaceValue } from "@fedele/core/faceValue.ts";
import { type Bill, billOf, type Redemption } from "@fedele/core/redemption.ts";
import { answered, Refusal } from "@fedele/sdk/browser.ts";
import type { CheckoutSession } from "@fedele/sdk/schemas/checkout.ts";
import type { UsableReward } from "@fedele/sdk/schemas/reward.ts";
import { baseLinesOf, type Goods } from "./selling.ts";
import type { Customer, Till } from "./till.ts";

const POINTS = "points";

/** Points that pay, at most so many. */
export type Paying = {
  readonly type: { readonly code: string; readonly name: string; readonly faceValue: FaceValue | null };
  readonly points: number;
};

/** What is to be used with a purchase. */
export type Wanted = { readonly rewards: readonly UsableReward[]; readonly paying: Paying | null };

export function nameOfUsable({ issuedRewardId, reward }: UsableReward): string {
  return issuedRewardId ?? reward ?? "";
}

/** Whether it takes something off a bill; anything else is handed over by itself. */
export function goesOnBill({ gift }: UsableReward, goods: Goods | null): boolean {
  if (gift.kind === "product") return goods?.lines.some(({ sku }) => sku === gift.sku) === true;
  return gift.kind === "discount_amount" || gift.kind === "discount_percent";
}

/** What the purchase costs after everything that is to be used was; null where nothing is. */
export function billWith(goods: Goods | null, { rewards, paying }: Wanted, currency: string): Bill | null {
  if (goods === null || (rewards.length === 0 && paying === null)) return null;
  const lines = baseLinesOf(goods, currency).map((line) => ({ ...line, taxThousandths: 0 }));
  const redemptions = rewards.map((one): Redemption => {
    const { kind, amountMinor = 0, percent = 0, sku = "" } = one.gift;
    return { id: nameOfUsable(one), points: one.cost?.points ?? 0, gift: { kind, amountMinor, percent, sku } };
  });
  const face = paying?.type.faceValue ?? null;
  if (paying !== null && face !== null) {
    redemptions.push({ id: POINTS, points: paying.points, gift: { kind: "points", face } });
  }
  return billOf(lines, redemptions);
}

export function isPoints({ id }: { readonly id: string }): boolean {
  return id === POINTS;
}

/** A purchase with which something is used, on its way: asked again after any mishap it goes on where it was. */
export type Attempt = {
  readonly key: string;
  readonly receipt: string;
  sessionId?: string;
  /** What was taken from the catalogue for it, by its code. */
  readonly taken: Map<string, string>;
};

export function newAttempt(receipt: string): Attempt {
  return { key: crypto.randomUUID(), receipt, taken: new Map() };
}

type Using = { readonly customer: Customer; readonly goods: Goods; readonly wanted: Wanted };

/** Sells with what is to be used: all of it or nothing, and once. */
export async function sellWith(till: Till, attempt: Attempt, using: Using): Promise<CheckoutSession> {
  const { goods, wanted } = using;
  attempt.sessionId ??= await opened(till, attempt, using);
  const { sessionId } = attempt;
  const path = { sessionId };
  const rewards: string[] = [];
  for (const one of wanted.rewards) rewards.push(one.issuedRewardId ?? (await taken(till, attempt, { ...using, one })));
  const before = await answered(till.api.GET("/v1/checkout-sessions/{sessionId}", { params: { path } }));
  if (before.status === "committed") return before;
  const basket = {
    ...placeOf(till),
    version: before.version,
    lines: baseLinesOf(goods, till.tenant.currency),
    rewards,
    ...(wanted.paying === null
      ? {}
      : { points: { pointsType: wanted.paying.type.code, points: wanted.paying.points } }),
  };
  const { version } = await answered(
    till.api.PUT("/v1/checkout-sessions/{sessionId}/basket", { params: { path }, body: basket }),
  );
  const step = { params: { path }, body: { version } };
  const keyed = (name: string) => ({ headers: { "idempotency-key": `${attempt.key}-${name}-${version}` } });
  await answered(till.api.POST("/v1/checkout-sessions/{sessionId}/reservation", { ...step, ...keyed("reserve") }));
  return answered(till.api.POST("/v1/checkout-sessions/{sessionId}/commitment", { ...step, ...keyed("commit") }));
}

function placeOf({ location }: Till) {
  return { channel: "pos", location: location.code };
}

async function opened(till: Till, { key, receipt }: Attempt, { customer, goods }: Using): Promise<string> {
  const lines = baseLinesOf(goods, till.tenant.currency);
  const body = { source: till.source, document: receipt, member: customer.reference, ...placeOf(till), lines };
  // The same basket is the same wish; another one is another.
  const headers = { "idempotency-key": `${key}-${goods.amountMinor}-${goods.lines.length}` };
  return (await answered(till.api.POST("/v1/checkout-sessions", { body, headers }))).id;
}

type Taking = Using & { readonly one: UsableReward };

async function taken(till: Till, attempt: Attempt, { customer, one: { reward = "" } }: Taking): Promise<string> {
  const before = attempt.taken.get(reward);
  if (before !== undefined) return before;
  const checkout = attempt.sessionId === undefined ? {} : { checkoutSessionId: attempt.sessionId };
  const { id } = await answered(
    till.api.POST("/v1/members/{memberId}/issued-rewards", {
      params: { path: { memberId: customer.id ?? "" } },
      body: { reward, ...checkout },
      headers: { "idempotency-key": `${attempt.key}-take-${reward}` },
    }),
  );
  attempt.taken.set(reward, id);
  return id;
}

/**
 * The customer does not buy after all: what was held for them is free. A sale whose answer was lost stays as it is,
 * since nobody has seen that it was made. Nothing is lost where nobody can be told: the reservation ends by itself.
 */
export async function letGo(till: Till, { sessionId }: Attempt): Promise<void> {
  if (sessionId === undefined) return;
  const asking = till.api.POST("/v1/checkout-sessions/{sessionId}/reopening", { params: { path: { sessionId } } });
  await asking.catch(() => undefined);
}

/** Whether it was refused since nobody has shown that they are there, or too long ago. */
export function wantsProof(error: unknown): boolean {
  return error instanceof Refusal && error.code === "forbidden" && error.field === "proof";
}
