// What consent is asked for, topic by topic. A topic without words is not asked for.
import { type ConsentTopic, consentTopics } from "@fedele/core/consents.ts";
import type { Language } from "@fedele/core/sentences.ts";
import type { PortalSettings } from "@fedele/sdk/schemas/portal.ts";
import { Accordion, Badge, Button, Group, Stack, Text } from "@mantine/core";
import { useSpeech } from "../../../language.ts";
import { RefusalAlert } from "../../../parts/states.tsx";
import { useSession } from "../../../session.ts";
import { useTextForm } from "./useTextForm.ts";
import { Words } from "./words.tsx";

type Props = { readonly settings: PortalSettings; readonly language: Language };

export function Consents({ settings, language }: Props) {
  const { say } = useSpeech();
  const asked = new Set(settings.consents.map(({ topic }) => topic));
  return (
    <Accordion variant="contained" maw={720}>
      {consentTopics.map((topic) => (
        <Accordion.Item key={topic} value={topic}>
          <Accordion.Control>
            <Group justify="space-between" gap="xs">
              <Text>{say(`topic.${topic}`)}</Text>
              {asked.has(topic) ? <Badge variant="light">{say("texts.asked")}</Badge> : null}
            </Group>
          </Accordion.Control>
          <Accordion.Panel>
            <ConsentForm key={`${topic} ${language}`} settings={settings} language={language} topic={topic} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function ConsentForm({ settings, language, topic }: Props & { topic: ConsentTopic }) {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const isReadOnly = !scopes.has("tenant:write");
  const others = settings.consents.filter((one) => one.topic !== topic);
  const current = settings.consents.find((one) => one.topic === topic) ?? null;
  const { form, submit, isSending, refusal } = useTextForm({
    subject: topic,
    path: `consents.${others.length}`,
    language,
    current,
    settingsWith: (text) => ({ ...settings, consents: text === null ? others : [...others, { topic, ...text }] }),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Words form={form} subject={topic} language={language} isReadOnly={isReadOnly} rows={2} />
        <RefusalAlert error={refusal} />
        <Group>
          <Button type="submit" loading={isSending} disabled={isReadOnly}>
            {say("texts.publish")}
          </Button>
          {isReadOnly ? <Text size="sm">{say("settings.ownerOnly")}</Text> : null}
        </Group>
      </Stack>
    </form>
  );
}
