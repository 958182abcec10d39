// Each column of the file with what stands in it, and what it means.
import { Select, Stack, Text } from "@mantine/core";
import { useSpeech } from "../../language.ts";
import { useMeanings } from "./columns.ts";
import classes from "./memberImport.module.css";

const SAMPLE_SHOWN = 3;

type Shown = {
  readonly titles: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly columns: readonly (string | null)[];
  onChange(columns: readonly (string | null)[]): void;
};

export function ColumnTable({ titles, sample, columns, onChange }: Shown) {
  const { say } = useSpeech();
  const meanings = useMeanings();
  const choose = (place: number, meaning: string | null) =>
    onChange(columns.map((column, at) => (at === place ? meaning : column)));
  return (
    <ul className={classes.columns} aria-label={say("import.columns")}>
      {titles.map((title, place) => (
        // Two columns may have one title.
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the file.
        <li key={place} className={classes.column}>
          <Stack gap={0} miw={0}>
            <Text fw={600}>{title}</Text>
            <Text size="sm" c="dimmed" truncate>
              {sample
                .slice(0, SAMPLE_SHOWN)
                .map((row) => row[place] ?? "")
                .filter((cell) => cell !== "")
                .join(" · ")}
            </Text>
          </Stack>
          <Select
            aria-label={say("import.means", { title })}
            placeholder={say("import.leftOut")}
            // What another column is already can be no second one.
            data={meanings.map(({ value, label }) => ({
              value,
              label,
              disabled: columns.some((column, at) => at !== place && column === value),
            }))}
            value={columns[place] ?? null}
            onChange={(meaning) => choose(place, meaning)}
            // Chosen again it stays; the cross leaves it out.
            allowDeselect={false}
            searchable
            clearable
          />
        </li>
      ))}
    </ul>
  );
}
