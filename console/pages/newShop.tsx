// A shop of one's own: what it is called, where it is, what it begins with. The demo stays as it is.
import { isCurrency } from "@fedele/core/money.ts";
import { languages } from "@fedele/core/sentences.ts";
import { answered } from "@fedele/sdk/browser.ts";
import { presetChoices } from "@fedele/sdk/schemas/tenant.ts";
import { Button, Group, Radio, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { api } from "../api.ts";
import { languageNames, useSpeech } from "../language.ts";
import { codeFrom } from "../parts/codes.ts";
import { Page } from "../parts/page.tsx";
import { RefusalAlert } from "../parts/states.tsx";
import { useSubmit } from "../parts/submitting.ts";
import { timezones } from "../parts/timezones.ts";

const currencies = Intl.supportedValuesOf("currency").filter(isCurrency);

type Filled = {
  name: string;
  slug: string;
  currency: string;
  timezone: string;
  language: string;
  preset: (typeof presetChoices)[number];
  category: string;
};

/** Makes the shop and goes there. */
async function make({ slug, category, ...rest }: Filled) {
  const made = await answered(
    api.POST("/v1/tenants", {
      body: {
        ...rest,
        slug: slug === "" ? codeFrom(rest.name) : slug,
        ...(rest.preset === "stamps" ? { category } : {}),
      },
    }),
  );
  return answered(api.POST("/v1/session/switches", { body: { tenant: made.slug } }));
}

export function NewShopPage() {
  const { say, language } = useSpeech();
  const form = useForm<Filled>({
    initialValues: {
      name: "",
      slug: "",
      currency: "EUR",
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      language,
      preset: "points",
      category: "",
    },
  });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: make,
    afterwards: () => location.assign("/"),
  });
  return (
    <Page title={say("tenant.makeMine")} hint={say("tenant.makeMineHint")}>
      <form onSubmit={submit} noValidate>
        <Stack maw={640}>
          <TextInput label={say("settings.name")} {...form.getInputProps("name")} />
          <TextInput
            label={say("tenant.slug")}
            description={say("tenant.slugHint")}
            placeholder={codeFrom(form.values.name)}
            {...form.getInputProps("slug")}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label={say("tenant.currency")}
              description={say("tenant.currencyHint")}
              data={currencies}
              searchable
              allowDeselect={false}
              {...form.getInputProps("currency")}
            />
            <Select
              label={say("settings.timezone")}
              description={say("settings.timezoneHint")}
              data={[...timezones]}
              searchable
              allowDeselect={false}
              {...form.getInputProps("timezone")}
            />
          </SimpleGrid>
          <Select
            label={say("settings.language")}
            description={say("settings.languageHint")}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
            allowDeselect={false}
            {...form.getInputProps("language")}
          />
          <Beginning form={form} />
          <RefusalAlert error={refusal} />
          <Group>
            <Button type="submit" size="md" loading={isSending}>
              {say("tenant.make")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}

/** What the shop begins with; everything can be changed later. */
function Beginning({ form }: { form: ReturnType<typeof useForm<Filled>> }) {
  const { say } = useSpeech();
  return (
    <>
      <Radio.Group label={say("tenant.begins")} {...form.getInputProps("preset")}>
        <SimpleGrid cols={{ base: 1, sm: 3 }} mt="xs">
          {presetChoices.map((choice) => (
            <Radio.Card key={choice} value={choice} p="sm">
              <Group wrap="nowrap" align="flex-start">
                <Radio.Indicator />
                <div>
                  <Text size="sm" fw={600}>
                    {say(`tenant.preset.${choice}`)}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {say(`tenant.preset.${choice}.hint`)}
                  </Text>
                </div>
              </Group>
            </Radio.Card>
          ))}
        </SimpleGrid>
      </Radio.Group>
      {form.values.preset === "stamps" ? (
        <TextInput
          label={say("preset.category")}
          description={say("preset.categoryHint")}
          {...form.getInputProps("category")}
        />
      ) : null}
    </>
  );
}
