// What to do now, what came of it, and the ways on, back and out.
import { Box, Button, Group, Progress, Stack, Text, Title } from "@mantine/core";
import { IconArrowLeft, IconArrowRight, IconCheck, IconPlayerTrackNext } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useSpeech } from "../../language.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSession } from "../../session.ts";
import { useClockJump } from "../../shell/demoClock.tsx";
import classes from "./tour.module.css";
import { type Played, useAmount, useWaitSeconds } from "./tourFacts.ts";
import { keepToured } from "./touring.ts";
import type { TourStep } from "./tourSearch.ts";

const DAY_SECONDS = 86_400;

type Guided = {
  readonly step: TourStep;
  readonly steps: readonly TourStep[];
  readonly played: Played;
  readonly memberId: string | undefined;
  onGo(step: TourStep): void;
  onTimePassed(): void;
};

export function Guide({ step, steps, played, memberId, onGo, onTimePassed }: Guided) {
  const { say } = useSpeech();
  const place = Math.max(0, steps.indexOf(step));
  const before = steps[place - 1];
  const after = steps[place + 1];
  const heading = useStepHeading(step);
  const name = played.name ?? say("tour.somebody");
  return (
    <Stack component="section" gap="xs" px="md" py="sm" aria-labelledby="tourStep" className={classes.guide}>
      <Group gap="sm" wrap="nowrap">
        <Progress
          flex={1}
          value={((place + 1) / steps.length) * 100}
          aria-label={say("tour.progress", { step: place + 1, of: steps.length })}
        />
        <Text size="xs" c="dimmed" className="figures">
          {say("tour.progress", { step: place + 1, of: steps.length })}
        </Text>
      </Group>
      <Group justify="space-between" align="flex-end" gap="sm">
        <Box flex="1 1 320px" maw={860}>
          <Title order={1} size="h3" id="tourStep" tabIndex={-1} ref={heading} className={classes.heading}>
            {say(`tour.${step}`, { name })}
          </Title>
          <Text>
            <Words step={step} name={name} memberId={memberId} />
          </Text>
          <Text size="sm" fw={600} role="status" mih="1.5em" className={classes.done}>
            {played.isDone[step] ? (
              <>
                <IconCheck size={16} aria-hidden /> {say(`tour.done.${step}`, { name })}
              </>
            ) : null}
          </Text>
        </Box>
        <Group gap="xs">
          {step === "wait" ? <Jump onTimePassed={onTimePassed} /> : null}
          {before === undefined ? null : (
            <Button
              variant="default"
              leftSection={<IconArrowLeft size={16} aria-hidden />}
              onClick={() => onGo(before)}
            >
              {say("tour.back")}
            </Button>
          )}
          {after === undefined ? (
            <Ending />
          ) : (
            <Button
              variant={played.isDone[step] || step === "phone" || step === "why" ? "filled" : "default"}
              rightSection={<IconArrowRight size={16} aria-hidden />}
              onClick={() => onGo(after)}
            >
              {say("tour.next")}
            </Button>
          )}
        </Group>
      </Group>
    </Stack>
  );
}

/** After a step whoever reads by ear or goes by keyboard is at its heading; not when the page has just come. */
function useStepHeading(step: TourStep) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [first] = useState(step);
  const isMoved = useRef(false);
  useEffect(() => {
    if (step !== first) isMoved.current = true;
    if (isMoved.current) heading.current?.focus();
  }, [step, first]);
  return heading;
}

function Words({ step, name, memberId }: Pick<Guided, "step" | "memberId"> & { readonly name: string }) {
  const { say, money } = useSpeech();
  const { tenant } = useSession();
  const amount = useAmount(memberId);
  // Numbers that are kept for films: nobody has them.
  const [phone] = useState(() => `+44\u00a020\u00a07946\u00a00${500 + Math.floor(Math.random() * 500)}`);
  return say(`tour.how.${step}`, { name, phone, amount: money(amount, tenant.currency) });
}

function Jump({ onTimePassed }: Pick<Guided, "onTimePassed">) {
  const { say } = useSpeech();
  const seconds = useWaitSeconds();
  const { mutate, isPending, error } = useClockJump();
  return (
    <>
      <RefusalAlert error={error} />
      <Button
        variant="light"
        loading={isPending}
        leftSection={<IconPlayerTrackNext size={16} aria-hidden />}
        onClick={() => mutate(seconds, { onSuccess: onTimePassed })}
      >
        {say("tour.jump", { days: seconds / DAY_SECONDS })}
      </Button>
    </>
  );
}

/** Only an owner makes a shop. */
function Ending() {
  const { say } = useSpeech();
  const session = useSession();
  if (session.staff.role !== "owner") {
    return (
      <Button component={Link} to="/" onClick={() => keepToured(session)}>
        {say("tour.look")}
      </Button>
    );
  }
  return (
    <>
      <Button variant="default" component={Link} to="/" onClick={() => keepToured(session)}>
        {say("tour.look")}
      </Button>
      <Button component={Link} to="/new-shop" onClick={() => keepToured(session)}>
        {say("tenant.makeMine")}
      </Button>
    </>
  );
}
