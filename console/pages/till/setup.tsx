// Where the till stands: chosen by whoever signed in, or fixed for good on a device that becomes a till of its own.
import { answered } from "@fedele/sdk/browser.ts";
import type { Location } from "@fedele/sdk/schemas/catalog.ts";
import type { Tenant } from "@fedele/sdk/schemas/tenant.ts";
import { newDeviceKey, publicKeyText } from "@fedele/sdk/tillDevice.ts";
import { Button, Card, Container, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDocumentTitle } from "@mantine/hooks";
import { IconDeviceTablet, IconMapPin } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { Empty, RefusalAlert, Waiting } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import type { SignedIn } from "../../session.ts";
import { type Device, saveDevice } from "./deviceStore.ts";
import { apiOfDevice, locationsOf } from "./till.ts";

export type Place = Location;

const keptAs = ({ id }: Tenant) => `fedele.till.${id}`;

/** Where this browser's till stood last. */
export function keptLocation(tenant: Tenant): Place | null {
  const kept = localStorage.getItem(keptAs(tenant));
  return kept === null ? null : JSON.parse(kept);
}

type Choosing = {
  readonly session: SignedIn;
  onChosen(place: Place): void;
  onDevice(device: Device): void;
};

export function ChooseLocation({ session, onChosen, onDevice }: Choosing) {
  const { say } = useSpeech();
  useDocumentTitle(`${say("till.title")} · Fedele`);
  const { data, error } = useQuery({ queryKey: ["locations", "till"], queryFn: () => locationsOf(api) });
  const choose = (place: Place) => {
    localStorage.setItem(keptAs(session.tenant), JSON.stringify(place));
    onChosen(place);
  };
  return (
    <Container component="main" size="sm" py="xl">
      <Stack gap="lg">
        <Title order={1} size="h2">
          {say("till.where")}
        </Title>
        <RefusalAlert error={error} />
        {data === undefined && error === null ? <Waiting /> : null}
        {data?.length === 0 ? <Empty title={say("till.noLocations")} hint={say("till.noLocationsHint")} /> : null}
        {data?.map((place) => (
          <Button
            key={place.id}
            variant="default"
            h={64}
            fullWidth
            justify="start"
            leftSection={<IconMapPin size={20} aria-hidden />}
            onClick={() => choose(place)}
          >
            {place.name}
          </Button>
        ))}
        {data !== undefined && data.length > 0 && session.scopes.has("staff:write") ? (
          <MakeDevice locations={data} tenant={session.tenant} onDevice={onDevice} />
        ) : null}
      </Stack>
    </Container>
  );
}

type Making = { readonly locations: readonly Place[]; readonly tenant: Tenant; onDevice(device: Device): void };

/** A shared tablet gets a key of its own, which may do what a cashier may, here and nowhere else. */
function MakeDevice({ locations, tenant, onDevice }: Making) {
  const { say } = useSpeech();
  const form = useForm({ initialValues: { name: "", locationId: locations[0]?.id ?? "" } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: async (values) => {
      const location = locations.find(({ id }) => id === values.locationId);
      if (location === undefined) throw new Error("a location was chosen that is not there");
      return becomeTill(values.name, location, tenant);
    },
    afterwards: onDevice,
  });
  return (
    <Card withBorder component="section" aria-label={say("till.makeDevice")} mt="md">
      <form onSubmit={submit} noValidate>
        <Stack>
          <Title order={2} size="h4">
            {say("till.makeDevice")}
          </Title>
          <Text size="sm" c="dimmed">
            {say("till.makeDeviceHint")}
          </Text>
          <TextInput size="md" label={say("till.deviceName")} required {...form.getInputProps("name")} />
          <Select
            size="md"
            label={say("till.location")}
            data={locations.map(({ id, name }) => ({ value: id, label: name }))}
            allowDeselect={false}
            {...form.getInputProps("locationId")}
          />
          <RefusalAlert error={refusal} />
          <Button
            type="submit"
            h={48}
            loading={isSending}
            leftSection={<IconDeviceTablet size={20} aria-hidden />}
            disabled={form.values.name.trim() === ""}
          >
            {say("till.makeDevice")}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

/** Makes the till's key and the device's own, and signs out whoever made it: what is left may do what a cashier may. */
async function becomeTill(name: string, location: Place, tenant: Tenant): Promise<Device> {
  const serial = crypto.randomUUID();
  const body = { name, locationId: location.id, device: serial };
  const { id: tillKeyId, secret } = await answered(api.POST("/v1/till-keys", { body }));
  if (secret === undefined) throw new Error("the till's key was made before, and is shown once");
  const key = await newDeviceKey();
  const own = apiOfDevice({ secret, serial });
  const params = { path: { tillKeyId } };
  await answered(
    own.PUT("/v1/till-keys/{tillKeyId}/device", { params, body: { publicKey: await publicKeyText(key) } }),
  );
  const { now, lastCounter } = await answered(own.GET("/v1/till-keys/{tillKeyId}/device", { params }));
  const device: Device = {
    tillKeyId,
    secret,
    serial,
    name,
    location: { code: location.code, name: location.name },
    key,
    tenant,
    counter: lastCounter,
    clockOffsetMs: Date.parse(now) - Date.now(),
    lastSyncAt: Date.now(),
  };
  await saveDevice(device);
  await api.DELETE("/v1/session");
  return device;
}
