// What every import is given, and what it tells while it runs.
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/database/database.ts";
import { Refusal } from "../../../platform/refusal.ts";
import type { Sealer } from "../../../platform/sealing.ts";
import type { Catalogs } from "../../catalog/catalog.ts";
import type { ProgrammeLanes } from "../lanes.ts";
import type { Mistakes } from "./mistakes.ts";

export type ImportParts = Readonly<{
  db: Database;
  clock: Clock;
  sealer: Sealer;
  catalogs: Catalogs;
  lanes: ProgrammeLanes;
}>;

export type Progress = Readonly<{ step: "reading" | "enrolling" | "recording"; done: number; of: number }>;

export type Tell = (progress: Progress) => void;

/** Throws when whoever asked for the import wants it to end. What was recorded stays, and the same import goes on. */
export function refuseIfStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw new Refusal("unavailable", "Stopped. The same import, started again, goes on where this one ended.");
}

/** A file of which no row at all is understood was meant for another mapping. */
export function refuseIfNothingWasRead(read: number, mistakes: Mistakes): void {
  const [first] = mistakes.list;
  if (read > 0 || first === undefined) return;
  const example = `Row ${first.row} ${first.words}.`;
  const words = `None of the file's ${mistakes.count()} rows could be read; is it the right mapping? ${example}`;
  throw new Refusal("invalid", words);
}
