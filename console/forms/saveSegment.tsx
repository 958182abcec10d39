// Conditions kept under a name, for the table of members, for campaigns and for programs.
import type { ConditionGroup } from "@fedele/core/conditions.ts";
import { answered } from "@fedele/sdk/browser.ts";
import { Button, Modal, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { api } from "../api.ts";
import { useSpeech } from "../language.ts";
import { wireOf } from "../parts/conditions/draft.ts";
import { ConditionSentence } from "../parts/conditions/sentence.tsx";
import { RefusalAlert } from "../parts/states.tsx";
import { useSubmit } from "../parts/submitting.ts";
import { queries } from "../queries.ts";

const CODE_CHARS_MAX = 40;

type Saving = { readonly isOpen: boolean; onClose(): void; readonly conditions: ConditionGroup };

export function SaveSegmentForm({ isOpen, onClose, conditions }: Saving) {
  const { say } = useSpeech();
  const form = useForm({ mode: "uncontrolled", initialValues: { name: "" } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: ({ name }) => {
      const body = { code: codeOf(name), name: name.trim(), conditions: wireOf(conditions) };
      return answered(api.POST("/v1/segments", { body }));
    },
    fieldOf: (path) => (path === "code" ? "name" : path),
    afterwards: async ({ name }) => {
      await queries.invalidateQueries({ queryKey: ["segments"] });
      notifications.show({ message: say("segments.saved", { name }) });
      form.reset();
      onClose();
    },
  });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={say("segments.save")}
      closeButtonProps={{ "aria-label": say("dialog.close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <ConditionSentence group={conditions} />
          <TextInput
            label={say("segments.name")}
            required
            data-autofocus
            maxLength={100}
            key={form.key("name")}
            {...form.getInputProps("name")}
          />
          <RefusalAlert error={refusal} />
          <Button type="submit" loading={isSending}>
            {say("segments.save")}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

/** The code that programs name it by: "Věrní zákazníci" becomes "verni-zakaznici". */
function codeOf(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  return plain.slice(0, CODE_CHARS_MAX).replace(/-+$/, "") || "segment";
}
