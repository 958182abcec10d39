// Spends, reservations and transfers: asked for, answered from what came of it, found again by id.
import {
  HOLD_SECONDS_DEFAULT,
  Hold,
  HoldPath,
  NewHold,
  NewSpend,
  NewSpendReversal,
  NewTransfer,
  Spend,
  SpendPath,
  Transfer,
  TransferPath,
} from "@fedele/sdk/schemas/ledger.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import type { Database } from "../../platform/database/database.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import type { Caller } from "../../platform/http/keyCache.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, newId } from "../../platform/ids.ts";
import type { Lanes } from "../../platform/lanes.ts";
import type { Parts } from "../../platform/parts.ts";
import type { Sealer } from "../../platform/sealing.ts";
import { getFacts } from "../members/facts.ts";
import { asksForProof, useProof } from "../members/spendingProofs.ts";
import { doerOf, noteDeeds } from "../members/tillDeeds.ts";
import { closesCircle } from "./circles.ts";
import type { Moved, MovementRequest, NewMovement } from "./movementBatch.ts";
import { moveWithin } from "./movements.ts";
import { codesOf, pointsTypesOf } from "./pointsTypes.ts";
import { type CodeOf, toHold, toSpend, toTransfer } from "./replies.ts";
import { getHold, getSpend, getTransfer } from "./resources.ts";
import { memberOf } from "./routes.ts";
import type { ResourceKey } from "./store/resources.ts";

const tag = "ledger";

/** Movements that a proof goes with are transactions of their own, with slots of their own. */
const TILL_LANE = 71;

export type MovementParts = Pick<Parts, "db" | "sealer"> & { readonly movements: Lanes<NewMovement, Moved> };

export function spendRoutes(app: App, parts: MovementParts): void {
  app.post(
    "/v1/members/:memberId/spends",
    operation({
      id: "spendPoints",
      tag,
      summary: "Use points",
      scope: "ledger:write",
      idempotent: true,
      params: MemberPath,
      body: NewSpend,
      ok: Spend,
      created: Spend,
      refuses: ["insufficient_points"],
    }),
    async (request, reply) => {
      const { pointsType, points, reason = null } = request.body;
      const moved = await move(parts, request, { kind: "spend", pointsType, points, reason });
      reply.code(moved.made === null ? status.ok : status.created);
      return answer(parts, request, { row: moved.made?.spend, id: moved.id, find: getSpend, toReply: toSpend });
    },
  );

  app.get(
    "/v1/members/:memberId/spends/:spendId",
    operation({ id: "getSpend", tag, summary: "One spend", scope: "ledger:read", params: SpendPath, ok: Spend }),
    async (request) => {
      const id = fromTypeId("spd", request.params.spendId);
      return answer(parts, request, { id, find: getSpend, toReply: toSpend });
    },
  );

  app.post(
    "/v1/members/:memberId/spends/:spendId/reversals",
    operation({
      id: "reverseSpend",
      tag,
      summary: "Give points of a spend back",
      description: "Into the lots that they came from, with the dates that those had.",
      scope: "ledger:write",
      idempotent: true,
      params: SpendPath,
      body: NewSpendReversal,
      ok: Spend,
      created: Spend,
    }),
    async (request, reply) => {
      const spendId = fromTypeId("spd", request.params.spendId);
      const { points = null } = request.body;
      const moved = await move(parts, request, { kind: "spend_reversal", spendId, points });
      reply.code(moved.made === null ? status.ok : status.created);
      return answer(parts, request, { row: moved.made?.spend, id: spendId, find: getSpend, toReply: toSpend });
    },
  );
}

export function holdRoutes(app: App, parts: MovementParts): void {
  app.post(
    "/v1/members/:memberId/holds",
    operation({
      id: "holdPoints",
      tag,
      summary: "Reserve points",
      description: "Capture uses them, release frees them; otherwise they are free again when the time is over.",
      scope: "ledger:write",
      idempotent: true,
      params: MemberPath,
      body: NewHold,
      ok: Hold,
      created: Hold,
      refuses: ["insufficient_points"],
    }),
    async (request, reply) => {
      const { pointsType, points, seconds = HOLD_SECONDS_DEFAULT, reason = null } = request.body;
      const moved = await move(parts, request, { kind: "hold", pointsType, points, seconds, reason });
      reply.code(moved.made === null ? status.ok : status.created);
      return answer(parts, request, { row: moved.made?.hold, id: moved.id, find: getHold, toReply: toHold });
    },
  );

  app.get(
    "/v1/members/:memberId/holds/:holdId",
    operation({ id: "getHold", tag, summary: "One reservation", scope: "ledger:read", params: HoldPath, ok: Hold }),
    async (request) => {
      const id = fromTypeId("hld", request.params.holdId);
      return answer(parts, request, { id, find: getHold, toReply: toHold });
    },
  );
}

