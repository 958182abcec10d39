// A day at the tills: for whoever closes one, and for whoever looks after all of them.
import { dateIn } from "@fedele/core/time.ts";
import { ShiftQuery, ShiftReportReply } from "@fedele/sdk/schemas/shift.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import type { Caller } from "../../platform/http/keyCache.ts";
import { operation } from "../../platform/http/operation.ts";
import type { App } from "../../platform/http.ts";
import { toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer } from "../../platform/sealing.ts";
import type { Catalogs } from "../catalog/catalog.ts";
import { namesOfTills } from "../catalog/tillKeys.ts";
import { codesOf, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { namesOfStaff } from "../tenants/staff.ts";
import { shiftCsv, toShiftReport } from "./shiftReplies.ts";
import { readShifts } from "./shifts.ts";

const CSV = "text/csv; charset=utf-8";

type Needed = Pick<Parts, "db" | "sealer"> & Readonly<{ catalogs: Catalogs }>;

export function shiftRoutes(app: App, { db, sealer, catalogs }: Needed): void {
  app.get(
    "/v1/reports/shifts",
    operation({
      id: "reportShifts",
      tag: "rewards",
      summary: "What was sold, given and used at the tills on a day",
      description:
        "By till, or by the person who was at one. A till and a cashier see their own alone. What a person did by " +
        "hand, such as handing a reward over, stands with the location where they sold on that day.",
      scope: "activities:read",
      query: ShiftQuery,
      ok: ShiftReportReply,
    }),
    async (request, reply) => {
      const { caller, query, now } = request;
      const { tenant } = caller;
      const catalog = await catalogs.of(tenant.id);
      const own = caller.till === undefined ? undefined : catalog.locationById(caller.till.locationId)?.code;
      const code = query.location ?? own ?? null;
      if (own !== undefined && code !== own) throw notYours("location");
      const location = code === null ? undefined : catalog.location(code);
      if (code !== null && location === undefined) throw invalid("location", `There is no location "${code}".`);
      const zone = location?.timezone ?? tenant.timezone;
      const asked = {
        day: query.day ?? dateIn(zone, now),
        zone,
        locationId: location?.id ?? null,
        source: sourceFor(caller, query.till ?? null),
        currency: tenant.currency,
      };
      const report = await inTransaction(db, who(request), async (ctx) => {
        const [rows, types, nameOf] = await Promise.all([
          readShifts(ctx, asked),
          pointsTypesOf(ctx),
          namesFor(ctx, sealer, caller),
        ]);
        return toShiftReport(rows, asked, { location: code, nameOf, codeOf: codesOf(types) });
      });
      if (query.format !== "csv") return report;
      reply.header("content-disposition", `attachment; filename="shift-${report.day}.csv"`);
      return reply.type(CSV).send(shiftCsv(report));
    },
  );
}

/** Whose shift may be seen: a till and a cashier see their own. */
function sourceFor({ till, staff, actor }: Caller, wanted: string | null): string | null {
  if (till === undefined && staff?.role !== "cashier") return wanted;
  if (wanted !== null && wanted !== actor) throw notYours("till");
  return actor;
}

function notYours(field: string): Refusal {
  return new Refusal("forbidden", "Here only your own shift can be seen.", { field });
}

/** What tills and people are called; who may not read the staff sees none of its names. */
async function namesFor(ctx: Ctx, sealer: Sealer, { scopes }: Caller): Promise<(source: string) => string | null> {
  const [tills, staff] = await Promise.all([
    namesOfTills(ctx),
    scopes.has("staff:read") ? sealer.keysOf(ctx).then((keys) => namesOfStaff(ctx, keys)) : [],
  ]);
  const names = new Map<string, string>([
    ...tills.map(({ id, name }) => [toTypeId("tky", id), name] as const),
    ...staff.map(({ id, name }) => [toTypeId("stf", id), name] as const),
  ]);
  return (source) => names.get(source) ?? null;
}
