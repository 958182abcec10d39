// The amount: a field that keyboards type into, and keys that are large enough for a thumb.
import { Button, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { IconBackspace } from "@tabler/icons-react";
import { useSpeech } from "../../language.ts";

const KEYS = ["7", "8", "9", "4", "5", "6", "1", "2", "3"] as const;
const AMOUNT = /^\d{0,7}([.,]\d{0,3})?$/;

type Typed = {
  readonly value: string;
  readonly currency: string;
  onChange(value: string): void;
  onEnter(): void;
};

export function AmountPad({ value, currency, onChange, onEnter }: Typed) {
  const { say, money } = useSpeech();
  const separator = /[.,](?=0)/.exec(money(0, currency))?.[0] ?? ",";
  const type = (next: string) => {
    if (AMOUNT.test(next)) onChange(next);
  };
  return (
    <Stack gap="xs">
      <TextInput
        size="xl"
        label={say("till.amount", { currency })}
        inputMode="none"
        autoComplete="off"
        autoFocus
        value={value}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onEnter();
        }}
        styles={{ input: { textAlign: "right", fontVariantNumeric: "tabular-nums", fontWeight: 650 } }}
      />
      <SimpleGrid cols={3} spacing="xs" verticalSpacing="xs" role="group" aria-label={say("till.pad")}>
        {KEYS.map((key) => (
          <Key key={key} onPress={() => type(value + key)}>
            {key}
          </Key>
        ))}
        <Key onPress={() => type(value === "" ? `0${separator}` : value + separator)}>{separator}</Key>
        <Key onPress={() => type(`${value}0`)}>0</Key>
        <Key label={say("till.erase")} onPress={() => onChange(value.slice(0, -1))}>
          <IconBackspace aria-hidden />
        </Key>
      </SimpleGrid>
    </Stack>
  );
}

type KeyOf = { readonly label?: string; readonly children: React.ReactNode; onPress(): void };

function Key({ label, children, onPress }: KeyOf) {
  return (
    <Button variant="default" h={56} size="lg" aria-label={label} onClick={onPress}>
      {children}
    </Button>
  );
}
