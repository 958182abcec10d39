// The words that members agree to: the terms, the privacy notice, and what consent is asked for. Each has a version,
// and what was shown under one is kept as it was.
import type { PortalSettings } from "@fedele/sdk/schemas/portal.ts";
import { Alert, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconScale } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { languageNames, useSpeech } from "../../../language.ts";
import { RefusalAlert, Waiting } from "../../../parts/states.tsx";
import { usePortalSettings } from "../portal/portalQueries.ts";
import { Consents } from "./consents.tsx";
import { DocumentForm } from "./documentForm.tsx";
import { History } from "./history.tsx";
import { asLanguage, asSubject, languagesShown, subjects } from "./textsSearch.ts";

const route = getRouteApi("/inside/settings/texts");

export function TextsPage() {
  const { say, language: spoken } = useSpeech();
  const { text = "terms", language = spoken } = route.useSearch();
  const go = route.useNavigate();
  const { data, error } = usePortalSettings();
  if (error !== null) return <RefusalAlert error={error} />;
  if (data === undefined) return <Waiting />;
  return (
    <Stack>
      <Text size="sm" c="dimmed" maw={640}>
        {say("texts.hint")}
      </Text>
      <Alert color="yellow" icon={<IconScale aria-hidden />} maw={720}>
        {say("texts.lawyer")}
      </Alert>
      <SegmentedControl
        aria-label={say("settings.texts")}
        value={text}
        data={subjects.map((value) => ({ value, label: say(`texts.${value}`) }))}
        onChange={(value) => go({ search: { text: asSubject(value), language }, replace: true })}
        maw={520}
      />
      <SegmentedControl
        aria-label={say("settings.language")}
        size="xs"
        value={language}
        data={languagesShown.map((value) => ({ value, label: languageNames[value] }))}
        onChange={(value) => go({ search: { text, language: asLanguage(value) ?? spoken }, replace: true })}
        maw={520}
      />
      <Chosen settings={data} text={text} language={language} />
      <History language={language} />
    </Stack>
  );
}

type Choice = {
  readonly settings: PortalSettings;
  readonly text: (typeof subjects)[number];
  readonly language: (typeof languagesShown)[number];
};

function Chosen({ settings, text, language }: Choice) {
  if (text === "consents") return <Consents settings={settings} language={language} />;
  return <DocumentForm key={`${text} ${language}`} settings={settings} subject={text} language={language} />;
}
