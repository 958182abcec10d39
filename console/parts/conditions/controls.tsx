// The editor's lists and buttons, as ours look everywhere.
import { ActionIcon, Button, Select } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import {
  type ActionProps,
  type FullOption,
  type FullOptionList,
  isOptionGroupArray,
  type ValueSelectorProps,
} from "react-querybuilder";

const SEARCHED_FROM = 12;

export function Chooser({ options, value, handleOnChange, title, className, disabled }: ValueSelectorProps) {
  const data = dataOf(options);
  const isLong = data.length > SEARCHED_FROM || data.some((one) => "items" in one);
  return (
    <Select
      className={className ?? ""}
      aria-label={title ?? ""}
      data={data}
      value={value ?? null}
      onChange={(chosen) => handleOnChange(chosen ?? value)}
      disabled={disabled === true}
      searchable={isLong}
      allowDeselect={false}
      // The words of a comparison are longer than the place that is left for them in a row.
      comboboxProps={{ width: "max-content", position: "bottom-start" }}
    />
  );
}

type Item = { value: string; label: string };

function dataOf(options: FullOptionList<FullOption>): Item[] | { group: string; items: Item[] }[] {
  if (!isOptionGroupArray(options)) return options.map(itemOf);
  return options.map(({ label, options: items }) => ({ group: label, items: items.map(itemOf) }));
}

function itemOf({ name, label }: FullOption): Item {
  return { value: name, label };
}

export function AddAction({ handleOnClick, label, className, disabled }: ActionProps) {
  return (
    <Button
      className={className ?? ""}
      variant="light"
      size="compact-sm"
      leftSection={<IconPlus size={14} aria-hidden />}
      disabled={disabled === true}
      onClick={(event) => handleOnClick(event)}
    >
      {label}
    </Button>
  );
}

export function RemoveAction({ handleOnClick, title, className, disabled }: ActionProps) {
  return (
    <ActionIcon
      className={className ?? ""}
      variant="subtle"
      color="gray"
      size={36}
      aria-label={title ?? ""}
      disabled={disabled === true}
      onClick={(event) => handleOnClick(event)}
    >
      <IconX size={18} aria-hidden />
    </ActionIcon>
  );
}
