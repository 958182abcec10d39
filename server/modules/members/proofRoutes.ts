// Who stands at the till: looked up, and proved by what only they have.
import { MemberReference } from "@fedele/sdk/schemas/activity.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import {
  NewProof,
  Proof as ProofReply,
  ShownMember,
  SpendingCode,
  SpendingCodeQuery,
} from "@fedele/sdk/schemas/proof.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey, releaseKeys } from "../../platform/idempotency.ts";
import { fromTypeId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { invalid } from "../../platform/places.ts";
import type { Sealer } from "../../platform/sealing.ts";
import { cardIn, endMemberCards } from "./cards.ts";
import { findMembersByIdentity } from "./identities.ts";
import { getMember, noSuchMember } from "./members.ts";
import { identityIn, memberIdIn } from "./references.ts";
import {
  asksForProof,
  codeEndOf,
  getProof,
  newProofId,
  type Proof,
  proveByCard,
  proveByCode,
  sendSpendingCode,
  wrongCode,
} from "./spendingProofs.ts";

const tag = "members";

type Needed = Pick<Parts, "db" | "sealer" | "mail">;

export function proofRoutes(app: App, parts: Needed): void {
  lookingUp(app, parts);
  proving(app, parts);
  sendingCodes(app, parts);
}

function lookingUp(app: App, { db, sealer }: Needed): void {
  app.post(
    "/v1/member-lookups",
    operation({
      id: "lookUpMember",
      tag,
      summary: "Find who somebody says they are",
      description:
        "By what was typed or scanned. It shows a first name and an initial, changes nothing and proves nothing.",
      scope: "members:read",
      body: MemberReference,
      ok: ShownMember,
      refuses: ["not_found"],
    }),
    async (request) => {
      const { caller } = request;
      const named = memberIdIn(request.body);
      const identity = named === null ? identityIn(request.body, caller.tenant) : null;
      return inTransaction(db, who(request), async (ctx) => {
        const [found] = identity === null ? [] : await findMembersByIdentity(ctx, sealer, [identity]);
        const id = named ?? found;
        if (id === undefined) throw noSuchMember();
        const member = await getMember(ctx, sealer, id);
        return {
          memberId: toTypeId("mem", member.mergedInto ?? member.id),
          shownName: shownName(member.name),
          status: member.status,
          needsProof: asksForProof(caller),
        };
      });
    },
  );

  app.delete(
    "/v1/members/:memberId/cards",
    operation({
      id: "endMemberCards",
      tag,
      summary: "A member's device was lost: the codes of all their devices are good no longer",
      description: "Each device gets a new card when the member signs in on it again.",
      scope: "members:write",
      params: MemberPath,
      noContent: true,
    }),
    async (request, reply) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      await inTransaction(db, who(request), (ctx) => endMemberCards(ctx, sealer, memberId));
      return reply.code(status.noContent).send();
    },
  );
}

function proving(app: App, { db, sealer }: Needed): void {
  app.post(
    "/v1/spending-proofs",
    operation({
      id: "proveSpending",
      tag,
      summary: "Take what a member shows, so that their points can be used",
      description:
        "Good for ten minutes and one use, by whoever was shown it. Each code of a device is taken once, one that " +
        "was sent has five tries.",
      scope: "ledger:write",
      idempotent: true,
      body: NewProof,
      ok: ProofReply,
      created: ProofReply,
      refuses: ["not_found"],
    }),
    async (request, reply) => {
      const { tenant } = request.caller;
      const asked = askedBy(request.body);
      const proof = await inTransaction(db, who(request), async (ctx) => {
        const keys = await sealer.keysOf(ctx);
        const owner = asked.kind === "code" ? asked.memberId : (asked.businessId ?? cardIn(asked.qr));
        const spare = newProofId(ctx.now, owner);
        const claim = claimOf(request, keys, spare);
        const claimed = await claimKey(ctx, claim);
        if (claimed.state === "replay") return told(ctx, sealer, await getProof(ctx, claimed.resourceId));
        if (asked.kind === "qr") {
          reply.code(status.created);
          return told(ctx, sealer, await proveByCard(ctx, sealer, { id: spare, ...asked, tenant }));
        }
        const made = await proveByCode(ctx, sealer, { id: spare, ...asked, tenant });
        if (made === undefined) await releaseKeys(ctx, [claim]);
        else reply.code(status.created);
        return made === undefined ? undefined : told(ctx, sealer, made);
      });
      if (proof === undefined) throw wrongCode();
      return proof;
    },
  );
}

function sendingCodes(app: App, { db, sealer, mail }: Needed): void {
  app.post(
    "/v1/members/:memberId/spending-codes",
    operation({
      id: "sendSpendingCode",
      tag,
      summary: "Send a member a code, so that they can prove that they are there",
      description:
        "To an address that was proved to be theirs, else to one that has been known for a day. Of a business: to " +
        "somebody who may use its points.",
      scope: "ledger:write",
      idempotent: true,
      params: MemberPath,
      query: SpendingCodeQuery,
      ok: SpendingCode,
      created: SpendingCode,
      refuses: ["too_many"],
    }),
    async (request, reply) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      const contactId = request.query.contactId === undefined ? null : fromTypeId("con", request.query.contactId);
      const { tenant } = request.caller;
      const expiresAt = await inTransaction(db, who(request), async (ctx) => {
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), memberId));
        if (claimed.state === "replay") return codeEndOf(ctx, memberId);
        reply.code(status.created);
        return sendSpendingCode(ctx, { sealer, mail }, { memberId, contactId, tenant });
      });
      mail.nudge();
      const channel = "email" as const;
      return { memberId: toTypeId("mem", memberId), channel, expiresAt: new Date(expiresAt).toISOString() };
    },
  );
}

type Asked = Readonly<
  { kind: "qr"; qr: string; businessId: string | null } | { kind: "code"; memberId: string; code: string }
>;

function askedBy({ qr, businessId, memberId, code }: NewProof): Asked {
  if (qr !== undefined && memberId === undefined && code === undefined) {
    return { kind: "qr", qr, businessId: businessId === undefined ? null : fromTypeId("mem", businessId) };
  }
  if (qr === undefined && businessId === undefined && memberId !== undefined && code !== undefined) {
    return { kind: "code", memberId: fromTypeId("mem", memberId), code };
  }
  throw invalid("qr", "Send what the member's device shows, or the member and the code that was sent to them.");
}

async function told(ctx: Ctx, sealer: Sealer, proof: Proof) {
  const { name = null } = await getMember(ctx, sealer, proof.memberId);
  return {
    id: toTypeId("prf", proof.id),
    memberId: toTypeId("mem", proof.memberId),
    name,
    method: proof.method,
    expiresAt: new Date(proof.expiresAt).toISOString(),
  };
}

/** Ana Rossi is shown as Ana R. */
function shownName(name: string | undefined): string | null {
  if (name === undefined) return null;
  const [first = "", ...others] = name.trim().split(/\s+/);
  const [initial] = others.at(-1) ?? "";
  return initial === undefined ? first : `${first} ${initial}.`;
}
