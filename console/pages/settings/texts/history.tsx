// What members were shown, and from when on: a consent names its version, and here are the words behind it.
import { consentTopics } from "@fedele/core/consents.ts";
import type { Language } from "@fedele/core/sentences.ts";
import { answered } from "@fedele/sdk/browser.ts";
import type { PortalText } from "@fedele/sdk/schemas/portal.ts";
import { Spoiler, Stack, Text, Title } from "@mantine/core";
import { api } from "../../../api.ts";
import { useSpeech } from "../../../language.ts";
import { PagedTable, usePaged } from "../../../parts/paged.tsx";
import { useSession } from "../../../session.ts";
import classes from "./texts.module.css";

const SHOWN_PX = 48;

export function History({ language }: { language: Language }) {
  const { say, moment } = useSpeech();
  const { tenant } = useSession();
  const paged = usePaged<PortalText>(["portal", "texts"], (query) =>
    answered(api.GET("/v1/portal-texts", { params: { query } })),
  );
  return (
    <Stack gap="xs" mt="lg">
      <Title order={2} size="h4">
        {say("texts.history")}
      </Title>
      <PagedTable
        caption={say("texts.history")}
        paged={paged}
        idOf={({ subject, version }) => `${subject} ${version}`}
        empty={{ title: say("texts.none"), hint: say("texts.noneHint") }}
        columns={[
          { title: say("texts.what"), show: (text) => <What text={text} language={language} /> },
          { title: say("texts.since"), show: ({ since }) => moment(since, tenant.timezone) },
        ]}
      />
    </Stack>
  );
}

function What({ text: { subject, version, texts }, language }: { text: PortalText; language: Language }) {
  const { say } = useSpeech();
  const topic = consentTopics.find((known) => known === subject);
  const words = texts[language] ?? Object.values(texts)[0] ?? "";
  return (
    <>
      <Text size="sm" fw={600}>
        {topic === undefined ? say(subject === "terms" ? "texts.terms" : "texts.privacy") : say(`topic.${topic}`)}{" "}
        <Text span inherit fw={400}>
          {version}
        </Text>
      </Text>
      <Spoiler maxHeight={SHOWN_PX} showLabel={say("texts.more")} hideLabel={say("texts.less")} fz="sm">
        <Text size="sm" c="dimmed" className={classes.words}>
          {words}
        </Text>
      </Spoiler>
    </>
  );
}
