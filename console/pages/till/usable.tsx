// What the customer can use now: taken off the bill, or handed over by itself.
import { worthOf } from "@fedele/core/faceValue.ts";
import type { UsableReward } from "@fedele/sdk/schemas/reward.ts";
import { Button, Card, Checkbox, Group, Skeleton, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconGift } from "@tabler/icons-react";
import { useState } from "react";
import { useSpeech } from "../../language.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { giftWordsIn } from "../rewards/giftWords.ts";
import type { Choosing } from "./choosing.ts";
import type { Proving } from "./proving.tsx";
import type { Goods } from "./selling.ts";
import { usePointsTypes } from "./standing.ts";
import { useTill } from "./till.ts";
import { goesOnBill, nameOfUsable } from "./uses.ts";

/** So that the amount stays in sight on a phone. */
const SHOWN_FIRST = 4;

type Shown = {
  readonly choosing: Choosing;
  readonly proving: Proving;
  readonly goods: Goods | null;
  onGive(one: UsableReward): void;
};

export function Usable({ choosing, proving, goods, onGive }: Shown) {
  const { say } = useSpeech();
  const { usable, error, payable } = choosing;
  const [isAll, setAll] = useState(false);
  if (error !== null) return <RefusalAlert error={error} />;
  if (usable === undefined) return <Skeleton h={56} />;
  if (usable.length === 0 && payable === null) return null;
  const shown = usable.filter((one, at) => isAll || at < SHOWN_FIRST || choosing.isChosen(one));
  return (
    <Card withBorder component="section" aria-label={say("till.uses")}>
      <Title order={2} size="h4" mb="xs">
        {say("till.uses")}
      </Title>
      <Stack gap="sm">
        {shown.map((one) => (
          <Row key={nameOfUsable(one)} {...{ one, choosing, proving, goods, onGive }} />
        ))}
        {shown.length < usable.length ? (
          <Button h={48} variant="subtle" onClick={() => setAll(true)}>
            {say("till.allUses", { count: usable.length })}
          </Button>
        ) : null}
        <PayWithPoints choosing={choosing} proving={proving} />
      </Stack>
    </Card>
  );
}

function Row({ one, choosing, proving, goods, onGive }: Shown & { readonly one: UsableReward }) {
  const { say } = useSpeech();
  const name = useNameOf(one);
  const terms = useTermsOf(one);
  if (goesOnBill(one, goods)) {
    const isChosen = choosing.isChosen(one);
    return (
      <Checkbox
        size="lg"
        label={name}
        description={terms}
        checked={isChosen}
        onChange={() => (isChosen ? choosing.toggle(one) : proving.first(() => choosing.toggle(one)))}
      />
    );
  }
  return (
    <Group justify="space-between" wrap="nowrap">
      <Stack gap={0} miw={0}>
        <Text fw={500}>{name}</Text>
        <Text size="sm" c="dimmed">
          {terms}
        </Text>
      </Stack>
      <Button
        h={48}
        variant="light"
        flex="none"
        leftSection={<IconGift size={20} aria-hidden />}
        aria-label={say("till.handOverIt", { name })}
        onClick={() => proving.first(() => onGive(one))}
      >
        {say("till.handOver")}
      </Button>
    </Group>
  );
}

/** What has no name is called by what it brings. */
export function useNameOf({ name, gift }: UsableReward): string {
  const speech = useSpeech();
  const { tenant } = useTill();
  return name === "" ? giftWordsIn(speech, tenant.currency)(gift) : name;
}

/** What it brings, what it costs, and until when it is good. */
function useTermsOf({ name, gift, cost, issuedRewardId, expiresAt }: UsableReward): string {
  const speech = useSpeech();
  const { say, number, day } = speech;
  const { tenant } = useTill();
  const types = usePointsTypes();
  const price = cost === null ? "" : `${number(cost.points)} ${types.get(cost.pointsType)?.name ?? ""}`;
  const parts = [
    name === "" || gift.kind === "benefit" ? "" : giftWordsIn(speech, tenant.currency)(gift),
    issuedRewardId === undefined ? price : say("till.has"),
    expiresAt === null ? "" : say("till.goodUntil", { day: day(expiresAt, tenant.timezone) }),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

function PayWithPoints({ choosing, proving }: Pick<Shown, "choosing" | "proving">) {
  const { say, money, number } = useSpeech();
  const { tenant } = useTill();
  const { payable, isPaying, setPaying, typed, setTyped } = choosing;
  const face = payable?.type.faceValue ?? null;
  if (payable === null || face === null) return null;
  return (
    <>
      <Checkbox
        size="lg"
        label={say("till.payWithPoints")}
        description={say("till.pointsWorth", {
          points: `${number(payable.points)} ${payable.type.name}`,
          amount: money(worthOf(payable.points, face), tenant.currency),
        })}
        checked={isPaying}
        onChange={() => (isPaying ? setPaying(false) : proving.first(() => setPaying(true)))}
      />
      {isPaying ? (
        <TextInput
          size="md"
          inputMode="numeric"
          label={say("till.pointsToUse")}
          description={say("till.pointsToUseHint")}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
    </>
  );
}
