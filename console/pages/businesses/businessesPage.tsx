// The members that are businesses: who has an account with the shop.
import { answered } from "@fedele/sdk/browser.ts";
import type { ListedMember } from "@fedele/sdk/schemas/memberTable.ts";
import { Button, CloseButton, Group, Stack, TextInput } from "@mantine/core";
import { useDebouncedCallback, useDisclosure } from "@mantine/hooks";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { DataTable } from "mantine-datatable";
import { useState } from "react";
import { api } from "../../api.ts";
import { NewMemberForm } from "../../forms/newMember.tsx";
import { useSpeech } from "../../language.ts";
import { useTiers } from "../../parts/conditions/names.ts";
import { MemberStatusBadge, memberName } from "../../parts/member.tsx";
import { Page } from "../../parts/page.tsx";
import { Empty, RefusalAlert } from "../../parts/states.tsx";
import { useSession } from "../../session.ts";
import { BusinessLink } from "./businessLink.tsx";

const route = getRouteApi("/inside/businesses");
const TYPING_MS = 250;
const MIN_HEIGHT = 240;
const wide = { visibleMediaQuery: "(min-width: 48em)" };

const areBusinesses = JSON.stringify({
  combinator: "and",
  rules: [{ field: "member.kind", operator: "=", value: "corporate" }],
});

export function BusinessesPage() {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const { search, cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const [isOpen, { open, close }] = useDisclosure(false);
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {say("businesses.new")}
    </Button>
  );
  const query = {
    conditions: areBusinesses,
    ...(search === undefined ? {} : { search }),
    ...(cursor === undefined ? {} : { cursor }),
  };
  const { data, error } = useQuery({
    queryKey: ["members", "businesses", query],
    queryFn: () => answered(api.GET("/v1/members", { params: { query } })),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={say("businesses.title")}
      hint={say("businesses.hint")}
      actions={scopes.has("members:write") ? add : undefined}
    >
      <Stack gap="sm">
        <SearchField
          text={search ?? ""}
          onSearch={(text) => navigate({ search: text.trim() === "" ? {} : { search: text }, replace: true })}
        />
        <RefusalAlert error={error} />
        <BusinessTable records={error === null ? data?.items : []} isSought={search !== undefined} />
        <Group justify="flex-end" gap="xs">
          {cursor === undefined ? null : (
            <Button variant="default" onClick={() => navigate({ search: search === undefined ? {} : { search } })}>
              {say("list.first")}
            </Button>
          )}
          {data?.nextCursor === undefined ? null : (
            <Button
              variant="default"
              onClick={() => navigate({ search: (before) => ({ ...before, cursor: data.nextCursor ?? "" }) })}
            >
              {say("list.next")}
            </Button>
          )}
        </Group>
      </Stack>
      <NewMemberForm isOpen={isOpen} onClose={close} kind="corporate" />
    </Page>
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
      aria-label={say("businesses.search")}
      placeholder={say("members.searchHint")}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed === "" ? null : <CloseButton aria-label={say("members.searchClear")} onClick={() => type("")} />
      }
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      maw={{ sm: 420 }}
    />
  );
}

function BusinessTable({ records, isSought }: { records: ListedMember[] | undefined; isSought: boolean }) {
  const { say, day, number } = useSpeech();
  const { tenant } = useSession();
  const tiers = useTiers();
  const navigate = useNavigate();
  const empty = isSought ? (
    <Empty title={say("members.nobodyFound")} hint={say("members.nobodyFoundHint")} />
  ) : (
    <Empty title={say("businesses.none")} hint={say("businesses.noneHint")} />
  );
  return (
    <DataTable<ListedMember>
      withTableBorder
      borderRadius="md"
      highlightOnHover
      minHeight={MIN_HEIGHT}
      fetching={records === undefined}
      records={records ?? []}
      emptyState={records === undefined ? <span /> : empty}
      onRowClick={({ record }) => navigate({ to: "/businesses/$memberId", params: { memberId: record.id } })}
      columns={[
        {
          accessor: "name",
          title: say("members.name"),
          render: (member) => <BusinessLink memberId={member.id} name={memberName(member, say)} />,
        },
        {
          accessor: "status",
          title: say("members.status"),
          render: (member) => <MemberStatusBadge member={member} />,
          ...wide,
        },
        {
          accessor: "tier",
          title: say("members.tier"),
          render: ({ tier }) => tiers.find(({ value }) => value === tier)?.label ?? tier ?? "–",
          ...wide,
        },
        {
          accessor: "points",
          title: say("members.points"),
          textAlign: "right",
          noWrap: true,
          render: ({ balances }) => (balances?.[0] === undefined ? "–" : number(balances[0].total)),
        },
        {
          accessor: "enrolledAt",
          title: say("members.joined"),
          noWrap: true,
          render: ({ enrolledAt }) => day(enrolledAt, tenant.timezone),
          ...wide,
        },
      ]}
    />
  );
}
