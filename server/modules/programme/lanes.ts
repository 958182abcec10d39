// The lanes that activities, movements and questions travel on: the one way in for the API and for
// imports.
import type { Database } from "../../platform/database/database.ts";
import { readOnConnection } from "../../platform/database/transaction.ts";
import { bucketOf, newId } from "../../platform/ids.ts";
import { type Lanes, openLanes } from "../../platform/lanes.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Moved, NewMovement } from "../ledger/movementBatch.ts";
import { recordMovements } from "../ledger/movements.ts";
import { readWallets, type WalletQuestion, type WalletView } from "../ledger/statements.ts";
import { type Recorded, recordActivities } from "./activities.ts";
import { type Asked, type Evaluated, evaluateActivities } from "./evaluations.ts";
import type { NewActivity } from "./newActivity.ts";

/** Two lanes keep two cores busy: one decides while the other's commit is in flight. */
export const LANES = 2;

export type ProgrammeLanes = Readonly<{
  activities: Lanes<NewActivity, Recorded>;
  movements: Lanes<NewMovement, Moved>;
  /** Balances are asked in batches too: one transaction for whoever asks at the same time. */
  wallets: Lanes<WalletQuestion, readonly WalletView[]>;
  /** What baskets would earn: nothing is written. */
  evaluations: Lanes<Asked, Evaluated>;
  close(): Promise<void>;
}>;

/** `committed` is told whose commit there was, so that a relay can look for what it should bring. */
export function openProgrammeLanes(db: Database, committed: (tenantId: string) => void = () => {}): ProgrammeLanes {
  const connect = (): ReturnType<Database["connectLane"]> => db.connectLane();
  const ground = { laneCount: LANES, connect, committed };
  const activities = openLanes<NewActivity, Recorded>({ ...ground, work: recordActivities });
  const movements = openLanes<NewMovement, Moved>({ ...ground, work: recordMovements });
  // One lane each: questions wait for no commit, so a second one would only halve the batches (a tenth fewer answers).
  const asking = { laneCount: 1, connect, transact: readOnConnection };
  const wallets = openLanes<WalletQuestion, readonly WalletView[]>({ ...asking, work: readWallets });
  const evaluations = openLanes<Asked, Evaluated>({ ...asking, work: evaluateActivities });
  const close = async (): Promise<void> => {
    await Promise.all([activities, movements, wallets, evaluations].map((lanes) => lanes.close()));
  };
  return { activities, movements, wallets, evaluations, close };
}

/** How often one activity is sent on from member to member, each of whom became the next. */
const MOVES_MAX = 8;

/** Records one activity and waits for its commit; for whoever has become another it is that one's. */
export async function recordActivity(
  lanes: ProgrammeLanes,
  activity: NewActivity,
  at: { tenantId: string; now: number },
): Promise<Recorded> {
  let told = activity;
  for (let moves = 0; ; moves += 1) {
    try {
      return await recordFor(lanes, told, at);
    } catch (error) {
      const memberId = error instanceof Refusal ? error.movedTo : undefined;
      if (memberId === undefined || moves === MOVES_MAX) throw error;
      const bucket = bucketOf(memberId);
      told = { ...told, memberId, bucket, id: newId(at.now, bucket) };
    }
  }
}

function recordFor(
  lanes: ProgrammeLanes,
  activity: NewActivity,
  at: { tenantId: string; now: number },
): Promise<Recorded> {
  const { key, fingerprint, bucket } = activity;
  return lanes.activities.run({
    tenantId: at.tenantId,
    now: at.now,
    bucket,
    key: `${key.source}\n${key.document}\n${key.part}`,
    fingerprint: `${activity.memberId} ${fingerprint}`,
    input: activity,
  });
}

let questions = 0;

/** Tries one activity; no two questions are the same. */
export function tryActivity(
  lanes: Pick<ProgrammeLanes, "evaluations">,
  asked: Asked,
  at: { tenantId: string; now: number },
): Promise<Evaluated> {
  questions += 1;
  return lanes.evaluations.run({ ...at, bucket: 0, key: String(questions), fingerprint: "", input: asked });
}
