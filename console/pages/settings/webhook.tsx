// One address: whether it answers, what it was sent, and sending it again.
import { answered, done } from "@fedele/sdk/browser.ts";
import type { WebhookDelivery } from "@fedele/sdk/schemas/webhook.ts";
import { Badge, Button, Group, Stack, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { Confirming } from "../../parts/confirming.tsx";
import { PagedTable, usePaged } from "../../parts/paged.tsx";
import { RefusalAlert, Waiting } from "../../parts/states.tsx";
import { queries } from "../../queries.ts";
import { useSession } from "../../session.ts";
import { SecretShown } from "./keys.tsx";
import { EndpointState } from "./webhooks.tsx";

const route = getRouteApi("/inside/settings/webhooks/$endpointId");
const refresh = () => queries.invalidateQueries({ queryKey: ["webhooks"] });

export function WebhookPage() {
  const { say } = useSpeech();
  const { endpointId } = route.useParams();
  const { data: endpoint, error } = useQuery({
    queryKey: ["webhooks", endpointId],
    queryFn: () => answered(api.GET("/v1/webhook-endpoints/{endpointId}", { params: { path: { endpointId } } })),
  });
  if (error !== null) return <RefusalAlert error={error} />;
  if (endpoint === undefined) return <Waiting />;
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {endpoint.url}
        </Title>
        <EndpointState endpoint={endpoint} />
      </Group>
      <Actions endpointId={endpointId} isEnabled={endpoint.status === "enabled" ? "yes" : "no"} />
      <Title order={3} size="h5">
        {say("webhooks.deliveries")}
      </Title>
      <Deliveries endpointId={endpointId} />
    </Stack>
  );
}

function Actions({ endpointId, isEnabled }: { endpointId: string; isEnabled: "yes" | "no" }) {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const navigate = useNavigate();
  const [secret, setSecret] = useState<string>();
  const params = { path: { endpointId } };
  const change = useMutation({
    mutationFn: (status: "enabled" | "disabled") =>
      answered(api.PATCH("/v1/webhook-endpoints/{endpointId}", { params, body: { status } })),
    onSuccess: refresh,
  });
  const test = useMutation({
    mutationFn: () => done(api.POST("/v1/webhook-endpoints/{endpointId}/tests", { params })),
    onSuccess: async () => {
      notifications.show({ message: say("webhooks.tested") });
      await refresh();
    },
  });
  const renew = useMutation({
    mutationFn: () => answered(api.POST("/v1/webhook-endpoints/{endpointId}/secrets", { params })),
    onSuccess: (renewed) => {
      setSecret(renewed.secret);
      return refresh();
    },
  });
  if (!scopes.has("webhooks:write")) return null;
  return (
    <>
      <Group gap="xs">
        <Button variant="light" loading={test.isPending} onClick={() => test.mutate()}>
          {say("webhooks.test")}
        </Button>
        <Button
          variant="default"
          loading={change.isPending}
          onClick={() => change.mutate(isEnabled === "yes" ? "disabled" : "enabled")}
        >
          {say(isEnabled === "yes" ? "webhooks.disable" : "webhooks.enable")}
        </Button>
        <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
          {say("webhooks.renew")}
        </Button>
        <Confirming
          label={say("webhooks.remove")}
          warning={say("webhooks.removeWarning")}
          act={() => done(api.DELETE("/v1/webhook-endpoints/{endpointId}", { params }))}
          afterwards={async () => {
            await refresh();
            await navigate({ to: "/settings/webhooks" });
          }}
        />
      </Group>
      {secret === undefined ? null : <SecretShown secret={secret} />}
      <RefusalAlert error={test.error ?? change.error ?? renew.error} />
    </>
  );
}

const colours = { pending: "gray.7", delivered: "pine", failed: "red.9" } as const;

function Deliveries({ endpointId }: { endpointId: string }) {
  const { say, moment } = useSpeech();
  const { tenant } = useSession();
  const paged = usePaged<WebhookDelivery>(["webhooks", endpointId, "deliveries"], (query) =>
    answered(api.GET("/v1/webhook-endpoints/{endpointId}/deliveries", { params: { path: { endpointId }, query } })),
  );
  return (
    <PagedTable
      caption={say("webhooks.deliveries")}
      paged={paged}
      idOf={({ eventId }) => eventId}
      empty={{ title: say("webhooks.noDeliveries"), hint: say("webhooks.noDeliveriesHint") }}
      columns={[
        { title: say("webhooks.event"), show: ({ type }) => type },
        { title: say("webhooks.at"), isExtra: true, show: ({ createdAt }) => moment(createdAt, tenant.timezone) },
        {
          title: say("webhooks.state"),
          show: ({ status, replyStatus, failure }) => (
            <>
              <Badge color={colours[status]}>{say(`webhooks.delivery.${status}`)}</Badge>
              <Text size="xs" c="dimmed">
                {[replyStatus, failure].filter((part) => part !== null && part !== undefined).join(" · ")}
              </Text>
            </>
          ),
        },
        { title: say("webhooks.tries"), isNumber: true, isExtra: true, show: ({ attempts }) => attempts },
        { title: say("webhooks.again"), show: (delivery) => <Replay endpointId={endpointId} {...delivery} /> },
      ]}
    />
  );
}

function Replay({ endpointId, eventId, status }: { endpointId: string } & Pick<WebhookDelivery, "eventId" | "status">) {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      done(
        api.POST("/v1/webhook-endpoints/{endpointId}/deliveries/{eventId}/replay", {
          params: { path: { endpointId, eventId } },
        }),
      ),
    onSuccess: refresh,
  });
  if (status === "pending" || !scopes.has("webhooks:write")) return null;
  return (
    <Stack gap={4} align="flex-start">
      <Button size="xs" variant="default" loading={isPending} onClick={() => mutate()}>
        {say("webhooks.replay")}
      </Button>
      <RefusalAlert error={error} />
    </Stack>
  );
}
