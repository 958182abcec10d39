// The ground of the programme: its currencies, its tiers, and what it does where fair people differ.
import { currencyExponent } from "@fedele/core/money.ts";
import { type TierMetric, tierMetrics } from "@fedele/core/tiers.ts";
import { answered } from "@fedele/sdk/browser.ts";
import { Badge, Button, Card, Group, NumberInput, Select, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { randomId } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { codeFrom } from "../../parts/codes.ts";
import { DecimalInput } from "../../parts/decimalInput.tsx";
import { Page } from "../../parts/page.tsx";
import { Empty, RefusalAlert, Waiting } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { queries } from "../../queries.ts";
import { useSession } from "../../session.ts";
import { PointsTypes } from "./pointsTypes.tsx";

const key = ["programme"] as const;

export function ProgrammePage() {
  const { say } = useSpeech();
  const { data, error } = useQuery({ queryKey: key, queryFn: () => answered(api.GET("/v1/programme")) });
  return (
    <Page title={say("nav.programme")} hint={say("programme.hint")}>
      <PointsTypes />
      <RefusalAlert error={error} />
      {data === undefined ? <Waiting /> : <Tiers tiers={data.tiers} />}
    </Page>
  );
}

type Tier = { code: string; name: string; threshold: number };
type TierList = {
  metric: TierMetric;
  period: { kind: "ever" } | { kind: "calendar"; months: 1 | 3 | 6 | 12 } | { kind: "anniversary"; months: number };
  tiers: Tier[];
  downgrade: { policy: (typeof downgrades)[number]; graceDays: number };
  onReturn: "keep_until_period_end" | "drop_at_once";
};

const downgrades = ["never", "one_down", "by_balance"] as const;
const periods = ["ever", "year", "anniversary"] as const;
const YEAR_MONTHS = 12;

function Tiers({ tiers }: { tiers: TierList }) {
  const { say } = useSpeech();
  const { scopes } = useSession();
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {say("programme.tiers")}
      </Title>
      {scopes.has("programme:write") ? <TiersForm list={tiers} /> : <TiersShown list={tiers} />}
    </Card>
  );
}

