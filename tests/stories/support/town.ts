// A server for one file of stories. Every story has a shop of its own in it: a tenant with a programme, whose members,
// points and days nobody else touches. When the stories are told the ledger must still agree with itself.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect } from "vitest";
import { sweepWallets } from "../../../server/modules/ledger/sweeps.ts";
import { sweepParkedReturns, sweepTiers } from "../../../server/modules/programme/sweeps.ts";
import { listTenants } from "../../../server/modules/tenants/tenants.ts";
import { ADMIN } from "../../../server/platform/database/cluster.ts";
import { connect } from "../../../server/platform/database/connections.ts";
import type { Database } from "../../../server/platform/database/database.ts";
import { verifyLedger } from "../../../server/verify.ts";
import { addressOf, nameOf } from "../../support/database.ts";
import { startServer, type TestServer } from "../../support/server.ts";
import { openShop, type Shop, type ShopSettings } from "./shop.ts";

export type Town = {
  /** A new shop, on the morning of 2 March 2026 unless it `opens` at another time. */
  shop(settings?: ShopSettings): Promise<Shop>;
  /** What was told is brought to whoever listens: gifts arrive. */
  delivers(): Promise<void>;
  /** The jobs that book what the date has decided run once, over all shops. */
  sweeps(): Promise<void>;
  /** What is asked meets in the database: nothing is written before two of the requests wait to be. */
  meets<Answer>(ask: () => Promise<Answer>): Promise<Answer>;
  /** What only a test of the machinery needs. */
  server(): TestServer;
};

/** Called at the top of a file: starts before its first story, ends after its last. */
export function openTown(): Town {
  let server: TestServer | undefined;
  const there = (): TestServer => {
    if (server === undefined) throw new Error("the town is not open yet");
    return server;
  };
  beforeAll(async () => {
    server = await startServer();
  });
  const delivers = async (): Promise<void> => {
    await there().parts.relay.deliverAll();
  };
  afterAll(async () => {
    await delivers();
    await expectClean(there());
    await there().close();
  });
  const sweeps = async (): Promise<void> => {
    const { parts } = there();
    const tenants = await listTenants(parts.db);
    await sweepWallets(parts, tenants);
    await sweepParkedReturns(parts, tenants);
    await sweepTiers(parts, tenants);
  };
  const meets = <Answer>(ask: () => Promise<Answer>): Promise<Answer> => meetingIn(there().db, ask);
  return { server: there, delivers, sweeps, meets, shop: (settings = {}) => openShop(there(), settings) };
}

/** Reading and locking rows goes on, writing wallets does not. */
async function meetingIn<Answer>(db: Database, ask: () => Promise<Answer>): Promise<Answer> {
  const admin = await connect(addressOf(ADMIN, await nameOf(db)), "fedele tests");
  try {
    await admin.query("begin; lock table wallets in share mode");
    const answer = ask();
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    for (let tries = 0; tries < 500; tries += 1) {
      const { rowCount } = await admin.query(waiting);
      if ((rowCount ?? 0) >= 2) break;
      await sleep(10);
    }
    await admin.query("rollback");
    return await answer;
  } finally {
    await admin.end();
  }
}

/** Every check of verify-ledger, over all shops of the town. */
export async function expectClean({ db }: TestServer): Promise<void> {
  const { checks } = await verifyLedger(db);
  expect(checks.filter(({ violations }) => violations > 0)).toEqual([]);
}
