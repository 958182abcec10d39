// The terms or the privacy notice in one language. Other words need another version: one is proposed.
import type { Language } from "@fedele/core/sentences.ts";
import type { PortalSettings } from "@fedele/sdk/schemas/portal.ts";
import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { useSpeech } from "../../../language.ts";
import { RefusalAlert } from "../../../parts/states.tsx";
import { useSession } from "../../../session.ts";
import { useTextForm } from "./useTextForm.ts";
import { Words } from "./words.tsx";

type Props = { readonly settings: PortalSettings; readonly subject: "terms" | "privacy"; readonly language: Language };

export function DocumentForm({ settings, subject, language }: Props) {
  const { say } = useSpeech();
  const { tenant, scopes } = useSession();
  const isReadOnly = !scopes.has("tenant:write");
  const current = settings[subject] ?? null;
  const { form, submit, isSending, refusal } = useTextForm({
    subject,
    path: subject,
    language,
    current,
    settingsWith: (text) => ({ ...settings, [subject]: text }),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={720}>
        <Words form={form} subject={subject} language={language} isReadOnly={isReadOnly} rows={10} />
        <RefusalAlert error={refusal} />
        <Group>
          <Button type="submit" loading={isSending} disabled={isReadOnly}>
            {say("texts.publish")}
          </Button>
          {isReadOnly ? <Text size="sm">{say("settings.ownerOnly")}</Text> : null}
          {current === null ? null : (
            <Anchor href={`/p/${tenant.slug}/${subject}`} target="_blank" size="sm">
              {say("texts.asShown")}
            </Anchor>
          )}
        </Group>
      </Stack>
    </form>
  );
}
