// Who may be shown around, and whether they have been: in a demo, whoever may do all that the tour asks them to.
import type { SignedIn } from "../../session.ts";

const needed = [
  "tenant:write",
  "members:write",
  "members:read",
  "checkout:write",
  "ledger:read",
  "activities:read",
  "rewards:read",
  "events:read",
] as const;

export function mayTour({ tenant, scopes }: SignedIn): boolean {
  // While its story comes in, a demo's clock stands still.
  return tenant.isDemo && tenant.demo?.state !== "filling" && needed.every((scope) => scopes.has(scope));
}

const keptAs = ({ tenant }: SignedIn) => `fedele.tour.${tenant.id}`;

/** Whether it was taken or declined on this device. */
export function hasToured(session: SignedIn): boolean {
  return localStorage.getItem(keptAs(session)) !== null;
}

export function keepToured(session: SignedIn): void {
  localStorage.setItem(keptAs(session), "yes");
}
