// What can be read of a member: points, movements, tier, reasons.
import { type Desk, type Outcome, outcomeOf } from "./desk.ts";
import { type Goods, told } from "./goods.ts";

type Entry = { pointsType: string; points: number; account: string };

export function readingVerbs(desk: Desk) {
  const read = async (who: string, what: string) => (await desk.asks("GET", await desk.pathOf(who, what))).body;
  const wallet = async (who: string, of = "points") =>
    (await read(who, "wallets")).items.find(({ pointsType }: { pointsType: string }) => pointsType === of);
  /** From the first on. */
  const entries = async (who: string) => (await read(who, "entries?limit=100")).items.toReversed();
  return {
    wallet,
    entries,
    balance: async (who: string, of?: string): Promise<number> => (await wallet(who, of)).total,
    spendable: async (who: string, of?: string): Promise<number> => (await wallet(who, of)).spendable,
    /** How many points will be gone when, as the member is warned. */
    expiring: async (who: string, of?: string): Promise<Record<string, number>> =>
      Object.fromEntries(
        (await wallet(who, of)).expiring.map(({ at, points }: { at: string; points: number }) => [at, points]),
      ),
    /** Every movement from the first on: "+100 issued", "-50 spent". */
    statement: async (who: string, of = "points"): Promise<string[]> =>
      (await entries(who))
        .filter(({ pointsType }: Entry) => pointsType === of)
        .map(({ points, account }: Entry) => `${points > 0 ? "+" : ""}${points} ${account}`),
    tier: async (who: string): Promise<string | null> => (await read(who, "tier")).tier,
    standing: (who: string) => read(who, "tier"),
    /** What became of a reservation. */
    reservation: async (who: string, hold: Outcome): Promise<string> => (await read(who, `holds/${hold.id}`)).status,
    explains: (who: string, activity: Outcome, audience: "staff" | "member" = "staff") =>
      read(who, `activities/${activity.id}/explanation?audience=${audience}`),
    /** A campaign as it is now. */
    campaign: async ({ id }: Outcome): Promise<Outcome["body"]> => (await desk.asks("GET", `/v1/campaigns/${id}`)).body,
    activity: async (who: string, { id, receipt }: Outcome): Promise<Outcome> =>
      outcomeOf(await desk.asks("GET", await desk.pathOf(who, `activities/${id}`)), receipt),
    /** What goods would earn; nothing is written. */
    tries: async (who: string | null, goods: Goods): Promise<number> => {
      const member = who === null ? {} : { member: { id: await desk.idOf(who) } };
      const basket = { kind: "purchase", ...member, ...told(goods) };
      return (await desk.asks("POST", "/v1/evaluations", basket)).body.points[0]?.points ?? 0;
    },
  };
}
