// The table itself: a line a member, sorted by its headings. On a phone it keeps the name and the points.
import { answered } from "@fedele/sdk/browser.ts";
import type { ListedMember, MemberSort } from "@fedele/sdk/schemas/memberTable.ts";
import { Box, Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { DataTable, type DataTableColumn, type DataTableSortStatus } from "mantine-datatable";
import { api } from "../../api.ts";
import { type Speech, useSpeech } from "../../language.ts";
import { useTiers } from "../../parts/conditions/names.ts";
import { MemberLink, MemberStatusBadge, memberName } from "../../parts/member.tsx";
import { Empty } from "../../parts/states.tsx";
import { useSession } from "../../session.ts";
import { filterOf, type MembersSearch } from "./membersSearch.ts";

type Table = {
  readonly asked: MembersSearch;
  readonly page: { readonly items: ListedMember[]; readonly nextCursor?: string } | undefined;
  onSort(sort: MemberSort): unknown;
  onTurn(cursor: string | undefined): unknown;
};

const MIN_HEIGHT = 240;

/** The columns that the server sorts by. */
const sorts = {
  enrolledAt: ["joined", "-joined"],
  lastActivityAt: ["lastActivity", "-lastActivity"],
  tier: ["tier", "-tier"],
  points: ["points", "-points"],
} as const satisfies Record<string, readonly [MemberSort, MemberSort]>;

export function MembersTable({ asked, page, onSort, onTurn }: Table) {
  const { say } = useSpeech();
  const navigate = useNavigate();
  const columns = useColumns();
  const isFiltered = Object.keys(filterOf(asked)).length > 0;
  const sort = ({ columnAccessor, direction }: DataTableSortStatus<ListedMember>) => {
    const found = Object.entries(sorts).find(([accessor]) => accessor === columnAccessor)?.[1];
    if (found !== undefined) onSort(found[direction === "asc" ? 0 : 1]);
  };
  return (
    <Stack gap="xs">
      <DataTable
        withTableBorder
        borderRadius="md"
        highlightOnHover
        minHeight={MIN_HEIGHT}
        fetching={page === undefined}
        records={page?.items ?? []}
        columns={columns}
        sortStatus={sortStatusOf(asked.sort)}
        onSortStatusChange={sort}
        onRowClick={({ record }) => navigate({ to: "/members/$memberId", params: { memberId: record.id } })}
        emptyState={
          page === undefined ? (
            <span />
          ) : (
            <Empty
              title={say(isFiltered ? "members.nobodyFound" : "members.nobody")}
              hint={say(isFiltered ? "members.nobodyFoundHint" : "members.nobodyHint")}
            />
          )
        }
      />
      <Group justify="space-between">
        <Count asked={asked} />
        <Group gap="xs">
          {asked.cursor === undefined ? null : (
            <Button variant="default" onClick={() => onTurn(undefined)}>
              {say("list.first")}
            </Button>
          )}
          {page?.nextCursor === undefined ? null : (
            <Button variant="default" onClick={() => onTurn(page.nextCursor)}>
              {say("list.next")}
            </Button>
          )}
        </Group>
      </Group>
    </Stack>
  );
}

function useColumns(): DataTableColumn<ListedMember>[] {
  const speech = useSpeech();
  const { say, day } = speech;
  const { tenant } = useSession();
  const tiers = useTiers();
  const tierName = (code: string | null | undefined) => tiers.find(({ value }) => value === code)?.label ?? code ?? "";
  const wide = { visibleMediaQuery: "(min-width: 48em)" };
  return [
    {
      accessor: "name",
      title: say("members.name"),
      render: (member) => <NameCell member={member} tier={tierName(member.tier)} />,
    },
    {
      accessor: "status",
      title: say("members.status"),
      render: (member) => <MemberStatusBadge member={member} />,
      ...wide,
    },
    { accessor: "tier", title: say("members.tier"), sortable: true, render: ({ tier }) => tierName(tier), ...wide },
    {
      accessor: "points",
      title: say("members.points"),
      sortable: true,
      textAlign: "right",
      noWrap: true,
      render: (member) => pointsOf(member, speech),
    },
    {
      accessor: "enrolledAt",
      title: say("members.joined"),
      sortable: true,
      noWrap: true,
      render: ({ enrolledAt }) => day(enrolledAt, tenant.timezone),
      ...wide,
    },
    {
      accessor: "lastActivityAt",
      title: say("members.lastActivity"),
      sortable: true,
      noWrap: true,
      render: ({ lastActivityAt }) =>
        lastActivityAt === undefined || lastActivityAt === null ? "–" : day(lastActivityAt, tenant.timezone),
      visibleMediaQuery: "(min-width: 62em)",
    },
  ];
}

function NameCell({ member, tier }: { member: ListedMember; tier: string }) {
  const { say } = useSpeech();
  return (
    <Box>
      <MemberLink memberId={member.id}>{memberName(member, say)}</MemberLink>
      <Text size="xs" c="dimmed" hiddenFrom="sm">
        {[say(`memberStatus.${member.status}`), tier].filter((part) => part !== "").join(" · ")}
      </Text>
    </Box>
  );
}

/** Of the first points type that the member has; the server sorts by the same. */
function pointsOf({ balances }: ListedMember, { number }: Speech): string {
  const [first] = balances ?? [];
  return first === undefined ? "–" : number(first.total);
}

function sortStatusOf(sort: MemberSort | undefined): DataTableSortStatus<ListedMember> {
  const found = Object.entries(sorts).find(([, pair]) => pair.some((one) => one === sort));
  if (found === undefined) return { columnAccessor: "", direction: "asc" };
  return { columnAccessor: found[0], direction: sort?.startsWith("-") === true ? "desc" : "asc" };
}

function Count({ asked }: { asked: MembersSearch }) {
  const { say, number } = useSpeech();
  const query = filterOf(asked);
  const { data } = useQuery({
    queryKey: ["members", "count", query],
    queryFn: () => answered(api.GET("/v1/members/count", { params: { query } })),
  });
  const count = data?.members ?? 0;
  return (
    <Text size="sm" c="dimmed" role="status" mih={22}>
      {data === undefined
        ? ""
        : say(data.isExact ? "members.count" : "members.countAbout", { count, number: number(count) })}
    </Text>
  );
}
