// When the last backup was taken, where that may be shown, and how one comes back with it.
import type { HealthReport } from "@fedele/sdk/schemas/health.ts";
import { Card, Code, List, Stack, Text, Title } from "@mantine/core";
import { type TextKey, useSpeech } from "../../../language.ts";
import { useSession } from "../../../session.ts";
import classes from "./health.module.css";
import { Line } from "./line.tsx";

type Backup = NonNullable<HealthReport["ground"]>["backup"];

const commands = {
  restore: "npm run -s fedele -- restore DAY.data.jsonl.gz \\\n  --keys NEWEST.keys.jsonl.gz",
  start: "npm start",
} as const;

export function Backups({ backup }: { backup: Backup | undefined }) {
  const { say } = useSpeech();
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say("health.backup")}
      </Title>
      {backup === undefined ? null : <Newest backup={backup} />}
      <Title order={3} size="h5">
        {say("health.restore")}
      </Title>
      <List type="ordered" size="sm" spacing="xs" maw={640}>
        <List.Item>{say("health.restore.1")}</List.Item>
        <List.Item>
          {say("health.restore.2")}
          <Code block className={classes.command} mt={4} tabIndex={0}>
            {commands.restore}
          </Code>
        </List.Item>
        <List.Item>
          {say("health.restore.3")} <Code>{commands.start}</Code>
        </List.Item>
      </List>
      <Text size="sm">{say("health.restore.try")}</Text>
    </Stack>
  );
}

const words = {
  none: "health.backup.none",
  never: "health.backup.never",
  left_to_you: "health.backup.left",
} as const satisfies Record<Exclude<Backup["kind"], "taken">, TextKey>;

function Newest({ backup: { kind, state, takenAt } }: { backup: Backup }) {
  const { say, moment } = useSpeech();
  const { tenant } = useSession();
  const at = takenAt === undefined ? "" : moment(takenAt, tenant.timezone);
  const taken = state === "ok" ? "health.backup.verified" : "health.backup.old";
  return (
    <Card withBorder py={4}>
      <ul className={classes.lines}>
        <Line title={say("health.backup")} state={state}>
          {kind === "taken" ? say(taken, { at }) : say(words[kind])}
        </Line>
      </ul>
    </Card>
  );
}
