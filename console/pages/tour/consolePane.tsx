// What the shop sees of the member meanwhile: what they have, and what happened, as it happens.
import { Anchor, Box, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSpeech } from "../../language.ts";
import { memberName } from "../../parts/member.tsx";
import { Empty } from "../../parts/states.tsx";
import { memberQuery, usePointsName, useWallets } from "../member/memberQueries.ts";
import { MemberTimeline } from "../member/timeline.tsx";
import classes from "./tour.module.css";

export function ConsolePane({ memberId }: { memberId: string | undefined }) {
  const { say } = useSpeech();
  return (
    <section className={classes.pane} data-pane="console" aria-label={say("tour.pane.console")}>
      <Text fw={600} className={classes.paneName}>
        {say("tour.pane.console")}
      </Text>
      <Box className={classes.scroll}>
        {memberId === undefined ? (
          <Empty title={say("tour.nobody")} hint={say("tour.nobodyHint")} />
        ) : (
          <Stack gap="md">
            <Who memberId={memberId} />
            <MemberTimeline memberId={memberId} />
          </Stack>
        )}
      </Box>
    </section>
  );
}

function Who({ memberId }: { memberId: string }) {
  const { say, number } = useSpeech();
  const { data: member } = useQuery(memberQuery(memberId));
  const wallets = useWallets(memberId).data?.items ?? [];
  const nameOf = usePointsName();
  return (
    <Stack gap={4}>
      <Anchor href={`/members/${memberId}`} target="_blank" fw={700} size="lg">
        {member === undefined ? "" : memberName(member, say)}
      </Anchor>
      <Group gap="lg" align="flex-start">
        {wallets.map(({ pointsType, spendable, pending }) => (
          <Box key={pointsType}>
            <Text className="figures">
              <Text span inherit fw={700} fz={24}>
                {number(spendable)}
              </Text>{" "}
              {nameOf(pointsType)}
            </Text>
            {pending > 0 ? (
              <Text size="sm" c="dimmed" className="figures">
                {say("wallet.pending", { points: number(pending) })}
              </Text>
            ) : null}
          </Box>
        ))}
      </Group>
    </Stack>
  );
}
