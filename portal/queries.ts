// What was asked of the server, remembered for a while; the last answers are kept on the device, so that the portal
// opens without a connection as it was left. Leaving forgets them.
import { answered, Refusal } from "@fedele/sdk/browser.ts";
import type { paths } from "@fedele/sdk/generated/api.d.ts";
import { type DehydratedState, dehydrate, hydrate, QueryClient, queryOptions } from "@tanstack/react-query";
import { api, rememberCsrfToken } from "./api.ts";
import { slug } from "./place.ts";

const FRESH_MS = 10_000;
const RETRIES_MAX = 2;
/** How old an answer may be that is shown without a connection. */
const KEPT_MS = 7 * 86_400_000;
const KEPT_AS = `fedele.portal.${slug}`;

export type Portal = Answer<"/v1/portal/{slug}">;
export type Me = Answer<"/v1/me">;
export type Tier = Answer<"/v1/me/tier">;
export type Wallet = Answer<"/v1/me/wallets">["items"][number];
export type Reward = Answer<"/v1/me/rewards">["items"][number];
export type IssuedReward = Answer<"/v1/me/issued-rewards">["items"][number];
export type TimelineItem = Answer<"/v1/me/timeline">["items"][number];

/** What the server answers to a question at this address. */
type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { "application/json": infer Data } } } };
}
  ? Data
  : never;

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      gcTime: KEPT_MS,
      // A refusal stays one however often it is asked; a lost connection may come back.
      retry: (count, error) => error instanceof Refusal && error.code === "offline" && count < RETRIES_MAX,
    },
  },
});

export const portalQuery = queryOptions({
  queryKey: ["portal"],
  queryFn: () => answered(api.GET("/v1/portal/{slug}", { params: { path: { slug } } })),
});

/** Null where nobody is signed in. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async () => {
    try {
      const me = await answered(api.GET("/v1/me"));
      rememberCsrfToken(me.csrfToken);
      return me;
    } catch (error) {
      if (error instanceof Refusal && error.code === "unauthenticated") return null;
      throw error;
    }
  },
});

export const walletsQuery = queryOptions({
  queryKey: ["wallets"],
  queryFn: async () => (await answered(api.GET("/v1/me/wallets"))).items,
});

export const tierQuery = queryOptions({ queryKey: ["tier"], queryFn: () => answered(api.GET("/v1/me/tier")) });

export const rewardsQuery = queryOptions({
  queryKey: ["rewards"],
  queryFn: async () => (await answered(api.GET("/v1/me/rewards"))).items,
});

export const issuedQuery = queryOptions({
  queryKey: ["issued"],
  queryFn: async () => (await answered(api.GET("/v1/me/issued-rewards", { params: { query: { limit: 50 } } }))).items,
});

/** Kept on the device: what the first pages need. The token is a session's and is asked for anew. */
const kept = new Set(["portal", "me", "wallets", "tier", "rewards", "issued"]);

type Kept = { readonly at: number; readonly state: DehydratedState };

/** What this device knew last, shown until the server has answered. */
export function remember(): void {
  const text = localStorage.getItem(KEPT_AS);
  if (text === null) return;
  const { at, state }: Kept = JSON.parse(text);
  if (Date.now() - at >= KEPT_MS) return;
  hydrate(queries, state);
  // However young it is: whoever loads the page again wants to know how it is now.
  void queries.invalidateQueries();
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Writes down what was answered, a moment later and once for many answers. */
export function keepAnswers(): void {
  queries.getQueryCache().subscribe(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (queries.getQueryData(meQuery.queryKey) == null) return;
      const state = dehydrate(queries, {
        shouldDehydrateQuery: ({ queryKey, state: { status } }) =>
          kept.has(String(queryKey[0])) && status === "success",
      });
      localStorage.setItem(KEPT_AS, JSON.stringify({ at: Date.now(), state }));
    }, 500);
  });
}

/** Nothing of one member may be seen by the next one. */
export function forget(): void {
  clearTimeout(waiting);
  localStorage.removeItem(KEPT_AS);
  queries.setQueryData(meQuery.queryKey, null);
  queries.removeQueries({ predicate: ({ queryKey: [name] }) => name !== "me" && name !== "portal" });
}
