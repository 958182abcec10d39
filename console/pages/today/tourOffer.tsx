// To whoever comes into a demo for the first time: the three minutes that show what it is. Declined it goes; it is
// found again with one's account.
import { Button, Card, Group, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSpeech } from "../../language.ts";
import { useSession } from "../../session.ts";
import { hasToured, keepToured, mayTour } from "../tour/touring.ts";

export function TourOffer() {
  const { say } = useSpeech();
  const session = useSession();
  const [isOver, setOver] = useState(() => hasToured(session));
  if (isOver || !mayTour(session)) return null;
  const decline = () => {
    keepToured(session);
    setOver(true);
  };
  return (
    <Card withBorder component="section" aria-labelledby="tourOffer">
      <Group justify="space-between" gap="md">
        <div>
          <Title order={2} size="h4" id="tourOffer">
            {say("tour.offer")}
          </Title>
          <Text c="dimmed" size="sm" maw={640}>
            {say("tour.offerHint")}
          </Text>
        </div>
        <Group gap="xs">
          <Button variant="default" onClick={decline}>
            {say("tour.later")}
          </Button>
          <Button component={Link} to="/tour">
            {say("tour.begin")}
          </Button>
        </Group>
      </Group>
    </Card>
  );
}
