// Who looks after a child: members themselves.
import { answered, done } from "@fedele/sdk/browser.ts";
import type { ListedMember } from "@fedele/sdk/schemas/memberTable.ts";
import { ActionIcon, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconX } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { FactCard } from "../../parts/factCard.tsx";
import { MemberLink, memberName } from "../../parts/member.tsx";
import { MemberPicker } from "../../parts/memberPicker.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { memberChanged, memberQuery, useGuardians } from "./memberQueries.ts";

export function Guardians({ memberId, isWritable }: { memberId: string; isWritable: boolean }) {
  const { say } = useSpeech();
  const { data, error } = useGuardians(memberId);
  const [isOpen, { open, close }] = useDisclosure(false);
  const add = (
    <Button size="compact-sm" variant="subtle" onClick={open}>
      {say("guardians.add")}
    </Button>
  );
  return (
    <FactCard title={say("guardians.title")} action={isWritable ? add : null}>
      <RefusalAlert error={error} />
      {data?.items.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say("guardians.none")}
        </Text>
      ) : null}
      <Stack gap="xs">
        {data?.items.map((guardian) => (
          <Guardian key={guardian.memberId} childId={memberId} guardianId={guardian.memberId} isWritable={isWritable} />
        ))}
      </Stack>
      {isOpen ? <GuardianForm childId={memberId} onClose={close} /> : null}
    </FactCard>
  );
}

type Pair = { readonly childId: string; readonly guardianId: string; readonly isWritable: boolean };

function Guardian({ childId, guardianId, isWritable }: Pair) {
  const { say } = useSpeech();
  const { data: guardian } = useQuery(memberQuery(guardianId));
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      done(
        api.DELETE("/v1/members/{memberId}/guardians/{guardianId}", {
          params: { path: { memberId: childId, guardianId } },
        }),
      ),
    onSuccess: memberChanged,
  });
  const name = guardian === undefined ? "…" : memberName(guardian, say);
  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          <MemberLink memberId={guardianId}>{name}</MemberLink>
        </Text>
        {isWritable ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            loading={isPending}
            aria-label={say("guardians.remove", { name })}
            onClick={() => mutate()}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        ) : null}
      </Group>
      <RefusalAlert error={error} />
    </>
  );
}

function GuardianForm({ childId, onClose }: { childId: string; onClose(): void }) {
  const { say } = useSpeech();
  const [chosen, setChosen] = useState<ListedMember>();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (guardianId: string) =>
      answered(
        api.PUT("/v1/members/{memberId}/guardians/{guardianId}", {
          params: { path: { memberId: childId, guardianId } },
        }),
      ),
    onSuccess: async () => {
      await memberChanged();
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={say("guardians.add")}
      closeButtonProps={{ "aria-label": say("dialog.close") }}
    >
      <Stack>
        <MemberPicker label={say("members.search")} chosen={chosen} onChoose={setChosen} except={childId} />
        <RefusalAlert error={error} />
        <Button
          loading={isPending}
          disabled={chosen === undefined}
          onClick={() => (chosen === undefined ? undefined : mutate(chosen.id))}
        >
          {say("guardians.add")}
        </Button>
      </Stack>
    </Modal>
  );
}
