// What the columns mean, and what would come of it: changed until both are right, then started.
import type { MemberImport, MemberMapping } from "@fedele/sdk/schemas/memberImport.ts";
import { Alert, Button, Card, Group, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useSpeech } from "../../language.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { ColumnTable } from "./columnTable.tsx";
import { changed, discard, remap, run } from "./importQueries.ts";
import { Outcome } from "./outcome.tsx";
import { Reading } from "./reading.tsx";

const route = getRouteApi("/inside/members/import");

export function Mapping({ it }: { it: MemberImport }) {
  const { say, number } = useSpeech();
  const [draft, setDraft] = useState<MemberMapping>(it.mapping);
  const looking = useMutation({
    mutationFn: () => remap(it.id, draft),
    onSuccess: async (mapped) => {
      setDraft(mapped.mapping);
      await changed(mapped);
    },
  });
  const starting = useMutation({ mutationFn: () => run(it.id), onSuccess: changed });
  const isChanged = JSON.stringify(draft) !== JSON.stringify(it.mapping);
  const coming = it.preview.enrolled + it.preview.known;
  return (
    <Stack>
      <Card withBorder>
        <Stack>
          <ColumnTable
            titles={it.titles}
            sample={it.sample}
            columns={draft.columns}
            onChange={(columns) => setDraft({ ...draft, columns: [...columns] })}
          />
          <Reading draft={draft} onChange={setDraft} />
          <RefusalAlert error={looking.error} />
          <Group>
            <Button
              variant={isChanged ? "filled" : "default"}
              disabled={!isChanged}
              loading={looking.isPending}
              onClick={() => looking.mutate()}
            >
              {say("import.lookAnew")}
            </Button>
          </Group>
        </Stack>
      </Card>
      <Outcome
        title={say("import.wouldCome")}
        counts={it.preview}
        mistakesAs="mistakes"
        first={it.preview.first}
        note={
          it.examined < it.rows
            ? say("import.examined", { examined: number(it.examined), rows: number(it.rows) })
            : undefined
        }
      />
      {isChanged ? <Alert color="yellow">{say("import.lookFirst")}</Alert> : null}
      <RefusalAlert error={starting.error} />
      <Group>
        <Button loading={starting.isPending} disabled={isChanged || coming === 0} onClick={() => starting.mutate()}>
          {say("import.start", { count: it.rows, number: number(it.rows) })}
        </Button>
        <GiveUp importId={it.id} />
      </Group>
    </Stack>
  );
}

/** Nobody has joined by it yet, and the file is still where it came from. */
function GiveUp({ importId }: { importId: string }) {
  const { say } = useSpeech();
  const navigate = route.useNavigate();
  const { mutate, isPending } = useMutation({
    mutationFn: () => discard(importId),
    onSuccess: () => navigate({ search: {} }),
  });
  return (
    <Button variant="subtle" color="gray" loading={isPending} onClick={() => mutate()}>
      {say("import.giveUp")}
    </Button>
  );
}
