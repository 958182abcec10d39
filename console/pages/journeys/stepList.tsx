// The same journey as a list, where there is no room to draw it: each step, and where its ways lead.
import { Badge, Button, Card, Group, List, Stack, Text } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useSpeech } from "../../language.ts";
import type { Drawing } from "./canvas.tsx";
import { edgesFrom, layOut } from "./plan.ts";
import { useJourneyWords } from "./words.ts";

export function StepList({ plan, counts, fault, onChoose, onPutIn }: Drawing) {
  const { say, number } = useSpeech();
  const words = useJourneyWords();
  const places = layOut(plan);
  const inOrder = plan.steps.toSorted((a, b) => (places.get(a.id)?.row ?? 0) - (places.get(b.id)?.row ?? 0));
  const namedBy = (to: string | null) => {
    const step = plan.steps.find(({ id }) => id === to);
    return step === undefined ? say("journeys.says.exit") : words.step(step);
  };
  return (
    <Stack gap="xs">
      {onPutIn === undefined ? null : (
        <Button variant="default" onClick={() => onPutIn({ stepId: null, way: "next" })}>
          {say("journeys.putInFirst")}
        </Button>
      )}
      {inOrder.map((step) => {
        const { waiting = 0, passed = 0 } = counts.get(step.id) ?? {};
        return (
          <Card key={step.id} withBorder padding="sm">
            <Group justify="space-between" wrap="nowrap">
              <Badge size="sm" variant="light" {...(fault === step.id ? { color: "red.9" } : {})}>
                {say(`journeys.kind.${step.kind}`)}
              </Badge>
              <Text size="xs" c="dimmed">
                {say("journeys.counts", { waiting: number(waiting), passed: number(passed) })}
              </Text>
            </Group>
            <Text size="sm" my={4}>
              {words.step(step)}
            </Text>
            <List size="xs" listStyleType="none">
              {edgesFrom(step).map(({ way, to }) => (
                <List.Item key={String(way)}>
                  <Group gap={4} wrap="nowrap">
                    {words.way(step, way)} <IconArrowRight size={12} aria-hidden /> {namedBy(to)}
                  </Group>
                </List.Item>
              ))}
            </List>
            <Group mt={4}>
              <Button size="compact-sm" variant="light" onClick={() => onChoose(step.id)}>
                {say(onPutIn === undefined ? "journeys.look" : "journeys.change")}
              </Button>
            </Group>
          </Card>
        );
      })}
    </Stack>
  );
}
