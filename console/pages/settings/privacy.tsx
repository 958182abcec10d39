// What is kept of people and for how long, from when on members are of age, and who was erased.
import { answered } from "@fedele/sdk/browser.ts";
import type { Erasure } from "@fedele/sdk/schemas/erasure.ts";
import { Button, Group, NumberInput, Stack, Table, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { PagedTable, usePaged } from "../../parts/paged.tsx";
import { RefusalAlert, Waiting } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { queries } from "../../queries.ts";
import { useSession } from "../../session.ts";

/** What is kept of a person, where, and when it goes. */
const kept = ["identity", "ledger", "consent", "notes", "letters", "log", "backup"] as const;

export function PrivacyPage() {
  const { say } = useSpeech();
  return (
    <Stack gap="xl">
      <Stack gap="xs">
        <Title order={2} size="h4">
          {say("privacy.map")}
        </Title>
        <Table verticalSpacing="sm" aria-label={say("privacy.map")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say("privacy.what")}</Table.Th>
              <Table.Th>{say("privacy.how")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {kept.map((one) => (
              <Table.Tr key={one}>
                <Table.Td>{say(`privacy.${one}`)}</Table.Td>
                <Table.Td>{say(`privacy.${one}.how`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
      <AgeLimit />
      <Erasures />
    </Stack>
  );
}

function AgeLimit() {
  const { data, error } = useQuery({
    queryKey: ["age-limits"],
    queryFn: () => answered(api.GET("/v1/age-limits")),
  });
  if (error !== null) return <RefusalAlert error={error} />;
  return data === undefined ? <Waiting /> : <AgeLimitForm {...data} />;
}

type AgeLimits = { usual: number; countries: { country: string; years: number }[] };

function AgeLimitForm({ usual, countries }: AgeLimits) {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const form = useForm({ initialValues: { usual } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: (values) => answered(api.PUT("/v1/age-limits", { body: { usual: Number(values.usual), countries } })),
    afterwards: () => {
      notifications.show({ message: say("settings.saved") });
      return queries.invalidateQueries({ queryKey: ["age-limits"] });
    },
  });
  const isReadOnly = !scopes.has("tenant:write");
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={480}>
        <Title order={2} size="h4">
          {say("privacy.age")}
        </Title>
        <NumberInput
          label={say("privacy.ageYears")}
          description={say("privacy.ageHint")}
          min={0}
          readOnly={isReadOnly}
          {...form.getInputProps("usual")}
        />
        <RefusalAlert error={refusal} />
        <Group>
          <Button type="submit" loading={isSending} disabled={isReadOnly}>
            {say("settings.save")}
          </Button>
          {isReadOnly ? <Text size="sm">{say("settings.ownerOnly")}</Text> : null}
        </Group>
      </Stack>
    </form>
  );
}

function Erasures() {
  const { say, moment } = useSpeech();
  const { tenant } = useSession();
  const paged = usePaged<Erasure>(["erasures"], (query) => answered(api.GET("/v1/erasures", { params: { query } })));
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say("privacy.erased")}
      </Title>
      <PagedTable
        caption={say("privacy.erased")}
        paged={paged}
        idOf={({ memberId }) => memberId}
        empty={{ title: say("privacy.noneErased"), hint: say("privacy.noneErasedHint") }}
        columns={[
          { title: say("privacy.member"), show: ({ memberId }) => memberId },
          { title: say("privacy.why"), isExtra: true, show: ({ reason }) => say(`privacy.reason.${reason}`) },
          { title: say("privacy.when"), show: ({ erasedAt }) => moment(erasedAt, tenant.timezone) },
        ]}
      />
    </Stack>
  );
}
