// The programme's share of the table of members: how far they have come, and which tier is above which.
import type { Ctx } from "../../platform/database/transaction.ts";
import { findAllFacts } from "../members/facts.ts";
import type { ListedPart } from "../members/memberTable.ts";
import { programmeOf } from "./programmes.ts";
import { tierOf } from "./tiers.ts";

export const listedStanding: ListedPart = {
  scope: "programme:read",
  tell: async (ctx, members, tenant) => {
    const [records, programme] = await Promise.all([findAllFacts(ctx, members), programmeOf(ctx)]);
    return new Map(
      records.map((record) => {
        const at = record.lastActivityAt;
        const lastActivityAt = at === null ? null : new Date(at).toISOString();
        return [record.memberId, { tier: tierOf(ctx, record, programme, tenant), lastActivityAt }];
      }),
    );
  },
};

/** The codes of the tiers, the lowest first. */
export async function tierCodes(ctx: Ctx): Promise<readonly string[]> {
  return (await programmeOf(ctx)).currentTiers.tiers.map(({ code }) => code);
}