export function holdEndRoutes(app: App, parts: MovementParts): void {
  app.post(
    "/v1/members/:memberId/holds/:holdId/capture",
    operation({
      id: "captureHold",
      tag,
      summary: "Use reserved points",
      scope: "ledger:write",
      idempotent: true,
      params: HoldPath,
      ok: Spend,
      created: Spend,
    }),
    async (request, reply) => {
      const holdId = fromTypeId("hld", request.params.holdId);
      const moved = await move(parts, request, { kind: "capture", holdId });
      reply.code(moved.made === null ? status.ok : status.created);
      return answer(parts, request, { row: moved.made?.spend, id: moved.id, find: getSpend, toReply: toSpend });
    },
  );

  app.post(
    "/v1/members/:memberId/holds/:holdId/release",
    operation({
      id: "releaseHold",
      tag,
      summary: "Free reserved points",
      scope: "ledger:write",
      idempotent: true,
      params: HoldPath,
      ok: Hold,
    }),
    async (request) => {
      const holdId = fromTypeId("hld", request.params.holdId);
      const { made } = await move(parts, request, { kind: "release", holdId });
      return answer(parts, request, { row: made?.hold, id: holdId, find: getHold, toReply: toHold });
    },
  );
}

export function transferRoutes(app: App, parts: MovementParts): void {
  app.post(
    "/v1/members/:memberId/transfers",
    operation({
      id: "transferPoints",
      tag,
      summary: "Give points to another member",
      description: "They leave at once and arrive a moment later, with the dates that they had.",
      scope: "ledger:write",
      idempotent: true,
      params: MemberPath,
      body: NewTransfer,
      ok: Transfer,
      created: Transfer,
      refuses: ["insufficient_points"],
    }),
    async (request, reply) => {
      const { pointsType, points, reason = null } = request.body;
      const receiver = memberOf(request.body.toMemberId);
      const transfer = { from: memberOf(request.params.memberId), to: receiver };
      const isCircle = await inTransaction(parts.db, who(request), async (ctx) => {
        await getFacts(ctx, receiver);
        return closesCircle(ctx, transfer);
      });
      const flag = isCircle ? ("circle" as const) : null;
      const asked = { kind: "transfer", pointsType, points, toMemberId: receiver.memberId, reason, flag } as const;
      const moved = await move(parts, request, asked);
      reply.code(moved.made === null ? status.ok : status.created);
      return answer(parts, request, {
        row: moved.made?.transfer,
        id: moved.id,
        find: getTransfer,
        toReply: toTransfer,
      });
    },
  );

  app.get(
    "/v1/members/:memberId/transfers/:transferId",
    operation({
      id: "getTransfer",
      tag,
      summary: "One transfer, as its sender sees it",
      scope: "ledger:read",
      params: TransferPath,
      ok: Transfer,
    }),
    async (request) => {
      const id = fromTypeId("trf", request.params.transferId);
      return answer(parts, request, { id, find: getTransfer, toReply: toTransfer });
    },
  );
}

type Asked = Parameters<typeof claimOf>[0] & { readonly params: { readonly memberId: string }; readonly now: number };

/** Sends a movement down its lane and waits for the commit. */
async function move({ movements, sealer, db }: MovementParts, request: Asked, wanted: MovementRequest): Promise<Moved> {
  const { caller, now } = request;
  const member = memberOf(request.params.memberId);
  if (asksForProof(caller) && usesPoints(wanted)) return moveProven(db, sealer, request, wanted);
  const keys = sealer.knownKeysOf(caller.tenantId) ?? (await inTransaction(db, who(request), sealer.keysOf));
  const id = newId(now, member.bucket);
  const claim = claimOf(request, keys, id);
  const input = { ...member, id, claim, actor: caller.actor, zone: caller.tenant.timezone, request: wanted };
  return movements.run({
    tenantId: caller.tenantId,
    now,
    bucket: member.bucket,
    key: `${claim.operation} ${claim.key}`,
    fingerprint: claim.bodyHmac.toString("base64"),
    input,
  });
}

/** What was set aside with a proof is captured without another one. */
function usesPoints({ kind }: MovementRequest): boolean {
  return kind === "spend" || kind === "hold" || kind === "transfer";
}

/** The same where the member must have shown that they are there: the proof is used up in the same transaction. */
function moveProven(db: Database, sealer: Sealer, request: Asked, wanted: MovementRequest): Promise<Moved> {
  const { caller } = request;
  const member = memberOf(request.params.memberId);
  return inTransaction(db, who(request), async (ctx) => {
    const id = newId(ctx.now, member.bucket);
    const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
    if (claimed.state === "replay") return { id: claimed.resourceId, made: null };
    await useProof(ctx, caller, { memberId: member.memberId, purpose: wanted.kind });
    const movement = { ...member, id, actor: caller.actor, zone: caller.tenant.timezone, request: wanted };
    const made = await moveWithin({ ...ctx, lane: TILL_LANE }, movement);
    const { spend } = made;
    if (spend !== undefined) {
      const points = { type: spend.pointsType, points: spend.points };
      noteDeeds(ctx, doerOf(caller), [{ memberId: member.memberId, kind: "paid", aboutId: id, points }]);
    }
    return { id, made };
  });
}

/** What was just made is at hand; a repeat or a question reads it. */
async function answer<Row extends { pointsType: number }, Reply>(
  { db }: MovementParts,
  request: { readonly caller: Caller; readonly now: number; readonly params: { readonly memberId: string } },
  wanted: {
    row?: Row | undefined;
    id: string;
    find: (ctx: Ctx, key: ResourceKey) => Promise<Row>;
    toReply: (row: Row, codeOf: CodeOf) => Reply;
  },
): Promise<Reply> {
  const member = memberOf(request.params.memberId);
  return inTransaction(db, who(request), async (ctx) => {
    const [row, types] = await Promise.all([
      wanted.row ?? wanted.find(ctx, { ...member, id: wanted.id }),
      pointsTypesOf(ctx),
    ]);
    return wanted.toReply(row, codesOf(types));
  });
}
