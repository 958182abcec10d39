// Whether phones will trust this installation: its own address, HTTPS, and what this browser thinks of it.
import type { HealthReport } from "@fedele/sdk/schemas/health.ts";
import { Card, Stack, Text, Title } from "@mantine/core";
import { useSpeech } from "../../../language.ts";
import classes from "./health.module.css";
import { Line } from "./line.tsx";

export function Hosting({ hosting: { address, isGiven, isSecure } }: Pick<HealthReport, "hosting">) {
  const { say } = useSpeech();
  const isTrusted = window.isSecureContext;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say("health.hosting")}
      </Title>
      <Text size="sm" c="dimmed" maw={640}>
        {say("health.hosting.why")}
      </Text>
      <Card withBorder py={4}>
        <ul className={classes.lines}>
          <Line title={say("webhooks.address")} state={isGiven ? "ok" : "warning"}>
            {say(isGiven ? "health.hosting.address" : "health.hosting.noAddress", { address })}
          </Line>
          <Line title="HTTPS" state={isSecure ? "ok" : "wrong"}>
            {say(isSecure ? "health.hosting.https" : "health.hosting.noHttps")}
          </Line>
          <Line title={location.host} state={isTrusted ? "ok" : "wrong"}>
            {say(isTrusted ? "health.hosting.trusted" : "health.hosting.untrusted")}
          </Line>
        </ul>
      </Card>
    </Stack>
  );
}
