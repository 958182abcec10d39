// The customers of a file become members: those who bought, on the day of their first purchase.
import type { IdentityKind } from "@fedele/sdk/schemas/member.ts";
import { type Ctx, inTransaction } from "../../../platform/database/transaction.ts";
import type { Tenant } from "../../../platform/tenant.ts";
import { findMembersByIdentity } from "../../members/identities.ts";
import { enrolMembers } from "../../members/members.ts";
import { type ImportParts, refuseIfStopped, type Tell } from "./imports.ts";
import { inFlight } from "./inFlight.ts";
import type { Sale } from "./sales.ts";

/** Member ids by the customer's number. Who never bought and is no member is not in it. */
export type Customers = ReadonlyMap<string, string>;

export const MEMBERS_PER_TRANSACTION = 300;
/** While the database writes one group the next is sealed. */
const GROUPS_IN_FLIGHT = 2;

type Asked = Readonly<{
  tenant: Tenant;
  sales: readonly Sale[];
  kind: IdentityKind;
  tell: Tell;
  signal?: AbortSignal | undefined;
}>;

/** Finds the customers who are members already and enrols the others who bought something. */
export async function enrolBuyers(parts: ImportParts, asked: Asked): Promise<Customers> {
  const { tenant, kind, tell } = asked;
  const firstPurchases = new Map<string, number>();
  for (const { customer, isReturn, at } of asked.sales) {
    if (!isReturn && !firstPurchases.has(customer)) firstPurchases.set(customer, at);
  }
  const numbers = [...new Set(asked.sales.map(({ customer }) => customer))];
  const members = new Map<string, string>();
  const who = { tenantId: tenant.id, now: parts.clock.now() + tenant.clockOffsetMs, actor: "cli" };

  const flight = inFlight(GROUPS_IN_FLIGHT);
  for (let from = 0; from < numbers.length; from += MEMBERS_PER_TRANSACTION) {
    refuseIfStopped(asked.signal);
    const group = { kind, numbers: numbers.slice(from, from + MEMBERS_PER_TRANSACTION) };
    await flight.start(async () => {
      const found = await inTransaction(parts.db, who, (ctx) =>
        enrolGroup(ctx, parts, { ...group, tenant, firstPurchases }),
      );
      for (const [number, memberId] of found) members.set(number, memberId);
      tell({ step: "enrolling", done: Math.min(from + MEMBERS_PER_TRANSACTION, numbers.length), of: numbers.length });
    });
  }
  await flight.landed();
  return members;
}

type Group = Readonly<{ kind: IdentityKind; numbers: readonly string[] }>;

async function enrolGroup(
  ctx: Ctx,
  parts: ImportParts,
  group: Group & { tenant: Tenant; firstPurchases: ReadonlyMap<string, number> },
): Promise<Map<string, string>> {
  const { kind, numbers, tenant, firstPurchases } = group;
  const known = await knownAmong(ctx, parts, group);
  const buyers = numbers.flatMap((value) => {
    const enrolledAt = firstPurchases.get(value);
    return known.has(value) || enrolledAt === undefined ? [] : [{ value, enrolledAt }];
  });
  if (buyers.length === 0) return known;

  const list = buyers.map(({ value, enrolledAt }) => ({ identities: [{ kind, value }], enrolledAt }));
  const outcomes = await enrolMembers(ctx, { sealer: parts.sealer, tenant }, list);
  const enrolled = buyers.flatMap(({ value }, index): [string, string][] => {
    const outcome = outcomes[index];
    return outcome?.state === "enrolled" ? [[value, outcome.memberId]] : [];
  });
  // Somebody else enrolled them since we looked.
  const taken = buyers.flatMap(({ value }, index) => (outcomes[index]?.state === "taken" ? [value] : []));
  const others = taken.length === 0 ? [] : await knownAmong(ctx, parts, { kind, numbers: taken });
  return new Map([...known, ...enrolled, ...others]);
}

async function knownAmong(ctx: Ctx, { sealer }: ImportParts, { kind, numbers }: Group): Promise<Map<string, string>> {
  const identities = numbers.map((value) => ({ kind, value }));
  const ids = await findMembersByIdentity(ctx, sealer, identities);
  return new Map(
    numbers.flatMap((number, index): [string, string][] => {
      const memberId = ids[index];
      return memberId === undefined ? [] : [[number, memberId]];
    }),
  );
}
