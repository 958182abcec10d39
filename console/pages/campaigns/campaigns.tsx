// What earns points: the campaigns that run, in words, with what their budgets have left.
import { answered } from "@fedele/sdk/browser.ts";
import type { Campaign } from "@fedele/sdk/schemas/campaign.ts";
import { Anchor, Badge, Button, Progress, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { Page } from "../../parts/page.tsx";
import { PagedTable, usePaged } from "../../parts/paged.tsx";
import { useRuleWords } from "../../parts/ruleWords.ts";
import { useSession } from "../../session.ts";
import { Presets } from "./presets.tsx";

export function CampaignsPage() {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const paged = usePaged<Campaign>(["campaigns"], (query) => answered(api.GET("/v1/campaigns", { params: { query } })));
  const mayChange = scopes.has("programme:write");
  return (
    <Page
      title={say("nav.campaigns")}
      hint={say("campaigns.hint")}
      actions={
        mayChange ? (
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/campaigns/new" {...props} />}
          >
            {say("campaigns.new")}
          </Button>
        ) : undefined
      }
    >
      {mayChange ? <Presets /> : null}
      <PagedTable
        caption={say("nav.campaigns")}
        paged={paged}
        idOf={({ id }) => id}
        empty={{ title: say("campaigns.none"), hint: say("campaigns.noneHint") }}
        columns={[
          { title: say("campaigns.name"), show: (campaign) => <Named campaign={campaign} /> },
          {
            title: say("campaigns.budget"),
            isExtra: true,
            show: ({ budget }) => (budget === undefined ? say("campaigns.noBudget") : <BudgetLeft {...budget} />),
          },
          { title: say("campaigns.state"), show: ({ status }) => <CampaignState status={status} /> },
        ]}
      />
    </Page>
  );
}

function Named({ campaign: { id, name, rules } }: { campaign: Campaign }) {
  const wordsOf = useRuleWords();
  return (
    <Stack gap={2}>
      <Anchor
        size="sm"
        fw={600}
        renderRoot={(props) => <Link to="/campaigns/$campaignId" params={{ campaignId: id }} {...props} />}
      >
        {name}
      </Anchor>
      {rules.map((rule) => (
        <Text key={rule.id} size="sm" c="dimmed">
          {wordsOf(rule)}
        </Text>
      ))}
    </Stack>
  );
}

export function CampaignState({ status }: Pick<Campaign, "status">) {
  const { say } = useSpeech();
  return status === "live" ? (
    <Badge>{say("campaigns.live")}</Badge>
  ) : (
    <Badge color="gray.7">{say("campaigns.ended")}</Badge>
  );
}

export function BudgetLeft({ points, spent, left }: { points: number; spent: number; left: number }) {
  const { say, number } = useSpeech();
  const words = say("campaigns.budgetLeft", { left: number(left), points: number(points) });
  return (
    <Stack gap={4} maw={220}>
      <Progress value={points === 0 ? 100 : (spent / points) * 100} aria-label={words} />
      <Text size="xs">{words}</Text>
    </Stack>
  );
}
