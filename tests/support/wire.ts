// The wire between the lanes and the database: what goes over it is counted, and it can be cut between two statements.
import type { Duplex } from "node:stream";
import type pg from "pg";
import type { Database } from "../../server/platform/database/database.ts";

/**
 * - backend: the database's side dies when it has done the statement and before it does the next one.
 * - answer: our side loses the statement's answer; whatever was sent already is still done, COMMIT too.
 */
export const cuts = ["backend", "answer"] as const;
export type Cut = (typeof cuts)[number];

export type Watched = {
  /** Every statement in the order of sending, BEGIN and COMMIT too. */
  readonly statements: string[];
  /** How often we sent something after having heard something: what is sent without waiting travels in one flight. */
  flights: number;
};

export type Wire = {
  /** Counts what is sent from now on. */
  watch(): Watched;
  /** Cuts the connection at the `statement`-th statement from now on. */
  cutAt(statement: number, cut: Cut): void;
  /** Takes the scissors away; true when they had cut. */
  mend(): boolean;
};

/** Watches every lane that is opened on the database from now on. */
export function watchLanes(db: Database): Wire {
  const connectLane = db.connectLane;
  let watched: Watched = { statements: [], flights: 0 };
  let scissors: { left: number; cut: Cut } | undefined;

  const isCutNow = (): Cut | undefined => {
    if (scissors === undefined) return undefined;
    scissors.left -= 1;
    return scissors.left === 0 ? scissors.cut : undefined;
  };
  const connect = async (): Promise<pg.Client> => {
    const client = await connectLane();
    countFlights(client, () => {
      watched.flights += 1;
    });
    const send = client.query.bind(client);
    const query = (statement: pg.QueryConfig | string): Promise<pg.QueryResult> => {
      const text = typeof statement === "string" ? statement : statement.text;
      // Sent ahead of the 2nd, 4th, 8th… batch of a connection: part of no batch's price.
      if (text === "DISCARD PLANS") return send(statement);
      watched.statements.push(text);
      const cut = isCutNow();
      const answer = send(statement);
      if (cut === "backend") send("select pg_terminate_backend(pg_backend_pid())").catch(() => undefined);
      return cut === "answer" ? loseAnswer(client, answer) : answer;
    };
    return Object.assign(client, { query });
  };
  Object.assign(db, { connectLane: connect });

  return {
    watch: () => {
      watched = { statements: [], flights: 0 };
      return watched;
    },
    cutAt: (statement, cut) => {
      scissors = { left: statement, cut };
    },
    mend: () => {
      const hasCut = scissors !== undefined && scissors.left <= 0;
      scissors = undefined;
      return hasCut;
    },
  };
}

async function loseAnswer(client: pg.Client, answer: Promise<pg.QueryResult>): Promise<never> {
  await answer;
  socketOf(client).destroy();
  throw new Error("Connection terminated by the test");
}

/** At the socket, below the driver: no statement is taken for sent before it is. */
function countFlights(client: pg.Client, tell: () => void): void {
  const socket = socketOf(client);
  let hasHeard = true;
  socket.on("data", () => {
    hasHeard = true;
  });
  socket.write = new Proxy(socket.write, {
    apply: (write, self, sent) => {
      if (hasHeard) tell();
      hasHeard = false;
      return Reflect.apply(write, self, sent);
    },
  });
}

function socketOf(client: pg.Client): Duplex {
  return Reflect.get(client, "connection").stream;
}
