// The table of members: whoever is sought by name, by conditions or in a segment, in an order, and how many they are.
import { isCutShort, isNameSought } from "@fedele/core/nameWords.ts";
import type { Scope } from "@fedele/sdk/schemas/apiKey.ts";
import type { ListedMember, MemberCount, MemberFilter } from "@fedele/sdk/schemas/memberTable.ts";
import { MEMBER_COUNT_MAX } from "@fedele/sdk/schemas/memberTable.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketOf, fromTypeId } from "../../platform/ids.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { findMembersByIdentity } from "./identities.ts";
import { identitiesLike } from "./identityValues.ts";
import { findMembers, type Member } from "./members.ts";
import { hashesSought } from "./names.ts";
import { bucketsOf, clauseOf, conditionsOf, getSegment, inTime } from "./segments.ts";
import { listMemberIds } from "./store/members.ts";
import type { MemberOrder, Place, Sought } from "./store/memberTable.ts";
import * as store from "./store/memberTable.ts";

export type { Place } from "./store/memberTable.ts";

/** Of those who are called almost so, so many are opened at a time … */
export const EXAMINED_AT_ONCE = 500;
/** … and so often for one page; what is left comes with the next one. */
export const EXAMINED_TIMES_MAX = 2;

type MemberKey = Readonly<{ bucket: number; memberId: string }>;

/** What a higher module tells of whoever is on the page. Who may not read it is not told. */
export type ListedPart = Readonly<{
  scope: Scope;
  tell(
    ctx: Ctx,
    members: readonly MemberKey[],
    tenant: Tenant,
  ): Promise<ReadonlyMap<string, Omit<Partial<ListedMember>, keyof Member>>>;
}>;

export type Among = store.Among;

/**
 * An order that a higher module knows. `among`: whom to sort; null: whoever has most. Undefined where there are more
 * than can be sorted.
 */
export type ForeignOrder = Readonly<{
  scope: Scope;
  places(ctx: Ctx, among: Among | null, page: ForeignPage): Promise<readonly Place[] | undefined>;
}>;

/** `pointsType`: by which of them; null: by the first that can be spent. */
export type ForeignPage = Readonly<{
  buckets: readonly number[];
  pointsType: string | null;
  isDescending: boolean;
  after: Place | undefined;
  limit: number;
}>;

export type TableAsked = Readonly<{
  filter: MemberFilter;
  order: MemberOrder | "points";
  isDescending: boolean;
  pointsType: string | null;
  after: Place | undefined;
  limit: number;
}>;

type Home = Readonly<{ sealer: Sealer; tenant: Tenant }>;
type Table = Home & Readonly<{ points: ForeignOrder; tiersOf: (ctx: Ctx) => Promise<readonly string[]> }>;

export type TablePage = Readonly<{ members: readonly Member[]; next: Place | undefined }>;

/** A page of whoever is sought. It may be shorter than asked for where many are called almost so. */
export async function pageOfTable(ctx: Ctx, table: Table, asked: TableAsked): Promise<TablePage> {
  const { sought, typed } = await soughtBy(ctx, table, asked.filter);
  const placesAfter = await inOrder(ctx, table, { asked, sought });
  const members: Member[] = [];
  let after = asked.after;
  let shown = asked.after;
  const limit = typed !== undefined && isCutShort(typed) ? EXAMINED_AT_ONCE : asked.limit + 1;
  for (let times = 1; ; times += 1) {
    const places = await inTime(ctx, () => placesAfter(after, limit));
    const opened = await findMembers(
      ctx,
      table.sealer,
      places.map(({ memberId }) => memberId),
    );
    const byId = new Map(opened.map((member) => [member.id, member]));
    for (const place of places) {
      const member = byId.get(place.memberId);
      const isMeant = member !== undefined && (typed === undefined || isNameSought(member.name ?? "", typed));
      if (isMeant && members.length === asked.limit) return { members, next: shown };
      if (isMeant) members.push(member);
      shown = place;
    }
    after = places.at(-1);
    if (places.length < limit) return { members, next: undefined };
    if (times === EXAMINED_TIMES_MAX) return { members, next: after };
  }
}

/** How many are sought: exact up to a limit, and unless words are longer than what names are found by. */
export async function countTable(ctx: Ctx, home: Home, filter: MemberFilter): Promise<MemberCount> {
  const { sought, typed } = await soughtBy(ctx, home, filter);
  const limit = MEMBER_COUNT_MAX + 1;
  const members = await inTime(ctx, () => store.countSought(ctx, sought, limit));
  const isExact = members < limit && (typed === undefined || !isCutShort(typed));
  return { members: Math.min(members, MEMBER_COUNT_MAX), isExact };
}

