// Sends what is due: takes it under a lease, has it decided and rendered, hands it to the mail server, and writes down
// what came of it. A sender that dies leaves its lease behind; after that the same messages go again under the same
// Message-IDs, so that nothing is lost and what came twice can be recognised.
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { mayRetry } from "../../platform/database/failures.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { toTypeId } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import { type Mail, RETRY_MINUTES } from "../../platform/mail/mail.ts";
import { SEND_TIMEOUT_MS } from "../../platform/mail/smtp.ts";
import type { Carrier, Carrying } from "../../platform/mail/smtpPool.ts";
import { emit } from "../../platform/outbox.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer } from "../../platform/sealing.ts";
import { isFilling, type Tenant } from "../../platform/tenant.ts";
import { findTenantById } from "../tenants/tenants.ts";
import { advanceBroadcast } from "./broadcastWalk.ts";
import { eventsOf, prepare, type Ready } from "./preparing.ts";
import { findBusyBroadcasts } from "./store/broadcasts.ts";
import {
  type DeliveryRow,
  type DuePlace,
  findDuePlaces,
  leaseDue,
  type Result,
  saveResults,
} from "./store/deliveries.ts";
import { insertSuppressions } from "./store/preferences.ts";
import { addressHash } from "./suppressions.ts";

const MINUTE_MS = 60_000;
/** Longer than one letter may take, so that nobody else begins with what is under way. */
export const LEASE_MS = SEND_TIMEOUT_MS + 15_000;
/** Messages that are decided together; a sender that dies leaves no more than these in doubt. */
export const BATCH_MAX = 50;
const PLACES_MAX = 100_000;
/** How often it looks by itself. */
const POLL_MS = 2_000;

export type Messenger = Readonly<{
  /** Something was asked for and committed. Only a hint. */
  nudge(): void;
  /** Sends what is due, each tenant in turn; returns how many messages were looked at. */
  sendDue(): Promise<number>;
  start(): void;
  stop(): Promise<void>;
}>;

export type MessengerGround = Readonly<{
  db: Database;
  clock: Clock;
  log: Log;
  sealer: Sealer;
  mail: Mail;
  publicUrl: string;
  /** Undefined: there is no mail server, and everything stays in the outbox. */
  carrier: Carrier | undefined;
}>;

export function createMessenger(ground: MessengerGround): Messenger {
  const { log, carrier } = ground;
  const underWay = new Set<string>();
  let round: Promise<number> | undefined;
  let running: Promise<void> | undefined;
  let wake: (() => void) | undefined;
  let isStopped = false;

  const sendAll = async (): Promise<number> => {
    let all = 0;
    while (!isStopped) {
      const mayPlan = await advanceAll(ground);
      const some = await sendRound(ground, underWay, () => isStopped);
      all += some;
      if (some === 0 && !mayPlan) break;
    }
    return all;
  };

  const sendDue = async (): Promise<number> => {
    if (round !== undefined) await round.catch(() => 0);
    round = sendAll().finally(() => {
      round = undefined;
    });
    return round;
  };

  const run = async (): Promise<void> => {
    while (!isStopped) {
      await sendDue().catch((error: unknown) => log.warn({ error }, "messages could not be sent; they will be"));
      if (!isStopped) await sleep();
    }
  };
  const sleep = (): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        wake = undefined;
        resolve();
      };
      const timer = setTimeout(end, POLL_MS);
      wake = end;
    });

  return {
    nudge: () => wake?.(),
    sendDue,
    start: () => {
      running ??= run();
    },
    stop: async () => {
      isStopped = true;
      wake?.();
      await running;
      await round?.catch(() => 0);
      carrier?.close();
    },
  };
}

