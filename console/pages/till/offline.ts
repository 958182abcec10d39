// The till opens without a network: its page and all that it is made of are kept on the device, and a worker answers
// with them. Everything is kept before the page of before is given up.

const CACHE = "fedele.till";
const FILES = "/till-files.json";
const PAGE = "/till";

/** Keeps what this version of the till is made of. Nothing is lost where it fails: the next opening tries again. */
export async function keepForOffline(): Promise<void> {
  try {
    await navigator.serviceWorker.register("/tillWorker.js", { scope: PAGE });
    await navigator.storage?.persist();
    const answer = await fetch(FILES, { cache: "no-cache" });
    if (!answer.ok) return;
    const files: readonly string[] = await answer.json();
    const cache = await caches.open(CACHE);
    const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
    await cache.addAll(files.filter((file) => !kept.has(file)));
    await cache.add(new Request(PAGE, { cache: "no-cache", headers: { accept: "text/html" } }));
    const wanted = new Set([...files, PAGE]);
    await Promise.all([...kept].filter((path) => !wanted.has(path)).map((path) => cache.delete(path)));
  } catch {
    // Without a network, or in a window that keeps nothing: the till works as long as it is open.
  }
}
