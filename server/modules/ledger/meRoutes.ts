// A member's own wallets.
import { WalletList } from "@fedele/sdk/schemas/ledger.ts";
import { selfOf } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import type { App } from "../../platform/http.ts";
import { toWallet } from "./replies.ts";
import type { WalletParts } from "./routes.ts";

export function ownWalletRoutes(app: App, { wallets }: Pick<WalletParts, "wallets">): void {
  app.get(
    "/v1/me/wallets",
    operation({
      id: "listMyWallets",
      tag: "me",
      summary: "What you have: to use now, pending, expiring soon",
      description: "Right at this moment, whether or not an expiry has been booked.",
      scope: "member",
      ok: WalletList,
    }),
    async (request) => {
      const member = selfOf(request);
      const views = await wallets.run({
        tenantId: request.caller.tenantId,
        now: request.now,
        bucket: member.bucket,
        key: member.memberId,
        fingerprint: "",
        input: { ...member, zone: request.caller.tenant.timezone },
      });
      return { items: views.map(toWallet) };
    },
  );
}
