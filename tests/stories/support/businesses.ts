// Businesses and their people.
import { type Desk, type Outcome, outcomeOf } from "./desk.ts";
import { minorOf } from "./goods.ts";
import { aboutIn } from "./people.ts";

export function businessVerbs(desk: Desk) {
  let receipts = 0;
  const about = aboutIn(desk);
  return {
    founds: (name: string, more: object = {}) => desk.enrols(name, { kind: "corporate", ...more }),
    /** Somebody acts for a business from now on. */
    names: (business: string, contact: object) => about(business, "POST", "contacts", contact),
    /** Somebody acts for it no more. */
    lets: (business: string, contact: Outcome) => about(business, "DELETE", `contacts/${contact.id}`),
    /** Puts one business under another. */
    puts: async (lower: string, upper: string) =>
      about(lower, "PATCH", "business", { parentId: await desk.idOf(upper) }),
    /** Somebody buys who is known by an address alone. */
    buysAs: async (member: object, euros: number): Promise<Outcome> => {
      receipts += 1;
      const sale = { source: "door", document: `door-${receipts}`, kind: "purchase", amountMinor: minorOf(euros) };
      return outcomeOf(await desk.acts("POST", "/v1/activities", { ...sale, member }));
    },
  };
}
