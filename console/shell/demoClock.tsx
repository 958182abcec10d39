// The time in a demo, and the buttons that let it pass: points become usable, messages fall due, birthdays come.
import { answered } from "@fedele/sdk/browser.ts";
import { Button, Menu, VisuallyHidden } from "@mantine/core";
import { IconPlayerTrackNext } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { api } from "../api.ts";
import { useSpeech } from "../language.ts";
import { queries } from "../queries.ts";
import { sessionQuery, useSession } from "../session.ts";

const jumps = [
  { text: "clock.twoHours", seconds: 2 * 3_600 },
  { text: "clock.oneDay", seconds: 86_400 },
  { text: "clock.fourteenDays", seconds: 14 * 86_400 },
] as const;

const MINUTE_MS = 60_000;

/** Lets so many seconds pass, and asks anew for all that is shown. */
export function useClockJump() {
  return useMutation({
    mutationFn: (seconds: number) => answered(api.POST("/v1/clock", { body: { seconds } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await queries.invalidateQueries();
    },
  });
}

export function DemoClock() {
  const { say, moment } = useSpeech();
  const { tenant, scopes } = useSession();
  const { data: now } = useQuery({
    queryKey: ["clock", tenant.clockOffsetMs],
    queryFn: () => new Date(Date.now() + tenant.clockOffsetMs).toISOString(),
    refetchInterval: MINUTE_MS,
  });
  const { mutate, isPending } = useClockJump();
  if (!scopes.has("tenant:write")) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          px="xs"
          loading={isPending}
          leftSection={<IconPlayerTrackNext size={16} aria-hidden />}
          visibleFrom="xs"
        >
          <VisuallyHidden>{say("clock.title")}</VisuallyHidden>
          {now === undefined ? "" : moment(now, tenant.timezone)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say("clock.title")}</Menu.Label>
        {jumps.map(({ text, seconds }) => (
          <Menu.Item key={text} onClick={() => mutate(seconds)}>
            {say(text)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
