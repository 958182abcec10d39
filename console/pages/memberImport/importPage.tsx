// Members from a file: the file, what its columns mean, what would come of it, and what came of it.
import type { MemberImport } from "@fedele/sdk/schemas/memberImport.ts";
import { Alert, Anchor, Button, Group } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useSpeech } from "../../language.ts";
import { Page } from "../../parts/page.tsx";
import { RefusalAlert, Waiting } from "../../parts/states.tsx";
import { Following } from "./following.tsx";
import { useImport } from "./importQueries.ts";
import { Mapping } from "./mapping.tsx";
import { Upload } from "./upload.tsx";

const route = getRouteApi("/inside/members/import");

export function MemberImportPage() {
  const { say } = useSpeech();
  const { import: importId } = route.useSearch();
  return (
    <Page
      title={say("import.title")}
      hint={say("import.hint")}
      actions={
        importId === undefined ? (
          <Anchor component={Link} to="/members">
            {say("import.toMembers")}
          </Anchor>
        ) : (
          <Button component={Link} to="/members/import" variant="default">
            {say("import.another")}
          </Button>
        )
      }
    >
      {importId === undefined ? <Upload /> : <One importId={importId} />}
    </Page>
  );
}

function One({ importId }: { importId: string }) {
  const { data, error } = useImport(importId);
  if (error !== null) return <RefusalAlert error={error} />;
  return data === undefined ? <Waiting /> : <Standing it={data} />;
}

function Standing({ it }: { it: MemberImport }) {
  const { say } = useSpeech();
  switch (it.state) {
    case "uploaded":
      return <Mapping key={it.id} it={it} />;
    case "running":
    case "done":
      return <Following it={it} />;
    case "discarded":
      return (
        <Group>
          <Alert color="gray">{say("import.discarded")}</Alert>
        </Group>
      );
  }
}
