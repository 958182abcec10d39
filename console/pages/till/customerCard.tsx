// Who is being served: as much of a member as whoever stands at a till should see.
import { Badge, Button, Card, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconCake, IconShieldCheck } from "@tabler/icons-react";
import { useSpeech } from "../../language.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { usePointsTypes, useStanding } from "./standing.ts";
import { type Customer, useTill } from "./till.ts";

type Shown = { readonly customer: Customer; onJoin(): void };

export function CustomerCard({ customer, onJoin }: Shown) {
  const { say } = useSpeech();
  const { wallets, tier, hasBirthday, error } = useStanding(customer);
  const { shownName, typed, id, isNew, provedUntil } = customer;
  return (
    <Card withBorder component="section" aria-label={say("till.customer")}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Title order={1} size="h2">
            {shownName ?? typed}
          </Title>
          <Group gap="xs">
            {isNew === true ? <Badge size="lg">{say("till.new")}</Badge> : null}
            {tier === null ? null : (
              <Badge size="lg" variant="light" color="gray" tt="none">
                {tier}
              </Badge>
            )}
            {provedUntil === undefined ? null : (
              <Badge size="lg" variant="light" leftSection={<IconShieldCheck size={14} aria-hidden />} tt="none">
                {say("till.proved")}
              </Badge>
            )}
          </Group>
        </Group>
        {hasBirthday ? (
          <Group gap="xs">
            <IconCake size={20} aria-hidden />
            <Text>{say("till.birthday")}</Text>
          </Group>
        ) : null}
        <RefusalAlert error={error} />
        {id === undefined ? <Unasked customer={customer} onJoin={onJoin} /> : <Balances wallets={wallets} />}
      </Stack>
    </Card>
  );
}

/** Nobody can be asked: the sale will find them when the network is back. */
function Unasked({ customer, onJoin }: Shown) {
  const { say } = useSpeech();
  const { isTraining } = useTill();
  if (isTraining) return null;
  const { join, reference } = customer;
  return (
    <>
      <Text>{say(join === undefined ? "till.unasked" : "till.joinsLater")}</Text>
      {join === undefined && reference.phone !== undefined ? (
        <Button h={48} variant="default" onClick={onJoin}>
          {say("till.joinOffline")}
        </Button>
      ) : null}
    </>
  );
}

type Wallets = ReturnType<typeof useStanding>["wallets"];

function Balances({ wallets }: { wallets: Wallets }) {
  const { say, number, day } = useSpeech();
  const { tenant } = useTill();
  const types = usePointsTypes();
  if (wallets === undefined) return <Skeleton h={32} />;
  const spendable = wallets.filter(({ pointsType }) => types.get(pointsType)?.spendable === true);
  if (spendable.length === 0) return <Text c="dimmed">{say("till.noPoints")}</Text>;
  return spendable.map(({ pointsType, spendable: usable, pending, expiring }) => (
    <Stack key={pointsType} gap={0}>
      <Text size="xl" fw={650} className="figures">
        {number(usable)} {types.get(pointsType)?.name}
      </Text>
      {pending > 0 ? <Text c="dimmed">{say("till.pending", { points: pending })}</Text> : null}
      {expiring[0] === undefined ? null : (
        <Text c="dimmed">
          {say("till.expiring", { points: expiring[0].points, day: day(expiring[0].at, tenant.timezone) })}
        </Text>
      )}
    </Stack>
  ));
}
