// The first page: how the programme stands, what waits for somebody, and what is happening right now.
import { SimpleGrid, Stack } from "@mantine/core";
import { useSpeech } from "../../language.ts";
import { Page } from "../../parts/page.tsx";
import { useSession } from "../../session.ts";
import { Checklist } from "./checklist.tsx";
import { LiveList } from "./liveList.tsx";
import { NeedsYou } from "./needsYou.tsx";
import { Tiles } from "./tiles.tsx";
import { TourOffer } from "./tourOffer.tsx";

export function TodayPage() {
  const { say } = useSpeech();
  const { staff, scopes } = useSession();
  return (
    <Page title={say("today.title", { name: staff.name.split(" ")[0] ?? staff.name })} hint={say("today.hint")}>
      <TourOffer />
      {scopes.has("ledger:read") && scopes.has("rewards:read") ? <Tiles /> : null}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Stack>
          {scopes.has("programme:write") ? <Checklist /> : null}
          {scopes.has("members:read") ? <NeedsYou /> : null}
        </Stack>
        {scopes.has("events:read") ? <LiveList /> : null}
      </SimpleGrid>
    </Page>
  );
}
