// An activity as the hot path takes it: checked, with its member known and its business key placed.
import type { Activity } from "@fedele/core/activity.ts";
import type { BusinessKey } from "./storedActivities.ts";

/** What of the tenant's settings an activity is judged by. */
export type Place = Readonly<{ timezone: string; currency: string; bucketSpan: number }>;

/** A line of a return: a place in the purchase, or a product of it. */
export type ReturnedItem = Readonly<{
  line: number | null;
  product: string | null;
  quantityThousandths: number;
  /** Instead of a quantity, where the purchase was told as a sum only. */
  amountMinor: number | null;
}>;

/** An activity as it comes in, checked and with its member known. */
export type NewActivity = Readonly<{
  key: BusinessKey;
  fingerprint: string;
  id: string;
  bucket: number;
  memberId: string;
  place: Place;
  activity: Activity;
  partnerId: string | null;
  locationId: string | null;
  rate: string | null;
  rateDate: string | null;
  /** Of a return: the sale that it belongs to, null where the caller knows none. */
  purchase: BusinessKey | null;
  returned: readonly ReturnedItem[];
  /** Of an import: rows of the file, and what to keep of returns that find no sale. No window of dates applies. */
  imported: Readonly<{ rows: readonly number[]; customerHash: Buffer; customerSealed: Buffer }> | null;
}>;
