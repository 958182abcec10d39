// What holds beside the rule: how often for one member, how much for all together, and who is left out to compare with.
import { Accordion, Group, NumberInput, Select, Stack } from "@mantine/core";
import { useSpeech } from "../../language.ts";
import type { Draft } from "./draft.ts";

const periods = ["day", "month", "year", "ever"] as const;
const PERCENT = 100;

export function TermsFields({ draft, onChange }: { draft: Draft; onChange(changed: Partial<Draft>): void }) {
  const { say } = useSpeech();
  return (
    <Accordion variant="contained">
      <Accordion.Item value="terms">
        <Accordion.Control>{say("campaigns.moreTerms")}</Accordion.Control>
        <Accordion.Panel>
          <Stack>
            <Group align="flex-end" grow preventGrowOverflow={false}>
              <NumberInput
                label={say("campaigns.times")}
                description={say("campaigns.timesHint")}
                min={1}
                allowDecimal={false}
                value={draft.timesAtMost}
                onChange={(timesAtMost) => onChange({ timesAtMost })}
              />
              <Select
                label={say("campaigns.per")}
                data={periods.map((value) => ({ value, label: say(`campaigns.per.${value}`) }))}
                value={draft.timesPer}
                allowDeselect={false}
                onChange={(value) => {
                  const timesPer = periods.find((one) => one === value);
                  if (timesPer !== undefined) onChange({ timesPer });
                }}
              />
            </Group>
            <NumberInput
              label={say("campaigns.budgetPoints")}
              description={say("campaigns.budgetHint")}
              min={1}
              allowDecimal={false}
              value={draft.budgetPoints}
              onChange={(budgetPoints) => onChange({ budgetPoints })}
            />
            <NumberInput
              label={say("campaigns.holdout")}
              description={say("campaigns.holdoutHint")}
              min={0}
              max={50}
              suffix=" %"
              value={draft.holdout / PERCENT}
              onChange={(percent) => onChange({ holdout: Math.round(Number(percent) * PERCENT) })}
            />
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
