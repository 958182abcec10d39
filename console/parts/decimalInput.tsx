// A number with decimals as people type it, with a comma or a point; kept in the smallest unit: cents, thousandths.
import { minorOf } from "@fedele/core/money.ts";
import { TextInput, type TextInputProps } from "@mantine/core";
import { useState } from "react";
import { useSpeech } from "../language.ts";

type Props = Omit<TextInputProps, "value" | "onChange"> & {
  readonly decimals: number;
  readonly value: number | undefined;
  /** Undefined while what stands there is no number. */
  onChange(value: number | undefined): void;
};

export function DecimalInput({ decimals, value, onChange, ...props }: Props) {
  const { language } = useSpeech();
  const [text, setText] = useState(() => (value === undefined ? "" : written(value, decimals, language)));
  // What was typed stays as it was typed, unless somebody else gave another value meanwhile.
  const shown = inSmallest(text, decimals) === value || value === undefined ? text : written(value, decimals, language);
  return (
    <TextInput
      {...props}
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(inSmallest(event.currentTarget.value, decimals));
      }}
    />
  );
}

function inSmallest(text: string, decimals: number): number | undefined {
  const plain = text.trim().replace(",", ".");
  return plain === "" ? undefined : (minorOf(plain, decimals) ?? undefined);
}

function written(value: number, decimals: number, language: string): string {
  const format = new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: decimals });
  return format.format(value / 10 ** decimals);
}
