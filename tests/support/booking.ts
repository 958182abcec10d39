// A tenant with a programme in a database of its own, booked on by the real lanes, without HTTP.
import { randomBytes } from "node:crypto";
import type { Activity } from "@fedele/core/activity.ts";
import { presetNamed } from "@fedele/core/presets.ts";
import type { Moved, MovementRequest } from "../../server/modules/ledger/movementBatch.ts";
import type { PointsType } from "../../server/modules/ledger/pointsTypes.ts";
import { enrolMember } from "../../server/modules/members/members.ts";
import type { Recorded } from "../../server/modules/programme/activities.ts";
import { recordActivity } from "../../server/modules/programme/lanes.ts";
import type { NewActivity } from "../../server/modules/programme/newActivity.ts";
import { installPreset } from "../../server/modules/programme/presets.ts";
import { createTenant, getTenant, type NewTenant } from "../../server/modules/tenants/tenants.ts";
import { createParts, type Parts } from "../../server/parts.ts";
import { standingClock } from "../../server/platform/clock.ts";
import type { Database } from "../../server/platform/database/database.ts";
import { type Ctx, inTransaction } from "../../server/platform/database/transaction.ts";
import { bucketOf, bucketWithin, hashOf, newId } from "../../server/platform/ids.ts";
import { createLog } from "../../server/platform/log.ts";
import type { Tenant } from "../../server/platform/tenant.ts";
import { asAdmin, nameOf, testDatabase } from "./database.ts";

export type Booked = Readonly<{ bucket: number; memberId: string }>;

type Doing = Partial<Omit<NewActivity, "activity">> & { activity?: Partial<Activity> };

export type Booking = Readonly<{
  db: Database;
  parts: Parts;
  rootKey: Buffer;
  clock: ReturnType<typeof standingClock>;
  tenant: Tenant;
  logged(): string;
  joins(): Promise<Booked>;
  does(member: Booked, what: Doing): Promise<Recorded>;
  buys(member: Booked, amountMinor: number, document?: string): Promise<Recorded>;
  returns(member: Booked, document: string): Promise<Recorded>;
  asks(member: Booked, request: MovementRequest): Promise<Moved>;
  /** The tenant as it is now: what a relay asks for. */
  current(): Promise<Tenant>;
  within<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** As superuser: looks at everything and breaks what should be found broken. */
  admin(sql: string): Promise<ReturnType<typeof JSON.parse>[]>;
  close(): Promise<void>;
}>;

type Options = { at?: number; tenant?: Partial<NewTenant>; expiry?: PointsType["expiry"] };

const START = Date.parse("2026-03-02T09:00:00Z");
export const DAY = 86_400_000;

/** `const shop = await startBooking()` in beforeAll; `await shop.close()` in afterAll. */
export async function startBooking(options: Options = {}): Promise<Booking> {
  const db = await testDatabase();
  const clock = standingClock(options.at ?? START);
  const rootKey = randomBytes(32);
  const lines: string[] = [];
  const log = createLog("info", { write: (line: string) => lines.push(line) });
  const parts = createParts({ db, clock, log, rootKey, rateLimitPerMinute: 1_000_000 });
  const slug = `t${randomBytes(6).toString("hex")}`;
  const usual = { name: "Shop", slug, currency: "EUR", timezone: "Europe/Rome", language: "it" };
  const tenant = await createTenant(parts, { ...usual, ...options.tenant });
  const now = () => clock.now() + tenant.clockOffsetMs;
  const within: Booking["within"] = (work) =>
    inTransaction(db, { tenantId: tenant.id, now: now(), actor: "cli" }, work);
  const preset = presetNamed("retail-points");
  if (preset !== undefined) await within((ctx) => installPreset(ctx, preset));
  const database = await nameOf(db);
  if (options.expiry !== undefined) {
    await asAdmin(`update points_types set expiry = '${JSON.stringify(options.expiry)}'`, database);
  }

  const does: Booking["does"] = (member, what) =>
    recordActivity(parts.lanes, told(tenant, now(), member, what), { tenantId: tenant.id, now: now() });
  return {
    db,
    parts,
    rootKey,
    clock,
    tenant,
    logged: () => lines.join(""),
    joins: async () => {
      const memberId = await within((ctx) => enrolMember(ctx, { sealer: parts.sealer, tenant }, {}));
      return { bucket: bucketOf(memberId), memberId };
    },
    does,
    buys: (member, amountMinor, document) => {
      const line = { product: "thing", categories: [], quantityThousandths: 2000, amountMinor };
      const named = document === undefined ? {} : { key: keyFor(tenant, document) };
      return does(member, { ...named, activity: { amountMinor, lines: [line] } });
    },
    returns: (member, document) => does(member, { activity: { kind: "return" }, purchase: keyFor(tenant, document) }),
    asks: (member, request) => {
      const id = newId(now(), member.bucket);
      const { bucketSpan, timezone: zone } = tenant;
      const claim = { bucketSpan, operation: request.kind, key: id, bodyHmac: Buffer.from("x"), resourceId: id };
      const input = { ...member, id, claim, actor: "cli", zone, request };
      const place = { tenantId: tenant.id, bucket: member.bucket, now: now() };
      return parts.lanes.movements.run({ ...place, key: id, fingerprint: "", input });
    },
    current: () => within(getTenant),
    within,
    admin: (sql) => asAdmin(sql, database),
    close: async () => {
      await parts.lanes.close();
      await db.close();
    },
  };
}

/** A purchase at the till unless it is said to be something else. */
function told(tenant: Tenant, now: number, member: Booked, { activity, ...rest }: Doing): NewActivity {
  const usual = { kind: "purchase", channel: "pos", at: now, currency: "EUR", amountMinor: 0, lines: [] } as const;
  return {
    key: keyFor(tenant, randomBytes(6).toString("hex")),
    fingerprint: Buffer.from("same").toString("base64"),
    id: newId(now, member.bucket),
    ...member,
    place: { timezone: tenant.timezone, currency: tenant.currency, bucketSpan: tenant.bucketSpan },
    partnerId: null,
    locationId: null,
    rate: null,
    rateDate: null,
    purchase: null,
    returned: [],
    imported: null,
    ...rest,
    activity: { ...usual, ...activity },
  };
}

function keyFor(tenant: Tenant, document: string): NewActivity["key"] {
  const bucket = bucketWithin(tenant.id, tenant.bucketSpan, hashOf(`till\n${document}\n`));
  return { bucket, source: "till", document, part: "" };
}

/** The member's points of the first type as the wallet has them. */
export async function balanceOf(shop: Booking, member: Booked): Promise<number> {
  const rows = await shop.admin(
    `select balance - debt as total from wallets where member_id = '${member.memberId}' and points_type = 1`,
  );
  return Number(rows[0]?.total ?? 0);
}
