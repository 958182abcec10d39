// What this till did on a day: to be read at its end, printed, or taken along as a table.
import { answered } from "@fedele/sdk/browser.ts";
import type { ShiftReport as Report, Shift } from "@fedele/sdk/schemas/shift.ts";
import { Button, Card, Group, SimpleGrid, Skeleton, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { IconArrowLeft, IconDownload, IconPrinter } from "@tabler/icons-react";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Speech, useSpeech } from "../../language.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import classes from "./shift.module.css";
import { dayIn, usePointsTypes } from "./standing.ts";
import { type Till, useTill } from "./till.ts";

export function ShiftReport({ onBack }: { onBack(): void }) {
  const { say } = useSpeech();
  const till = useTill();
  const { tenant, location } = till;
  const [day, setDay] = useState(() => dayIn(tenant.timezone, Date.now() + tenant.clockOffsetMs));
  const { data, error } = useQuery({
    queryKey: ["shifts", till.source, location.code, day],
    // Somebody may be selling meanwhile.
    staleTime: 0,
    enabled: day !== "",
    placeholderData: keepPreviousData,
    queryFn: () => answered(till.api.GET("/v1/reports/shifts", { params: { query: queryOf(till, day) } })),
  });
  return (
    <Stack maw={800} mx="auto">
      <Group justify="space-between" align="end">
        <Title order={1} size="h2">
          {say("till.shift")} · {location.name}
        </Title>
        <TextInput
          type="date"
          size="md"
          label={say("till.shiftDay")}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      </Group>
      <RefusalAlert error={error} />
      {data === undefined && error === null ? <Skeleton h={320} /> : null}
      {data === undefined || typeof data === "string" ? null : <Figures report={data} />}
      <Tools till={till} day={day} onBack={onBack} />
    </Stack>
  );
}

function queryOf({ location }: Till, day: string) {
  return { day, location: location.code };
}

function Figures({ report }: { report: Report }) {
  const { say } = useSpeech();
  const { items, total } = report;
  return (
    <>
      <Totals report={report} sums={total} />
      {items.length > 1 ? <ByTill report={report} /> : null}
      <Undone report={report} />
      <Text size="sm" c="dimmed">
        {say("till.shiftHow", { timezone: report.timezone })}
      </Text>
    </>
  );
}

function Totals({ report, sums }: { report: Report; sums: Report["total"] }) {
  const { say, number, money } = useSpeech();
  const given = usePointsText(sums.pointsGiven);
  const used = usePointsText(sums.pointsUsed);
  const undone = sums.rewardsUndone === 0 ? "" : ` (${say("till.shiftRewardUndone", { count: sums.rewardsUndone })})`;
  const figures = [
    [say("till.shiftPurchases"), number(sums.purchases)],
    [say("till.shiftAmount"), money(sums.amountMinor, report.currency)],
    [say("till.shiftReturns"), `${number(sums.returns)} · ${money(sums.returnedMinor, report.currency)}`],
    [say("till.shiftGiven"), given],
    [say("till.shiftUsed"), used],
    [say("till.shiftRewards"), `${number(sums.rewardsUsed)}${undone}`],
    [say("till.shiftJoins"), number(sums.joins)],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="sm" component="dl" m={0}>
      {figures.map(([name, value]) => (
        <Card key={name} withBorder padding="sm">
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" m={0} size="xl" fw={650} className="figures">
            {value}
          </Text>
        </Card>
      ))}
    </SimpleGrid>
  );
}

function usePointsText(points: Report["total"]["pointsGiven"]): string {
  const { number } = useSpeech();
  const types = usePointsTypes();
  if (points.length === 0) return number(0);
  return points.map((one) => `${number(one.points)} ${types.get(one.pointsType)?.name ?? one.pointsType}`).join(", ");
}

function ByTill({ report: { items, currency } }: { report: Report }) {
  const { say, number, money } = useSpeech();
  const nameOf = useNameOf();
  return (
    <Table.ScrollContainer minWidth={300}>
      <Table aria-label={say("till.shiftTills")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say("till.shiftWho")}</Table.Th>
            <Table.Th ta="right">{say("till.shiftPurchases")}</Table.Th>
            <Table.Th ta="right">{say("till.shiftAmount")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((one) => (
            <Table.Tr key={one.source}>
              <Table.Td>{nameOf(one)}</Table.Td>
              <Table.Td ta="right" className="figures">
                {number(one.purchases)}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {money(one.amountMinor, currency)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function useNameOf(): (shift: Shift) => string {
  const { say } = useSpeech();
  const { source: own } = useTill();
  return ({ name, source }) => name ?? (source === own ? say("till.shiftYou") : source);
}

function Undone({ report }: { report: Report }) {
  const speech = useSpeech();
  const { say, moment } = speech;
  const nameOf = useNameOf();
  const undone = report.items.flatMap((shift) => shift.undone.map((one) => ({ ...one, by: nameOf(shift) })));
  return (
    <Card withBorder component="section" aria-label={say("till.shiftUndone")}>
      <Title order={2} size="h4" mb="xs">
        {say("till.shiftUndone")}
      </Title>
      {undone.length === 0 ? <Text c="dimmed">{say("till.shiftNothingUndone")}</Text> : null}
      <Stack gap="xs">
        {undone.map((one) => (
          <Stack key={`${one.by} ${one.kind} ${one.document ?? ""} ${one.at}`} gap={0}>
            <Text>
              {whatOf(one, report, speech)}
              {one.reason === undefined ? "" : ` · ${say(`till.undo.${one.reason}`)}`}
            </Text>
            <Text size="sm" c="dimmed">
              {moment(one.at, report.timezone)} · {one.by}
            </Text>
          </Stack>
        ))}
      </Stack>
    </Card>
  );
}

function whatOf({ kind, amountMinor }: Shift["undone"][number], { currency }: Report, { say, money }: Speech): string {
  return kind === "reward" ? say("till.shiftReward") : `${say("till.purchase")} ${money(amountMinor ?? 0, currency)}`;
}

function Tools({ till, day, onBack }: { till: Till; day: string; onBack(): void }) {
  const { say } = useSpeech();
  const { mutate, isPending, error } = useMutation({ mutationFn: () => download(till, day) });
  return (
    <Stack className={classes.tools}>
      <RefusalAlert error={error} />
      <Group>
        <Button h={48} variant="subtle" leftSection={<IconArrowLeft aria-hidden />} onClick={onBack}>
          {say("till.back")}
        </Button>
        <Button h={48} variant="default" leftSection={<IconPrinter aria-hidden />} onClick={() => window.print()}>
          {say("till.shiftPrint")}
        </Button>
        <Button
          h={48}
          variant="default"
          loading={isPending}
          leftSection={<IconDownload aria-hidden />}
          onClick={() => mutate()}
        >
          {say("till.shiftDownload")}
        </Button>
      </Group>
    </Stack>
  );
}

/** Fetched rather than linked to: a till's key stands in no address. */
async function download(till: Till, day: string): Promise<void> {
  const query = { ...queryOf(till, day), format: "csv" as const };
  const text = await answered(till.api.GET("/v1/reports/shifts", { params: { query }, parseAs: "text" }));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([String(text)], { type: "text/csv" }));
  link.download = `shift-${day}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
