// What an activity did and why: which rule gave which points, what that rule says, and what stood in others' way.
import { answered } from "@fedele/sdk/browser.ts";
import type { Activity, Explanation } from "@fedele/sdk/schemas/activity.ts";
import { Badge, Box, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { useTiers } from "../../parts/conditions/names.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSession } from "../../session.ts";
import classes from "./member.module.css";
import { usePointsName } from "./memberQueries.ts";

type Opened = { readonly memberId: string; readonly activity: Activity };

export function ActivityEffects({ memberId, activity }: Opened) {
  const { say } = useSpeech();
  const path = { memberId, activityId: activity.id };
  const isExplained = activity.status === "recorded" && activity.kind !== "return";
  const { data, error } = useQuery({
    queryKey: ["members", memberId, "explanation", activity.id],
    queryFn: () =>
      answered(api.GET("/v1/members/{memberId}/activities/{activityId}/explanation", { params: { path } })),
    enabled: isExplained,
  });
  return (
    <Stack gap="md" className={classes.effects}>
      <What activity={activity} />
      <RefusalAlert error={error} />
      {isExplained && data === undefined && error === null ? <Skeleton h={72} /> : null}
      {data === undefined ? null : <Why explanation={data} />}
      {isExplained ? null : (
        <Text size="sm" c="dimmed">
          {say(activity.status === "recorded" ? "effects.return" : `effects.${activity.status}`)}
        </Text>
      )}
    </Stack>
  );
}

function What({ activity }: { activity: Activity }) {
  const { say, moment, number, day } = useSpeech();
  const { tenant } = useSession();
  const nameOf = usePointsName();
  const tiers = useTiers();
  const tierName = (code: string | null) =>
    code === null ? say("tier.none") : (tiers.find(({ value }) => value === code)?.label ?? code);
  const { occurredAt, source, document, part, points, shortfalls, tier } = activity;
  return (
    <Text component="dl" size="sm" className={classes.facts}>
      <Fact name={say("effects.happened")} value={moment(occurredAt, tenant.timezone)} />
      <Fact name={say("effects.told")} value={[source, document, part ?? ""].filter((one) => one !== "").join(" · ")} />
      {points.map(({ pointsType, total, activatesAt, expiresAt }) => (
        <Fact
          key={pointsType}
          name={nameOf(pointsType)}
          value={[
            say("effects.total", { points: number(total) }),
            activatesAt === undefined ? "" : say("effects.activates", { day: day(activatesAt, tenant.timezone) }),
            expiresAt === undefined ? "" : say("effects.expires", { day: day(expiresAt, tenant.timezone) }),
          ]
            .filter((one) => one !== "")
            .join(" · ")}
        />
      ))}
      {tier === undefined ? null : (
        <Fact
          name={say("members.tier")}
          value={say("effects.tier", { before: tierName(tier.before), after: tierName(tier.after) })}
        />
      )}
      {shortfalls?.map(({ pointsType, points: missing, policy }) => (
        <Fact
          key={pointsType}
          name={say("effects.shortfall")}
          value={say(`shortfall.${policy}`, { points: number(missing) })}
        />
      ))}
    </Text>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function Why({ explanation: { why, whyNot } }: { explanation: Explanation }) {
  const { say, number } = useSpeech();
  const nameOf = usePointsName();
  return (
    <>
      <Box>
        <Title order={3} size="h6" mb={4}>
          {say("effects.why")}
        </Title>
        {why.length === 0 ? (
          <Text size="sm" c="dimmed">
            {say("effects.nothing")}
          </Text>
        ) : null}
        <Stack gap="xs">
          {why.map(({ award, name, sentence, wanted }) => (
            <Box key={award.ruleId}>
              <Group gap="xs">
                <Text size="sm" fw={600}>
                  {name}
                </Text>
                <Badge variant="light" className="figures">
                  {`+${number(award.points)} ${nameOf(award.pointsType)}`}
                </Badge>
              </Group>
              <Text size="sm">{sentence}</Text>
              {wanted === undefined ? null : (
                <Text size="sm" c="dimmed">
                  {say("effects.cut", { points: number(wanted) })}
                </Text>
              )}
            </Box>
          ))}
        </Stack>
      </Box>
      {whyNot.length === 0 ? null : (
        <Box>
          <Title order={3} size="h6" mb={4}>
            {say("effects.whyNot")}
          </Title>
          <Stack gap="xs">
            {whyNot.map(({ ruleId, name, sentence }) => (
              <Text key={ruleId} size="sm">
                <Text span inherit fw={600}>
                  {name}:
                </Text>{" "}
                {sentence}
              </Text>
            ))}
          </Stack>
        </Box>
      )}
    </>
  );
}
