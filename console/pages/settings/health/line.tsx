// One thing that was looked at: a sign for those who see colours, a word for those who do not, and what it means.
import { Badge, Group, Stack, Text, ThemeIcon } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconExclamationMark } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useSpeech } from "../../../language.ts";

export type State = "ok" | "warning" | "wrong";

const signs = {
  ok: { icon: IconCheck, colour: "pine" },
  warning: { icon: IconExclamationMark, colour: "yellow" },
  wrong: { icon: IconAlertTriangle, colour: "red" },
} as const;

type Looked = { readonly title: string; readonly state: State; readonly children: ReactNode };

export function Line({ title, state, children }: Looked) {
  const { say } = useSpeech();
  const { icon: Sign, colour } = signs[state];
  return (
    <Group component="li" wrap="nowrap" align="flex-start" gap="sm" py="sm">
      <ThemeIcon variant="light" color={colour} radius="xl" aria-hidden>
        <Sign size={16} />
      </ThemeIcon>
      <Stack gap={2} miw={0} flex={1}>
        <Group gap="xs">
          <Text fw={600}>{title}</Text>
          {state === "ok" ? null : (
            <Badge variant="default" size="sm">
              {say(`health.state.${state}`)}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed" component="div">
          {children}
        </Text>
      </Stack>
    </Group>
  );
}