/** Tenants take turns by batches, so that a big one does not keep a small one's receipt waiting. */
async function sendRound(ground: MessengerGround, underWay: Set<string>, isOver: () => boolean): Promise<number> {
  let all = 0;
  const places = await findDuePlaces(ground.db, PLACES_MAX);
  const turns = [...Map.groupBy(places, ({ tenantId }) => tenantId).values()];
  while (turns.length > 0 && !isOver()) {
    for (const left of [...turns]) {
      const place = left.shift();
      const some = place === undefined ? 0 : await sendBatch(ground, place, underWay);
      all += some;
      if (place !== undefined && some === BATCH_MAX) left.push(place);
      if (left.length === 0) turns.splice(turns.indexOf(left), 1);
    }
  }
  return all;
}

/** Every broadcast that has something to do goes a step on; says whether one may go on at once. */
async function advanceAll(ground: MessengerGround): Promise<boolean> {
  const { db, sealer, log } = ground;
  let mayPlan = false;
  for (const { tenantId, id } of await findBusyBroadcasts(db)) {
    const tenant = await tenantOf(ground, tenantId);
    if (tenant === undefined || isFilling(tenant)) continue;
    try {
      const step = (ctx: Ctx) => advanceBroadcast(ctx, { sealer, tenant }, id);
      if (await inTransaction(db, whoIs(ground, tenant), step)) mayPlan = true;
    } catch (error) {
      log.error({ error, tenantId, broadcast: toTypeId("brc", id) }, "a broadcast could not go on");
    }
  }
  return mayPlan;
}

/** Returns how many were taken. */
async function sendBatch(ground: MessengerGround, place: DuePlace, underWay: Set<string>): Promise<number> {
  const { db, clock } = ground;
  const tenant = await tenantOf(ground, place.tenantId);
  // A demo whose story is still coming in lives in its own past.
  if (tenant === undefined || isFilling(tenant)) return 0;
  const wallMs = clock.now();
  const leasedUntilMs = wallMs + LEASE_MS;
  const nowMs = wallMs + tenant.clockOffsetMs;
  const taken = await leaseDue(db, place, { nowMs, wallMs, leasedUntilMs, limit: BATCH_MAX });
  const due = taken.filter(({ id }) => !underWay.has(id));
  for (const { id } of due) underWay.add(id);
  try {
    await sendSome(ground, { tenant, due, leasedUntilMs });
  } finally {
    for (const { id } of due) underWay.delete(id);
  }
  return due.length;
}

/** One message that cannot be decided or rendered must not keep the others from it: whoever fails is tried alone. */
async function sendSome(ground: MessengerGround, batch: Batch): Promise<void> {
  const { tenant, due } = batch;
  try {
    await sendThese(ground, batch);
  } catch (error) {
    const [first] = due;
    if (mayRetry(error) || error instanceof Refusal || first === undefined) throw error;
    if (due.length > 1) {
      for (const one of due) await sendSome(ground, { ...batch, due: [one] });
      return;
    }
    ground.log.error({ error, tenantId: tenant.id, message: toTypeId("dlv", first.id) }, "a message cannot be sent");
    if (first.attempts <= RETRY_MINUTES.length) return;
    const broken = { status: "failed" as const, reason: "broken", version: null, dueAt: null, sentAt: null };
    await inTransaction(ground.db, whoIs(ground, tenant), (ctx) =>
      saveResults(ctx, [{ ...broken, delivery: first, attempts: first.attempts }]),
    );
  }
}

type Batch = Readonly<{ tenant: Tenant; due: readonly DeliveryRow[]; leasedUntilMs: number }>;

async function sendThese(ground: MessengerGround, { tenant, due, leasedUntilMs }: Batch): Promise<void> {
  const { db, clock, sealer, publicUrl, carrier } = ground;
  // Nothing in a demo is meant: its members' addresses are nobody's, or somebody else's.
  const isKept = carrier === undefined || tenant.isDemo;
  const home = { sealer, tenant, publicUrl };
  const ready = await inTransaction(db, whoIs(ground, tenant), async (ctx) => {
    const letters = await prepare(ctx, home, due);
    if (isKept) await keepAll(ctx, ground, letters);
    return letters;
  });
  if (isKept) return;
  const saver = createSaver(ground, tenant, due);
  await Promise.all(
    ready.map(async (letter) => {
      const { delivery, parcel } = letter;
      const mayBegin = (): boolean => clock.now() + SEND_TIMEOUT_MS <= leasedUntilMs;
      const stamp = { id: toTypeId("dlv", delivery.id), createdAt: delivery.createdAt };
      const carrying = await carrier.send(parcel, stamp, mayBegin).catch(() => unsendable);
      if (carrying !== undefined) saver.add(letter, carrying);
    }),
  );
  await saver.end();
}

