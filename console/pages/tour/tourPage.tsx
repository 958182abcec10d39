// The first three minutes: the till on the left, the member's phone in the middle, the console on the right, and above
// them what to do next. All three are the real ones, and whatever is done in them happens.
import { Anchor, Box, Group, SegmentedControl, Text } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconX } from "@tabler/icons-react";
import { getRouteApi, Link, Navigate } from "@tanstack/react-router";
import { useCallback, useRef, useState } from "react";
import { useSpeech } from "../../language.ts";
import { useListening } from "../../live.ts";
import { useSession } from "../../session.ts";
import { ConsolePane } from "./consolePane.tsx";
import { Guide } from "./guide.tsx";
import { PhonePane } from "./phonePane.tsx";
import { TillPane } from "./tillPane.tsx";
import classes from "./tour.module.css";
import { useNewcomer, usePlayed, useSteps } from "./tourFacts.ts";
import { keepToured, mayTour } from "./touring.ts";
import type { TourStep } from "./tourSearch.ts";

const route = getRouteApi("/tour");

const panes = ["till", "phone", "console"] as const;
type Pane = (typeof panes)[number];

/** Where a step happens: on a small screen nothing else is shown. */
const paneOf: Readonly<Record<TourStep, Pane>> = {
  join: "till",
  buy: "till",
  phone: "phone",
  wait: "phone",
  reward: "phone",
  why: "console",
  own: "console",
};

export function TourPage() {
  const session = useSession();
  if (!mayTour(session)) return <Navigate to="/" />;
  return <Tour />;
}

function Tour() {
  const { say } = useSpeech();
  const session = useSession();
  const navigate = route.useNavigate();
  const { step: asked, member } = route.useSearch();
  const steps = useSteps();
  const step = asked ?? "join";
  const played = usePlayed(member);
  const phone = useRef<HTMLIFrameElement>(null);
  const [chosen, setChosen] = useState<{ readonly step: TourStep; readonly pane: Pane }>();
  const pane = chosen?.step === step ? chosen.pane : paneOf[step];
  useDocumentTitle(`${say("tour.title")} · Fedele`);
  useListening();
  const meet = useCallback(
    (memberId: string) => navigate({ search: (search) => ({ ...search, member: memberId }), replace: true }),
    [navigate],
  );
  useNewcomer(member, meet);
  const go = (to: TourStep) => navigate({ search: (search) => ({ ...search, step: to }) });
  return (
    <Box className={classes.page}>
      <Group component="header" className={classes.header} justify="space-between" wrap="nowrap" px="md">
        <Text fw={700} truncate>
          {session.tenant.name}
        </Text>
        <Anchor component={Link} to="/" onClick={() => keepToured(session)} className={classes.leave}>
          <IconX size={16} aria-hidden /> {say("tour.leave")}
        </Anchor>
      </Group>
      <Guide
        step={step}
        steps={steps}
        played={played}
        memberId={member}
        onGo={go}
        onTimePassed={() => phone.current?.contentWindow?.location.reload()}
      />
      <Box hiddenFrom="md" px="md" pt="xs">
        <SegmentedControl
          fullWidth
          aria-label={say("tour.panes")}
          value={pane}
          onChange={(value) => {
            const known = panes.find((one) => one === value);
            if (known !== undefined) setChosen({ step, pane: known });
          }}
          data={panes.map((one) => ({ value: one, label: say(`tour.tab.${one}`) }))}
        />
      </Box>
      <main className={classes.panes} data-shown={pane}>
        <TillPane />
        <PhonePane memberId={member} name={played.name} frame={phone} />
        <ConsolePane memberId={member} />
      </main>
    </Box>
  );
}
