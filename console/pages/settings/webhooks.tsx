// Addresses that are called when something happens, and what became of each call.
import { answered } from "@fedele/sdk/browser.ts";
import type { WebhookEndpoint } from "@fedele/sdk/schemas/webhook.ts";
import { Anchor, Badge, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { PagedTable, usePaged } from "../../parts/paged.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { queries } from "../../queries.ts";
import { useSession } from "../../session.ts";
import { SecretShown } from "./keys.tsx";

export function WebhooksPage() {
  const { say, day } = useSpeech();
  const { tenant, scopes } = useSession();
  const [secret, setSecret] = useState<string>();
  const paged = usePaged<WebhookEndpoint>(["webhooks"], (query) =>
    answered(api.GET("/v1/webhook-endpoints", { params: { query } })),
  );
  return (
    <Stack>
      <Text size="sm" c="dimmed" maw={640}>
        {say("webhooks.hint")}
      </Text>
      {secret === undefined ? null : <SecretShown secret={secret} />}
      {scopes.has("webhooks:write") && secret === undefined ? <EndpointForm onMade={setSecret} /> : null}
      <PagedTable
        caption={say("settings.webhooks")}
        paged={paged}
        idOf={({ id }) => id}
        empty={{ title: say("webhooks.none"), hint: say("webhooks.noneHint") }}
        columns={[
          {
            title: say("webhooks.address"),
            show: ({ id, url, description }) => (
              <>
                <Anchor
                  size="sm"
                  renderRoot={(props) => (
                    <Link to="/settings/webhooks/$endpointId" params={{ endpointId: id }} {...props} />
                  )}
                >
                  {url}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {description}
                </Text>
              </>
            ),
          },
          { title: say("webhooks.since"), isExtra: true, show: ({ createdAt }) => day(createdAt, tenant.timezone) },
          { title: say("webhooks.state"), show: (endpoint) => <EndpointState endpoint={endpoint} /> },
        ]}
      />
    </Stack>
  );
}

export function EndpointState({ endpoint: { status, disabledReason, failingSince } }: { endpoint: WebhookEndpoint }) {
  const { say } = useSpeech();
  if (status === "disabled")
    return <Badge color="gray.7">{say(`webhooks.disabled.${disabledReason ?? "by_tenant"}`)}</Badge>;
  if (failingSince !== null) return <Badge color="red.9">{say("webhooks.failing")}</Badge>;
  return <Badge>{say("webhooks.enabled")}</Badge>;
}

function EndpointForm({ onMade }: { onMade(secret: string): void }) {
  const { say } = useSpeech();
  const form = useForm({ initialValues: { url: "", description: "" } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: ({ url, description }) =>
      answered(api.POST("/v1/webhook-endpoints", { body: { url, ...(description === "" ? {} : { description }) } })),
    afterwards: async ({ secret }) => {
      if (secret !== undefined) onMade(secret);
      form.reset();
      await queries.invalidateQueries({ queryKey: ["webhooks"] });
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={480}>
        <TextInput
          label={say("webhooks.address")}
          placeholder="https://shop.example.com/fedele"
          {...form.getInputProps("url")}
        />
        <TextInput label={say("webhooks.description")} {...form.getInputProps("description")} />
        <RefusalAlert error={refusal} />
        <Group>
          <Button type="submit" loading={isSending}>
            {say("webhooks.add")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
