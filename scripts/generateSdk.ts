// Writes sdk/generated/api.d.ts from the routes as they are. A test says when it is stale.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { typesOf } from "../sdk/apiTypes.ts";
import { buildApp } from "../server/app.ts";
import { createParts } from "../server/parts.ts";
import { systemClock } from "../server/platform/clock.ts";
import { databaseAt } from "../server/platform/database/database.ts";
import { createLog } from "../server/platform/log.ts";

const file = fileURLToPath(new URL("../sdk/generated/api.d.ts", import.meta.url));

/** Routes are described without a database: nothing connects before it is asked. */
const nowhere = { connectionString: "postgres://nobody@127.0.0.1:1/none" };
const db = databaseAt({ app: nowhere, owner: undefined, maintenance: nowhere, jobs: undefined });
const log = createLog("silent");
const parts = createParts({ db, clock: systemClock, log, rootKey: Buffer.alloc(32), rateLimitPerMinute: 1 });
const app = await buildApp(parts);
const document: object = (await app.inject("/openapi.json")).json();
mkdirSync(fileURLToPath(new URL("../sdk/generated", import.meta.url)), { recursive: true });
writeFileSync(file, await typesOf(document));
await app.close();
await db.close();
process.stdout.write(`${file} is fresh.\n`);
