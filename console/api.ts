// The one way to the server: the public API, with the session's cookie.
import { createBrowser } from "@fedele/sdk/browser.ts";
import { createSignal } from "./signal.ts";

let csrfToken: string | undefined;

/** Called with whatever the server said of the session last. */
export function rememberCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/** Raised once a session has ended while somebody was at work. */
export const signedOut = createSignal();
/** Raised while the server does not answer. */
export const outOfReach = createSignal();

export const api = createBrowser(() => csrfToken);

/** Where whoever is not signed in is at home: a wrong code is no end of a session. */
const door = /^\/v1\/(session|sign-ins|sign-in-codes|second-factors|invitation-acceptances)$/;

api.use({
  onResponse({ request, response }) {
    outOfReach.lower();
    if (response.status === 401 && !door.test(new URL(request.url).pathname)) signedOut.raise();
  },
  onError({ error }) {
    // A page that is left takes its questions back.
    if (!(error instanceof DOMException && error.name === "AbortError")) outOfReach.raise();
  },
});
