// What stands on the till while one customer is served, and how it is sold.
import { answered, isOffline } from "@fedele/sdk/browser.ts";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { queries } from "../../queries.ts";
import { useChoosing } from "./choosing.ts";
import { useProving } from "./proving.tsx";
import { type BasketLine, boughtOf, type Goods, goodsOf, type PurchaseOf, type Told, tellPurchase } from "./selling.ts";
import type { Sold, Stage } from "./stages.ts";
import { type Customer, momentOf, newReceipt, type Till, useTill } from "./till.ts";
import { isPoints, letGo, nameOfUsable, newAttempt, sellWith, type Wanted, wantsProof } from "./uses.ts";

const TYPING_MS = 200;

export type Serving = { readonly customer: Customer; onStage(stage: Stage): void; onBack(): void };
export type SaleState = ReturnType<typeof useSale>;

export function useSale({ customer, onStage }: Serving, pointsName: string) {
  const till = useTill();
  const [amount, setAmount] = useState("");
  const [lines, setLines] = useState<readonly BasketLine[]>([]);
  const [isBasket, setBasket] = useState(false);
  const [receipt, setReceipt] = useState(newReceipt);
  const [at] = useState(() => momentOf(till));
  const goods = goodsOf(amount, isBasket ? lines : [], till.tenant.currency);
  const proving = useProving(customer);
  const choosing = useChoosing(customer, goods);
  const { bill, wanted } = choosing;
  const earning = useEarning(till, customer, { goods, afterMinor: bill?.lines.map(({ after }) => after.grossMinor) });
  const sellUsing = useSellingWith(till, customer);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (bought: Goods): Promise<Sold> => {
      const sale = { customer, receipt, goods: bought, at };
      if (bill === null) return sell(till, sale, earning.points);
      const used = bill.applied.map(({ id, amountMinor }) => ({ name: nameIn(wanted, id, pointsName), amountMinor }));
      const toPayMinor = bill.total.after.grossMinor;
      if (till.isTraining)
        return { ...(await sell(till, sale, earning.points)), checkout: { id: "", toPayMinor, used } };
      return {
        ...(await sellUsing(sale, wanted)),
        ...{ customer, receipt, amountMinor: bought.amountMinor },
        isWaiting: false,
      };
    },
    onSuccess: (sold) => {
      void queries.invalidateQueries({ queryKey: ["members", customer.id] });
      onStage({ at: "done", sold });
    },
    onError: (refusal) => {
      if (wantsProof(refusal)) proving.forget();
      void queries.invalidateQueries({ queryKey: ["members", customer.id, "usable"] });
    },
  });
  const isReady = goods !== null && (bill === null || bill.notApplied.length === 0);
  const earn = () => {
    if (goods === null || !isReady || isPending) return;
    if (bill === null) mutate(goods);
    else proving.first(() => mutate(goods));
  };
  return {
    ...{ amount, setAmount, lines, setLines, isBasket, setBasket, receipt, setReceipt },
    ...{ goods, proving, choosing, earning, earn, isReady, isPending, error },
  };
}

export function nameIn({ rewards }: Wanted, id: string, pointsName: string): string {
  return isPoints({ id }) ? pointsName : (rewards.find((one) => nameOfUsable(one) === id)?.name ?? id);
}

type Bought = Pick<Sold, "earned" | "doneAt" | "checkout">;

/** One attempt for one receipt: it goes on where it was, and what it holds is free once the customer is gone. */
function useSellingWith(till: Till, customer: Customer) {
  const attempt = useRef(newAttempt(""));
  const isSold = useRef(false);
  const leave = useEffectEvent(() => {
    if (!isSold.current) void letGo(till, attempt.current);
  });
  useEffect(() => () => leave(), []);
  return async ({ receipt, goods }: PurchaseOf, wanted: Wanted): Promise<Bought> => {
    if (attempt.current.receipt !== receipt) {
      void letGo(till, attempt.current);
      attempt.current = newAttempt(receipt);
    }
    const { id, earned = [], bill } = await sellWith(till, attempt.current, { customer, goods, wanted });
    isSold.current = true;
    const params = { path: { memberId: customer.id ?? "" } };
    const { items } = await answered(till.api.GET("/v1/members/{memberId}/wallets", { params }));
    const totalOf = (code: string) => items.find(({ pointsType }) => pointsType === code)?.total ?? 0;
    const names = new Map(
      wanted.rewards.map((one) => [one.issuedRewardId ?? attempt.current.taken.get(one.reward ?? ""), one.name]),
    );
    const used = (bill?.redeemed ?? []).map(({ reward, amountMinor }) => ({
      name: names.get(reward) ?? wanted.paying?.type.name ?? "",
      amountMinor,
    }));
    return {
      earned: earned.map((one) => ({ ...one, total: totalOf(one.pointsType) })),
      doneAt: Date.now(),
      checkout: { id, toPayMinor: bill?.toPayMinor ?? 0, used },
    };
  };
}

export type Points = readonly { readonly pointsType: string; readonly points: number }[] | undefined;

type Asked = { readonly goods: Goods | null; readonly afterMinor: readonly number[] | undefined };

/** What it would earn, asked anew a moment after the last key. What was paid with points or rewards earns nothing. */
function useEarning(till: Till, customer: Customer, asking: Asked): { points: Points; error: Error | null } {
  const { api } = till;
  const told = questionOf(till, asking);
  const [asked] = useDebouncedValue(told, TYPING_MS);
  const { data, error } = useQuery({
    queryKey: ["evaluations", customer.id, asked],
    enabled: asked !== null && told !== null,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const body: ReturnType<typeof boughtOf> = JSON.parse(asked ?? "");
      const member = customer.id === undefined ? {} : { member: { id: customer.id } };
      return (await answered(api.POST("/v1/evaluations", { body: { ...body, ...member } }))).points;
    },
  });
  const isNothing = asking.goods !== null && told === null;
  const points = told === null ? undefined : data;
  return { points: isNothing ? [] : points, error: isOffline(error) ? null : error };
}

function questionOf(till: Till, { goods, afterMinor }: Asked): string | null {
  if (goods === null) return null;
  const bought = boughtOf(till, goods, till.tenant.currency);
  if (afterMinor === undefined) return JSON.stringify(bought);
  const amountMinor = afterMinor.reduce((sum, minor) => sum + minor, 0);
  if (amountMinor === 0) return null;
  if (!("lines" in bought)) return JSON.stringify({ ...bought, amountMinor });
  const lines = bought.lines.map((line, at) => ({ ...line, amountMinor: afterMinor[at] ?? 0 }));
  return JSON.stringify({ ...bought, lines });
}

/** In training nothing is told: what it would earn stands on the screen as if it had. */
async function sell(till: Till, sale: PurchaseOf, wouldEarn: Points): Promise<Sold> {
  const { customer, receipt, goods } = sale;
  const told: Told = till.isTraining ? { earned: wouldEarn ?? [], isWaiting: false } : await tellPurchase(till, sale);
  return { customer, receipt, amountMinor: goods.amountMinor, doneAt: Date.now(), ...told };
}
