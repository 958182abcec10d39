// Micro-batches: one lane is one connection that commits whatever queued up while its previous commit was in flight.
// No timer. A naive transaction costs 570 µs of CPU an activity, a batch of 256 callers 54 (2 cores, PostgreSQL 18).
import type pg from "pg";
import { mayRetry } from "./database/failures.ts";
import { type Ctx, onConnection, type readOnConnection } from "./database/transaction.ts";
import { Refusal } from "./refusal.ts";

/** How many operations one transaction takes at most. */
export const BATCH_MAX = 512;
/** How many operations may wait in this process before callers are sent away. */
export const QUEUE_MAX = 20_000;
/** How long a batch is tried again after a lost connection, a deadlock or a serialization failure. */
export const RETRY_MS = 5_000;

/**
 * Something to do for one tenant and bucket. The same key twice is done once; `fingerprint` tells a repeat from a
 * clash.
 */
export type Operation<Input> = Readonly<{
  tenantId: string;
  bucket: number;
  key: string;
  fingerprint: string;
  /** The tenant's time when it was asked for. */
  now: number;
  input: Input;
}>;

export type Lanes<Input, Output> = Readonly<{
  /** Resolves after COMMIT with this operation's own result; rejects with its Refusal. */
  run(operation: Operation<Input>): Promise<Output>;
  /** How many operations wait or are under way. */
  depth(): number;
  /** Ends what is under way, refuses what comes after. */
  close(): Promise<void>;
}>;

export type LaneOptions<Input, Output> = Readonly<{
  laneCount: number;
  connect(): Promise<pg.Client>;
  /** All inputs in one transaction: a result or a refusal for each, in order. */
  work(ctx: LaneCtx, inputs: readonly Input[]): Promise<(Output | Refusal)[]>;
  /** How a batch is done; without more said, resolved by its COMMIT. */
  transact?: typeof onConnection | typeof readOnConnection;
  /** Told after each commit: whoever delivers what was written may look. */
  committed?(tenantId: string): void;
  batchMax?: number;
}>;

/** `lane` tells issuer positions apart, so that no two lanes wait for the same row. */
export type LaneCtx = Ctx & Readonly<{ lane: number }>;

type Waiting<Input, Output> = {
  readonly operation: Operation<Input>;
  readonly resolve: (output: Output) => void;
  readonly reject: (error: unknown) => void;
};

/** Opens `laneCount` lanes, each with a connection of its own; an operation's bucket decides its lane. */
export function openLanes<Input, Output>(options: LaneOptions<Input, Output>): Lanes<Input, Output> {
  let depth = 0;
  let isClosed = false;
  const lanes = Array.from({ length: options.laneCount }, (_, lane) => openLane(options, lane));

  const run = async (operation: Operation<Input>): Promise<Output> => {
    const lane = lanes[operation.bucket % lanes.length];
    if (isClosed || lane === undefined)
      throw new Refusal("unavailable", "The server is stopping.", { retryAfterSeconds: 5 });
    if (depth >= QUEUE_MAX) {
      throw new Refusal("unavailable", "Too much is waiting to be booked; please try again.", { retryAfterSeconds: 1 });
    }
    depth += 1;
    try {
      return await lane.run(operation);
    } finally {
      depth -= 1;
    }
  };
  const close = async (): Promise<void> => {
    isClosed = true;
    await Promise.all(lanes.map((lane) => lane.close()));
  };
  return { run, depth: () => depth, close };
}

type Lane<Input, Output> = { run(operation: Operation<Input>): Promise<Output>; close(): Promise<void> };

type Batch<Input, Output> = readonly Waiting<Input, Output>[];

function openLane<Input, Output>(options: LaneOptions<Input, Output>, lane: number): Lane<Input, Output> {
  // Tenants take turns: the map keeps their order, and whoever was served goes to its end.
  const queues = new Map<string, Waiting<Input, Output>[]>();
  const connection = keptConnection(options.connect);
  let working: Promise<void> | undefined;

  const attempt = async (batch: Batch<Input, Output>): Promise<(Output | Refusal)[]> => {
    const tenantId = batch[0]?.operation.tenantId ?? "";
    const now = Math.max(...batch.map(({ operation }) => operation.now));
    const inputs = batch.map(({ operation }) => operation.input);
    const client = await connection.get();
    const transact = options.transact ?? onConnection;
    return transact(client, { tenantId, now, actor: "lane" }, (ctx) => options.work({ ...ctx, lane }, inputs));
  };
  const attemptAgain = async (batch: Batch<Input, Output>): Promise<(Output | Refusal)[]> => {
    try {
      return await retried(() => attempt(batch), connection.drop);
    } catch (error) {
      // Who waits behind would wait as long for the same answer, batch after batch.
      if (error instanceof Refusal && error.code === "unavailable") sendAway(queues, error);
      throw error;
    }
  };

  const drain = async (): Promise<void> => {
    for (;;) {
      const batch = takeBatch(queues, options.batchMax ?? BATCH_MAX);
      if (batch === undefined) {
        // Forgotten in the same step that found nothing: one that is queued a moment later starts anew.
        working = undefined;
        return;
      }
      await settleBatch(batch, attemptAgain);
      options.committed?.(batch[0]?.operation.tenantId ?? "");
    }
  };

  const run = (operation: Operation<Input>): Promise<Output> =>
    new Promise((resolve, reject) => {
      const queue = queues.get(operation.tenantId);
      const waiting = { operation, resolve, reject };
      if (queue === undefined) queues.set(operation.tenantId, [waiting]);
      else queue.push(waiting);
      // The microtask lets every request that the event loop has already read join the first batch.
      working ??= Promise.resolve().then(drain);
    });
  const close = async (): Promise<void> => {
    await working;
    await connection.drop();
  };
  return { run, close };
}

