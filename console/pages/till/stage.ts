// Where the till is with its customer. Serving one is one step of the browser's history: its back button leads to the
// next customer, never to a sale that is over, and its forward button to nobody. The customer stands in no address.
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { Stage } from "./stages.ts";

declare module "@tanstack/react-router" {
  interface HistoryState {
    isServing?: boolean;
  }
}

export function useStage() {
  const navigate = useNavigate();
  const isServing = useLocation({ select: ({ state }) => state.isServing === true });
  const [stage, setStage] = useState<Stage>({ at: "find" });
  const customers = useRef(0);
  useEffect(() => {
    if (isServing) return;
    customers.current += 1;
    setStage({ at: "find" });
  }, [isServing]);
  useEffect(() => {
    // A page that the browser had put aside, with what was true then.
    const returned = ({ persisted }: PageTransitionEvent) => {
      if (persisted) location.reload();
    };
    window.addEventListener("pageshow", returned);
    return () => window.removeEventListener("pageshow", returned);
  }, []);
  const mine = customers.current;
  return {
    stage,
    setStage: (next: Stage) => {
      // What is told too late changes nothing where somebody else is being served.
      setStage((now) => (mine !== customers.current && now.at !== "find" ? now : next));
      void navigate({ to: "/till", replace: isServing, state: { isServing: true } });
    },
    next: () => {
      setStage({ at: "find" });
      if (isServing) window.history.back();
    },
  };
}
