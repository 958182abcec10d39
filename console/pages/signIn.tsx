// In by a code that comes by mail, and by the app's code where the person has one. There are no passwords.
import { answered } from "@fedele/sdk/browser.ts";
import { Button, Divider, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconFingerprint } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../api.ts";
import { useSpeech } from "../language.ts";
import { Door } from "../parts/door.tsx";
import { hasPasskeys, isCalledOff, signInByPasskey } from "../parts/passkeys.ts";
import { RefusalAlert } from "../parts/states.tsx";
import { useSubmit } from "../parts/submitting.ts";
import { enter } from "../session.ts";
import { CodeForm, type CodeStep } from "./signInCode.tsx";

const route = getRouteApi("/sign-in");
const SHOP_KEPT_AS = "fedele.shop";

type Step = { readonly at: "address" } | CodeStep;

export function SignInPage() {
  const { say } = useSpeech();
  const [step, setStep] = useState<Step>({ at: "address" });
  const { next } = route.useSearch();
  const navigate = useNavigate();
  const goIn = async (csrfToken: string) => {
    await enter(csrfToken);
    await navigate({ href: next ?? "/", replace: true });
  };
  return (
    <Door title={say("signIn.title")}>
      <Title order={1} size="h3">
        {say("signIn.title")}
      </Title>
      {step.at === "address" ? (
        <>
          <AddressForm onSent={(tenant, email) => setStep({ at: "code", tenant, email })} />
          {hasPasskeys() ? <ByPasskey onIn={goIn} /> : null}
        </>
      ) : (
        <CodeForm
          key={step.at}
          step={step}
          onAppDue={() => setStep({ ...step, at: "app" })}
          onIn={goIn}
          onBack={() => setStep({ at: "address" })}
        />
      )}
    </Door>
  );
}

function AddressForm({ onSent }: { onSent(tenant: string, email: string): void }) {
  const { say } = useSpeech();
  const { shop } = route.useSearch();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { tenant: shop ?? localStorage.getItem(SHOP_KEPT_AS) ?? "", email: "" },
  });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: async (body) => {
      await answered(api.POST("/v1/sign-in-codes", { body }));
      return body;
    },
    afterwards: ({ tenant, email }) => {
      localStorage.setItem(SHOP_KEPT_AS, tenant);
      onSent(tenant, email);
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={say("signIn.shop")}
          description={say("signIn.shopHint")}
          autoCapitalize="none"
          autoCorrect="off"
          required
          key={form.key("tenant")}
          {...form.getInputProps("tenant")}
        />
        <TextInput
          label={say("field.email")}
          type="email"
          autoComplete="email"
          required
          key={form.key("email")}
          {...form.getInputProps("email")}
        />
        <RefusalAlert error={refusal} />
        <Button type="submit" loading={isSending}>
          {say("signIn.sendCode")}
        </Button>
      </Stack>
    </form>
  );
}

/** No address and no code: the device knows whose passkey it is. */
function ByPasskey({ onIn }: { onIn(csrfToken: string): Promise<void> }) {
  const { say } = useSpeech();
  const { mutate, isPending, error } = useMutation({
    mutationFn: signInByPasskey,
    onSuccess: ({ csrfToken }) => onIn(csrfToken),
  });
  return (
    <Stack>
      <Divider label={say("passkey.or")} />
      <Button
        variant="default"
        leftSection={<IconFingerprint size={18} aria-hidden />}
        loading={isPending}
        onClick={() => mutate()}
      >
        {say("passkey.signIn")}
      </Button>
      {isCalledOff(error) ? <Text size="sm">{say("passkey.calledOff")}</Text> : <RefusalAlert error={error} />}
    </Stack>
  );
}
