// Above the table: whom to look for.
import { memberStatuses } from "@fedele/sdk/schemas/member.ts";
import { ActionIcon, Button, CloseButton, Group, Select, TextInput, Tooltip } from "@mantine/core";
import { useDebouncedCallback, useDisclosure } from "@mantine/hooks";
import { IconFilter, IconList, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useSpeech } from "../../language.ts";
import { useSegments } from "../../parts/conditions/names.ts";
import type { Change, MembersSearch } from "./membersSearch.ts";
import { SegmentList } from "./segmentList.tsx";

/** Long enough for the next letter, too short to be waited for. */
const TYPING_MS = 250;

type Tools = {
  readonly asked: MembersSearch;
  look(change: Change): unknown;
  readonly isNarrowing: boolean;
  onNarrow(): void;
};

export function Toolbar({ asked, look, isNarrowing, onNarrow }: Tools) {
  const { say } = useSpeech();
  const segments = useSegments().data?.items ?? [];
  const [isListing, { open, close }] = useDisclosure(false);
  return (
    <Group gap="xs" align="flex-end">
      <SearchField text={asked.search ?? ""} onSearch={(search) => look({ search })} />
      <Select
        aria-label={say("members.status")}
        placeholder={say("members.everyStatus")}
        data={memberStatuses.map((value) => ({ value, label: say(`memberStatus.${value}`) }))}
        value={asked.status ?? null}
        onChange={(chosen) => look({ status: memberStatuses.find((one) => one === chosen) })}
        clearable
        flex="1 1 130px"
        maw={{ sm: 170 }}
      />
      <Select
        aria-label={say("segments.one")}
        placeholder={say("segments.everybody")}
        data={segments.map(({ id, name }) => ({ value: id, label: name }))}
        value={asked.segment ?? null}
        onChange={(chosen) => look({ segment: chosen ?? undefined, conditions: undefined })}
        nothingFoundMessage={say("segments.none")}
        searchable={segments.length > 0}
        clearable
        flex="1 1 130px"
        maw={{ sm: 200 }}
      />
      <Tooltip label={say("segments.all")}>
        <ActionIcon variant="default" size={36} aria-label={say("segments.all")} onClick={open}>
          <IconList size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Button
        variant={isNarrowing ? "light" : "default"}
        leftSection={<IconFilter size={16} aria-hidden />}
        aria-expanded={isNarrowing}
        onClick={onNarrow}
      >
        {say("conditions.title")}
      </Button>
      <SegmentList
        isOpen={isListing}
        onClose={close}
        onChoose={(segment) => look({ segment, conditions: undefined })}
      />
    </Group>
  );
}

function SearchField({ text, onSearch }: { text: string; onSearch(text: string): unknown }) {
  const { say } = useSpeech();
  const [typed, setTyped] = useState(text);
  const ask = useDebouncedCallback(onSearch, TYPING_MS);
  const type = (next: string) => {
    setTyped(next);
    ask(next);
  };
  return (
    <TextInput
      type="search"
      aria-label={say("members.search")}
      placeholder={say("members.searchHint")}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed === "" ? null : <CloseButton aria-label={say("members.searchClear")} onClick={() => type("")} />
      }
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      flex="1 1 260px"
    />
  );
}
