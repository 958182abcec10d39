// The ledger's share of exports: what a member has, and every movement that led there.
import type { Cell } from "../../platform/csv.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { ExportPart, MemberColumns } from "../members/exports.ts";
import { codesOf, pointsTypesOf } from "./pointsTypes.ts";
import { toEntry, toWallet } from "./replies.ts";
import { listEntries, readWallets, walletsOf } from "./statements.ts";

export const walletsPart: ExportPart = {
  name: "wallets",
  scopes: ["ledger:read"],
  pageOf: async (ctx, { member, tenant }) => {
    const views = await walletsOf(ctx, { ...member, zone: tenant.timezone });
    return views.map((view) => ({ place: null, row: toWallet(view) }));
  },
};

export const entriesPart: ExportPart = {
  name: "entries",
  scopes: ["ledger:read"],
  pageOf: async (ctx, { member }, page) => {
    const [types, entries] = await Promise.all([pointsTypesOf(ctx), listEntries(ctx, member, page)]);
    const codeOf = codesOf(types);
    return entries.map((entry) => ({ place: entry.id, row: toEntry(entry, codeOf) }));
  },
};

/** Of each points type the total, and how much of it can be used. */
export const walletColumns: MemberColumns = {
  scopes: ["ledger:read"],
  columnsOf: async (ctx) =>
    (await pointsTypesOf(ctx)).flatMap(({ code }) => [{ name: `${code}_total` }, { name: `${code}_spendable` }]),
  cellsOf: async (ctx, members, tenant) => {
    const views = await readWallets(
      ctx,
      members.map((member) => ({ ...member, zone: tenant.timezone })),
    );
    return new Map(
      members.map(({ memberId }, index): [string, Cell[]] => {
        const view = views[index];
        if (view === undefined || view instanceof Refusal) return [memberId, []];
        return [memberId, view.flatMap(({ balance }) => [balance.total, balance.spendable])];
      }),
    );
  },
};
