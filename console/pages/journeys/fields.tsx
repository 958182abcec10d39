// The small fields that steps and entries share: how long, and what a member does.
import { activityKinds } from "@fedele/core/activity.ts";
import { type ActivityTrigger, type Stretch, stretchUnits } from "@fedele/core/journeys.ts";
import { Group, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { useSpeech } from "../../language.ts";
import { ConditionsField } from "./conditionsField.tsx";

export function StretchFields({
  label,
  stretch,
  onChange,
}: {
  label: string;
  stretch: Stretch;
  onChange(stretch: Stretch): void;
}) {
  const { say } = useSpeech();
  return (
    <Group grow align="flex-end">
      <NumberInput
        label={label}
        min={1}
        allowDecimal={false}
        value={stretch.amount}
        onChange={(amount) => onChange({ ...stretch, amount: Math.max(1, Number(amount)) })}
      />
      <Select
        label={say("journeys.unit")}
        data={stretchUnits.map((value) => ({ value, label: say(`journeys.unit.${value}`) }))}
        value={stretch.unit}
        allowDeselect={false}
        onChange={(value) =>
          onChange({ ...stretch, unit: stretchUnits.find((unit) => unit === value) ?? stretch.unit })
        }
      />
    </Group>
  );
}

export function TriggerFields({
  label,
  trigger,
  onChange,
}: {
  label: string;
  trigger: ActivityTrigger;
  onChange(trigger: ActivityTrigger): void;
}) {
  const { say } = useSpeech();
  return (
    <Stack gap="xs">
      <Group grow align="flex-end">
        <Select
          label={label}
          data={activityKinds.map((value) => ({ value, label: say(`activityKind.${value}`) }))}
          value={trigger.activity}
          allowDeselect={false}
          onChange={(value) => {
            const activity = activityKinds.find((kind) => kind === value);
            if (activity !== undefined) onChange({ ...trigger, activity });
          }}
        />
        {trigger.activity === "custom" ? (
          <TextInput
            label={say("journeys.customName")}
            value={trigger.name ?? ""}
            onChange={(event) => onChange({ ...trigger, name: event.currentTarget.value })}
          />
        ) : null}
      </Group>
      <ConditionsField
        label={say("journeys.onlyIf")}
        group={trigger.conditions}
        scopes={["activity", "item", "member", "place", "time"]}
        onChange={(conditions) => onChange({ ...trigger, conditions })}
      />
    </Stack>
  );
}
