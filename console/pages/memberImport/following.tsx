// An import that runs, and what came of it once it is done.
import type { MemberImport } from "@fedele/sdk/schemas/memberImport.ts";
import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useSpeech } from "../../language.ts";
import { Outcome } from "./outcome.tsx";

export function Following({ it }: { it: MemberImport }) {
  const { say, number } = useSpeech();
  const { id, state, rows, done, counts } = it;
  const far = say("import.far", { done: number(done), rows: number(rows) });
  return (
    <Stack>
      {state === "running" ? (
        <div>
          <Text size="sm" mb={4} className="figures">
            {far}
          </Text>
          <Progress value={rows === 0 ? 0 : (done / rows) * 100} aria-label={far} />
          <Text size="sm" c="dimmed" mt={4}>
            {say("import.goesOn")}
          </Text>
        </div>
      ) : null}
      <div role="status">
        {state === "done" ? <Text fw={600}>{say("import.done", { count: rows, number: number(rows) })}</Text> : null}
      </div>
      <Outcome title={say("import.came")} counts={counts} mistakesAs="remarks">
        <Text size="sm" className="figures">
          {say("import.opened", { count: counts.opened, number: number(counts.opened) })}
        </Text>
      </Outcome>
      <Group>
        {counts.mistakes === 0 ? null : (
          <Button
            component="a"
            href={`/v1/member-imports/${id}/mistakes.csv`}
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {say("import.mistakesFile")}
          </Button>
        )}
        <Button component={Link} to="/members">
          {say("import.toMembers")}
        </Button>
      </Group>
    </Stack>
  );
}
