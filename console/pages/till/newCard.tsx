// The card of whoever has just joined, for the phone in their hand: a code that opens it there, signed in, once.
import { answered, Refusal } from "@fedele/sdk/browser.ts";
import { Alert, Button, Card, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useInterval } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSpeech } from "../../language.ts";
import { QrCode } from "./qr.tsx";
import { type Customer, useTill } from "./till.ts";

/** How long a link is good, by the clock of this device. */
const LINK_MS = 10 * 60_000;
const QR_PX = 240;

export function NewCard({ customer, card }: { customer: Customer; card: string }) {
  const { say } = useSpeech();
  const { data, error, isFetching, refetch } = usePhoneLink(customer);
  if (error !== null) return <PaperCard card={card} />;
  return (
    <Card withBorder component="section" aria-label={say("till.phoneLink")}>
      <Stack align="center" gap="xs">
        <Title order={2} size="h4">
          {say("till.phoneLink")}
        </Title>
        {data === undefined || isFetching ? <Skeleton h={QR_PX} w={QR_PX} /> : <Link {...data} />}
        <Button h={48} variant="subtle" loading={isFetching} onClick={() => refetch()}>
          {say("till.phoneLinkAgain")}
        </Button>
      </Stack>
    </Card>
  );
}

/** A new one each time that it is asked for: what was shown once is not shown again by anybody. */
function usePhoneLink({ id = "" }: Customer) {
  const { api } = useTill();
  return useQuery({
    queryKey: ["portalLink", id],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    queryFn: async () => {
      const params = { path: { memberId: id } };
      const { url, expiresAt } = await answered(api.POST("/v1/members/{memberId}/portal-links", { params }));
      if (url === undefined) throw new Refusal("internal", "The link has no address.");
      return { url, expiresAt, goneAt: Date.now() + LINK_MS };
    },
  });
}

function Link({ url, expiresAt, goneAt }: { url: string; expiresAt: string; goneAt: number }) {
  const { say, moment } = useSpeech();
  const { tenant } = useTill();
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 1_000, { autoInvoke: true });
  if (now >= goneAt) return <Alert color="yellow">{say("till.phoneLinkOver")}</Alert>;
  return (
    <>
      <QrCode text={url} label={say("till.phoneLink")} />
      <Text ta="center">{say("till.phoneLinkHint", { moment: moment(expiresAt, tenant.timezone) })}</Text>
    </>
  );
}

/** Where no link can be made: a code to take a picture of, which finds the member the next time. */
function PaperCard({ card }: { card: string }) {
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
