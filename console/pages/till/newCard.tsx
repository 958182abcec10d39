// The card of whoever has just joined, for the phone in their hand.
import { Card, Stack, Text, Title } from "@mantine/core";
import { useSpeech } from "../../language.ts";
import { QrCode } from "./qr.tsx";

export function NewCard({ card }: { card: string }) {
  const { say } = useSpeech();
  return (
    <Card withBorder component="section" aria-label={say("till.newCard")}>
      <Stack align="center" gap="xs">
        <Title order={2} size="h4">
          {say("till.newCard")}
        </Title>
        <QrCode text={card} label={say("till.newCard")} />
        <Text ta="center">{say("till.newCardHint")}</Text>
      </Stack>
    </Card>
  );
}
