// Rewards that rules can give. The catalogue is the rewards module's, which stands above: it hands its look-up down.
import type { NewRule } from "@fedele/sdk/schemas/programme.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { invalid } from "../../platform/places.ts";
import type { PointsType } from "../ledger/pointsTypes.ts";

/** What a rule keeps of a reward; none of it ever changes. */
export type Offer = Readonly<{ rewardId: string; code: string; name: string; pointsType: number; points: number }>;

/** Of the rewards with these codes those that can be had. */
export type FindOffers = (ctx: Ctx, codes: readonly string[]) => Promise<readonly Offer[]>;

/** The rules with the rewards that they give, as core knows them; refuses what is not in the catalogue. */
export async function withOffers<Told extends Pick<NewRule, "effect" | "pointsType">>(
  ctx: Ctx,
  rules: readonly Told[],
  { find, types }: { find: FindOffers; types: readonly PointsType[] },
): Promise<(Omit<Told, "effect"> & { readonly effect: unknown })[]> {
  const codes = rules.flatMap(({ effect }) => (effect.reward === undefined ? [] : [effect.reward]));
  const offers = codes.length === 0 ? [] : await find(ctx, [...new Set(codes)]);
  return rules.map((rule) => {
    const { kind, reward, ...rest } = rule.effect;
    if (kind !== "reward") return rule;
    const [stranger] = Object.keys(rest);
    if (stranger !== undefined) throw invalid(`effect.${stranger}`, `The effect "reward" has no "${stranger}".`);
    const offer = offers.find(({ code }) => code === reward);
    if (offer === undefined) throw invalid("effect.reward", `There is no reward "${reward ?? ""}" to be had.`);
    const { pointsType, ...kept } = offer;
    if (types.every((type) => type.pointsType !== pointsType || type.code !== rule.pointsType)) {
      throw invalid("pointsType", `The reward "${offer.code}" costs points of another type; name that one.`);
    }
    return { ...rule, effect: { kind, ...kept } };
  });
}
