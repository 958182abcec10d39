// This device is no till any more: asked twice, and never while something waits on it.
import { Button, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useSpeech } from "../../language.ts";
import { forgetDevice } from "./deviceStore.ts";
import type { Queue } from "./sync.ts";
import { useTill } from "./till.ts";

type Leaving = { readonly queue: Queue; onClose(): void; onLeft(): void };

export function LeaveDevice({ queue, onClose, onLeft }: Leaving) {
  const { say } = useSpeech();
  const { name } = useTill();
  const [typed, setTyped] = useState("");
  const waits = queue.waiting + queue.refused.length;
  return (
    <Modal opened onClose={onClose} title={say("till.leave")} closeButtonProps={{ "aria-label": say("till.close") }}>
      <Stack>
        {waits > 0 ? (
          <Text>{say("till.leaveWaits", { count: waits })}</Text>
        ) : (
          <>
            <Text>{say("till.leaveHint")}</Text>
            <TextInput
              size="md"
              label={say("till.leaveType", { name })}
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <Button
              h={48}
              color="red.8"
              disabled={typed.trim() !== name}
              onClick={async () => {
                await forgetDevice();
                onLeft();
                location.assign("/till");
              }}
            >
              {say("till.leave")}
            </Button>
          </>
        )}
      </Stack>
    </Modal>
  );
}
