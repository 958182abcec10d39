// The journeys, and those that a shop can begin with.

import { answered } from "@fedele/sdk/browser.ts";
import { planFrom, wirePlan } from "@fedele/sdk/journeyPlans.ts";
import type { Journey } from "@fedele/sdk/schemas/journey.ts";
import { Anchor, Badge, Button, Card, SimpleGrid, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { Page } from "../../parts/page.tsx";
import { PagedTable, usePaged } from "../../parts/paged.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { queries } from "../../queries.ts";
import { useSession } from "../../session.ts";
import { usePointsTypes } from "../campaigns/draft.ts";
import { knownConditions } from "./plan.ts";
import { type ReadyJourney, readyJourneys, readyPlan } from "./ready.ts";
import { useJourneyWords } from "./words.ts";

export function JourneysPage() {
  const { say, day } = useSpeech();
  const { scopes, tenant } = useSession();
  const words = useJourneyWords();
  const paged = usePaged<Journey>(["journeys"], (query) => answered(api.GET("/v1/journeys", { params: { query } })));
  return (
    <Page title={say("nav.journeys")} hint={say("journeys.hint")}>
      {scopes.has("messaging:write") ? <Ready /> : null}
      <PagedTable
        caption={say("nav.journeys")}
        paged={paged}
        idOf={({ id }) => id}
        empty={{ title: say("journeys.none"), hint: say("journeys.noneHint") }}
        columns={[
          {
            title: say("journeys.name"),
            show: (journey) => (
              <Stack gap={2}>
                <Anchor
                  size="sm"
                  fw={600}
                  renderRoot={(props) => (
                    <Link to="/journeys/$journeyId" params={{ journeyId: journey.id }} {...props} />
                  )}
                >
                  {journey.name}
                </Anchor>
                <Text size="sm" c="dimmed">
                  {words.entry(planFrom(journey.plan, knownConditions).entry)}
                </Text>
              </Stack>
            ),
          },
          { title: say("journeys.changed"), isExtra: true, show: ({ changedAt }) => day(changedAt, tenant.timezone) },
          { title: say("journeys.state"), show: ({ status }) => <JourneyState status={status} /> },
        ]}
      />
    </Page>
  );
}

export function JourneyState({ status }: Pick<Journey, "status">) {
  const { say } = useSpeech();
  return <Badge {...(status === "running" ? {} : { color: "gray.7" })}>{say(`journeys.state.${status}`)}</Badge>;
}

function Ready() {
  const { say } = useSpeech();
  const navigate = useNavigate();
  const pointsType = usePointsTypes()[0]?.value ?? "points";
  const make = useMutation({
    mutationFn: (ready: ReadyJourney) => {
      const words = { call: say("journeys.ready.call"), congratulate: say("journeys.ready.congratulate") };
      const plan = wirePlan(readyPlan(ready, { pointsType, ...words }));
      return answered(api.POST("/v1/journeys", { body: { name: say(`journeys.ready.${ready}`), plan } }));
    },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ["journeys"] });
      await navigate({ to: "/journeys/$journeyId", params: { journeyId: id } });
    },
  });
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }} spacing="sm">
        {readyJourneys.map((ready) => (
          <Card key={ready} withBorder padding="sm">
            <Stack justify="space-between" h="100%" gap="xs">
              <div>
                <Text fw={600} size="sm">
                  {say(`journeys.ready.${ready}`)}
                </Text>
                <Text size="xs" c="dimmed">
                  {say(`journeys.ready.${ready}.hint`)}
                </Text>
              </div>
              <Button
                size="xs"
                variant="light"
                loading={make.isPending && make.variables === ready}
                onClick={() => make.mutate(ready)}
                aria-label={say("journeys.beginWith", { name: say(`journeys.ready.${ready}`) })}
              >
                {say("journeys.begin")}
              </Button>
            </Stack>
          </Card>
        ))}
      </SimpleGrid>
      <RefusalAlert error={make.error} />
    </Stack>
  );
}
