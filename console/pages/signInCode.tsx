// Six digits that came by mail, or that the person's app shows.
import { answered } from "@fedele/sdk/browser.ts";
import { Anchor, Button, PinInput, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { api } from "../api.ts";
import { useSpeech } from "../language.ts";
import { RefusalAlert } from "../parts/states.tsx";
import { useSubmit } from "../parts/submitting.ts";

const CODE_DIGITS = 6;

/** Who asked for a code, and whether it is the app's that is due now. */
export type CodeStep = { readonly at: "code" | "app"; readonly tenant: string; readonly email: string };

type Shown = {
  step: CodeStep;
  onAppDue(): void;
  onIn(csrfToken: string): Promise<void>;
  onBack(): void;
};

export function CodeForm({ step, onAppDue, onIn, onBack }: Shown) {
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
