// Two who want the same rows are made to want them at the same moment: somebody holds the rows until both wait.
import { setTimeout as sleep } from "node:timers/promises";
import { ADMIN } from "../../../server/platform/database/cluster.ts";
import { connect } from "../../../server/platform/database/connections.ts";
import type { Database } from "../../../server/platform/database/database.ts";
import { addressOf, nameOf } from "../../support/database.ts";

/** `rows`: a select that locks. What is asked goes on when two of the requests wait for them. */
export async function whileHeld<Answer>(db: Database, rows: string, ask: () => Promise<Answer>): Promise<Answer> {
  const admin = await connect(addressOf(ADMIN, await nameOf(db)), "fedele tests");
  try {
    await admin.query("begin");
    await admin.query(rows);
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
