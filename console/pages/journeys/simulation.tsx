// A journey tried by hand, before anybody is on it: time passes or something happens at a press. It walks the plan by
// the same function as the server, for a member of whom nothing is known yet.
import { newcomer } from "@fedele/core/facts.ts";
import {
  beginJourney,
  type Journey,
  type JourneySetting,
  type JourneyStep,
  type PassedStep,
  PLACES,
  stepDue,
  stepHeard,
  stepNamed,
  type Walk,
} from "@fedele/core/journeys.ts";
import { afterStretch, nextTimeOfDay } from "@fedele/core/journeyTimes.ts";
import { Button, Card, Group, Stack, Text, Timeline, Title } from "@mantine/core";
import { useState } from "react";
import { useSpeech } from "../../language.ts";
import { useSession } from "../../session.ts";
import { useJourneyWords } from "./words.ts";

type Trial = { place: Walk["place"]; at: number; passed: readonly (PassedStep & { at: number })[] };

export function Simulation({ plan }: { plan: Journey }) {
  const { say } = useSpeech();
  const { trial, begin, timePasses, happens } = useTrial(plan);
  const isWaiting = trial?.place.state === "waiting";
  return (
    <Card withBorder>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {say("journeys.try")}
        </Title>
        <Button size="xs" variant="light" onClick={begin}>
          {say(trial === undefined ? "journeys.tryStart" : "journeys.tryAgain")}
        </Button>
      </Group>
      {trial === undefined ? (
        <Text size="sm" c="dimmed">
          {say("journeys.tryHint")}
        </Text>
      ) : (
        <Stack>
          <Way plan={plan} trial={trial} />
          {isWaiting ? (
            <Group>
              {happens === undefined ? null : (
                <Button size="xs" onClick={happens}>
                  {say("journeys.tryHappens")}
                </Button>
              )}
              <Button size="xs" variant="default" onClick={timePasses}>
                {say("journeys.tryTime")}
              </Button>
            </Group>
          ) : null}
        </Stack>
      )}
    </Card>
  );
}

function Way({ plan, trial: { place, passed } }: { plan: Journey; trial: Trial }) {
  const { say, moment } = useSpeech();
  const { tenant } = useSession();
  const words = useJourneyWords();
  const shown = (ms: number) => moment(new Date(ms).toISOString(), tenant.timezone);
  const named = (stepId: string) => {
    const step = stepNamed(plan, stepId);
    return step === undefined ? stepId : words.step(step);
  };
  return (
    <Timeline active={passed.length} bulletSize={14}>
      {passed.map(({ stepId, at }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what has happened stays where it is
        <Timeline.Item key={index} title={named(stepId)}>
          <Text size="xs" c="dimmed">
            {shown(at)}
          </Text>
        </Timeline.Item>
      ))}
      {place.state === "ended" ? (
        <Timeline.Item title={say("journeys.tryEnded")} />
      ) : (
        <Timeline.Item title={named(place.stepId)}>
          <Text size="xs" c="dimmed">
            {say("journeys.tryUntil", { moment: shown(place.dueAt) })}
          </Text>
        </Timeline.Item>
      )}
    </Timeline>
  );
}

function useTrial(plan: Journey) {
  const { tenant } = useSession();
  const [trial, setTrial] = useState<Trial>();
  const [chance] = useState(() => Math.floor(Math.random() * PLACES));
  const settingAt = (now: number): JourneySetting => ({
    now,
    facts: { member: newcomer(now), timezone: tenant.timezone, at: now },
    chance: () => chance,
    after: (wait) => afterStretch(tenant.timezone, now, wait),
    next: (time, weekdays) => nextTimeOfDay(tenant.timezone, now, { time, weekdays }),
  });
  const goOn = ({ place, passed }: Walk, at: number, before: Trial["passed"]) =>
    setTrial({ place, at, passed: [...before, ...passed.map((step) => ({ ...step, at }))] });
  const begin = () => {
    const now = Date.now();
    goOn(beginJourney(plan, settingAt(now)), now, []);
  };
  const place = trial?.place;
  const step = place?.state === "waiting" ? stepNamed(plan, place.stepId) : undefined;
  const timePasses = () => {
    if (trial === undefined || place?.state !== "waiting") return;
    goOn(stepDue(plan, place.stepId, settingAt(place.dueAt)), place.dueAt, trial.passed);
  };
  const happens = () => {
    if (trial === undefined || step?.kind !== "wait_for") return;
    const walk = heard(plan, step, settingAt(trial.at), tenant.currency);
    if (walk !== null) goOn(walk, trial.at, trial.passed);
  };
  return { trial, begin, timePasses, happens: step?.kind === "wait_for" ? happens : undefined };
}

/** What the step waits for happens, whatever its conditions ask: it is tried what follows, not whether. */
function heard(
  plan: Journey,
  step: Extract<JourneyStep, { kind: "wait_for" }>,
  setting: JourneySetting,
  currency: string,
): Walk | null {
  const { activity: kind } = step.trigger;
  const open: JourneyStep = { ...step, trigger: { kind: "activity", activity: kind } };
  const free = { ...plan, goal: null, steps: plan.steps.map((one) => (one.id === step.id ? open : one)) };
  const activity = { kind, channel: "web", at: setting.now, currency, amountMinor: 0, lines: [] };
  const facts = { ...setting.facts, activity };
  return stepHeard(free, step.id, { setting: { ...setting, facts }, isSame: true });
}
