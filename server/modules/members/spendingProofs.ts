// That a member is there when somebody at a till uses their points: shown by the code of their own device, or by one
// that was sent to them. A proof is good for a few minutes, for whoever was shown it, and for one use.
import { randomInt, timingSafeEqual } from "node:crypto";
import { PROOF_MINUTES } from "@fedele/sdk/schemas/proof.ts";
import type { Database } from "../../platform/database/database.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import type { Caller } from "../../platform/http/keyCache.ts";
import { bucketOf, newId } from "../../platform/ids.ts";
import type { Mail } from "../../platform/mail/mail.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer, TenantKeys } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { readCard } from "./cards.ts";
import { listSpenders } from "./contacts.ts";
import { spendingCodeLetter } from "./letters.ts";
import { getMember, type Member } from "./members.ts";
import { deleteSteps } from "./store/cards.ts";
import type { Proof } from "./store/spendingProofs.ts";
import * as store from "./store/spendingProofs.ts";

export type { Proof } from "./store/spendingProofs.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
export const CODE_MINUTES = 10;
/** Wrong codes until the code is burned, and codes that a member gets: at most fifty guesses of a million a day. */
export const CODE_TRIES_MAX = 5;
export const CODES_A_DAY = 10;
export const CODE_PAUSE_MS = MINUTE_MS;
/** How long an address that was only claimed must have stood there: whoever adds one does not use points by it. */
export const CLAIMED_FOR_MS = DAY_MS;
/** How much one proof lets take for its checkout: as much as a basket can use. */
export const TAKES_MAX = 20;
const PROOFS_KEPT_MS = 30 * DAY_MS;

/** The wall clock, which no test clock of a demo moves. */
export function wallClock(ctx: Pick<Ctx, "now">, { clockOffsetMs }: Tenant): number {
  return ctx.now - clockOffsetMs;
}

/** Whether whoever calls stands at a till, where the tenant wants a member's points to be used by the member alone. */
export function asksForProof({ tenant, till, staff }: Caller): boolean {
  return tenant.spendingProof === "code_or_qr" && (till !== undefined || staff?.role === "cashier");
}

/** Uses up what the caller was shown; refused where that is needed and nothing was. `purpose`: what is being done. */
export async function useProof(
  ctx: Ctx,
  caller: Caller,
  { memberId, purpose }: { memberId: string; purpose: string },
): Promise<void> {
  if (!asksForProof(caller)) return;
  const { tenant, actor } = caller;
  const [proofId] = await takeProofs(ctx, [{ memberId, actor, sessionId: null, tenant }], purpose);
  if (proofId === undefined) throw noProof();
}

/**
 * Keeps what the caller was shown for one checkout, of which more is taken than one thing: it is good for its sale as
 * well, and for nothing else. Nothing is used up before that sale.
 */
export async function keepProofFor(
  ctx: Ctx,
  caller: Caller,
  { memberId, sessionId }: { memberId: string; sessionId: string },
): Promise<void> {
  if (!asksForProof(caller)) return;
  const { tenant, actor } = caller;
  const limits = { nowMs: wallClock(ctx, tenant), takesMax: TAKES_MAX };
  if (!(await store.bindProof(ctx, { memberId, actor, sessionId }, limits))) throw noProof();
}

type Shown = store.Wanted & Readonly<{ tenant: Tenant }>;

/**
 * The same for many, by one statement: the proof of each that was shown. Two of the same member and the same caller at
 * once are one proof, and one of them is told that there is none.
 */
export async function takeProofs(ctx: Ctx, wanted: readonly Shown[], purpose: string): Promise<(string | undefined)[]> {
  const wallMs = Math.max(...wanted.map(({ tenant }) => wallClock(ctx, tenant)));
  const taken = await store.takeProofs(ctx, wanted, { nowMs: wallMs, purpose });
  return wanted.map((one) => {
    const name = store.wantedName(one);
    const proofId = taken.get(name);
    taken.delete(name);
    return proofId;
  });
}

/** What they were taken for was refused: they are as good as before. In the transaction that took them. */
export function giveProofsBack(ctx: Ctx, taken: readonly Readonly<{ memberId: string; id: string }>[]): Promise<void> {
  return store.giveProofsBack(ctx, taken);
}

export function noProof(): Refusal {
  const message = "At a till points are used with the member's own code: scan it, or have one sent to them.";
  return new Refusal("forbidden", message, { field: "proof" });
}

/** The member has shown the code of their device. */
export async function proveByCard(
  ctx: Ctx,
  sealer: Sealer,
  { id, qr, businessId, tenant }: { id: string; qr: string; businessId: string | null; tenant: Tenant },
): Promise<Proof> {
  const nowMs = wallClock(ctx, tenant);
  const memberId = await readCard(ctx, sealer, { code: qr, nowMs });
  if (businessId === null) return keep(ctx, { id, memberId, method: "qr", nowMs });
  const spenders = await listSpenders(ctx, sealer, businessId);
  if (!spenders.some(({ personId }) => personId === memberId)) throw mayNotSpend();
  return keep(ctx, { id, memberId: businessId, method: "qr", nowMs });
}

/**
 * The member has told a code that was sent to them; undefined when it is not the one. The try is counted all the same,
 * so the caller commits before refusing.
 */
