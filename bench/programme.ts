// The rules that every purchase of the benchmark is judged by: one gives points for money, the others ask for goods,
// places and days that most purchases have not.
import type { Condition } from "@fedele/core/conditions.ts";
import { presetNamed } from "@fedele/core/presets.ts";
import type { RuleTerms } from "@fedele/core/ruleParser.ts";
import { startCampaign } from "../server/modules/programme/campaigns.ts";
import { installPreset } from "../server/modules/programme/presets.ts";
import type { Ctx } from "../server/platform/database/transaction.ts";
import { newId } from "../server/platform/ids.ts";

/** The preset's one rule that gives a point per euro, its tiers, and `count` − 1 rules beside it. */
export async function startProgramme(ctx: Ctx, count: number): Promise<void> {
  const preset = presetNamed("retail-points");
  if (preset === undefined) throw new Error("the preset is gone");
  await installPreset(ctx, preset);
  const rules = Array.from({ length: count - 1 }, (_, at) => ruleAt(at));
  await startCampaign(ctx, { id: newId(ctx.now, 0), name: "Beside", rules });
}

function ruleAt(at: number): RuleTerms {
  const { when, item } = askedAt(at);
  return {
    name: `Rule ${at}`,
    pointsType: 1,
    validFrom: null,
    validUntil: null,
    when: { combinator: "and", rules: [{ field: "activity.kind", operator: "=", value: "purchase" }, ...when] },
    ...(item === undefined ? {} : { items: { combinator: "and", rules: [item] } }),
    effect: { kind: "fixed", points: 10 },
  };
}

/** Of every five of the first twenty rules two cannot be filed by what they compare. */
const FILED = 5;
const EVERY = 20;

type Asked = { readonly when: Condition[]; readonly item?: Condition };

/** The first few ask for what every purchase has, so that all of them are looked at; the many are filed under codes. */
function askedAt(at: number): Asked {
  if (at % FILED === 0 && at < EVERY)
    return { when: [{ field: "activity.amount_minor", operator: ">=", value: 10 ** 9 }] };
  if (at % FILED === 1 && at < EVERY) return { when: [{ field: "member.purchases", operator: ">=", value: 10 ** 9 }] };
  const kinds: Asked[] = [
    { when: [], item: { field: "item.product", operator: "=", value: `rare-${at}` } },
    { when: [{ field: "activity.location", operator: "=", value: `place-${at}` }] },
    { when: [], item: { field: "item.category", operator: "=", value: `category-${at}` } },
    { when: [{ field: "activity.partner", operator: "=", value: `partner-${at}` }] },
  ];
  return kinds[at % kinds.length] ?? { when: [] };
}
