// A process that fills a short story into the database of FEDELE_DATA: what the demo's crash test starts and kills.

import { readConfig } from "../../server/config.ts";
import { findTenantBySlug } from "../../server/modules/tenants/tenants.ts";
import { createParts } from "../../server/parts.ts";
import { standingClock } from "../../server/platform/clock.ts";
import { openDatabase } from "../../server/platform/database/open.ts";
import { createLog } from "../../server/platform/log.ts";
import { bringUpToDate } from "../../server/platform/migrate.ts";
import { readRootKey } from "../../server/platform/rootKey.ts";
import { fill, fresh, newDemo, outcomeOf, TOLD_AT } from "./stories.ts";

const config = readConfig();
const clock = standingClock(TOLD_AT);
const db = await openDatabase(config, { purpose: "serve", tell: () => {} });
await bringUpToDate(db, clock.now());
const parts = createParts({ ...config, db, clock, log: createLog("silent"), rootKey: readRootKey(config) });
const tenant = (await findTenantBySlug(db, "demo")) ?? (await newDemo(parts, "demo"));
const watch = setInterval(() => {
  fresh(db, tenant).then(
    ({ story }) => process.stdout.write(`done ${story?.done ?? -1}\n`),
    () => {},
  );
}, 10);
await fill(parts, tenant);
clearInterval(watch);
process.stdout.write(`outcome ${JSON.stringify(await outcomeOf(parts, tenant))}\n`);
await parts.lanes.close();
await parts.outgoing.close();
await db.close();
