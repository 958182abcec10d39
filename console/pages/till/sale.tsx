// The sale: what the customer buys, what it earns, what they use, and the large button.
import { readCardCode } from "@fedele/core/cardCodes.ts";
import type { UsableReward } from "@fedele/sdk/schemas/reward.ts";
import { Button, Group, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { IconArrowLeft, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useSpeech } from "../../language.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { Basket } from "./basket.tsx";
import { Billing } from "./billing.tsx";
import { CustomerCard } from "./customerCard.tsx";
import { GiveDialog } from "./giveDialog.tsx";
import { AmountPad } from "./pad.tsx";
import { ProvingDialog } from "./proving.tsx";
import { nameIn, type Points, type SaleState, type Serving, useSale } from "./saleState.ts";
import { usePointsTypes } from "./standing.ts";
import { useTill } from "./till.ts";
import { Usable } from "./usable.tsx";
import { useScanner } from "./useScanner.ts";

const RECEIPT_MAX = 128;

export function Sale(serving: Serving) {
  const { say } = useSpeech();
  const { customer, onStage } = serving;
  const sale = useSale(serving, say("till.withPoints"));
  const [giving, setGiving] = useState<UsableReward | null>(null);
  const { proving, choosing, earning, goods } = sale;
  useScanner((code, typedBefore) => {
    if (typedBefore !== null && !sale.isBasket && !proving.isAsking) sale.setAmount(typedBefore);
    if (readCardCode(code) !== null) proving.show(code);
  });
  const { provedUntil: _, ...found } = customer;
  const shown = proving.provedUntil === undefined ? found : { ...found, provedUntil: proving.provedUntil };
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
      <Stack>
        <CustomerCard
          customer={shown}
          onJoin={() => onStage({ at: "join", phone: customer.reference.phone ?? customer.typed })}
        />
        <Earning points={earning.points} error={earning.error} isWaiting={goods === null} />
        {customer.id === undefined ? null : <Usable {...{ choosing, proving, goods, onGive: setGiving }} />}
      </Stack>
      <Selling sale={sale} onBack={serving.onBack} />
      <ProvingDialog proving={proving} customer={customer} />
      {giving === null ? null : (
        <GiveDialog
          {...{ customer, proving, one: giving }}
          onGiven={(given) => onStage({ at: "given", given })}
          onClose={() => setGiving(null)}
        />
      )}
    </SimpleGrid>
  );
}

function Selling({ sale, onBack }: { sale: SaleState; onBack(): void }) {
  const { say } = useSpeech();
  const { tenant } = useTill();
  const { isBasket, amount, lines, receipt, choosing } = sale;
  return (
    <Stack>
      <SegmentedControl
        size="md"
        aria-label={say("till.whatIsBought")}
        value={isBasket ? "basket" : "amount"}
        onChange={(value) => sale.setBasket(value === "basket")}
        data={[
          { value: "amount", label: say("till.byAmount") },
          { value: "basket", label: say("till.byProducts") },
        ]}
      />
      {isBasket ? (
        <Basket lines={lines} onChange={sale.setLines} />
      ) : (
        <AmountPad value={amount} currency={tenant.currency} onChange={sale.setAmount} onEnter={sale.earn} />
      )}
      <Billing bill={choosing.bill} nameOf={({ id }) => nameIn(choosing.wanted, id, say("till.withPoints"))} />
      <RefusalAlert error={sale.error} />
      <SellButton sale={sale} />
      <TextInput
        size="md"
        label={say("till.receipt")}
        description={say("till.notFiscal")}
        maxLength={RECEIPT_MAX}
        value={receipt}
        onChange={(event) => sale.setReceipt(event.currentTarget.value)}
      />
      <Group>
        <Button h={48} variant="subtle" leftSection={<IconArrowLeft aria-hidden />} onClick={onBack}>
          {say("till.otherCustomer")}
        </Button>
      </Group>
    </Stack>
  );
}

function SellButton({ sale }: { sale: SaleState }) {
  const { say, money } = useSpeech();
  const { tenant } = useTill();
  const types = usePointsTypes();
  const { earning, choosing, isReady, isPending, earn } = sale;
  const main = earning.points?.find(({ pointsType }) => types.get(pointsType)?.spendable === true);
  const toEarn = main === undefined ? say("till.book") : say("till.earn", { points: main.points });
  const { bill } = choosing;
  const text =
    bill === null ? toEarn : say("till.sellFor", { amount: money(bill.total.after.grossMinor, tenant.currency) });
  return (
    <Button size="xl" h={72} loading={isPending} disabled={!isReady} leftSection={<IconPlus />} onClick={earn}>
      {text}
    </Button>
  );
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
