// Where somebody is in the portal: /p/<shop>/<page>. Few pages and no nesting, so the browser's own history is enough.
import { useSyncExternalStore } from "react";

export const tabs = ["home", "card", "rewards", "activity", "me"] as const;
export type Tab = (typeof tabs)[number];
export type PageName = Tab | "join" | "enter" | "terms" | "privacy";

const pages: readonly PageName[] = [...tabs, "join", "enter", "terms", "privacy"];
const MOVED = "fedele:moved";

/** The shop's slug, which stands in the address of every page. */
export const slug = location.pathname.split("/")[2] ?? "";

export function pageHere(path: string = location.pathname): PageName {
  const name = path.split("/")[3] ?? "";
  return pages.find((page) => page === name) ?? "home";
}

export function addressOf(page: PageName): string {
  return page === "home" ? `/p/${slug}` : `/p/${slug}/${page}`;
}

export function goTo(page: PageName): void {
  if (pageHere() === page) return;
  history.pushState(null, "", addressOf(page));
  dispatchEvent(new Event(MOVED));
  scrollTo(0, 0);
}

/** In the place of the page that is left: going back does not lead into it again. */
export function replaceBy(page: PageName): void {
  history.replaceState(null, "", addressOf(page));
  dispatchEvent(new Event(MOVED));
}

function heed(changed: () => void): () => void {
  addEventListener("popstate", changed);
  addEventListener(MOVED, changed);
  return () => {
    removeEventListener("popstate", changed);
    removeEventListener(MOVED, changed);
  };
}

export function usePage(): PageName {
  return useSyncExternalStore(heed, () => pageHere());
}
