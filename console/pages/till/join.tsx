// Who is no member yet becomes one while they stand there: the till is turned to them, they read and tap once.
import { answered, isOffline } from "@fedele/sdk/browser.ts";
import { Button, Card, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconArrowLeft, IconUserPlus } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useSpeech } from "../../language.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { shortName } from "./finding.ts";
import type { Stage } from "./stages.ts";
import { type Customer, newCard, type Till, useTill } from "./till.ts";

/** Names the text that the customer reads here, and its language: changed with every change of the text. */
const CONSENT_TEXT = "till-sms-1";

type Joining = { readonly phone: string; onStage(stage: Stage): void; onBack(): void };

export function Join({ phone, onStage, onBack }: Joining) {
  const { say, language } = useSpeech();
  const till = useTill();
  const [name, setName] = useState("");
  // The same person, asked for again after an answer was lost, joins once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another name is another person.
  const order = useMemo(() => ({ key: crypto.randomUUID(), card: newCard() }), [name]);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (word: "agrees" | "silent") =>
      enrol(till, {
        phone,
        name: name.trim(),
        textVersion: word === "agrees" ? `${CONSENT_TEXT}-${language}` : null,
        order,
      }),
    onSuccess: (customer) => onStage({ at: "sale", customer }),
  });
  return (
    <Stack maw={640} mx="auto">
      <Title order={1} size="h2">
        {say("till.join")}
      </Title>
      <Text size="lg">{say("till.joinPhone", { phone })}</Text>
      <TextInput
        size="xl"
        label={say("till.firstName")}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Card withBorder padding="lg" component="section" aria-label={say("till.forCustomer")}>
        <Text size="sm" c="dimmed" mb="xs">
          {say("till.forCustomer")}
        </Text>
        <Text size="xl" mb="lg">
          {say("till.consent", { shop: till.tenant.name })}
        </Text>
        <Stack gap="sm">
          <Button
            h={64}
            size="lg"
            loading={isPending}
            leftSection={<IconUserPlus aria-hidden />}
            onClick={() => mutate("agrees")}
          >
            {say("till.agree")}
          </Button>
          <Button h={48} variant="default" disabled={isPending} onClick={() => mutate("silent")}>
            {say("till.joinSilently")}
          </Button>
        </Stack>
      </Card>
      <RefusalAlert error={error} />
      <Group>
        <Button h={48} variant="subtle" leftSection={<IconArrowLeft aria-hidden />} onClick={onBack}>
          {say("till.back")}
        </Button>
      </Group>
    </Stack>
  );
}

type Newcomer = {
  readonly phone: string;
  readonly name: string;
  readonly textVersion: string | null;
  /** Names the wish to join, so that it is granted once, with this card. */
  readonly order: { readonly key: string; readonly card: string };
};

async function enrol(till: Till, newcomer: Newcomer): Promise<Customer> {
  const { phone, name, textVersion } = newcomer;
  const made = { shownName: shortName(name), typed: phone, isNew: true };
  if (till.isTraining) return { ...made, reference: { phone } };
  try {
    const id = await enrolNow(till, newcomer);
    return { ...made, reference: { id }, id, card: newcomer.order.card };
  } catch (error) {
    // Without a network the sale carries the wish along, and that they agreed.
    if (!isOffline(error) || till.device === null || textVersion === null) throw error;
    const join = {
      ...(name === "" ? {} : { name }),
      consents: [{ topic: "sms" as const, textVersion }],
    };
    return { ...made, reference: { phone }, join };
  }
}

async function enrolNow({ api }: Till, newcomer: Newcomer): Promise<string> {
  const { phone, name, textVersion, order } = newcomer;
  const identities = [
    { kind: "phone" as const, value: phone },
    { kind: "qr" as const, value: order.card },
  ];
  const body = { identities, ...(name === "" ? {} : { name }) };
  const headers = { "idempotency-key": order.key };
  const { id } = await answered(api.POST("/v1/members", { body, headers }));
  if (textVersion !== null) {
    const said = { topic: "sms", state: "granted", source: "till", textVersion } as const;
    const params = { path: { memberId: id } };
    await answered(api.POST("/v1/members/{memberId}/consents", { params, body: said, headers }));
  }
  return id;
}
