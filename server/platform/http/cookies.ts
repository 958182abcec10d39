// The one cookie that there is: a session of staff. A browser sends it by itself, so whatever it changes must also show
// that our own page asked: where the request comes from, and a token that only our page could have read.
import { createHmac, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../refusal.ts";

const NAME = "fedele_session";
/** Beyond this a header holds no cookie of ours. */
const HEADER_CHARS_MAX = 8_192;

export type Cookies = {
  /** The session that the request shows; undefined where it shows none. */
  read(request: FastifyRequest): string | undefined;
  set(reply: FastifyReply, value: string, seconds: number): void;
  clear(reply: FastifyReply): void;
  /** What a page must send as x-csrf-token with whatever it changes. The same for the whole life of a session. */
  csrfTokenOf(sessionId: string): string;
  /** Refuses a change that another site's page asked for. */
  refuseForged(request: FastifyRequest, sessionId: string): void;
  /** Refuses another site's page. Programs, which name no origin, are let in. */
  refuseOtherOrigin(request: FastifyRequest): void;
};

type Settings = { readonly publicUrl: string | undefined; readonly csrfKey: Buffer };

export function createCookies({ publicUrl, csrfKey }: Settings): Cookies {
  const isSecure = publicUrl?.startsWith("https:") === true;
  // A browser keeps a __Host- cookie to this very host and refuses it without Secure and Path=/.
  const name = isSecure ? `__Host-${NAME}` : NAME;
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
  const csrfTokenOf = (sessionId: string) => createHmac("sha256", csrfKey).update(sessionId).digest("base64url");
  const isOwn = (request: FastifyRequest, origin: string): boolean => {
    if (publicUrl !== undefined) return origin === new URL(publicUrl).origin;
    return URL.canParse(origin) && new URL(origin).host === request.headers.host;
  };
  const refuseOtherOrigin = (request: FastifyRequest): void => {
    const { origin } = request.headers;
    if (origin !== undefined && !isOwn(request, origin)) throw fromElsewhere();
  };
  return {
    read: (request) => cookieIn(request.headers.cookie, name),
    set: (reply, value, seconds) => {
      reply.header("set-cookie", `${name}=${value}; Max-Age=${seconds}; ${attributes}`);
    },
    clear: (reply) => {
      reply.header("set-cookie", `${name}=; Max-Age=0; ${attributes}`);
    },
    csrfTokenOf,
    refuseForged(request, sessionId) {
      if (request.method === "GET" || request.method === "HEAD") return;
      // Chromium names no origin where a page of ours asks for a deletion; it then says itself that the page is ours.
      const isNamed = request.headers.origin !== undefined || request.headers["sec-fetch-site"] === "same-origin";
      if (!isNamed) throw fromElsewhere();
      refuseOtherOrigin(request);
      const shown = Buffer.from(String(request.headers["x-csrf-token"] ?? ""));
      const expected = Buffer.from(csrfTokenOf(sessionId));
      if (shown.length !== expected.length || !timingSafeEqual(shown, expected)) {
        throw new Refusal("forbidden", "Send the csrfToken of GET /v1/session in the header x-csrf-token.");
      }
    },
    refuseOtherOrigin,
  };
}

function fromElsewhere(): Refusal {
  return new Refusal("forbidden", "With a session's cookie only our own pages may change something.");
}

function cookieIn(header: string | undefined, name: string): string | undefined {
  if (header === undefined || header.length > HEADER_CHARS_MAX) return undefined;
  const found = header.split(";").find((part) => part.trimStart().startsWith(`${name}=`));
  return found?.trim().slice(name.length + 1);
}
