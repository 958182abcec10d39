// The letters that Fedele wrote. Where no mail server is set they went to nobody, and stand here to be read.
import { answered } from "@fedele/sdk/browser.ts";
import type { OutboxMessage } from "@fedele/sdk/schemas/outbox.ts";
import { Accordion, Alert, Badge, Button, Center, Group, Stack, Text } from "@mantine/core";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { usePaged } from "../../parts/paged.tsx";
import { Empty, RefusalAlert, Waiting } from "../../parts/states.tsx";
import { useSession } from "../../session.ts";
import classes from "./outbox.module.css";

export function OutboxPage() {
  const { say } = useSpeech();
  const { items, error, more, isMoreComing } = usePaged<OutboxMessage>(["outbox"], (query) =>
    answered(api.GET("/v1/outbox-messages", { params: { query } })),
  );
  if (error !== null) return <RefusalAlert error={error} />;
  if (items === undefined) return <Waiting />;
  if (items.length === 0) return <Empty title={say("outbox.none")} hint={say("outbox.noneHint")} />;
  return (
    <Stack>
      {items.some(({ status }) => status === "kept") ? <Alert color="yellow">{say("outbox.kept")}</Alert> : null}
      <Accordion variant="contained" multiple>
        {items.map((message) => (
          <Letter key={message.id} message={message} />
        ))}
      </Accordion>
      {more === undefined ? null : (
        <Center>
          <Button variant="light" onClick={more} loading={isMoreComing}>
            {say("list.more")}
          </Button>
        </Center>
      )}
    </Stack>
  );
}

function Letter({ message: { id, kind, status, letter, createdAt, failure } }: { message: OutboxMessage }) {
  const { say, moment } = useSpeech();
  const { tenant } = useSession();
  return (
    <Accordion.Item value={id}>
      <Accordion.Control>
        <Group justify="space-between" gap="xs">
          <Stack gap={0}>
            <Text fw={600}>{letter?.subject ?? kind}</Text>
            <Text size="sm" c="dimmed">
              {letter === undefined ? null : `${letter.name} <${letter.address}> · `}
              {moment(createdAt, tenant.timezone)}
            </Text>
          </Stack>
          <Badge color={status === "failed" ? "red.9" : "gray.7"}>{say(`outbox.status.${status}`)}</Badge>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Text className={classes.letter}>{letter?.text ?? say("outbox.gone")}</Text>
        {failure === undefined ? null : <Text size="sm">{say("outbox.failure", { failure })}</Text>}
      </Accordion.Panel>
    </Accordion.Item>
  );
}
