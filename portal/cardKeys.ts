// The card's key on this device: made once, kept where no script can read it out again, and forgotten with the session.
// A browser may drop it (Safari does after weeks without a visit); then a new one is asked for.
import { slug } from "./place.ts";

const NAME = "fedele";
const CARDS = "cards";

export type KeptCard = { readonly id: string; readonly key: CryptoKey; readonly offsetMs: number };

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asking = indexedDB.open(NAME, 1);
    asking.onupgradeneeded = () => asking.result.createObjectStore(CARDS);
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error);
  });
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = work(database.transaction(CARDS, mode).objectStore(CARDS));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    database.close();
  }
}

export async function keptCard(): Promise<KeptCard | undefined> {
  return inStore<KeptCard | undefined>("readonly", (store) => store.get(slug));
}

export async function keepCard(card: KeptCard): Promise<void> {
  await inStore("readwrite", (store) => store.put(card, slug));
}

export async function forgetCard(): Promise<void> {
  await inStore("readwrite", (store) => store.delete(slug));
}
