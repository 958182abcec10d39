// One campaign: what its rules say, its terms, its budget, and its end.
import { answered, done } from "@fedele/sdk/browser.ts";
import type { Campaign } from "@fedele/sdk/schemas/campaign.ts";
import { Button, Card, Group, List, Modal, NumberInput, Stack, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { Confirming } from "../../parts/confirming.tsx";
import { Page } from "../../parts/page.tsx";
import { useRuleWords } from "../../parts/ruleWords.ts";
import { RefusalAlert, Waiting } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { queries } from "../../queries.ts";
import { useSession } from "../../session.ts";
import { BudgetLeft, CampaignState } from "./campaigns.tsx";

const route = getRouteApi("/inside/campaigns/$campaignId");
const refresh = () => queries.invalidateQueries({ queryKey: ["campaigns"] });

export function CampaignPage() {
  const { campaignId } = route.useParams();
  const { data, error } = useQuery({
    queryKey: ["campaigns", campaignId],
    queryFn: () => answered(api.GET("/v1/campaigns/{campaignId}", { params: { path: { campaignId } } })),
  });
  if (error !== null) return <RefusalAlert error={error} />;
  return data === undefined ? <Waiting /> : <Shown campaign={data} />;
}

function Shown({ campaign }: { campaign: Campaign }) {
  const { say, moment } = useSpeech();
  const { tenant, scopes } = useSession();
  const wordsOf = useRuleWords();
  const { id, name, status, rules, budget, createdAt } = campaign;
  const mayChange = scopes.has("programme:write") && status === "live";
  return (
    <Page
      title={name}
      hint={say("campaigns.since", { moment: moment(createdAt, tenant.timezone) })}
      actions={
        <>
          <CampaignState status={status} />
          {mayChange ? (
            <Confirming
              label={say("campaigns.end")}
              warning={say("campaigns.endWarning", { name })}
              act={() => done(api.DELETE("/v1/campaigns/{campaignId}", { params: { path: { campaignId: id } } }))}
              afterwards={refresh}
            />
          ) : null}
        </>
      }
    >
      <Card withBorder>
        <Title order={2} size="h4">
          {say("campaigns.rules")}
        </Title>
        <Stack gap="sm" mt="sm">
          {rules.map((rule) => (
            <div key={rule.id}>
              <Text fw={600}>{wordsOf(rule)}</Text>
              <Text size="xs" c="dimmed">
                {say("campaigns.ruleVersion", { name: rule.name, version: rule.version })}
              </Text>
            </div>
          ))}
        </Stack>
      </Card>
      <Terms campaign={campaign} />
      {budget === undefined ? null : (
        <Card withBorder>
          <Group justify="space-between">
            <Title order={2} size="h4">
              {say("campaigns.budget")}
            </Title>
            {mayChange ? <MoreBudget campaignId={id} /> : null}
          </Group>
          <BudgetLeft {...budget} />
        </Card>
      )}
    </Page>
  );
}

/** What holds beside the rules, in words; what is as usual is not said. */
function Terms({ campaign: { priority, stacking, schedule, holdout, limit, heldOut } }: { campaign: Campaign }) {
  const { say, number, percent } = useSpeech();
  const terms = [
    stacking.kind === "stack" ? undefined : say(`campaigns.stacking.${stacking.kind}`),
    priority === 0 ? undefined : say("campaigns.priorityIs", { priority }),
    schedule.length === 0 ? undefined : say("campaigns.scheduled"),
    holdout === 0
      ? undefined
      : say("campaigns.holdoutIs", { share: percent(holdout / 10_000), times: number(heldOut) }),
    limit?.times === undefined ? undefined : say("campaigns.timesAtMost", { times: limit.times }),
    limit?.points === undefined ? undefined : say("campaigns.pointsAtMost", { points: number(limit.points) }),
  ].filter((term) => term !== undefined);
  if (terms.length === 0) return null;
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {say("campaigns.terms")}
      </Title>
      <List mt="sm" size="sm">
        {terms.map((term) => (
          <List.Item key={term}>{term}</List.Item>
        ))}
      </List>
    </Card>
  );
}

function MoreBudget({ campaignId }: { campaignId: string }) {
  const { say } = useSpeech();
  const [isOpen, { open, close }] = useDisclosure(false);
  const form = useForm({ initialValues: { points: 1_000 } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: ({ points }) =>
      answered(
        api.POST("/v1/campaigns/{campaignId}/budget", {
          params: { path: { campaignId } },
          body: { points: Number(points) },
        }),
      ),
    afterwards: async () => {
      close();
      await refresh();
    },
  });
  return (
    <>
      <Button size="xs" variant="light" onClick={open}>
        {say("campaigns.moreBudget")}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={say("campaigns.moreBudget")}
        closeButtonProps={{ "aria-label": say("dialog.close") }}
      >
        <form onSubmit={submit} noValidate>
          <Stack>
            <NumberInput
              label={say("campaigns.points")}
              min={1}
              allowDecimal={false}
              {...form.getInputProps("points")}
            />
            <RefusalAlert error={refusal} />
            <Group justify="flex-end">
              <Button type="submit" loading={isSending}>
                {say("campaigns.moreBudget")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
