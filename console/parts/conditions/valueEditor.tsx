// What a condition is compared with: chosen where the answers are known, typed where they are not.
import type { Scalar } from "@fedele/core/conditions.ts";
import { type FieldName, fieldNamed, isFieldName } from "@fedele/core/fields.ts";
import { currencyExponent } from "@fedele/core/money.ts";
import { Group, MultiSelect, NumberInput, Select, TagsInput, TextInput } from "@mantine/core";
import type { ValueEditorProps } from "react-querybuilder";
import { useSpeech } from "../../language.ts";
import { useSession } from "../../session.ts";
import { DecimalInput } from "../decimalInput.tsx";
import { valuesIn } from "./draft.ts";
import { type Choice, useChoices } from "./names.ts";

export function ValueEditor({ field, operator, value, handleOnChange, className, disabled }: ValueEditorProps) {
  const { say } = useSpeech();
  if (!isFieldName(field) || operator === "null" || operator === "notNull") return null;
  const common = { field, disabled: disabled === true };
  if (operator === "in" || operator === "notIn") {
    return (
      <div className={className}>
        <ManyValues {...common} values={valuesIn(value)} onChange={handleOnChange} />
      </div>
    );
  }
  if (operator !== "between" && operator !== "notBetween") {
    return (
      <div className={className}>
        <OneValue {...common} label={say("conditions.value")} value={valuesIn(value)[0]} onChange={handleOnChange} />
      </div>
    );
  }
  const bounds: unknown[] = Array.isArray(value) ? value : [];
  const [low] = valuesIn(bounds[0]);
  const [high] = valuesIn(bounds[1]);
  return (
    <Group className={className} gap="xs" wrap="nowrap" grow>
      <OneValue
        {...common}
        label={say("conditions.from")}
        value={low}
        onChange={(one) => handleOnChange([one, high ?? ""])}
      />
      <OneValue
        {...common}
        label={say("conditions.to")}
        value={high}
        onChange={(one) => handleOnChange([low ?? "", one])}
      />
    </Group>
  );
}

type Many = {
  readonly field: FieldName;
  readonly disabled: boolean;
  readonly values: readonly Scalar[];
  onChange(values: readonly Scalar[]): void;
};

function ManyValues({ field, disabled, values, onChange }: Many) {
  const { say } = useSpeech();
  const choices = useChoices()(field);
  const change = (texts: readonly string[]) =>
    onChange(texts.map((text) => scalarOf(field, text)).filter((one) => one !== ""));
  const common = { "aria-label": say("conditions.values"), disabled, value: values.map(String), onChange: change };
  if (choices !== undefined) return <MultiSelect {...common} data={withUnknown(choices, values)} searchable />;
  return <TagsInput {...common} splitChars={[",", ";"]} placeholder={say("conditions.valuesHint")} />;
}

type One = {
  readonly field: FieldName;
  readonly disabled: boolean;
  readonly label: string;
  readonly value: Scalar | undefined;
  onChange(value: Scalar): void;
};

function OneValue({ field, disabled, label, value, onChange }: One) {
  const choices = useChoices()(field);
  const common = { "aria-label": label, disabled };
  if (choices !== undefined) {
    return (
      <Select
        {...common}
        data={withUnknown(choices, valuesIn(value))}
        value={value === undefined ? null : String(value)}
        onChange={(chosen) => onChange(scalarOf(field, chosen ?? ""))}
        searchable={choices.length > SEARCHED_FROM}
        allowDeselect={false}
      />
    );
  }
  const { type } = fieldNamed(field);
  if (type === "number") return <NumberValue {...{ field, disabled, label, value, onChange }} />;
  return (
    <TextInput
      {...common}
      type={inputTypes[type] ?? "text"}
      value={value === undefined ? "" : String(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

const SEARCHED_FROM = 12;
const inputTypes: Readonly<Record<string, string>> = { date: "date", time_of_day: "time" };

/** Money is typed as money, pieces as pieces; what is kept are minor units and thousandths. */
function NumberValue({ field, disabled, label, value, onChange }: One) {
  const { tenant } = useSession();
  const { unit, from, to } = fieldNamed(field);
  const number = typeof value === "number" ? value : undefined;
  const change = (typed: number | undefined) => onChange(typed ?? "");
  if (unit === "minor" || unit === "thousandths") {
    return (
      <DecimalInput
        aria-label={label}
        disabled={disabled}
        decimals={unit === "minor" ? currencyExponent(tenant.currency) : THOUSANDTHS}
        value={number}
        onChange={change}
        {...(unit === "minor" ? { rightSection: tenant.currency, rightSectionWidth: 56 } : {})}
      />
    );
  }
  return (
    <NumberInput
      aria-label={label}
      disabled={disabled}
      value={number ?? ""}
      onChange={(typed) => change(typeof typed === "number" ? typed : undefined)}
      allowDecimal={false}
      hideControls
      {...(from === undefined ? {} : { min: from })}
      {...(to === undefined ? {} : { max: to })}
    />
  );
}

const THOUSANDTHS = 3;

/** What somebody chose before it was removed stays to be seen: a tier that is gone, a segment. */
function withUnknown(choices: readonly Choice[], values: readonly Scalar[]): Choice[] {
  const known = new Set(choices.map(({ value }) => value));
  const unknown = values.map(String).filter((value) => !known.has(value));
  return [...choices, ...unknown.map((value) => ({ value, label: value }))];
}

function scalarOf(field: FieldName, text: string): Scalar {
  const { type } = fieldNamed(field);
  if (type === "boolean") return text === "true";
  if (type !== "number") return text;
  return /^-?\d+$/.test(text.trim()) ? Number(text) : "";
}
