// What a till's device does by itself while there is no network: a key that never leaves it, and the signatures of what
// it sold. Runs in a browser and in Node alike.
import { canonicalText } from "@fedele/core/canonicalText.ts";
import type { OfflineSale } from "./schemas/offlineSale.ts";

const algorithm = { name: "ECDSA", namedCurve: "P-256" } as const;
const signature = { name: "ECDSA", hash: "SHA-256" } as const;

export type UnsignedSale = Omit<OfflineSale, "signature">;

/** A fresh pair; its private half cannot be taken out, and a browser keeps it in IndexedDB as it is. */
export function newDeviceKey() {
  return crypto.subtle.generateKey(algorithm, false, ["sign", "verify"]);
}

type DeviceKey = Awaited<ReturnType<typeof newDeviceKey>>;

/** The public half as it is registered: the raw point in base64url. */
export async function publicKeyText({ publicKey }: DeviceKey): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.exportKey("raw", publicKey)));
}

/** The text that is signed: the whole sale and the till that it is of, in one form for one content. */
export function signedText(tillKeyId: string, sale: UnsignedSale): string {
  const { counter, activity, spend, qr, join } = sale;
  return canonicalText({ tillKeyId, counter, activity, spend, qr, join });
}

/** The sale as it is sent. `tillKeyId`: the id of the till's key, as the API tells it. */
export async function signSale(key: DeviceKey, tillKeyId: string, sale: UnsignedSale): Promise<OfflineSale> {
  const text = new TextEncoder().encode(signedText(tillKeyId, sale));
  const signed = await crypto.subtle.sign(signature, key.privateKey, text);
  return { ...sale, signature: base64url(new Uint8Array(signed)) };
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
