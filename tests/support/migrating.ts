// A process that applies the migrations of a folder, so that a test can kill it half-way.
import { databaseAt } from "../../server/platform/database/database.ts";
import { migrate, readMigrations } from "../../server/platform/migrate.ts";

const [, , owner = "", folder = ""] = process.argv;
const address = JSON.parse(owner);
const db = databaseAt({ app: address, maintenance: address, owner: address, jobs: undefined });
await migrate(db, 0, readMigrations(folder));
