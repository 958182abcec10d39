// What is left to pay after what the customer uses.
import type { Bill } from "@fedele/core/redemption.ts";
import { Alert, Card, Group, Stack, Text } from "@mantine/core";
import { useSpeech } from "../../language.ts";
import { useTill } from "./till.ts";

type Shown = { readonly bill: Bill | null; nameOf(used: { readonly id: string }): string };

export function Billing({ bill, nameOf }: Shown) {
  const { say, money } = useSpeech();
  const { tenant } = useTill();
  if (bill === null) return null;
  const amount = (minor: number) => money(minor, tenant.currency);
  return (
    <Card withBorder component="section" aria-label={say("till.bill")}>
      <Stack gap={4}>
        <Line name={say("till.purchase")} amount={amount(bill.total.before.grossMinor)} />
        {bill.applied.map((used) => (
          <Line key={used.id} name={nameOf(used)} amount={amount(-used.amountMinor)} />
        ))}
        <Line name={say("till.toPay")} amount={amount(bill.total.after.grossMinor)} isSum />
        {bill.notApplied.map((used) => (
          <Alert key={used.id} color="yellow">
            {say("till.takesNothingOff", { name: nameOf(used) })}
          </Alert>
        ))}
      </Stack>
    </Card>
  );
}

function Line({ name, amount, isSum = false }: { name: string; amount: string; isSum?: boolean }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text fw={isSum ? 700 : 400}>{name}</Text>
      <Text className="figures" fw={isSum ? 700 : 400} size={isSum ? "xl" : "md"} flex="none">
        {amount}
      </Text>
    </Group>
  );
}
