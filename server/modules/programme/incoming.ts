// An activity as somebody tells it becomes one that can be booked: its member found, its place and products looked up,
// its amounts and its date checked. Whatever is wrong with it is said in a sentence.
import { hash } from "node:crypto";
import type { Activity, Line } from "@fedele/core/activity.ts";
import { canonicalText } from "@fedele/core/canonicalText.ts";
import { isRate } from "@fedele/core/exchange.ts";
import { isCurrency } from "@fedele/core/money.ts";
import type { NewEvaluation, NewActivity as ToldActivity } from "@fedele/sdk/schemas/activity.ts";
import { bucketOf, bucketWithin, hashOf, newId } from "../../platform/ids.ts";
import { invalid } from "../../platform/places.ts";
import type { Tenant } from "../../platform/tenant.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { NewActivity, ReturnedItem } from "./newActivity.ts";
import { AHEAD_MS } from "./policies.ts";
import type { BusinessKey } from "./storedActivities.ts";

/** Dates before this are a machine's, not a shop's. */
const EARLIEST_MS = Date.UTC(1990, 0, 1);

export type Home = Readonly<{ tenant: Tenant; catalog: Catalog; now: number }>;

/** The activity as the hot path takes it. `memberId`: the member that the reference led to. */
export function incomingActivity(told: ToldActivity, memberId: string, home: Home): NewActivity {
  const bucket = bucketOf(memberId);
  const { activity, partnerId, locationId } = judgedActivity(told, home);
  const isReturn = activity.kind === "return";
  if (!isReturn && (told.purchase !== undefined || told.returned !== undefined)) {
    throw invalid("purchase", `Only a return names a purchase and what comes back of it.`);
  }
  if (isReturn && told.lines !== undefined) throw invalid("lines", "A return says what comes back in `returned`.");
  const returned = (told.returned ?? []).map(itemOf);
  return {
    key: businessKey(told, home.tenant),
    fingerprint: fingerprintOf(told),
    id: newId(home.now, bucket),
    bucket,
    memberId,
    place: placeOf(home.tenant),
    activity: isReturn ? { ...activity, lines: returned.map(lineOf) } : activity,
    partnerId,
    locationId,
    rate: told.rate ?? null,
    rateDate: told.rateDate ?? null,
    purchase: told.purchase === undefined ? null : businessKey(told.purchase, home.tenant),
    returned,
    imported: null,
  };
}

/** What tells one body from another under the same business key. */
export function fingerprintOf(told: ToldActivity): string {
  return hash("sha256", canonicalText(told), "buffer").subarray(0, 16).toString("base64");
}

export function placeOf({ timezone, currency, bucketSpan }: Tenant): NewActivity["place"] {
  return { timezone, currency, bucketSpan };
}

/** A business key with the bucket that its hash leads to. */
export function businessKey(key: { source: string; document: string; part?: string }, tenant: Tenant): BusinessKey {
  const { source, document, part = "" } = key;
  const bucket = bucketWithin(tenant.id, tenant.bucketSpan, hashOf(`${source}\n${document}\n${part}`));
  return { bucket, source, document, part };
}

type Judged = Readonly<{ activity: Activity; partnerId: string | null; locationId: string | null }>;

/** The activity as rules see it, for booking and for trying alike. */
export function judgedActivity(told: ToldActivity | NewEvaluation, home: Home): Judged {
  const { tenant, catalog } = home;
  const location = told.location === undefined ? undefined : catalog.location(told.location);
  if (told.location !== undefined && location === undefined) {
    throw invalid("location", `There is no place with the code "${told.location}".`);
  }
  const partner = told.partner === undefined ? undefined : catalog.partner(told.partner);
  if (told.partner !== undefined && partner === undefined) {
    throw invalid("partner", `There is no partner with the code "${told.partner}".`);
  }
  const partnerId = partner?.id ?? location?.partnerId ?? null;
  const currency = currencyOf(told, tenant);
  const lines = (told.lines ?? []).map((line) => lineFrom(line, catalog));
  const activity: Activity = {
    kind: told.kind,
    name: told.name,
    channel: told.channel ?? "api",
    partner: partnerId === null ? undefined : catalog.partnerById(partnerId)?.code,
    location: location?.code,
    country: location?.country,
    at: happenedAt(told.occurredAt, home),
    currency,
    amountMinor: amountOf(told, lines),
    lines,
    attributes: "attributes" in told ? told.attributes : undefined,
  };
  if ((told.kind === "custom") !== (told.name !== undefined)) {
    throw invalid("name", "A custom activity has a name; no other kind has one.");
  }
  return { activity, partnerId, locationId: location?.id ?? null };
}

