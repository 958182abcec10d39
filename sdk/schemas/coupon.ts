import { CODE_CHARS_MAX } from "@fedele/core/couponCodes.ts";
import { type Static, Type } from "typebox";
import { Page, pageQuery } from "./page.ts";
import { ConditionGroup, TIERS_MAX } from "./programme.ts";
import { Gift, VALID_DAYS_MAX } from "./reward.ts";
import { Code, Id, Instant, Line, OneOf, OrNull, Whole } from "./scalars.ts";

/** How many coupons one request makes or brings in. */
export const COUPONS_MAX = 10_000;
/** How often a coupon can be used where that is limited. */
export const COUPON_USES_MAX = 1_000_000;

export const couponFaults = ["malformed", "twice", "taken"] as const;

const memberId = Id("mem", "Whose own the coupon is; nobody else can use it.");

const ImportedCode = Type.Object(
  {
    code: Type.String({
      minLength: 1,
      maxLength: CODE_CHARS_MAX * 2,
      description: `A code that exists already: 4 to ${CODE_CHARS_MAX} letters and digits, with or without dashes.`,
      examples: ["WELCOME10"],
    }),
    memberId: Type.Optional(memberId),
  },
  { additionalProperties: false },
);

const usesMax = Whole("How often each can be used; null: without limit. Where nothing is said: once.", {
  minimum: 1,
  maximum: COUPON_USES_MAX,
});
const perMemberMax = Whole("How many of them one member can have; null: as many as they find.", {
  minimum: 1,
  maximum: COUPON_USES_MAX,
});
const tiers = Type.Array(Code("The code of a tier.", 32), {
  maxItems: TIERS_MAX,
  uniqueItems: true,
  description: "Who may use them, by tier; empty: all.",
});
const validDays = Whole(
  "For how many days one is good after a member has claimed it, to the end of the last; null: until `validUntil`.",
  { minimum: 1, maximum: VALID_DAYS_MAX },
);
const name = Line("What the batch is called, for the shop's own people.");

export const NewCouponBatch = Type.Object(
  {
    name,
    reward: Type.Optional(Code("The code of the reward that they bring; its stock counts. Either this or `gift`.")),
    gift: Type.Optional(Gift),
    count: Type.Optional(
      Whole("How many codes to make. One of `count`, `forMembers` and `codes`.", { minimum: 1, maximum: COUPONS_MAX }),
    ),
    forMembers: Type.Optional(
      Type.Array(Id("mem", "A member."), {
        minItems: 1,
        maxItems: COUPONS_MAX,
        description: "Makes one code for each of these members, which nobody else can use.",
      }),
    ),
    codes: Type.Optional(
      Type.Array(ImportedCode, {
        minItems: 1,
        maxItems: COUPONS_MAX,
        description: "Codes that exist already. Those that cannot be taken are reported, the others are.",
      }),
    ),
    usesMax: Type.Optional(OrNull(usesMax)),
    perMemberMax: Type.Optional(OrNull(perMemberMax)),
    validFrom: Type.Optional(OrNull(Instant("From when they can be used. Default: at once."))),
    validUntil: Type.Optional(OrNull(Instant("Until when they can be used, exclusive. Default: for ever."))),
    tiers: Type.Optional(tiers),
    audience: Type.Optional(ConditionGroup),
    validDays: Type.Optional(OrNull(validDays)),
  },
  {
    $id: "NewCouponBatch",
    additionalProperties: false,
    description: "Coupons to be made, or codes to be brought in. A coupon costs no points.",
  },
);
export type NewCouponBatch = Static<typeof NewCouponBatch>;

