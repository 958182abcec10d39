// What a new shop still has to do, until it is done.
import { answered } from "@fedele/sdk/browser.ts";
import { Anchor, Card, Group, Progress, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconCheck, IconCircle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { useSession } from "../../session.ts";

/** Each step is done once there is one of what it makes. */
const steps = [
  { id: "points", href: "/campaigns" },
  { id: "campaign", href: "/campaigns" },
  { id: "reward", href: "/rewards" },
  { id: "place", href: "/partners" },
  { id: "team", href: "/settings/team" },
] as const;

const UP_TO_TWO = { params: { query: { limit: 2 } } } as const;

export function Checklist() {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const { data: done } = useQuery({
    queryKey: ["reports", "checklist"],
    queryFn: async () => {
      const [points, campaigns, rewards, places, people] = await Promise.all([
        answered(api.GET("/v1/points-types")),
        answered(api.GET("/v1/campaigns", UP_TO_TWO)),
        answered(api.GET("/v1/rewards", UP_TO_TWO)),
        answered(api.GET("/v1/locations", UP_TO_TWO)),
        scopes.has("staff:read") ? answered(api.GET("/v1/staff", UP_TO_TWO)) : { items: [1, 2] },
      ]);
      return {
        points: points.items.length > 0,
        campaign: campaigns.items.length > 0,
        reward: rewards.items.length > 0,
        place: places.items.length > 0,
        team: people.items.length > 1,
      };
    },
  });
  if (done === undefined || steps.every(({ id }) => done[id])) return null;
  const doneCount = steps.filter(({ id }) => done[id]).length;
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {say("today.checklist")}
      </Title>
      <Progress
        value={(doneCount / steps.length) * 100}
        my="sm"
        aria-label={say("today.checklistDone", { done: doneCount, of: steps.length })}
      />
      <Stack gap="xs">
        {steps.map(({ id, href }) => (
          <Group key={id} gap="xs" wrap="nowrap">
            <ThemeIcon size="sm" radius="xl" variant={done[id] ? "filled" : "default"}>
              {done[id] ? <IconCheck size={14} aria-hidden /> : <IconCircle size={14} aria-hidden />}
            </ThemeIcon>
            {done[id] ? (
              <Text size="sm" c="dimmed" td="line-through">
                {say(`today.step.${id}`)}
              </Text>
            ) : (
              <Anchor size="sm" href={href}>
                {say(`today.step.${id}`)}
              </Anchor>
            )}
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