function currencyOf(told: Pick<ToldActivity, "currency" | "rate">, tenant: Tenant): string {
  const currency = told.currency ?? tenant.currency;
  if (!isCurrency(currency)) throw invalid("currency", `"${currency}" is not the ISO 4217 code of a currency in use.`);
  const needsRate = currency !== tenant.currency;
  if (needsRate && told.rate === undefined) {
    throw invalid("rate", `An amount in ${currency} needs the rate to ${tenant.currency}.`);
  }
  if (!needsRate && told.rate !== undefined) {
    throw invalid("rate", `An amount in ${tenant.currency} needs no rate.`);
  }
  if (told.rate !== undefined && !isRate(told.rate)) throw invalid("rate", "A rate is a decimal number above zero.");
  return currency;
}

function lineFrom(told: NonNullable<ToldActivity["lines"]>[number], catalog: Catalog): Line {
  const { taxMinor = 0, paidWithPointsMinor = 0, amountMinor } = told;
  if (taxMinor > amountMinor) throw invalid("taxMinor", "The tax of a line cannot be more than its amount.");
  if (paidWithPointsMinor > amountMinor) {
    throw invalid("paidWithPointsMinor", "A line cannot be paid with points for more than its amount.");
  }
  return {
    ...told,
    categories: told.categories ?? (told.product === undefined ? [] : catalog.categoriesOf(told.product)),
  };
}

function amountOf(told: Pick<ToldActivity, "amountMinor" | "kind">, lines: readonly Line[]): number {
  const sum = lines.reduce((total, line) => total + line.amountMinor, 0);
  if (lines.length > 0 && told.amountMinor !== undefined && told.amountMinor !== sum) {
    throw invalid("amountMinor", `The lines sum to ${sum}, not to ${told.amountMinor}; leave the amount out.`);
  }
  if (told.kind === "purchase" && lines.length === 0 && told.amountMinor === undefined) {
    throw invalid("lines", "A purchase has lines, or at least an amount.");
  }
  return lines.length > 0 ? sum : (told.amountMinor ?? 0);
}

/** When it happened: not in the future, but for a till's clock. How late it may be told is the programme's to say. */
function happenedAt(occurredAt: string | undefined, { now }: Home): number {
  if (occurredAt === undefined) return now;
  const at = Date.parse(occurredAt);
  if (!Number.isFinite(at)) throw invalid("occurredAt", `"${occurredAt}" is no moment of the calendar.`);
  if (at > now + AHEAD_MS) throw invalid("occurredAt", "This has not happened yet.");
  if (at < EARLIEST_MS) throw invalid("occurredAt", "This happened before there was anything to earn.");
  return at;
}

function itemOf(told: NonNullable<ToldActivity["returned"]>[number]): ReturnedItem {
  const { line = null, product = null, quantityThousandths, amountMinor = null } = told;
  if (line !== null && product !== null) throw invalid("returned", "Name the line or the product, not both.");
  if ((quantityThousandths === undefined) === (amountMinor === null)) {
    throw invalid("returned", "Say how much comes back: a quantity, or an amount where there are no lines.");
  }
  if (amountMinor !== null && (line !== null || product !== null)) {
    throw invalid("returned", "An amount alone is for purchases that were told without lines.");
  }
  return { line, product, quantityThousandths: quantityThousandths ?? 0, amountMinor };
}

function lineOf({ product, quantityThousandths, amountMinor }: ReturnedItem): Line {
  return { product: product ?? undefined, categories: [], quantityThousandths, amountMinor: amountMinor ?? 0 };
}
