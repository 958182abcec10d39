// A basket as a till tells it becomes one that can be priced: its lines, the rewards and points that the member brings,
// what they take off, and the purchase that it will be.
import { type Basket, soldLine } from "@fedele/core/checkout.ts";
import { type Bill, billOf, type Redemption } from "@fedele/core/redemption.ts";
import type { CheckoutBasket, NotRedeemed } from "@fedele/sdk/schemas/checkout.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { fromTypeId, toTypeId } from "../../platform/ids.ts";
import { invalid } from "../../platform/places.ts";
import type { Tenant } from "../../platform/tenant.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { type PointsType, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { incomingActivity } from "../programme/incoming.ts";
import type { NewActivity } from "../programme/newActivity.ts";
import { type IssuedRow, issuedAmong, pointsPaid } from "./issuedRewards.ts";
import type { SessionRow } from "./store/checkoutSessions.ts";

/** Names the points among what is redeemed; rewards have their ids. */
export const POINTS = "points";

export type ToldBasket = Omit<CheckoutBasket, "version">;

/** Prices are in the tenant's currency: what rewards and points are worth is said in it. */
export function basketFrom(told: ToldBasket): { basket: Basket; rewards: string[] } {
  const { redeemsAs = "discount", points = null, rewards = [], lines, ...place } = told;
  const taxed = lines.map(({ taxThousandths = 0, ...line }) => ({ ...line, taxThousandths }));
  return {
    basket: { ...place, redeemsAs, lines: taxed, points },
    rewards: rewards.map((id) => fromTypeId("isr", id)),
  };
}

export type NotUsed = Readonly<{ id: string; why: NotRedeemed["why"] }>;
export type Priced = Readonly<{ bill: Bill; notUsed: readonly NotUsed[] }>;

type Held = Pick<SessionRow, "bucket" | "memberId" | "id" | "basket" | "rewards">;

/** What baskets can be paid with: rewards by their members and ids, and the points types. */
export type Means = Readonly<{ issued: Map<string, IssuedRow>; types: readonly PointsType[] }>;

/** The means of many baskets at once, for what is asked of them: they are as they were read. */
export async function meansOf(
  ctx: Ctx,
  sessions: readonly Held[],
  typesRead: Promise<readonly PointsType[]> | readonly PointsType[] = pointsTypesOf(ctx),
): Promise<Means> {
  const wanted = sessions.flatMap(({ bucket, memberId, rewards }) => rewards.map((id) => ({ bucket, memberId, id })));
  const [issued, types] = await Promise.all([issuedAmong(ctx, wanted), typesRead]);
  return { issued: new Map(issued.map((row) => [ownName(row.memberId, row.id), row])), types };
}

/** A reward under the name of whose it is: nobody is told of a stranger's, though both are read at once. */
export function ownName(memberId: string, id: string): string {
  return `${memberId}/${id}`;
}

/** What the basket costs after everything that can be used was. What a session holds itself it may use. */
export function priced(session: Held, { issued, types }: Means): Priced {
  const notUsed: NotUsed[] = [];
  const redemptions: Redemption[] = [];
  for (const id of session.rewards) {
    const reward = issued.get(ownName(session.memberId, id));
    const why = whyNotUsed(reward, session.id);
    if (why !== null) notUsed.push({ id, why });
    else if (reward !== undefined) redemptions.push({ id, points: pointsPaid(reward), gift: reward.gift });
  }
  const paying = pointsOf(session.basket, types);
  if (paying === "no_face_value") notUsed.push({ id: POINTS, why: paying });
  else if (paying !== null) redemptions.push(paying);
  const bill = billOf(session.basket.lines, redemptions);
  return { bill, notUsed: [...notUsed, ...bill.notApplied] };
}

function whyNotUsed(reward: IssuedRow | undefined, sessionId: string): NotUsed["why"] | null {
  if (reward === undefined) return "unknown";
  switch (reward.status) {
    case "active":
      return null;
    case "reserved":
      return reward.sessionId === sessionId ? null : "reserved";
    case "issued":
      return "not_good_yet";
    case "given":
      // It is a friend's now.
      return "unknown";
    case "used":
    case "cancelled":
    case "expired":
      return reward.status;
  }
}

function pointsOf({ points }: Basket, types: readonly PointsType[]): Redemption | "no_face_value" | null {
  if (points === null) return null;
  const type = typeNamed(points.pointsType, types);
  if (type.faceValue === null) return "no_face_value";
  return { id: POINTS, points: points.points, gift: { kind: "points", face: type.faceValue } };
}

function typeNamed(code: string, types: readonly PointsType[]): PointsType {
  const type = types.find((it) => it.code === code);
  if (type === undefined) throw invalid("points.pointsType", `The programme has no points type "${code}".`);
  if (!type.spendable) {
    throw invalid("points.pointsType", `Points of the type "${code}" count for tiers only; they cannot be used.`);
  }
  return type;
}

export type Home = Readonly<{ tenant: Tenant; catalog: Catalog; now: number }>;
type Selling = Pick<SessionRow, "memberId" | "source" | "document" | "basket">;

/** The purchase that the basket is, as the programme's one door takes it. */
export function purchaseOf(session: Selling, bill: Pick<Bill, "lines">, home: Home): NewActivity {
  const { memberId, source, document, basket } = session;
  const { redeemsAs, lines, points: _, ...place } = basket;
  const sold = lines.flatMap((line, at) => {
    const split = bill.lines[at];
    return split === undefined ? [] : [soldLine(line, split, redeemsAs)];
  });
  const member = { id: toTypeId("mem", memberId) };
  return incomingActivity({ source, document, member, kind: "purchase", ...place, lines: sold }, memberId, home);
}
