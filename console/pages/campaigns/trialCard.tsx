// What the campaign would have given on the latest purchases, and what that would have cost. Nothing is written.
import { answered } from "@fedele/sdk/browser.ts";
import type { Trial } from "@fedele/sdk/schemas/trial.ts";
import { Button, Card, Group, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { Static } from "typebox";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSession } from "../../session.ts";
import type { Asked } from "./draft.ts";

export function TrialCard({ asked }: { asked: Asked }) {
  const { say } = useSpeech();
  const { mutate, data, error, isPending, variables } = useMutation({
    mutationFn: (body: Asked) => answered(api.POST("/v1/programme/trials", { body })),
  });
  // What was tried is no longer what stands above.
  const isStale = data !== undefined && JSON.stringify(variables) !== JSON.stringify(asked);
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {say("trial.title")}
        </Title>
        <Button variant="light" loading={isPending} onClick={() => mutate(asked)}>
          {say("trial.try")}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {say(isStale ? "trial.stale" : "trial.hint")}
      </Text>
      <RefusalAlert error={error} />
      {data === undefined || isStale ? null : <Result trial={data} />}
    </Card>
  );
}

function Result({ trial }: { trial: Static<typeof Trial> }) {
  const { say, number, money } = useSpeech();
  const { tenant } = useSession();
  const costs = [...trial.net, ...trial.rewards];
  const cost = costs.reduce((sum, { worthMinor }) => sum + (worthMinor ?? 0), 0);
  const isPriced = costs.every(({ worthMinor }) => worthMinor !== null);
  const figures = [
    [say("trial.purchases"), number(trial.purchases)],
    [say("trial.earning"), number(trial.earning)],
    [say("trial.members"), number(trial.earningMembers)],
    [say("trial.points"), trial.net.map(({ points }) => number(points)).join(" + ") || "0"],
    [say("trial.cost"), isPriced ? money(cost, tenant.currency) : say("trial.noFaceValue")],
  ] as const;
  return (
    <Stack mt="sm">
      <SimpleGrid cols={{ base: 2, sm: 5 }}>
        {figures.map(([label, value]) => (
          <div key={label}>
            <Text size="xs" c="dimmed">
              {label}
            </Text>
            <Text fw={700} className="figures">
              {value}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      <Examples examples={trial.examples} />
    </Stack>
  );
}

function Examples({ examples }: Pick<Static<typeof Trial>, "examples">) {
  const { say, number, money, day } = useSpeech();
  const { tenant } = useSession();
  if (examples.length === 0) return null;
  return (
    <Table aria-label={say("trial.examples")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say("trial.when")}</Table.Th>
          <Table.Th ta="right">{say("trial.amount")}</Table.Th>
          <Table.Th ta="right">{say("trial.wouldEarn")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {examples.map(({ activityId, occurredAt, amountMinor, points }) => (
          <Table.Tr key={activityId}>
            <Table.Td>{day(occurredAt, tenant.timezone)}</Table.Td>
            <Table.Td ta="right">{money(amountMinor, tenant.currency)}</Table.Td>
            <Table.Td ta="right">{number(points.reduce((sum, one) => sum + one.points, 0))}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
