// Who works here, what each may do, and who was invited.
import { answered, done } from "@fedele/sdk/browser.ts";
import { type Role, roles } from "@fedele/sdk/schemas/role.ts";
import type { Invitation, Staff } from "@fedele/sdk/schemas/staff.ts";
import { Badge, Button, Group, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { Confirming } from "../../parts/confirming.tsx";
import { PagedTable, usePaged } from "../../parts/paged.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { queries } from "../../queries.ts";
import { useSession } from "../../session.ts";

const refresh = () => queries.invalidateQueries({ queryKey: ["staff"] });

/** Whoever works for a partner is bound to it, which is set at the partner. */
const ownRoles = roles.filter((role) => role !== "partner");

export function TeamPage() {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const staff = usePaged<Staff>(["staff", "people"], (query) => answered(api.GET("/v1/staff", { params: { query } })));
  const mayChange = scopes.has("staff:write");
  return (
    <Stack>
      <PagedTable
        caption={say("settings.team")}
        paged={staff}
        idOf={({ id }) => id}
        empty={{ title: say("team.none"), hint: "" }}
        columns={[
          { title: say("team.name"), show: ({ name }) => name },
          { title: say("field.email"), isExtra: true, show: ({ email }) => email },
          { title: say("team.role"), show: (person) => <RoleOf person={person} /> },
          {
            title: say("team.secondFactor"),
            isExtra: true,
            show: ({ hasSecondFactor }) => (
              <Badge color={hasSecondFactor ? "pine" : "gray.7"}>{say(hasSecondFactor ? "team.on" : "team.off")}</Badge>
            ),
          },
          { title: say("team.leave"), isExtra: true, show: (person) => <Removal person={person} /> },
        ]}
      />
      {mayChange ? <InvitationForm /> : null}
      <Invitations />
    </Stack>
  );
}

function RoleOf({ person }: { person: Staff }) {
  const { say } = useSpeech();
  const { staff, scopes } = useSession();
  const { mutate, error } = useMutation({
    mutationFn: (role: Role) =>
      answered(api.PATCH("/v1/staff/{staffId}", { params: { path: { staffId: person.id } }, body: { role } })),
    onSettled: refresh,
  });
  // Nobody changes their own role: the last owner could not come back.
  if (!scopes.has("staff:write") || person.id === staff.id || person.role === "partner") {
    return say(`role.${person.role}`);
  }
  return (
    <Select
      size="xs"
      maw={200}
      aria-label={say("team.roleOf", { name: person.name })}
      data={ownRoles.map((value) => ({ value, label: say(`role.${value}`) }))}
      value={person.role}
      allowDeselect={false}
      onChange={(value) => {
        const role = ownRoles.find((one) => one === value);
        if (role !== undefined) mutate(role);
      }}
      error={error?.message}
    />
  );
}

function Removal({ person }: { person: Staff }) {
  const { say } = useSpeech();
  const { staff, scopes } = useSession();
  if (!scopes.has("staff:write") || person.id === staff.id) return null;
  return (
    <Confirming
      isSmall
      label={say("team.remove")}
      warning={say("team.removeWarning", { name: person.name })}
      act={() => done(api.DELETE("/v1/staff/{staffId}", { params: { path: { staffId: person.id } } }))}
      afterwards={refresh}
    />
  );
}

function InvitationForm() {
  const { say } = useSpeech();
  const form = useForm<{ name: string; email: string; role: Role }>({
    initialValues: { name: "", email: "", role: "cashier" },
  });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: (body) => answered(api.POST("/v1/invitations", { body })),
    afterwards: async ({ email }) => {
      form.reset();
      notifications.show({ message: say("team.invited", { email }) });
      await refresh();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={480} mt="md">
        <Title order={2} size="h4">
          {say("team.invite")}
        </Title>
        <TextInput label={say("team.name")} {...form.getInputProps("name")} />
        <TextInput label={say("field.email")} type="email" {...form.getInputProps("email")} />
        <Select
          label={say("team.role")}
          description={say(`team.may.${form.values.role}`)}
          data={ownRoles.map((value) => ({ value, label: say(`role.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps("role")}
        />
        <RefusalAlert error={refusal} />
        <Group>
          <Button type="submit" loading={isSending}>
            {say("team.invite")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Invitations() {
  const { say, moment } = useSpeech();
  const { tenant } = useSession();
  const paged = usePaged<Invitation>(["staff", "invitations"], (query) =>
    answered(api.GET("/v1/invitations", { params: { query } })),
  );
  const stateOf = ({ acceptedAt, revokedAt, expiresAt }: Invitation) => {
    if (acceptedAt !== undefined) return say("team.accepted");
    if (revokedAt !== undefined) return say("team.revoked");
    return say("team.until", { moment: moment(expiresAt, tenant.timezone) });
  };
  if (paged.items?.length === 0) return null;
  return (
    <Stack mt="md">
      <Title order={2} size="h4">
        {say("team.invitations")}
      </Title>
      <PagedTable
        caption={say("team.invitations")}
        paged={paged}
        idOf={({ id }) => id}
        empty={{ title: "", hint: "" }}
        columns={[
          { title: say("team.name"), show: ({ name, email }) => <Person name={name} email={email} /> },
          { title: say("team.role"), isExtra: true, show: ({ role }) => say(`role.${role}`) },
          { title: say("team.state"), show: stateOf },
        ]}
      />
    </Stack>
  );
}

function Person({ name, email }: { name: string; email: string }) {
  return (
    <>
      <Text size="sm">{name}</Text>
      <Text size="xs" c="dimmed">
        {email}
      </Text>
    </>
  );
}
