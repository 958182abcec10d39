// Figures of the last four weeks beside the four weeks before, and what the programme costs.
import { answered } from "@fedele/sdk/browser.ts";
import { Button, Card, Group, SimpleGrid, Skeleton, Text } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { queries } from "../../queries.ts";
import { useSession } from "../../session.ts";

const DAY_MS = 86_400_000;
const PERIOD_DAYS = 28;

export function Tiles() {
  const { say, number, money } = useSpeech();
  const { tenant, scopes } = useSession();
  const cost = useQuery({
    queryKey: ["reports", "cost"],
    queryFn: () => answered(api.GET("/v1/reports/cost")),
  });
  const members = useQuery({
    queryKey: ["reports", "members"],
    enabled: scopes.has("members:read"),
    queryFn: () => answered(api.GET("/v1/members/count", { params: { query: {} } })),
  });
  const [now, before] = [usePeriod(0), usePeriod(1)];
  return (
    <>
      <AsOf updatedAt={cost.dataUpdatedAt} />
      <RefusalAlert error={cost.error ?? members.error ?? now.error} />
      <SimpleGrid cols={{ base: 2, md: 5 }}>
        {scopes.has("members:read") ? <Tile label={say("today.members")} value={countOf(members.data)} /> : null}
        <Tile
          label={say("today.issued")}
          hint={say("today.fourWeeks")}
          {...changing(now.data?.issued, before.data?.issued)}
        />
        <Tile
          label={say("today.used")}
          hint={say("today.fourWeeks")}
          {...changing(now.data?.spent, before.data?.spent)}
        />
        <Tile
          label={say("today.outstanding")}
          hint={say("today.outstandingHint")}
          value={cost.data === undefined ? undefined : money(cost.data.pointsMinor, tenant.currency)}
        />
        <Tile
          label={say("today.discounts")}
          hint={say("today.thisMonth")}
          value={cost.data === undefined ? undefined : money(cost.data.discounts.amountMinor, tenant.currency)}
        />
      </SimpleGrid>
    </>
  );

  function countOf(counted: { members: number; isExact: boolean } | undefined) {
    if (counted === undefined) return undefined;
    return counted.isExact ? number(counted.members) : `> ${number(counted.members)}`;
  }

  function changing(value: number | undefined, earlier: number | undefined) {
    if (value === undefined || earlier === undefined) return { value: undefined };
    return { value: number(value), ...(earlier === 0 ? {} : { change: (value - earlier) / earlier }) };
  }
}

/** Figures are a minute old at most while somebody looks; whoever cannot wait asks. */
function AsOf({ updatedAt }: { updatedAt: number }) {
  const { say, moment } = useSpeech();
  const { tenant } = useSession();
  const { mutate, isPending } = useMutation({
    mutationFn: () => queries.invalidateQueries({ queryKey: ["reports"] }),
  });
  return (
    <Group gap="xs" justify="flex-end" mih={30} mb={-8}>
      <Text size="xs" c="dimmed" className="figures">
        {updatedAt === 0
          ? ""
          : say("today.asOf", {
              at: moment(new Date(updatedAt + tenant.clockOffsetMs).toISOString(), tenant.timezone),
            })}
      </Text>
      <Button
        size="compact-xs"
        variant="subtle"
        loading={isPending}
        leftSection={<IconRefresh size={14} aria-hidden />}
        onClick={() => mutate()}
      >
        {say("today.askAnew")}
      </Button>
    </Group>
  );
}

type Shown = { label: string; value: string | undefined; hint?: string; change?: number };

function Tile({ label, value, hint, change }: Shown) {
  const { say, percent } = useSpeech();
  return (
    <Card withBorder padding="md">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Skeleton visible={value === undefined}>
        <Text fw={700} size="xl" className="figures">
          {value ?? "0"}
        </Text>
      </Skeleton>
      <Text size="xs" c="dimmed" mih="1.5em">
        {change === undefined ? hint : `${change > 0 ? "+" : ""}${percent(change)} ${say("today.thanBefore")}`}
      </Text>
    </Card>
  );
}

/** What came onto wallets and was used in four weeks: those that end today, or so many fours earlier. */
function usePeriod(earlier: number) {
  const { tenant } = useSession();
  const endMs = Date.now() + tenant.clockOffsetMs - earlier * PERIOD_DAYS * DAY_MS;
  const [from, to] = [dayOf(endMs - (PERIOD_DAYS - 1) * DAY_MS, tenant.timezone), dayOf(endMs, tenant.timezone)];
  return useQuery({
    queryKey: ["reports", "reconciliation", from, to],
    queryFn: async () => {
      const { items } = await answered(api.GET("/v1/reports/reconciliation", { params: { query: { from, to } } }));
      const total = (account: string) =>
        items
          .flatMap(({ movements }) => movements)
          .filter((movement) => movement.account === account)
          .reduce((sum, { points }) => sum + points, 0);
      return { issued: total("issued"), spent: 0 - total("spent") };
    },
  });
}

/** The day on the shop's calendar, as the API writes it. */
function dayOf(ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(ms);
}
