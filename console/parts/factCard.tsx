// A part of what is known about somebody, with the way to change it.
import { Card, Group, Title } from "@mantine/core";
import type { ReactNode } from "react";

type Part = { readonly title: string; readonly action?: ReactNode; readonly children: ReactNode };

export function FactCard({ title, action, children }: Part) {
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Title order={2} size="h5">
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </Card>
  );
}
