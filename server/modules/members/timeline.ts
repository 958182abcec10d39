// Everything that happened to a member, put together from what each module knows of its own. A module that has
// something to tell exports a source; the list of sources stands in server/app.ts.
import type { Scope } from "@fedele/sdk/schemas/apiKey.ts";
import type { TimelineItem } from "@fedele/sdk/schemas/timeline.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { getFacts } from "./facts.ts";

/**
 * An item and its place. Places are UUIDs that sort by time, each different from every other of the member: the id of
 * what happened, or of the last row that it wrote.
 */
export type Placed = Readonly<{ place: string; item: TimelineItem }>;

type Member = Readonly<{ bucket: number; memberId: string }>;

/** `before`: the place of the last item of the page before, or null for the first page. */
export type TimelinePage = Readonly<{ before: string | null; limit: number }>;

export type TimelineSource = Readonly<{
  /** Who may not read this hears nothing of it. */
  scope: Scope;
  /** At most `limit` items before the place, the latest first, by a number of statements that never grows. */
  timelineOf(ctx: Ctx, of: Readonly<{ member: Member; tenant: Tenant }>, page: TimelinePage): Promise<Placed[]>;
}>;

/** The latest first. Every source is asked for a whole page, because all of it may be of one kind. */
export async function timelineOf(
  ctx: Ctx,
  of: Readonly<{ member: Member; tenant: Tenant; sources: readonly TimelineSource[] }>,
  page: TimelinePage,
): Promise<Placed[]> {
  const { member, tenant, sources } = of;
  const [{ facts }, ...told] = await Promise.all([
    getFacts(ctx, member),
    ...sources.map((source) => source.timelineOf(ctx, { member, tenant }, page)),
  ]);
  const enrolled: Placed = {
    place: member.memberId,
    item: { kind: "enrolled", at: new Date(facts.enrolledAt).toISOString() },
  };
  const isDue = page.before === null || enrolled.place < page.before;
  const all = [...told.flat(), ...(isDue ? [enrolled] : [])];
  return all.sort((a, b) => (a.place < b.place ? 1 : -1)).slice(0, page.limit);
}
