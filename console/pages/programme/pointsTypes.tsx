// The currencies of the programme: what they are called, when they can be used, when they end, what they are worth.
import { answered } from "@fedele/sdk/browser.ts";
import type { PointsType } from "@fedele/sdk/schemas/ledger.ts";
import {
  Badge,
  Button,
  Card,
  Checkbox,
  Group,
  Modal,
  NumberInput,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { Static } from "typebox";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { codeFrom } from "../../parts/codes.ts";
import { Empty, RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { queries } from "../../queries.ts";
import { useSession } from "../../session.ts";

const key = ["points-types"] as const;
type Currency = Static<typeof PointsType>;

export function PointsTypes() {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const [isOpen, { open, close }] = useDisclosure(false);
  const { data, error } = useQuery({ queryKey: key, queryFn: () => answered(api.GET("/v1/points-types")) });
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {say("programme.points")}
        </Title>
        {scopes.has("programme:write") ? (
          <Button variant="light" leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
            {say("programme.addPoints")}
          </Button>
        ) : null}
      </Group>
      <RefusalAlert error={error} />
      {data?.items.length === 0 ? (
        <Empty title={say("programme.noPoints")} hint={say("programme.noPointsHint")} />
      ) : (
        <Currencies items={data?.items ?? []} />
      )}
      <Modal
        opened={isOpen}
        onClose={close}
        title={say("programme.addPoints")}
        closeButtonProps={{ "aria-label": say("dialog.close") }}
      >
        <PointsForm onDone={close} />
      </Modal>
    </Card>
  );
}

function Currencies({ items }: { items: readonly Currency[] }) {
  const { say, number, money } = useSpeech();
  const { tenant } = useSession();
  return (
    <Table verticalSpacing="sm" aria-label={say("programme.points")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say("programme.name")}</Table.Th>
          <Table.Th visibleFrom="sm">{say("programme.serves")}</Table.Th>
          <Table.Th>{say("programme.ends")}</Table.Th>
          <Table.Th ta="right">{say("programme.worth")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map(({ code, name, spendable, qualifying, expiry, faceValue }) => (
          <Table.Tr key={code}>
            <Table.Td>
              <Text size="sm" fw={600}>
                {name}
              </Text>
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <Group gap={4}>
                {spendable ? <Badge>{say("programme.spendable")}</Badge> : null}
                {qualifying ? <Badge color="gray.7">{say("programme.qualifying")}</Badge> : null}
              </Group>
            </Table.Td>
            <Table.Td>{say(`programme.expiry.${expiry.kind}`, { count: countIn(expiry) })}</Table.Td>
            <Table.Td ta="right">
              {faceValue === null
                ? say("programme.noWorth")
                : say("programme.worthIs", {
                    points: number(faceValue.points),
                    amount: money(faceValue.minor, tenant.currency),
                  })}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** How many days, months or years; a fixed date has none. */
function countIn(expiry: Currency["expiry"]): number {
  if ("days" in expiry) return expiry.days;
  if ("months" in expiry) return expiry.months;
  return "years" in expiry ? expiry.years : 0;
}

type Filled = { name: string; spendable: boolean; qualifying: boolean; months: number | string };

function PointsForm({ onDone }: { onDone(): void }) {
  const { say } = useSpeech();
  const form = useForm<Filled>({ initialValues: { name: "", spendable: true, qualifying: true, months: 24 } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: ({ name, spendable, qualifying, months }) =>
      answered(
        api.POST("/v1/points-types", {
          body: {
            code: codeFrom(name),
            name,
            spendable,
            qualifying,
            expiry: months === "" ? { kind: "never" } : { kind: "after_months", months: Number(months) },
          },
        }),
      ),
    afterwards: async () => {
      onDone();
      await queries.invalidateQueries({ queryKey: key });
    },
    fieldOf: (path) => (path === "code" ? "name" : path),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={say("programme.name")}
          placeholder={say("programme.nameExample")}
          {...form.getInputProps("name")}
        />
        <Checkbox label={say("programme.spendable")} {...form.getInputProps("spendable", { type: "checkbox" })} />
        <Checkbox label={say("programme.qualifying")} {...form.getInputProps("qualifying", { type: "checkbox" })} />
        <NumberInput
          label={say("programme.months")}
          description={say("programme.monthsHint")}
          min={1}
          allowDecimal={false}
          {...form.getInputProps("months")}
        />
        <RefusalAlert error={refusal} />
        <Group justify="flex-end">
          <Button type="submit" loading={isSending}>
            {say("programme.addPoints")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
