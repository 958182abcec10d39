// What stands around every page: the shop's name, the five tabs, and what one has to know wherever one is.
import { useQueryClient } from "@tanstack/react-query";
import { type MouseEvent, type ReactNode, useSyncExternalStore } from "react";
import { useSpeech } from "./language.ts";
import { TabIcon } from "./parts/icons.tsx";
import { addressOf, goTo, type PageName, type Tab, tabs } from "./place.ts";
import { meQuery, type Portal } from "./queries.ts";

type FrameProps = { shop?: Pick<Portal, "name" | "logo">; page?: PageName; children: ReactNode };

export function Frame({ shop, page, children }: FrameProps) {
  const logo = shop?.logo ?? null;
  return (
    <>
      <header className="top">
        {logo === null ? null : <img className="logo" src={logo} alt="" />}
        {shop?.name}
      </header>
      <main className="page">
        <Connection />
        {children}
      </main>
      {page === undefined ? null : <Tabs page={page} />}
    </>
  );
}

function Tabs({ page }: { page: PageName }) {
  const { say } = useSpeech();
  const go = (event: MouseEvent, tab: Tab) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goTo(tab);
  };
  return (
    <nav className="tabs" aria-label={say("frame.tabs")}>
      {tabs.map((tab) => (
        <a
          key={tab}
          className="tab"
          href={addressOf(tab)}
          aria-current={tab === page ? "page" : undefined}
          onClick={(event) => go(event, tab)}
        >
          <TabIcon tab={tab} />
          {say(`tab.${tab}`)}
        </a>
      ))}
    </nav>
  );
}

/** Without a connection it is said from when what is shown is. */
function Connection() {
  const { say, moment } = useSpeech();
  const isOnline = useSyncExternalStore(heedConnection, () => navigator.onLine);
  const answeredAt = useQueryClient().getQueryState(meQuery.queryKey)?.dataUpdatedAt ?? 0;
  if (isOnline) return null;
  return (
    <p className="note" role="status">
      {answeredAt === 0
        ? say("frame.offlineNew")
        : say("frame.offline", { at: moment(new Date(answeredAt).toISOString()) })}
    </p>
  );
}

function heedConnection(changed: () => void): () => void {
  addEventListener("online", changed);
  addEventListener("offline", changed);
  return () => {
    removeEventListener("online", changed);
    removeEventListener("offline", changed);
  };
}
