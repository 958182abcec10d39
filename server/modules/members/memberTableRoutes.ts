// The table of members: listed, sorted, searched and counted.
import type { Scope } from "@fedele/sdk/schemas/apiKey.ts";
import { identityKinds } from "@fedele/sdk/schemas/member.ts";
import {
  type ListedMember,
  ListedMemberPage,
  MemberCount,
  MemberFilter,
  MemberQuery,
  type MemberSort,
} from "@fedele/sdk/schemas/memberTable.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import { cursorOf, pageStart } from "../../platform/http/pages.ts";
import type { App } from "../../platform/http.ts";
import type { Parts } from "../../platform/parts.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { findMembersByIdentity } from "./identities.ts";
import { type IdentityValue, identityOf } from "./identityValues.ts";
import { findMembers, type Member } from "./members.ts";
import {
  countTable,
  type ForeignOrder,
  type ListedPart,
  type Place,
  pageOfTable,
  type TableAsked,
  toldOf,
} from "./memberTable.ts";
import { toMemberReply } from "./replies.ts";

const tag = "members";

/** What higher modules know of members and their order, handed in by the application. */
export type Listing = Readonly<{
  listed: readonly ListedPart[];
  points: ForeignOrder;
  tiersOf: (ctx: Ctx) => Promise<readonly string[]>;
}>;

type Needed = Pick<Parts, "db" | "sealer">;

export function memberTableRoutes(app: App, { db, sealer }: Needed, listing: Listing): void {
  app.get(
    "/v1/members",
    operation({
      id: "listMembers",
      tag,
      summary: "The members, latest first, or those who are sought, or the one that an identity finds",
      description:
        "Names are sealed: they are found by how their words begin, and not sorted by. Each line tells the tier, the " +
        "last activity and the points as far as the key may read them. A page of a search may be shorter than asked " +
        "for although there is a next one.",
      scope: "members:read",
      query: MemberQuery,
      ok: ListedMemberPage,
      refuses: ["not_found"],
    }),
    async (request) => {
      const { tenant, scopes } = request.caller;
      const identity = identityAsked(request.query, tenant);
      const page = pageStart(request.query, onePlace);
      const asked = { ...tableAsked(request.query), after: page.after, limit: page.limit };
      refuseUnlessReadable(asked, listing.points, scopes);
      const parts = listing.listed.filter(({ scope }) => scopes.has(scope));
      return inTransaction(db, who(request), async (ctx) => {
        const found =
          identity === undefined
            ? await pageOfTable(ctx, { ...listing, sealer, tenant }, asked)
            : { members: await membersWith(ctx, sealer, identity), next: undefined };
        const told = await toldOf(ctx, tenant, { members: found.members, parts });
        const items = found.members.map(
          (member): ListedMember => ({ ...toMemberReply(member), ...told.get(member.id) }),
        );
        return {
          items,
          ...(found.next === undefined ? {} : { nextCursor: cursorOf([found.next.value, found.next.memberId]) }),
        };
      });
    },
  );

  app.get(
    "/v1/members/count",
    operation({
      id: "countMembers",
      tag,
      summary: "How many members are sought",
      scope: "members:read",
      query: MemberFilter,
      ok: MemberCount,
      refuses: ["not_found"],
    }),
    async (request) => {
      const { tenant } = request.caller;
      return inTransaction(db, who(request), (ctx) => countTable(ctx, { sealer, tenant }, request.query));
    },
  );
}

/** At most one of the identities may be asked for. A plus sign that nobody escaped arrives as a space. */
function identityAsked(query: MemberQuery, tenant: Tenant): IdentityValue | undefined {
  const asked = identityKinds.flatMap((kind) => {
    const value = query[kind];
    return value === undefined ? [] : [{ kind, value: kind === "phone" ? value.replace(/^ /, "+") : value }];
  });
  const [only, another] = asked;
  if (only === undefined) return undefined;
  if (another !== undefined) throw invalid(another.kind, "Ask for one identity at a time.");
  return identityOf(only.kind, only.value, tenant.country);
}

async function membersWith(ctx: Ctx, sealer: Sealer, identity: IdentityValue): Promise<Member[]> {
  const [id] = await findMembersByIdentity(ctx, sealer, [identity]);
  return id === undefined ? [] : findMembers(ctx, sealer, [id]);
}

/** Without a sort the latest come first: by their ids, which no two share. */
const orders: Readonly<Record<MemberSort, Pick<TableAsked, "order" | "isDescending">>> = {
  joined: { order: "joined", isDescending: false },
  "-joined": { order: "joined", isDescending: true },
  lastActivity: { order: "lastActivity", isDescending: false },
  "-lastActivity": { order: "lastActivity", isDescending: true },
  tier: { order: "tier", isDescending: false },
  "-tier": { order: "tier", isDescending: true },
  points: { order: "points", isDescending: false },
  "-points": { order: "points", isDescending: true },
};

function tableAsked({ sort, pointsType, search, segment, conditions, status }: MemberQuery) {
  const order = sort === undefined ? { order: "id" as const, isDescending: true } : orders[sort];
  const filter = {
    ...(search === undefined ? {} : { search }),
    ...(segment === undefined ? {} : { segment }),
    ...(conditions === undefined ? {} : { conditions }),
    ...(status === undefined ? {} : { status }),
  };
  return { ...order, filter, pointsType: pointsType ?? null };
}

/** An order tells who has more: who may not read points is not sorted by them either. */
function refuseUnlessReadable(
  { order }: Pick<TableAsked, "order">,
  { scope }: ForeignOrder,
  granted: ReadonlySet<Scope>,
): void {
  if (order !== "points" || granted.has(scope)) return;
  throw new Refusal("forbidden", `To sort by points a key needs the scope "${scope}" too.`);
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function onePlace(values: unknown): Place | undefined {
  const [value, memberId, ...rest]: unknown[] = Array.isArray(values) ? values : [];
  if (typeof value !== "number" || !Number.isSafeInteger(value)) return undefined;
  if (typeof memberId !== "string" || !ID.test(memberId) || rest.length > 0) return undefined;
  return { value, memberId };
}
