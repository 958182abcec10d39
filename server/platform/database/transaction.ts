// One way into a tenant's data: a transaction that says whose it is, and that has happened only when COMMIT says so.
import { EventEmitter } from "node:events";
import { Writable } from "node:stream";
import type pg from "pg";
import { Refusal } from "../refusal.ts";
import type { Database } from "./database.ts";
import { asRefusal, isAway } from "./failures.ts";
import { statement } from "./statements.ts";

/** Who acts, for whom and when. */
export type Who = {
  readonly tenantId: string;
  /** The tenant's domain time in epoch milliseconds. */
  readonly now: number;
  /** As actor.ts writes it: "key_…", "tky_…", "stf_…", "mem_…", "system" or "cli". */
  readonly actor: string;
  /** What is written at the end of the transaction about it; absent where nobody needs to be told. */
  readonly trail?: Trail;
};

export type Trail = {
  /** Nothing was changed: it had been done before. */
  repeated(): void;
  /** Called when everything else is done, with what came of it. */
  end(ctx: Ctx, result: unknown): Promise<void>;
};

export type Ctx = Who & {
  /** Runs one statement, prepared by its text. Statements asked for together travel together. */
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** For a write whose answer nobody needs: it travels with COMMIT, and if it fails so does the transaction. */
  later(writing: Promise<unknown>): void;
  /** Something was written for others to hear: whoever brings it is woken as soon as it is committed. */
  told(): void;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** One message; the id stands in the text because SET takes no parameters, so nothing but a UUID gets there. */
function begin(mode: "BEGIN" | "BEGIN READ ONLY", tenantId: string): string {
  if (!UUID.test(tenantId)) throw new Error("A tenant's id must be a UUID in lower case.");
  return `${mode}; SET LOCAL app.tenant_id = '${tenantId}'`;
}

/** Does `work` in one transaction under the application's role. A database that is away is refused as unavailable. */
export async function inTransaction<T>(db: Database, who: Who, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  let client: pg.PoolClient | undefined;
  try {
    client = await db.app.connect();
    let hasTold = false;
    const told = (): void => {
      hasTold = true;
    };
    const result = await onConnection(client, who, async (ctx) => {
      hasTold = false;
      const telling = { ...ctx, told };
      const done = await work(telling);
      await who.trail?.end(telling, done);
      return done;
    });
    client.release();
    if (hasTold) for (const hear of db.hearers) hear(who.tenantId);
    return result;
  } catch (error) {
    // Whatever failed has been rolled back; only a connection that is lost is of no further use.
    client?.release(isAway(error));
    throw asRefusal(error);
  }
}

/**
 * This transaction's COMMIT does not wait for the disk: after a crash it may not have happened, and then nothing that
 * came after it has. For whoever does the same again by keys.
 */
export function commitWithoutWaiting(ctx: Ctx): void {
  ctx.later(ctx.query("set local synchronous_commit to off"));
}

/** Whatever is read from here on is of one moment. To be said before anything is read. */
export async function ofOneMoment(ctx: Ctx): Promise<void> {
  await ctx.query("set transaction isolation level repeatable read");
}

/** How often one transaction is done again; a bound that only a bug meets. */
const AGAIN_MAX = 20;

const firstOf = new WeakMap<Error, (ctx: Ctx) => Promise<void>>();

/**
 * To be thrown by work that wants something else committed before it: its transaction is undone, `first` done in one of
 * its own, and the work done anew.
 */
export function againAfter(first: (ctx: Ctx) => Promise<void>): Error {
  const error = new Error("a transaction is to be done again, after another one");
  firstOf.set(error, first);
  return error;
}

/**
 * The same on a connection of the caller's own, with errors as the driver gives them. The transaction's beginning
 * travels with the first statements; what `work` gave to `later` travels with COMMIT.
 */
export async function onConnection<T>(client: pg.ClientBase, who: Who, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  for (let again = 0; ; again += 1) {
    try {
      return await attempt(client, who, work);
    } catch (error) {
      const first = error instanceof Error ? firstOf.get(error) : undefined;
      if (first === undefined || again === AGAIN_MAX) throw error;
      await attempt(client, who, first);
    }
  }
}

async function attempt<T>(client: pg.ClientBase, who: Who, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { send, query, sent } = sender(client);
  const failures: unknown[] = [];
  const later = (writing: Promise<unknown>): void => {
    writing.catch((error) => failures.push(error));
  };
  send(begin("BEGIN", who.tenantId));
  let result: T;
  try {
    result = await work({ ...who, query, later, told: () => {} });
    // A write that failed before it was sent, by a mistake of ours: the others must not be committed without it.
    if (failures.length > 0) throw failures[0];
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    // After a write that failed everything fails: what went wrong is said by the first.
    throw error instanceof Refusal ? error : (failures[0] ?? error);
  }
  const commit = send("COMMIT");
  // In the order of sending: what is thrown is the first failure, not its consequences.
  for (const answer of sent) await answer;
  const { command } = await commit;
  if (command !== "COMMIT") throw new Error("The transaction was rolled back: a statement in it had failed.");
  return result;
}

/**
 * For questions: what was read is true whether or not the end of its transaction is heard, so nobody waits for it. Half
 * the round trips of a batch that asks one flight of questions.
 */
export async function readOnConnection<T>(client: pg.ClientBase, who: Who, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { send, query } = sender(client);
  const later = (): never => {
    throw new Error("A question writes nothing.");
  };
  send(begin("BEGIN READ ONLY", who.tenantId));
  try {
    return await work({ ...who, query, later, told: later });
  } finally {
    // After a failed statement this rolls back; a connection that was lost is noticed by the next question.
    send("COMMIT");
  }
}

/** Sends statements without waiting for each other's answers. */
function sender(client: pg.ClientBase) {
  const sent: Promise<unknown>[] = [];
  const send = <Row extends pg.QueryResultRow>(query: string | pg.QueryConfig): Promise<pg.QueryResult<Row>> => {
    inOneWrite(client);
    const answer = client.query<Row>(query);
    sent.push(answer);
    // Heard here, so that a failure which nobody waits for is not taken for a bug of ours: onConnection throws it.
    answer.catch(() => {});
    return answer;
  };
  const query = async <Row>(text: string, values?: readonly unknown[]): Promise<Row[]> => {
    const { rows } = await send<Row & pg.QueryResultRow>(statement(text, values));
    return rows;
  };
  return { sent, send, query };
}

const held = new WeakSet<Writable>();

/**
 * What is sent in one turn of the event loop goes out in one write: the driver's own writes, one a statement, cost a
 * lone caller's fourteen statements 14 system calls here and as many awakenings there.
 */
function inOneWrite(client: pg.ClientBase): void {
  const connection: unknown = Reflect.get(client, "connection");
  const stream: unknown = connection instanceof EventEmitter ? Reflect.get(connection, "stream") : undefined;
  if (!(stream instanceof Writable) || held.has(stream)) return;
  held.add(stream);
  stream.cork();
  // After the promises that are settled already: their statements belong to the same flight.
  process.nextTick(() => {
    held.delete(stream);
    stream.uncork();
  });
}
