// Two memberships of one person become one: who the other is, and what will happen.
import { answered } from "@fedele/sdk/browser.ts";
import type { Member } from "@fedele/sdk/schemas/member.ts";
import type { ListedMember } from "@fedele/sdk/schemas/memberTable.ts";
import { Alert, Button, List, Modal, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { memberName } from "../../parts/member.tsx";
import { MemberPicker } from "../../parts/memberPicker.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { memberChanged, usePointsName } from "./memberQueries.ts";

const consequences = [
  "merge.identities",
  "merge.points",
  "merge.tier",
  "merge.consents",
  "merge.rewards",
  "merge.undo",
] as const;

export function MergeDialog({ member, onClose }: { member: Member; onClose(): void }) {
  const { say } = useSpeech();
  const [other, setOther] = useState<ListedMember>();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (fromId: string) =>
      answered(
        api.POST("/v1/members/{memberId}/merges", { params: { path: { memberId: member.id } }, body: { fromId } }),
      ),
    onSuccess: async () => {
      await memberChanged();
      notifications.show({ message: say("merge.done") });
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={say("merge.title")}
      closeButtonProps={{ "aria-label": say("dialog.close") }}
    >
      <Stack>
        <Text size="sm">{say("merge.hint", { name: memberName(member, say) })}</Text>
        <MemberPicker label={say("merge.other")} chosen={other} onChoose={setOther} except={member.id} />
        {other === undefined ? null : <Consequences other={other} name={memberName(member, say)} />}
        <RefusalAlert error={error} />
        <Button
          loading={isPending}
          disabled={other === undefined}
          onClick={() => (other === undefined ? undefined : mutate(other.id))}
        >
          {say("merge.now")}
        </Button>
      </Stack>
    </Modal>
  );
}

function Consequences({ other, name }: { other: ListedMember; name: string }) {
  const { say, number } = useSpeech();
  const pointsName = usePointsName();
  const points = (other.balances ?? []).map(({ pointsType, total }) => `${number(total)} ${pointsName(pointsType)}`);
  return (
    <Alert color="yellow" title={say("merge.ends", { other: memberName(other, say) })}>
      <List size="sm" spacing={4}>
        {consequences.map((key) => (
          <List.Item key={key}>{say(key, { name, points: points.length === 0 ? "0" : points.join(", ") })}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
