// The ledger's share of the table of members: what they have, and their order by it.
import { Refusal } from "../../platform/refusal.ts";
import type { ForeignOrder, ListedPart } from "../members/memberTable.ts";
import { pointsTypesOf } from "./pointsTypes.ts";
import { readWallets } from "./statements.ts";
import { listByPoints, listHolders } from "./store/listing.ts";

export const listedBalances: ListedPart = {
  scope: "ledger:read",
  tell: async (ctx, members, { timezone }) => {
    const views = await readWallets(
      ctx,
      members.map((member) => ({ ...member, zone: timezone })),
    );
    return new Map(
      members.map(({ memberId }, index) => {
        const view = views[index];
        const known = view === undefined || view instanceof Refusal ? [] : view;
        const balances = known.map(({ type, balance }) => ({
          pointsType: type.code,
          total: balance.total,
          spendable: balance.spendable,
        }));
        return [memberId, { balances }];
      }),
    );
  },
};

export const orderByPoints: ForeignOrder = {
  scope: "ledger:read",
  places: async (ctx, among, { pointsType: code, ...page }) => {
    const types = await pointsTypesOf(ctx);
    const type = types.find((known) => (code === null ? known.spendable : known.code === code));
    if (type !== undefined) {
      const asked = { ...page, pointsType: type.pointsType };
      return among === null ? listHolders(ctx, asked) : listByPoints(ctx, among, asked);
    }
    if (code === null) return [];
    throw new Refusal("invalid", `There is no points type "${code}".`, { field: "pointsType" });
  },
};
