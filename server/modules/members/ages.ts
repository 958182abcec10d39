// Who is a child. The birth date is sealed; plain is only from when a child is of age, so that nobody needs a job for
// it and the hot path no key. Of who is of age already nothing is kept.
import { AGE_LIMIT_DEFAULT, type AgeLimits, adultFrom, ageLimitFor, isChildAt, UNTIL_TOLD } from "@fedele/core/age.ts";
import type { AgeLimits as AgeLimitsReply } from "@fedele/sdk/schemas/age.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { countryOf, invalid } from "../../platform/places.ts";
import type { Tenant } from "../../platform/tenant.ts";
import * as store from "./store/ages.ts";

/** The row of no country. */
const USUAL = "";

export async function findAgeLimits(ctx: Ctx): Promise<AgeLimits> {
  const rows = await store.listAgeLimits(ctx);
  const countries = new Map(rows.map(({ country, years }) => [country, years]));
  const usual = countries.get(USUAL) ?? AGE_LIMIT_DEFAULT;
  countries.delete(USUAL);
  return { usual, countries };
}

/** They count for birth dates, countries and members that are told from then on. */
export async function changeAgeLimits(ctx: Ctx, { usual, countries }: AgeLimitsReply): Promise<void> {
  const rows = countries.map(({ country, years }) => ({ country: countryOf(country), years }));
  if (new Set(rows.map(({ country }) => country)).size < rows.length) {
    throw invalid("countries", "The same country is in the list twice.");
  }
  await store.replaceAgeLimits(ctx, [{ country: USUAL, years: usual }, ...rows]);
}

type Age = Readonly<{
  birthDate?: string | undefined;
  country?: string | undefined;
  isChild?: boolean | undefined;
  tenant: Tenant;
  limits: AgeLimits | undefined;
  was: number | undefined;
}>;

/** From when a member is of age; undefined: they are. A birth date that is taken away makes nobody older. */
export function adultFromOf(ctx: Ctx, { birthDate, isChild, was, ...place }: Age): number | undefined {
  if (birthDate === undefined || place.limits === undefined) {
    if (isChild === undefined) return was;
    return isChild ? UNTIL_TOLD : undefined;
  }
  const years = ageLimitFor(place.limits, place.country ?? place.tenant.country);
  const from = adultFrom(birthDate, years, place.tenant.timezone);
  if (isChild !== undefined && isChild !== isChildAt(from, ctx.now)) {
    throw invalid("isChild", `The birth date says otherwise: members are of age with ${years} years.`);
  }
  return isChildAt(from, ctx.now) ? from : undefined;
}
