// A person at a browser: reads letters in the outbox, keeps the cookie, signs in.
import { type Call, callWith, type Reply, type TestServer } from "./server.ts";
import { callAs } from "./staff.ts";

/** Calls of a page that nobody signed in to yet. */
export function stranger(server: TestServer): Call {
  return callWith(server.url, undefined);
}

/** The latest letter of this kind. */
export async function latestLetter(server: TestServer, kind: string): Promise<{ address: string; text: string }> {
  const { items } = (await server.call("GET", "/v1/outbox-messages?limit=20")).body;
  const found = items.find((message: { kind: string }) => message.kind === kind);
  if (found?.letter === undefined) throw new Error(`there is no ${kind}`);
  return found.letter;
}

/** Asks for a code and reads it. Time goes on a little, as it does between two codes. */
export async function codeFor(server: TestServer, email: string): Promise<string> {
  server.clock.advance(30_000);
  const asked = await stranger(server)("POST", "/v1/sign-in-codes", { tenant: server.tenant.slug, email });
  if (asked.status !== 202) throw new Error(`no code: ${asked.status}`);
  const { address, text } = await latestLetter(server, "sign_in_code");
  if (address !== email) throw new Error(`the code went to ${address}`);
  return /^\d{6}$/m.exec(text)?.[0] ?? "";
}

export function signInWith(server: TestServer, email: string, code: string): Promise<Reply> {
  return stranger(server)("POST", "/v1/sign-ins", { tenant: server.tenant.slug, email, code });
}

/** The cookie that came with a reply, as it is sent back. */
export function cookieOf(reply: Reply): string {
  return (reply.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

/** Calls with the session that came with a reply. */
export function inSession(server: TestServer, reply: Reply): Call {
  const { csrfToken } = reply.body.signedIn ?? reply.body;
  return callAs(server.url, cookieOf(reply), csrfToken);
}
