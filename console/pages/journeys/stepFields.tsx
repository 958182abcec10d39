// One step in the editor: what it does, in fields.
import type { JourneyStep } from "@fedele/core/journeys.ts";
import { answered } from "@fedele/sdk/browser.ts";
import { Group, NumberInput, Select, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { usePointsTypes } from "../campaigns/draft.ts";
import { ConditionsField } from "./conditionsField.tsx";
import { StretchFields, TriggerFields } from "./fields.tsx";

type Fields<Kind extends JourneyStep["kind"] = JourneyStep["kind"]> = {
  step: Extract<JourneyStep, { kind: Kind }>;
  /** Whether the journey is about objects, so that a step may wait for the same one. */
  isKeyed: boolean;
  onChange(step: JourneyStep): void;
};

export function StepFields({ step, isKeyed, onChange }: Fields) {
  const { say } = useSpeech();
  switch (step.kind) {
    case "delay":
      return (
        <StretchFields
          label={say("journeys.howLong")}
          stretch={step.wait}
          onChange={(wait) => onChange({ ...step, wait })}
        />
      );
    case "until":
      return (
        <TextInput
          type="time"
          label={say("journeys.atTime")}
          value={step.time}
          onChange={(event) => onChange({ ...step, time: event.currentTarget.value || step.time })}
        />
      );
    case "wait_for":
      return <WaitFields step={step} isKeyed={isKeyed} onChange={onChange} />;
    case "split":
      return (
        <ConditionsField
          label={say("journeys.yesIf")}
          group={step.conditions}
          scopes={["member", "time"]}
          onChange={(conditions) => onChange({ ...step, conditions })}
        />
      );
    case "random":
      return <RandomFields step={step} isKeyed={isKeyed} onChange={onChange} />;
    case "points":
      return <PointsFields step={step} isKeyed={isKeyed} onChange={onChange} />;
    case "task":
      return <TaskFields step={step} isKeyed={isKeyed} onChange={onChange} />;
    case "tell":
      return (
        <TextInput
          label={say("journeys.tellName")}
          description={say("journeys.tellHint")}
          value={step.name}
          onChange={(event) => onChange({ ...step, name: event.currentTarget.value })}
        />
      );
    case "send":
      return <TemplateField step={step} isKeyed={isKeyed} onChange={onChange} />;
    case "exit":
      return <Text size="sm">{say("journeys.exitHint")}</Text>;
  }
}

function TemplateField({ step, onChange }: Fields<"send">) {
  const { say } = useSpeech();
  const { data } = useQuery({
    queryKey: ["messageTemplates"],
    queryFn: () => answered(api.GET("/v1/message-templates", { params: { query: { limit: 100 } } })),
  });
  const live = (data?.items ?? []).filter(({ status }) => status === "live");
  return (
    <Select
      label={say("journeys.template")}
      description={say("journeys.templateHint")}
      data={live.map(({ code, name }) => ({ value: code, label: name }))}
      value={step.template === "" ? null : step.template}
      nothingFoundMessage={say("journeys.noTemplates")}
      searchable
      onChange={(template) => onChange({ ...step, template: template ?? "" })}
    />
  );
}

function WaitFields({ step, isKeyed, onChange }: Fields<"wait_for">) {
  const { say } = useSpeech();
  return (
    <Stack>
      <TriggerFields
        label={say("journeys.waitsFor")}
        trigger={step.trigger}
        onChange={(trigger) => onChange({ ...step, trigger })}
      />
      <StretchFields
        label={say("journeys.atMost")}
        stretch={step.within}
        onChange={(within) => onChange({ ...step, within })}
      />
      {isKeyed ? (
        <Select
          label={say("journeys.about")}
          data={(["same_object", "anything"] as const).map((value) => ({
            value,
            label: say(`journeys.about.${value}`),
          }))}
          value={step.about}
          allowDeselect={false}
          onChange={(value) => onChange({ ...step, about: value === "same_object" ? value : "anything" })}
        />
      ) : null}
    </Stack>
  );
}

function RandomFields({ step, onChange }: Fields<"random">) {
  const { say } = useSpeech();
  const changed = (index: number, share: number) =>
    step.branches.map((branch, at) => (at === index ? { ...branch, share } : branch));
  return (
    <Group grow>
      {step.branches.map(({ share }, index) => (
        <NumberInput
          // biome-ignore lint/suspicious/noArrayIndexKey: a branch is its place
          key={index}
          label={say("journeys.share", { branch: index + 1 })}
          min={0}
          max={1_000}
          allowDecimal={false}
          value={share}
          onChange={(value) => onChange({ ...step, branches: changed(index, Number(value)) })}
        />
      ))}
    </Group>
  );
}

function PointsFields({ step, onChange }: Fields<"points">) {
  const { say } = useSpeech();
  const pointsTypes = usePointsTypes();
  return (
    <Group grow align="flex-end">
      <NumberInput
        label={say("campaigns.points")}
        min={1}
        allowDecimal={false}
        value={step.points}
        onChange={(points) => onChange({ ...step, points: Math.max(1, Number(points)) })}
      />
      {pointsTypes.length < 2 ? null : (
        <Select
          label={say("campaigns.pointsType")}
          data={[...pointsTypes]}
          value={step.pointsType}
          allowDeselect={false}
          onChange={(pointsType) => onChange({ ...step, pointsType: pointsType ?? step.pointsType })}
        />
      )}
    </Group>
  );
}

function TaskFields({ step, onChange }: Fields<"task">) {
  const { say } = useSpeech();
  return (
    <Stack>
      <TextInput
        label={say("journeys.taskTitle")}
        value={step.title}
        onChange={(event) => onChange({ ...step, title: event.currentTarget.value })}
      />
      <NumberInput
        label={say("journeys.taskDue")}
        min={0}
        max={365}
        allowDecimal={false}
        value={step.dueDays}
        onChange={(dueDays) => onChange({ ...step, dueDays: Number(dueDays) })}
      />
    </Stack>
  );
}
