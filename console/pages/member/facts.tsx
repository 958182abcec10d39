// Who the member is, as far as they said it: what finds them, when they were born, what they agreed to.
import { languages } from "@fedele/core/sentences.ts";
import { answered } from "@fedele/sdk/browser.ts";
import type { Member } from "@fedele/sdk/schemas/member.ts";
import { Button, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { api } from "../../api.ts";
import { languageNames, useSpeech } from "../../language.ts";
import { countryNames, nameOfCode } from "../../parts/conditions/calendarNames.ts";
import { FactCard } from "../../parts/factCard.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { useSession } from "../../session.ts";
import { Consents } from "./consents.tsx";
import { CustomFields } from "./customFields.tsx";
import { Guardians } from "./guardians.tsx";
import { Identities } from "./identities.tsx";
import classes from "./member.module.css";
import { memberChanged } from "./memberQueries.ts";
import { Merges } from "./merges.tsx";

export function Facts({ member, isReadOnly }: { member: Member; isReadOnly: boolean }) {
  const { scopes } = useSession();
  const isWritable = !isReadOnly && scopes.has("members:write");
  return (
    <Stack gap="md">
      <Identities member={member} isWritable={isWritable} />
      <About member={member} isWritable={isWritable} />
      <Consents memberId={member.id} isWritable={isWritable} />
      <CustomFields memberId={member.id} isWritable={isWritable} />
      {member.isChild ? <Guardians memberId={member.id} isWritable={isWritable} /> : null}
      <Merges memberId={member.id} isWritable={isWritable} />
    </Stack>
  );
}

function About({ member, isWritable }: { member: Member; isWritable: boolean }) {
  const { say, day, language } = useSpeech();
  const [isOpen, { open, close }] = useDisclosure(false);
  const { birthDate, country } = member;
  const rows = [
    { name: say("member.birthDate"), value: birthDate === undefined ? undefined : day(birthDate) },
    {
      name: say("field.member.language"),
      value: member.language === undefined ? undefined : nameOfCode(language, "language", member.language),
    },
    {
      name: say("field.member.country"),
      value: country === undefined ? undefined : nameOfCode(language, "region", country),
    },
  ];
  const edit = (
    <Button size="compact-sm" variant="subtle" onClick={open}>
      {say("member.edit")}
    </Button>
  );
  return (
    <FactCard title={say("member.about")} action={isWritable ? edit : null}>
      <Text component="dl" size="sm" className={classes.facts}>
        {rows.map(({ name, value }) => (
          <div key={name} className={classes.fact}>
            <dt>{name}</dt>
            <dd>{value ?? "–"}</dd>
          </div>
        ))}
      </Text>
      <AboutForm member={member} isOpen={isOpen} onClose={close} />
    </FactCard>
  );
}

function AboutForm({ member, isOpen, onClose }: { member: Member; isOpen: boolean; onClose(): void }) {
  const { say, language } = useSpeech();
  const form = useForm({
    initialValues: {
      name: member.name ?? "",
      birthDate: member.birthDate ?? "",
      language: member.language ?? null,
      country: member.country ?? null,
    },
  });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: (values) =>
      answered(
        api.PATCH("/v1/members/{memberId}", {
          params: { path: { memberId: member.id } },
          body: {
            name: values.name.trim() === "" ? null : values.name.trim(),
            birthDate: values.birthDate === "" ? null : values.birthDate,
            language: values.language,
            country: values.country,
          },
        }),
      ),
    afterwards: async () => {
      await memberChanged();
      onClose();
    },
  });
  const known = languages.map((value) => ({ value, label: languageNames[value] }));
  const other = member.language === undefined || languages.some((one) => one === member.language);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={say("member.edit")}
      closeButtonProps={{ "aria-label": say("dialog.close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput label={say("members.name")} data-autofocus {...form.getInputProps("name")} />
          <TextInput label={say("member.birthDate")} type="date" {...form.getInputProps("birthDate")} />
          <Select
            label={say("field.member.language")}
            data={other ? known : [...known, { value: member.language ?? "", label: member.language ?? "" }]}
            clearable
            {...form.getInputProps("language")}
          />
          <Select
            label={say("field.member.country")}
            data={[...countryNames(language)]}
            searchable
            clearable
            {...form.getInputProps("country")}
          />
          <RefusalAlert error={refusal} />
          <Button type="submit" loading={isSending}>
            {say("dialog.save")}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
