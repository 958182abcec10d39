// A till with its device and a sale that waits for somebody, for the samples, and one good request for each.
import { newDeviceKey, publicKeyText, signSale } from "../../sdk/tillDevice.ts";
import { type ProofBelongings, proofCodeOf, proofSamples } from "./proofBelongings.ts";
import type { Call, Reply } from "./server.ts";

export type TillBelongings = ProofBelongings & { tillKeyId: string; offlineSaleId: string; locationId: string };

type Make = (path: string, body: object) => Promise<Reply["body"]>;

/** One for all tills of the tests: making one takes longer than signing by it. */
const deviceKey = newDeviceKey();

/** A till whose device has sent a sale that is too old to be believed. */
export async function tillOf(
  call: Call,
  make: Make,
  { mark, locationId, memberId }: { mark: string; locationId: string; memberId: string },
): Promise<Pick<TillBelongings, "tillKeyId" | "offlineSaleId" | "proofCode">> {
  const { id } = await make("/v1/till-keys", { name: mark, locationId, device: mark });
  const key = await deviceKey;
  await call("PUT", `/v1/till-keys/${id}/device`, { publicKey: await publicKeyText(key) });
  const told = { source: id, document: mark, kind: "visit" as const, member: { id: memberId } };
  const sale = await signSale(key, id, { counter: 1, activity: { ...told, occurredAt: "2026-01-01T09:00:00Z" } });
  await make(`/v1/till-keys/${id}/offline-sales`, { deviceNow: "2026-03-02T09:00:00Z", sales: [sale] });
  const { body } = await call("GET", "/v1/offline-sales?limit=100");
  const waiting = body.items.find((it: { tillKeyId: string }) => it.tillKeyId === id);
  const proofCode = await proofCodeOf(call, make, `/v1/members/${memberId}`);
  return { tillKeyId: id, offlineSaleId: waiting.id, proofCode };
}

const point = await publicKeyText(await deviceKey);

/** By operationId. */
export const tillSamples = {
  ...proofSamples,
  createTillKey: ({ locationId }: TillBelongings) => ({ body: { name: "till", locationId, device: "serial 1" } }),
  listTillKeys: () => ({ query: "limit=100" }),
  revokeTillKey: ({ tillKeyId }: TillBelongings) => ({ path: { tillKeyId } }),
  registerTillDevice: ({ tillKeyId }: TillBelongings) => ({ path: { tillKeyId }, body: { publicKey: point } }),
  getTillDevice: ({ tillKeyId }: TillBelongings) => ({ path: { tillKeyId } }),
  sendOfflineSales: ({ tillKeyId, memberId }: TillBelongings) => ({
    path: { tillKeyId },
    body: {
      deviceNow: "2026-03-02T09:00:00Z",
      sales: [
        {
          counter: 2,
          activity: { source: "samples", document: "offline", kind: "visit", member: { id: memberId } },
          signature: "x".repeat(86),
        },
      ],
    },
  }),
  listOfflineSales: () => ({ query: "limit=100" }),
  getOfflineSale: ({ offlineSaleId }: TillBelongings) => ({ path: { offlineSaleId } }),
  decideOfflineSale: ({ offlineSaleId }: TillBelongings) => ({
    path: { offlineSaleId },
    body: { decision: "decline" },
  }),
};
