// Steps, entries and answers in the reader's words: on the canvas, in the list and in the editor the same.

import type { ConditionGroup } from "@fedele/core/conditions.ts";
import type { ActivityTrigger, JourneyEntry, JourneyStep, Stretch } from "@fedele/core/journeys.ts";
import { sentence } from "@fedele/core/sentences.ts";
import { useSpeech } from "../../language.ts";
import { useNaming } from "../../parts/conditions/names.ts";
import type { Way } from "./plan.ts";

export function useJourneyWords() {
  const { say, number, language } = useSpeech();
  const naming = useNaming();
  const conditions = (group: ConditionGroup | undefined) =>
    group === undefined || group.rules.length === 0 ? "" : sentence(group, language, naming);
  const stretch = ({ amount, unit }: Stretch) => say(`journeys.stretch.${unit}`, { amount });
  const trigger = ({ activity, name }: ActivityTrigger) =>
    name === undefined || name === ""
      ? say(`activityKind.${activity}`)
      : say("journeys.named", { kind: say(`activityKind.${activity}`), name });

  const step = (it: JourneyStep): string => {
    switch (it.kind) {
      case "delay":
        return say("journeys.says.delay", { stretch: stretch(it.wait) });
      case "until":
        return say("journeys.says.until", { time: it.time });
      case "wait_for":
        return say("journeys.says.wait_for", { activity: trigger(it.trigger), stretch: stretch(it.within) });
      case "split":
        return conditions(it.conditions) === "" ? say("journeys.says.splitOpen") : conditions(it.conditions);
      case "random":
        return say("journeys.says.random", { count: it.branches.length });
      case "send":
        return it.template === ""
          ? say("journeys.says.sendOpen")
          : say("journeys.says.send", { template: it.template });
      case "points":
        return say("journeys.says.points", { points: number(it.points), count: it.points });
      case "task":
        return it.title === "" ? say("journeys.says.taskOpen") : it.title;
      case "tell":
        return it.name === "" ? say("journeys.says.tellOpen") : say("journeys.says.tell", { name: it.name });
      case "exit":
        return say("journeys.says.exit");
    }
  };

  const entry = (it: JourneyEntry): string => {
    const rest = conditions(it.conditions);
    const how = {
      activity: () => say("journeys.enters.activity", { activity: it.kind === "activity" ? trigger(it) : "" }),
      event: () => say(it.kind === "event" ? `journeys.event.${it.event}` : "journeys.enters.segment"),
      date: () => say("journeys.enters.birthday", { days: it.kind === "date" ? it.daysBefore : 0 }),
      segment: () => say("journeys.enters.segment"),
    }[it.kind]();
    return rest === "" ? how : `${how} ${rest}`;
  };

  /** What stands on the way out of a step; nothing where there is only one. */
  const way = (it: JourneyStep | undefined, by: Way): string => {
    if (it?.kind === "wait_for") return say(by === "next" ? "journeys.way.happened" : "journeys.way.timedOut");
    if (it?.kind === "split") return say(by === "next" ? "journeys.way.yes" : "journeys.way.no");
    if (it?.kind !== "random" || typeof by !== "number") return "";
    const whole = it.branches.reduce((sum, { share }) => sum + share, 0);
    return say("journeys.way.share", { share: it.branches[by]?.share ?? 0, whole });
  };

  return { step, entry, way, stretch };
}
