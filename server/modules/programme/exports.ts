// The programme's share of exports: how far members have come.
import type { Cell } from "../../platform/csv.ts";
import type { MemberColumns } from "../members/exports.ts";
import { findAllFacts } from "../members/facts.ts";
import { programmeOf } from "./programmes.ts";
import { tierOf } from "./tiers.ts";

export const standingColumns: MemberColumns = {
  scopes: ["programme:read"],
  columnsOf: async () => [
    { name: "tier" },
    { name: "spend_minor" },
    { name: "purchases" },
    { name: "visits" },
    { name: "last_activity_at", isSafe: true },
  ],
  cellsOf: async (ctx, members, tenant) => {
    const [records, programme] = await Promise.all([findAllFacts(ctx, members), programmeOf(ctx)]);
    return new Map(
      records.map((record): [string, Cell[]] => {
        const { spendMinor, purchases, visits } = record.facts;
        const last = record.lastActivityAt === null ? null : new Date(record.lastActivityAt).toISOString();
        return [record.memberId, [tierOf(ctx, record, programme, tenant), spendMinor, purchases, visits, last]];
      }),
    );
  },
};
