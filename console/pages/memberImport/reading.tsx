// How days and numbers are written in the file, which text was agreed to, and what is done about possible doubles.
import type { MemberMapping } from "@fedele/sdk/schemas/memberImport.ts";
import { Radio, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useSpeech } from "../../language.ts";

const dateFormats = ["iso", "dd.MM.yyyy", "dd/MM/yyyy", "MM/dd/yyyy"] as const;
const marks = [",", "."] as const;

type Filled = { readonly draft: MemberMapping; onChange(draft: MemberMapping): void };

export function Reading({ draft, onChange }: Filled) {
  const { say } = useSpeech();
  const has = (...wanted: readonly string[]) => draft.columns.some((column) => wanted.includes(column ?? ""));
  const hasConsent = draft.columns.some((column) => column?.startsWith("consent:"));
  const hasOwn = draft.columns.some((column) => column?.startsWith("field:"));
  const { dateFormat = "iso", decimalMark, consentText = "", possibleDuplicates = "leave_out" } = draft;
  const known = dateFormats.some((one) => one === dateFormat) ? dateFormats : [dateFormat, ...dateFormats];
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {has("birthDate", "joined", "pointsExpire") || hasOwn ? (
          <Select
            label={say("import.dates")}
            data={known.map((one) => ({ value: one, label: one === "iso" ? "2026-01-31" : one }))}
            value={dateFormat}
            onChange={(value) => onChange({ ...draft, ...(value === null ? {} : { dateFormat: value }) })}
            allowDeselect={false}
          />
        ) : null}
        {has("points") || hasOwn ? (
          <Select
            label={say("import.decimals")}
            data={[
              { value: ",", label: "1.250,5" },
              { value: ".", label: "1,250.5" },
            ]}
            value={decimalMark ?? "."}
            onChange={(value) => {
              const mark = marks.find((one) => one === value);
              if (mark !== undefined) onChange({ ...draft, decimalMark: mark });
            }}
            allowDeselect={false}
          />
        ) : null}
        {hasConsent ? (
          <TextInput
            label={say("consent.textVersion")}
            description={say("consent.textVersionHint")}
            value={consentText}
            onChange={({ currentTarget: { value } }) => {
              const { consentText: _, ...rest } = draft;
              onChange(value === "" ? rest : { ...rest, consentText: value });
            }}
          />
        ) : null}
      </SimpleGrid>
      <Radio.Group
        label={say("import.doubles")}
        description={say("import.doublesHint")}
        value={possibleDuplicates}
        onChange={(value) => onChange({ ...draft, possibleDuplicates: value === "enrol" ? "enrol" : "leave_out" })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="leave_out" label={say("import.doubles.leave_out")} />
          <Radio value="enrol" label={say("import.doubles.enrol")} />
        </Stack>
      </Radio.Group>
    </Stack>
  );
}