const about = {
  id: Id("cpb", "The batch's id."),
  name,
  kind: OneOf(["made", "imported"] as const, { description: "Whether the codes were made here." }),
  status: OneOf(["live", "ended"] as const, { description: "Whether they can still be used." }),
  coupons: Whole("How many coupons there are."),
  rewardId: OrNull(Id("rwd", "The reward that they bring; null: it stands in no catalogue.")),
  gift: Gift,
  usesMax: OrNull(usesMax),
  perMemberMax: OrNull(perMemberMax),
  validFrom: OrNull(Instant("From when they can be used; null: since ever.")),
  validUntil: OrNull(Instant("Until when they can be used, exclusive; null: for ever.")),
  tiers,
  audience: Type.Optional(ConditionGroup),
  validDays: OrNull(validDays),
  createdAt: Instant("When the batch was made."),
};

export const CouponBatch = Type.Object(
  { ...about, uses: Type.Optional(Whole("How often its coupons were used, together. Only where one batch is read.")) },
  { $id: "CouponBatch", additionalProperties: false, description: "Coupons that were made or brought in together." },
);
export type CouponBatch = Static<typeof CouponBatch>;
export const CouponBatchPage = Page("CouponBatchPage", CouponBatch);

export const MadeCouponBatch = Type.Object(
  {
    ...about,
    codes: Type.Array(
      Type.Object(
        {
          code: Type.String({ description: "The code, as it is printed.", examples: ["7K3M-9QPX-2HVD-C"] }),
          memberId: OrNull(memberId),
        },
        { additionalProperties: false },
      ),
      {
        description:
          "The codes that were made. They are in this answer alone, and in that to the same request sent again: " +
          "Fedele does not keep them. Empty for codes that were brought in.",
      },
    ),
    rejected: Type.Array(
      Type.Object(
        {
          row: Whole("The place in `codes`, from 1.", { minimum: 1 }),
          why: OneOf(couponFaults, {
            description:
              "`malformed`: it cannot be a code; `twice`: the same as one above it; `taken`: it exists already.",
          }),
        },
        { additionalProperties: false },
      ),
      { description: "Codes that could not be brought in." },
    ),
  },
  { $id: "MadeCouponBatch", additionalProperties: false, description: "A batch with the codes that were made for it." },
);
export type MadeCouponBatch = Static<typeof MadeCouponBatch>;

const code = Type.String({
  minLength: 1,
  maxLength: 64,
  description: "The code as it was typed: small letters, blanks, dashes, O for 0 and I or L for 1 are read.",
  examples: ["7k3m 9qpx 2hvd c"],
});
const origin = Type.String({
  minLength: 1,
  maxLength: 200,
  description:
    "Where the code was typed, as you tell it apart: an IP address, a device, a till. Whoever guesses from one is " +
    "kept out, and not your whole shop. Kept as a keyed hash, for a day.",
});

export const CouponClaim = Type.Object(
  { code, origin: Type.Optional(origin) },
  { $id: "CouponClaim", additionalProperties: false, description: "A code that a member has." },
);

export const NewCouponRedemption = Type.Object(
  { code, origin: Type.Optional(origin) },
  {
    $id: "NewCouponRedemption",
    additionalProperties: false,
    description: "A code that somebody shows who is no member, or does not say so.",
  },
);

export const CouponRedemption = Type.Object(
  {
    id: Id("cpr", "The redemption's id."),
    batchId: Id("cpb", "The batch of the coupon."),
    rewardId: OrNull(Id("rwd", "The reward that it brings; null: it stands in no catalogue.")),
    gift: Gift,
    status: OneOf(["redeemed", "reversed"] as const, { description: "Whether it was taken back." }),
    createdAt: Instant("When it was used."),
    changedAt: Instant("When it was used or taken back."),
  },
  { $id: "CouponRedemption", additionalProperties: false, description: "A coupon that was used without a member." },
);
export type CouponRedemption = Static<typeof CouponRedemption>;

export const CouponBatchPageQuery = Type.Object(pageQuery, { additionalProperties: false });
export const CouponBatchPath = Type.Object(
  { batchId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
export const CouponRedemptionPath = Type.Object(
  { redemptionId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
