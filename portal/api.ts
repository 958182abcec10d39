// The one way to the server: the public API, with the member's session in a cookie that no script can read.
import { createBrowser } from "@fedele/sdk/browser.ts";
import { slug } from "./place.ts";

let csrfToken: string | undefined;
let language = "";
/** How far the server's clock is ahead of this device's, by its last answer. */
let offsetMs = 0;

/** Called with whatever the server said of the session last. */
export function rememberCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/** Texts of the shop's own come in the language that is spoken here. */
export function askIn(spoken: string): void {
  language = spoken;
}

export function clockOffset(): number {
  return offsetMs;
}

export const api = createBrowser(() => csrfToken);

api.use({
  onRequest({ request }) {
    request.headers.set("x-portal", slug);
    if (language !== "") request.headers.set("accept-language", language);
    return request;
  },
  onResponse({ response }) {
    const told = Date.parse(response.headers.get("date") ?? "");
    if (Number.isFinite(told)) offsetMs = told - Date.now();
    return response;
  },
});
