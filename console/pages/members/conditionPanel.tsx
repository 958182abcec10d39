// The table narrowed down by conditions: the editor, what they mean, how many members that is, and keeping them.
import type { ConditionGroup } from "@fedele/core/conditions.ts";
import { answered } from "@fedele/sdk/browser.ts";
import type { Segment } from "@fedele/sdk/schemas/segment.ts";
import { Button, Card, Group, Stack, Text } from "@mantine/core";
import { useDebouncedCallback, useDebouncedValue, useDisclosure } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api.ts";
import { SaveSegmentForm } from "../../forms/saveSegment.tsx";
import { useSpeech } from "../../language.ts";
import { conditionsIn, type Draft, draftOf, groupOf, noConditions, wireOf } from "../../parts/conditions/draft.ts";
import { ConditionsEditor } from "../../parts/conditions/editor.tsx";
import { ConditionSentence } from "../../parts/conditions/sentence.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { queries } from "../../queries.ts";
import { useSession } from "../../session.ts";
import type { Change } from "./membersSearch.ts";

const THINKING_MS = 400;
const scopes = ["member"] as const;

type Panel = {
  readonly conditions: ConditionGroup | undefined;
  /** The segment that is looked at; its conditions are where the editing begins. */
  readonly segment: Segment | undefined;
  look(change: Change): unknown;
};

export function ConditionPanel({ conditions, segment, look }: Panel) {
  const { say } = useSpeech();
  const start = conditions ?? (segment === undefined ? noConditions : groupOf(segment.conditions));
  const [draft, setDraft] = useState<Draft>(() => draftOf(start));
  const [from] = useState(segment);
  const show = useDebouncedCallback(look, THINKING_MS);
  const parsed = conditionsIn(draft, scopes);
  const change = (changed: Draft) => {
    setDraft(changed);
    const { ok, ...asked } = conditionsIn(changed, scopes);
    if (ok && "group" in asked) show({ conditions: asked.group, segment: undefined });
  };
  const group = parsed.ok && parsed.group.rules.length > 0 ? parsed.group : undefined;
  return (
    <Card withBorder padding="sm">
      <Stack gap="sm">
        <ConditionsEditor draft={draft} onChange={change} scopes={scopes} />
        {parsed.ok ? null : (
          <Text size="sm" c="dimmed" role="status">
            {say("conditions.unfinished")}
          </Text>
        )}
        {group === undefined ? null : <Meaning group={group} segment={from} />}
      </Stack>
    </Card>
  );
}

function Meaning({ group, segment }: { group: ConditionGroup; segment: Segment | undefined }) {
  const { say } = useSpeech();
  const { scopes: allowed } = useSession();
  const [isSaving, { open, close }] = useDisclosure(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (segmentId: string) =>
      answered(
        api.PATCH("/v1/segments/{segmentId}", {
          params: { path: { segmentId } },
          body: { conditions: wireOf(group) },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["segments"] }),
  });
  return (
    <>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={2} flex={1} miw={220}>
          <ConditionSentence group={group} />
          <Count group={group} />
        </Stack>
        {allowed.has("members:write") ? (
          <Group gap="xs">
            {segment === undefined ? null : (
              <Button variant="default" loading={isPending} onClick={() => mutate(segment.id)}>
                {say("segments.change", { name: segment.name })}
              </Button>
            )}
            <Button variant="light" onClick={open}>
              {say("segments.save")}
            </Button>
          </Group>
        ) : null}
      </Group>
      <RefusalAlert error={error} />
      <SaveSegmentForm isOpen={isSaving} onClose={close} conditions={group} />
    </>
  );
}

function Count({ group }: { group: ConditionGroup }) {
  const { say, number } = useSpeech();
  const [asked] = useDebouncedValue(group, THINKING_MS);
  const { data, error } = useQuery({
    queryKey: ["segments", "count", asked],
    queryFn: () => answered(api.POST("/v1/segments/count", { body: { conditions: wireOf(asked) } })),
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <RefusalAlert error={error} />;
  const count = data?.members ?? 0;
  const text = data?.isExact === false ? "members.countMore" : "members.count";
  return (
    <Text size="sm" c="dimmed" role="status" mih={20}>
      {data === undefined ? "" : say(text, { count, number: number(count) })}
    </Text>
  );
}
