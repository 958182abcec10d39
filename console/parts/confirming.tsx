// Before something is done that cannot be taken back: what will happen, and a button that says so.
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useSpeech } from "../language.ts";
import { isNameTyped, NameTyped } from "./nameTyped.tsx";
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
      <Modal opened={isOpen} onClose={close} title={label} closeButtonProps={{ "aria-label": say("dialog.close") }}>
        <Stack>
          <Text size="sm">{warning}</Text>
          {typed === undefined ? null : <NameTyped name={typed} typed={written} onType={setWritten} />}
          <RefusalAlert error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {say("dialog.cancel")}
            </Button>
            <Button
              color="red.9"
              loading={isPending}
              disabled={typed !== undefined && !isNameTyped(typed, written)}
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
