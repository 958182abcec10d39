// One field for whatever the customer says or shows.
import { isOffline } from "@fedele/sdk/browser.ts";
import type { ListedMember } from "@fedele/sdk/schemas/memberTable.ts";
import { Alert, Button, Card, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconCamera, IconSearch, IconUserSearch } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useSpeech } from "../../language.ts";
import { RefusalAlert, Waiting } from "../../parts/states.tsx";
import { endOf, type Found, find, shortName, soughtIn, unasked } from "./finding.ts";
import type { Stage } from "./stages.ts";
import { type Customer, type Till, useTill } from "./till.ts";
import { useScanner } from "./useScanner.ts";

type Asked = { readonly text: string; readonly isScanned: boolean } | { readonly member: string };

const Camera = lazy(async () => ({ default: (await import("./camera.tsx")).Camera }));

export function Find({ onStage }: { onStage(stage: Stage): void }) {
  const { say } = useSpeech();
  const till = useTill();
  const [text, setText] = useState("");
  const [isScanning, setScanning] = useState(false);
  const serve = (customer: Customer) => onStage({ at: "sale", customer });
  const { mutate, isPending, error, data, reset } = useMutation({
    mutationFn: (asked: Asked) => askFor(till, asked),
    onSuccess: (found) => {
      if (found.kind === "one") serve(found.customer);
      if (found.kind === "newcomer") onStage({ at: "join", phone: found.phone });
    },
  });
  const ask = (asked: Asked) => {
    if (!isPending && ("member" in asked || asked.text.trim() !== "")) mutate(asked);
  };
  useScanner((code) => {
    setText(code);
    ask({ text: code, isScanned: true });
  });
  const type = (typed: string) => {
    setText(typed);
    reset();
  };
  return (
    <Stack maw={640} mx="auto" gap="lg" mt={{ base: 0, sm: "xl" }}>
      <Title order={1} size="h2">
        {say("till.who")}
      </Title>
      <FindForm
        text={text}
        isAsking={isPending}
        onType={type}
        onAsk={() => ask({ text, isScanned: false })}
        onCamera={() => setScanning(true)}
      />
      <RefusalAlert error={error} />
      {data?.kind === "nobody" ? (
        <Alert color="yellow" role="alert" title={say("till.nobody")}>
          {say("till.nobodyHint")}
        </Alert>
      ) : null}
      {data?.kind === "several" ? (
        <Candidates members={data.candidates} onChosen={(member) => ask({ member })} />
      ) : null}
      {isScanning ? (
        <Suspense fallback={<Waiting />}>
          <Camera
            onRead={(code) => {
              setScanning(false);
              ask({ text: code, isScanned: true });
            }}
            onClose={() => setScanning(false)}
          />
        </Suspense>
      ) : null}
    </Stack>
  );
}

type Form = {
  readonly text: string;
  readonly isAsking: boolean;
  onType(text: string): void;
  onAsk(): void;
  onCamera(): void;
};

function FindForm({ text, isAsking, onType, onAsk, onCamera }: Form) {
  const { say } = useSpeech();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onAsk();
      }}
    >
      <Stack>
        <TextInput
          size="xl"
          label={say("till.find")}
          description={say("till.findHint")}
          autoComplete="off"
          autoCapitalize="none"
          autoFocus
          value={text}
          onChange={(event) => onType(event.currentTarget.value)}
          leftSection={<IconUserSearch aria-hidden />}
        />
        <Group grow preventGrowOverflow={false} wrap="wrap">
          <Button h={56} size="md" type="submit" loading={isAsking} leftSection={<IconSearch size={20} aria-hidden />}>
            {say("till.findNow")}
          </Button>
          <Button
            h={56}
            size="md"
            variant="default"
            leftSection={<IconCamera size={20} aria-hidden />}
            onClick={onCamera}
          >
            {say("till.scan")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A till of its own goes on without a network: the sale will find out who it was. */
async function askFor(till: Till, asked: Asked): Promise<Found> {
  const sought = "member" in asked ? ({ kind: "member", id: asked.member } as const) : soughtIn(asked.text, asked);
  try {
    return await find(till.api, sought);
  } catch (error) {
    const customer = unasked(sought);
    if (!isOffline(error) || till.device === null || till.isTraining || customer === null) throw error;
    return { kind: "one", customer };
  }
}

type Chosen = { readonly members: readonly ListedMember[]; onChosen(memberId: string): void };

/** Of several with a name: enough of each to ask the customer which one they are, and no more. */
function Candidates({ members, onChosen }: Chosen) {
  const { say } = useSpeech();
  return (
    <Card withBorder component="section" aria-label={say("till.several")}>
      <Text fw={600} mb="sm">
        {say("till.several")}
      </Text>
      <Stack gap="xs">
        {members.map((member) => {
          const shown = shortName(member.name);
          return (
            <Button
              key={member.id}
              h={56}
              variant="default"
              justify="space-between"
              rightSection={<Text c="dimmed">{endOf(member)}</Text>}
              onClick={() => onChosen(member.id)}
            >
              {shown}
            </Button>
          );
        })}
      </Stack>
    </Card>
  );
}
