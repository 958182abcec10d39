// How members come in, whether they come in again, what the journey is about and what it is for.
import { type Journey, type JourneyEntry, journeyEvents, type Reentry } from "@fedele/core/journeys.ts";
import { Checkbox, Group, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { useSpeech } from "../../language.ts";
import { noConditions } from "../../parts/conditions/draft.ts";
import { ConditionsField } from "./conditionsField.tsx";
import { TriggerFields } from "./fields.tsx";

type Fields = { plan: Journey; onChange(plan: Journey): void };

const entryKinds = ["activity", "event", "date", "segment"] as const;
const purchase = { kind: "activity", activity: "purchase" } as const;

const entriesAtFirst: Readonly<Record<(typeof entryKinds)[number], JourneyEntry>> = {
  activity: purchase,
  event: { kind: "event", event: "member.enrolled" },
  date: { kind: "date", date: "birthday", daysBefore: 0 },
  segment: { kind: "segment", conditions: noConditions },
};

export function EntryFields({ plan, onChange }: Fields) {
  const { say } = useSpeech();
  const { entry } = plan;
  return (
    <Stack>
      <Select
        label={say("journeys.entryKind")}
        data={entryKinds.map((value) => ({ value, label: say(`journeys.entryKind.${value}`) }))}
        value={entry.kind}
        allowDeselect={false}
        onChange={(value) => {
          const kind = entryKinds.find((one) => one === value);
          // Only what a member does is about an object.
          if (kind !== undefined) onChange({ ...plan, entry: entriesAtFirst[kind], keyedBy: null });
        }}
      />
      <EntryDetails plan={plan} onChange={onChange} />
      <ReentryFields plan={plan} onChange={onChange} />
      <Checkbox
        label={say("journeys.hasGoal")}
        description={say("journeys.goalHint")}
        checked={plan.goal !== null}
        onChange={(event) => onChange({ ...plan, goal: event.currentTarget.checked ? purchase : null })}
      />
      {plan.goal === null ? null : (
        <TriggerFields
          label={say("journeys.goal")}
          trigger={plan.goal}
          onChange={(goal) => onChange({ ...plan, goal })}
        />
      )}
    </Stack>
  );
}

function EntryDetails({ plan, onChange }: Fields) {
  const { say } = useSpeech();
  const { entry } = plan;
  const enters = (changed: JourneyEntry) => onChange({ ...plan, entry: changed });
  const who = (scopes: readonly ("member" | "time")[]) => (
    <ConditionsField
      key={entry.kind}
      label={say("journeys.onlyIf")}
      group={entry.conditions}
      scopes={scopes}
      onChange={(conditions) => enters({ ...entry, conditions })}
    />
  );
  switch (entry.kind) {
    case "activity":
      return (
        <Stack>
          <TriggerFields label={say("journeys.activity")} trigger={entry} onChange={enters} />
          <TextInput
            label={say("journeys.keyedBy")}
            description={say("journeys.keyedByHint")}
            value={plan.keyedBy?.kind === "attribute" ? plan.keyedBy.name : ""}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...plan, keyedBy: value === "" ? null : { kind: "attribute", name: value } })
            }
          />
        </Stack>
      );
    case "event":
      return (
        <Stack>
          <Select
            label={say("journeys.event")}
            data={journeyEvents.map((value) => ({ value, label: say(`journeys.event.${value}`) }))}
            value={entry.event}
            allowDeselect={false}
            onChange={(value) => enters({ ...entry, event: journeyEvents.find((one) => one === value) ?? entry.event })}
          />
          {who(["member", "time"])}
        </Stack>
      );
    case "date":
      return (
        <Stack>
          <NumberInput
            label={say("journeys.daysBefore")}
            min={0}
            max={60}
            allowDecimal={false}
            value={entry.daysBefore}
            onChange={(daysBefore) => enters({ ...entry, daysBefore: Number(daysBefore) })}
          />
          {who(["member"])}
        </Stack>
      );
    case "segment":
      return who(["member"]);
  }
}

const reentries: Readonly<Record<Reentry["kind"], Reentry>> = {
  once: { kind: "once" },
  after_end: { kind: "after_end" },
  after_days: { kind: "after_days", days: 180 },
};
const reentryKinds = ["once", "after_end", "after_days"] as const;

function ReentryFields({ plan, onChange }: Fields) {
  const { say } = useSpeech();
  const { reentry } = plan;
  return (
    <Group grow align="flex-end">
      <Select
        label={say("journeys.reentry")}
        data={reentryKinds.map((value) => ({ value, label: say(`journeys.reentry.${value}`) }))}
        value={reentry.kind}
        allowDeselect={false}
        onChange={(value) => {
          const kind = reentryKinds.find((one) => one === value);
          if (kind !== undefined) onChange({ ...plan, reentry: reentries[kind] });
        }}
      />
      {reentry.kind === "after_days" ? (
        <NumberInput
          label={say("journeys.reentryDays")}
          min={1}
          max={3_660}
          allowDecimal={false}
          value={reentry.days}
          onChange={(days) => onChange({ ...plan, reentry: { ...reentry, days: Math.max(1, Number(days)) } })}
        />
      ) : null}
    </Group>
  );
}
