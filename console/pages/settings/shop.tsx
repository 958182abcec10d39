// The shop itself: what it is called, where its day begins, how much one person may give by hand.
import { languages } from "@fedele/core/sentences.ts";
import { answered, done } from "@fedele/sdk/browser.ts";
import { Button, Group, NumberInput, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { api } from "../../api.ts";
import { languageNames, useSpeech } from "../../language.ts";
import { Confirming } from "../../parts/confirming.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { timezones } from "../../parts/timezones.ts";
import { queries } from "../../queries.ts";
import { sessionQuery, useSession } from "../../session.ts";

export function ShopPage() {
  const { say } = useSpeech();
  const { tenant, scopes } = useSession();
  const { name, timezone, language, adjustmentLimitPoints } = tenant;
  const form = useForm<Filled>({
    mode: "uncontrolled",
    initialValues: { name, timezone, language, adjustmentLimitPoints: adjustmentLimitPoints ?? "" },
  });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: ({ adjustmentLimitPoints: limit, ...rest }) =>
      answered(
        api.PATCH("/v1/tenant", {
          body: { ...rest, adjustmentLimitPoints: limit === "" ? null : Number(limit) },
        }),
      ),
    afterwards: async () => {
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      notifications.show({ message: say("settings.saved") });
    },
  });
  const isReadOnly = !scopes.has("tenant:write");
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={480}>
        <TextInput
          label={say("settings.name")}
          readOnly={isReadOnly}
          key={form.key("name")}
          {...form.getInputProps("name")}
        />
        <Place form={form} isReadOnly={isReadOnly} />
        <NumberInput
          label={say("settings.limit")}
          description={say("settings.limitHint")}
          min={0}
          allowDecimal={false}
          readOnly={isReadOnly}
          key={form.key("adjustmentLimitPoints")}
          {...form.getInputProps("adjustmentLimitPoints")}
        />
        <Text size="sm" c="dimmed">
          {say("settings.currencyFixed", { currency: tenant.currency, slug: tenant.slug })}
        </Text>
        <RefusalAlert error={refusal} />
        <Group>
          <Button type="submit" loading={isSending} disabled={isReadOnly}>
            {say("settings.save")}
          </Button>
          {isReadOnly ? <Text size="sm">{say("settings.ownerOnly")}</Text> : null}
        </Group>
        {tenant.isDemo ? <Clearing /> : null}
      </Stack>
    </form>
  );
}

/** A demo alone can be cleared away, and by its owner alone. */
function Clearing() {
  const { say } = useSpeech();
  const { tenant, staff } = useSession();
  if (staff.role !== "owner") return null;
  return (
    <Group mt="lg">
      <Confirming
        label={say("tenant.clear")}
        warning={say("tenant.clearWarning")}
        typed={tenant.name}
        act={() => done(api.DELETE("/v1/tenants/{tenantId}", { params: { path: { tenantId: tenant.id } } }))}
        afterwards={() => location.assign("/sign-in")}
      />
    </Group>
  );
}

type Filled = { name: string; timezone: string; language: string; adjustmentLimitPoints: number | string };

/** Where the shop is: how it speaks, and when its day begins. */
function Place({ form, isReadOnly }: { form: ReturnType<typeof useForm<Filled>>; isReadOnly: boolean }) {
  const { say } = useSpeech();
  return (
    <>
      <Select
        label={say("settings.language")}
        description={say("settings.languageHint")}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        allowDeselect={false}
        readOnly={isReadOnly}
        key={form.key("language")}
        {...form.getInputProps("language")}
      />
      <Select
        label={say("settings.timezone")}
        description={say("settings.timezoneHint")}
        data={[...timezones]}
        searchable
        allowDeselect={false}
        readOnly={isReadOnly}
        key={form.key("timezone")}
        {...form.getInputProps("timezone")}
      />
    </>
  );
}
