// It is done: what came of it, a minute to take it back, and on to the next.
import { Button, Card, Group, Radio, Stack, Text, Title } from "@mantine/core";
import { useInterval } from "@mantine/hooks";
import { IconArrowBackUp, IconCheck, IconCloudOff } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useSpeech } from "../../language.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { queries } from "../../queries.ts";
import { NewCard } from "./newCard.tsx";
import { type UndoReason, undoPurchase, undoReasons } from "./selling.ts";
import type { Sold } from "./stages.ts";
import { usePointsTypes } from "./standing.ts";
import { type Till, useTill } from "./till.ts";

const UNDO_SECONDS = 60;

type Finished = { readonly sold: Sold; onNext(): void };

export function Done({ sold, onNext }: Finished) {
  const { say, money } = useSpeech();
  const { tenant, isTraining } = useTill();
  const { customer, receipt, amountMinor, isWaiting } = sold;
  const undo = useUndo(sold);
  const came = isWaiting ? "till.kept" : "till.done";
  return (
    <Stack maw={640} mx="auto">
      <Card withBorder padding="lg" component="section" aria-label={say("till.done")}>
        <Stack gap="xs">
          <Group gap="sm" role="status">
            {isWaiting ? <IconCloudOff size={36} aria-hidden /> : <IconCheck size={36} aria-hidden />}
            <Title order={1} size="h2">
              {say(undo.isDone ? "till.undone" : came)}
            </Title>
          </Group>
          {isTraining ? <Text>{say("till.trainingDone")}</Text> : null}
          {isWaiting ? <Text>{say("till.keptHint")}</Text> : null}
          {undo.isDone ? null : <Points sold={sold} />}
          <Text>{say("till.paid", { amount: money(amountMinor, tenant.currency) })}</Text>
          <Text c="dimmed" size="sm">
            {say("till.receiptNumber", { receipt })} {say("till.notFiscal")}
          </Text>
        </Stack>
      </Card>
      {customer.card === undefined || isTraining ? null : <NewCard card={customer.card} />}
      <Button size="xl" h={72} onClick={onNext} autoFocus>
        {say("till.next")}
      </Button>
      {isTraining || isWaiting || undo.isDone ? null : <Undo undo={undo} />}
    </Stack>
  );
}

function Points({ sold: { earned, customer } }: { sold: Sold }) {
  const { say, number } = useSpeech();
  const types = usePointsTypes();
  return earned.map(({ pointsType, points, total }) => (
    <Stack key={pointsType} gap={0}>
      <Text size="xl" fw={700} className="figures">
        +{number(points)} {types.get(pointsType)?.name}
      </Text>
      {total === undefined ? null : (
        <Text>{say("till.nowHas", { name: customer.shownName ?? customer.typed, points: total })}</Text>
      )}
    </Stack>
  ));
}

function useUndo(sold: Sold) {
  const till: Till = useTill();
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 1_000, { autoInvoke: true });
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: (reason: UndoReason) => undoPurchase(till, sold, reason),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["members", sold.customer.id] }),
  });
  const secondsLeft = Math.max(0, UNDO_SECONDS - Math.floor((now - sold.doneAt) / 1_000));
  return { undo: mutate, isPending, isDone: isSuccess, error, secondsLeft };
}

/** For whoever mistyped. Later it is a return, with goods that come back. */
function Undo({ undo }: { undo: ReturnType<typeof useUndo> }) {
  const { say } = useSpeech();
  const [reason, setReason] = useState<UndoReason | null>(null);
  const [isAsking, setAsking] = useState(false);
  const { secondsLeft, isPending, error } = undo;
  if (secondsLeft === 0 && !isPending) return null;
  if (!isAsking) {
    return (
      <Button h={48} variant="default" leftSection={<IconArrowBackUp aria-hidden />} onClick={() => setAsking(true)}>
        {say("till.undo", { seconds: secondsLeft })}
      </Button>
    );
  }
  return (
    <Card withBorder>
      <Stack>
        <Radio.Group
          label={say("till.undoWhy")}
          value={reason}
          onChange={(value) => setReason(undoReasons.find((one) => one === value) ?? null)}
        >
          <Stack gap="xs" mt="xs">
            {undoReasons.map((one) => (
              <Radio key={one} size="lg" value={one} label={say(`till.undo.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <RefusalAlert error={error} />
        <Button
          h={48}
          color="red.8"
          loading={isPending}
          disabled={reason === null}
          onClick={() => {
            if (reason !== null) undo.undo(reason);
          }}
        >
          {say("till.undo", { seconds: secondsLeft })}
        </Button>
      </Stack>
    </Card>
  );
}
