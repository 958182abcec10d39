// jump: lets time pass in a demo tenant, and books what the new date decides.
import { sweepTenants } from "../background.ts";
import { moveClock } from "../modules/tenants/clocks.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { toTypeId } from "../platform/ids.ts";
import { Refusal } from "../platform/refusal.ts";
import { tenantNow } from "../platform/sweeping.ts";
import { command, json } from "./commands.ts";
import { auditedOperator, tenantNamed, withParts } from "./session.ts";
import { print, printJson } from "./terminal.ts";

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

export const jumpCommand = command({
  meta: { name: "jump", description: "Let time pass in a demo tenant: jump corner-shop 14d." },
  args: {
    tenant: { type: "positional", description: "The tenant's slug.", required: true },
    by: { type: "positional", description: "How far: 30m, 12h or 14d. Only forward.", required: true },
    json,
  },
  run: async ({ args }) => {
    const byMs = millisecondsIn(args.by);
    await withParts(async (parts) => {
      const named = await tenantNamed(parts, args.tenant);
      const said = { by: args.by };
      const deed = { operation: "moveClock", resource: toTypeId("ten", named.id), memberId: null, said };
      const who = auditedOperator(parts, named, () => deed);
      const tenant = await inTransaction(parts.db, who, (ctx) => moveClock(ctx, byMs));
      const booked = await sweepTenants(parts, [tenant]);
      const now = new Date(tenantNow(parts.clock, tenant)).toISOString();
      if (args.json) printJson({ tenant: tenant.slug, now, booked });
      else print(`In "${tenant.slug}" it is ${now} now. A serving process notices within seconds.`);
    });
  },
});

/** "14d" in milliseconds. */
export function millisecondsIn(text: string): number {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  const ms = Number(count) * (unit === "m" || unit === "h" || unit === "d" ? unitMs[unit] : Number.NaN);
  if (ms > 0) return ms;
  throw new Refusal("invalid", `"${text.slice(0, 20)}" is no length of time; write 30m, 12h or 14d.`);
}
