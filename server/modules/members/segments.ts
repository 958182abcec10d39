// Members whom certain things are true of. A segment is its conditions: who is in it is asked of member_facts each
// time, so that nothing has to be kept up to date. Who has left is in none.
import { validateConditions } from "@fedele/core/conditionParser.ts";
import { conditionToSql } from "@fedele/core/conditionSql.ts";
import type { ConditionGroup } from "@fedele/core/conditions.ts";
import {
  type NewSegment,
  SEGMENT_COUNT_MAX,
  SEGMENTS_MAX,
  type SegmentChange,
  type SegmentCount,
} from "@fedele/sdk/schemas/segment.ts";
import { errorCode } from "../../platform/database/failures.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketWithin } from "../../platform/ids.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { findMembers, type Member, noSuchMember } from "./members.ts";
import type { Segment } from "./store/segments.ts";
import * as store from "./store/segments.ts";

export type { Segment } from "./store/segments.ts";

/** A person waits for the answer while they edit, and others want the database meanwhile. */
export const SEGMENT_TIMEOUT_MS = 5_000;
const CANCELLED = "57014";

type Home = Readonly<{ sealer: Sealer; tenant: Tenant }>;

export async function addSegment(ctx: Ctx, id: string, asked: NewSegment): Promise<Segment> {
  const { code, name } = asked;
  const segment = {
    id,
    code,
    name,
    conditions: conditionsOf(asked.conditions),
    createdAt: ctx.now,
    changedAt: ctx.now,
  };
  if ((await store.countSegments(ctx)) >= SEGMENTS_MAX) {
    throw new Refusal("conflict", `There are at most ${SEGMENTS_MAX} segments; remove one first.`);
  }
  if (await store.insertSegment(ctx, segment)) return segment;
  throw new Refusal("conflict", "There is a segment with this code already.", { field: "code" });
}

export async function getSegment(ctx: Ctx, id: string): Promise<Segment> {
  const segment = await store.findSegment(ctx, id);
  if (segment === null) throw noSuchSegment();
  return segment;
}

/** For whoever asks for all of them at once, by their codes. */
export function listAllSegments(ctx: Ctx): Promise<Segment[]> {
  return store.listSegments(ctx, { before: null, limit: SEGMENTS_MAX });
}

export function listSegments(ctx: Ctx, page: { before: string | null; limit: number }): Promise<Segment[]> {
  return store.listSegments(ctx, page);
}

export async function changeSegment(ctx: Ctx, id: string, { name, conditions }: SegmentChange): Promise<Segment> {
  const change = { name: name ?? null, conditions: conditions === undefined ? null : conditionsOf(conditions) };
  const segment = await store.updateSegment(ctx, id, change);
  if (segment === null) throw noSuchSegment();
  return segment;
}

export async function removeSegment(ctx: Ctx, id: string): Promise<void> {
  if (!(await store.deleteSegment(ctx, id))) throw noSuchSegment();
}

/** How many members a draft would have: exact up to a limit, and cut off after a time. */
export async function countDraft(
  ctx: Ctx,
  tenant: Tenant,
  conditions: NewSegment["conditions"] | ConditionGroup,
): Promise<SegmentCount> {
  const clause = clauseOf(ctx, tenant, conditionsOf(conditions));
  const limit = SEGMENT_COUNT_MAX + 1;
  const members = await inTime(ctx, () => store.countMembersWhere(ctx, clause, { buckets: bucketsOf(tenant), limit }));
  return { members: Math.min(members, SEGMENT_COUNT_MAX), isExact: members < limit };
}

/** A page of the members who are in it now, the latest first. */
export async function membersOfSegment(
  ctx: Ctx,
  { sealer, tenant }: Home,
  id: string,
  page: { before: string | null; limit: number },
): Promise<Member[]> {
  const clause = clauseOf(ctx, tenant, (await getSegment(ctx, id)).conditions);
  const place = { ...page, buckets: bucketsOf(tenant) };
  const ids = await inTime(ctx, () => store.listMembersWhere(ctx, clause, place));
  return findMembers(ctx, sealer, ids);
}

/** Ids of the members whom conditions are true of now, the latest first: a page of them. */
export function idsWhere(
  ctx: Ctx,
  tenant: Tenant,
  conditions: ConditionGroup,
  page: { before: string | null; limit: number },
): Promise<string[]> {
  return store.listMembersWhere(ctx, clauseOf(ctx, tenant, conditions), { ...page, buckets: bucketsOf(tenant) });
}

/** The next members of one bucket whom conditions are true of, in the order of their ids. */
export function walkMembers(
  ctx: Ctx,
  tenant: Tenant,
  conditions: ConditionGroup,
  page: { readonly bucket: number; readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  return store.walkMembersWhere(ctx, clauseOf(ctx, tenant, conditions), page);
}

/** Which of these members conditions are true of now. */
export async function whoMeets(
  ctx: Ctx,
  tenant: Tenant,
  conditions: ConditionGroup,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set(await store.findMembersWhere(ctx, clauseOf(ctx, tenant, conditions), ids));
}

export async function isInSegment(ctx: Ctx, tenant: Tenant, id: string, memberId: string): Promise<boolean> {
  const { conditions } = await getSegment(ctx, id);
  const isMember = await store.isMemberWhere(ctx, clauseOf(ctx, tenant, conditions), memberId);
  if (isMember === null) throw noSuchMember();
  return isMember;
}

/** A segment may speak of members alone: of what they do at the moment there is none. */
export function conditionsOf(asked: unknown): ConditionGroup {
  const parsed = validateConditions(asked, { scopes: ["member"] });
  if (!parsed.ok) throw invalid(parsed.path === "" ? "conditions" : `conditions.${parsed.path}`, parsed.message);
  return parsed.group;
}

/** The conditions as SQL over the facts, with parameters from `firstParameter` on. */
export function clauseOf(
  ctx: Ctx,
  { timezone }: Tenant,
  conditions: ConditionGroup,
  firstParameter: number = store.CONDITIONS_FROM,
): store.Clause {
  const sql = conditionToSql(conditions, { firstParameter, at: ctx.now, timezone });
  if (sql.ok) return sql;
  throw invalid("conditions", `What "${sql.field}" tells is not among a member's facts.`);
}

/** Whoever waits longer is told so, and others get the database. */
export async function inTime<Found>(ctx: Ctx, find: () => Promise<Found>): Promise<Found> {
  await store.limitTime(ctx, SEGMENT_TIMEOUT_MS);
  try {
    return await find();
  } catch (error) {
    if (errorCode(error) !== CANCELLED) throw error;
    throw new Refusal(
      "unavailable",
      "These conditions take too long to look for at the moment; ask again, or for less.",
    );
  }
}

export function bucketsOf({ id, bucketSpan }: Tenant): number[] {
  return Array.from({ length: bucketSpan }, (_, step) => bucketWithin(id, bucketSpan, step));
}

function noSuchSegment(): Refusal {
  return new Refusal("not_found", "There is no such segment.");
}
