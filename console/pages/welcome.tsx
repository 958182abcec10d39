// What a link to join leads to: the first owner says who they are, whoever was invited takes the invitation up.
// The link's secret stands behind the #, and nothing happens before somebody presses the button.
import { answered } from "@fedele/sdk/browser.ts";
import { Button, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { api } from "../api.ts";
import { useSpeech } from "../language.ts";
import { Door } from "../parts/door.tsx";
import { RefusalAlert } from "../parts/states.tsx";
import { useSubmit } from "../parts/submitting.ts";
import { enter } from "../session.ts";

export function WelcomePage() {
  const { say } = useSpeech();
  const navigate = useNavigate();
  const form = useForm({ mode: "uncontrolled", initialValues: { name: "", email: "" } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: ({ name, email }) =>
      answered(
        api.POST("/v1/invitation-acceptances", {
          body: {
            token: location.hash.slice(1),
            // Whoever was invited is known by the invitation; the first owner is not.
            ...(name.trim() === "" ? {} : { name: name.trim() }),
            ...(email.trim() === "" ? {} : { email: email.trim() }),
          },
        }),
      ),
    afterwards: async ({ signedIn }) => {
      if (signedIn === undefined) return navigate({ to: "/sign-in" });
      await enter(signedIn.csrfToken);
      return navigate({ to: "/", replace: true });
    },
  });
  return (
    <Door title={say("welcome.title")}>
      <Title order={1} size="h3">
        {say("welcome.title")}
      </Title>
      <Text size="sm" c="dimmed">
        {say("welcome.hint")}
      </Text>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={say("field.yourName")}
            autoComplete="name"
            key={form.key("name")}
            {...form.getInputProps("name")}
          />
          <TextInput
            label={say("field.email")}
            description={say("welcome.emailHint")}
            type="email"
            autoComplete="email"
            key={form.key("email")}
            {...form.getInputProps("email")}
          />
          <RefusalAlert error={refusal} />
          <Button type="submit" loading={isSending}>
            {say("welcome.enter")}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
