// It is done: what came of it, a minute to take it back, and on to the next.
import { type UndoReason, undoReasons } from "@fedele/sdk/schemas/checkout.ts";
import { Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { IconCheck, IconCloudOff } from "@tabler/icons-react";
import { useSpeech } from "../../language.ts";
import { NewCard } from "./newCard.tsx";
import { undoPurchase } from "./selling.ts";
import type { Sold } from "./stages.ts";
import { usePointsTypes } from "./standing.ts";
import { useTill } from "./till.ts";
import { Undo, useUndo } from "./undo.tsx";

type Finished = { readonly sold: Sold; onNext(): void };

export function Done({ sold, onNext }: Finished) {
  const { say, money } = useSpeech();
  const till = useTill();
  const { tenant, isTraining } = till;
  const { customer, receipt, amountMinor, isWaiting, checkout, doneAt } = sold;
  const undo = useUndo<UndoReason>({
    doneAt,
    memberId: customer.id,
    act: (reason) => undoPurchase(till, sold, reason),
  });
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
          {checkout === undefined || undo.isDone ? null : <Checkout checkout={checkout} />}
          <Text c="dimmed" size="sm">
            {say("till.receiptNumber", { receipt })} {say("till.notFiscal")}
          </Text>
        </Stack>
      </Card>
      {customer.card === undefined || isTraining ? null : <NewCard customer={customer} card={customer.card} />}
      <Button size="xl" h={72} onClick={onNext} autoFocus>
        {say("till.next")}
      </Button>
      {isTraining || isWaiting || undo.isDone ? null : <Undo undo={undo} reasons={undoReasons} />}
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

/** What was used, and what is left to pay in money. */
function Checkout({ checkout: { used, toPayMinor } }: { checkout: NonNullable<Sold["checkout"]> }) {
  const { say, money } = useSpeech();
  const { tenant } = useTill();
  return (
    <>
      {used.map(({ name, amountMinor }) => (
        <Text key={name} className="figures">
          {name}: {money(-amountMinor, tenant.currency)}
        </Text>
      ))}
      <Text fw={700} size="lg" className="figures">
        {say("till.toPay")}: {money(toPayMinor, tenant.currency)}
      </Text>
    </>
  );
}