/**
 * One connection, made when it is first needed and made anew after it was dropped. Its plans are made anew at the 2nd,
 * 4th, 8th… batch: the one that was right for an empty table reads a grown one whole (20 ms instead of 0.5), and it is
 * a quarter of a minute until autovacuum has counted.
 */
function keptConnection(connect: () => Promise<pg.Client>): { get(): Promise<pg.Client>; drop(): Promise<void> } {
  let client: pg.Client | undefined;
  let batches = 0;
  return {
    get: async () => {
      client ??= await connect();
      batches += 1;
      const isPowerOfTwo = (batches & (batches - 1)) === 0;
      // Travels with the batch; if it fails, so does what follows it, and that is heard.
      if (isPowerOfTwo) client.query("DISCARD PLANS").catch(() => undefined);
      return client;
    },
    drop: async () => {
      const lost = client;
      client = undefined;
      await lost?.end().catch(() => undefined);
    },
  };
}

function sendAway<Input, Output>(queues: Map<string, Waiting<Input, Output>[]>, refusal: Refusal): void {
  const waiting = [...queues.values()].flat();
  queues.clear();
  for (const { reject } of waiting) reject(refusal);
}

/** The outcome of a lost commit is unknown; the keys make it safe to do the same batch again. */
async function retried<Result>(attempt: () => Promise<Result>, dropConnection: () => Promise<void>): Promise<Result> {
  const startedAt = performance.now();
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!mayRetry(error)) throw error;
      await dropConnection();
      if (performance.now() - startedAt > RETRY_MS) {
        throw new Refusal("unavailable", "The database did not answer; send the same request again.", {
          retryAfterSeconds: 5,
        });
      }
      await new Promise((resolve) => setTimeout(resolve, Math.min(20 * 2 ** tries, 500)));
    }
  }
}

/** One operation that fails must not fail its neighbours: the batch is halved until it stands alone. */
async function settleBatch<Input, Output>(
  batch: Batch<Input, Output>,
  attempt: (batch: Batch<Input, Output>) => Promise<(Output | Refusal)[]>,
): Promise<void> {
  try {
    const results = await attempt(batch);
    for (const [index, waiting] of batch.entries()) settleOne(waiting, results[index]);
  } catch (error) {
    if (batch.length === 1 || error instanceof Refusal) {
      for (const waiting of batch) waiting.reject(error);
      return;
    }
    const half = Math.ceil(batch.length / 2);
    await settleBatch(batch.slice(0, half), attempt);
    await settleBatch(batch.slice(half), attempt);
  }
}

function settleOne<Input, Output>(waiting: Waiting<Input, Output>, result: Output | Refusal | undefined): void {
  if (result === undefined) waiting.reject(new Error("the batch gave no result for an operation"));
  else if (result instanceof Refusal) waiting.reject(result);
  else waiting.resolve(result);
}

/**
 * The next tenant's operations. A key that is already in the batch shares the first one's result; the same key with
 * another body waits for the next batch, where it meets the finished first one.
 */
function takeBatch<Input, Output>(
  queues: Map<string, Waiting<Input, Output>[]>,
  batchMax: number,
): Waiting<Input, Output>[] | undefined {
  const [first] = queues;
  if (first === undefined) return undefined;
  const [tenantId, queue] = first;
  queues.delete(tenantId);

  const batch = new Map<string, Waiting<Input, Output>>();
  const later: Waiting<Input, Output>[] = [];
  for (const waiting of queue) {
    const same = batch.get(waiting.operation.key);
    if (same !== undefined && same.operation.fingerprint === waiting.operation.fingerprint) {
      batch.set(waiting.operation.key, shared(same, waiting));
    } else if (same !== undefined || batch.size >= batchMax) {
      later.push(waiting);
    } else {
      batch.set(waiting.operation.key, waiting);
    }
  }
  if (later.length > 0) queues.set(tenantId, later);
  return [...batch.values()];
}

function shared<Input, Output>(first: Waiting<Input, Output>, second: Waiting<Input, Output>): Waiting<Input, Output> {
  return {
    operation: first.operation,
    resolve: (output) => {
      first.resolve(output);
      second.resolve(output);
    },
    reject: (error) => {
      first.reject(error);
      second.reject(error);
    },
  };
}
