// One sale of a till that was offline becomes what it would have been online: a member who joined, a purchase, points
// that were used. All of it in the caller's transaction, or nothing.
import type { OfflineSale } from "@fedele/sdk/schemas/offlineSale.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketOf, newId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer } from "../../platform/sealing.ts";
import { moveWithin } from "../ledger/movements.ts";
import { recordConsent } from "../members/consents.ts";
import { findMembersByIdentity } from "../members/identities.ts";
import { enrolMember } from "../members/members.ts";
import { identityIn, memberIdIn } from "../members/references.ts";
import { noteDeeds } from "../members/tillDeeds.ts";
import { type Recorded, recordActivities } from "./activities.ts";
import { fingerprintOf, type Home, incomingActivity } from "./incoming.ts";
import type { NewActivity } from "./newActivity.ts";
import type { OfflineFlag } from "./store/offlineSales.ts";

/** Sales that were made offline have slots of their own: the purchase's first, then those of the points it used. */
const SALE_LANE = 69;
const SPEND_LANE = 70;

export type BookingHome = Home & Readonly<{ sealer: Sealer }>;

/** `location`: the code of the till's place. `at`: when it happened, as far as that can be told. */
export type Booking = Readonly<{ sale: OfflineSale; location: string; at: number }>;

/** What came of it. `activity` is null while a return waits for its sale. */
export type Booked = Readonly<{
  memberId: string;
  activityId: string;
  activity: Recorded["row"];
  taken: number;
  owed: number;
  flag: OfflineFlag | null;
}>;

/** The member that a sale is of; null where nobody has this identity. */
export async function memberOfSale(ctx: Ctx, { sale }: Booking, home: BookingHome): Promise<string | null> {
  const { member } = sale.activity;
  const id = memberIdIn(member);
  const identity = id === null ? identityIn(member, home.tenant) : null;
  if (id !== null || identity === null) return id;
  const [found] = await findMembersByIdentity(ctx, home.sealer, [identity]);
  return found ?? null;
}

/** Books it for this member, or for whoever joins by it. Throws what is refused. */
export async function bookSale(ctx: Ctx, booking: Booking, home: BookingHome, known: string | null): Promise<Booked> {
  const memberId = known ?? (await joins(ctx, booking, home));
  const { recorded, incoming } = await record(ctx, booking, home, memberId);
  const made = { memberId: incoming.memberId, activityId: recorded.id, activity: recorded.row };
  const { spend } = booking.sale;
  if (spend === undefined) return { ...made, taken: 0, owed: 0, flag: null };
  // Told online before, under the same document: whether the points were taken then is known to nobody here.
  if (recorded.isReplay) return { ...made, taken: 0, owed: 0, flag: "not_spent" };
  return { ...made, ...(await spendOf(ctx, incoming, { spend, zone: home.tenant.timezone })) };
}

async function joins(
  ctx: Ctx,
  { sale, at, location }: Booking,
  { sealer, tenant, catalog }: BookingHome,
): Promise<string> {
  const { activity, join } = sale;
  const { phone } = activity.member;
  if (join === undefined || phone === undefined) {
    throw new Refusal("not_found", "Nobody has this identity, and nobody agreed to become a member by a phone number.");
  }
  const { name, consents } = join;
  const identities = [{ kind: "phone" as const, value: phone }];
  const newcomer = { ...(name === undefined ? {} : { name }), identities, enrolledAt: at };
  const memberId = await enrolMember(ctx, { sealer, tenant }, newcomer);
  for (const { topic, textVersion } of consents) {
    const place = { memberId, id: newId(ctx.now, bucketOf(memberId)) };
    const said = { topic, textVersion, state: "granted", source: "till", at: new Date(at).toISOString() } as const;
    await recordConsent(ctx, sealer, place, said);
  }
  const doer = { actor: ctx.actor, locationId: catalog.location(location)?.id ?? null };
  noteDeeds(ctx, doer, [{ memberId, kind: "joined", aboutId: memberId, at }]);
  return memberId;
}

/** For whoever has become another it is that one's. */
async function record(
  ctx: Ctx,
  { sale, location, at }: Booking,
  home: BookingHome,
  memberId: string,
): Promise<{ recorded: Recorded; incoming: NewActivity }> {
  const told = { ...sale.activity, location };
  const incoming = {
    ...incomingActivity({ ...told, occurredAt: new Date(at).toISOString() }, memberId, home),
    // As it was told: sent again, or told online before, it is the same whatever the clocks say.
    fingerprint: fingerprintOf(told),
  };
  const [recorded] = await recordActivities({ ...ctx, lane: SALE_LANE }, [incoming]);
  if (recorded === undefined) throw new Error("one activity gave no outcome");
  if (!(recorded instanceof Refusal)) return { recorded, incoming };
  if (recorded.movedTo === undefined) throw recorded;
  return record(ctx, { sale, location, at }, home, recorded.movedTo);
}

async function spendOf(
  ctx: Ctx,
  { bucket, memberId }: NewActivity,
  { spend, zone }: { spend: NonNullable<OfflineSale["spend"]>; zone: string },
): Promise<Pick<Booked, "taken" | "owed" | "flag">> {
  const reason = "Used at a till without a network; so many points were not there.";
  const request = { kind: "offline_spend", ...spend, reason } as const;
  const movement = { bucket, memberId, id: newId(ctx.now, bucket), actor: ctx.actor, zone, request };
  try {
    const made = await moveWithin({ ...ctx, lane: SPEND_LANE }, movement);
    const owed = -(made.adjustment?.points ?? 0);
    return { taken: made.spend?.points ?? 0, owed, flag: owed > 0 ? "owed" : null };
  } catch (error) {
    // The goods are gone: what the ledger refuses is shown to somebody, and the purchase stands.
    if (error instanceof Refusal && error.code !== "unavailable") return { taken: 0, owed: 0, flag: "not_spent" };
    throw error;
  }
}
