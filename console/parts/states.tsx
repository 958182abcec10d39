// What a page shows while it has nothing to show: waiting, not found, refused, empty.
import { Refusal } from "@fedele/sdk/browser.ts";
import { Alert, Button, Center, Group, Loader, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link, useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSpeech } from "../language.ts";

export function Waiting() {
  const { say } = useSpeech();
  return (
    <Center mih={240} role="status" aria-label={say("state.waiting")}>
      <Loader />
    </Center>
  );
}

export function NotFound() {
  const { say } = useSpeech();
  return (
    <Center component="main" mih={320} p="md">
      <Stack align="center" gap="xs">
        <Title order={1} size="h3">
          {say("state.notFound")}
        </Title>
        <Text c="dimmed">{say("state.notFoundHint")}</Text>
        <Button component={Link} to="/" variant="light">
          {say("state.toStart")}
        </Button>
      </Stack>
    </Center>
  );
}

/** A page that could not be shown, with the server's own sentence and a way to ask again. */
export function Trouble({ error }: { error: unknown }) {
  const { say } = useSpeech();
  const router = useRouter();
  return (
    <Stack p="md" maw={640}>
      <RefusalAlert error={error} />
      <Group>
        <Button variant="light" onClick={() => router.invalidate()}>
          {say("state.askAgain")}
        </Button>
      </Group>
    </Stack>
  );
}

/** Why something was refused. Nothing where there is nothing to say. */
export function RefusalAlert({ error }: { error: unknown }) {
  const { say } = useSpeech();
  if (error === null || error === undefined) return null;
  const isRefusal = error instanceof Refusal;
  const isOffline = isRefusal && error.code === "offline";
  const text = isRefusal && !isOffline ? error.message : say(isOffline ? "state.offline" : "state.fault");
  return (
    <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />} title={say("state.refused")}>
      {text}
      {isRefusal && error.requestId !== undefined ? (
        <Text size="xs" c="dimmed" mt={4}>
          {say("state.requestId", { id: error.requestId })}
        </Text>
      ) : null}
    </Alert>
  );
}

/** A list without anything in it: what would stand here, and the one thing to do about it. */
export function Empty({ title, hint, action }: { title: string; hint: string; action?: ReactNode }) {
  return (
    <Center mih={200} p="md">
      <Stack align="center" gap={6} maw={420}>
        <Text fw={600} c="var(--mantine-color-text)">
          {title}
        </Text>
        <Text c="dimmed" ta="center" size="sm">
          {hint}
        </Text>
        {action}
      </Stack>
    </Center>
  );
}
