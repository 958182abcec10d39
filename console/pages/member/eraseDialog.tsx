// Everything personal of a member is destroyed for good: why, who gets the points, and the name typed by hand.
import { answered } from "@fedele/sdk/browser.ts";
import { erasureReasons } from "@fedele/sdk/schemas/erasure.ts";
import type { Member } from "@fedele/sdk/schemas/member.ts";
import type { ListedMember } from "@fedele/sdk/schemas/memberTable.ts";
import { Alert, Button, List, Modal, Select, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { memberName } from "../../parts/member.tsx";
import { MemberPicker } from "../../parts/memberPicker.tsx";
import { isNameTyped, NameTyped } from "../../parts/nameTyped.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { memberChanged } from "./memberQueries.ts";

export function EraseDialog({ member, onClose }: { member: Member; onClose(): void }) {
  const { say } = useSpeech();
  const [reason, setReason] = useState<(typeof erasureReasons)[number]>("requested");
  const [heir, setHeir] = useState<ListedMember>();
  const [typed, setTyped] = useState("");
  const name = memberName(member, say);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      answered(
        api.POST("/v1/members/{memberId}/erasure", {
          params: { path: { memberId: member.id } },
          body: { reason, ...(heir === undefined ? {} : { heirId: heir.id }) },
        }),
      ),
    onSuccess: async () => {
      await memberChanged();
      notifications.show({ message: say("erase.done") });
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={say("erase.title")}
      closeButtonProps={{ "aria-label": say("dialog.close") }}
    >
      <Stack>
        <Alert color="red" title={say("erase.forGood")}>
          <List size="sm" spacing={4}>
            <List.Item>{say("erase.personal")}</List.Item>
            <List.Item>{say("erase.points")}</List.Item>
            <List.Item>{say("erase.kept")}</List.Item>
          </List>
        </Alert>
        <Select
          label={say("erase.reason")}
          data={erasureReasons.map((value) => ({ value, label: say(`erase.${value}`) }))}
          value={reason}
          onChange={(chosen) => setReason(erasureReasons.find((one) => one === chosen) ?? "requested")}
          allowDeselect={false}
        />
        <MemberPicker label={say("erase.heir")} chosen={heir} onChoose={setHeir} except={member.id} />
        <NameTyped name={name} typed={typed} onType={setTyped} />
        <RefusalAlert error={error} />
        <Button color="red" loading={isPending} disabled={!isNameTyped(name, typed)} onClick={() => mutate()}>
          {say("erase.now")}
        </Button>
      </Stack>
    </Modal>
  );
}
