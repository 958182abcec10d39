// Somebody joins at the counter: what to call them, what finds them, and what they agreed to.
import type { ConsentTopic } from "@fedele/core/consents.ts";
import { languages } from "@fedele/core/sentences.ts";
import { answered, done } from "@fedele/sdk/browser.ts";
import type { Member, NewIdentity } from "@fedele/sdk/schemas/member.ts";
import { Button, Checkbox, Modal, SegmentedControl, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { type UseFormReturnType, useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { api } from "../api.ts";
import { languageNames, useSpeech } from "../language.ts";
import { RefusalAlert } from "../parts/states.tsx";
import { useSubmit } from "../parts/submitting.ts";
import { queries } from "../queries.ts";

type Values = {
  kind: "individual" | "corporate";
  name: string;
  email: string;
  phone: string;
  language: string | null;
  birthDate: string;
  topics: string[];
  textVersion: string;
};

const initialValues: Values = {
  kind: "individual",
  name: "",
  email: "",
  phone: "",
  language: null,
  birthDate: "",
  topics: [],
  textVersion: "",
};

/** What is asked at a counter; the other topics have their place on the member's own page. */
const askedTopics = ["email", "sms", "phone"] as const satisfies readonly ConsentTopic[];

type Enrolling = { readonly isOpen: boolean; onClose(): void; readonly kind?: Values["kind"] };

/** `kind`: what is chosen at first. */
export function NewMemberForm({ isOpen, onClose, kind = "individual" }: Enrolling) {
  const { say } = useSpeech();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { ...initialValues, kind },
    validate: {
      // The server would take the member first and refuse the consent after it.
      textVersion: (text, { topics }) =>
        topics.length > 0 && text.trim() === "" ? say("newMember.textVersionMissing") : null,
    },
  });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: enrol,
    fieldOf: (path) => fieldOf(path, form.getValues()),
    afterwards: async ({ member, isAgreed }) => {
      await queries.invalidateQueries({ queryKey: ["members"] });
      if (!isAgreed) notifications.show({ color: "red", message: say("newMember.consentFailed") });
      form.reset();
      onClose();
      const to = member.kind === "corporate" ? "/businesses/$memberId" : "/members/$memberId";
      await navigate({ to, params: { memberId: member.id } });
    },
  });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size="lg"
      title={say(kind === "corporate" ? "businesses.new" : "members.new")}
      closeButtonProps={{ "aria-label": say("dialog.close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <Fields form={form} />
          <Consents form={form} />
          <RefusalAlert error={refusal} />
          <Button type="submit" loading={isSending}>
            {say("newMember.enrol")}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

function Fields({ form }: { form: UseFormReturnType<Values> }) {
  const { say } = useSpeech();
  const isPerson = form.values.kind === "individual";
  return (
    <>
      <SegmentedControl
        aria-label={say("newMember.kind")}
        data={[
          { value: "individual", label: say("memberKind.individual") },
          { value: "corporate", label: say("memberKind.corporate") },
        ]}
        {...form.getInputProps("kind")}
      />
      <TextInput label={say("members.name")} data-autofocus {...form.getInputProps("name")} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={say("identity.email")} type="email" {...form.getInputProps("email")} />
        <TextInput label={say("identity.phone")} type="tel" {...form.getInputProps("phone")} />
        <Select
          label={say("field.member.language")}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          clearable
          {...form.getInputProps("language")}
        />
        {isPerson ? (
          <TextInput label={say("member.birthDate")} type="date" {...form.getInputProps("birthDate")} />
        ) : null}
      </SimpleGrid>
    </>
  );
}

function Consents({ form }: { form: UseFormReturnType<Values> }) {
  const { say } = useSpeech();
  return (
    <>
      <Checkbox.Group
        label={say("newMember.agrees")}
        description={say("newMember.agreesHint")}
        {...form.getInputProps("topics")}
      >
        <Stack gap="xs" mt="xs">
          {askedTopics.map((topic) => (
            <Checkbox key={topic} value={topic} label={say(`topic.${topic}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      {form.values.topics.length === 0 ? null : (
        <TextInput
          label={say("consent.textVersion")}
          description={say("consent.textVersionHint")}
          {...form.getInputProps("textVersion")}
        />
      )}
    </>
  );
}

async function enrol(values: Values): Promise<{ member: Member; isAgreed: boolean }> {
  const { kind, language, topics, textVersion } = values;
  const name = values.name.trim();
  const isPerson = kind === "individual";
  const member = await answered(
    api.POST("/v1/members", {
      body: {
        kind,
        identities: identitiesIn(values),
        ...(name === "" ? {} : { name }),
        ...(language === null ? {} : { language }),
        ...(values.birthDate === "" || !isPerson ? {} : { birthDate: values.birthDate }),
      },
    }),
  );
  const agreed = await Promise.allSettled(
    askedTopics
      .filter((topic) => topics.includes(topic))
      .map((topic) =>
        done(
          api.POST("/v1/members/{memberId}/consents", {
            params: { path: { memberId: member.id } },
            body: { topic, state: "granted", source: "form", textVersion: textVersion.trim() },
          }),
        ),
      ),
  );
  return { member, isAgreed: agreed.every(({ status }) => status === "fulfilled") };
}

function identitiesIn({ email, phone }: Pick<Values, "email" | "phone">): NewIdentity[] {
  return [
    { kind: "email" as const, value: email.trim() },
    { kind: "phone" as const, value: phone.trim() },
  ].filter(({ value }) => value !== "");
}

/** The server names the place in the list; the form has a field for each. */
function fieldOf(path: string, values: Values): string {
  const given = identitiesIn(values);
  // What is taken is named in the sentence alone; with one of them there is no doubt which it is.
  if (path === "identities" && given.length === 1) return given[0]?.kind ?? path;
  const place = /^identities\[(\d)\]/.exec(path)?.[1];
  return place === undefined ? path : (given[Number(place)]?.kind ?? path);
}
