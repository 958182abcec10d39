// Who is there decides what is shown: the door, or the five pages of a member.

import { Refusal } from "@fedele/sdk/browser.ts";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { Frame } from "./frame.tsx";
import { useSpeech } from "./language.ts";
import { listen } from "./live.ts";
import { DoorPage } from "./pages/door.tsx";
import { HomePage } from "./pages/home.tsx";
import { Empty, Trouble, Waiting } from "./parts/states.tsx";
import { type PageName, usePage } from "./place.ts";
import { type Me, meQuery, portalQuery } from "./queries.ts";
import { stayIn } from "./session.ts";

const CardPage = lazy(async () => ({ default: (await import("./pages/card.tsx")).CardPage }));
const RewardsPage = lazy(async () => ({ default: (await import("./pages/rewards.tsx")).RewardsPage }));
const ActivityPage = lazy(async () => ({ default: (await import("./pages/activity.tsx")).ActivityPage }));
const MePage = lazy(async () => ({ default: (await import("./pages/me.tsx")).MePage }));
const LegalPage = lazy(async () => ({ default: (await import("./pages/legal.tsx")).LegalPage }));
const EnterPage = lazy(async () => ({ default: (await import("./pages/enter.tsx")).EnterPage }));

export function App() {
  const { say } = useSpeech();
  const page = usePage();
  const portal = useQuery(portalQuery);
  const me = useQuery(meQuery);
  useEffect(() => {
    if (portal.data !== undefined) document.title = portal.data.name;
  }, [portal.data]);
  useEffect(() => {
    if (me.data) stayIn().catch(() => {});
  }, [me.data]);
  const isIn = me.data != null;
  useEffect(() => (isIn ? listen() : undefined), [isIn]);

  if (portal.data === undefined || me.data === undefined) {
    const error = portal.error ?? me.error;
    if (error instanceof Refusal && error.code === "not_found") {
      return (
        <Frame>
          <Empty title={say("door.none")} hint={say("door.noneHint")} />
        </Frame>
      );
    }
    return <Frame>{error === null ? <Waiting /> : <Trouble error={error} again={() => location.reload()} />}</Frame>;
  }
  const shop = portal.data;
  if (page === "terms" || page === "privacy") {
    return (
      <Frame shop={shop}>
        <Suspense fallback={<Waiting />}>
          <LegalPage shop={shop} subject={page} />
        </Suspense>
      </Frame>
    );
  }
  if (page === "enter") {
    return (
      <Frame shop={shop}>
        <Suspense fallback={<Waiting />}>
          <EnterPage shop={shop} />
        </Suspense>
      </Frame>
    );
  }
  if (me.data === null) {
    return (
      <Frame shop={shop}>
        <DoorPage shop={shop} isJoining={page === "join"} />
      </Frame>
    );
  }
  return (
    <Frame shop={shop} page={page === "join" ? "home" : page}>
      <Suspense fallback={<Waiting />}>
        <OwnPage page={page} me={me.data} />
      </Suspense>
    </Frame>
  );
}

function OwnPage({ page, me }: { page: PageName; me: Me }) {
  switch (page) {
    case "home":
    case "join":
    case "enter":
    case "terms":
    case "privacy":
      return <HomePage me={me} />;
    case "card":
      return <CardPage />;
    case "rewards":
      return <RewardsPage />;
    case "activity":
      return <ActivityPage />;
    case "me":
      return <MePage me={me} />;
  }
}
