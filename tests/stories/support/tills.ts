// A till of a story that has lost its network: it sells by itself, signs with its device's key, and sends what it sold
// when it can.
import { newDeviceKey, publicKeyText, signSale, type UnsignedSale } from "../../../sdk/tillDevice.ts";
import { type Call, callWith, type Reply, type TestServer } from "../../support/server.ts";
import type { Shop } from "./shop.ts";

const SERIAL = "serial 4711";

export type SaleOptions = {
  euros?: number;
  receipt?: string;
  /** What the device's clock shows. */
  at: string;
  uses?: number;
  /** What the member's device showed. */
  shows?: string;
  /** Who buys, where it is nobody's name: a phone number. */
  phone?: string;
  joins?: { name: string; text: string };
  location?: string;
};

export type Sale = Awaited<ReturnType<typeof signSale>>;
export type Sent = { status: number; states: string[]; items: Reply["body"][]; lastCounter: number };

/** A till of the shop with a place and a device of its own. */
export async function opensTill(server: TestServer, shop: Shop, name: string) {
  const { body: place } = await shop.asks("POST", "/v1/locations", { code: name, name });
  const made = await shop.asks("POST", "/v1/till-keys", { name, locationId: place.id, device: SERIAL });
  const { id: tillKeyId, secret } = made.body;
  const plain = callWith(server.url, secret);
  const call: Call = (method, path, body, headers = {}) =>
    plain(method, path, body, { "x-till-device": SERIAL, ...headers });
  const own = `/v1/till-keys/${tillKeyId}`;
  const key = await newDeviceKey();
  const registered = await call("PUT", `${own}/device`, { publicKey: await publicKeyText(key) });
  if (registered.status !== 200) throw new Error(`no device: ${JSON.stringify(registered.body)}`);
  let counter = 0;
  const unsigned = async (who: string, sale: SaleOptions, count: number): Promise<UnsignedSale> => ({
    counter: count,
    activity: {
      source: tillKeyId,
      document: sale.receipt ?? `sale-${count}`,
      kind: "purchase",
      member: sale.phone === undefined ? { id: await shop.idOf(who) } : { phone: sale.phone },
      occurredAt: sale.at,
      amountMinor: (sale.euros ?? 10) * 100,
      ...(sale.location === undefined ? {} : { location: sale.location }),
    },
    ...(sale.uses === undefined ? {} : { spend: { pointsType: "points", points: sale.uses } }),
    ...(sale.shows === undefined ? {} : { qr: sale.shows }),
    ...(sale.joins === undefined
      ? {}
      : { join: { name: sale.joins.name, consents: [{ topic: "sms" as const, textVersion: sale.joins.text }] } }),
  });
  const sends = async (sales: readonly Sale[], by: Call = call, shows?: string): Promise<Sent> => {
    const deviceNow = shows ?? new Date(server.clock.now()).toISOString();
    const { status, body } = await by("POST", `${own}/offline-sales`, { deviceNow, sales });
    const items = body.items ?? [];
    const states = items.map((it: Reply["body"]) => it.refusedFor ?? it.reason ?? it.flag ?? it.state);
    return { status, states, items, lastCounter: body.lastCounter };
  };
  return {
    tillKeyId,
    call,
    key,
    /** Sells while nobody can be asked; the sale stays with the device. */
    sells: async (who: string, sale: SaleOptions): Promise<Sale> => {
      counter += 1;
      return signSale(key, tillKeyId, await unsigned(who, sale, counter));
    },
    /** The same sale under a counter that it names itself, signed by whatever key. */
    signs: async (who: string, sale: SaleOptions, by: { counter: number; key?: typeof key }): Promise<Sale> =>
      signSale(by.key ?? key, tillKeyId, await unsigned(who, sale, by.counter)),
    sends,
    knows: async () => (await call("GET", `${own}/device`)).body,
    revoked: () => shop.asks("DELETE", own),
  };
}
