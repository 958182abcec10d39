// In by a code that comes by mail, and by the app's code where the person has one. There are no passwords.
import { answered } from "@fedele/sdk/browser.ts";
import { Anchor, Button, PinInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../api.ts";
import { useSpeech } from "../language.ts";
import { Door } from "../parts/door.tsx";
import { RefusalAlert } from "../parts/states.tsx";
import { useSubmit } from "../parts/submitting.ts";
import { enter } from "../session.ts";

const route = getRouteApi("/sign-in");
const CODE_DIGITS = 6;
const SHOP_KEPT_AS = "fedele.shop";

/** Who asked for a code, and whether the app's code is due after it. */
type Step =
  | { readonly at: "address" }
  | { readonly at: "code" | "app"; readonly tenant: string; readonly email: string };

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
        <AddressForm onSent={(tenant, email) => setStep({ at: "code", tenant, email })} />
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

type CodeStep = {
  step: Extract<Step, { tenant: string }>;
  onAppDue(): void;
  onIn(csrfToken: string): Promise<void>;
  onBack(): void;
};

function CodeForm({ step, onAppDue, onIn, onBack }: CodeStep) {
  const { say } = useSpeech();
  const form = useForm({ initialValues: { code: "" } });
  const [attempt, setAttempt] = useState(1);
  const { at, tenant, email } = step;
  const { submit, send, isSending, refusal } = useSubmit(form, {
    send: ({ code }) =>
      at === "app"
        ? answered(api.POST("/v1/second-factors", { body: { code } }))
        : answered(api.POST("/v1/sign-ins", { body: { tenant, email, code } })),
    afterwards: ({ secondFactorDue, csrfToken }) => (secondFactorDue ? onAppDue() : onIn(csrfToken)),
  });
  /** A code that was wrong is typed anew from its first digit. */
  const startOver = () => {
    form.setFieldValue("code", "");
    setAttempt(attempt + 1);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text size="sm">{at === "app" ? say("signIn.appCode") : say("signIn.codeSent", { email })}</Text>
        <PinInput
          key={attempt}
          length={CODE_DIGITS}
          type="number"
          oneTimeCode
          autoFocus
          aria-label={say("signIn.code")}
          getInputProps={(index) => ({ "aria-label": say("signIn.digit", { number: index + 1 }) })}
          error={form.errors.code !== undefined}
          {...form.getInputProps("code")}
          onComplete={(code) => send({ code }, { onError: startOver })}
        />
        {form.errors.code === undefined ? null : (
          <Text size="sm" c="red" role="alert">
            {form.errors.code}
          </Text>
        )}
        <RefusalAlert error={refusal} />
        <Button type="submit" loading={isSending}>
          {say("signIn.enter")}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={onBack}>
          {say("signIn.otherAddress")}
        </Anchor>
      </Stack>
    </form>
  );
}
