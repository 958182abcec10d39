// A session that has ended while somebody was at work: they sign in over what they were doing, and find it as it was.
import { answered } from "@fedele/sdk/browser.ts";
import { Anchor, Button, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { api, rememberCsrfToken, signedOut } from "../api.ts";
import { useSpeech } from "../language.ts";
import { RefusalAlert, Waiting } from "../parts/states.tsx";
import { queries } from "../queries.ts";
import { type SignedIn, sessionQuery } from "../session.ts";

const CodeForm = lazy(async () => ({ default: (await import("../pages/signInCode.tsx")).CodeForm }));

/** Above every other dialog: it may be one of them that could not be sent. */
const ABOVE_ALL = 1_000;

export function SignInAgain() {
  const isSignedOut = signedOut.useRaised();
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  if (!isSignedOut || session == null) return null;
  return <Again session={session} />;
}

async function goOn(csrfToken: string): Promise<void> {
  rememberCsrfToken(csrfToken);
  signedOut.lower();
  await queries.invalidateQueries();
}

function Again({ session: { staff, tenant } }: { session: SignedIn }) {
  const { say } = useSpeech();
  const [at, setAt] = useState<"address" | "code" | "app">("address");
  const { email } = staff;
  const asking = useMutation({
    mutationFn: () => answered(api.POST("/v1/sign-in-codes", { body: { tenant: tenant.slug, email } })),
    onSuccess: () => setAt("code"),
  });
  const leave = () => location.assign("/sign-in");
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      zIndex={ABOVE_ALL}
      title={say("signIn.again")}
    >
      <Stack>
        <Text size="sm">{say("signIn.againHint", { email })}</Text>
        {at === "address" ? (
          <>
            <RefusalAlert error={asking.error} />
            <Button data-autofocus loading={asking.isPending} onClick={() => asking.mutate()}>
              {say("signIn.sendTo", { email })}
            </Button>
          </>
        ) : (
          <Suspense fallback={<Waiting />}>
            <CodeForm
              key={at}
              step={{ at, tenant: tenant.slug, email }}
              onAppDue={() => setAt("app")}
              onIn={goOn}
              onBack={leave}
            />
          </Suspense>
        )}
        {at === "address" ? (
          <Anchor component="button" type="button" size="sm" onClick={leave}>
            {say("signIn.somebodyElse")}
          </Anchor>
        ) : null}
      </Stack>
    </Modal>
  );
}
