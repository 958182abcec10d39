// Every module's share of a merge, and of undoing one, from the highest module down: the order of the locks.
import { moveWallets } from "./modules/ledger/merging.ts";
import { partWallets } from "./modules/ledger/parting.ts";
import type { MergingPart } from "./modules/members/merges.ts";
import { preferencesMerging } from "./modules/messaging/preferences.ts";
import { mergeProgress, partProgress } from "./modules/programme/merges.ts";
import { rewardsMerging } from "./modules/rewards/leaving.ts";

export const merging: readonly MergingPart[] = [
  preferencesMerging,
  rewardsMerging,
  { merge: mergeProgress, part: partProgress },
  { merge: moveWallets, part: partWallets },
];
