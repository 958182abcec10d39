// The segments that somebody kept: what each means, and a way to look at its members or to give it up.
import { done } from "@fedele/sdk/browser.ts";
import type { Segment } from "@fedele/sdk/schemas/segment.ts";
import { Button, Card, Drawer, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { groupOf } from "../../parts/conditions/draft.ts";
import { useSegments } from "../../parts/conditions/names.ts";
import { ConditionSentence } from "../../parts/conditions/sentence.tsx";
import { Empty, RefusalAlert } from "../../parts/states.tsx";
import { queries } from "../../queries.ts";
import { useSession } from "../../session.ts";

type List = { readonly isOpen: boolean; onClose(): void; onChoose(id: string): unknown };

export function SegmentList({ isOpen, onClose, onChoose }: List) {
  const { say } = useSpeech();
  const { data, error } = useSegments();
  const choose = (id: string) => {
    onChoose(id);
    onClose();
  };
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      title={say("segments.all")}
      closeButtonProps={{ "aria-label": say("dialog.close") }}
    >
      <Stack gap="sm">
        <RefusalAlert error={error} />
        {data?.items.length === 0 ? <Empty title={say("segments.none")} hint={say("segments.noneHint")} /> : null}
        {data?.items.map((segment) => (
          <SegmentCard key={segment.id} segment={segment} onChoose={choose} />
        ))}
      </Stack>
    </Drawer>
  );
}

function SegmentCard({ segment, onChoose }: { segment: Segment; onChoose(id: string): void }) {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const [isSure, setSure] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => done(api.DELETE("/v1/segments/{segmentId}", { params: { path: { segmentId: segment.id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["segments"] }),
  });
  return (
    <Card withBorder padding="sm">
      <Title order={3} size="h6">
        {segment.name}
      </Title>
      <ConditionSentence group={groupOf(segment.conditions)} />
      <RefusalAlert error={error} />
      {isSure ? (
        <Text size="sm" mt="xs">
          {say("segments.removeHint")}
        </Text>
      ) : null}
      <Group gap="xs" mt="xs">
        {isSure ? (
          <>
            <Button size="compact-sm" color="red" loading={isPending} onClick={() => mutate()}>
              {say("segments.remove")}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setSure(false)}>
              {say("dialog.cancel")}
            </Button>
          </>
        ) : (
          <>
            <Button size="compact-sm" variant="light" onClick={() => onChoose(segment.id)}>
              {say("segments.show")}
            </Button>
            {scopes.has("members:write") ? (
              <Button size="compact-sm" variant="subtle" color="red" onClick={() => setSure(true)}>
                {say("segments.remove")}
              </Button>
            ) : null}
          </>
        )}
      </Group>
    </Card>
  );
}
