// What was sold without a network is sent when it is back: by itself, each sale as often as it takes, booked once.
import { answered, isOffline, Refusal } from "@fedele/sdk/browser.ts";
import { OFFLINE_SALES_MAX, type OfflineResult } from "@fedele/sdk/schemas/offlineSale.ts";
import { signSale } from "@fedele/sdk/tillDevice.ts";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { queries } from "../../queries.ts";
import {
  type Device,
  keepSale,
  loadDevice,
  settleSales,
  updateDevice,
  type Verdict,
  waitingSales,
} from "./deviceStore.ts";
import { apiOfDevice, useTill } from "./till.ts";

const AGAIN_MS = 10_000;
const PATIENCE_MS = 30_000;
/** One window of the browser sends; the others would only ask the same. */
const LOCK = "fedele.till.sync";

/** Sends what waits, in lists as long as the server takes. Nothing happens while another window does it. */
async function syncSales(): Promise<void> {
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    const device = await loadDevice();
    if (lock === null || device === null) return;
    const waiting = (await waitingSales()).filter(({ refused }) => refused === undefined);
    for (let from = 0; from < waiting.length; from += OFFLINE_SALES_MAX) {
      const part = waiting.slice(from, from + OFFLINE_SALES_MAX);
      const results = await send(
        device,
        part.map(({ sale }) => sale),
      );
      const renumbered = results.filter(({ refusedFor }) => refusedFor === "counter_used");
      for (const { counter } of renumbered) {
        const sale = part.find((one) => one.counter === counter)?.sale;
        // Signed anew under the next count; its document stays, so that it is still the same sale.
        if (sale !== undefined) await keepSale(withoutCounter(sale));
      }
      await settleSales(results.map(verdictOf));
    }
    await askHowItIs(device);
  });
}

/** The server's clock, how far it knows the device's sales, and how the shop is set up now. */
async function askHowItIs(device: Device): Promise<void> {
  const own = apiOfDevice(device);
  const params = { path: { tillKeyId: device.tillKeyId } };
  const { now, lastCounter } = await answered(own.GET("/v1/till-keys/{tillKeyId}/device", { params }));
  const clockOffsetMs = Date.parse(now) - Date.now();
  const tenant = await answered(own.GET("/v1/tenant"));
  await updateDevice({ clockOffsetMs, lastSyncAt: Date.now(), tenant });
  // A store that was put back from an older copy goes on above what the server knows.
  const counter = (await loadDevice())?.counter ?? 0;
  if (lastCounter > counter) await updateDevice({ counter: lastCounter });
}

const QUEUE = ["till", "queue"];

async function send(device: Device, sales: readonly Unsent[]): Promise<readonly OfflineResult[]> {
  const { tillKeyId, key } = device;
  const signed = await Promise.all(sales.map((sale) => signSale(key, tillKeyId, sale)));
  const body = { deviceNow: new Date().toISOString(), sales: signed };
  const asked = { params: { path: { tillKeyId } }, body, signal: AbortSignal.timeout(PATIENCE_MS) };
  return (await answered(apiOfDevice(device).POST("/v1/till-keys/{tillKeyId}/offline-sales", asked))).items;
}

type Unsent = Awaited<ReturnType<typeof waitingSales>>[number]["sale"];

function withoutCounter({ counter: _used, ...sale }: Unsent): Omit<Unsent, "counter"> {
  return sale;
}

function verdictOf({ counter, state, refusedFor, message }: OfflineResult): Verdict {
  // What waits for a person at the shop's side is safe there; this device has done its part.
  if (state !== "refused" || refusedFor === "counter_used") return { counter, done: true };
  return { counter, refused: { why: refusedFor ?? "not_taken", message: message ?? "" } };
}

export type Queue = {
  readonly waiting: number;
  readonly refused: Awaited<ReturnType<typeof waitingSales>>;
  readonly lastSyncAt: number | null;
  readonly isOnline: boolean;
  /** Why the server would not have it: a revoked key, for one. */
  readonly trouble: Refusal | null;
};

/** How the queue stands; sends by itself while something waits, and when the network comes back. */
export function useQueue(): Queue | null {
  const { device } = useTill();
  const { data } = useQuery({
    queryKey: QUEUE,
    enabled: device !== null,
    networkMode: "always",
    refetchInterval: AGAIN_MS,
    staleTime: 0,
    queryFn: async (): Promise<Queue> => {
      const outcome = await syncNow();
      const [all, kept] = await Promise.all([waitingSales(), loadDevice()]);
      const refused = all.filter((sale) => sale.refused !== undefined);
      return {
        waiting: all.length - refused.length,
        refused,
        lastSyncAt: kept?.lastSyncAt ?? null,
        ...outcome,
      };
    },
  });
  const again = useEffectEvent(() => void queries.invalidateQueries({ queryKey: QUEUE }));
  useEffect(() => {
    const listen = () => again();
    window.addEventListener("online", listen);
    return () => window.removeEventListener("online", listen);
  }, []);
  return data ?? null;
}

async function syncNow(): Promise<Pick<Queue, "isOnline" | "trouble">> {
  try {
    await syncSales();
    return { isOnline: true, trouble: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return isOffline(error) ? { isOnline: false, trouble: null } : { isOnline: true, trouble: error };
  }
}

/** After a sale was kept: the count on the screen is right at once. */
export function queueChanged(): Promise<void> {
  return queries.invalidateQueries({ queryKey: QUEUE });
}

/** What came back is sent once more, as it is. */
export function sendAgain(sales: Queue["refused"]): Promise<void> {
  return settleSales(sales.map(({ counter }) => ({ counter, again: true })));
}
