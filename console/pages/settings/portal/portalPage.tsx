// What members see of the shop: its name, logo and colour in their portal, beside a picture of it that follows; and
// whether strangers may join there.
import { answered } from "@fedele/sdk/browser.ts";
import type { PortalSettings } from "@fedele/sdk/schemas/portal.ts";
import { Anchor, Button, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { api } from "../../../api.ts";
import { useSpeech } from "../../../language.ts";
import { RefusalAlert, Waiting } from "../../../parts/states.tsx";
import { useSubmit } from "../../../parts/submitting.ts";
import { queries } from "../../../queries.ts";
import { useSession } from "../../../session.ts";
import { Fields, type Filled } from "./fields.tsx";
import { Logo } from "./logo.tsx";
import { usePortal, usePortalSettings } from "./portalQueries.ts";
import { Preview } from "./preview.tsx";

export function PortalPage() {
  const { data, error } = usePortalSettings();
  if (error !== null) return <RefusalAlert error={error} />;
  return data === undefined ? <Waiting /> : <PortalForm settings={data} />;
}

function PortalForm({ settings }: { settings: PortalSettings }) {
  const { say } = useSpeech();
  const { tenant, scopes } = useSession();
  const { data: portal } = usePortal();
  const isReadOnly = !scopes.has("tenant:write");
  const { name, color, mayJoin, birthday } = settings;
  const form = useForm<Filled>({ initialValues: { name: name ?? "", color, mayJoin, birthday } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: (values) => {
      const named = values.name.trim();
      const body = { ...settings, ...values, color: values.color.toLowerCase(), name: named === "" ? null : named };
      return answered(api.PUT("/v1/portal-settings", { body }));
    },
    afterwards: async () => {
      notifications.show({ message: say("settings.saved") });
      await queries.invalidateQueries({ queryKey: ["portal"] });
    },
  });
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm" c="dimmed">
            {say("brand.hint")}{" "}
            <Anchor inherit underline="always" href={`/p/${tenant.slug}`} target="_blank">
              {say("brand.open")}
            </Anchor>
          </Text>
          <Fields form={form} isReadOnly={isReadOnly} />
          <Logo logo={portal?.logo ?? null} isReadOnly={isReadOnly} />
          <RefusalAlert error={refusal} />
          <Group>
            <Button type="submit" loading={isSending} disabled={isReadOnly}>
              {say("settings.save")}
            </Button>
            {isReadOnly ? <Text size="sm">{say("settings.ownerOnly")}</Text> : null}
          </Group>
        </Stack>
      </form>
      <Preview
        name={form.values.name.trim() === "" ? tenant.name : form.values.name}
        color={form.values.color}
        logo={portal?.logo ?? null}
      />
    </SimpleGrid>
  );
}
