// What finds the member: added, proved to be theirs, taken away.
import { answered, done } from "@fedele/sdk/browser.ts";
import { type Identity, identityKinds, type Member } from "@fedele/sdk/schemas/member.ts";
import { ActionIcon, Box, Button, Group, Menu, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { IconCircleCheck, IconDots } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { FactCard } from "../../parts/factCard.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { memberChanged } from "./memberQueries.ts";

type Finding = { readonly member: Member; readonly isWritable: boolean };

export function Identities({ member, isWritable }: Finding) {
  const { say } = useSpeech();
  const [isOpen, { open, close }] = useDisclosure(false);
  const add = (
    <Button size="compact-sm" variant="subtle" onClick={open}>
      {say("identities.add")}
    </Button>
  );
  return (
    <FactCard title={say("identities.title")} action={isWritable ? add : null}>
      <Stack gap="xs">
        {member.identities.length === 0 ? (
          <Text size="sm" c="dimmed">
            {say("identities.none")}
          </Text>
        ) : null}
        {member.identities.map((identity) => (
          <IdentityRow key={identity.id} memberId={member.id} identity={identity} isWritable={isWritable} />
        ))}
      </Stack>
      <IdentityForm memberId={member.id} isOpen={isOpen} onClose={close} />
    </FactCard>
  );
}

type Row = { readonly memberId: string; readonly identity: Identity; readonly isWritable: boolean };

function IdentityRow({ memberId, identity, isWritable }: Row) {
  const { say } = useSpeech();
  const path = { memberId, identityId: identity.id };
  const isVerified = identity.verifiedAt !== undefined;
  const verifying = useMutation({
    mutationFn: () =>
      answered(
        api.PATCH("/v1/members/{memberId}/identities/{identityId}", {
          params: { path },
          body: { verified: !isVerified },
        }),
      ),
    onSuccess: memberChanged,
  });
  const removal = useMutation({
    mutationFn: () => done(api.DELETE("/v1/members/{memberId}/identities/{identityId}", { params: { path } })),
    onSuccess: memberChanged,
  });
  return (
    <Box>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Box miw={0}>
          <Text size="sm" fw={500}>
            {identity.value}
          </Text>
          <IdentityState identity={identity} />
        </Box>
        {isWritable ? (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={say("identities.menu", { value: identity.value })}>
                <IconDots size={18} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => verifying.mutate()}>
                {say(isVerified ? "identities.unverify" : "identities.verify")}
              </Menu.Item>
              <Menu.Item color="red" onClick={() => removal.mutate()}>
                {say("identities.remove")}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </Group>
      <RefusalAlert error={verifying.error ?? removal.error} />
    </Box>
  );
}

function IdentityState({ identity: { kind, verifiedAt } }: { identity: Identity }) {
  const { say } = useSpeech();
  const isVerified = verifiedAt !== undefined;
  return (
    <Group gap={4}>
      {isVerified ? <IconCircleCheck size={14} aria-hidden /> : null}
      <Text size="xs" c="dimmed">
        {`${say(`identity.${kind}`)} · ${say(isVerified ? "identities.verified" : "identities.claimed")}`}
      </Text>
    </Group>
  );
}

function IdentityForm({ memberId, isOpen, onClose }: { memberId: string; isOpen: boolean; onClose(): void }) {
  const { say } = useSpeech();
  const form = useForm({ initialValues: { kind: "email", value: "" } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: ({ kind, value }) =>
      answered(
        api.POST("/v1/members/{memberId}/identities", {
          params: { path: { memberId } },
          body: { kind: identityKinds.find((one) => one === kind) ?? "email", value: value.trim() },
        }),
      ),
    fieldOf: (path) => (path === "identities" ? "value" : path),
    afterwards: async () => {
      await memberChanged();
      form.reset();
      onClose();
    },
  });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={say("identities.add")}
      closeButtonProps={{ "aria-label": say("dialog.close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <Select
            label={say("identities.kind")}
            data={identityKinds.map((value) => ({ value, label: say(`identity.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps("kind")}
          />
          <TextInput label={say("conditions.value")} data-autofocus {...form.getInputProps("value")} />
          <RefusalAlert error={refusal} />
          <Button type="submit" loading={isSending}>
            {say("identities.add")}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
