// Who is signed in, at which shop, and what they may do.
import { answered, done, Refusal } from "@fedele/sdk/browser.ts";
import type { Scope } from "@fedele/sdk/schemas/apiKey.ts";
import type { Staff } from "@fedele/sdk/schemas/staff.ts";
import type { Tenant } from "@fedele/sdk/schemas/tenant.ts";
import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { api, rememberCsrfToken, signedOut } from "./api.ts";
import { queries } from "./queries.ts";

export type SignedIn = { readonly staff: Staff; readonly scopes: ReadonlySet<Scope>; readonly tenant: Tenant };

const SESSION_FRESH_MS = 5 * 60_000;

/** Null where nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  staleTime: SESSION_FRESH_MS,
  queryFn: async (): Promise<SignedIn | null> => {
    try {
      const { staff, scopes, csrfToken } = await answered(api.GET("/v1/session"));
      if (staff === undefined) return null;
      rememberCsrfToken(csrfToken);
      return { staff, scopes: new Set(scopes), tenant: await answered(api.GET("/v1/tenant")) };
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "unauthenticated") throw error;
      const before = queries.getQueryData<SignedIn | null>(["session"]);
      if (before == null) return null;
      // Whoever was at work stays where they are, and signs in over it.
      signedOut.raise();
      return before;
    }
  },
});

/** For pages behind the sign-in: who is there. */
export function useSession(): SignedIn {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data === null) throw new Error("a page behind the sign-in was shown to nobody");
  return data;
}

/** Nothing that was asked for in one session may be shown in the next one. */
export async function enter(csrfToken: string): Promise<void> {
  rememberCsrfToken(csrfToken);
  signedOut.lower();
  queries.clear();
  await queries.fetchQuery(sessionQuery);
}

/** A fresh page: nothing of what was seen stays in its memory. */
export async function leave(): Promise<void> {
  await done(api.DELETE("/v1/session"));
  location.assign("/sign-in");
}
