// The parts of one Fedele, made by hand from top to bottom. The server, the command line and the tests use the same.
import type { Ground as GroundFigures } from "@fedele/sdk/schemas/health.ts";
import { relayFor } from "./background.ts";
import { PORT_DEFAULT, type SmtpConfig } from "./config.ts";
import { type Catalogs, createCatalogs } from "./modules/catalog/catalog.ts";

import { findTillKey } from "./modules/catalog/tillKeys.ts";

import { memberKeysOf } from "./modules/members/keyring.ts";
import { findMemberSession } from "./modules/members/memberSessions.ts";
import { countSpentTenants } from "./modules/members/portalCodes.ts";

import { createMessenger, type Messenger } from "./modules/messaging/messenger.ts";
import { openProgrammeLanes, type ProgrammeLanes } from "./modules/programme/lanes.ts";
import { type CheckoutLanes, openCheckoutLanes } from "./modules/rewards/checkoutLanes.ts";
import { countGuessedTenants } from "./modules/rewards/couponGuesses.ts";
import { findKey } from "./modules/tenants/apiKeys.ts";
import { findSession } from "./modules/tenants/sessions.ts";
import { findWrappedKey } from "./modules/tenants/tenants.ts";
import { createWebhooks, type Webhooks } from "./modules/tenants/webhookCalls.ts";
import { createAuditor } from "./platform/audit.ts";
import type { Clock } from "./platform/clock.ts";
import type { Database } from "./platform/database/database.ts";
import { createFeed } from "./platform/events/feed.ts";
import { createCallers } from "./platform/http/callers.ts";
import { createCookies } from "./platform/http/cookies.ts";
import { directly, type Listening } from "./platform/http.ts";
import type { Log } from "./platform/log.ts";
import { createMail } from "./platform/mail/mail.ts";
import { type Send, smtpSender } from "./platform/mail/smtp.ts";
import { type Carrier, openSmtpPool } from "./platform/mail/smtpPool.ts";
import { createMetrics } from "./platform/metrics.ts";
import { createOutgoing, type Outgoing } from "./platform/outgoing.ts";
import type { Parts as PlatformParts } from "./platform/parts.ts";
import type { Relay } from "./platform/relay.ts";
import { secretFor } from "./platform/rootKey.ts";
import { createSealer } from "./platform/sealing.ts";

/** The platform's parts, and those of modules that outlive a request. */
export type Parts = PlatformParts & {
  readonly catalogs: Catalogs;
  readonly lanes: ProgrammeLanes;
  readonly checkout: CheckoutLanes;
  readonly relay: Relay;
  readonly outgoing: Outgoing;
  readonly webhooks: Webhooks;
  readonly messenger: Messenger;
  /** Undefined: there is no mail server. */
  readonly carrier: Carrier | undefined;
  /** Whether owners may make tenants for themselves. */
  readonly mayFound: boolean;
  /** Whether somebody said where people reach this installation. */
  readonly isPublicUrlGiven: boolean;
  /** Figures of the machine and its backups; undefined where nobody looks after them by the console. */
  readonly ground: (() => Promise<GroundFigures>) | undefined;
};

type Ground = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly rootKey: Buffer;
  readonly rateLimitPerMinute: number;
  /** Where people reach this installation; undefined: wherever they found it. */
  readonly publicUrl?: string | undefined;
  /** `host:port` that webhooks may call wherever they lead; none unless said so. */
  readonly outgoingAllowed?: readonly string[];
  readonly port?: number;
  /** Undefined: plain HTTP, and no proxy is believed. */
  readonly listening?: Listening;
  /** Whether owners may make tenants for themselves. Default: they may. */
  readonly mayFound?: boolean;
  /** Undefined: letters stay in the outbox. */
  readonly smtp?: SmtpConfig | undefined;
  readonly ground?: () => Promise<GroundFigures>;
};

export function createParts(ground: Ground): Parts {
  const { db, clock, log, rootKey, rateLimitPerMinute } = ground;
  const metrics = createMetrics();
  const sealer = createSealer(rootKey, findWrappedKey);
  const find = {
    api_key: findKey(db, clock),
    till_key: findTillKey(db, clock),
    session: findSession(db, clock),
    member_session: findMemberSession(db, clock),
  };
  const cookies = createCookies({ publicUrl: ground.publicUrl, csrfKey: secretFor(rootKey, "csrf tokens") });
  const feed = createFeed({ db, clock, log });
  const outgoing = createOutgoing({ allowed: ground.outgoingAllowed ?? [] });
  const webhooks = createWebhooks({ db, clock, log, sealer, outgoing });
  const onLogged = (tenantId: string): void => {
    feed.nudge(tenantId);
    webhooks.nudge(tenantId);
  };
  const relay = relayFor({ db, clock, log, sealer, onLogged });
  db.hearers.add(relay.nudge);
  const { lanes, checkout } = openLanesOf(db, relay);
  metrics.gauge("fedele_lane_depth", "Operations that wait in a lane or are under way.", () =>
    depthOf(lanes, checkout),
  );
  metrics.gauge("fedele_database_waiting", "Requests that wait for a connection.", () => db.app.waitingCount);
  metrics.gauge("fedele_coupon_guessing_tenants", "Tenants whose coupons were guessed at in the last hour.", () =>
    countGuessedTenants(db, clock.now()),
  );
  metrics.gauge("fedele_portal_phone_budgets_spent", "Tenants whose portals write to no more phones today.", () =>
    countSpentTenants(db, clock.now()),
  );
  const send: Send | undefined = ground.smtp === undefined ? undefined : smtpSender(ground.smtp);
  const carrier = ground.smtp === undefined ? undefined : openSmtpPool(ground.smtp);
  const mail = createMail({ db, clock, log, sealer, send });
  const publicUrl = ground.publicUrl ?? `http://localhost:${ground.port || PORT_DEFAULT}`;
  return {
    db,
    clock,
    log,
    metrics,
    listening: ground.listening ?? directly,
    sealer,
    auditor: createAuditor(sealer, (ctx, ids) => memberKeysOf(ctx, sealer, ids)),
    callers: createCallers({ find, clock, cookies, rateLimitPerMinute }),
    cookies,
    feed,
    mail,
    publicUrl,
    messenger: createMessenger({ db, clock, log, sealer, mail, publicUrl, carrier }),
    carrier,
    catalogs: createCatalogs(db, clock),
    lanes,
    checkout,
    relay,
    outgoing,
    webhooks,
    mayFound: ground.mayFound ?? true,
    isPublicUrlGiven: ground.publicUrl !== undefined,
    ground: ground.ground,
  };
}

/** Whoever closes the lanes closes those of tills too. */
function openLanesOf(db: Database, { nudge }: Relay): Pick<Parts, "lanes" | "checkout"> {
  const programme = openProgrammeLanes(db, nudge);
  const checkout = openCheckoutLanes(db, nudge);
  const close = async (): Promise<void> => {
    await Promise.all([programme.close(), checkout.close()]);
  };
  return { lanes: { ...programme, close }, checkout };
}

function depthOf({ activities, movements }: ProgrammeLanes, checkout: CheckoutLanes): number {
  const writing = [activities, movements, checkout.openings, checkout.reservations, checkout.commitments];
  return writing.reduce((sum, lanes) => sum + lanes.depth(), 0);
}
