// One business: what it is in law, what stands above and below it, who acts for it, and who looks after it.
import { answered } from "@fedele/sdk/browser.ts";
import type { Business } from "@fedele/sdk/schemas/business.ts";
import type { Member } from "@fedele/sdk/schemas/member.ts";
import { Button, Grid, Group, Stack } from "@mantine/core";
import { IconUser } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { MemberStatusBadge, memberName } from "../../parts/member.tsx";
import { Page } from "../../parts/page.tsx";
import { RefusalAlert, Waiting } from "../../parts/states.tsx";
import { useSession } from "../../session.ts";
import { memberQuery } from "../member/memberQueries.ts";
import { NotesAndTasks } from "../member/notes.tsx";
import { Contacts } from "./contacts.tsx";
import { Hierarchy } from "./hierarchy.tsx";
import { Manager, Registered } from "./registered.tsx";

const route = getRouteApi("/inside/businesses/$memberId");

export function BusinessPage() {
  const { memberId } = route.useParams();
  const { data: member, error } = useQuery(memberQuery(memberId));
  const business = useQuery({
    queryKey: ["members", memberId, "business"],
    queryFn: () => answered(api.GET("/v1/members/{memberId}/business", { params: { path: { memberId } } })),
  });
  const refused = error ?? business.error;
  if (refused !== null) return <RefusalAlert error={refused} />;
  if (member === undefined || business.data === undefined) return <Waiting />;
  return <Account key={member.id} member={member} business={business.data} />;
}

function Account({ member, business }: { member: Member; business: Business }) {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const isWritable = scopes.has("members:write") && member.erased !== true && member.mergedInto === undefined;
  const asMember = (
    <Button
      variant="default"
      leftSection={<IconUser size={16} aria-hidden />}
      renderRoot={(props) => <Link to="/members/$memberId" params={{ memberId: member.id }} {...props} />}
    >
      {say("businesses.asMember")}
    </Button>
  );
  return (
    <Page title={memberName(member, say)} actions={asMember}>
      <Stack gap="md">
        <Group gap="xs">
          <MemberStatusBadge member={member} />
        </Group>
        <Grid gap="md">
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Stack gap="md">
              <Manager business={business} isWritable={isWritable} />
              <Registered business={business} isWritable={isWritable} />
              <Hierarchy business={business} name={memberName(member, say)} isWritable={isWritable} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Stack gap="lg">
              <Contacts memberId={member.id} isWritable={isWritable} />
              <NotesAndTasks member={member} />
            </Stack>
          </Grid.Col>
        </Grid>
      </Stack>
    </Page>
  );
}
