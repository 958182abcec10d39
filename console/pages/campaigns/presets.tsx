// Campaigns that a shop recognises, started with one press: points for money, a stamp card, money back, a birthday.
import type { CampaignPresetCode } from "@fedele/core/campaignPresets.ts";
import { answered } from "@fedele/sdk/browser.ts";
import { Button, Card, Group, Modal, NumberInput, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { queries } from "../../queries.ts";

type Preset = { code: CampaignPresetCode };

/** What each preset asks here; the rest is as the preset has it. */
const asked = {
  "points-per-money": ["points"],
  "stamp-card": ["category", "stamps"],
  cashback: ["basisPoints"],
  birthday: ["points"],
  welcome: ["points"],
} as const satisfies Record<Preset["code"], readonly (keyof Answers)[]>;

type Answers = { points: number | string; stamps: number | string; category: string; basisPoints: number | string };

export function Presets() {
  const { say } = useSpeech();
  const [chosen, setChosen] = useState<Preset>();
  const { data } = useQuery({ queryKey: ["presets"], queryFn: () => answered(api.GET("/v1/presets")) });
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="sm">
        {data?.items.map((preset) => (
          <Card key={preset.code} withBorder padding="sm">
            <Stack justify="space-between" h="100%" gap="xs">
              <div>
                <Text fw={600} size="sm">
                  {say(`preset.name.${preset.code}`)}
                </Text>
                <Text size="xs" c="dimmed">
                  {say(`preset.${preset.code}`)}
                </Text>
              </div>
              <Button size="xs" variant="light" onClick={() => setChosen(preset)}>
                {say("campaigns.start")}
              </Button>
            </Stack>
          </Card>
        ))}
      </SimpleGrid>
      <Modal
        opened={chosen !== undefined}
        onClose={() => setChosen(undefined)}
        title={chosen === undefined ? undefined : say(`preset.name.${chosen.code}`)}
        closeButtonProps={{ "aria-label": say("dialog.close") }}
      >
        {chosen === undefined ? null : <PresetForm preset={chosen} onDone={() => setChosen(undefined)} />}
      </Modal>
    </>
  );
}

function PresetForm({ preset, onDone }: { preset: Preset; onDone(): void }) {
  const { say } = useSpeech();
  const form = useForm<Answers>({ initialValues: { points: "", stamps: 10, category: "", basisPoints: 500 } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: (answers) =>
      answered(
        api.POST("/v1/presets/{presetCode}/campaigns", {
          params: { path: { presetCode: preset.code } },
          body: bodyOf(preset, answers),
        }),
      ),
    afterwards: async ({ campaign }) => {
      onDone();
      notifications.show({ message: say("campaigns.started", { name: campaign.name }) });
      await queries.invalidateQueries({ queryKey: ["campaigns"] });
    },
  });
  const asks = (answer: keyof Answers) => asked[preset.code].some((one) => one === answer);
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text size="sm">{say(`preset.${preset.code}`)}</Text>
        {asks("points") ? (
          <NumberInput
            label={say("preset.points")}
            description={say("preset.pointsHint")}
            min={1}
            allowDecimal={false}
            {...form.getInputProps("points")}
          />
        ) : null}
        {asks("stamps") ? (
          <NumberInput label={say("preset.stamps")} min={2} allowDecimal={false} {...form.getInputProps("stamps")} />
        ) : null}
        {asks("category") ? (
          <TextInput
            label={say("preset.category")}
            description={say("preset.categoryHint")}
            {...form.getInputProps("category")}
          />
        ) : null}
        {asks("basisPoints") ? (
          <NumberInput
            label={say("preset.percent")}
            min={0.01}
            max={100}
            suffix=" %"
            value={Number(form.values.basisPoints) / 100}
            onChange={(percent) => form.setFieldValue("basisPoints", Math.round(Number(percent) * 100))}
            error={form.errors.basisPoints}
          />
        ) : null}
        <RefusalAlert error={refusal} />
        <Group justify="flex-end">
          <Button type="submit" loading={isSending}>
            {say("campaigns.start")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function bodyOf({ code }: Preset, { points, stamps, category, basisPoints }: Answers) {
  switch (code) {
    case "points-per-money":
    case "birthday":
    case "welcome":
      return points === "" ? {} : { points: Number(points) };
    case "stamp-card":
      return { stamps: Number(stamps), ...(category === "" ? {} : { category }) };
    case "cashback":
      return { basisPoints: Number(basisPoints) };
  }
}
