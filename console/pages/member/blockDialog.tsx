// A member is kept from something for a while, and let again.
import { blockSteps } from "@fedele/core/rights.ts";
import { answered, done } from "@fedele/sdk/browser.ts";
import type { Member } from "@fedele/sdk/schemas/member.ts";
import { Button, Group, Modal, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { memberName } from "../../parts/member.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { memberChanged } from "./memberQueries.ts";

type Dialog = { readonly member: Member; onClose(): void };

export function BlockDialog({ member, onClose }: Dialog) {
  const { say } = useSpeech();
  const form = useForm({ initialValues: { step: "earn_only", reason: "" } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: ({ step, reason }) =>
      answered(
        api.PUT("/v1/members/{memberId}/block", {
          params: { path: { memberId: member.id } },
          body: {
            step: blockSteps.find((one) => one === step) ?? "earn_only",
            ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
          },
        }),
      ),
    afterwards: async () => {
      await memberChanged();
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={say("block.title")} closeButtonProps={{ "aria-label": say("dialog.close") }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Radio.Group label={say("block.step", { name: memberName(member, say) })} {...form.getInputProps("step")}>
            <Stack gap="xs" mt="xs">
              {blockSteps.map((step) => (
                <Radio key={step} value={step} label={say(`block.${step}`)} description={say(`block.${step}_hint`)} />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput
            label={say("block.reason")}
            description={say("block.reasonHint")}
            {...form.getInputProps("reason")}
          />
          <RefusalAlert error={refusal} />
          <Button type="submit" color="red" loading={isSending}>
            {say("block.title")}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

export function UnblockDialog({ member, onClose }: Dialog) {
  const { say } = useSpeech();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => done(api.DELETE("/v1/members/{memberId}/block", { params: { path: { memberId: member.id } } })),
    onSuccess: async () => {
      await memberChanged();
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={say("block.lift")} closeButtonProps={{ "aria-label": say("dialog.close") }}>
      <Stack>
        <Text size="sm">{say("block.liftHint", { name: memberName(member, say) })}</Text>
        <RefusalAlert error={error} />
        <Group>
          <Button loading={isPending} onClick={() => mutate()} data-autofocus>
            {say("block.lift")}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say("dialog.cancel")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
