// One member, all round: who they are, what they have, what happened, and what can be done about it.
import type { Member } from "@fedele/sdk/schemas/member.ts";
import { Alert, Badge, Box, Grid, Group, Stack, Tabs } from "@mantine/core";
import { IconGift, IconHistory, IconMail, IconNote, IconReceipt } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useSpeech } from "../../language.ts";
import { MemberLink, MemberStatusBadge, memberName } from "../../parts/member.tsx";
import { Page } from "../../parts/page.tsx";
import { RefusalAlert, Waiting } from "../../parts/states.tsx";
import { useSession } from "../../session.ts";
import { MemberActions } from "./actions.tsx";
import { Facts } from "./facts.tsx";
import { Ledger } from "./ledger.tsx";
import { memberQuery, useBlock } from "./memberQueries.ts";
import { memberTabs } from "./memberSearch.ts";
import { Messages } from "./messages.tsx";
import { NotesAndTasks } from "./notes.tsx";
import { Rewards } from "./rewards.tsx";
import { MemberTimeline } from "./timeline.tsx";
import { Wallets } from "./wallets.tsx";

const route = getRouteApi("/inside/members/$memberId");

export function MemberPage() {
  const { memberId } = route.useParams();
  const { data: member, error } = useQuery(memberQuery(memberId));
  if (error !== null) return <RefusalAlert error={error} />;
  if (member === undefined) return <Waiting />;
  return <Whole key={member.id} member={member} />;
}

function Whole({ member }: { member: Member }) {
  const { say } = useSpeech();
  const isGone = member.erased === true || member.mergedInto !== undefined;
  return (
    <Page title={memberName(member, say)} actions={isGone ? undefined : <MemberActions member={member} />}>
      <Stack gap="md">
        <Marks member={member} />
        {isGone ? null : <Wallets memberId={member.id} />}
        <Grid gap="md">
          {member.erased === true ? null : (
            <Grid.Col span={{ base: 12, md: 4 }} order={{ base: 2, md: 1 }}>
              <Facts member={member} isReadOnly={isGone} />
            </Grid.Col>
          )}
          <Grid.Col span={{ base: 12, md: member.erased === true ? 12 : 8 }} order={{ base: 1, md: 2 }}>
            <Sides member={member} />
          </Grid.Col>
        </Grid>
      </Stack>
    </Page>
  );
}

/** What is to be known before anything else: whether they are here at all, blocked, or a child. */
function Marks({ member }: { member: Member }) {
  const { say, day } = useSpeech();
  const { tenant } = useSession();
  const { data } = useBlock(member.id);
  const block = data?.items.find(({ liftedAt }) => liftedAt === null);
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <MemberStatusBadge member={member} />
        <Badge variant="default">{say(`memberKind.${member.kind}`)}</Badge>
        {member.isChild ? <Badge color="yellow.4">{say("member.child")}</Badge> : null}
        <Badge variant="default">{say("member.since", { day: day(member.enrolledAt, tenant.timezone) })}</Badge>
      </Group>
      {member.erased === true ? <Alert color="gray">{say("member.erasedHint")}</Alert> : null}
      {member.mergedInto === undefined ? null : (
        <Alert color="gray">
          {say("member.mergedHint")} <MemberLink memberId={member.mergedInto}>{say("member.mergedOpen")}</MemberLink>
        </Alert>
      )}
      {block === undefined ? null : (
        <Alert color="red" title={say(`block.${block.step}`)}>
          {block.reason ?? say("block.noReason")}
        </Alert>
      )}
    </Stack>
  );
}

const icons = {
  timeline: IconHistory,
  ledger: IconReceipt,
  rewards: IconGift,
  messages: IconMail,
  notes: IconNote,
} as const;

function Sides({ member }: { member: Member }) {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const { tab = "timeline" } = route.useSearch();
  const navigate = route.useNavigate();
  const needs = {
    timeline: "activities:read",
    ledger: "ledger:read",
    rewards: "rewards:read",
    messages: "messaging:read",
    notes: "members:read",
  } as const;
  const shown = memberTabs.filter((one) => scopes.has(needs[one]));
  const open = (chosen: string | null) => {
    const known = memberTabs.find((one) => one === chosen);
    return navigate({ search: known === undefined || known === "timeline" ? {} : { tab: known }, replace: true });
  };
  return (
    <Tabs value={tab} onChange={open} keepMounted={false}>
      <Tabs.List mb="md">
        {shown.map((one) => {
          const Icon = icons[one];
          return (
            <Tabs.Tab
              key={one}
              value={one}
              px={{ base: "xs", xs: "md" }}
              leftSection={
                <Box visibleFrom="xs" lh={0}>
                  <Icon size={16} aria-hidden />
                </Box>
              }
            >
              {say(`member.tab.${one}`)}
            </Tabs.Tab>
          );
        })}
      </Tabs.List>
      <Tabs.Panel value="timeline">
        <MemberTimeline memberId={member.id} />
      </Tabs.Panel>
      <Tabs.Panel value="ledger">
        <Ledger memberId={member.id} />
      </Tabs.Panel>
      <Tabs.Panel value="rewards">
        <Rewards memberId={member.id} />
      </Tabs.Panel>
      <Tabs.Panel value="messages">
        <Messages memberId={member.id} />
      </Tabs.Panel>
      <Tabs.Panel value="notes">
        <NotesAndTasks member={member} />
      </Tabs.Panel>
    </Tabs>
  );
}
