// start, migrate.
import { systemClock } from "../platform/clock.ts";
import { migrate } from "../platform/migrate.ts";
import { command, json } from "./commands.ts";
import { withDatabase } from "./session.ts";
import { print, printJson } from "./terminal.ts";

export const startCommand = command({
  meta: { name: "start", description: "Serve, as `npm start` does." },
  args: {},
  run: async () => {
    await import("../main.ts");
  },
});

export const migrateCommand = command({
  meta: { name: "migrate", description: "Bring the database's schema up to date, as the owner of its tables." },
  args: { json },
  run: ({ args }) =>
    withDatabase(async (db) => {
      const applied = await migrate(db, systemClock.now());
      if (args.json) return printJson({ applied });
      print(applied.length === 0 ? "The schema is up to date." : `Applied: ${applied.join(", ")}.`);
    }),
});
