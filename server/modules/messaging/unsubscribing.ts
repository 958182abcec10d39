// A way out of every letter, without signing in. The link names the tenant, the member and the letter, and a signature
// that is made with the tenant's key: nobody can leave for another. To look at it changes nothing; only a POST does.
import { timingSafeEqual } from "node:crypto";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketOf, newId } from "../../platform/ids.ts";
import { emit } from "../../platform/outbox.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer, TenantKeys } from "../../platform/sealing.ts";
import { memberKeysOf } from "../members/keyring.ts";
import { findDelivery } from "./deliveries.ts";
import { choiceOf } from "./preferences.ts";
import type { DeliveryRow } from "./store/deliveries.ts";
import { findPreferences, lockPreferences, savePreferences } from "./store/preferences.ts";

const ID_BYTES = 16;
const SIGNATURE_BYTES = 16;

export type LetterLink = Readonly<{ tenantId: string; memberId: string; deliveryId: string }>;

export function writeLetterToken(keys: TenantKeys, link: LetterLink): string {
  const ids = Buffer.concat([link.tenantId, link.memberId, link.deliveryId].map(bytesOf));
  return Buffer.concat([ids, signatureOf(keys, ids)]).toString("base64url");
}

/** What a token says; whether it is true is known only once the tenant's keys are there. Undefined: it is none. */
export function readLetterToken(token: string): LetterLink | undefined {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== 3 * ID_BYTES + SIGNATURE_BYTES || bytes.toString("base64url") !== token) return undefined;
  const [tenantId = "", memberId = "", deliveryId = ""] = [0, 1, 2].map((place) =>
    idOf(bytes.subarray(place * ID_BYTES, (place + 1) * ID_BYTES)),
  );
  return { tenantId, memberId, deliveryId };
}

/** Refuses a link that was changed on its way. */
export async function provedLink(ctx: Ctx, sealer: Sealer, token: string): Promise<LetterLink> {
  const link = readLetterToken(token);
  if (link === undefined || link.tenantId !== ctx.tenantId) throw brokenLink();
  const bytes = Buffer.from(token, "base64url");
  const ids = bytes.subarray(0, 3 * ID_BYTES);
  if (!timingSafeEqual(bytes.subarray(3 * ID_BYTES), signatureOf(await sealer.keysOf(ctx), ids))) throw brokenLink();
  return link;
}

/** The letter that the link stood in; undefined once nothing is known of it any more. */
export function letterOf(ctx: Ctx, { memberId, deliveryId }: LetterLink): Promise<DeliveryRow | undefined> {
  return findDelivery(ctx, memberId, deliveryId);
}

/**
 * The member wants no more of the letter's topic on its channel. Twice is once; of who was forgotten nothing is written
 * down, and nobody learns of it. Says whether something changed.
 */
export async function unsubscribe(ctx: Ctx, sealer: Sealer, link: LetterLink): Promise<boolean> {
  const [letter, memberKeys] = await Promise.all([letterOf(ctx, link), memberKeysOf(ctx, sealer, [link.memberId])]);
  if (letter === undefined || memberKeys.size === 0) return false;
  const choice = choiceOf(letter.topic, letter.channel);
  const known = (await findPreferences(ctx, [link.memberId])).get(link.memberId);
  if (known?.refused.includes(choice) === true) return false;
  const was = await lockPreferences(ctx, link.memberId);
  await savePreferences(ctx, { ...was, refused: [...new Set([...was.refused, choice])].sort() });
  const bucket = bucketOf(link.memberId);
  const data = { deliveryId: letter.id, topic: letter.topic, channel: letter.channel };
  const about = { bucket, memberId: link.memberId, at: ctx.now, data };
  await emit(ctx, [{ id: newId(ctx.now, bucket), type: "message.unsubscribed", ...about }]);
  return true;
}

export function brokenLink(): Refusal {
  return new Refusal("invalid", "This link is not whole; open it from the letter again.", { field: "token" });
}

function signatureOf(keys: TenantKeys, ids: Buffer): Buffer {
  return keys.blindIndex("unsubscribing", ids.toString("base64url")).subarray(0, SIGNATURE_BYTES);
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

function idOf(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
