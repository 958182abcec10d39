// The lanes that tills' baskets travel on: what is asked for at the same time is one transaction of its kind.
import type { Database } from "../../platform/database/database.ts";
import { readOnConnection } from "../../platform/database/transaction.ts";
import { type Lanes, openLanes } from "../../platform/lanes.ts";
import { type AskedSession, type EvaluatedSession, evaluateSessions } from "./checkoutEvaluations.ts";
import { type Reserving, reserveSessions } from "./checkoutReservations.ts";
import { type Committing, commitSessions } from "./checkoutSales.ts";
import { type Opening, openSessions, type Told } from "./checkoutSessions.ts";

export type CheckoutLanes = Readonly<{
  openings: Lanes<Opening, Told>;
  evaluations: Lanes<AskedSession, EvaluatedSession>;
  reservations: Lanes<Reserving, Told>;
  commitments: Lanes<Committing, Told>;
  close(): Promise<void>;
}>;

/**
 * One lane a step: the steps keep the cores busy between them, and a lane has its slots to itself. `committed` is told
 * whose commit there was.
 */
export function openCheckoutLanes(db: Database, committed: (tenantId: string) => void = () => {}): CheckoutLanes {
  const ground = { laneCount: 1, connect: () => db.connectLane(), committed };
  const openings = openLanes<Opening, Told>({ ...ground, work: openSessions });
  const asking = { ...ground, transact: readOnConnection };
  const evaluations = openLanes<AskedSession, EvaluatedSession>({ ...asking, work: evaluateSessions });
  const reservations = openLanes<Reserving, Told>({ ...ground, work: reserveSessions });
  const commitments = openLanes<Committing, Told>({ ...ground, work: commitSessions });
  const close = async (): Promise<void> => {
    await Promise.all([openings, evaluations, reservations, commitments].map((lanes) => lanes.close()));
  };
  return { openings, evaluations, reservations, commitments, close };
}