/**
 * What a search means: an e-mail, a phone or another identity that somebody has, or else the beginnings of names.
 * `typed` is what names are compared with once they are opened.
 */
async function soughtBy(
  ctx: Ctx,
  { sealer, tenant }: Home,
  { search, segment, conditions, status }: MemberFilter,
): Promise<{ sought: Sought; typed: string | undefined }> {
  if (segment !== undefined && conditions !== undefined) {
    throw invalid("conditions", "Ask by a segment or by conditions, not by both.");
  }
  const group =
    segment === undefined
      ? parsedConditions(conditions)
      : (await getSegment(ctx, fromTypeId("seg", segment))).conditions;
  const all: Sought = {
    buckets: bucketsOf(tenant),
    status: status ?? null,
    clause: group === undefined ? null : clauseOf(ctx, tenant, group, store.CONDITIONS_FROM),
    hashes: null,
    ids: null,
  };
  if (search === undefined) return { sought: all, typed: undefined };
  const found = await findMembersByIdentity(ctx, sealer, identitiesLike(search, tenant.country));
  const ids = [...new Set(found.filter((id) => id !== undefined))];
  if (ids.length > 0) return { sought: { ...all, ids }, typed: undefined };
  const hashes = hashesSought(await sealer.keysOf(ctx), search);
  if (hashes === undefined) return { sought: { ...all, ids: [] }, typed: undefined };
  return { sought: { ...all, hashes }, typed: search };
}

function parsedConditions(text: string | undefined) {
  if (text === undefined) return undefined;
  try {
    return conditionsOf(JSON.parse(text, keepable));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw invalid("conditions", "The conditions are not readable as JSON.");
  }
}

/** Bodies are checked for texts that no database keeps; this one came in an address. */
function keepable(_name: string, value: unknown): unknown {
  if (typeof value !== "string" || (!value.includes("\0") && value.isWellFormed())) return value;
  throw invalid("conditions", "The conditions have a zero character or half of a character.");
}

type PlacesAfter = (after: Place | undefined, limit: number) => Promise<readonly Place[]>;

async function inOrder(
  ctx: Ctx,
  { points, tiersOf }: Table,
  { asked, sought }: { asked: TableAsked; sought: Sought },
): Promise<PlacesAfter> {
  const { order, isDescending, pointsType } = asked;
  if (order === "id" && isEverybody(sought)) {
    return async (after, limit) => {
      const page = { buckets: sought.buckets, before: after?.memberId, limit };
      return (await listMemberIds(ctx, page)).map((memberId) => ({ value: 0, memberId }));
    };
  }
  if (order !== "points") {
    const tiers = order === "tier" ? await tiersOf(ctx) : [];
    return (after, limit) => store.listPlaces(ctx, sought, { order, isDescending, after, limit, tiers });
  }
  return async (after, limit) => {
    const page = { buckets: sought.buckets, pointsType, isDescending, after, limit };
    // Who has most needs no list of the others: a sixth of the time where there are a hundred thousand.
    const richest = isDescending && isEverybody(sought) ? await points.places(ctx, null, page) : undefined;
    if (richest?.length === limit) return richest;
    const places = await points.places(ctx, store.soughtAsQuery(ctx, sought), page);
    if (places !== undefined) return places;
    throw invalid("sort", `At most ${MEMBER_COUNT_MAX} members can be sorted by points; ask for fewer of them.`);
  };
}

/** Nobody is left out: the primary keys give the latest. */
function isEverybody({ status, clause, hashes, ids }: Sought): boolean {
  return status === null && clause === null && hashes === null && ids === null;
}

/** What the parts tell of these members, by their ids. */
export async function toldOf(
  ctx: Ctx,
  tenant: Tenant,
  { members, parts }: { members: readonly Member[]; parts: readonly ListedPart[] },
): Promise<ReadonlyMap<string, Partial<ListedMember>>> {
  if (members.length === 0) return new Map();
  const keys = members.map(({ id }) => ({ memberId: id, bucket: bucketOf(id) }));
  const told = await Promise.all(parts.map((part) => part.tell(ctx, keys, tenant)));
  return new Map(members.map(({ id }) => [id, Object.assign({}, ...told.map((of) => of.get(id) ?? {}))]));
}
