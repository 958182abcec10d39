// What was written to the member, and what was not and why; and the journeys that they are, and were, led on.
import { isSkipReason } from "@fedele/core/messageGates.ts";
import { answered } from "@fedele/sdk/browser.ts";
import type { JourneyInstance } from "@fedele/sdk/schemas/journey.ts";
import type { Message } from "@fedele/sdk/schemas/message.ts";
import { Anchor, Badge, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { PagedTable, usePaged } from "../../parts/paged.tsx";
import { useSession } from "../../session.ts";

const NAMED_MAX = 100;

export function Messages({ memberId }: { memberId: string }) {
  const { say } = useSpeech();
  return (
    <Stack>
      <Title order={2} size="h4">
        {say("messages.title")}
      </Title>
      <Written memberId={memberId} />
      <Title order={2} size="h4">
        {say("nav.journeys")}
      </Title>
      <Travels memberId={memberId} />
    </Stack>
  );
}

function Written({ memberId }: { memberId: string }) {
  const { say, moment } = useSpeech();
  const { tenant } = useSession();
  const path = { memberId };
  const paged = usePaged<Message>(["members", memberId, "messages"], (query) =>
    answered(api.GET("/v1/members/{memberId}/messages", { params: { path, query } })),
  );
  const { data: templates } = useQuery({
    queryKey: ["messageTemplates"],
    queryFn: () => answered(api.GET("/v1/message-templates", { params: { query: { limit: NAMED_MAX } } })),
  });
  const nameOf = (id: string) =>
    templates?.items.find((template) => template.id === id)?.name ?? say("messages.message");
  return (
    <PagedTable
      caption={say("messages.title")}
      paged={paged}
      idOf={({ id }) => id}
      empty={{ title: say("messages.none"), hint: say("messages.noneHint") }}
      columns={[
        {
          title: say("messages.message"),
          show: ({ templateId, cause }) => (
            <Stack gap={0}>
              <Text size="sm">{nameOf(templateId)}</Text>
              <Text size="xs" c="dimmed">
                {say(`messages.cause.${cause}`)}
              </Text>
            </Stack>
          ),
        },
        {
          title: say("messages.when"),
          isExtra: true,
          show: (one) => moment(one.sentAt ?? one.createdAt, tenant.timezone),
        },
        { title: say("messages.state"), show: (one) => <Fate message={one} /> },
      ]}
    />
  );
}

function Fate({ message: { status, reason } }: { message: Message }) {
  const { say } = useSpeech();
  const isGood = status === "sent" || status === "delivered";
  return (
    <Stack gap={2} align="flex-start">
      <Badge {...(isGood ? {} : { color: "gray.7" })}>{say(`messages.status.${status}`)}</Badge>
      {reason === null ? null : (
        <Text size="xs">
          {isSkipReason(reason) ? say(`messages.skip.${reason}`) : say("messages.reason", { reason })}
        </Text>
      )}
    </Stack>
  );
}

function Travels({ memberId }: { memberId: string }) {
  const { say, moment } = useSpeech();
  const { tenant } = useSession();
  const path = { memberId };
  const paged = usePaged<JourneyInstance>(["members", memberId, "journeys"], (query) =>
    answered(api.GET("/v1/members/{memberId}/journeys", { params: { path, query } })),
  );
  const { data: journeys } = useQuery({
    queryKey: ["journeys", "names"],
    queryFn: () => answered(api.GET("/v1/journeys", { params: { query: { limit: NAMED_MAX } } })),
  });
  const nameOf = (id: string) => journeys?.items.find((journey) => journey.id === id)?.name ?? say("nav.journeys");
  return (
    <PagedTable
      caption={say("nav.journeys")}
      paged={paged}
      idOf={({ id }) => id}
      empty={{ title: say("messages.noJourneys"), hint: say("messages.noJourneysHint") }}
      columns={[
        {
          title: say("journeys.name"),
          show: ({ journeyId, object }) => (
            <Stack gap={0}>
              <Anchor
                size="sm"
                renderRoot={(props) => <Link to="/journeys/$journeyId" params={{ journeyId }} {...props} />}
              >
                {nameOf(journeyId)}
              </Anchor>
              {object === null ? null : (
                <Text size="xs" c="dimmed">
                  {object}
                </Text>
              )}
            </Stack>
          ),
        },
        { title: say("messages.entered"), isExtra: true, show: (one) => moment(one.enteredAt, tenant.timezone) },
        {
          title: say("messages.state"),
          show: ({ outcome, dueAt }) => (
            <Text size="sm">
              {outcome !== undefined
                ? say(`journeys.outcome.${outcome}`)
                : say("journeys.tryUntil", { moment: dueAt === null ? "" : moment(dueAt, tenant.timezone) })}
            </Text>
          ),
        },
      ]}
    />
  );
}
