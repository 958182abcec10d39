// Cuts the connection of a request between two of its statements, wherever one is wished.
import type pg from "pg";
import type { Database } from "../../server/platform/database/database.ts";
import type { Cut } from "./wire.ts";

export type Scissors = {
  /** Cuts at the `statement`-th statement that any request sends from now on. */
  cutAt(statement: number, cut: Cut): void;
  /** Takes the scissors away; true when they had cut. */
  mend(): boolean;
};

/** For requests that take their connection from the pool; one request at a time. */
export function scissorsFor(db: Database): Scissors {
  let left = 0;
  let kind: Cut = "backend";
  const take = db.app.connect.bind(db.app);
  const cutting = async (): Promise<pg.PoolClient> => {
    const client = await take();
    let isCut = false;
    const send = client.query.bind(client);
    const query = (statement: pg.QueryConfig | string): Promise<pg.QueryResult> => {
      left -= 1;
      const answer = send(statement);
      if (left !== 0) return answer;
      isCut = true;
      if (kind === "answer") return lost(client, answer);
      send("select pg_terminate_backend(pg_backend_pid())").catch(() => undefined);
      return answer;
    };
    const release = client.release.bind(client);
    return Object.assign(client, {
      query,
      release: (...why: Parameters<typeof release>) => {
        Object.assign(client, { query: send, release });
        // A request that was through before its connection died must not hand it on to the next one.
        if (isCut) release(true);
        else release(...why);
      },
    });
  };
  // Single statements of the pool's own come with a callback, and are left alone.
  const connect = (then?: Parameters<typeof take>[0]): unknown => (then === undefined ? cutting() : take(then));
  Object.assign(db.app, { connect });
  return {
    cutAt: (statement, cut) => {
      left = statement;
      kind = cut;
    },
    mend: () => {
      const hasCut = left <= 0;
      left = 0;
      return hasCut;
    },
  };
}

/** Whatever was sent is done, COMMIT too; nobody hears of it. */
async function lost(client: pg.PoolClient, answer: Promise<pg.QueryResult>): Promise<never> {
  await answer;
  Reflect.get(client, "connection").stream.destroy();
  throw new Error("Connection terminated by the test");
}
