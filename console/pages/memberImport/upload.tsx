// The file, and those that came before.
import { IMPORT_BYTES_MAX } from "@fedele/sdk/schemas/memberImport.ts";
import { Anchor, Badge, Button, Card, FileInput, Group, Stack, Text, Title } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSpeech } from "../../language.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSession } from "../../session.ts";
import { changed, upload, useImports } from "./importQueries.ts";

const route = getRouteApi("/inside/members/import");
const MEGABYTE = 1024 * 1024;

export function Upload() {
  const { say, number } = useSpeech();
  const navigate = route.useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: upload,
    onSuccess: async (uploaded) => {
      await changed(uploaded);
      await navigate({ search: { import: uploaded.id } });
    },
  });
  const isTooLarge = file !== null && file.size > IMPORT_BYTES_MAX;
  return (
    <Stack>
      <Card withBorder>
        <Stack>
          <FileInput
            label={say("import.file")}
            description={say("import.fileHint")}
            placeholder={say("import.choose")}
            accept=".csv,.tsv,.txt,.gz,text/csv,text/plain,application/gzip"
            leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
            value={file}
            onChange={setFile}
            error={isTooLarge ? say("import.tooLarge", { megabytes: number(IMPORT_BYTES_MAX / MEGABYTE) }) : undefined}
            maw={480}
          />
          <RefusalAlert error={error} />
          <Group>
            <Button
              loading={isPending}
              disabled={file === null || isTooLarge}
              onClick={() => (file === null ? undefined : mutate(file))}
            >
              {say("import.look")}
            </Button>
          </Group>
        </Stack>
      </Card>
      <Earlier />
    </Stack>
  );
}

function Earlier() {
  const { say, moment, number } = useSpeech();
  const { tenant } = useSession();
  const { data, error } = useImports();
  if (error !== null) return <RefusalAlert error={error} />;
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Card withBorder component="section" aria-labelledby="earlierImports">
      <Title order={2} size="h4" id="earlierImports" mb="sm">
        {say("import.earlier")}
      </Title>
      <Stack gap="sm">
        {data.items.map(({ id, createdAt, state, rows }) => (
          <Group key={id} justify="space-between" gap="xs">
            <Anchor renderRoot={(props) => <Link to="/members/import" search={{ import: id }} {...props} />}>
              {moment(createdAt, tenant.timezone)}
            </Anchor>
            <Group gap="xs">
              <Text size="sm" c="dimmed" className="figures">
                {say("import.rows", { count: rows, number: number(rows) })}
              </Text>
              <Badge variant="default">{say(`import.state.${state}`)}</Badge>
            </Group>
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
