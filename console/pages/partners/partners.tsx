// Whose points they are and where they are earned: partners, the places of each, and the tills in them.
import { answered, done } from "@fedele/sdk/browser.ts";
import type { Location, Partner } from "@fedele/sdk/schemas/catalog.ts";
import type { TillKey } from "@fedele/sdk/schemas/tillKey.ts";
import { Badge, Button, Group, Modal, Select, Stack, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Static } from "typebox";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { codeFrom } from "../../parts/codes.ts";
import { Confirming } from "../../parts/confirming.tsx";
import { Page } from "../../parts/page.tsx";
import { PagedTable, usePaged } from "../../parts/paged.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { queries } from "../../queries.ts";
import { useSession } from "../../session.ts";

const refresh = () => queries.invalidateQueries({ queryKey: ["places"] });

export function PartnersPage() {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const partners = usePaged<Partner>(["places", "partners"], (query) =>
    answered(api.GET("/v1/partners", { params: { query } })),
  );
  const locations = usePaged<Location>(["places", "locations"], (query) =>
    answered(api.GET("/v1/locations", { params: { query } })),
  );
  const partnerNames = new Map(partners.items?.map(({ id, name }) => [id, name]));
  return (
    <Page title={say("nav.partners")} hint={say("partners.hint")}>
      <Part title={say("partners.locations")} action={<NewPlace partners={partners.items ?? []} />}>
        <PagedTable
          caption={say("partners.locations")}
          paged={locations}
          idOf={({ id }) => id}
          empty={{ title: say("partners.noLocations"), hint: say("partners.noLocationsHint") }}
          columns={[
            { title: say("partners.name"), show: ({ name }) => name },
            { title: say("partners.code"), show: ({ code }) => code },
            {
              title: say("partners.partner"),
              isExtra: true,
              show: ({ partnerId }) => partnerNames.get(partnerId ?? "") ?? say("partners.own"),
            },
          ]}
        />
      </Part>
      <Part title={say("partners.partners")} action={<NewPartner />}>
        <PagedTable
          caption={say("partners.partners")}
          paged={partners}
          idOf={({ id }) => id}
          empty={{ title: say("partners.none"), hint: say("partners.noneHint") }}
          columns={[
            { title: say("partners.name"), show: ({ name }) => name },
            { title: say("partners.code"), show: ({ code }) => code },
          ]}
        />
      </Part>
      {scopes.has("staff:read") ? <Tills locations={locations.items ?? []} /> : null}
    </Page>
  );
}

function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </Stack>
  );
}

function Tills({ locations }: { locations: readonly Location[] }) {
  const { say, day } = useSpeech();
  const { tenant, scopes } = useSession();
  const tills = usePaged<Static<typeof TillKey>>(["places", "tills"], (query) =>
    answered(api.GET("/v1/till-keys", { params: { query } })),
  );
  const placeNames = new Map(locations.map(({ id, name }) => [id, name]));
  return (
    <Part title={say("partners.tills")}>
      <PagedTable
        caption={say("partners.tills")}
        paged={tills}
        idOf={({ id }) => id}
        empty={{ title: say("partners.noTills"), hint: say("partners.noTillsHint") }}
        columns={[
          { title: say("partners.name"), show: ({ name }) => name },
          { title: say("partners.place"), show: ({ locationId }) => placeNames.get(locationId) ?? locationId },
          { title: say("partners.since"), isExtra: true, show: ({ createdAt }) => day(createdAt, tenant.timezone) },
          {
            title: say("partners.state"),
            show: ({ id, name, revokedAt }) => {
              if (revokedAt !== undefined) return <Badge color="gray.7">{say("keys.revoked")}</Badge>;
              if (!scopes.has("staff:write")) return <Badge>{say("team.on")}</Badge>;
              return (
                <Confirming
                  isSmall
                  label={say("keys.revoke")}
                  warning={say("partners.revokeTill", { name })}
                  act={() => done(api.DELETE("/v1/till-keys/{tillKeyId}", { params: { path: { tillKeyId: id } } }))}
                  afterwards={refresh}
                />
              );
            },
          },
        ]}
      />
    </Part>
  );
}

type Frame = { label: string; children(close: () => Promise<void>): ReactNode };

/** A button that opens a form; once the form is done the lists are asked anew. */
function Adding({ label, children }: Frame) {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const [isOpen, { open, close }] = useDisclosure(false);
  if (!scopes.has("catalog:write")) return null;
  return (
    <>
      <Button variant="light" leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={close} title={label} closeButtonProps={{ "aria-label": say("dialog.close") }}>
        {children(async () => {
          close();
          await refresh();
        })}
      </Modal>
    </>
  );
}

function NewPlace({ partners }: { partners: readonly Partner[] }) {
  const { say } = useSpeech();
  return (
    <Adding label={say("partners.addLocation")}>{(close) => <PlaceForm partners={partners} onDone={close} />}</Adding>
  );
}

function PlaceForm({ partners, onDone }: { partners: readonly Partner[]; onDone(): unknown }) {
  const { say } = useSpeech();
  const form = useForm<{ name: string; partnerId: string | null }>({ initialValues: { name: "", partnerId: null } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: ({ name, partnerId }) =>
      answered(
        api.POST("/v1/locations", {
          body: { name, code: codeFrom(name), ...(partnerId === null ? {} : { partnerId }) },
        }),
      ),
    afterwards: onDone,
    fieldOf: (path) => (path === "code" ? "name" : path),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label={say("partners.name")} {...form.getInputProps("name")} />
        {partners.length === 0 ? null : (
          <Select
            label={say("partners.partner")}
            placeholder={say("partners.own")}
            clearable
            data={partners.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps("partnerId")}
          />
        )}
        <RefusalAlert error={refusal} />
        <Group justify="flex-end">
          <Button type="submit" loading={isSending}>
            {say("partners.addLocation")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function NewPartner() {
  const { say } = useSpeech();
  return <Adding label={say("partners.addPartner")}>{(close) => <PartnerForm onDone={close} />}</Adding>;
}

function PartnerForm({ onDone }: { onDone(): unknown }) {
  const { say } = useSpeech();
  const form = useForm({ initialValues: { name: "" } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: ({ name }) => answered(api.POST("/v1/partners", { body: { name, code: codeFrom(name) } })),
    afterwards: onDone,
    fieldOf: (path) => (path === "code" ? "name" : path),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label={say("partners.name")} {...form.getInputProps("name")} />
        <RefusalAlert error={refusal} />
        <Group justify="flex-end">
          <Button type="submit" loading={isSending}>
            {say("partners.addPartner")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
