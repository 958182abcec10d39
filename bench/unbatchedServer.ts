// The same server with the same code, but one transaction a request: what the lanes are held against. It joins the
// database of the server that runs on the same data folder.
import { buildApp } from "../server/app.ts";
import { readConfig } from "../server/config.ts";
import { recordMovements } from "../server/modules/ledger/movements.ts";
import { recordActivities } from "../server/modules/programme/activities.ts";
import { createParts } from "../server/parts.ts";
import { systemClock } from "../server/platform/clock.ts";
import type { Database } from "../server/platform/database/database.ts";
import { openDatabase } from "../server/platform/database/open.ts";
import { onConnection } from "../server/platform/database/transaction.ts";
import type { LaneOptions, Lanes } from "../server/platform/lanes.ts";
import { createLog } from "../server/platform/log.ts";
import { Refusal } from "../server/platform/refusal.ts";
import { readRootKey } from "../server/platform/rootKey.ts";

/** More than these only wait for each other on two cores. */
const CONNECTIONS = 32;

/** One transaction an operation, on whichever connection is free; who finds none waits in line. */
function openUnbatched<Input, Output>(
  db: Database,
  work: LaneOptions<Input, Output>["work"],
): Promise<Lanes<Input, Output>> {
  return Promise.all(Array.from({ length: CONNECTIONS }, () => db.connectLane())).then((connections) => {
    const free = connections.map((connection, lane) => ({ connection, lane }));
    const waiting: ((one: (typeof free)[number]) => void)[] = [];
    const take = () => {
      const one = free.pop();
      return one === undefined ? new Promise<(typeof free)[number]>((resolve) => waiting.push(resolve)) : one;
    };
    return {
      run: async ({ tenantId, now, input }) => {
        const one = await take();
        try {
          const who = { tenantId, now, actor: "lane" };
          const [outcome] = await onConnection(one.connection, who, (ctx) => work({ ...ctx, lane: one.lane }, [input]));
          if (outcome === undefined || outcome instanceof Refusal) throw outcome ?? new Error("no outcome");
          return outcome;
        } finally {
          const next = waiting.shift();
          if (next === undefined) free.push(one);
          else next(one);
        }
      },
      depth: () => waiting.length,
      close: async () => {
        await Promise.all(connections.map((connection) => connection.end()));
      },
    };
  });
}

const config = readConfig();
const db = await openDatabase(config, { purpose: "command", tell: () => {} });
const { rateLimitPerMinute } = config;
const log = createLog("warn");
const parts = createParts({ db, clock: systemClock, log, rootKey: readRootKey(config), rateLimitPerMinute });
const [activities, movements] = await Promise.all([
  openUnbatched(db, recordActivities),
  openUnbatched(db, recordMovements),
]);
const app = await buildApp({ ...parts, lanes: { ...parts.lanes, activities, movements } });
process.stdout.write(`answers at ${await app.listen({ host: config.host, port: config.port })}\n`);
process.once("SIGTERM", () => process.exit(0));
