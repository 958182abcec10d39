import type { Auditor } from "./audit.ts";
import type { Clock } from "./clock.ts";
import type { Database } from "./database/database.ts";
import type { Feed } from "./events/feed.ts";
import type { Callers } from "./http/callers.ts";
import type { Cookies } from "./http/cookies.ts";
import type { Listening } from "./http.ts";
import type { Log } from "./log.ts";
import type { Mail } from "./mail/mail.ts";
import type { Metrics } from "./metrics.ts";
import type { Sealer } from "./sealing.ts";

/** What the platform gives to every module. Made once in main.ts, handed down by hand. */
export type Parts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** How requests come in. */
  readonly listening: Listening;
  readonly sealer: Sealer;
  readonly callers: Callers;
  /** The latest events of whom somebody follows. */
  readonly feed: Feed;
  readonly cookies: Cookies;
  readonly auditor: Auditor;
  readonly mail: Mail;
  /** Where links in letters lead. */
  readonly publicUrl: string;
};
