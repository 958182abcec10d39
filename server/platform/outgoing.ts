// Requests to addresses that others gave us. They must not reach what only this machine can reach: an address is looked
// at where it is written, and again where a name leads, in the moment of connecting, so that a name cannot lead
// elsewhere in between. Nothing is followed, nothing is read that nobody needs, and everything has an end.
import { lookup as dnsLookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import type { Agent } from "undici";

/** The whole of a request: connecting, sending, and the reply's head. */
export const TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 5_000;
/** How much of a reply is read at most, only so that the connection can be used again. */
export const REPLY_BYTES_MAX = 65_536;
const REPLY_HEADER_BYTES_MAX = 16_384;
const CONNECTIONS_MAX = 16;
const PORTS: ReadonlySet<number> = new Set([443, 80]);

type Failure = "refused_address" | "unresolved" | "connection" | "tls" | "timeout" | "redirect" | "status";

/** `failure` null: it was taken (2xx). */
export type Sent = Readonly<{ status: number | null; failure: Failure | null; tookMs: number }>;

export type Resolve = (hostname: string) => Promise<readonly { address: string; family: number }[]>;

export type Outgoing = Readonly<{
  /** Why an address can never be called, in a sentence; null when it may be. */
  objectionTo(url: string): string | null;
  /** Posts and never throws: whatever happens is told. */
  post(url: string, message: { headers: Record<string, string>; body: string }): Promise<Sent>;
  close(): Promise<void>;
}>;

type Options = Readonly<{
  /** `host:port` that may be called by http and wherever they lead, for an operator's own network and for tests. */
  allowed: readonly string[];
  resolve?: Resolve;
  timeoutMs?: number;
}>;

export function createOutgoing({ allowed, resolve = resolveByDns, timeoutMs = TIMEOUT_MS }: Options): Outgoing {
  const exceptions = new Set(allowed.map((place) => place.toLowerCase()));
  const limits = {
    connections: CONNECTIONS_MAX,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxHeaderSize: REPLY_HEADER_BYTES_MAX,
  };
  const load = async (): Promise<Agents> => {
    const { Agent } = await import("undici");
    const connect = { timeout: CONNECT_TIMEOUT_MS };
    const guarded = new Agent({ ...limits, connect: { ...connect, lookup: guardedLookup(resolve) } });
    return { guarded, trusting: new Agent({ ...limits, connect }) };
  };
  // Loaded by the first call: a server without webhooks starts sooner without it.
  let agents: Promise<Agents> | undefined;

  const isException = (url: URL): boolean => exceptions.has(`${url.hostname}:${portOf(url)}`);

  const objectionTo = (text: string): string | null => {
    if (!URL.canParse(text)) return "This is not an address.";
    const url = new URL(text);
    if (url.username !== "" || url.password !== "") return "An address holds no user name and no password.";
    if (isException(url)) return url.protocol === "https:" || url.protocol === "http:" ? null : "Only https is called.";
    if (url.protocol !== "https:") return "Only https is called.";
    if (!PORTS.has(portOf(url))) return `Only the ports ${[...PORTS].join(" and ")} are called.`;
    const literal = url.hostname.replace(/^\[|\]$/g, "");
    const isLiteral = ipaddr.isValid(literal);
    return isLiteral && !isPublicAddress(literal) ? "This address is not one that the whole world can reach." : null;
  };

  return {
    objectionTo,
    post: async (text, { headers, body }) => {
      const startMs = performance.now();
      const sent = (status: number | null, failure: Failure | null): Sent => {
        return { status, failure, tookMs: Math.round(performance.now() - startMs) };
      };
      // An address that was taken once may not be any more: the exceptions are the operator's to change.
      if (objectionTo(text) !== null) return sent(null, "refused_address");
      const url = new URL(text);
      agents ??= load();
      const { guarded, trusting } = await agents;
      const dispatcher = isException(url) ? trusting : guarded;
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const path = url.pathname + url.search;
        const reply = await dispatcher.request({ origin: url.origin, path, method: "POST", headers, body, signal });
        const status = reply.statusCode;
        await reply.body.dump({ limit: REPLY_BYTES_MAX, signal }).catch(() => undefined);
        return sent(status, failureOf(status));
      } catch (error) {
        return sent(null, failureIn(error));
      }
    },
    close: async () => {
      if (agents === undefined) return;
      const { guarded, trusting } = await agents;
      await Promise.all([guarded.destroy(), trusting.destroy()]);
    },
  };
}

type Agents = { readonly guarded: Agent; readonly trusting: Agent };

function portOf(url: URL): number {
  if (url.port !== "") return Number(url.port);
  return url.protocol === "https:" ? 443 : 80;
}

/** Whether an address belongs to nobody's inside: not to this machine, a private network, a link, a tunnel into one. */
export function isPublicAddress(text: string): boolean {
  const address = ipaddr.process(text);
  if (address.range() !== "unicast") return false;
  return address.kind() === "ipv4" || !insides.some((inside) => address.match(ipaddr.parseCIDR(inside)));
}

/** What is written as IPv6 and leads to IPv4 or into a site, beyond what the library tells apart. */
const insides = ["::/96", "64:ff9b:1::/48", "fec0::/10", "2001::/23", "2002::/16", "3fff::/20", "5f00::/16"];

const refused = new Error("the name leads to an address that may not be called");

/** Looks up and judges in one: the address that is judged is the one that is connected to. */
function guardedLookup(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        // One bad address among good ones is no accident: none of them is called.
        if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) {
          return callback(refused, []);
        }
        if (options.all === true) return callback(null, [...addresses]);
        callback(null, first.address, first.family);
      },
      (error) => callback(error, []),
    );
  };
}

function resolveByDns(hostname: string): ReturnType<Resolve> {
  return dnsLookup(hostname, { all: true });
}

function failureOf(status: number): Failure | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? "redirect" : "status";
}

const timeouts: ReadonlySet<string> = new Set([
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "ETIMEDOUT",
  "TimeoutError",
  "AbortError",
]);

function failureIn(error: unknown): Failure {
  if (error === refused) return "refused_address";
  const names = [error, error instanceof Error ? error.cause : undefined].flatMap((one) =>
    one instanceof Error ? ["code" in one ? String(one.code) : "", one.name] : [],
  );
  if (names.some((name) => timeouts.has(name))) return "timeout";
  if (names.some((name) => name === "ENOTFOUND" || name === "EAI_AGAIN")) return "unresolved";
  return names.some((name) => /TLS|SSL|CERT|SELF_SIGNED|UNABLE_TO/.test(name)) ? "tls" : "connection";
}
