// A basket by products: scanned or typed by SKU, each with what it costs. The catalogue knows no prices.
import { readCardCode } from "@fedele/core/cardCodes.ts";
import { answered } from "@fedele/sdk/browser.ts";
import { ActionIcon, Autocomplete, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSpeech } from "../../language.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import type { BasketLine } from "./selling.ts";
import { useTill } from "./till.ts";
import { useScanner } from "./useScanner.ts";

const PRODUCTS_SHOWN = 100;
const PIECES_MAX = 999;

type Filled = { readonly lines: readonly BasketLine[]; onChange(lines: readonly BasketLine[]): void };

export function Basket({ lines, onChange }: Filled) {
  const { say } = useSpeech();
  const { api } = useTill();
  const [typed, setTyped] = useState("");
  const { data } = useQuery({
    queryKey: ["products", "atTill"],
    queryFn: async () =>
      (await answered(api.GET("/v1/products", { params: { query: { limit: PRODUCTS_SHOWN } } }))).items,
  });
  /** What is taken off the last piece of is gone. */
  const changeLine = (sku: string, difference: Partial<BasketLine>) =>
    onChange(
      lines.map((line) => (line.sku === sku ? { ...line, ...difference } : line)).filter(({ pieces }) => pieces > 0),
    );
  const { mutate, error, isPending } = useMutation({
    mutationFn: (sku: string) => answered(api.GET("/v1/products/{sku}", { params: { path: { sku } } })),
    onSuccess: ({ sku, name }) => {
      setTyped("");
      const known = lines.find((line) => line.sku === sku);
      if (known === undefined) onChange([...lines, { sku, name, pieces: 1, amount: "" }]);
      else changeLine(sku, { pieces: known.pieces + 1 });
    },
  });
  const add = (text: string) => {
    const sku = data?.find(({ name }) => name === text)?.sku ?? text.trim();
    if (sku !== "") mutate(sku);
  };
  useScanner((code) => {
    if (readCardCode(code) === null) add(code);
  });
  return (
    <Stack>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add(typed);
        }}
      >
        <Group align="end" wrap="nowrap">
          <Autocomplete
            flex={1}
            size="lg"
            label={say("till.product")}
            data={[...new Set((data ?? []).map(({ name }) => name))]}
            value={typed}
            onChange={setTyped}
            onOptionSubmit={add}
          />
          <Button type="submit" h={50} loading={isPending}>
            {say("till.add")}
          </Button>
        </Group>
      </form>
      <RefusalAlert error={error} />
      {lines.map((line) => (
        <Line key={line.sku} line={line} onChange={(it) => changeLine(line.sku, it)} />
      ))}
      {lines.length === 0 ? <Text c="dimmed">{say("till.emptyBasket")}</Text> : null}
    </Stack>
  );
}

type Shown = { readonly line: BasketLine; onChange(difference: Partial<BasketLine>): void };

function Line({ line: { name, pieces, amount }, onChange }: Shown) {
  const { say, money } = useSpeech();
  const { tenant } = useTill();
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Text flex={1}>{name}</Text>
      <Pieces name={name} pieces={pieces} onChange={(many) => onChange({ pieces: many })} />
      <TextInput
        w={110}
        size="lg"
        inputMode="decimal"
        aria-label={say("till.costs", { name })}
        placeholder={money(0, tenant.currency)}
        value={amount}
        onChange={(event) => onChange({ amount: event.currentTarget.value })}
      />
    </Group>
  );
}

type Counted = { readonly name: string; readonly pieces: number; onChange(pieces: number): void };

function Pieces({ name, pieces, onChange }: Counted) {
  const { say } = useSpeech();
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        size={48}
        variant="default"
        aria-label={say("till.oneLess", { name })}
        onClick={() => onChange(Math.max(0, pieces - 1))}
      >
        <IconMinus aria-hidden />
      </ActionIcon>
      <Text w={32} ta="center" className="figures">
        {pieces}
      </Text>
      <ActionIcon
        size={48}
        variant="default"
        aria-label={say("till.oneMore", { name })}
        onClick={() => onChange(Math.min(PIECES_MAX, pieces + 1))}
      >
        <IconPlus aria-hidden />
      </ActionIcon>
    </Group>
  );
}
