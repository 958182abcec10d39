// Mail of the platform's own: written down in the transaction that it belongs to, sent afterwards, at least once.
// Without a mail server nothing leaves this machine: letters then wait in the outbox, where the owner reads them.
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { type Ctx, inTransaction } from "../database/transaction.ts";
import { bucketOf, newId, toTypeId } from "../ids.ts";
import type { Log } from "../log.ts";
import type { Sealer, TenantKeys } from "../sealing.ts";
import { type Claimed, claimDue, insertMessage, type StoredMessage, saveTry, sweepMessages } from "./messages.ts";
import { checkedLetter, type Letter, type Send } from "./smtp.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Minutes until the next try, by the number of tries so far; then it is given up, after some seventeen hours. */
export const RETRY_MINUTES = [1, 5, 15, 60, 240, 720] as const;
/** A sender that died is taken to be dead after this; its letters are then sent again under their Message-IDs. */
export const LEASE_MS = 5 * MINUTE_MS;
/** How long what was written can be read, and how long it is known that there was a letter. */
export const BODY_KEPT_DAYS = 7;
export const LETTER_KEPT_DAYS = 90;
/** Letters under way at once. */
const CLAIM_MAX = 10;

export type Mail = {
  /** False: letters stay in the outbox. */
  readonly isSending: boolean;
  /** Writes a letter down within `ctx`. Call `nudge` once that is committed. */
  post(ctx: Ctx, kind: string, letter: Letter): Promise<void>;
  /** Writes down what goes to no mailbox, as what is for a phone: it stays in the outbox, with or without a server. */
  keep(ctx: Ctx, kind: string, letter: Letter): Promise<void>;
  /** What a letter says; undefined once it was emptied. */
  read(keys: TenantKeys, message: StoredMessage): Letter | undefined;
  /** Sends what is due, soon. Only a hint: the heartbeat does the same every minute. */
  nudge(): void;
  /** Sends what is due; returns how many were tried. */
  sendDue(): Promise<number>;
  /** Empties what is old. */
  sweep(): Promise<number>;
  /** Waits for what is under way. */
  stop(): Promise<void>;
};

type Ground = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly sealer: Sealer;
  /** Undefined: there is no mail server. */
  readonly send: Send | undefined;
};

export function createMail(ground: Ground): Mail {
  const { db, clock, log, sealer, send } = ground;
  let round: Promise<number> | undefined;
  let isAskedAgain = false;

  const sendDue = async (): Promise<number> => {
    let tried = 0;
    for (;;) {
      if (send === undefined) return tried;
      const nowMs = clock.now();
      const claimed = await claimDue(db, { nowMs, leaseUntilMs: nowMs + LEASE_MS, limit: CLAIM_MAX });
      await Promise.all(claimed.map((message) => tryOne({ ...ground, send }, message)));
      tried += claimed.length;
      if (claimed.length < CLAIM_MAX) return tried;
    }
  };

  /** One round at a time; who asks meanwhile gets another one after it. */
  const nudge = (): void => {
    if (round !== undefined) {
      isAskedAgain = true;
      return;
    }
    round = sendDue()
      .catch((error: unknown) => {
        log.error({ error }, "letters could not be sent; they will be tried again");
        return 0;
      })
      .finally(() => {
        round = undefined;
        if (isAskedAgain) {
          isAskedAgain = false;
          nudge();
        }
      });
  };

  const write = async (ctx: Ctx, kind: string, letter: Letter, status: "queued" | "kept"): Promise<void> => {
    const nowMs = clock.now();
    const id = newId(nowMs, bucketOf(ctx.tenantId));
    const keys = await sealer.keysOf(ctx);
    const sealed = keys.strangers.seal(labelOf(id), JSON.stringify(letter));
    await insertMessage(ctx, { id, kind, sealed, status, nowMs });
  };

  return {
    isSending: send !== undefined,
    post: (ctx, kind, letter) => write(ctx, kind, checkedLetter(letter), send === undefined ? "kept" : "queued"),
    keep: (ctx, kind, letter) => write(ctx, kind, letter, "kept"),
    read: (keys, { id, sealed }) => (sealed === undefined ? undefined : letterFrom(keys, id, sealed)),
    nudge,
    sendDue,
    sweep: () => {
      const nowMs = clock.now();
      return sweepMessages(db, {
        emptyMs: nowMs - BODY_KEPT_DAYS * DAY_MS,
        forgetMs: nowMs - LETTER_KEPT_DAYS * DAY_MS,
      });
    },
    async stop() {
      while (round !== undefined) await round;
    },
  };
}

/** One letter that cannot be opened or sent must not keep the others from it. */
async function tryOne(ground: Ground & { readonly send: Send }, message: Claimed): Promise<void> {
  const { db, clock, log, sealer, send } = ground;
  const { tenantId, id, sealed, attempts, createdAt } = message;
  try {
    const who = { tenantId, now: clock.now(), actor: "system" };
    const keys = await inTransaction(db, who, (ctx) => sealer.keysOf(ctx));
    const letter = sealed === undefined ? undefined : letterFrom(keys, id, sealed);
    const sending =
      letter === undefined
        ? ({ outcome: "failed", why: "emptied" } as const)
        : await send(letter, { id: toTypeId("eml", id), createdAt });
    const nowMs = clock.now();
    if (sending.outcome === "sent") {
      await saveTry(db, message, { status: "sent", failure: undefined, dueAt: undefined, endedAt: nowMs });
      return;
    }
    const wait = RETRY_MINUTES[attempts - 1];
    const isOver = sending.outcome === "failed" || wait === undefined;
    log.warn({ message: toTypeId("eml", id), why: sending.why, attempts, isOver }, "a letter was not taken");
    await saveTry(
      db,
      message,
      isOver
        ? { status: "failed", failure: sending.why, dueAt: undefined, endedAt: nowMs }
        : { status: "queued", failure: sending.why, dueAt: nowMs + wait * MINUTE_MS, endedAt: undefined },
    );
  } catch (error) {
    // Its lease runs out, and it is tried again.
    log.error({ error, message: toTypeId("eml", id) }, "a letter could not be tried");
  }
}

function labelOf(id: string): string {
  return `mail ${id}`;
}

function letterFrom(keys: TenantKeys, id: string, sealed: Buffer): Letter {
  const { to, subject, text }: Letter = JSON.parse(keys.strangers.open(labelOf(id), sealed));
  return { to, subject, text };
}
