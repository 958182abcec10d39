// Keeps the portal's files and pages on the device, so that it opens without a connection. Asks nothing of the API but
// what is the same for everybody; what a member has is kept by the page itself, and forgotten with the session.
/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope;
declare const __BUILD__: string;

const CACHE = `portal-${__BUILD__}`;
const LIST = "/portal/files.json";
/** A connection that does not answer within this is none. */
const PATIENCE_MS = 4_000;

self.addEventListener("install", (event) => {
  event.waitUntil(keepFiles());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetEarlier());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && pathname.startsWith("/p/")) event.respondWith(page(request));
  else if (pathname.startsWith("/portal/")) event.respondWith(file(request));
  else if (/^\/v1\/portal\/[^/]+(\/(brand\.css|icon\.svg|logo|manifest\.webmanifest))?$/.test(pathname)) {
    event.respondWith(freshOrKept(request, request));
  }
});

async function keepFiles(): Promise<void> {
  const files: readonly string[] = await (await fetch(LIST, { cache: "no-store" })).json();
  await (await caches.open(CACHE)).addAll([...files]);
  await self.skipWaiting();
}

async function forgetEarlier(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith("portal-") && name !== CACHE).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

/** A file's name changes with its content. */
async function file(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** Every page of one shop is the same file; it is kept once for each shop. */
function page(request: Request): Promise<Response> {
  const [, , slug = ""] = new URL(request.url).pathname.split("/");
  return freshOrKept(request, new Request(`/p/${slug}`));
}

async function freshOrKept(request: Request, keptAs: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok) await cache.put(keptAs, answer.clone());
    return answer;
  } catch (error) {
    const kept = await caches.match(keptAs);
    if (kept !== undefined) return kept;
    throw error;
  }
}
