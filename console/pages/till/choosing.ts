// What the customer wants to use with this purchase, as it is chosen on the screen.
import type { Bill } from "@fedele/core/redemption.ts";
import type { UsableReward } from "@fedele/sdk/schemas/reward.ts";
import { useState } from "react";
import type { Goods } from "./selling.ts";
import { usePointsTypes, useStanding, useUsable } from "./standing.ts";
import { type Customer, useTill } from "./till.ts";
import { billWith, goesOnBill, nameOfUsable, type Paying, type Wanted } from "./uses.ts";

export type Choosing = ReturnType<typeof useChoosing>;

export function useChoosing(customer: Customer, goods: Goods | null) {
  const { tenant } = useTill();
  const { data: usable, error } = useUsable(customer);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(customer.wants ?? []));
  const [isPaying, setPaying] = useState(false);
  const [typed, setTyped] = useState("");
  const rewards = (usable ?? []).filter((one) => chosen.has(nameOfUsable(one)) && goesOnBill(one, goods));
  const payable = usePayable(customer, rewards);
  const points = payable === null ? 0 : pointsIn(typed, payable.points);
  const paying: Paying | null = payable !== null && isPaying && points > 0 ? { type: payable.type, points } : null;
  const wanted: Wanted = { rewards, paying };
  const bill: Bill | null = billWith(goods, wanted, tenant.currency);
  return {
    usable,
    error,
    wanted,
    bill,
    isChosen: (one: UsableReward) => chosen.has(nameOfUsable(one)),
    toggle: (one: UsableReward) => {
      const name = nameOfUsable(one);
      setChosen((before) =>
        before.has(name) ? new Set([...before].filter((it) => it !== name)) : before.union(new Set([name])),
      );
    },
    /** What could pay, at most; null: nothing can. */
    payable,
    isPaying,
    setPaying,
    typed,
    setTyped,
  };
}

/** The points that pay: of the first type that has a worth, what what is taken for points leaves of it. */
function usePayable(customer: Customer, rewards: readonly UsableReward[]): Paying | null {
  const { wallets } = useStanding(customer);
  const types = usePointsTypes();
  const [payable] = (wallets ?? []).flatMap(({ pointsType, spendable }): Paying[] => {
    const type = types.get(pointsType);
    if (type === undefined || !type.spendable || type.faceValue === null) return [];
    const costs = rewards.map(({ issuedRewardId, cost }) =>
      issuedRewardId === undefined && cost?.pointsType === pointsType ? cost.points : 0,
    );
    const points = spendable - costs.reduce((sum, cost) => sum + cost, 0);
    return points > 0 ? [{ type, points }] : [];
  });
  return payable ?? null;
}

/** As many as were typed, at most those that there are; nothing typed: as many as it takes. */
function pointsIn(typed: string, most: number): number {
  const digits = typed.replaceAll(/\D/g, "");
  return digits === "" ? most : Math.min(Number(digits), most);
}
