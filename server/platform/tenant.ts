/** An isolated customer of the platform, as much of it as every part must know. */
export type Tenant = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** ISO 4217: tiers and reports are in it; an activity may carry another. */
  readonly currency: string;
  readonly timezone: string;
  readonly language: string;
  /** ISO 3166: whose local phone numbers are meant; undefined: only international ones are read. */
  readonly country: string | undefined;
  /** Over how many buckets its members are spread. */
  readonly bucketSpan: number;
  /** How far its domain time is ahead of the clock. */
  readonly clockOffsetMs: number;
  /** Its clock may be moved: nothing in it is meant. */
  readonly isDemo: boolean;
  /** What one person may give or take by hand; null: as much as they like. */
  readonly adjustmentLimits: { readonly points: number | null; readonly minor: number | null };
  readonly createdAt: number;
};
