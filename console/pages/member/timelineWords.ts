// What happened, in a few words. A new kind of step does not compile until it has some.
import type { TimelineItem } from "@fedele/sdk/schemas/timeline.ts";
import { type TextKey, useSpeech } from "../../language.ts";
import { useTiers } from "../../parts/conditions/names.ts";
import { useSession } from "../../session.ts";
import { useStaffName } from "./memberQueries.ts";

type Moved = { readonly pointsType: string; readonly points: number };
type Words = { readonly title: string; readonly hint: string };

export function movedIn(item: TimelineItem): readonly Moved[] {
  if (item.kind === "activity") return item.activity.points;
  return "points" in item ? item.points : [];
}

const tierReasons: Readonly<Record<string, TextKey>> = {
  activity: "tierReason.activity",
  return: "tierReason.return",
  period: "tierReason.period",
  manual: "tierReason.manual",
  manual_end: "tierReason.manual_end",
  merge: "tierReason.merge",
  opening: "tierReason.opening",
};

export function useStepWords(): (item: TimelineItem) => Words {
  const { say, money } = useSpeech();
  const { tenant } = useSession();
  const tiers = useTiers();
  const staffName = useStaffName();
  const tierName = (code: string | null) =>
    code === null ? say("tier.none") : (tiers.find(({ value }) => value === code)?.label ?? code);
  return (item) => {
    switch (item.kind) {
      case "enrolled":
        return { title: say("step.enrolled"), hint: "" };
      case "activity": {
        const { kind, amountMinor, currency = tenant.currency, source, document } = item.activity;
        const what = say(`activityKind.${kind}`);
        const title = amountMinor === undefined ? what : `${what} · ${money(amountMinor, currency)}`;
        return { title, hint: say("step.told", { source, document }) };
      }
      case "tier_change": {
        const reason = tierReasons[item.reason];
        if (item.before === null) return { title: say("step.tierFirst", { after: tierName(item.after) }), hint: "" };
        const title = say("step.tier", { before: tierName(item.before), after: tierName(item.after) });
        return { title, hint: reason === undefined ? item.reason : say(reason) };
      }
      case "spend":
      case "spend_reversal":
        return { title: say(`step.${item.kind}`), hint: item.spend.reason ?? "" };
      case "adjustment":
      case "adjustment_reversal": {
        const given = item.adjustment.points >= 0 ? "step.given" : "step.taken";
        const title = say(item.kind === "adjustment" ? given : "step.adjustment_reversal");
        return { title, hint: say("step.by", { reason: item.adjustment.reason, who: staffName(item.by) }) };
      }
      case "transfer":
        return {
          title: say(item.transfer === undefined ? "step.transferIn" : "step.transferOut"),
          hint: item.transfer?.reason ?? "",
        };
      case "expiry":
      case "reinstatement":
      case "debt_payment":
      case "closure":
      case "top_up":
        return { title: say(`step.${item.kind}`), hint: "" };
      case "reward_issued":
      case "reward_used":
      case "reward_given":
      case "reward_cancelled":
        return { title: say(`step.${item.kind}`), hint: item.rewardName };
    }
  };
}
