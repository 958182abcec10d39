// Who was merged into the member, and the way to make two of them again.
import { answered } from "@fedele/sdk/browser.ts";
import type { Merge } from "@fedele/sdk/schemas/merge.ts";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { FactCard } from "../../parts/factCard.tsx";
import { MemberLink } from "../../parts/member.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSession } from "../../session.ts";
import { memberChanged, useMerges } from "./memberQueries.ts";

export function Merges({ memberId, isWritable }: { memberId: string; isWritable: boolean }) {
  const { say } = useSpeech();
  const { data, error } = useMerges(memberId);
  if (error === null && (data === undefined || data.items.length === 0)) return null;
  return (
    <FactCard title={say("merges.title")}>
      <RefusalAlert error={error} />
      <Stack gap="xs">
        {data?.items.map((merge) => (
          <MergeRow key={`${merge.fromId} ${merge.mergedAt}`} merge={merge} isWritable={isWritable} />
        ))}
      </Stack>
    </FactCard>
  );
}

function MergeRow({ merge, isWritable }: { merge: Merge; isWritable: boolean }) {
  const { say, day } = useSpeech();
  const { tenant } = useSession();
  const [isOpen, { open, close }] = useDisclosure(false);
  const { fromId, mergedAt, reversedAt } = merge;
  const isUndone = reversedAt !== undefined;
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Text size="sm">
        <MemberLink memberId={fromId}>{say("merges.on", { day: day(mergedAt, tenant.timezone) })}</MemberLink>
        {isUndone ? ` · ${say("merges.undone", { day: day(reversedAt, tenant.timezone) })}` : ""}
      </Text>
      {isWritable && !isUndone ? (
        <Button size="compact-sm" variant="subtle" onClick={open}>
          {say("merges.undo")}
        </Button>
      ) : null}
      {isOpen ? <UndoDialog merge={merge} onClose={close} /> : null}
    </Group>
  );
}

function UndoDialog({ merge, onClose }: { merge: Merge; onClose(): void }) {
  const { say } = useSpeech();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      answered(
        api.POST("/v1/members/{memberId}/merges/{fromId}/reversal", {
          params: { path: { memberId: merge.memberId, fromId: merge.fromId } },
        }),
      ),
    onSuccess: async () => {
      await memberChanged();
      notifications.show({ message: say("merges.undoneNow") });
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={say("merges.undoTitle")}
      closeButtonProps={{ "aria-label": say("dialog.close") }}
    >
      <Stack>
        <Text size="sm">{say("merges.undoHint")}</Text>
        <Text size="sm">{say("merges.undoLimits")}</Text>
        <RefusalAlert error={error} />
        <Group>
          <Button loading={isPending} onClick={() => mutate()}>
            {say("merges.undoTitle")}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say("dialog.cancel")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
