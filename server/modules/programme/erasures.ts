// The programme's share of an erasure: what was bought and earned stays, what else was said of the person goes.
import type { LaneCtx } from "../../platform/lanes.ts";
import type { Erasing } from "../members/erasures.ts";
import { lockFacts } from "../members/facts.ts";
import { blankActivities, blankOrphans, endParkedReturns } from "./store/erasures.ts";

export async function blankHistory(ctx: LaneCtx, erasing: Erasing): Promise<void> {
  await lockFacts(ctx, [erasing]);
  await Promise.all([
    blankActivities(ctx, erasing),
    endParkedReturns(ctx, erasing),
    blankOrphans(ctx, erasing.identityHashes),
  ]);
}
