// What waits for somebody: points by hand that a second person decides on, and tasks by the day they are due.
import { answered } from "@fedele/sdk/browser.ts";
import { Anchor, Badge, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { Empty, RefusalAlert } from "../../parts/states.tsx";
import { queries } from "../../queries.ts";
import { useSession } from "../../session.ts";

const SHOWN_MAX = 8;

export function NeedsYou() {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const tasks = useQuery({
    queryKey: ["tasks", "open"],
    queryFn: () => answered(api.GET("/v1/tasks", { params: { query: { limit: SHOWN_MAX } } })),
  });
  const pending = useQuery({
    queryKey: ["members", "pending-adjustments"],
    enabled: scopes.has("adjustments:write"),
    queryFn: () => answered(api.GET("/v1/pending-adjustments", { params: { query: { limit: SHOWN_MAX } } })),
  });
  const isNothing = tasks.data?.items.length === 0 && (pending.data?.items.length ?? 0) === 0;
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {say("today.needsYou")}
      </Title>
      <RefusalAlert error={tasks.error ?? pending.error} />
      {isNothing ? <Empty title={say("today.nothingDue")} hint={say("today.nothingDueHint")} /> : null}
      <Stack gap="sm" mt="sm">
        {pending.data?.items.map((one) => (
          <Pending key={one.id} {...one} />
        ))}
        {tasks.data?.items.map((task) => (
          <TaskLine key={task.id} {...task} />
        ))}
      </Stack>
    </Card>
  );
}

type PendingLine = { id: string; memberId: string; points: number; reason: string | null; askedBy: string };

function Pending({ id, memberId, points, reason, askedBy }: PendingLine) {
  const { say, number } = useSpeech();
  const { staff } = useSession();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      answered(
        api.POST("/v1/members/{memberId}/pending-adjustments/{pendingId}/approval", {
          params: { path: { memberId, pendingId: id } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["members"] }),
  });
  const isOwn = askedBy === staff.id;
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        <Stack gap={0} miw={0}>
          <Anchor href={`/members/${memberId}`}>{say("today.pending", { points: number(points) })}</Anchor>
          <Text size="sm" c="dimmed">
            {reason}
          </Text>
        </Stack>
        {isOwn ? (
          <Text size="sm">{say("today.needsSecond")}</Text>
        ) : (
          <Button size="xs" loading={isPending} onClick={() => mutate()}>
            {say("today.approve")}
          </Button>
        )}
      </Group>
      <RefusalAlert error={error} />
    </Stack>
  );
}

type TaskShown = { memberId: string; text: string | null; dueOn: string; isOverdue: boolean };

function TaskLine({ memberId, text, dueOn, isOverdue }: TaskShown) {
  const { day } = useSpeech();
  return (
    <Group justify="space-between" wrap="nowrap">
      <Anchor href={`/members/${memberId}`}>{text}</Anchor>
      <Badge color={isOverdue ? "red.9" : "gray.7"} flex="none">
        {day(dueOn)}
      </Badge>
    </Group>
  );
}
