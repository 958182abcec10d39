// A campaign put together: what is given, for what and to whom; the sentence it means, and what it would have cost.
import { answered } from "@fedele/sdk/browser.ts";
import { Button, Card, Group, Stack, TextInput, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { ConditionsEditor } from "../../parts/conditions/editor.tsx";
import { Page } from "../../parts/page.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { queries } from "../../queries.ts";
import { conditionScopes, type Draft, draftAtFirst, requestOf, ruleOf, usePointsTypes } from "./draft.ts";
import { EffectFields } from "./effectFields.tsx";
import { Sentence } from "./sentence.tsx";
import { TermsFields } from "./termsFields.tsx";
import { TrialCard } from "./trialCard.tsx";

export function NewCampaignPage() {
  const { say } = useSpeech();
  const navigate = useNavigate();
  const pointsTypes = usePointsTypes();
  const [draft, setDraft] = useState<Draft>(draftAtFirst);
  const change = (changed: Partial<Draft>) => setDraft({ ...draft, ...changed });
  const rule = ruleOf(draft);
  const pointsType = draft.pointsType ?? pointsTypes[0]?.value;
  const asked = rule === undefined || pointsType === undefined ? undefined : requestOf(draft, rule, pointsType);
  const start = useMutation({
    mutationFn: async () => {
      if (asked === undefined) return undefined;
      return answered(api.POST("/v1/campaigns", { body: { name: draft.name, ...asked } }));
    },
    onSuccess: async (campaign) => {
      if (campaign === undefined) return;
      await queries.invalidateQueries({ queryKey: ["campaigns"] });
      notifications.show({ message: say("campaigns.started", { name: campaign.name }) });
      await navigate({ to: "/campaigns/$campaignId", params: { campaignId: campaign.id } });
    },
  });
  return (
    <Page title={say("campaigns.new")} hint={say("campaigns.newHint")}>
      <Card withBorder>
        <Stack>
          <TextInput
            label={say("campaigns.name")}
            placeholder={say("campaigns.nameExample")}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <EffectFields draft={draft} pointsTypes={pointsTypes} onChange={change} />
        </Stack>
      </Card>
      <Card withBorder>
        <Title order={2} size="h4" mb="sm">
          {say("campaigns.when")}
        </Title>
        <ConditionsEditor draft={draft.when} scopes={conditionScopes} onChange={(when) => change({ when })} />
      </Card>
      <TermsFields draft={draft} onChange={change} />
      {rule === undefined ? null : <Sentence rule={rule} />}
      {asked === undefined ? null : <TrialCard asked={asked} />}
      <RefusalAlert error={start.error} />
      <Group>
        <Button
          size="md"
          loading={start.isPending}
          disabled={asked === undefined || draft.name.trim() === ""}
          onClick={() => start.mutate()}
        >
          {say("campaigns.startNow")}
        </Button>
        {asked === undefined || draft.name.trim() === "" ? say("campaigns.unfinished") : null}
      </Group>
    </Page>
  );
}