export async function proveByCode(
  ctx: Ctx,
  sealer: Sealer,
  { id, memberId, code, tenant }: { id: string; memberId: string; code: string; tenant: Tenant },
): Promise<Proof | undefined> {
  const nowMs = wallClock(ctx, tenant);
  const [keys] = await Promise.all([sealer.keysOf(ctx), getMember(ctx, sealer, memberId)]);
  const expected = await store.takeTry(ctx, { memberId, nowMs, triesMax: CODE_TRIES_MAX });
  if (expected === undefined || !timingSafeEqual(expected, hmacOf(keys, memberId, code))) return undefined;
  await store.burnCode(ctx, memberId, nowMs);
  return keep(ctx, { id, memberId, method: "code", nowMs });
}

export function wrongCode(): Refusal {
  return new Refusal("invalid", "This code is wrong or no longer good; send a new one.", { field: "code" });
}

export async function getProof(ctx: Ctx, id: string): Promise<Proof> {
  const proof = await store.findProof(ctx, id);
  if (proof === undefined) throw new Refusal("not_found", "There is no such proof any more.");
  return proof;
}

/** An id for a proof of a member; `ofTheirs`: the member's id, or one of their card. */
export function newProofId(nowMs: number, ofTheirs: string): string {
  return newId(nowMs, bucketOf(ofTheirs));
}

/** Sends a code to the member's own address; returns until when it is good. Once committed, call `mail.nudge`. */
export async function sendSpendingCode(
  ctx: Ctx,
  { sealer, mail }: { sealer: Sealer; mail: Mail },
  { memberId, contactId, tenant }: { memberId: string; contactId: string | null; tenant: Tenant },
): Promise<number> {
  const [keys, member] = await Promise.all([sealer.keysOf(ctx), getMember(ctx, sealer, memberId)]);
  const address =
    member.kind === "corporate" ? await spendersAddress(ctx, sealer, { memberId, contactId }) : addressOf(ctx, member);
  if (member.status === "closed" || address === undefined) {
    const message = "This member has no e-mail address that is known to be theirs; ask for the code of their device.";
    throw new Refusal("conflict", message);
  }
  const nowMs = wallClock(ctx, tenant);
  const expiresAt = nowMs + CODE_MINUTES * MINUTE_MS;
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const isNew = await store.replaceCode(ctx, {
    memberId,
    hmac: hmacOf(keys, memberId, code),
    nowMs,
    expiresAt,
    sentBefore: nowMs - CODE_PAUSE_MS,
    dayAgo: nowMs - DAY_MS,
    askedMax: CODES_A_DAY,
  });
  if (!isNew) {
    const retryAfterSeconds = CODE_PAUSE_MS / 1_000;
    throw new Refusal("too_many", "A code was sent a moment ago, or too many today.", { retryAfterSeconds });
  }
  const words = spendingCodeLetter(tenant, member.language, { code, minutes: CODE_MINUTES });
  await mail.post(ctx, "spending_code", { to: { name: member.name ?? "", address }, ...words });
  return expiresAt;
}

/** Until when the last code is good. */
export async function codeEndOf(ctx: Ctx, memberId: string): Promise<number> {
  return (await store.findCodeEnd(ctx, memberId)) ?? 0;
}

/** Forgets what nobody can use or asks about any more; returns how much. */
export async function sweepProofs(db: Database, nowMs: number): Promise<number> {
  return (await deleteSteps(db, nowMs - DAY_MS)) + (await store.deleteProofs(db, nowMs - PROOFS_KEPT_MS));
}

async function keep(
  ctx: Ctx,
  { nowMs, ...made }: Pick<Proof, "id" | "memberId" | "method"> & { nowMs: number },
): Promise<Proof> {
  const proof = { ...made, actor: ctx.actor, madeAt: nowMs, expiresAt: nowMs + PROOF_MINUTES * MINUTE_MS };
  await store.insertProof(ctx, proof);
  return proof;
}

/** One that was proved to be theirs, else one that has stood there for a day. */
function addressOf(ctx: Ctx, { identities }: Member): string | undefined {
  const emails = identities.filter(({ kind }) => kind === "email");
  const proved = emails.find(({ verifiedAt }) => verifiedAt !== undefined);
  return (proved ?? emails.find(({ createdAt }) => createdAt <= ctx.now - CLAIMED_FOR_MS))?.value;
}

/** Whoever is named among those who may use the points of the business, or the only one. */
async function spendersAddress(
  ctx: Ctx,
  sealer: Sealer,
  { memberId, contactId }: { memberId: string; contactId: string | null },
): Promise<string | undefined> {
  const spenders = await listSpenders(ctx, sealer, memberId);
  const [only, another] = contactId === null ? spenders : spenders.filter(({ id }) => id === contactId);
  if (only === undefined) throw mayNotSpend();
  if (another === undefined) return only.email ?? undefined;
  throw new Refusal("invalid", "Several people may use these points: say which of them is there.", {
    field: "contactId",
  });
}

function mayNotSpend(): Refusal {
  return new Refusal("forbidden", "Whoever is there may not use the points of this business.", { field: "contactId" });
}

function hmacOf(keys: TenantKeys, memberId: string, code: string): Buffer {
  return keys.blindIndex("spending code", `${memberId} ${code}`);
}
