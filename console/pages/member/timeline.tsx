// What happened, the latest first. An activity opens to what it did and why.
import type { Activity } from "@fedele/sdk/schemas/activity.ts";
import type { TimelineItem } from "@fedele/sdk/schemas/timeline.ts";
import { Badge, Box, Card, Collapse, Group, Skeleton, Stack, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown } from "@tabler/icons-react";
import { useId } from "react";
import { useSpeech } from "../../language.ts";
import { Empty, RefusalAlert } from "../../parts/states.tsx";
import { useSession } from "../../session.ts";
import { ActivityEffects } from "./activityEffects.tsx";
import classes from "./member.module.css";
import { usePointsName, useTimeline } from "./memberQueries.ts";
import { MoreButton } from "./more.tsx";
import { movedIn, useStepWords } from "./timelineWords.ts";

const SKELETONS = ["first", "second", "third", "fourth"] as const;

export function MemberTimeline({ memberId }: { memberId: string }) {
  const { say } = useSpeech();
  const query = useTimeline(memberId);
  const items = query.data?.pages.flatMap((page) => page.items);
  if (query.error !== null) return <RefusalAlert error={query.error} />;
  if (items === undefined) {
    return (
      <Stack gap="xs">
        {SKELETONS.map((key) => (
          <Skeleton key={key} h={60} />
        ))}
      </Stack>
    );
  }
  if (items.length === 0) return <Empty title={say("timeline.empty")} hint={say("timeline.emptyHint")} />;
  return (
    <Stack gap="xs">
      <Box component="ol" className={classes.steps} aria-label={say("member.tab.timeline")}>
        {items.map((item, place) => (
          <li key={keyOf(item, place)}>
            <Step item={item} memberId={memberId} />
          </li>
        ))}
      </Box>
      <MoreButton query={query} />
    </Stack>
  );
}

function keyOf(item: TimelineItem, place: number): string {
  return item.kind === "activity" ? item.activity.id : `${item.at} ${item.kind} ${place}`;
}

function Step({ item, memberId }: { item: TimelineItem; memberId: string }) {
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  if (item.kind !== "activity") {
    return (
      <Card withBorder padding="sm">
        <StepLine item={item} />
      </Card>
    );
  }
  return (
    <Card withBorder padding={0}>
      <UnstyledButton className={classes.step} onClick={toggle} aria-expanded={isOpen} aria-controls={id}>
        <StepLine item={item} />
        <IconChevronDown size={18} className={isOpen ? classes.turned : classes.chevron} aria-hidden />
      </UnstyledButton>
      <Collapse expanded={isOpen} id={id}>
        {isOpen ? <ActivityEffects memberId={memberId} activity={item.activity} /> : null}
      </Collapse>
    </Card>
  );
}

function flagsOf(item: TimelineItem): NonNullable<Activity["flags"]> {
  return item.kind === "activity" ? (item.activity.flags ?? []) : [];
}

function StepLine({ item }: { item: TimelineItem }) {
  const { say, moment, number } = useSpeech();
  const { tenant } = useSession();
  const nameOf = usePointsName();
  const { title, hint } = useStepWords()(item);
  const moved = movedIn(item).filter(({ points }) => points !== 0);
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm" flex={1}>
      <Box miw={0}>
        <Text fw={500}>{title}</Text>
        {hint === "" ? null : (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {moment(item.at, tenant.timezone)}
        </Text>
        {flagsOf(item).map(({ kind, counted, bound }) => (
          <Badge
            key={kind}
            color="orange"
            variant="light"
            mt={4}
            h="auto"
            tt="none"
            styles={{ label: { whiteSpace: "normal" } }}
          >
            {say(`flag.${kind}`, { counted: number(counted), bound: number(bound) })}
          </Badge>
        ))}
      </Box>
      <Stack gap={0} align="flex-end" className={classes.moved}>
        {moved.map(({ pointsType, points }) => (
          <Text key={pointsType} size="sm" fw={600} className="figures" ta="right">
            {points > 0 ? "+" : "−"}
            {number(Math.abs(points))}{" "}
            <Text span size="xs" c="dimmed">
              {nameOf(pointsType)}
            </Text>
          </Text>
        ))}
      </Stack>
    </Group>
  );
}
