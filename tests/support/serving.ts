// A process that holds the database of FEDELE_DATA open until SIGTERM: what the supervisor's tests start and kill.
import { readConfig } from "../../server/config.ts";
import { openDatabase } from "../../server/platform/database/open.ts";

const db = await openDatabase(readConfig(), {
  purpose: process.argv[2] === "command" ? "command" : "serve",
  tell: (sentence) => process.stderr.write(`${sentence}\n`),
});
process.stdout.write("ready\n");
await new Promise((resolve) => process.once("SIGTERM", resolve));
await db.close();
process.stdout.write("closed\n");
