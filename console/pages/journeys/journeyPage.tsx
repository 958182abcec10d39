// One journey: who comes in, the steps as they are drawn, and what can be changed, started, tried and asked of it.

import type { Journey as Plan } from "@fedele/core/journeys.ts";
import { answered, Refusal } from "@fedele/sdk/browser.ts";
import { planFrom, wirePlan } from "@fedele/sdk/journeyPlans.ts";
import type { Journey } from "@fedele/sdk/schemas/journey.ts";
import { Button, Card, Group, Modal, Radio, SimpleGrid, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { Confirming } from "../../parts/confirming.tsx";
import { Page } from "../../parts/page.tsx";
import { RefusalAlert, Waiting } from "../../parts/states.tsx";
import { queries } from "../../queries.ts";
import { useSession } from "../../session.ts";
import { usePointsTypes } from "../campaigns/draft.ts";
import type { Drawing } from "./canvas.tsx";
import { EntryFields } from "./entryFields.tsx";
import { JourneyState } from "./journeysPage.tsx";
import { changeStep, type Gap, knownConditions, putIn, type StepKind, stepKinds, takeOut } from "./plan.ts";
import { Simulation } from "./simulation.tsx";
import { StepFields } from "./stepFields.tsx";
import { StepList } from "./stepList.tsx";
import { WhyNot } from "./whyNot.tsx";
import { useJourneyWords } from "./words.ts";

const route = getRouteApi("/inside/journeys/$journeyId");
/** Drawn only where there is room, and loaded only then. */
const Canvas = lazy(async () => ({ default: (await import("./canvas.tsx")).Canvas }));

export function JourneyPage() {
  const { journeyId } = route.useParams();
  const { data, error } = useQuery({
    queryKey: ["journeys", journeyId],
    queryFn: () => answered(api.GET("/v1/journeys/{journeyId}", { params: { path: { journeyId } } })),
  });
  if (error !== null) return <RefusalAlert error={error} />;
  return data === undefined ? <Waiting /> : <Editing key={`${data.id} ${data.version}`} journey={data} />;
}

type Change = { status?: "running" | "paused" | "ended"; plan?: Plan; underway?: "stay" | "move" };

function useChange(journeyId: string) {
  const { say } = useSpeech();
  return useMutation({
    mutationFn: ({ plan, ...rest }: Change) =>
      answered(
        api.PATCH("/v1/journeys/{journeyId}", {
          params: { path: { journeyId } },
          body: { ...rest, ...(plan === undefined ? {} : { plan: wirePlan(plan) }) },
        }),
      ),
    onSuccess: async ({ status }, { plan }) => {
      await queries.invalidateQueries({ queryKey: ["journeys"] });
      notifications.show({ message: say(plan === undefined ? `journeys.now.${status}` : "journeys.saved") });
    },
  });
}

function Editing({ journey }: { journey: Journey }) {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const [plan, setPlan] = useState(() => planFrom(journey.plan, knownConditions));
  const [isDirty, setIsDirty] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const change = useChange(journey.id);
  const mayChange = scopes.has("messaging:write") && journey.status !== "ended";
  const edit = (changed: Plan) => {
    setPlan(changed);
    setIsDirty(true);
  };
  return (
    <Page
      title={journey.name}
      hint={say("journeys.version", { version: journey.version })}
      actions={
        <>
          <JourneyState status={journey.status} />
          {mayChange ? <Acts journey={journey} plan={isDirty ? plan : undefined} change={change} /> : null}
        </>
      }
    >
      <RefusalAlert error={change.error} />
      <Entry plan={plan} {...(mayChange ? { onChange: edit } : {})} />
      <Steps
        journeyId={journey.id}
        plan={plan}
        chosen={chosen}
        fault={faultIn(plan, change.error)}
        onChoose={setChosen}
        {...(mayChange ? { onEdit: edit } : {})}
      />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Simulation key={JSON.stringify(plan)} plan={plan} />
        <WhyNot journeyId={journey.id} />
      </SimpleGrid>
    </Page>
  );
}

/** The step that the server has refused, by its place in the plan. */
function faultIn({ steps }: Plan, error: Error | null): string | undefined {
  const place = error instanceof Refusal ? /^plan\.steps\[(\d+)\]/.exec(error.field ?? "")?.[1] : undefined;
  return place === undefined ? undefined : steps[Number(place)]?.id;
}

function Acts({
  journey,
  plan,
  change,
}: {
  journey: Journey;
  /** Undefined: nothing was changed. */
  plan: Plan | undefined;
  change: ReturnType<typeof useChange>;
}) {
  const { say } = useSpeech();
  const { status, name } = journey;
  if (plan !== undefined)
    return <Save isUnderway={status !== "draft"} onSave={(how) => change.mutate({ plan, ...how })} />;
  return (
    <>
      {status === "running" ? (
        <Button variant="default" loading={change.isPending} onClick={() => change.mutate({ status: "paused" })}>
          {say("journeys.pause")}
        </Button>
      ) : (
        <Button loading={change.isPending} onClick={() => change.mutate({ status: "running" })}>
          {say(status === "paused" ? "journeys.resume" : "journeys.start")}
        </Button>
      )}
      {status === "draft" ? null : (
        <Confirming
          label={say("journeys.end")}
          warning={say("journeys.endWarning", { name })}
          act={() => change.mutateAsync({ status: "ended" })}
          afterwards={() => undefined}
        />
      )}
    </>
  );
}

function Save({ isUnderway, onSave }: { isUnderway: boolean; onSave(how: { underway?: "stay" | "move" }): void }) {
  const { say } = useSpeech();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [underway, setUnderway] = useState("stay");
  return (
    <>
      <Button onClick={isUnderway ? open : () => onSave({})}>{say("journeys.save")}</Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={say("journeys.save")}
        closeButtonProps={{ "aria-label": say("dialog.close") }}
      >
        <Stack>
          <Radio.Group label={say("journeys.underway")} value={underway} onChange={setUnderway}>
            <Stack gap="xs" mt="xs">
              <Radio value="stay" label={say("journeys.underway.stay")} />
              <Radio value="move" label={say("journeys.underway.move")} />
            </Stack>
          </Radio.Group>
          <Group justify="flex-end">
            <Button
              onClick={() => {
                close();
                onSave({ underway: underway === "move" ? "move" : "stay" });
              }}
            >
              {say("journeys.save")}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

function Entry({ plan, onChange }: { plan: Plan; onChange?: (plan: Plan) => void }) {
  const { say } = useSpeech();
  const words = useJourneyWords();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <Card withBorder>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={2} size="h4">
            {say("journeys.entry")}
          </Title>
          <Text size="sm">{words.entry(plan.entry)}</Text>
          <Text size="xs" c="dimmed">
            {say(`journeys.reentry.${plan.reentry.kind}`)}
          </Text>
        </div>
        {onChange === undefined ? null : (
          <Button size="xs" variant="light" onClick={open}>
            {say("journeys.changeEntry")}
          </Button>
        )}
      </Group>
      <Modal
        opened={isOpen}
        onClose={close}
        size="lg"
        title={say("journeys.entry")}
        closeButtonProps={{ "aria-label": say("dialog.close") }}
      >
        <Stack>
          {onChange === undefined ? null : <EntryFields plan={plan} onChange={onChange} />}
          <Group justify="flex-end">
            <Button onClick={close}>{say("journeys.done")}</Button>
          </Group>
        </Stack>
      </Modal>
    </Card>
  );
}

type Shown = Pick<Drawing, "plan" | "chosen" | "fault"> & {
  journeyId: string;
  onChoose(stepId: string | undefined): void;
  onEdit?: (plan: Plan) => void;
};

function Steps({ journeyId, plan, chosen, fault, onChoose, onEdit }: Shown) {
  const isWide = useMediaQuery("(min-width: 62em)") ?? true;
  const [gap, setGap] = useState<Gap>();
  const counts = useCounts(journeyId);
  const drawing: Drawing = {
    plan,
    counts,
    chosen,
    fault,
    onChoose,
    onPutIn: onEdit === undefined ? undefined : setGap,
  };
  return (
    <>
      {isWide ? (
        <Suspense fallback={<Skeleton h={480} />}>
          <Canvas {...drawing} />
        </Suspense>
      ) : (
        <StepList {...drawing} />
      )}
      <ChosenStep plan={plan} chosen={chosen} onClose={() => onChoose(undefined)} onEdit={onEdit} />
      {onEdit === undefined ? null : (
        <Palette
          isOpen={gap !== undefined}
          onClose={() => setGap(undefined)}
          onPick={(kind, pointsType) => {
            if (gap !== undefined) onEdit(putIn(plan, gap, { kind, pointsType }));
            setGap(undefined);
          }}
        />
      )}
    </>
  );
}

function useCounts(journeyId: string): Drawing["counts"] {
  const { data } = useQuery({
    queryKey: ["journeys", journeyId, "counts"],
    queryFn: () => answered(api.GET("/v1/journeys/{journeyId}/counts", { params: { path: { journeyId } } })),
  });
  return new Map((data?.steps ?? []).map(({ stepId, waiting, passed }) => [stepId, { waiting, passed }]));
}

function ChosenStep({
  plan,
  chosen,
  onClose,
  onEdit,
}: {
  plan: Plan;
  chosen: string | undefined;
  onClose(): void;
  onEdit: ((plan: Plan) => void) | undefined;
}) {
  const { say } = useSpeech();
  const words = useJourneyWords();
  const step = plan.steps.find(({ id }) => id === chosen);
  return (
    <Modal
      opened={step !== undefined}
      onClose={onClose}
      size="lg"
      title={step === undefined ? "" : say(`journeys.kind.${step.kind}`)}
      closeButtonProps={{ "aria-label": say("dialog.close") }}
    >
      {step === undefined ? null : (
        <Stack>
          {onEdit === undefined ? (
            <Text size="sm">{words.step(step)}</Text>
          ) : (
            <StepFields
              key={step.id}
              step={step}
              isKeyed={plan.keyedBy !== null}
              onChange={(changed) => onEdit(changeStep(plan, changed))}
            />
          )}
          <Group justify="space-between">
            {onEdit === undefined || plan.steps.length === 1 ? (
              <span />
            ) : (
              <Button
                variant="subtle"
                color="red"
                onClick={() => {
                  onEdit(takeOut(plan, step.id));
                  onClose();
                }}
              >
                {say("journeys.takeOut")}
              </Button>
            )}
            <Button onClick={onClose}>{say("journeys.done")}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

function Palette({
  isOpen,
  onClose,
  onPick,
}: {
  isOpen: boolean;
  onClose(): void;
  onPick(kind: StepKind, pointsType: string): void;
}) {
  const { say } = useSpeech();
  const pointsType = usePointsTypes()[0]?.value ?? "points";
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={say("journeys.putIn")}
      closeButtonProps={{ "aria-label": say("dialog.close") }}
    >
      <SimpleGrid cols={2} spacing="xs">
        {stepKinds.map((kind) => (
          <Button key={kind} variant="default" onClick={() => onPick(kind, pointsType)}>
            {say(`journeys.kind.${kind}`)}
          </Button>
        ))}
      </SimpleGrid>
    </Modal>
  );
}
