// Before something is done that cannot be taken back: what will happen, and a button that says so.
import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useSpeech } from "../language.ts";
import { RefusalAlert } from "./states.tsx";

type Confirming = {
  /** The button's text, and what the dialog is about. */
  readonly label: string;
  /** What will happen, in a sentence or two. */
  readonly warning: string;
  /** Where it is for good: what has to be typed first. */
  readonly typed?: string;
  readonly act: () => Promise<unknown>;
  readonly afterwards: () => unknown;
  readonly isSmall?: true;
};

export function Confirming({ label, warning, typed, act, afterwards, isSmall }: Confirming) {
  const { say } = useSpeech();
  const [isOpen, setIsOpen] = useState(false);
  const [written, setWritten] = useState("");
  const close = () => {
    setIsOpen(false);
    setWritten("");
    reset();
  };
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: act,
    onSuccess: () => {
      close();
      return afterwards();
    },
  });
  return (
    <>
      <Button variant="light" color="red" {...(isSmall ? { size: "xs" } : {})} onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={close} title={label} closeButtonProps={{ "aria-label": say("list.close") }}>
        <Stack>
          <Text size="sm">{warning}</Text>
          {typed === undefined ? null : (
            <TextInput
              label={say("list.typeToConfirm", { text: typed })}
              value={written}
              onChange={(event) => setWritten(event.currentTarget.value)}
            />
          )}
          <RefusalAlert error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {say("list.cancel")}
            </Button>
            <Button
              color="red.9"
              loading={isPending}
              disabled={typed !== undefined && written.trim() !== typed}
              onClick={() => mutate()}
            >
              {label}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
