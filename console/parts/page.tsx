// The frame of every page: its heading, what can be done on it, and the browser's title.
import { Box, Group, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";

type Frame = {
  readonly title: string;
  /** One sentence: what the page is for. */
  readonly hint?: string;
  /** Buttons beside the heading. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

export function Page({ title, hint, actions, children }: Frame) {
  useDocumentTitle(`${title} · Fedele`);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Box>
          <Title order={1} size="h2">
            {title}
          </Title>
          {hint === undefined ? null : (
            <Text c="dimmed" size="sm" maw={680}>
              {hint}
            </Text>
          )}
        </Box>
        {actions === undefined ? null : <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
