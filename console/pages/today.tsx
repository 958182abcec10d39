// The first page: how the programme stands today.
import { answered } from "@fedele/sdk/browser.ts";
import { Card, Group, SimpleGrid, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api.ts";
import { useSpeech } from "../language.ts";
import { Page } from "../parts/page.tsx";
import { Empty, RefusalAlert } from "../parts/states.tsx";
import { useSession } from "../session.ts";

export function TodayPage() {
  const { say, money } = useSpeech();
  const { staff, tenant } = useSession();
  const { data, error } = useQuery({
    queryKey: ["reports", "cost"],
    queryFn: () => answered(api.GET("/v1/reports/cost")),
  });
  return (
    <Page title={say("today.title", { name: staff.name.split(" ")[0] ?? staff.name })} hint={say("today.hint")}>
      <RefusalAlert error={error} />
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        <Card withBorder>
          <Text size="sm" c="dimmed">
            {say("today.outstanding")}
          </Text>
          <Skeleton visible={data === undefined}>
            <Text fw={700} size="xl" className="figures">
              {money(data?.pointsMinor ?? 0, tenant.currency)}
            </Text>
          </Skeleton>
        </Card>
      </SimpleGrid>
      <NeedsYou />
    </Page>
  );
}

const TASKS_SHOWN = 8;

/** What somebody has to do, the earliest first. */
function NeedsYou() {
  const { say, day } = useSpeech();
  const { tenant } = useSession();
  const { data, error } = useQuery({
    queryKey: ["tasks", "open"],
    queryFn: () => answered(api.GET("/v1/tasks", { params: { query: { limit: TASKS_SHOWN } } })),
  });
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {say("today.needsYou")}
      </Title>
      <RefusalAlert error={error} />
      {data?.items.length === 0 ? <Empty title={say("today.nothingDue")} hint={say("today.nothingDueHint")} /> : null}
      <Stack gap="xs" mt="sm">
        {data?.items.map(({ id, text, dueOn }) => (
          <Group key={id} justify="space-between">
            <Text>{text}</Text>
            {dueOn === undefined ? null : (
              <Text size="sm" c="dimmed">
                {day(dueOn, tenant.timezone)}
              </Text>
            )}
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
