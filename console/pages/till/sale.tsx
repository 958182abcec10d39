// The sale: what the customer buys, what it earns, and the two large buttons.
import { answered, isOffline } from "@fedele/sdk/browser.ts";
import { Button, Group, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconArrowLeft, IconPlus } from "@tabler/icons-react";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSpeech } from "../../language.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { queries } from "../../queries.ts";
import { Basket } from "./basket.tsx";
import { CustomerCard } from "./customerCard.tsx";
import { AmountPad } from "./pad.tsx";
import { type BasketLine, boughtOf, type Goods, goodsOf, type PurchaseOf, type Told, tellPurchase } from "./selling.ts";
import type { Sold, Stage } from "./stages.ts";
import { usePointsTypes } from "./standing.ts";
import { type Customer, momentOf, newReceipt, type Till, useTill } from "./till.ts";
import { useScanner } from "./useScanner.ts";

const TYPING_MS = 200;
const RECEIPT_MAX = 128;

type Serving = { readonly customer: Customer; onStage(stage: Stage): void; onBack(): void };

export function Sale({ customer, onStage, onBack }: Serving) {
  const { say } = useSpeech();
  const till = useTill();
  const [amount, setAmount] = useState("");
  const [lines, setLines] = useState<readonly BasketLine[]>([]);
  const [isBasket, setBasket] = useState(false);
  const [receipt, setReceipt] = useState(newReceipt);
  const [at] = useState(() => momentOf(till));
  const goods = goodsOf(amount, isBasket ? lines : [], till.tenant.currency);
  const earning = useEarning(till, customer, goods);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (bought: Goods) => sell(till, { customer, receipt, goods: bought, at }, earning.points),
    onSuccess: (sold) => {
      void queries.invalidateQueries({ queryKey: ["members", customer.id] });
      onStage({ at: "done", sold });
    },
  });
  const earn = () => {
    if (goods !== null && !isPending) mutate(goods);
  };
  useScanner((_code, typedBefore) => {
    if (typedBefore !== null && !isBasket) setAmount(typedBefore);
  });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
      <Stack>
        <CustomerCard
          customer={customer}
          onJoin={() => onStage({ at: "join", phone: customer.reference.phone ?? customer.typed })}
        />
        <Earning points={earning.points} error={earning.error} isWaiting={goods === null} />
      </Stack>
      <Stack>
        <SegmentedControl
          size="md"
          aria-label={say("till.whatIsBought")}
          value={isBasket ? "basket" : "amount"}
          onChange={(value) => setBasket(value === "basket")}
          data={[
            { value: "amount", label: say("till.byAmount") },
            { value: "basket", label: say("till.byProducts") },
          ]}
        />
        {isBasket ? (
          <Basket lines={lines} onChange={setLines} />
        ) : (
          <AmountPad value={amount} currency={till.tenant.currency} onChange={setAmount} onEnter={earn} />
        )}
        <RefusalAlert error={error} />
        <EarnButton goods={goods} points={earning.points} isPending={isPending} onEarn={earn} />
        <TextInput
          size="md"
          label={say("till.receipt")}
          description={say("till.notFiscal")}
          maxLength={RECEIPT_MAX}
          value={receipt}
          onChange={(event) => setReceipt(event.currentTarget.value)}
        />
        <Group>
          <Button h={48} variant="subtle" leftSection={<IconArrowLeft aria-hidden />} onClick={onBack}>
            {say("till.otherCustomer")}
          </Button>
        </Group>
      </Stack>
    </SimpleGrid>
  );
}

type EarnFor = { readonly goods: Goods | null; readonly points: Points; readonly isPending: boolean; onEarn(): void };

function EarnButton({ goods, points, isPending, onEarn }: EarnFor) {
  const { say } = useSpeech();
  const types = usePointsTypes();
  const main = points?.find(({ pointsType }) => types.get(pointsType)?.spendable === true);
  const text = main === undefined ? say("till.book") : say("till.earn", { points: main.points });
  return (
    <Button size="xl" h={72} loading={isPending} disabled={goods === null} leftSection={<IconPlus />} onClick={onEarn}>
      {text}
    </Button>
  );
}

type Points = readonly { readonly pointsType: string; readonly points: number }[] | undefined;

/** What it would earn, asked anew a moment after the last key. */
function useEarning(till: Till, customer: Customer, goods: Goods | null): { points: Points; error: Error | null } {
  const { api, tenant } = till;
  const told = goods === null ? null : JSON.stringify(boughtOf(till, goods, tenant.currency));
  const [asked] = useDebouncedValue(told, TYPING_MS);
  const { data, error } = useQuery({
    queryKey: ["evaluations", customer.id, asked],
    enabled: asked !== null && told !== null,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const body: ReturnType<typeof boughtOf> = JSON.parse(asked ?? "");
      const member = customer.id === undefined ? {} : { member: { id: customer.id } };
      return (await answered(api.POST("/v1/evaluations", { body: { ...body, ...member } }))).points;
    },
  });
  return { points: told === null ? undefined : data, error: isOffline(error) ? null : error };
}

type Shown = { readonly points: Points; readonly error: Error | null; readonly isWaiting: boolean };

function Earning({ points, error, isWaiting }: Shown) {
  const { say, number } = useSpeech();
  const types = usePointsTypes();
  if (isWaiting) return <Text c="dimmed">{say("till.earnsHint")}</Text>;
  return (
    <Stack gap={4} role="status" aria-label={say("till.earns")}>
      <Text fw={600}>{say("till.earns")}</Text>
      <RefusalAlert error={error} />
      {points?.length === 0 ? <Text>{say("till.earnsNothing")}</Text> : null}
      {points?.map(({ pointsType, points: many }) => (
        <Text key={pointsType} size="xl" fw={650} className="figures">
          +{number(many)} {types.get(pointsType)?.name}
        </Text>
      ))}
    </Stack>
  );
}

type Selling = Omit<PurchaseOf, "goods"> & { readonly goods: Goods };

/** In training nothing is told: what it would earn stands on the screen as if it had. */
async function sell(till: Till, sale: Selling, wouldEarn: Points): Promise<Sold> {
  const { customer, receipt, goods } = sale;
  const told: Told = till.isTraining ? { earned: wouldEarn ?? [], isWaiting: false } : await tellPurchase(till, sale);
  return { customer, receipt, amountMinor: goods.amountMinor, doneAt: Date.now(), ...told };
}