/** What would be more than one letter to one person was refused before any server heard of it. */
const unsendable: Carrying = { outcome: "failed", why: "unsendable", isMailboxRefused: false };

/** Without a mail server a letter lies in the outbox, where it is read; it is not sent, and is not said to be. */
async function keepAll(ctx: Ctx, { mail }: MessengerGround, letters: readonly Ready[]): Promise<void> {
  for (const { parcel } of letters) await mail.keep(ctx, "message", parcel);
  await saveResults(
    ctx,
    letters.map(({ delivery, version }) => ({
      delivery,
      status: "kept",
      reason: null,
      version,
      attempts: delivery.attempts,
      dueAt: null,
      sentAt: ctx.now,
    })),
  );
}

type Saver = Readonly<{ add(letter: Ready, carrying: Carrying): void; end(): Promise<void> }>;

/**
 * Writes down what came of each letter as soon as the one before is written: what a crash leaves in doubt is what was
 * sent within one commit.
 */
function createSaver(ground: MessengerGround, tenant: Tenant, due: readonly DeliveryRow[]): Saver {
  let waiting: { letter: Ready; carrying: Carrying }[] = [];
  let saving: Promise<void> | undefined;

  const save = async (): Promise<void> => {
    while (waiting.length > 0) {
      const these = waiting;
      waiting = [];
      await inTransaction(ground.db, whoIs(ground, tenant), async (ctx) => {
        const results = these.map(({ letter, carrying }) => resultOf(ctx, letter, carrying));
        const dead = these.filter(({ carrying }) => carrying.isMailboxRefused);
        const keys = await ground.sealer.keysOf(ctx);
        await saveResults(ctx, results);
        await insertSuppressions(
          ctx,
          dead.map(({ letter }) => {
            const { channel } = letter.delivery;
            return { channel, hash: addressHash(keys, channel, letter.parcel.to.address), reason: "hard_bounce" };
          }),
        );
        await emit(
          ctx,
          results.flatMap((result) => eventsOf(ctx, due, result)),
        );
      });
    }
  };
  const go = (): void => {
    saving ??= save().finally(() => {
      saving = undefined;
    });
  };

  return {
    add: (letter, carrying) => {
      waiting.push({ letter, carrying });
      go();
      // Whoever ends the batch hears of it.
      saving?.catch(() => {});
    },
    end: async () => {
      while (waiting.length > 0 || saving !== undefined) {
        go();
        await saving;
      }
    },
  };
}

function resultOf(ctx: Ctx, { delivery, version }: Ready, carrying: Carrying): Result {
  const about = { delivery, version, attempts: delivery.attempts };
  if (carrying.outcome === "sent") {
    return { ...about, status: "sent", reason: null, dueAt: null, sentAt: ctx.now };
  }
  const minutes = RETRY_MINUTES[delivery.attempts - 1];
  if (carrying.outcome === "retry" && minutes !== undefined) {
    return { ...about, status: "queued", reason: carrying.why, dueAt: ctx.now + minutes * MINUTE_MS, sentAt: null };
  }
  const status = carrying.isMailboxRefused ? "bounced" : "failed";
  return { ...about, status, reason: carrying.why, dueAt: null, sentAt: null };
}

async function tenantOf({ db, clock }: MessengerGround, tenantId: string): Promise<Tenant | undefined> {
  const tenant = await findTenantById(db, tenantId, clock.now());
  return tenant?.removedAt === undefined ? tenant : undefined;
}

function whoIs({ clock }: MessengerGround, tenant: Tenant) {
  return { tenantId: tenant.id, now: clock.now() + tenant.clockOffsetMs, actor: "system" };
}
