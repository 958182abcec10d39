// A member at a browser: joins, reads codes in the outbox, has a session, calls as the portal's page does.
import { randomBytes } from "node:crypto";
import { openMemberSession } from "../../server/modules/members/memberSessions.ts";
import { inTransaction } from "../../server/platform/database/transaction.ts";
import { fromTypeId } from "../../server/platform/ids.ts";
import { type Call, callWith, type Reply, type TestServer, type TestTenant } from "./server.ts";
import { cookieOf, stranger } from "./signingIn.ts";
import { callAs } from "./staff.ts";

export type MemberSignedIn = { id: string; email: string; cookie: string; csrfToken: string; call: Call };

type Options = { tenant?: TestTenant; body?: Record<string, unknown> };

/** Somebody new with an e-mail address that is only claimed, and a session. */
export async function newMember(server: TestServer, options: Options = {}): Promise<MemberSignedIn> {
  const tenant = options.tenant ?? server;
  const email = `m${randomBytes(6).toString("hex")}@example.com`;
  const body = { name: "Ana", identities: [{ kind: "email", value: email }], ...options.body };
  const enrolled = await tenant.call("POST", "/v1/members", body);
  if (enrolled.status !== 201) throw new Error(`no member: ${enrolled.status}`);
  return { email, ...(await signedIn(server, enrolled.body.id, tenant)) };
}

/** A session of a member who is there already, without a code. */
export async function signedIn(
  server: TestServer,
  id: string,
  { tenant }: Pick<TestTenant, "tenant"> = server,
): Promise<Omit<MemberSignedIn, "email">> {
  const { db, clock, parts } = server;
  const asking = { tenantId: tenant.id, now: clock.now(), actor: "cli" };
  const asked = { memberId: fromTypeId("mem", id), device: "?", nowMs: clock.now() };
  const session = await inTransaction(db, asking, (ctx) => openMemberSession(ctx, asked));
  const cookie = `fedele_member_${tenant.slug}=${session.text}`;
  const csrfToken = parts.cookies.csrfTokenOf(session.id);
  return { id, cookie, csrfToken, call: callAs(server.url, cookie, csrfToken) };
}

export type OutboxLetter = { kind: string; address: string; subject: string; text: string };

/** What a tenant's portal has written, the latest first. */
export async function lettersOf({ call }: Pick<TestTenant, "call">, kind = ""): Promise<OutboxLetter[]> {
  const { items } = (await call("GET", "/v1/outbox-messages?limit=50")).body;
  return items
    .filter((message: { kind: string }) => kind === "" || message.kind === kind)
    .map((message: { kind: string; letter: Omit<OutboxLetter, "kind"> }) => ({
      kind: message.kind,
      ...message.letter,
    }));
}

export function asksForCode(server: TestServer, contact: string, { tenant }: Pick<TestTenant, "tenant"> = server) {
  return stranger(server)("POST", `/v1/portal/${tenant.slug}/sign-in-codes`, { contact });
}

/** Asks for a code and reads it. Time goes on a little, as it does between two codes. */
export async function portalCode(server: TestServer, contact: string, tenant: TestTenant = server): Promise<string> {
  server.clock.advance(30_000);
  const asked = await asksForCode(server, contact, tenant);
  if (asked.status !== 202) throw new Error(`no code: ${asked.status} ${JSON.stringify(asked.body)}`);
  return codeIn((await lettersOf(tenant))[0]);
}

/** "" where there is none. */
export function codeIn(letter: { subject: string } | undefined): string {
  return /^\d{6}(?= )/.exec(letter?.subject ?? "")?.[0] ?? "";
}

export function shows(
  server: TestServer,
  shown: { contact: string; code: string; join?: Record<string, unknown> },
  { tenant }: Pick<TestTenant, "tenant"> = server,
): Promise<Reply> {
  return stranger(server)("POST", `/v1/portal/${tenant.slug}/sign-ins`, shown);
}

/** Calls with the session that came with a reply. */
export function asMember(server: TestServer, reply: Reply): Call {
  return callAs(server.url, cookieOf(reply), reply.body.csrfToken);
}

/** Calls with a cookie and nothing that a page of ours would add. */
export function withCookie(server: TestServer, cookie: string, headers: Record<string, string> = {}): Call {
  const plain = callWith(server.url, undefined);
  return (method, path, body, more = {}) => plain(method, path, body, { cookie, ...headers, ...more });
}

export const welcomeTexts = {
  mayJoin: true,
  birthday: "once",
  color: "#0b7285",
  terms: { version: "terms-1", texts: { en: "The terms.", it: "Le condizioni." } },
  consents: [{ topic: "email", version: "news-1", texts: { en: "Write to me.", it: "Scrivetemi." } }],
} as const;
