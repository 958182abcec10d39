// Points by hand that wait: whoever asked for them cannot be the one who approves.
import { answered } from "@fedele/sdk/browser.ts";
import type { PendingAdjustment } from "@fedele/sdk/schemas/pendingAdjustment.ts";
import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { IconHourglass } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { useSession } from "../../session.ts";
import { memberChanged, usePending, usePointsName, useStaffName } from "./memberQueries.ts";

export function PendingAdjustments({ memberId }: { memberId: string }) {
  const { data } = usePending(memberId);
  if (data === undefined || data.length === 0) return null;
  return (
    <Stack gap="xs">
      {data.map((one) => (
        <Waits key={one.id} pending={one} />
      ))}
    </Stack>
  );
}

function Waits({ pending }: { pending: PendingAdjustment }) {
  const { say, number, moment } = useSpeech();
  const { tenant, staff, scopes } = useSession();
  const nameOf = usePointsName();
  const staffName = useStaffName();
  const { points, pointsType, reason, askedBy, expiresAt } = pending;
  return (
    <Alert color="yellow" icon={<IconHourglass aria-hidden />} title={say("pending.title")}>
      <Text size="sm">
        {`${points > 0 ? "+" : "−"}${number(Math.abs(points))} ${nameOf(pointsType)} · ${reason ?? ""}`}
      </Text>
      <Text size="sm">
        {say("pending.asked", { who: staffName(askedBy), until: moment(expiresAt, tenant.timezone) })}
      </Text>
      {scopes.has("adjustments:write") && askedBy !== staff.id ? <Decision pending={pending} /> : null}
      {askedBy === staff.id ? <Text size="sm">{say("pending.own")}</Text> : null}
    </Alert>
  );
}

function Decision({ pending }: { pending: PendingAdjustment }) {
  const { say } = useSpeech();
  const [isRefusing, { open }] = useDisclosure(false);
  const path = { memberId: pending.memberId, pendingId: pending.id };
  const approval = useMutation({
    mutationFn: () =>
      answered(api.POST("/v1/members/{memberId}/pending-adjustments/{pendingId}/approval", { params: { path } })),
    onSuccess: memberChanged,
  });
  const form = useForm({ mode: "uncontrolled", initialValues: { reason: "" } });
  const refusing = useSubmit(form, {
    send: (body) =>
      answered(api.POST("/v1/members/{memberId}/pending-adjustments/{pendingId}/refusal", { params: { path }, body })),
    afterwards: memberChanged,
  });
  return (
    <Stack gap="xs" mt="xs">
      <RefusalAlert error={approval.error ?? refusing.refusal} />
      {isRefusing ? (
        <form onSubmit={refusing.submit} noValidate>
          <Group align="flex-end" gap="xs">
            <TextInput
              label={say("pending.refusalReason")}
              key={form.key("reason")}
              {...form.getInputProps("reason")}
              flex={1}
            />
            <Button type="submit" color="red" loading={refusing.isSending}>
              {say("pending.refuse")}
            </Button>
          </Group>
        </form>
      ) : (
        <Group gap="xs">
          <Button size="compact-sm" loading={approval.isPending} onClick={() => approval.mutate()}>
            {say("pending.approve")}
          </Button>
          <Button size="compact-sm" variant="default" onClick={open}>
            {say("pending.refuse")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
