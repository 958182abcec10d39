// A minute to take back what was done by a slip of the hand, with the reason for whoever reads it later.

import type { UndoReason } from "@fedele/sdk/schemas/checkout.ts";
import { Button, Card, Radio, Stack } from "@mantine/core";
import { useInterval } from "@mantine/hooks";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useSpeech } from "../../language.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { queries } from "../../queries.ts";
import type { TakeBackReason } from "./giving.ts";

const UNDO_SECONDS = 60;

type Reason = UndoReason | TakeBackReason;
type Undoing<R extends Reason> = {
  readonly doneAt: number;
  readonly memberId: string | undefined;
  act(reason: R): Promise<void>;
};

export function useUndo<R extends Reason>({ doneAt, memberId, act }: Undoing<R>) {
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 1_000, { autoInvoke: true });
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["members", memberId] }),
  });
  const secondsLeft = Math.max(0, UNDO_SECONDS - Math.floor((now - doneAt) / 1_000));
  return { undo: mutate, isPending, isDone: isSuccess, error, secondsLeft };
}

type Asked<R extends Reason> = { readonly undo: ReturnType<typeof useUndo<R>>; readonly reasons: readonly R[] };

/** For whoever mistyped. Later it is a return, with goods that come back. */
export function Undo<R extends Reason>({ undo, reasons }: Asked<R>) {
  const { say } = useSpeech();
  const [reason, setReason] = useState<R | null>(null);
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
          onChange={(value) => setReason(reasons.find((one) => one === value) ?? null)}
        >
          <Stack gap="xs" mt="xs">
            {reasons.map((one) => (
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
