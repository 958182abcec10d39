// A shop of a story: a tenant with a programme of its own, and the verbs to live in it. Members have names, money is in
// euros, days are days; ids, headers and JSON stay behind the desk.
import type { Tenant } from "../../../server/platform/tenant.ts";
import type { TestServer } from "../../support/server.ts";
import { benefitVerbs } from "./benefits.ts";
import { businessVerbs } from "./businesses.ts";
import { changeVerbs } from "./changes.ts";
import { checkoutVerbs } from "./checkout.ts";
import { couponVerbs } from "./coupons.ts";
import { activityVerbs, movementVerbs } from "./deeds.ts";
import { type Desk, openDesk } from "./desk.ts";
import { giftVerbs } from "./gifts.ts";
import { importVerbs } from "./imports.ts";
import { journeyVerbs } from "./journeys.ts";
import { lifecycleVerbs } from "./lifecycle.ts";
import { peopleVerbs } from "./people.ts";
import { type PointsTerms, pointsPerEuro, type RuleTerms, type TierTerms } from "./programme.ts";
import { readingVerbs } from "./readings.ts";
import { recordVerbs } from "./records.ts";
import { rewardVerbs } from "./rewards.ts";
import { segmentVerbs } from "./segments.ts";
import { tableVerbs } from "./table.ts";

export type ShopSettings = {
  /** The moment at which the story begins. */
  opens?: string;
  zone?: string;
  currency?: string;
  points?: PointsTerms;
  morePoints?: readonly PointsTerms[];
  rules?: readonly RuleTerms[];
  tiers?: TierTerms;
  policies?: Record<string, unknown>;
};

export type Shop = ReturnType<typeof verbsOf> & { readonly tenant: Tenant };

const MORNING = "2026-03-02T09:00:00Z";
const DAY_MS = 86_400_000;

/** A point a euro, for ever good, where nothing else is said. */
export async function openShop(server: TestServer, settings: ShopSettings): Promise<Shop> {
  const {
    opens = MORNING,
    zone = "Europe/Rome",
    currency = "EUR",
    rules = [pointsPerEuro()],
    policies = {},
  } = settings;
  server.clock.set(Date.parse(opens));
  const { call, tenant } = await server.newTenant({ timezone: zone, currency });
  const shop = { ...verbsOf(openDesk(server.clock, call)), tenant };
  for (const terms of [settings.points ?? {}, ...(settings.morePoints ?? [])]) await shop.addsPoints(terms);
  if (settings.tiers !== undefined) await shop.changesTiers(settings.tiers);
  if (Object.keys(policies).length > 0) await shop.decides(policies);
  if (rules.length > 0) await shop.starts(rules);
  return shop;
}

function verbsOf(desk: Desk) {
  const { clock, enrols, idOf, asks } = desk;
  return {
    enrols,
    idOf,
    asks,
    ...activityVerbs(desk),
    ...movementVerbs(desk),
    ...readingVerbs(desk),
    ...changeVerbs(desk),
    ...rewardVerbs(desk),
    ...checkoutVerbs(desk),
    ...peopleVerbs(desk),
    ...recordVerbs(desk),
    ...segmentVerbs(desk),
    ...tableVerbs(desk),
    ...businessVerbs(desk),
    ...journeyVerbs(desk),
    ...lifecycleVerbs(desk),
    ...importVerbs(desk),
    ...couponVerbs(desk),
    ...giftVerbs(desk),
    ...benefitVerbs(desk),
    jumps: ({ days = 0, minutes = 0 }: { days?: number; minutes?: number }): void =>
      clock.advance(days * DAY_MS + minutes * 60_000),
    isNow: (moment: string): void => clock.set(Date.parse(moment)),
  };
}
