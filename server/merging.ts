// Every module's share of a merge, from the highest module down: the order of the locks.
import { moveWallets } from "./modules/ledger/merging.ts";
import type { MergingPart } from "./modules/members/merges.ts";
import { mergeProgress } from "./modules/programme/merges.ts";
import { rewardsMerging } from "./modules/rewards/leaving.ts";

export const merging: readonly MergingPart[] = [rewardsMerging, { merge: mergeProgress }, { merge: moveWallets }];
