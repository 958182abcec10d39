// Keys with which programs call. A key is shown once; whoever has it may do what it says.
import { answered, done } from "@fedele/sdk/browser.ts";
import { type ApiKey, type Scope, scopes } from "@fedele/sdk/schemas/apiKey.ts";
import {
  Alert,
  Badge,
  Button,
  Checkbox,
  Code,
  CopyButton,
  Group,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { Confirming } from "../../parts/confirming.tsx";
import { PagedTable, usePaged } from "../../parts/paged.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { queries } from "../../queries.ts";
import { useSession } from "../../session.ts";

const key = ["api-keys"] as const;
const refresh = () => queries.invalidateQueries({ queryKey: key });

export function KeysPage() {
  const { say, day } = useSpeech();
  const { tenant } = useSession();
  const [secret, setSecret] = useState<string>();
  const paged = usePaged<ApiKey>(key, (query) => answered(api.GET("/v1/api-keys", { params: { query } })));
  return (
    <Stack>
      <Text size="sm" c="dimmed" maw={640}>
        {say("keys.hint")}
      </Text>
      {secret === undefined ? <KeyForm onMade={setSecret} /> : <SecretShown secret={secret} />}
      <PagedTable
        caption={say("settings.keys")}
        paged={paged}
        idOf={({ id }) => id}
        empty={{ title: say("keys.none"), hint: say("keys.noneHint") }}
        columns={[
          { title: say("keys.name"), show: ({ name }) => name },
          {
            title: say("keys.may"),
            isExtra: true,
            show: (one) => (one.scopes.length === scopes.length ? say("keys.everything") : one.scopes.join(", ")),
          },
          { title: say("keys.since"), isExtra: true, show: ({ createdAt }) => day(createdAt, tenant.timezone) },
          { title: say("keys.state"), show: (one) => <KeyState apiKey={one} /> },
        ]}
      />
    </Stack>
  );
}

function KeyState({ apiKey: { id, name, revokedAt } }: { apiKey: ApiKey }) {
  const { say } = useSpeech();
  if (revokedAt !== undefined) return <Badge color="gray.7">{say("keys.revoked")}</Badge>;
  return (
    <Confirming
      isSmall
      label={say("keys.revoke")}
      warning={say("keys.revokeWarning", { name })}
      act={() => done(api.DELETE("/v1/api-keys/{keyId}", { params: { path: { keyId: id } } }))}
      afterwards={refresh}
    />
  );
}

/** What was made just now. It is nowhere else: the server keeps only what it takes to recognise it. */
export function SecretShown({ secret }: { secret: string }) {
  const { say } = useSpeech();
  return (
    <Alert color="yellow" title={say("keys.shownOnce")}>
      <Group>
        <Code>{secret}</Code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {say(copied ? "keys.copied" : "keys.copy")}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Alert>
  );
}

function KeyForm({ onMade }: { onMade(secret: string): void }) {
  const { say } = useSpeech();
  const [isOpen, setIsOpen] = useState(false);
  const form = useForm<{ name: string; scopes: Scope[] }>({ initialValues: { name: "", scopes: [] } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: (body) => answered(api.POST("/v1/api-keys", { body })),
    afterwards: async ({ secret }) => {
      if (secret !== undefined) onMade(secret);
      await refresh();
    },
  });
  if (!isOpen) {
    return (
      <Group>
        <Button onClick={() => setIsOpen(true)}>{say("keys.make")}</Button>
      </Group>
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={640}>
        <TextInput label={say("keys.name")} description={say("keys.nameHint")} {...form.getInputProps("name")} />
        <Checkbox.Group label={say("keys.may")} {...form.getInputProps("scopes")}>
          <SimpleGrid cols={{ base: 2, sm: 3 }} mt="xs" spacing="xs">
            {scopes.map((scope) => (
              <Checkbox key={scope} value={scope} label={scope} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        <RefusalAlert error={refusal} />
        <Group>
          <Button type="submit" loading={isSending}>
            {say("keys.make")}
          </Button>
          <Button variant="default" onClick={() => setIsOpen(false)}>
            {say("dialog.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
