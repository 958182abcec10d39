// A reward was handed over: what, to whom, and a minute to take it back.
import { Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { IconGift } from "@tabler/icons-react";
import { useSpeech } from "../../language.ts";
import { type TakeBackReason, takeBack, takeBackReasons } from "./giving.ts";
import type { Given } from "./stages.ts";
import { useTill } from "./till.ts";
import { Undo, useUndo } from "./undo.tsx";

export function GivenReward({ given, onNext }: { given: Given; onNext(): void }) {
  const { say } = useSpeech();
  const till = useTill();
  const { customer, name, doneAt } = given;
  const undo = useUndo<TakeBackReason>({
    doneAt,
    memberId: customer.id,
    act: (reason) => takeBack(till, given, reason),
  });
  return (
    <Stack maw={640} mx="auto">
      <Card withBorder padding="lg" component="section" aria-label={say("till.done")}>
        <Stack gap="xs">
          <Group gap="sm" role="status">
            <IconGift size={36} aria-hidden />
            <Title order={1} size="h2">
              {say(undo.isDone ? "till.undone" : "till.given")}
            </Title>
          </Group>
          {till.isTraining ? <Text>{say("till.trainingDone")}</Text> : null}
          <Text size="lg">{say("till.givenTo", { name, customer: customer.shownName ?? customer.typed })}</Text>
        </Stack>
      </Card>
      <Button size="xl" h={72} onClick={onNext} autoFocus>
        {say("till.next")}
      </Button>
      {till.isTraining || undo.isDone ? null : <Undo undo={undo} reasons={takeBackReasons} />}
    </Stack>
  );
}
