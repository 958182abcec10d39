// What was asked of the server, remembered for a while. After a change the answers that it touches are asked anew.
import { Refusal } from "@fedele/sdk/browser.ts";
import { QueryClient } from "@tanstack/react-query";

/** How long an answer is shown without asking again; what happens meanwhile comes by the stream of events. */
const FRESH_MS = 10_000;
const RETRIES_MAX = 2;

export const queries = new QueryClient({
  defaultOptions: {
    // Asked whatever the browser thinks of its network: that nobody answers is said, not waited for in silence.
    mutations: { networkMode: "always" },
    queries: {
      networkMode: "always",
      staleTime: FRESH_MS,
      // A refusal stays one however often it is asked; a lost connection may come back.
      retry: (count, error) => error instanceof Refusal && error.code === "offline" && count < RETRIES_MAX,
    },
  },
});
