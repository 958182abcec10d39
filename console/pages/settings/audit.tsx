// Who changed what, when. Each entry is sealed over the one before: nobody can take one out unseen.
import { answered } from "@fedele/sdk/browser.ts";
import type { AuditEntry } from "@fedele/sdk/schemas/audit.ts";
import { Alert, Anchor, Code, Skeleton, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconShieldCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { PagedTable, usePaged } from "../../parts/paged.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSession } from "../../session.ts";

/** A page of the list; whoever is beyond it stands in the log by id. */
const STAFF_NAMED_MAX = 100;

const route = getRouteApi("/inside/settings/audit");

export function AuditPage() {
  const { say, moment, number } = useSpeech();
  const { tenant } = useSession();
  const filter = route.useSearch();
  const nameOf = useStaffNames();
  const paged = usePaged<AuditEntry>(["audit", filter], (query) =>
    answered(api.GET("/v1/audit-entries", { params: { query: { ...filter, ...query } } })),
  );
  return (
    <Stack>
      <Text size="sm" c="dimmed" maw={640}>
        {say("audit.hint")}
      </Text>
      <Verified />
      {filter.actor === undefined ? null : (
        <Text size="sm">
          {say("audit.onlyBy", { actor: nameOf.get(filter.actor) ?? filter.actor })}{" "}
          <Anchor renderRoot={(props) => <Link to="/settings/audit" search={{}} {...props} />}>
            {say("audit.all")}
          </Anchor>
        </Text>
      )}
      <PagedTable
        caption={say("settings.audit")}
        paged={paged}
        idOf={({ place }) => String(place)}
        empty={{ title: say("audit.none"), hint: say("audit.noneHint") }}
        columns={[
          { title: say("audit.place"), isNumber: true, isExtra: true, show: ({ place }) => number(place) },
          { title: say("audit.at"), show: ({ at }) => moment(at, tenant.timezone) },
          {
            title: say("audit.who"),
            isExtra: true,
            show: ({ actor }) => (
              <Anchor size="sm" renderRoot={(props) => <Link to="/settings/audit" search={{ actor }} {...props} />}>
                {nameOf.get(actor) ?? actor}
              </Anchor>
            ),
          },
          { title: say("audit.what"), show: (entry) => <What entry={entry} /> },
        ]}
      />
    </Stack>
  );
}

/** The tick: whether the chain is whole, asked anew with every look. */
function Verified() {
  const { say, moment, number } = useSpeech();
  const { tenant } = useSession();
  const { data, error } = useQuery({
    queryKey: ["audit", "verification"],
    queryFn: () => answered(api.GET("/v1/audit-verification")),
  });
  if (error !== null) return <RefusalAlert error={error} />;
  if (data === undefined) return <Skeleton height={44} />;
  const { isWhole, entries, sealedUntil, faults } = data;
  if (!isWhole) {
    return (
      <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={say("audit.broken")}>
        {faults.map(({ kind, from, to }) => (
          <Text key={`${kind} ${from}`} size="sm">
            {say(`audit.fault.${kind}`, { range: from === to ? number(from) : `${number(from)}–${number(to)}` })}
          </Text>
        ))}
      </Alert>
    );
  }
  return (
    <Alert color="pine" variant="light" icon={<IconShieldCheck aria-hidden />}>
      {sealedUntil === undefined
        ? say("audit.wholeEmpty")
        : say("audit.whole", { entries, at: moment(sealedUntil, tenant.timezone) })}
    </Alert>
  );
}

/** Who works here now, by the id under which the log names them. */
function useStaffNames(): ReadonlyMap<string, string> {
  const { scopes } = useSession();
  const { data } = useQuery({
    queryKey: ["staff", "names"],
    enabled: scopes.has("staff:read"),
    queryFn: () => answered(api.GET("/v1/staff", { params: { query: { limit: STAFF_NAMED_MAX } } })),
  });
  return new Map(data?.items.map(({ id, name }) => [id, name]));
}

function What({ entry: { operation, resource, memberId, said } }: { entry: AuditEntry }) {
  return (
    <>
      <Text size="sm" fw={600}>
        {operation}
      </Text>
      <Text size="xs" c="dimmed">
        {[resource, memberId].filter((part) => part !== undefined).join(" · ")}
      </Text>
      {said === null || Object.keys(said).length === 0 ? null : <Code mt={4}>{JSON.stringify(said)}</Code>}
    </>
  );
}
