// The one way to the server: the public API, with the session's cookie.
import { createBrowser } from "@fedele/sdk/browser.ts";

let csrfToken: string | undefined;

/** Called with whatever the server said of the session last. */
export function rememberCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

export const api = createBrowser(() => csrfToken);
