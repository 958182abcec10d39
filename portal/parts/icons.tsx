// The five pages' signs, drawn by hand: a package of icons would weigh more than the pages.
import type { Tab } from "../place.ts";

const paths: Readonly<Record<Tab, string>> = {
  home: "M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z",
  card: "M3 7a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2zM3 10h18M7 15h4",
  rewards: "M4 10h16v9a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1zM3 7h18v3H3zM12 7v13M12 7C9 7 8 3 10 3s2 4 2 4 0-4 2-4 1 4-2 4",
  activity: "M12 7v5l3 2M12 3a9 9 0 1 1-9 9 9 9 0 0 1 9-9z",
  me: "M12 12a4 4 0 1 0-4-4 4 4 0 0 0 4 4zM4 20c0-4 4-5 8-5s8 1 8 5",
};

export function TabIcon({ tab }: { tab: Tab }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[tab]} />
    </svg>
  );
}
