// What each role of staff may do: one table, for the server that refuses and for the screens that hide.
import { type Scope, scopes } from "./apiKey.ts";
import { OneOf } from "./scalars.ts";

export const roles = ["owner", "manager", "cashier", "agent", "analyst", "partner"] as const;
export type Role = (typeof roles)[number];

/** Settings and API keys are the owner's; so is the outbox, because sign-in codes of others stand in it. */
const managers = scopes.filter((scope) => scope !== "tenant:write" && scope !== "outbox:read");

/**
 * What is not named here is refused. A cashier serves members and gives nothing by hand; an agent answers them; an
 * analyst sees what happened and no names; a partner's staff sees its own partner, by the routes that are cut to it.
 */
export const roleScopes: Readonly<Record<Role, readonly Scope[]>> = {
  owner: scopes,
  manager: managers,
  cashier: [
    "activities:read",
    "activities:write",
    "catalog:read",
    "checkout:read",
    "checkout:write",
    "ledger:read",
    "ledger:write",
    "members:read",
    "members:write",
    "programme:read",
    "rewards:read",
    "rewards:write",
  ],
  agent: [
    "activities:read",
    "catalog:read",
    "checkout:read",
    "ledger:read",
    "members:read",
    "members:write",
    "messaging:read",
    "programme:read",
    "rewards:read",
    "rewards:write",
  ],
  analyst: ["activities:read", "catalog:read", "checkout:read", "ledger:read", "programme:read", "rewards:read"],
  partner: ["catalog:read"],
};

/** Whoever has one role may give another only where that one may do no more. */
export function mayGive(own: ReadonlySet<Scope>, role: Role): boolean {
  return roleScopes[role].every((scope) => own.has(scope));
}

export const RoleName = OneOf(roles, { description: "What the person may do." });
