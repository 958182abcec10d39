// What the till knows of the programme and of whom it serves.
import { answered } from "@fedele/sdk/browser.ts";
import type { Wallet } from "@fedele/sdk/schemas/ledger.ts";
import { useQuery } from "@tanstack/react-query";
import { type Customer, useTill } from "./till.ts";

const LONG_MS = 10 * 60_000;

export function usePointsTypes() {
  const { api, source } = useTill();
  const { data } = useQuery({
    queryKey: ["pointsTypes", source],
    staleTime: LONG_MS,
    queryFn: async () => (await answered(api.GET("/v1/points-types"))).items,
  });
  return new Map((data ?? []).map((type) => [type.code, type]));
}

type Standing = {
  /** Undefined while they are asked for. */
  readonly wallets: readonly Wallet[] | undefined;
  readonly tier: string | null;
  readonly hasBirthday: boolean;
  /** Whether it is a business, of which somebody else stands there. */
  readonly isBusiness: boolean;
  readonly error: Error | null;
};

/** Of whom nobody could be asked about there is nothing to know. */
export function useStanding({ id }: Customer): Standing {
  const { api, tenant } = useTill();
  const { data, error } = useQuery({
    queryKey: ["members", id, "atTill"],
    enabled: id !== undefined,
    queryFn: async () => {
      const params = { path: { memberId: id ?? "" } };
      const [{ items }, { tier }, { birthDate, kind }] = await Promise.all([
        answered(api.GET("/v1/members/{memberId}/wallets", { params })),
        answered(api.GET("/v1/members/{memberId}/tier", { params })),
        answered(api.GET("/v1/members/{memberId}", { params })),
      ]);
      return { wallets: items, tier, birthDate, kind };
    },
  });
  const today = dayIn(tenant.timezone, Date.now() + tenant.clockOffsetMs);
  return {
    wallets: data?.wallets,
    tier: data?.tier ?? null,
    hasBirthday: data?.birthDate?.slice("2026-".length) === today.slice("2026-".length),
    isBusiness: data?.kind === "corporate",
    error,
  };
}

/** What the member can use at this moment; undefined while it is asked for. */
export function useUsable({ id }: Customer) {
  const { api } = useTill();
  return useQuery({
    queryKey: ["members", id, "usable"],
    enabled: id !== undefined,
    queryFn: async () => {
      const params = { path: { memberId: id ?? "" } };
      return (await answered(api.GET("/v1/members/{memberId}/usable-rewards", { params }))).items;
    },
  });
}

/** 2026-01-31, where the shop is. */
export function dayIn(timeZone: string, nowMs: number): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(nowMs);
}
