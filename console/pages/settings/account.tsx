// One's own sign-in: a second factor from an app, and ending it everywhere.
import { answered, done } from "@fedele/sdk/browser.ts";
import { Badge, Button, Code, Group, Image, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { Confirming } from "../../parts/confirming.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { queries } from "../../queries.ts";
import { sessionQuery, useSession } from "../../session.ts";
import { Passkeys } from "./passkeys.tsx";

const refresh = () => queries.invalidateQueries({ queryKey: sessionQuery.queryKey });

export function AccountPage() {
  const { say } = useSpeech();
  const { staff } = useSession();
  return (
    <Stack gap="xl" maw={560}>
      <Stack gap="xs">
        <Text fw={600}>{staff.name}</Text>
        <Text size="sm" c="dimmed">
          {staff.email} · {say(`role.${staff.role}`)}
        </Text>
      </Stack>
      <Stack gap="sm">
        <Group gap="xs">
          <Title order={2} size="h4">
            {say("account.secondFactor")}
          </Title>
          <Badge color={staff.hasSecondFactor ? "pine" : "gray.7"}>
            {say(staff.hasSecondFactor ? "team.on" : "team.off")}
          </Badge>
        </Group>
        <Text size="sm">{say("account.secondFactorHint")}</Text>
        {staff.hasSecondFactor ? <Ending /> : <Beginning />}
      </Stack>
      <Passkeys />
      <Stack gap="sm" align="flex-start">
        <Title order={2} size="h4">
          {say("account.sessions")}
        </Title>
        <Confirming
          label={say("account.endAll")}
          warning={say("account.endAllWarning")}
          act={() => done(api.DELETE("/v1/session", { params: { query: { everywhere: true } } }))}
          afterwards={() => location.assign("/sign-in")}
        />
      </Stack>
    </Stack>
  );
}

function Beginning() {
  const { say } = useSpeech();
  const begin = useMutation({ mutationFn: () => answered(api.POST("/v1/session/totp")) });
  if (begin.data !== undefined) return <Confirmation {...begin.data} />;
  return (
    <Stack align="flex-start">
      <RefusalAlert error={begin.error} />
      <Button loading={begin.isPending} onClick={() => begin.mutate()}>
        {say("account.begin")}
      </Button>
    </Stack>
  );
}

/** The picture is made here: the secret goes to no other place. */
function useQr(text: string): string | undefined {
  const { data } = useQuery({
    queryKey: ["qr", text],
    gcTime: 0,
    queryFn: async () => {
      const { toDataURL } = await import("qrcode");
      return toDataURL(text, { margin: 2, width: 220 });
    },
  });
  return data;
}

function Confirmation({ secret, uri }: { secret: string; uri: string }) {
  const { say } = useSpeech();
  const qr = useQr(uri);
  const form = useForm({ initialValues: { code: "" } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: (body) => done(api.POST("/v1/session/totp/confirmation", { body })),
    afterwards: () => {
      notifications.show({ message: say("account.begun") });
      return refresh();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack align="flex-start">
        <Text size="sm">{say("account.scan")}</Text>
        {qr === undefined ? null : <Image src={qr} alt={say("account.qr")} w={220} h={220} radius="md" />}
        <Text size="sm">
          {say("account.typeInstead")} <Code>{secret}</Code>
        </Text>
        <TextInput
          label={say("signIn.code")}
          inputMode="numeric"
          autoComplete="one-time-code"
          {...form.getInputProps("code")}
        />
        <RefusalAlert error={refusal} />
        <Button type="submit" loading={isSending}>
          {say("account.confirm")}
        </Button>
      </Stack>
    </form>
  );
}

function Ending() {
  const { say } = useSpeech();
  const form = useForm({ initialValues: { code: "" } });
  const [isOpen, setIsOpen] = useState(false);
  const { submit, isSending, refusal } = useSubmit(form, {
    send: (body) => done(api.POST("/v1/session/totp/removal", { body })),
    afterwards: refresh,
  });
  if (!isOpen) {
    return (
      <Group>
        <Button variant="default" onClick={() => setIsOpen(true)}>
          {say("account.end")}
        </Button>
      </Group>
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack align="flex-start">
        <TextInput
          label={say("account.appCode")}
          inputMode="numeric"
          autoComplete="one-time-code"
          {...form.getInputProps("code")}
        />
        <RefusalAlert error={refusal} />
        <Button type="submit" color="red.9" loading={isSending}>
          {say("account.end")}
        </Button>
      </Stack>
    </form>
  );
}
