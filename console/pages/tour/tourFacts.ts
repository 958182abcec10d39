// What the tour knows of its member, all of it from the server: what has been done is seen in what came of it, so that
// it does not matter how, or whether the page was loaded again in between.
import { answered } from "@fedele/sdk/browser.ts";
import type { TimelineItem } from "@fedele/sdk/schemas/timeline.ts";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../api.ts";
import { useLatest } from "../../live.ts";
import { useSession } from "../../session.ts";
import { memberQuery, usePointsTypes, useTimeline, useWallets } from "../member/memberQueries.ts";
import { amountIn } from "../till/selling.ts";
import { type TourStep, tourSteps } from "./tourSearch.ts";

const DAY_SECONDS = 86_400;
/** What one pays in shops of every kind, from a breakfast to a coat. */
const amounts = ["12", "30", "60", "120", "250", "600"] as const;

/**
 * Whoever joined first since the tour was opened. By their ids, which tell the time: what a demo did long ago may be
 * told only now.
 */
export function useNewcomer(known: string | undefined, onJoined: (memberId: string) => void): void {
  const isSought = known === undefined;
  const latest = useLatest();
  const { data: last } = useQuery({
    queryKey: ["tour", "lastMember"],
    enabled: isSought,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const { items } = await answered(api.GET("/v1/members", { params: { query: { limit: 1 } } }));
      return items[0]?.id ?? "";
    },
  });
  const newcomer = latest.findLast(
    ({ type, data: { memberId } }) =>
      type === "member.enrolled" && typeof memberId === "string" && last !== undefined && memberId > last,
  )?.data.memberId;
  useEffect(() => {
    if (isSought && typeof newcomer === "string") onJoined(newcomer);
  }, [isSought, newcomer, onJoined]);
}

/** Where the till of the tour stands; null: there is no such place. */
export function usePlace() {
  return useQuery({
    queryKey: ["locations", "tour"],
    queryFn: async () => {
      const { items } = await answered(api.GET("/v1/locations", { params: { query: { limit: 1 } } }));
      return items[0] ?? null;
    },
  }).data;
}

/** In how many seconds points that are earned now can be used; 0: at once, and there is nothing to wait for. */
export function useWaitSeconds(): number {
  const types = usePointsTypes().data?.items ?? [];
  const days = types.map(({ activation }) => (activation.kind === "after_days" ? activation.days : 0));
  return Math.max(0, ...days) * DAY_SECONDS;
}

/** The steps that make sense in this demo. */
export function useSteps(): readonly TourStep[] {
  const isWaiting = useWaitSeconds() > 0;
  const hasRewards = (useOffered()?.length ?? 1) > 0;
  return tourSteps.filter((step) => (step !== "wait" || isWaiting) && (step !== "reward" || hasRewards));
}

/** What everybody may take for points, the cheapest first; undefined: not known yet. */
function useOffered() {
  const { data } = useQuery({
    queryKey: ["rewards", "tour"],
    queryFn: async () => {
      const { items } = await answered(api.GET("/v1/rewards", { params: { query: { limit: 100 } } }));
      return items
        .filter(({ tiers, audience }) => (tiers ?? []).length === 0 && audience == null)
        .map(({ cost }) => cost)
        .toSorted((one, other) => one.points - other.points);
    },
  });
  return data;
}

/** The least of some amounts that brings a reward within reach, as the programme itself says. */
export function useAmount(memberId: string | undefined): number {
  const { tenant } = useSession();
  const offered = useOffered();
  const { data } = useQuery({
    queryKey: ["evaluations", "tour", memberId],
    enabled: memberId !== undefined && offered !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      for (const amountMinor of amounts.map(minor)) {
        const body = { kind: "purchase", channel: "pos", amountMinor, member: { id: memberId ?? "" } } as const;
        const { points: earned } = await answered(api.POST("/v1/evaluations", { body }));
        const isEnough = offered?.some(({ pointsType, points }) =>
          earned.some((one) => one.pointsType === pointsType && one.points >= points),
        );
        if (isEnough === true) return amountMinor;
      }
      return null;
    },
  });
  return data ?? minor(amounts[0]);

  function minor(amount: string): number {
    return amountIn(amount, tenant.currency) ?? 0;
  }
}

export type Played = {
  readonly name: string | undefined;
  readonly isDone: Readonly<Record<TourStep, boolean>>;
};

/** What the member has done, and may be called. */
export function usePlayed(memberId: string | undefined): Played {
  const id = memberId ?? "";
  const isThere = memberId !== undefined;
  const { data: member } = useQuery({ ...memberQuery(id), enabled: isThere });
  const wallets = useWallets(id).data?.items ?? [];
  const steps = useTimeline(id).data?.pages.flatMap(({ items }) => items) ?? [];
  const has = (kind: TimelineItem["kind"]) => steps.some((step) => step.kind === kind);
  const hasBought = steps.some((step) => step.kind === "activity" && step.activity.kind === "purchase");
  const hasSpent = has("reward_issued");
  return {
    name: member?.name?.split(" ")[0],
    isDone: {
      join: member !== undefined,
      buy: hasBought,
      phone: false,
      wait: hasSpent || (hasBought && wallets.some(({ spendable, pending }) => spendable > 0 && pending === 0)),
      reward: hasSpent,
      why: false,
      own: false,
    },
  };
}
