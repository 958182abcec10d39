// One's own passkeys: to add one on this device, to see which there are, to remove one that was lost.
import { answered, done } from "@fedele/sdk/browser.ts";
import { Alert, Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { Confirming } from "../../parts/confirming.tsx";
import { addPasskey, hasPasskeys, isCalledOff } from "../../parts/passkeys.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { queries } from "../../queries.ts";
import { useSession } from "../../session.ts";

const refresh = () => queries.invalidateQueries({ queryKey: ["passkeys"] });
const NAME_CHARS_MAX = 60;

export function Passkeys() {
  const { say } = useSpeech();
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {say("passkey.title")}
      </Title>
      <Text size="sm">{say("passkey.hint")}</Text>
      <Mine />
      {hasPasskeys() ? <Adding /> : <Alert color="yellow">{say("passkey.needsHttps")}</Alert>}
    </Stack>
  );
}

function Mine() {
  const { say, moment } = useSpeech();
  const { tenant } = useSession();
  const { data, error } = useQuery({
    queryKey: ["passkeys"],
    queryFn: () => answered(api.GET("/v1/session/passkeys")),
  });
  if (error !== null) return <RefusalAlert error={error} />;
  return (
    <Stack gap="xs" component="ul" p={0} m={0}>
      {data?.items.map(({ id, name, createdAt, usedAt }) => (
        <Group key={id} component="li" justify="space-between" wrap="nowrap">
          <Stack gap={0} miw={0}>
            <Text fw={600}>{name}</Text>
            <Text size="sm" c="dimmed">
              {usedAt === undefined
                ? say("passkey.added", { at: moment(createdAt, tenant.timezone) })
                : say("passkey.used", { at: moment(usedAt, tenant.timezone) })}
            </Text>
          </Stack>
          <Confirming
            isSmall
            label={say("passkey.remove")}
            warning={say("passkey.removeWarning", { name })}
            act={() => done(api.DELETE("/v1/session/passkeys/{passkeyId}", { params: { path: { passkeyId: id } } }))}
            afterwards={refresh}
          />
        </Group>
      ))}
    </Stack>
  );
}

function Adding() {
  const { say } = useSpeech();
  const form = useForm({ initialValues: { name: "" } });
  const { mutate, isPending, error } = useMutation({
    mutationFn: addPasskey,
    onSuccess: () => {
      form.reset();
      return refresh();
    },
  });
  return (
    <form onSubmit={form.onSubmit(({ name }) => mutate(name.trim()))}>
      <Stack align="flex-start">
        <TextInput
          label={say("passkey.name")}
          description={say("passkey.nameHint")}
          required
          maxLength={NAME_CHARS_MAX}
          {...form.getInputProps("name")}
        />
        {isCalledOff(error) ? <Text size="sm">{say("passkey.calledOff")}</Text> : <RefusalAlert error={error} />}
        <Button type="submit" loading={isPending}>
          {say("passkey.add")}
        </Button>
      </Stack>
    </form>
  );
}
