// Points by hand, with a reason that the member may read. Above a limit a second person has to approve.
import { answered } from "@fedele/sdk/browser.ts";
import type { Member } from "@fedele/sdk/schemas/member.ts";
import { Button, Modal, NumberInput, SegmentedControl, Select, Stack, Text, TextInput } from "@mantine/core";
import { type UseFormReturnType, useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { memberName } from "../../parts/member.tsx";
import { useRequestKey } from "../../parts/requestKey.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { memberChanged, usePointsTypes } from "./memberQueries.ts";

type Values = { direction: string; points: number | string; pointsType: string; reason: string };

export function AdjustDialog({ member, onClose }: { member: Member; onClose(): void }) {
  const { say, number } = useSpeech();
  const types = usePointsTypes().data?.items ?? [];
  const [first] = types;
  const { keyFor, forget } = useRequestKey();
  const initialValues: Values = { direction: "give", points: "", pointsType: "", reason: "" };
  const form = useForm({
    initialValues,
    validate: {
      points: (points) => (Number(points) >= 1 ? null : say("adjust.pointsMissing")),
      reason: (reason) => (reason.trim() === "" ? say("adjust.reasonMissing") : null),
    },
  });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: ({ direction, points, pointsType, reason }) => {
      const sign = direction === "take" ? -1 : 1;
      const chosen = pointsType === "" ? (first?.code ?? "") : pointsType;
      const body = { pointsType: chosen, points: sign * Number(points), reason: reason.trim() };
      const params = { path: { memberId: member.id }, header: keyFor(body) };
      return answered(api.POST("/v1/members/{memberId}/adjustments", { params, body }));
    },
    afterwards: async (made) => {
      forget();
      await memberChanged();
      // What waits for a second person has a state of its own; what is booked has none.
      const text = "status" in made ? "adjust.waits" : "adjust.done";
      notifications.show({ message: say(text, { points: number(Math.abs(made.points)) }) });
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={say("adjust.title")}
      closeButtonProps={{ "aria-label": say("dialog.close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">{memberName(member, say)}</Text>
          <Fields form={form} types={types} />
          <RefusalAlert error={refusal} />
          <Button type="submit" loading={isSending}>
            {say(form.values.direction === "take" ? "adjust.takeNow" : "adjust.giveNow")}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

type PointsTypes = readonly { readonly code: string; readonly name: string }[];

function Fields({ form, types }: { form: UseFormReturnType<Values>; types: PointsTypes }) {
  const { say } = useSpeech();
  const [first] = types;
  return (
    <>
      <SegmentedControl
        aria-label={say("adjust.direction")}
        data={[
          { value: "give", label: say("adjust.give") },
          { value: "take", label: say("adjust.take") },
        ]}
        {...form.getInputProps("direction")}
      />
      {types.length > 1 ? (
        <Select
          label={say("ledger.pointsType")}
          data={types.map(({ code, name }) => ({ value: code, label: name }))}
          allowDeselect={false}
          {...form.getInputProps("pointsType")}
          value={form.values.pointsType === "" ? (first?.code ?? null) : form.values.pointsType}
        />
      ) : null}
      <NumberInput
        label={say("members.points")}
        min={1}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        data-autofocus
        {...form.getInputProps("points")}
      />
      <TextInput
        label={say("adjust.reason")}
        description={say("adjust.reasonHint")}
        {...form.getInputProps("reason")}
      />
    </>
  );
}
