// What a member's page asks for. All keys begin with the member, so that a change asks anew for everything about them.
import { answered } from "@fedele/sdk/browser.ts";
import { queryOptions, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { queries } from "../../queries.ts";
import { useSession } from "../../session.ts";

const at = (memberId: string) => ({ params: { path: { memberId } } });

export function memberQuery(memberId: string) {
  return queryOptions({
    queryKey: ["members", memberId],
    queryFn: () => answered(api.GET("/v1/members/{memberId}", at(memberId))),
  });
}

/** After something was done to a member: whatever shows them is asked anew. */
export async function memberChanged(): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ["members"] }),
    queries.invalidateQueries({ queryKey: ["tasks"] }),
  ]);
}

/** `memberId`: "" as long as nobody has been chosen; then nothing is asked. */
export function useWallets(memberId: string) {
  const { scopes } = useSession();
  return useQuery({
    queryKey: ["members", memberId, "wallets"],
    queryFn: () => answered(api.GET("/v1/members/{memberId}/wallets", at(memberId))),
    enabled: memberId !== "" && scopes.has("ledger:read"),
  });
}

export function usePointsTypes() {
  const { scopes } = useSession();
  return useQuery({
    queryKey: ["pointsTypes"],
    queryFn: () => answered(api.GET("/v1/points-types")),
    enabled: scopes.has("ledger:read"),
  });
}

/** What members call a points type; its code where nobody said. */
export function usePointsName(): (code: string) => string {
  const types = usePointsTypes().data?.items ?? [];
  return (code) => types.find((type) => type.code === code)?.name ?? code;
}

export function useMemberTier(memberId: string) {
  const { scopes } = useSession();
  return useQuery({
    queryKey: ["members", memberId, "tier"],
    queryFn: () => answered(api.GET("/v1/members/{memberId}/tier", at(memberId))),
    enabled: scopes.has("programme:read"),
  });
}

export function useProgramme() {
  const { scopes } = useSession();
  return useQuery({
    queryKey: ["programme"],
    queryFn: () => answered(api.GET("/v1/programme")),
    enabled: scopes.has("programme:read"),
  });
}

export function useBlock(memberId: string) {
  return useQuery({
    queryKey: ["members", memberId, "blocks"],
    queryFn: () =>
      answered(
        api.GET("/v1/members/{memberId}/blocks", { params: { path: { memberId }, query: { limit: BLOCKS_SHOWN } } }),
      ),
  });
}

const BLOCKS_SHOWN = 5;

export function useConsents(memberId: string) {
  return useQuery({
    queryKey: ["members", memberId, "consents"],
    queryFn: () => answered(api.GET("/v1/members/{memberId}/consents", at(memberId))),
  });
}

const SAID_SHOWN = 50;

/** All that the member ever said, the latest first. */
export function useConsentHistory(memberId: string) {
  return useQuery({
    queryKey: ["members", memberId, "consents", "history"],
    queryFn: () =>
      answered(
        api.GET("/v1/members/{memberId}/consents/history", {
          params: { path: { memberId }, query: { limit: SAID_SHOWN } },
        }),
      ),
  });
}

export function useCustomValues(memberId: string) {
  const values = useQuery({
    queryKey: ["members", memberId, "fields"],
    queryFn: () => answered(api.GET("/v1/members/{memberId}/fields", at(memberId))),
  });
  const fields = useQuery({
    queryKey: ["memberFields"],
    queryFn: () => answered(api.GET("/v1/member-fields")),
  });
  return { fields: fields.data?.items, values: values.data?.items, error: values.error ?? fields.error };
}

export function useGuardians(memberId: string) {
  return useQuery({
    queryKey: ["members", memberId, "guardians"],
    queryFn: () => answered(api.GET("/v1/members/{memberId}/guardians", at(memberId))),
  });
}

export function useMerges(memberId: string) {
  return useQuery({
    queryKey: ["members", memberId, "merges"],
    queryFn: () => answered(api.GET("/v1/members/{memberId}/merges", at(memberId))),
  });
}

export function useTimeline(memberId: string) {
  return useInfiniteQuery({
    queryKey: ["members", memberId, "timeline"],
    enabled: memberId !== "",
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      answered(api.GET("/v1/members/{memberId}/timeline", { params: pageOf(memberId, pageParam) })),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function useEntries(memberId: string) {
  return useInfiniteQuery({
    queryKey: ["members", memberId, "entries"],
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      answered(api.GET("/v1/members/{memberId}/entries", { params: pageOf(memberId, pageParam) })),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function useIssuedRewards(memberId: string) {
  return useInfiniteQuery({
    queryKey: ["members", memberId, "rewards"],
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      answered(api.GET("/v1/members/{memberId}/issued-rewards", { params: pageOf(memberId, pageParam) })),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function useNotes(memberId: string) {
  return useInfiniteQuery({
    queryKey: ["members", memberId, "notes"],
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      answered(api.GET("/v1/members/{memberId}/notes", { params: pageOf(memberId, pageParam) })),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

const TASKS_SHOWN = 50;

export function useTasks(memberId: string) {
  return useQuery({
    queryKey: ["members", memberId, "tasks"],
    queryFn: () =>
      answered(
        api.GET("/v1/members/{memberId}/tasks", { params: { path: { memberId }, query: { limit: TASKS_SHOWN } } }),
      ),
  });
}

const PENDING_SHOWN = 100;

/** What waits for a second person, of this member. */
export function usePending(memberId: string) {
  const { scopes } = useSession();
  return useQuery({
    queryKey: ["members", memberId, "pending"],
    queryFn: async () => {
      const query = { limit: PENDING_SHOWN };
      const { items } = await answered(api.GET("/v1/pending-adjustments", { params: { query } }));
      return items.filter((one) => one.memberId === memberId);
    },
    enabled: scopes.has("ledger:read"),
  });
}

const STAFF_SHOWN = 100;

/** Who works here, for whoever may know: an id behind a note or a task becomes a name. */
export function useStaffName(): (actor: string) => string {
  const { scopes, staff } = useSession();
  const { data } = useQuery({
    queryKey: ["staff"],
    queryFn: () => answered(api.GET("/v1/staff", { params: { query: { limit: STAFF_SHOWN } } })),
    enabled: scopes.has("staff:read"),
  });
  return (actor) => {
    if (actor === staff.id) return staff.name;
    return data?.items.find(({ id }) => id === actor)?.name ?? actor;
  };
}

function pageOf(memberId: string, cursor: string) {
  return { path: { memberId }, query: cursor === "" ? {} : { cursor } };
}
