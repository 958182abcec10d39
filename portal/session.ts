// Coming in and leaving. A session is the cookie's; what a page keeps is the token that goes with it.
import { answered, done } from "@fedele/sdk/browser.ts";
import { api, rememberCsrfToken } from "./api.ts";
import { forgetCard } from "./cardKeys.ts";
import { asLanguage, chooseLanguage } from "./language.ts";
import { slug } from "./place.ts";
import { forget, meQuery, queries } from "./queries.ts";

/** A day: long enough not to bother the server, short enough that whoever comes by stays signed in. */
const RENEWED_EACH_MS = 24 * 3_600_000;
const RENEWED_AS = `fedele.renewed.${slug}`;

/** Said once, to whoever has just closed an account. */
export const LEFT = `fedele.left.${slug}`;

/** Nothing that was asked for in one session may be shown in the next one. */
export async function enter(csrfToken: string): Promise<void> {
  forget();
  await forgetCard();
  rememberCsrfToken(csrfToken);
  localStorage.setItem(RENEWED_AS, String(Date.now()));
  const me = await queries.fetchQuery({ ...meQuery, staleTime: 0 });
  const own = asLanguage(me?.language?.slice(0, 2) ?? "");
  if (own !== undefined) await chooseLanguage(own);
}

/** Under a new secret, at most once a day. Nothing waits for it, and where it fails the session goes on as it was. */
export async function stayIn(): Promise<void> {
  const last = Number(localStorage.getItem(RENEWED_AS) ?? 0);
  if (Date.now() - last < RENEWED_EACH_MS) return;
  localStorage.setItem(RENEWED_AS, String(Date.now()));
  const { csrfToken } = await answered(api.POST("/v1/me/session/renewal"));
  rememberCsrfToken(csrfToken);
}

export async function leave(): Promise<void> {
  await done(api.DELETE("/v1/me/session"));
  await forgetAll();
}

/** What this device knew of the member. */
export async function forgetAll(): Promise<void> {
  forget();
  rememberCsrfToken(undefined);
  await forgetCard();
}
