// What a till keeps on its device: who it is, the key that it signs by, and what it sold while nobody could be asked.
// IndexedDB, since it survives a closed browser and keeps a key that cannot be taken out.
import type { Tenant } from "@fedele/sdk/schemas/tenant.ts";
import type { newDeviceKey, UnsignedSale } from "@fedele/sdk/tillDevice.ts";

const DATABASE = "fedele.till";
const VERSION = 1;
const DEVICE = "device";
const SALES = "sales";
const THE_ONE = "this";

type DeviceKey = Awaited<ReturnType<typeof newDeviceKey>>;

/** The till that this device is, and the shop as it was told last. */
export type Device = {
  readonly tillKeyId: string;
  /** What it calls the API with, and what it says of itself. */
  readonly secret: string;
  readonly serial: string;
  readonly name: string;
  readonly location: { readonly code: string; readonly name: string };
  readonly key: DeviceKey;
  readonly tenant: Tenant;
  /** The last count of a sale that was used. */
  readonly counter: number;
  /** How far the server's clock is ahead of the device's. */
  readonly clockOffsetMs: number;
  readonly lastSyncAt: number | null;
};

/** A sale that waits; with `refused` it came back and a person must look at it. */
export type WaitingSale = {
  readonly counter: number;
  readonly sale: UnsignedSale;
  readonly refused?: { readonly why: string; readonly message: string };
};

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asking = indexedDB.open(DATABASE, VERSION);
    asking.onupgradeneeded = () => {
      asking.result.createObjectStore(DEVICE);
      asking.result.createObjectStore(SALES, { keyPath: "counter" });
    };
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error);
  });
  return opened;
}

function answerOf<T>(asking: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error);
  });
}

/** All of it or nothing; resolved once it is on the disk, as far as the browser says. */
function change(stores: readonly string[], work: (tx: IDBTransaction) => void): Promise<void> {
  return database().then(
    (db) =>
      new Promise((resolve, reject) => {
        const tx = db.transaction([...stores], "readwrite", { durability: "strict" });
        tx.oncomplete = () => resolve();
        tx.onerror = () => reject(tx.error);
        tx.onabort = () => reject(tx.error);
        work(tx);
      }),
  );
}

export async function loadDevice(): Promise<Device | null> {
  const db = await database();
  const found: Device | undefined = await answerOf(db.transaction(DEVICE).objectStore(DEVICE).get(THE_ONE));
  return found ?? null;
}

export function saveDevice(device: Device): Promise<void> {
  return change([DEVICE], (tx) => tx.objectStore(DEVICE).put(device, THE_ONE));
}

/** Changes what is kept of the device, whatever another window writes meanwhile. */
export function updateDevice(difference: Partial<Device>): Promise<void> {
  return change([DEVICE], (tx) => {
    const store = tx.objectStore(DEVICE);
    const asking: IDBRequest<Device | undefined> = store.get(THE_ONE);
    asking.onsuccess = () => {
      if (asking.result !== undefined) store.put({ ...asking.result, ...difference }, THE_ONE);
    };
  });
}

/** This device is no till any more. Only where nothing waits: what was sold must not be lost. */
export function forgetDevice(): Promise<void> {
  return change([DEVICE, SALES], (tx) => {
    tx.objectStore(DEVICE).clear();
    tx.objectStore(SALES).clear();
  });
}

/** Keeps a sale under the next count, in one step: two windows never use the same. */
export function keepSale(sale: Omit<UnsignedSale, "counter">): Promise<void> {
  return change([DEVICE, SALES], (tx) => {
    const devices = tx.objectStore(DEVICE);
    const asking: IDBRequest<Device | undefined> = devices.get(THE_ONE);
    asking.onsuccess = () => {
      const device = asking.result;
      if (device === undefined) return tx.abort();
      const counter = device.counter + 1;
      devices.put({ ...device, counter }, THE_ONE);
      const waiting: WaitingSale = { counter, sale: { ...sale, counter } };
      tx.objectStore(SALES).add(waiting);
    };
  });
}

/** Those that wait, in the order in which they were made. */
export async function waitingSales(): Promise<WaitingSale[]> {
  const db = await database();
  return answerOf(db.transaction(SALES).objectStore(SALES).getAll());
}

/** What comes of a sale: `done` takes it off the device, `refused` leaves it for a person, `again` sends it. */
export type Verdict =
  | { readonly counter: number; readonly done: true }
  | { readonly counter: number; readonly again: true }
  | { readonly counter: number; readonly refused: NonNullable<WaitingSale["refused"]> };

export function settleSales(verdicts: readonly Verdict[]): Promise<void> {
  return change([SALES], (tx) => {
    const store = tx.objectStore(SALES);
    for (const verdict of verdicts) {
      if ("done" in verdict) {
        store.delete(verdict.counter);
        continue;
      }
      const asking: IDBRequest<WaitingSale | undefined> = store.get(verdict.counter);
      asking.onsuccess = () => {
        if (asking.result === undefined) return;
        const { counter, sale } = asking.result;
        store.put("refused" in verdict ? { counter, sale, refused: verdict.refused } : { counter, sale });
      };
    }
  });
}
