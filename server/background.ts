// What a serving process does besides answering: the relay that brings events to their listeners, and the heartbeats
// that book what the date has decided. Several processes may do it; leases and the queue see to it that one works.
import { backupHeartbeats } from "./backups/schedule.ts";
import type { BackupConfig } from "./config.ts";
import { ledgerListeners } from "./modules/ledger/listeners.ts";
import { sweepPending } from "./modules/ledger/pendingAdjustments.ts";
import { sealDays, sealKeyFrom } from "./modules/ledger/seals.ts";
import { sweepWallets } from "./modules/ledger/sweeps.ts";
import { sweepMemberSessions } from "./modules/members/memberSessions.ts";
import { sweepCodes } from "./modules/members/portalCodes.ts";
import { sweepProofs } from "./modules/members/spendingProofs.ts";
import { sweepVisitors } from "./modules/members/visitors.ts";
import { journeyListeners } from "./modules/messaging/journeyListeners.ts";
import { sweepJourneyEntries, sweepJourneys } from "./modules/messaging/journeySweeps.ts";
import { sweepClosures } from "./modules/programme/closure.ts";
import { sweepCalls } from "./modules/programme/inbound.ts";
import { runImports, sweepImports } from "./modules/programme/memberImports/memberImports.ts";
import { sweepParkedReturns, sweepTiers } from "./modules/programme/sweeps.ts";
import { sweepReservations } from "./modules/rewards/checkoutReservations.ts";
import { sweepCouponMisses } from "./modules/rewards/couponGuesses.ts";
import { rewardListeners } from "./modules/rewards/listeners.ts";
import { getTenant, listTenants } from "./modules/tenants/tenants.ts";
import { sweepDeliveries, type Webhooks } from "./modules/tenants/webhookCalls.ts";
import type { Database } from "./platform/database/database.ts";
import { inTransaction } from "./platform/database/transaction.ts";
import { sweepLog } from "./platform/events/log.ts";
import { announceHeartbeats, noteHeartbeat } from "./platform/heartbeats.ts";
import { sweepKeys } from "./platform/idempotency.ts";
import { type Heartbeat, startJobs } from "./platform/jobs.ts";
import type { Parts } from "./platform/parts.ts";
import { createRelay, type Listener, type Relay, type RelayOptions, sweepMarks } from "./platform/relay.ts";
import { isFilling, type Tenant } from "./platform/tenant.ts";

type Ground = Pick<Parts, "db" | "clock" | "log">;
type RelayGround = Ground & Pick<Parts, "sealer"> & Required<Pick<RelayOptions, "onLogged">>;
type Sweeping = Ground & Pick<Parts, "mail" | "sealer"> & { readonly rootKey: Buffer };

export type Background = { readonly relay: Relay; stop(): Promise<void> };

/** The relay of this process, not started yet: a command delivers by hand, a server starts it. */
export function relayFor({ db, clock, log, sealer, onLogged }: RelayGround): Relay {
  const tenantOf = (tenantId: string) => inTransaction(db, { tenantId, now: clock.now(), actor: "system" }, getTenant);
  // Whoever hears something of another module or, across buckets, of itself.
  const listeners: readonly Listener[] = [...ledgerListeners, ...rewardListeners, ...journeyListeners({ db, sealer })];
  return createRelay({ db, clock, log, listeners, tenantOf, onLogged });
}

/** Starts the relay and the heartbeats. `stop` waits for what is under way. */
export async function startBackground(
  parts: Sweeping & { relay: Relay; webhooks: Webhooks; backup?: BackupConfig },
): Promise<Background> {
  const { db, log, relay, webhooks } = parts;
  if (db.jobsAddress === undefined) {
    log.warn("without DATABASE_JOBS_URL nothing is swept; every balance is right all the same");
    return { relay, stop: startTelling(relay, webhooks) };
  }
  const heartbeats = [
    ...heartbeatsOf(parts),
    ...(parts.backup === undefined ? [] : backupHeartbeats(parts.backup, log)),
  ];
  await announceHeartbeats(db, heartbeats, parts.clock.now());
  const seen = heartbeats.map((beat) => seenBeat(parts, beat));
  const jobs = await startJobs(db, seen, (error) => log.error({ error }, "a heartbeat failed"));
  const stopTelling = startTelling(relay, webhooks);
  return {
    relay,
    stop: async () => {
      await jobs.stop();
      await stopTelling();
    },
  };
}

/** The same heartbeat, which says when it was done or failed. */
function seenBeat({ db, clock }: Ground, beat: Heartbeat): Heartbeat {
  const note = (outcome: "done" | "failed") => noteHeartbeat(db, { name: beat.name, outcome, atMs: clock.now() });
  return {
    ...beat,
    run: async () => {
      try {
        await beat.run();
      } catch (error) {
        await note("failed");
        throw error;
      }
      await note("done");
    },
  };
}

