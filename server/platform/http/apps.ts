// The screens: files that were built beforehand, served under policies that let in nothing but themselves.
// Whatever a browser opens that is no address of the API is a page of the console, which finds its own way from there.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic, { type FastifyStaticOptions } from "@fastify/static";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../http.ts";

/** Where the build left a place for what no page shares with another. */
const NONCE_PLACE = "FEDELE_NONCE";
/** A built file's name changes with its content. */
const IMMUTABLE = "public, max-age=31536000, immutable";
/** Files whose name stays: the mark, a worker. Asked for again each time, answered in a line where nothing changed. */
const REVALIDATED = "no-cache";

/** Addresses of the API: what is not found there is refused in words for programs. */
const apiAddress = /^\/(v1|health|docs|openapi\.json|metrics|assets|portal)(\/|$)/;

/** The portal's pages: a shop's slug, then the page. */
const portalAddress = /^\/p\/([a-z0-9](?:-?[a-z0-9]){0,62})(\/|$)/;
/** Where the build left a place for the shop's slug. */
const SLUG_PLACE = "FEDELE_SLUG";

const TILL_WORKER = "/tillWorker.js";
/** A worker is held by the policy of its own file: it asks this server, for what its page is made of. */
const workerPolicy = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

/** The till's page alone: its scanner is WebAssembly. */
const tillAddress = /^\/till(\/|$)/;

export type Apps = {
  /** Registers the files of the screens that have been built. */
  publish(app: App): Promise<void>;
  /** The console's page, where a browser asks for one; undefined where something else was asked for. */
  page(request: FastifyRequest, reply: FastifyReply): string | undefined;
};

/** The screens under this folder, each in its own `dist`; what has not been built is not there. */
export function createApps(root: string): Apps {
  const consoleFolder = join(root, "console/dist");
  const consolePage = pageIn(consoleFolder);
  const portalFolder = join(root, "portal/dist");
  const portalPage = pageIn(portalFolder);
  return {
    async publish(app) {
      if (portalPage !== undefined) {
        await app.register(fastifyStatic, filesIn(portalFolder, "/portal/"));
        // Beside the pages that it is for: a worker reaches no higher than its own address.
        const worker = readFileSync(join(portalFolder, "worker.js"), "utf8");
        app.get("/p/worker.js", { schema: { hide: true } }, async (_request, reply) =>
          reply
            .type("text/javascript; charset=utf-8")
            .header("cache-control", REVALIDATED)
            .header("content-security-policy", "default-src 'none'; connect-src 'self'")
            .send(worker),
        );
      }
      if (consolePage !== undefined) await app.register(fastifyStatic, filesIn(consoleFolder, "/"));
    },
    page(request, reply) {
      if (!asksForPage(request)) return undefined;
      const path = pathOf(request);
      const [, slug] = portalAddress.exec(path) ?? [];
      if (slug !== undefined && portalPage !== undefined) {
        return showPage(reply, portalPage.replaceAll(SLUG_PLACE, slug));
      }
      if (consolePage === undefined || apiAddress.test(path)) return undefined;
      return showPage(reply, consolePage, tillAddress.test(path) ? { scanner: true } : {});
    },
  };
}
/** The files of a screen, as they were built. */
function filesIn(folder: string, prefix: string): FastifyStaticOptions {
  return {
    root: folder,
    prefix,
    // Only files that exist now have an address: what a browser makes up reaches no file system.
    wildcard: false,
    index: false,
    dotfiles: "ignore",
    preCompressed: true,
    globIgnore: ["**/*.{gz,br,html}", ".*"],
    schemaHide: true,
    cacheControl: false,
    decorateReply: false,
    setHeaders: (reply, path) => {
      reply.header("cache-control", path.includes("/assets/") ? IMMUTABLE : REVALIDATED);
      if (path.includes(TILL_WORKER)) reply.header("content-security-policy", workerPolicy);
    },
  };
}

function pageIn(folder: string): string | undefined {
  const file = join(folder, "index.html");
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** The page with a nonce of its own, and the headers that go with it. */
export function showPage(reply: FastifyReply, page: string, { scanner = false } = {}): string {
  const nonce = randomBytes(16).toString("base64");
  reply
    .type("text/html; charset=utf-8")
    .header("content-security-policy", policy(nonce, scanner ? ["'wasm-unsafe-eval'"] : []))
    .header("permissions-policy", `camera=${scanner ? "(self)" : "()"}, microphone=(), geolocation=(), payment=()`);
  return page.replaceAll(NONCE_PLACE, nonce);
}

/** Nothing from elsewhere, nothing inline but the styles that the page's own nonce marks. */
function policy(nonce: string, scripts: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts].join(" ")}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    // The member's phone in the guided tour is the portal itself.
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join("; ");
}

function asksForPage(request: FastifyRequest): boolean {
  return request.method === "GET" && request.headers.accept?.includes("text/html") === true;
}

function pathOf(request: FastifyRequest): string {
  return request.url.split("?", 1)[0] ?? "";
}