function TiersShown({ list: { tiers, metric } }: { list: TierList }) {
  const { say, number, money } = useSpeech();
  const { tenant } = useSession();
  if (tiers.length === 0) return <Empty title={say("programme.noTiers")} hint={say("programme.noTiersHint")} />;
  return (
    <Table aria-label={say("programme.tiers")}>
      <Table.Tbody>
        {tiers.map(({ code, name, threshold }) => (
          <Table.Tr key={code}>
            <Table.Td>
              <Badge>{name}</Badge>
            </Table.Td>
            <Table.Td ta="right">{metric === "spend" ? money(threshold, tenant.currency) : number(threshold)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

type Filled = {
  metric: TierList["metric"];
  period: (typeof periods)[number];
  policy: TierList["downgrade"]["policy"];
  graceDays: number | string;
  tiers: { row: string; code: string; name: string; threshold: number | undefined }[];
};

function TiersForm({ list }: { list: TierList }) {
  const { say } = useSpeech();
  const form = useForm<Filled>({
    initialValues: {
      metric: list.metric,
      period: periodIn(list.period),
      policy: list.downgrade.policy,
      graceDays: list.downgrade.graceDays,
      tiers: list.tiers.length === 0 ? [newRow(0)] : list.tiers.map((tier) => ({ ...tier, row: tier.code })),
    },
  });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: (filled) => answered(api.PUT("/v1/programme/tiers", { body: bodyOf(filled, list) })),
    afterwards: async () => {
      notifications.show({ message: say("settings.saved") });
      await queries.invalidateQueries({ queryKey: key });
    },
  });
  const choices = <Value extends string>(values: readonly Value[], prefix: "metric" | "period" | "downgrade") =>
    values.map((value) => ({ value, label: textOf(say, prefix, value) }));
  return (
    <form onSubmit={submit} noValidate>
      <Stack mt="sm">
        <Group grow preventGrowOverflow={false} align="flex-end">
          <Select
            label={say("programme.metric")}
            data={choices(tierMetrics, "metric")}
            allowDeselect={false}
            {...form.getInputProps("metric")}
          />
          <Select
            label={say("programme.period")}
            data={choices(periods, "period")}
            allowDeselect={false}
            {...form.getInputProps("period")}
          />
          <Select
            label={say("programme.downgrade")}
            data={choices(downgrades, "downgrade")}
            allowDeselect={false}
            {...form.getInputProps("policy")}
          />
        </Group>
        <TierRows form={form} />
        <RefusalAlert error={refusal} />
        <Text size="sm" c="dimmed">
          {say("programme.tiersHint")}
        </Text>
        <Group>
          <Button type="submit" loading={isSending}>
            {say("settings.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A tier that is not saved yet has no code; its row is told apart by chance. */
function newRow(threshold: number | undefined): Filled["tiers"][number] {
  return { row: randomId(), code: "", name: "", threshold };
}

function TierRows({ form }: { form: ReturnType<typeof useForm<Filled>> }) {
  const { say } = useSpeech();
  const { tenant } = useSession();
  const decimals = form.values.metric === "spend" ? currencyExponent(tenant.currency) : 0;
  return (
    <Stack gap="xs">
      {form.values.tiers.map((tier, index) => (
        <Group key={`${tier.row} ${form.values.metric}`} align="flex-end" wrap="nowrap">
          <TextInput flex={1} label={say("programme.tierName")} {...form.getInputProps(`tiers.${index}.name`)} />
          <DecimalInput
            flex={1}
            label={say("programme.from")}
            decimals={decimals}
            value={tier.threshold}
            onChange={(threshold) => form.setFieldValue(`tiers.${index}.threshold`, threshold)}
            error={form.errors[`tiers.${index}.threshold`]}
          />
          <Button
            variant="default"
            disabled={form.values.tiers.length === 1}
            onClick={() => form.removeListItem("tiers", index)}
          >
            {say("team.remove")}
          </Button>
        </Group>
      ))}
      <Group>
        <Button variant="light" onClick={() => form.insertListItem("tiers", newRow(undefined))}>
          {say("programme.addTier")}
        </Button>
        <NumberInput
          label={say("programme.grace")}
          min={0}
          allowDecimal={false}
          maw={220}
          {...form.getInputProps("graceDays")}
        />
      </Group>
    </Stack>
  );
}

function textOf(say: ReturnType<typeof useSpeech>["say"], prefix: "metric" | "period" | "downgrade", value: string) {
  const keys = {
    metric: `programme.metric.${tierMetrics.find((one) => one === value) ?? "spend"}`,
    period: `programme.period.${periods.find((one) => one === value) ?? "ever"}`,
    downgrade: `programme.downgrade.${downgrades.find((one) => one === value) ?? "never"}`,
  } as const;
  return say(keys[prefix]);
}

function periodIn(period: TierList["period"]): Filled["period"] {
  return period.kind === "calendar" ? "year" : period.kind;
}

function bodyOf({ metric, period, policy, graceDays, tiers }: Filled, list: TierList): TierList {
  return {
    metric,
    period: periodOf(period, list.period),
    downgrade: { policy, graceDays: Number(graceDays) },
    onReturn: list.onReturn,
    tiers: tiers.map(({ code, name, threshold }) => ({
      code: code === "" ? codeFrom(name) : code,
      name,
      threshold: threshold ?? 0,
    })),
  };
}

/** What is not changed here stays as it was: a quarter does not become a year. */
function periodOf(chosen: Filled["period"], earlier: TierList["period"]): TierList["period"] {
  if (chosen === periodIn(earlier)) return earlier;
  switch (chosen) {
    case "ever":
      return { kind: "ever" };
    case "year":
      return { kind: "calendar", months: YEAR_MONTHS };
    case "anniversary":
      return { kind: "anniversary", months: YEAR_MONTHS };
  }
}
