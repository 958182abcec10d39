// Before anything of a member's is used they show that it is them: by the code of their phone, or one that is sent.
import { readCardCode } from "@fedele/core/cardCodes.ts";
import { answered, Refusal } from "@fedele/sdk/browser.ts";
import { Alert, Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { IconCamera, IconMail, IconShieldCheck } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useSpeech } from "../../language.ts";
import { useRequestKey } from "../../parts/requestKey.ts";
import { RefusalAlert, Waiting } from "../../parts/states.tsx";
import { proofEnd } from "./finding.ts";
import { useStanding } from "./standing.ts";
import { type Customer, type Till, useTill } from "./till.ts";

const Camera = lazy(async () => ({ default: (await import("./camera.tsx")).Camera }));

export type Proving = ReturnType<typeof useProving>;

export function useProving(customer: Customer) {
  const { say } = useSpeech();
  const till = useTill();
  const { isBusiness } = useStanding(customer);
  const [until, setUntil] = useState(customer.provedUntil ?? 0);
  const [next, setNext] = useState<(() => void) | null>(null);
  const keys = useRequestKey();
  const words = { otherCard: say("till.otherCard"), noCode: say("till.noCode") };
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (code: string) => prove(till, customer, { code, isBusiness, headers: keys.keyFor(code), words }),
    onSuccess: (provedUntil) => {
      keys.forget();
      setUntil(provedUntil);
      setNext(null);
      next?.();
    },
  });
  return {
    /** Shown where this till wants to see it. */
    provedUntil: until > 0 ? until : undefined,
    isAsking: next !== null,
    isPending,
    error,
    show: (code: string) => {
      if (code.trim() !== "" && !isPending) mutate(code);
    },
    /** Does it once the member has shown that they are there, which may have been a moment ago. */
    first: (act: () => void) => {
      if (customer.needsProof === false || till.isTraining || until > Date.now()) return act();
      reset();
      setNext(() => act);
    },
    close: () => setNext(null),
    /** What was shown is used up, or too old. */
    forget: () => setUntil(0),
  };
}

type Shown = {
  readonly code: string;
  readonly isBusiness: boolean;
  readonly headers: { readonly "idempotency-key": string };
  readonly words: { readonly otherCard: string; readonly noCode: string };
};

/** Until when it is good. */
async function prove(
  { api }: Till,
  { id = "" }: Customer,
  { code, isBusiness, headers, words }: Shown,
): Promise<number> {
  const text = code.trim().toUpperCase();
  const isSent = /^\d{6}$/.test(text);
  if (!isSent && readCardCode(text) === null) throw new Refusal("invalid", words.noCode);
  const body = isSent ? { memberId: id, code: text } : { qr: text, ...(isBusiness ? { businessId: id } : {}) };
  const { memberId } = await answered(api.POST("/v1/spending-proofs", { body, headers }));
  if (memberId !== id) throw new Refusal("forbidden", words.otherCard);
  return proofEnd();
}

export function ProvingDialog({ proving, customer }: { proving: Proving; customer: Customer }) {
  const { say } = useSpeech();
  const [isScanning, setScanning] = useState(false);
  if (!proving.isAsking) return null;
  if (isScanning) {
    return (
      <Suspense fallback={<Waiting />}>
        <Camera
          onRead={(code) => {
            setScanning(false);
            proving.show(code);
          }}
          onClose={() => setScanning(false)}
        />
      </Suspense>
    );
  }
  return (
    <Modal
      opened
      onClose={proving.close}
      title={say("till.prove", { name: customer.shownName ?? customer.typed })}
      closeButtonProps={{ "aria-label": say("till.close"), size: 48 }}
    >
      <Stack>
        <Text>{say("till.proveHint")}</Text>
        <CodeForm proving={proving} />
        <Button
          h={56}
          variant="default"
          leftSection={<IconCamera size={20} aria-hidden />}
          onClick={() => setScanning(true)}
        >
          {say("till.scan")}
        </Button>
        <SendCode customer={customer} />
      </Stack>
    </Modal>
  );
}

function CodeForm({ proving }: { proving: Proving }) {
  const { say } = useSpeech();
  const [code, setCode] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        proving.show(code);
      }}
    >
      <Stack>
        <TextInput
          size="lg"
          label={say("till.code")}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          data-autofocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <RefusalAlert error={proving.error} />
        <Button
          h={56}
          type="submit"
          loading={proving.isPending}
          leftSection={<IconShieldCheck size={20} aria-hidden />}
        >
          {say("till.confirm")}
        </Button>
      </Stack>
    </form>
  );
}

/** For whoever has no phone at hand that shows the card. */
function SendCode({ customer: { id = "" } }: { customer: Customer }) {
  const { say } = useSpeech();
  const { api } = useTill();
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () =>
      answered(api.POST("/v1/members/{memberId}/spending-codes", { params: { path: { memberId: id } } })),
  });
  return (
    <>
      <RefusalAlert error={error} />
      {isSuccess ? (
        <Alert role="status">{say("till.codeSent")}</Alert>
      ) : (
        <Group>
          <Button
            h={48}
            variant="subtle"
            loading={isPending}
            leftSection={<IconMail size={20} aria-hidden />}
            onClick={() => mutate()}
          >
            {say("till.sendCode")}
          </Button>
        </Group>
      )}
    </>
  );
}
