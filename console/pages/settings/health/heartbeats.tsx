// What happens by the clock, and when each was last seen.
import type { HealthReport } from "@fedele/sdk/schemas/health.ts";
import { Accordion, Table } from "@mantine/core";
import { useSpeech } from "../../../language.ts";
import { useSession } from "../../../session.ts";
import { Line } from "./line.tsx";

type Beats = { readonly heartbeats: HealthReport["heartbeats"] };

export function Heartbeats({ heartbeats }: Beats) {
  const { say } = useSpeech();
  const bad = heartbeats.filter(({ state }) => state !== "ok").map(({ name }) => name);
  if (heartbeats.length === 0) {
    return (
      <Line title={say("health.beats")} state="ok">
        {say("health.beats.none")}
      </Line>
    );
  }
  return (
    <Line title={say("health.beats")} state={bad.length === 0 ? "ok" : "warning"}>
      {bad.length === 0 ? say("health.beats.ok") : say("health.beats.bad", { names: bad.join(", ") })}
      <EachBeat heartbeats={heartbeats} />
    </Line>
  );
}

function EachBeat({ heartbeats }: Beats) {
  const { say, moment } = useSpeech();
  const { tenant } = useSession();
  return (
    <Accordion variant="contained" mt="xs" maw={520}>
      <Accordion.Item value="all">
        <Accordion.Control>{say("health.beats.all")}</Accordion.Control>
        <Accordion.Panel>
          <Table aria-label={say("health.beats.all")} fz="xs">
            <Table.Tbody>
              {heartbeats.map(({ name, doneAt }) => (
                <Table.Tr key={name}>
                  <Table.Td>{name}</Table.Td>
                  <Table.Td ta="right">
                    {doneAt === undefined ? say("health.beats.never") : moment(doneAt, tenant.timezone)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
