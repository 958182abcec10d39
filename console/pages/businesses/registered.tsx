// What the business is in law, and who of the staff looks after it.
import { answered } from "@fedele/sdk/browser.ts";
import type { Business } from "@fedele/sdk/schemas/business.ts";
import { Button, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { FactCard } from "../../parts/factCard.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { useSession } from "../../session.ts";
import classes from "../member/member.module.css";
import { memberChanged, useStaffName } from "../member/memberQueries.ts";

type About = { readonly business: Business; readonly isWritable: boolean };

const STAFF_SHOWN = 100;

export function Manager({ business, isWritable }: About) {
  const { say } = useSpeech();
  const { scopes, staff } = useSession();
  const staffName = useStaffName();
  const { data } = useQuery({
    queryKey: ["staff"],
    queryFn: () => answered(api.GET("/v1/staff", { params: { query: { limit: STAFF_SHOWN } } })),
    enabled: scopes.has("staff:read"),
  });
  const { mutate, error } = useMutation({
    mutationFn: (accountManager: string | null) =>
      answered(
        api.PATCH("/v1/members/{memberId}/business", {
          params: { path: { memberId: business.memberId } },
          body: { accountManager },
        }),
      ),
    onSuccess: memberChanged,
  });
  const { accountManager } = business;
  const people = data?.items ?? [staff];
  const known = people.map(({ id, name }) => ({ value: id, label: name }));
  const isKnown = accountManager === null || known.some(({ value }) => value === accountManager);
  const choices = isKnown ? known : [...known, { value: accountManager, label: accountManager }];
  return (
    <FactCard title={say("businesses.manager")}>
      <Stack gap="xs">
        {isWritable ? (
          <Select
            aria-label={say("businesses.manager")}
            placeholder={say("businesses.nobody")}
            data={choices}
            value={accountManager}
            onChange={(chosen) => mutate(chosen)}
            clearable
          />
        ) : (
          <Text size="sm">{accountManager === null ? say("businesses.nobody") : staffName(accountManager)}</Text>
        )}
        <RefusalAlert error={error} />
      </Stack>
    </FactCard>
  );
}

export function Registered({ business, isWritable }: About) {
  const { say } = useSpeech();
  const [isOpen, { open, close }] = useDisclosure(false);
  const rows = [
    { name: say("businesses.legalName"), value: business.legalName },
    { name: say("businesses.vatNumber"), value: business.vatNumber },
    { name: say("businesses.registration"), value: business.registration },
  ];
  const edit = (
    <Button size="compact-sm" variant="subtle" onClick={open}>
      {say("member.edit")}
    </Button>
  );
  return (
    <FactCard title={say("businesses.registered")} action={isWritable ? edit : null}>
      <Text component="dl" size="sm" className={classes.facts}>
        {rows.map(({ name, value }) => (
          <div key={name} className={classes.fact}>
            <dt>{name}</dt>
            <dd>{value ?? "–"}</dd>
          </div>
        ))}
      </Text>
      {isOpen ? <RegisteredForm business={business} onClose={close} /> : null}
    </FactCard>
  );
}

function RegisteredForm({ business, onClose }: { business: Business; onClose(): void }) {
  const { say } = useSpeech();
  const form = useForm({
    initialValues: {
      legalName: business.legalName ?? "",
      vatNumber: business.vatNumber ?? "",
      registration: business.registration ?? "",
    },
  });
  const orNull = (text: string) => (text.trim() === "" ? null : text.trim());
  const { submit, isSending, refusal } = useSubmit(form, {
    send: ({ legalName, vatNumber, registration }) =>
      answered(
        api.PATCH("/v1/members/{memberId}/business", {
          params: { path: { memberId: business.memberId } },
          body: { legalName: orNull(legalName), vatNumber: orNull(vatNumber), registration: orNull(registration) },
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
      title={say("businesses.registered")}
      closeButtonProps={{ "aria-label": say("dialog.close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput label={say("businesses.legalName")} data-autofocus {...form.getInputProps("legalName")} />
          <TextInput label={say("businesses.vatNumber")} {...form.getInputProps("vatNumber")} />
          <TextInput label={say("businesses.registration")} {...form.getInputProps("registration")} />
          <RefusalAlert error={refusal} />
          <Button type="submit" loading={isSending}>
            {say("dialog.save")}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
