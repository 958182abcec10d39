// What would come of a file, or came of it: so many of each kind, and why some were left out.
import { Card, List, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useSpeech } from "../../language.ts";

type Counts = {
  readonly enrolled: number;
  readonly known: number;
  readonly possibleDuplicates: number;
  readonly mistakes: number;
};

type Shown = {
  readonly title: string;
  readonly counts: Counts;
  /** Before the start they are refused; afterwards whatever the file of what was left out has a remark on. */
  readonly mistakesAs: "mistakes" | "remarks";
  readonly first?: readonly { readonly row: number; readonly words: string }[];
  readonly note?: string | undefined;
  readonly children?: ReactNode;
};

const kinds = ["enrolled", "known", "possibleDuplicates", "mistakes"] as const;

export function Outcome({ title, counts, mistakesAs, first = [], note, children }: Shown) {
  const { say, number } = useSpeech();
  return (
    <Card withBorder component="section" aria-label={title}>
      <Stack>
        <Title order={2} size="h4">
          {title}
        </Title>
        {note === undefined ? null : <Text size="sm">{note}</Text>}
        <SimpleGrid cols={{ base: 2, sm: 4 }}>
          {kinds.map((kind) => {
            const as = kind === "mistakes" ? mistakesAs : kind;
            return (
              <div key={kind}>
                <Text fw={700} size="xl" className="figures">
                  {number(counts[kind])}
                </Text>
                <Text size="sm">{say(`import.count.${as}`)}</Text>
                <Text size="xs" c="dimmed">
                  {say(`import.countHint.${as}`)}
                </Text>
              </div>
            );
          })}
        </SimpleGrid>
        {first.length === 0 ? null : (
          <div>
            <Text fw={600} size="sm">
              {say("import.first")}
            </Text>
            <List size="sm">
              {first.map(({ row, words }) => (
                <List.Item key={`${row} ${words}`}>{say("import.mistake", { row: number(row), words })}</List.Item>
              ))}
            </List>
          </div>
        )}
        {children}
      </Stack>
    </Card>
  );
}
