// The test clock of a demo tenant.
import { ClockJump, Clock as ClockReply } from "@fedele/sdk/schemas/tenant.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import type { App } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { newId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { tenantNow } from "../../platform/sweeping.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { moveClock } from "./clocks.ts";
import { getTenant } from "./tenants.ts";

type ClockParts = Pick<Parts, "db" | "clock" | "sealer" | "callers"> & {
  /** Books what the new date decides, in this tenant; says how much there was. */
  readonly moved: (tenant: Tenant) => Promise<number>;
};

export function clockRoutes(app: App, { db, clock, sealer, callers, moved }: ClockParts): void {
  app.post(
    "/v1/clock",
    operation({
      id: "moveClock",
      tag: "tenant",
      summary: "Let time pass in a demo tenant",
      description:
        "7200 for two hours, 86400 for a day, 1209600 for two weeks. What the new date decides is booked before the " +
        "answer comes. Only a tenant that was made as a demo has such a clock, and it goes forward only.",
      scope: "tenant:write",
      idempotent: true,
      body: ClockJump,
      ok: ClockReply,
      refuses: ["forbidden", "conflict"],
    }),
    async (request) => {
      const tenant = await inTransaction(db, who(request), async (ctx) => {
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), newId(ctx.now, 0)));
        return claimed.state === "replay" ? getTenant(ctx) : moveClock(ctx, request.body.seconds * 1_000);
      });
      callers.forgetTenant(tenant.id);
      const booked = await moved(tenant);
      return { now: new Date(tenantNow(clock, tenant)).toISOString(), clockOffsetMs: tenant.clockOffsetMs, booked };
    },
  );
}
