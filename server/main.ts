// The server: wired by hand, top to bottom; started by `npm start`, stopped by SIGTERM or Ctrl-C.

import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { buildApp } from "./app.ts";
import { startBackground } from "./background.ts";
import { type Config, readConfig } from "./config.ts";
import { beginDemo, forgetCleared } from "./demo/demo.ts";
import { groundOf } from "./ground.ts";
import { firstOwnerLinks } from "./modules/tenants/ownerLinks.ts";
import { createParts } from "./parts.ts";
import { systemClock } from "./platform/clock.ts";
import { openDatabase } from "./platform/database/open.ts";
import type { Listening } from "./platform/http.ts";
import { createLog, type Log } from "./platform/log.ts";
import { bringUpToDate } from "./platform/migrate.ts";
import { readRootKey } from "./platform/rootKey.ts";

type Running = { readonly url: string; stop(): Promise<void> };

/** Everything that serves, in the order in which each needs the one before. Stops in the opposite order. */
async function serve(config: Config, log: Log): Promise<Running> {
  const clock = systemClock;
  const db = await openDatabase(config, { purpose: "serve", tell: (sentence) => log.info(sentence) });
  const stops: (() => Promise<void>)[] = [() => db.close()];
  const stop = async (): Promise<void> => {
    for (const step of stops.toReversed()) await step();
  };
  try {
    const migrations = await bringUpToDate(db, clock.now());
    if (migrations.length > 0) log.info({ migrations }, "the database was brought up to date");
    await forgetCleared({ db, log });
    const rootKey = readRootKey(config);
    const ground = () => groundOf(db, clock, config);
    const parts = createParts({ ...config, db, clock, log, rootKey, listening: listeningOf(config), ground });
    stops.push(() => parts.outgoing.close());
    const demo = await beginDemo(parts, config);
    const background = await startBackground({ ...parts, rootKey, backup: config.backup });
    stops.push(() => background.stop());
    stops.push(() => demo.stop());
    parts.messenger.start();
    stops.push(() => parts.messenger.stop());
    stops.push(() => parts.mail.stop());
    stops.push(() => parts.lanes.close());
    const app = await buildApp(parts);
    stops.push(() => app.close());
    const address = await app.listen({ host: config.host, port: config.port });
    // Fastify does not know that the server it was given speaks TLS.
    const url = config.tls === undefined ? address : address.replace(/^http:/, "https:");
    for (const { tenant, link } of await firstOwnerLinks(parts)) {
      log.info(`${tenant} has no owner yet. Whoever opens this link first becomes one: ${link}`);
    }
    demo.follow();
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Certificates are read once: a new one is taken with the next start. */
function listeningOf({ trustedProxies, tls }: Config): Listening {
  if (tls === undefined) return { trustedProxies, tls };
  return { trustedProxies, tls: { cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) } };
}

/**
 * By how much the heap may grow before it is swept again. V8 by itself waits for several times what is in use: 430 MB
 * resident under full load instead of 300, for no more throughput.
 */
const HEAP_GROWING_PERCENT = 40;

async function main(): Promise<void> {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWING_PERCENT}`);
  const config = readConfig();
  const log = createLog(config.logLevel);
  const running = await serve(config, log);
  log.info(`Fedele answers at ${running.url}, its reference is at ${running.url}/docs`);

  let isStopping = false;
  const stop = (signal: string): void => {
    if (isStopping) return;
    isStopping = true;
    log.info(`stopping on ${signal}`);
    running.stop().then(() => process.exit(0), fail);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

/** What a person at the terminal needs to know; the stack only where it is not a sentence of ours. */
function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

main().catch(fail);
