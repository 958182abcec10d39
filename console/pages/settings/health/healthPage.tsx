// How Fedele is: what waits, what was given up, what it stands on, and how one comes back after the worst.
import { answered } from "@fedele/sdk/browser.ts";
import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../api.ts";
import { useSpeech } from "../../../language.ts";
import { RefusalAlert, Waiting } from "../../../parts/states.tsx";
import { Backups } from "./backups.tsx";
import { DeadLetters } from "./deadLetters.tsx";
import { Hosting } from "./hosting.tsx";
import { Overview } from "./overview.tsx";

const LOOK_AGAIN_MS = 60_000;

export function HealthPage() {
  const { say } = useSpeech();
  const { data: report, error } = useQuery({
    queryKey: ["health"],
    queryFn: () => answered(api.GET("/v1/health-report")),
    refetchInterval: LOOK_AGAIN_MS,
  });
  if (error !== null) return <RefusalAlert error={error} />;
  if (report === undefined) return <Waiting />;
  return (
    <Stack gap="xl">
      <Text size="sm" c="dimmed" maw={640}>
        {say("health.hint")}
      </Text>
      <Overview report={report} />
      {report.events.dead === 0 ? null : <DeadLetters />}
      <Hosting hosting={report.hosting} />
      <Backups backup={report.ground?.backup} />
    </Stack>
  );
}
