// What was given up, why, and another try for one or for all.
import { answered, done } from "@fedele/sdk/browser.ts";
import type { DeadLetter } from "@fedele/sdk/schemas/health.ts";
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../../api.ts";
import { useSpeech } from "../../../language.ts";
import { MemberLink } from "../../../parts/member.tsx";
import { PagedTable, usePaged } from "../../../parts/paged.tsx";
import { RefusalAlert } from "../../../parts/states.tsx";
import { queries } from "../../../queries.ts";
import { useSession } from "../../../session.ts";

export function DeadLetters() {
  const { say, moment } = useSpeech();
  const { tenant } = useSession();
  const paged = usePaged<DeadLetter>(["dead-letters"], (query) =>
    answered(api.GET("/v1/dead-letters", { params: { query } })),
  );
  const { again, isSending, error } = useRetry();
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {say("health.dead")}
        </Title>
        <Button variant="light" loading={isSending} onClick={() => again(undefined)}>
          {say("health.dead.retryAll")}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" maw={640}>
        {say("health.dead.hint")}
      </Text>
      <RefusalAlert error={error} />
      <PagedTable
        caption={say("health.dead")}
        paged={paged}
        idOf={({ eventId, listener }) => `${eventId} ${listener}`}
        empty={{ title: say("health.dead.none"), hint: say("health.events.none") }}
        columns={[
          { title: say("health.dead.what"), show: (letter) => <What letter={letter} /> },
          { title: say("health.dead.why"), isExtra: true, show: ({ error: why }) => <Text size="sm">{why}</Text> },
          { title: say("health.dead.since"), isExtra: true, show: ({ since }) => moment(since, tenant.timezone) },
          {
            title: "",
            show: ({ eventId }) => (
              <Button size="xs" variant="light" disabled={isSending} onClick={() => again(eventId)}>
                {say("health.dead.retry")}
              </Button>
            ),
          },
        ]}
      />
    </Stack>
  );
}

function What({ letter: { type, listener, memberId } }: { letter: DeadLetter }) {
  const { say } = useSpeech();
  return (
    <>
      <Text size="sm" fw={600}>
        {type}
      </Text>
      <Text size="xs" c="dimmed">
        {listener} · <MemberLink memberId={memberId}>{say("privacy.member")}</MemberLink>
      </Text>
    </>
  );
}

/** For one event, or for all of them. */
function useRetry() {
  const { say } = useSpeech();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (eventId: string | undefined): Promise<unknown> =>
      eventId === undefined
        ? answered(api.PUT("/v1/dead-letters/retries"))
        : done(api.PUT("/v1/dead-letters/{eventId}/retry", { params: { path: { eventId } } })),
    onSuccess: async () => {
      notifications.show({ message: say("health.dead.retried") });
      await queries.invalidateQueries({ queryKey: ["dead-letters"] });
      await queries.invalidateQueries({ queryKey: ["health"] });
    },
  });
  return { again: mutate, isSending: isPending, error };
}
