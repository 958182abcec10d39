// All members: found by a few letters, narrowed down by what is true of them, and opened.
import { answered } from "@fedele/sdk/browser.ts";
import { ActionIcon, Button, Stack, Tooltip } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDownload, IconPlus, IconUpload } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { api } from "../../api.ts";
import { NewMemberForm } from "../../forms/newMember.tsx";
import { useSpeech } from "../../language.ts";
import { useSegments } from "../../parts/conditions/names.ts";
import { Page } from "../../parts/page.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSession } from "../../session.ts";
import { ConditionPanel } from "./conditionPanel.tsx";
import { type Change, filterOf, type MembersSearch } from "./membersSearch.ts";
import { MembersTable } from "./membersTable.tsx";
import { Toolbar } from "./toolbar.tsx";

const route = getRouteApi("/inside/members");

export function MembersPage() {
  const { say } = useSpeech();
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  /** Whatever is sought anew begins at the first page. */
  const look = (change: Change) =>
    navigate({ search: ({ cursor: _, ...kept }) => withoutEmpty({ ...kept, ...change }), replace: true });
  const [isNarrowing, { toggle }] = useDisclosure(asked.conditions !== undefined);
  const { data, error } = useMembers(asked);
  const segment = useSegments().data?.items.find(({ id }) => id === asked.segment);
  return (
    <Page title={say("members.title")} hint={say("members.hint")} actions={<Actions />}>
      <Stack gap="sm">
        <Toolbar asked={asked} look={look} isNarrowing={isNarrowing} onNarrow={toggle} />
        {isNarrowing ? (
          <ConditionPanel key={asked.segment ?? ""} conditions={asked.conditions} segment={segment} look={look} />
        ) : null}
        <RefusalAlert error={error} />
        <MembersTable
          asked={asked}
          page={error === null ? data : { items: [] }}
          onSort={(sort) => look({ sort })}
          onTurn={(cursor) => navigate({ search: (before) => withoutEmpty({ ...before, cursor }) })}
        />
      </Stack>
    </Page>
  );
}

function useMembers(asked: MembersSearch) {
  const { sort, cursor } = asked;
  const query = {
    ...filterOf(asked),
    ...(sort === undefined ? {} : { sort }),
    ...(cursor === undefined ? {} : { cursor }),
  };
  return useQuery({
    queryKey: ["members", "table", query],
    queryFn: () => answered(api.GET("/v1/members", { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

function Actions() {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const [isOpen, { open, close }] = useDisclosure(false);
  if (!scopes.has("members:write")) return null;
  return (
    <>
      {scopes.has("ledger:read") ? (
        <Tooltip label={say("members.export")}>
          <ActionIcon
            component="a"
            href="/v1/exports/members.csv"
            download
            variant="default"
            size={36}
            aria-label={say("members.export")}
          >
            <IconDownload size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ) : null}
      <Button
        component={Link}
        to="/members/import"
        variant="default"
        leftSection={<IconUpload size={16} aria-hidden />}
      >
        {say("import.title")}
      </Button>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
        {say("members.new")}
      </Button>
      <NewMemberForm isOpen={isOpen} onClose={close} />
    </>
  );
}

/** What is undefined or empty does not stand in the address. */
function withoutEmpty(search: Change): MembersSearch {
  const { search: text, status, segment, conditions, sort, cursor } = search;
  return {
    ...(text === undefined || text === "" ? {} : { search: text }),
    ...(status === undefined ? {} : { status }),
    ...(segment === undefined ? {} : { segment }),
    ...(conditions === undefined || conditions.rules.length === 0 ? {} : { conditions }),
    ...(sort === undefined ? {} : { sort }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}
