// What members do, as it happens.
import { answered } from "@fedele/sdk/browser.ts";
import { Anchor, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { type Happening, useLatest } from "../../live.ts";
import { Empty } from "../../parts/states.tsx";
import { useSession } from "../../session.ts";

const SHOWN_MAX = 12;
const NAME_FRESH_MS = 5 * 60_000;

export function LiveList() {
  const { say } = useSpeech();
  const latest = useLatest().slice(0, SHOWN_MAX);
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {say("today.live")}
      </Title>
      {latest.length === 0 ? <Empty title={say("today.quiet")} hint={say("today.quietHint")} /> : null}
      <Stack gap="sm" mt="sm" role="log" aria-label={say("today.live")}>
        {latest.map((happening) => (
          <Line key={happening.id} happening={happening} />
        ))}
      </Stack>
    </Card>
  );
}

function Line({ happening: { type, data, occurredAt } }: { happening: Happening }) {
  const { say, moment } = useSpeech();
  const { tenant } = useSession();
  const memberId = typeof data.memberId === "string" ? data.memberId : undefined;
  const kind = typeof data.kind === "string" ? data.kind : "";
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <Stack gap={0} miw={0}>
        {memberId === undefined ? null : <MemberName memberId={memberId} />}
        <Text size="sm" c="dimmed">
          {type === "activity.recorded" ? say("event.activity", { kind }) : say(`event.${type}`)}
        </Text>
      </Stack>
      <Text size="xs" c="dimmed" flex="none">
        {moment(occurredAt, tenant.timezone)}
      </Text>
    </Group>
  );
}

/** Events name nobody; who may see members sees the name. */
function MemberName({ memberId }: { memberId: string }) {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const { data } = useQuery({
    queryKey: ["members", memberId],
    enabled: scopes.has("members:read"),
    staleTime: NAME_FRESH_MS,
    queryFn: () => answered(api.GET("/v1/members/{memberId}", { params: { path: { memberId } } })),
  });
  return (
    <Anchor href={`/members/${memberId}`} size="sm" fw={600}>
      {data?.name ?? say("today.member")}
    </Anchor>
  );
}
