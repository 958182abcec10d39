// What the shop's people change: rules, tiers, policies, places, a member's rights.
import { type Desk, made, type Outcome, outcomeOf } from "./desk.ts";
import type { CampaignTerms, PointsTerms, RuleTerms, TierTerms } from "./programme.ts";

export function changeVerbs(desk: Desk) {
  const rules = new Map<string, string>();
  const changes = async (method: string, path: string, terms?: object): Promise<Outcome> =>
    outcomeOf(made(await desk.acts(method, path, terms)));
  return {
    /** A campaign with these rules; the answer is what it is now. */
    starts: async (terms: readonly RuleTerms[], campaign: CampaignTerms = {}): Promise<Outcome> => {
      const started = await changes("POST", "/v1/campaigns", { name: "Campaign", ...campaign, rules: terms });
      for (const { id, name } of started.body.rules) rules.set(name, id);
      return started;
    },
    /** More points, or money, for a campaign to give. */
    addsBudget: async (campaign: Outcome, budget: { points?: number; minor?: number }, order?: string) => {
      const headers = order === undefined ? {} : { "idempotency-key": order };
      return outcomeOf(await desk.acts("POST", `/v1/campaigns/${campaign.id}/budget`, budget, headers));
    },
    /** A campaign out of a preset. */
    startsPreset: async (code: string, answers: object = {}, order?: string): Promise<Outcome> => {
      const headers = order === undefined ? {} : { "idempotency-key": order };
      return outcomeOf(await desk.acts("POST", `/v1/presets/${code}/campaigns`, answers, headers));
    },
    /** What such a campaign would have given for the latest purchases. */
    triesCampaign: async (terms: readonly RuleTerms[], campaign: CampaignTerms = {}, purchases?: number) => {
      const last = purchases === undefined ? {} : { purchases };
      return made(await desk.asks("POST", "/v1/programme/trials", { ...campaign, ...last, rules: terms })).body;
    },
    ends: (campaign: Outcome) => changes("DELETE", `/v1/campaigns/${campaign.id}`),
    changesRule: (name: string, terms: RuleTerms) => changes("PUT", `/v1/rules/${rules.get(name)}`, terms),
    endsRule: (name: string) => changes("DELETE", `/v1/rules/${rules.get(name)}`),
    changesTiers: (terms: TierTerms) => changes("PUT", "/v1/programme/tiers", terms),
    decides: (policies: object) => changes("PATCH", "/v1/programme/policies", policies),
    addsPoints: (terms: PointsTerms) => {
      const usual = { code: "points", name: "Points", spendable: true, qualifying: true };
      return changes("POST", "/v1/points-types", { ...usual, ...terms });
    },
    changesPoints: (terms: object, code = "points") => changes("PATCH", `/v1/points-types/${code}`, terms),
    opensPlace: async ({ partner, place, country }: { partner: string; place: string; country?: string }) => {
      const { id } = await changes("POST", "/v1/partners", { code: partner, name: partner });
      const location = { code: place, name: place, partnerId: id };
      return changes("POST", "/v1/locations", { ...location, ...(country === undefined ? {} : { country }) });
    },
    promotes: async (who: string, tier: string, until: string) =>
      changes("PUT", await desk.pathOf(who, "tier"), { tier, until }),
    demotes: async (who: string) => changes("DELETE", await desk.pathOf(who, "tier")),
    changesMember: async (who: string, change: object) =>
      changes("PATCH", `/v1/members/${await desk.idOf(who)}`, change),
  };
}
