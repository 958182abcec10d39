// How many sales wait on the device, and when the server was reached last. Always there: silence would say nothing.
import { Alert, Button, Card, Group, Stack, Text } from "@mantine/core";
import { IconCloudCheck, IconCloudOff } from "@tabler/icons-react";
import { useState } from "react";
import { useSpeech } from "../../language.ts";
import { type Queue, queueChanged, sendAgain } from "./sync.ts";
import { useTill } from "./till.ts";

export function QueueBar({ queue }: { queue: Queue }) {
  const { say, moment } = useSpeech();
  const { tenant } = useTill();
  const [isOpen, setOpen] = useState(false);
  const { waiting, refused, lastSyncAt, isOnline, trouble } = queue;
  const isQuiet = isOnline && waiting === 0 && refused.length === 0 && trouble === null;
  const last = lastSyncAt === null ? "" : moment(new Date(lastSyncAt).toISOString(), tenant.timezone);
  return (
    <Alert
      role="status"
      aria-label={say("till.network")}
      radius={0}
      py={isQuiet ? 4 : "xs"}
      color={isQuiet ? "gray" : "yellow"}
      variant="light"
      icon={isOnline ? <IconCloudCheck aria-hidden /> : <IconCloudOff aria-hidden />}
    >
      <Group gap="md">
        <Text size="sm" fw={isQuiet ? 400 : 600}>
          {say(isOnline ? "till.online" : "till.offline")}
        </Text>
        {waiting === 0 ? null : <Text size="sm">{say("till.waiting", { count: waiting })}</Text>}
        <Text size="sm">{say("till.lastSync", { moment: last })}</Text>
        {refused.length === 0 ? null : (
          <Button size="compact-md" variant="default" onClick={() => setOpen(!isOpen)}>
            {say("till.refusedSales", { count: refused.length })}
          </Button>
        )}
      </Group>
      {trouble === null ? null : <Text size="sm">{trouble.message}</Text>}
      {isOpen ? <RefusedSales queue={queue} /> : null}
    </Alert>
  );
}

/** What the server did not take, in its own words. Nothing is thrown away: somebody puts it right and sends it. */
function RefusedSales({ queue: { refused } }: { queue: Queue }) {
  const { say, money } = useSpeech();
  const { tenant } = useTill();
  return (
    <Stack gap="xs" mt="xs">
      {refused.map(({ counter, sale: { activity }, refused: why }) => (
        <Card key={counter} withBorder padding="xs">
          <Text size="sm" fw={600}>
            {activity.document} · {money(activity.amountMinor ?? 0, tenant.currency)} ·{" "}
            {activity.member.phone ?? activity.member.email ?? activity.member.qr ?? ""}
          </Text>
          <Text size="sm">{why?.message}</Text>
        </Card>
      ))}
      <Group>
        <Button
          h={48}
          variant="default"
          onClick={async () => {
            await sendAgain(refused);
            await queueChanged();
          }}
        >
          {say("till.sendAgain")}
        </Button>
      </Group>
    </Stack>
  );
}
