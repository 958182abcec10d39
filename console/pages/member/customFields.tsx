// The fields that the shop itself has given its members.
import { answered } from "@fedele/sdk/browser.ts";
import type { CustomField, CustomValues } from "@fedele/sdk/schemas/customField.ts";
import { Button, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { api } from "../../api.ts";
import { type Speech, useSpeech } from "../../language.ts";
import { FactCard } from "../../parts/factCard.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import classes from "./member.module.css";
import { memberChanged, useCustomValues } from "./memberQueries.ts";

type Value = CustomValues["items"][number]["value"];

export function CustomFields({ memberId, isWritable }: { memberId: string; isWritable: boolean }) {
  const speech = useSpeech();
  const { say } = speech;
  const { fields = [], values = [], error } = useCustomValues(memberId);
  const [isOpen, { open, close }] = useDisclosure(false);
  if (fields.length === 0 && error === null) return null;
  const edit = (
    <Button size="compact-sm" variant="subtle" onClick={open}>
      {say("fields.edit")}
    </Button>
  );
  return (
    <FactCard title={say("fields.title")} action={isWritable ? edit : null}>
      <RefusalAlert error={error} />
      <Text component="dl" size="sm" className={classes.facts}>
        {fields.map((field) => (
          <div key={field.code} className={classes.fact}>
            <dt>{field.name}</dt>
            <dd>{shown(field, values.find(({ code }) => code === field.code)?.value, speech)}</dd>
          </div>
        ))}
      </Text>
      {isOpen ? <FieldsForm memberId={memberId} fields={fields} values={values} onClose={close} /> : null}
    </FactCard>
  );
}

function shown({ type }: CustomField, value: Value | undefined, { say, number, day }: Speech): string {
  if (value === undefined) return "–";
  if (typeof value === "boolean") return say(value ? "conditions.yes" : "conditions.no");
  if (typeof value === "number") return number(value);
  return type === "date" ? day(value) : value;
}

type Editing = {
  readonly memberId: string;
  readonly fields: readonly CustomField[];
  readonly values: CustomValues["items"];
  onClose(): void;
};

function FieldsForm({ memberId, fields, values, onClose }: Editing) {
  const { say } = useSpeech();
  const initialValues: Record<string, string> = Object.fromEntries(
    fields.map(({ code }) => [code, String(values.find((one) => one.code === code)?.value ?? "")]),
  );
  const form = useForm({ initialValues });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: (typed) =>
      answered(
        api.PATCH("/v1/members/{memberId}/fields", {
          params: { path: { memberId } },
          body: {
            values: fields.map((field) => ({ code: field.code, value: sentValue(field, typed[field.code] ?? "") })),
          },
        }),
      ),
    // The server names the place in the list; the form has a field by its code.
    fieldOf: (path) => fields[Number(/^values\[(\d+)\]/.exec(path)?.[1] ?? -1)]?.code ?? path,
    afterwards: async () => {
      await memberChanged();
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={say("fields.edit")} closeButtonProps={{ "aria-label": say("dialog.close") }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {fields.map((field) => (
            <OneField key={field.code} field={field} props={form.getInputProps(field.code)} />
          ))}
          <RefusalAlert error={refusal} />
          <Button type="submit" loading={isSending}>
            {say("dialog.save")}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

function OneField({ field, props }: { field: CustomField; props: object }) {
  const { say } = useSpeech();
  const { name, type, choices } = field;
  if (type === "choice") return <Select label={name} data={choices} clearable {...props} />;
  if (type === "boolean") {
    const data = [
      { value: "true", label: say("conditions.yes") },
      { value: "false", label: say("conditions.no") },
    ];
    return <Select label={name} data={data} clearable {...props} />;
  }
  return <TextInput label={name} type={type === "date" ? "date" : "text"} {...props} />;
}

/** Null empties the field. What is no number is sent as it is, so that the server says what it wants. */
function sentValue({ type }: CustomField, text: string | null): Value | null {
  if (text === null || text.trim() === "") return null;
  if (type === "boolean") return text === "true";
  if (type !== "number") return text.trim();
  const number = Number(text.trim().replace(",", "."));
  return Number.isNaN(number) ? text.trim() : number;
}
