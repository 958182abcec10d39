// What stands above the business and what directly below it.
import { answered } from "@fedele/sdk/browser.ts";
import type { Business } from "@fedele/sdk/schemas/business.ts";
import type { ListedMember } from "@fedele/sdk/schemas/memberTable.ts";
import { Box, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { FactCard } from "../../parts/factCard.tsx";
import { memberName } from "../../parts/member.tsx";
import { MemberPicker } from "../../parts/memberPicker.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { memberChanged, memberQuery } from "../member/memberQueries.ts";
import { BusinessLink } from "./businessLink.tsx";

const INDENT = 16;

type Placed = { readonly business: Business; readonly name: string; readonly isWritable: boolean };

export function Hierarchy({ business, name, isWritable }: Placed) {
  const { say } = useSpeech();
  const [isOpen, { open, close }] = useDisclosure(false);
  const { above, subsidiaries } = business;
  const fromTop = above.toReversed();
  const edit = (
    <Button size="compact-sm" variant="subtle" onClick={open}>
      {say("member.edit")}
    </Button>
  );
  return (
    <FactCard title={say("businesses.hierarchy")} action={isWritable ? edit : null}>
      <Stack gap={4}>
        {fromTop.map((id, depth) => (
          <Box key={id} pl={depth * INDENT}>
            <Named memberId={id} />
          </Box>
        ))}
        <Text size="sm" fw={700} pl={fromTop.length * INDENT}>
          {name}
        </Text>
        {subsidiaries.map((id) => (
          <Box key={id} pl={(fromTop.length + 1) * INDENT}>
            <Named memberId={id} />
          </Box>
        ))}
        {above.length + subsidiaries.length === 0 ? (
          <Text size="sm" c="dimmed">
            {say("businesses.alone")}
          </Text>
        ) : null}
      </Stack>
      {isOpen ? <ParentForm business={business} onClose={close} /> : null}
    </FactCard>
  );
}

function Named({ memberId }: { memberId: string }) {
  const { say } = useSpeech();
  const { data } = useQuery(memberQuery(memberId));
  return (
    <Text size="sm">
      <BusinessLink memberId={memberId} name={data === undefined ? "…" : memberName(data, say)} />
    </Text>
  );
}

function ParentForm({ business, onClose }: { business: Business; onClose(): void }) {
  const { say } = useSpeech();
  const [chosen, setChosen] = useState<ListedMember>();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (parentId: string | null) =>
      answered(
        api.PATCH("/v1/members/{memberId}/business", {
          params: { path: { memberId: business.memberId } },
          body: { parentId },
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
      title={say("businesses.hierarchy")}
      closeButtonProps={{ "aria-label": say("dialog.close") }}
    >
      <Stack>
        <MemberPicker
          label={say("businesses.parent")}
          chosen={chosen}
          onChoose={setChosen}
          except={business.memberId}
        />
        <RefusalAlert error={error} />
        <Group>
          <Button
            loading={isPending}
            disabled={chosen === undefined}
            onClick={() => (chosen === undefined ? undefined : mutate(chosen.id))}
          >
            {say("dialog.save")}
          </Button>
          {business.parentId === null ? null : (
            <Button variant="default" loading={isPending} onClick={() => mutate(null)}>
              {say("businesses.noParent")}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
