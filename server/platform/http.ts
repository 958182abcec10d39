// The edge: requests come in through one Fastify, refusals go out as problem+json (RFC 9457).
// The only file that knows HTTP's status codes.

import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { Socket } from "node:net";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { Problem } from "@fedele/sdk/schemas/problem.ts";
import { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from "fastify";
import { asRefusal } from "./database/failures.ts";
import { markNames } from "./http/components.ts";
import { refuseUnfit, validatorCompiler } from "./http/validation.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import { Refusal, type RefusalCode } from "./refusal.ts";

export type App = FastifyInstance<Server, IncomingMessage, ServerResponse, FastifyBaseLogger, TypeBoxTypeProvider>;

/** One status for each way of saying no. */
export const httpStatus = {
  invalid: 400,
  unauthenticated: 401,
  partner_float: 402,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  insufficient_points: 422,
  too_many: 429,
  unavailable: 503,
} as const satisfies Record<RefusalCode, number>;

/** What a route replies with when it does not refuse. */
export const status = { ok: 200, created: 201, accepted: 202, noContent: 204 } as const;

const METHOD_NOT_ALLOWED = 405;
const UNSUPPORTED_MEDIA_TYPE = 415;
const INTERNAL = 500;

export const BODY_BYTES_MAX = 1_048_576;
/**
 * Requests that one process works on at once. Not @fastify/under-pressure: it measures the event loop's delay, and
 * refused everything for a second after each pause of a busy machine, though nothing was queued.
 */
const IN_FLIGHT_MAX = 20_000;
const REQUEST_TIMEOUT_MS = 30_000;
const PARAMETER_CHARS_MAX = 200;
const RETRY_AFTER_SECONDS_DEFAULT = 1;

const titles: Record<Problem["code"], string> = {
  invalid: "Invalid request",
  unauthenticated: "Not authenticated",
  partner_float: "Funding account exhausted",
  forbidden: "Not allowed",
  not_found: "Not found",
  conflict: "Conflict",
  too_large: "Too large",
  insufficient_points: "Not enough points",
  too_many: "Too many requests",
  unavailable: "Not available",
  internal: "Internal error",
};

/**
 * What helmet would say for replies that are data: nothing in them runs, nothing is framed, nothing is kept. Set as
 * they are, because helmet puts its ten together anew for every request, at 8 % of the CPU of a small one.
 */
const strictHeaders = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** How requests come in. */
export type Listening = {
  /** Addresses and networks whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** Undefined: plain HTTP. */
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined;
};

type ShowPage = (request: FastifyRequest, reply: FastifyReply) => string | undefined;

type Edge = {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly listening?: Listening;
  /** What a browser is shown where there is no route; undefined: it is told so. */
  readonly page?: ShowPage | undefined;
};

/** Plain HTTP, from whoever is there. */
export const directly: Listening = { trustedProxies: [], tls: undefined };

/** How often a server that stops looks whether everybody was answered. */
const ANSWERED_LOOK_MS = 50;

/**
 * A server that stops waits for whoever is being answered, and for nobody else. Node closes the connections that are
 * idle once, at the beginning: not those whose stream ends afterwards, nor those on which nothing was ever asked, which
 * browsers open to be quick. Either would be waited for over a minute.
 */
function endOnceAnswered(app: App, inFlight: () => number): void {
  app.addHook("preClose", async () => {
    const looking = setInterval(() => {
      if (inFlight() === 0) app.server.closeAllConnections();
    }, ANSWERED_LOOK_MS);
    app.server.once("close", () => clearInterval(looking));
  });
}

/** An application without routes that refuses, counts and logs as the house does. */
export function createHttp({ log, metrics, listening = directly, page }: Edge): App {
  const { trustedProxies, tls } = listening;
  const app: App = fastify({
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    ...(tls === undefined
      ? {}
      : {
          serverFactory: (answer: RequestListener) =>
            createServer({ ...tls, requestTimeout: REQUEST_TIMEOUT_MS }, answer),
        }),
    // No logger of Fastify's own: a child logger per request costs more than the whole of a small reply.
    logger: false,
    bodyLimit: BODY_BYTES_MAX,
    routerOptions: { maxParamLength: PARAMETER_CHARS_MAX, ignoreTrailingSlash: false },
    genReqId: requestIds(),
    requestTimeout: REQUEST_TIMEOUT_MS,
    clientErrorHandler: (error, socket) => refuseConnection(error, socket),
    frameworkErrors: (error, request, reply) => sendError(error, request, reply),
  }).withTypeProvider<TypeBoxTypeProvider>();

  const sendError = (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const refusal = refusalOf(error);
    if (refusal === undefined) {
      metrics.refused("internal");
      log.error({ requestId: request.id, route: routeOf(request), error }, "a request failed by our own fault");
    } else {
      metrics.refused(refusal.code);
      log.info({ requestId: request.id, route: routeOf(request), code: refusal.code }, "refused");
    }
    sendProblem(reply, refusal);
  };

  markNames(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setErrorHandler(sendError);
  readStrictJson(app);
  answerWrongAddress(app, { sendError, page });
  let inFlight = 0;
  app.addHook("onRequest", (request, reply, done) => {
    inFlight += 1;
    // Not onResponse: that is not called where the caller went away in the middle of the reply.
    reply.raw.once("close", () => {
      inFlight -= 1;
    });
    reply.headers(strictHeaders).header("x-request-id", request.id);
    done(inFlight > IN_FLIGHT_MAX ? new Refusal("unavailable", "There is too much to do at the moment.") : undefined);
  });
  endOnceAnswered(app, () => inFlight);
  app.addHook("onResponse", (request, reply, done) => {
    metrics.requestTook(routeOf(request), reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
  return app;
}

/** A short id per request, unique among the processes of an installation. */
function requestIds(): () => string {
  const process = randomBytes(6).toString("base64url");
  let count = 0;
  return () => `${process}-${(++count).toString(36)}`;
}

/** The pattern of the address, never the address: that may hold an e-mail. */
function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url === undefined ? "unknown" : `${request.method} ${request.routeOptions.url}`;
}

/** What an error means for the caller; undefined when it is our own mistake. */
function refusalOf(error: unknown): Refusal | undefined {
  const refusal = knownRefusals[codeOf(error) ?? ""];
  if (refusal !== undefined) return new Refusal(...refusal);
  const meant = asRefusal(error);
  return meant instanceof Refusal ? meant : undefined;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

const NOT_JSON_TYPE = "Send the body as application/json.";
const NOT_JSON = "The body is not valid JSON.";

/** Refusals of Fastify's own, and the one of a unique key that two requests wanted at the same moment. */
const knownRefusals: Record<string, readonly [RefusalCode, string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ["too_large", `The body may have at most ${BODY_BYTES_MAX} bytes.`],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ["invalid", NOT_JSON_TYPE],
  FST_ERR_CTP_EMPTY_JSON_BODY: ["invalid", "The body is empty; send a JSON object."],
  FST_ERR_CTP_INVALID_JSON_BODY: ["invalid", NOT_JSON],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ["invalid", "The body is not as long as Content-Length says."],
  FST_ERR_BAD_URL: ["invalid", "The address is not well formed."],
  "23505": ["conflict", "Another request took this at the same moment; look again."],
  FST_ERR_MAX_PARAM_LENGTH: ["not_found", "There is nothing at this address."],
};

function sendProblem(reply: FastifyReply, refusal: Refusal | undefined): void {
  const code = refusal?.code ?? "internal";
  const problem: Problem = {
    type: `urn:fedele:problem:${code}`,
    title: titles[code],
    status: statusOf(refusal, reply),
    code,
    detail: refusal?.message ?? "Something went wrong on our side; it has been logged under this request id.",
    ...(refusal?.field === undefined ? {} : { field: refusal.field }),
    requestId: reply.request.id,
  };
  if (code === "too_many" || code === "unavailable") {
    reply.header("retry-after", String(refusal?.retryAfterSeconds ?? RETRY_AFTER_SECONDS_DEFAULT));
  }
  if (code === "unauthenticated") reply.header("www-authenticate", "Bearer");
  reply.code(problem.status).type("application/problem+json").serializer(JSON.stringify).send(problem);
}

/** HTTP's own two refusals keep their status, so that proxies and clients understand them; their code is `invalid`. */
function statusOf(refusal: Refusal | undefined, reply: FastifyReply): number {
  if (refusal === undefined) return INTERNAL;
  if (refusal.message === NOT_JSON_TYPE) return UNSUPPORTED_MEDIA_TYPE;
  if (reply.hasHeader("allow")) return METHOD_NOT_ALLOWED;
  return httpStatus[refusal.code];
}

/** JSON with `__proto__` or `constructor` keys is refused by Fastify's own parser, what is nested too deep by ours. */
function readStrictJson(app: App): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.decorateRequest("bodyText", undefined);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<string>("application/json", { parseAs: "string" }, (request, text, done) => {
    if (text === "" && request.method === "DELETE") return done(null, undefined);
    if (request.routeOptions.config.keepsText === true) request.bodyText = text;
    parse(request, text, (error, body) => {
      if (error !== null && error !== undefined) return done(parserRefusal(error, text));
      try {
        refuseUnfit(body);
        done(null, body);
      } catch (tooDeep) {
        done(tooDeep instanceof Error ? tooDeep : new Error(String(tooDeep)));
      }
    });
  });
}

/** The parser's own words repeat the body, which may be personal. */
function parserRefusal(error: Error, text: string): Error {
  if (/"(__proto__|constructor)"\s*:/.test(text)) {
    return new Refusal("invalid", 'The body has a field named "__proto__" or "constructor"; such names are refused.');
  }
  return knownRefusals[codeOf(error) ?? ""] === undefined ? new Refusal("invalid", NOT_JSON) : error;
}

declare module "fastify" {
  interface FastifyInstance {
    /** Every address that answers, with the methods it answers to. */
    knownAddresses: ReadonlyMap<string, ReadonlySet<string>>;
  }
}

type SendError = (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;

/** An unknown address, or a known one asked in the wrong way. */
function answerWrongAddress(app: App, { sendError, page }: { sendError: SendError; page: ShowPage | undefined }): void {
  const methods = new Map<string, Set<string>>();
  app.decorate("knownAddresses", methods);
  app.addHook("onRoute", (route) => {
    const known = methods.get(route.url) ?? new Set<string>();
    for (const method of [route.method].flat()) known.add(method);
    methods.set(route.url, known);
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?", 1)[0] ?? "";
    const found = [...methods].find(([pattern]) => patternOf(pattern).test(path));
    if (found === undefined) {
      const shown = page?.(request, reply);
      if (shown !== undefined) return reply.code(status.ok).send(shown);
      return sendError(new Refusal("not_found", "There is nothing at this address."), request, reply);
    }
    const allowed = [...found[1]].join(", ");
    reply.header("allow", allowed);
    sendError(
      new Refusal("invalid", `This address does not answer ${request.method}, only ${allowed}.`),
      request,
      reply,
    );
  });
}

function patternOf(route: string): RegExp {
  const escaped = route.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/:[A-Za-z]+/g, "[^/]+").replaceAll("\\*", ".*")}$`);
}

/** What is not HTTP at all has no request to answer, only a connection to close. */
function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify({
    type: "urn:fedele:problem:invalid",
    title: titles.invalid,
    status: httpStatus.invalid,
    code: "invalid",
    detail: "This is not a well-formed HTTP request, or its headers are too long.",
    requestId: "none",
  } satisfies Problem);
  socket.end(
    `HTTP/1.1 ${httpStatus.invalid} Bad Request\r\ncontent-type: application/problem+json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
