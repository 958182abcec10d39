// Who acts for the business: what they are there, how they are reached, and whether they may earn and use its points.
import { answered, done } from "@fedele/sdk/browser.ts";
import type { Contact } from "@fedele/sdk/schemas/business.ts";
import {
  ActionIcon,
  Badge,
  Box,
  Button,
  Checkbox,
  Group,
  Modal,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { IconX } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { FactCard } from "../../parts/factCard.tsx";
import { MemberLink } from "../../parts/member.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { memberChanged } from "../member/memberQueries.ts";

export function Contacts({ memberId, isWritable }: { memberId: string; isWritable: boolean }) {
  const { say } = useSpeech();
  const [isOpen, { open, close }] = useDisclosure(false);
  const { data, error } = useQuery({
    queryKey: ["members", memberId, "contacts"],
    queryFn: () => answered(api.GET("/v1/members/{memberId}/contacts", { params: { path: { memberId } } })),
  });
  const add = (
    <Button size="compact-sm" variant="subtle" onClick={open}>
      {say("contacts.add")}
    </Button>
  );
  return (
    <FactCard title={say("contacts.title")} action={isWritable ? add : null}>
      <RefusalAlert error={error} />
      {data?.items.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say("contacts.none")}
        </Text>
      ) : null}
      <Stack gap="sm">
        {data?.items.map((contact) => (
          <ContactRow key={contact.id} contact={contact} memberId={memberId} isWritable={isWritable} />
        ))}
      </Stack>
      {isOpen ? <ContactForm memberId={memberId} onClose={close} /> : null}
    </FactCard>
  );
}

type Row = { readonly contact: Contact; readonly memberId: string; readonly isWritable: boolean };

function ContactRow({ contact, memberId, isWritable }: Row) {
  const { say } = useSpeech();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      done(
        api.DELETE("/v1/members/{memberId}/contacts/{contactId}", {
          params: { path: { memberId, contactId: contact.id } },
        }),
      ),
    onSuccess: memberChanged,
  });
  const name = contact.name ?? say("member.erased");
  const reached = [contact.role, contact.email, contact.phone].filter((part) => part !== null).join(" · ");
  return (
    <Box>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <Box miw={0}>
          <Text size="sm" fw={500}>
            {contact.memberId === null ? name : <MemberLink memberId={contact.memberId}>{name}</MemberLink>}
          </Text>
          <Text size="sm" c="dimmed">
            {reached}
          </Text>
          <Group gap={4} mt={2}>
            {contact.mayEarn ? <Badge variant="light">{say("contacts.earns")}</Badge> : null}
            {contact.maySpend ? (
              <Badge variant="light" color="yellow">
                {say("contacts.spends")}
              </Badge>
            ) : null}
          </Group>
        </Box>
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
    </Box>
  );
}

function ContactForm({ memberId, onClose }: { memberId: string; onClose(): void }) {
  const { say } = useSpeech();
  const form = useForm({
    initialValues: { name: "", role: "", email: "", phone: "", mayEarn: true, maySpend: false },
  });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: ({ name, role, email, phone, mayEarn, maySpend }) =>
      answered(
        api.POST("/v1/members/{memberId}/contacts", {
          params: { path: { memberId } },
          body: {
            name: name.trim(),
            mayEarn,
            maySpend,
            ...(role.trim() === "" ? {} : { role: role.trim() }),
            ...(email.trim() === "" ? {} : { email: email.trim() }),
            ...(phone.trim() === "" ? {} : { phone: phone.trim() }),
          },
        }),
      ),
    afterwards: async () => {
      await memberChanged();
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={say("contacts.add")}
      closeButtonProps={{ "aria-label": say("dialog.close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput label={say("members.name")} data-autofocus {...form.getInputProps("name")} />
          <TextInput
            label={say("contacts.role")}
            description={say("contacts.roleHint")}
            {...form.getInputProps("role")}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label={say("identity.email")} type="email" {...form.getInputProps("email")} />
            <TextInput label={say("identity.phone")} type="tel" {...form.getInputProps("phone")} />
          </SimpleGrid>
          <Checkbox label={say("contacts.earns")} {...form.getInputProps("mayEarn", { type: "checkbox" })} />
          <Checkbox label={say("contacts.spends")} {...form.getInputProps("maySpend", { type: "checkbox" })} />
          <RefusalAlert error={refusal} />
          <Button type="submit" loading={isSending}>
            {say("contacts.add")}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
