// Wallets and their history. What is asked of them by name: movementRoutes.ts.
import {
  EntryPage,
  EntryPageQuery,
  NewPointsType,
  PointsTypeList,
  PointsType as PointsTypeReply,
  WalletList,
} from "@fedele/sdk/schemas/ledger.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { bucketOf, fromTypeId, newId } from "../../platform/ids.ts";
import type { Lanes } from "../../platform/lanes.ts";
import type { Parts } from "../../platform/parts.ts";
import { getFacts } from "../members/facts.ts";
import { addPointsType, codesOf, type PointsType, pointsTypesOf } from "./pointsTypes.ts";
import { toEntry, toWallet } from "./replies.ts";
import { listEntries, type WalletQuestion, type WalletView } from "./statements.ts";
import type { MemberKey } from "./store/wallets.ts";

const tag = "ledger";

export function pointsTypeRoutes(app: App, { db, sealer }: Pick<Parts, "db" | "sealer">): void {
  app.get(
    "/v1/points-types",
    operation({
      id: "listPointsTypes",
      tag,
      summary: "The currencies of the programme",
      scope: "programme:read",
      ok: PointsTypeList,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => ({ items: (await pointsTypesOf(ctx)).map(toPointsType) })),
  );

  app.post(
    "/v1/points-types",
    operation({
      id: "addPointsType",
      tag,
      summary: "Add a currency to the programme",
      description: "Without more said its points can be used at once and never expire.",
      scope: "programme:write",
      idempotent: true,
      body: NewPointsType,
      ok: PointsTypeReply,
      created: PointsTypeReply,
    }),
    async (request, reply) =>
      inTransaction(db, who(request), async (ctx) => {
        const { activation = atOnce, expiry = forEver, giveBack = gone, faceValue = null, ...type } = request.body;
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), newId(ctx.now, 0)));
        const there = claimed.state === "replay" ? await pointsTypeCoded(ctx, type.code) : undefined;
        if (there !== undefined) return toPointsType(there);
        reply.code(status.created);
        return toPointsType(await addPointsType(ctx, { ...type, activation, expiry, giveBack, faceValue }));
      }),
  );
}

async function pointsTypeCoded(ctx: Ctx, code: string): Promise<PointsType | undefined> {
  return (await pointsTypesOf(ctx)).find((type) => type.code === code);
}

const atOnce = { kind: "immediately" } as const;
const forEver = { kind: "never" } as const;
const gone = { kind: "expire" } as const;

/** A currency as the API tells it. */
export function toPointsType({ pointsType: _, closesAt: __, expiry, ...type }: PointsType) {
  if (expiry.kind !== "inactivity") return { ...type, expiry };
  const { kind, days, counts } = expiry;
  return { ...type, expiry: { kind, days, counts: [...counts] } };
}

export type WalletParts = Pick<Parts, "db"> & { readonly wallets: Lanes<WalletQuestion, readonly WalletView[]> };

export function walletRoutes(app: App, { db, wallets }: WalletParts): void {
  app.get(
    "/v1/members/:memberId/wallets",
    operation({
      id: "listWallets",
      tag,
      summary: "What a member has",
      description: "Right at this moment, whether or not an expiry has been booked.",
      scope: "ledger:read",
      params: MemberPath,
      ok: WalletList,
    }),
    async (request) => {
      const member = memberOf(request.params.memberId);
      const { timezone } = request.caller.tenant;
      const views = await wallets.run({
        tenantId: request.caller.tenantId,
        now: request.now,
        bucket: member.bucket,
        key: member.memberId,
        fingerprint: "",
        input: { ...member, zone: timezone },
      });
      return { items: views.map(toWallet) };
    },
  );

  app.get(
    "/v1/members/:memberId/entries",
    operation({
      id: "listEntries",
      tag,
      summary: "Every movement of a member's points, latest first",
      scope: "ledger:read",
      params: MemberPath,
      query: EntryPageQuery,
      ok: EntryPage,
    }),
    async (request) => {
      const member = memberOf(request.params.memberId);
      const page = pageStart(request.query, oneId);
      return inTransaction(db, who(request), async (ctx) => {
        const [, types, entries] = await Promise.all([
          getFacts(ctx, member),
          pointsTypesOf(ctx),
          listEntries(ctx, member, { before: page.after ?? null, limit: page.fetch }),
        ]);
        const codeOf = codesOf(types);
        return pageOf(entries, page.limit, { item: (entry) => toEntry(entry, codeOf), key: (entry) => [entry.id] });
      });
    },
  );
}

/** The member of a path, and where their rows live. */
export function memberOf(typeId: string): MemberKey {
  const memberId = fromTypeId("mem", typeId);
  return { memberId, bucket: bucketOf(memberId) };
}
