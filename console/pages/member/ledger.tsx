// Every movement of the member's points, and what waits for a second person.
import type { Entry } from "@fedele/sdk/schemas/ledger.ts";
import { Stack, Text } from "@mantine/core";
import { DataTable } from "mantine-datatable";
import { useSpeech } from "../../language.ts";
import { Empty, RefusalAlert } from "../../parts/states.tsx";
import { useSession } from "../../session.ts";
import { accountText, causeText } from "./ledgerWords.ts";
import { useEntries, usePointsName } from "./memberQueries.ts";
import { MoreButton } from "./more.tsx";
import { PendingAdjustments } from "./pending.tsx";

const MIN_HEIGHT = 200;
const wide = { visibleMediaQuery: "(min-width: 48em)" };

export function Ledger({ memberId }: { memberId: string }) {
  const { say, moment, number } = useSpeech();
  const { tenant } = useSession();
  const nameOf = usePointsName();
  const query = useEntries(memberId);
  const entries = query.data?.pages.flatMap((page) => page.items);
  return (
    <Stack gap="xs">
      <PendingAdjustments memberId={memberId} />
      <RefusalAlert error={query.error} />
      <DataTable<Entry>
        withTableBorder
        borderRadius="md"
        minHeight={MIN_HEIGHT}
        fetching={query.isLoading}
        records={entries ?? []}
        emptyState={query.isLoading ? <span /> : <Empty title={say("ledger.empty")} hint={say("ledger.emptyHint")} />}
        columns={[
          {
            accessor: "bookedAt",
            title: say("ledger.booked"),
            render: ({ bookedAt }) => moment(bookedAt, tenant.timezone),
          },
          { accessor: "cause", title: say("ledger.cause"), render: ({ cause }) => say(causeText(cause)) },
          { accessor: "pointsType", title: say("ledger.pointsType"), render: (one) => nameOf(one.pointsType), ...wide },
          {
            accessor: "account",
            title: say("ledger.account"),
            render: (one) => say(accountText(one.account)),
            ...wide,
          },
          {
            accessor: "points",
            title: say("members.points"),
            textAlign: "right",
            noWrap: true,
            render: ({ points }) => (
              <Text span inherit fw={600}>
                {points > 0 ? "+" : "−"}
                {number(Math.abs(points))}
              </Text>
            ),
          },
        ]}
      />
      <MoreButton query={query} />
    </Stack>
  );
}
