// Something that is so or not, for all of the console: said by whoever learns of it, shown by whoever has to.
import { useSyncExternalStore } from "react";

export type Signal = {
  raise(): void;
  lower(): void;
  useRaised(): boolean;
};

export function createSignal(): Signal {
  const heeding = new Set<() => void>();
  let isRaised = false;
  const set = (to: "raised" | "lowered") => {
    if (isRaised === (to === "raised")) return;
    isRaised = to === "raised";
    for (const changed of heeding) changed();
  };
  const heed = (changed: () => void) => {
    heeding.add(changed);
    return () => heeding.delete(changed);
  };
  return {
    raise: () => set("raised"),
    lower: () => set("lowered"),
    useRaised: () => useSyncExternalStore(heed, () => isRaised),
  };
}
