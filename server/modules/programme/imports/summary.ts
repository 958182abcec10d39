// What a tenant has after an import: counted from the database, whoever put it there.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { bucketWithin } from "../../../platform/ids.ts";
import type { Tenant } from "../../../platform/tenant.ts";
import { countPoints, type PointCounts } from "../../ledger/counts.ts";
import { countMembers } from "../../members/counts.ts";
import { programmeOf } from "../programmes.ts";
import { type ActivityCounts, countActivities, countOrphans } from "../store/counts.ts";

export type Summary = Readonly<{
  members: number;
  activities: ActivityCounts;
  points: PointCounts;
  orphans: Readonly<{ lines: number; quantityThousandths: number }>;
  spendMinor: number;
  /** Every tier of the programme, the lowest first; who has done nothing yet stands on the lowest. */
  tiers: readonly Readonly<{ code: string; members: number }>[];
}>;

export async function summaryOf(ctx: Ctx, tenant: Tenant): Promise<Summary> {
  const { id, bucketSpan } = tenant;
  const buckets = Array.from({ length: bucketSpan }, (_, step) => bucketWithin(id, bucketSpan, step));
  const [programme, members, activities, points, orphans] = await Promise.all([
    programmeOf(ctx),
    countMembers(ctx, buckets),
    countActivities(ctx, buckets),
    countPoints(ctx, buckets),
    countOrphans(ctx, buckets),
  ]);
  const tiers = programme.currentTiers.tiers.map(({ code }, rank) => ({
    code,
    members: (members.tiers.get(code) ?? 0) + (rank === 0 ? (members.tiers.get(null) ?? 0) : 0),
  }));
  return { members: members.members, activities, points, orphans, spendMinor: members.spendMinor, tiers };
}