/** What happened is brought to those inside, and to those outside who want to be called. Returns what stops it. */
function startTelling(relay: Relay, webhooks: Webhooks): () => Promise<void> {
  relay.start();
  webhooks.start();
  return async () => {
    await relay.stop();
    await webhooks.stop();
  };
}

/** Everything that a date decides, booked now: for whoever has moved a clock and wants to see it. */
export async function sweepTenants(parts: Ground & Pick<Parts, "sealer">, tenants: readonly Tenant[]): Promise<number> {
  if (tenants.length === 0) return 0;
  const counts = [
    await sweepWallets(parts, tenants),
    await sweepParkedReturns(parts, tenants),
    await sweepReservations(parts, tenants),
    await sweepClosures(parts, tenants),
    await sweepTiers(parts, tenants),
    await sweepPending(parts, tenants),
    await sweepJourneyEntries(parts, tenants),
    await sweepJourneys(parts, tenants),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}

/** A demo whose story is still coming in lives in its own past: what the present books there would come too early. */
async function settledTenants(db: Database): Promise<Tenant[]> {
  return (await listTenants(db)).filter((tenant) => !isFilling(tenant));
}

/** A demo whose clock was moved: nobody there waits ten minutes for an expiry. */
function isAhead({ isDemo, clockOffsetMs }: Tenant): boolean {
  return isDemo && clockOffsetMs > 0;
}

/** Every heartbeat: late, twice or never, what is read is right. */
export function heartbeatsOf(parts: Sweeping): Heartbeat[] {
  const { db, clock, log } = parts;
  const beat = (name: string, cron: string, run: () => Promise<number>): Heartbeat => ({
    name,
    cron,
    run: async () => {
      const done = await run();
      if (done > 0) log.info({ done }, name);
    },
  });
  return [
    beat("sweep-wallets", "*/10 * * * *", async () => sweepWallets(parts, await settledTenants(db))),
    beat("sweep-parked-returns", "*/10 * * * *", async () => sweepParkedReturns(parts, await settledTenants(db))),
    beat("sweep-reservations", "*/10 * * * *", async () => sweepReservations(parts, await settledTenants(db))),
    beat("sweep-closures", "*/10 * * * *", async () => sweepClosures(parts, await settledTenants(db))),
    beat("sweep-journeys", "* * * * *", async () => sweepJourneys(parts, await settledTenants(db))),
    beat("sweep-journey-entries", "*/10 * * * *", async () => sweepJourneyEntries(parts, await settledTenants(db))),
    beat("sweep-tiers", "3 * * * *", async () => sweepTiers(parts, await settledTenants(db))),
    beat("sweep-pending-adjustments", "7 * * * *", async () => sweepPending(parts, await settledTenants(db))),
    beat("sweep-demos", "* * * * *", async () => sweepTenants(parts, (await settledTenants(db)).filter(isAhead))),
    beat("seal-ledger", "13 * * * *", async () =>
      sealDays(parts, await settledTenants(db), sealKeyFrom(parts.rootKey)),
    ),
    beat("run-member-imports", "* * * * *", async () => runImports(parts, await settledTenants(db))),
    beat("sweep-member-imports", "17 * * * *", async () => sweepImports(parts, await settledTenants(db))),
    beat("sweep-visitors", "53 2 * * *", async () => sweepVisitors(parts, await settledTenants(db))),
    beat("send-mail", "* * * * *", () => parts.mail.sendDue()),
    beat("sweep-portal-codes", "13 2 * * *", () => sweepCodes(db, clock.now())),
    beat("sweep-member-sessions", "13 2 * * *", () => sweepMemberSessions(db, clock.now())),
    beat("sweep-mail", "43 2 * * *", () => parts.mail.sweep()),
    beat("sweep-idempotency-keys", "23 2 * * *", () => sweepKeys(db, clock.now())),
    beat("sweep-coupon-misses", "43 2 * * *", () => sweepCouponMisses(db, clock.now())),
    beat("sweep-inbound-calls", "43 2 * * *", () => sweepCalls(db, clock.now())),
    beat("sweep-spending-proofs", "33 2 * * *", () => sweepProofs(db, clock.now())),
    beat("sweep-relay-marks", "33 2 * * *", () => sweepMarks(db, clock.now())),
    beat("sweep-webhook-deliveries", "53 2 * * *", () => sweepDeliveries(db, clock.now())),
    beat("sweep-events", "43 2 * * *", () => sweepLog(db, clock.now())),
  ];
}
