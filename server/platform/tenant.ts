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
  /** Of a demo that tells a story; undefined of all others. */
  readonly story: TenantStory | undefined;
  /** What one person may give or take by hand; null: as much as they like. */
  readonly adjustmentLimits: { readonly points: number | null; readonly minor: number | null };
  /** What somebody at a till asks of a member before points are used. */
  readonly spendingProof: "none" | "code_or_qr";
  readonly createdAt: number;
  /** Since when nobody is served from it: its owner has cleared a demo away. Undefined of all others. */
  readonly removedAt: number | undefined;
};

/** What a demo tells, and how far it has come in. */
export type TenantStory = {
  readonly name: string;
  /** The same seed tells the same. */
  readonly seed: string;
  /** The moment at which the story ends. */
  readonly toldAt: number;
  readonly steps: number;
  /** Steps that are in; undefined while not even its scene is set. */
  readonly done: number | undefined;
};

/** Whether a demo's story is still coming in: it lives in its own past, so no clock of ours may book anything there. */
export function isFilling({ story }: Pick<Tenant, "story">): boolean {
  return story !== undefined && story.done !== story.steps;
}
