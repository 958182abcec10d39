// Other systems tell what happened by calls that they sign as Standard Webhooks says: the id, the time and the body,
// byte for byte. Whatever is wrong with a call is answered alike. By the wall clock.
import { createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { INBOUND_SOURCES_MAX } from "@fedele/sdk/schemas/inbound.ts";
import type { Database } from "../../platform/database/database.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { BUCKETS, newId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer } from "../../platform/sealing.ts";
import type { Source } from "./store/inbound.ts";
import * as store from "./store/inbound.ts";

export type { Source } from "./store/inbound.ts";

/** How far the time of a call may be from ours, either way. */
export const CALL_TOLERANCE_MS = 5 * 60_000;
/** How long a call is remembered; one that is older is refused by its time anyway. */
export const CALLS_KEPT_MS = 7 * 24 * 3_600_000;
/** For how long the secret before is good after a new one was made. */
export const INBOUND_OVERLAP_MS = 24 * 3_600_000;
const SECRET_BYTES = 32;
const CALL_ID_CHARS_MAX = 256;
/** Signatures of one call that are looked at: one for each secret that its sender has. */
const SIGNATURES_MAX = 5;

export type WithSecret = Readonly<{ source: Source; secret: string }>;

export function newSourceId(nowMs: number): string {
  return newId(nowMs, randomInt(BUCKETS));
}

export async function createSource(
  ctx: Ctx,
  { id, name }: { id: string; name: string },
  { sealer, nowMs }: { sealer: Sealer; nowMs: number },
): Promise<WithSecret> {
  const others = await store.listSources(ctx, { after: null, limit: INBOUND_SOURCES_MAX });
  if (others.length >= INBOUND_SOURCES_MAX) {
    throw new Refusal("conflict", `There are ${INBOUND_SOURCES_MAX} sources already; remove one first.`);
  }
  const secret = newSecret();
  const sealed = await sealedSecret(ctx, sealer, id, secret);
  const source = { id, name, secret: sealed, previousSecret: null, previousUntil: null, createdAt: nowMs };
  await store.insertSource(ctx, source);
  return { source, secret };
}

export async function getSource(ctx: Ctx, id: string): Promise<Source> {
  const source = await store.findSource(ctx, id);
  if (source === undefined) throw new Refusal("not_found", "There is no such source.");
  return source;
}

export const listSources = store.listSources;

/** A new secret; the one before is good for a day more. */
export async function renewSourceSecret(
  ctx: Ctx,
  id: string,
  { sealer, nowMs }: { sealer: Sealer; nowMs: number },
): Promise<WithSecret> {
  const before = await getSource(ctx, id);
  const secret = newSecret();
  const source: Source = {
    ...before,
    secret: await sealedSecret(ctx, sealer, id, secret),
    previousSecret: before.secret,
    previousUntil: nowMs + INBOUND_OVERLAP_MS,
  };
  await store.saveSecrets(ctx, source);
  return { source, secret };
}

export async function removeSource(ctx: Ctx, id: string): Promise<void> {
  if (!(await store.deleteSource(ctx, id))) throw new Refusal("not_found", "There is no such source.");
}

/** A call as it came. */
export type SignedCall = Readonly<{
  id: string | undefined;
  timestamp: string | undefined;
  signature: string | undefined;
  text: string;
}>;

/** Whether it is the source's, and of now. Returns the call's id. */
export async function verifiedCall(
  ctx: Ctx,
  sealer: Sealer,
  { sourceId, call, nowMs }: { sourceId: string; call: SignedCall; nowMs: number },
): Promise<string> {
  const { id = "", timestamp = "", signature = "", text } = call;
  const isOfNow = /^\d{1,12}$/.test(timestamp) && Math.abs(Number(timestamp) * 1_000 - nowMs) <= CALL_TOLERANCE_MS;
  const source = await store.findSource(ctx, sourceId);
  if (source === undefined || !isOfNow || id === "" || id.length > CALL_ID_CHARS_MAX) throw notSigned();
  const { own } = await sealer.keysOf(ctx);
  const isPreviousGood = source.previousUntil !== null && nowMs < source.previousUntil;
  const secrets = [source.secret, ...(isPreviousGood && source.previousSecret !== null ? [source.previousSecret] : [])];
  const shown = signature.split(" ").slice(0, SIGNATURES_MAX);
  for (const sealed of secrets) {
    const secret = Buffer.from(own.open(labelOf(sourceId), sealed), "base64");
    const expected = Buffer.from(
      `v1,${createHmac("sha256", secret).update(`${id}.${timestamp}.${text}`).digest("base64")}`,
    );
    if (shown.some((one) => isSame(expected, Buffer.from(one)))) return id;
  }
  throw notSigned();
}

/** False where the call was heard before; then nothing is to be done. */
export function hear(ctx: Ctx, heard: { sourceId: string; callId: string; nowMs: number }): Promise<boolean> {
  return store.insertCall(ctx, heard);
}

export function sweepCalls(db: Database, nowMs: number): Promise<number> {
  return store.deleteCalls(db, nowMs - CALLS_KEPT_MS);
}

export function notSigned(): Refusal {
  return new Refusal("unauthenticated", "This call is not signed by a source that is known here, or not of now.");
}

function isSame(expected: Buffer, shown: Buffer): boolean {
  return expected.length === shown.length && timingSafeEqual(expected, shown);
}

function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;
}

async function sealedSecret(ctx: Ctx, sealer: Sealer, id: string, secret: string): Promise<Buffer> {
  return (await sealer.keysOf(ctx)).own.seal(labelOf(id), secret.slice("whsec_".length));
}

function labelOf(id: string): string {
  return `inbound ${id}`;
}
