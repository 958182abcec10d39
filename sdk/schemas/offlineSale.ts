import { consentTopics } from "@fedele/core/consents.ts";
import { type Static, Type } from "typebox";
import { Activity, NewActivity } from "./activity.ts";
import { Page, pageQuery } from "./page.ts";
import { Code, Id, Instant, Line, OneOf, OrNull, Whole } from "./scalars.ts";

/** Sales of one sending; a till with more sends them one list after the other. */
export const OFFLINE_SALES_MAX = 50;
/** A device that sells once a second reaches it after sixty years. */
const COUNTER_MAX = 2_000_000_000;

const publicKey = Type.String({
  pattern: "^B[A-Za-z0-9_-]{86}$",
  description:
    "The public half of an ECDSA key on P-256 that the device made and cannot give away: the raw point of 65 bytes " +
    "in base64url, as WebCrypto exports it.",
});

export const NewTillDevice = Type.Object(
  { publicKey },
  { $id: "NewTillDevice", additionalProperties: false, description: "What a till's device signs by." },
);

export const TillDevice = Type.Object(
  {
    tillKeyId: Id("tky", "The till's key."),
    publicKey,
    registeredAt: Instant("When it was registered."),
    lastCounter: Whole("The highest counter of a sale that is known of it; 0: none. Go on above it."),
    now: Instant("What time it is here: a till shows who it serves how far its clock is off."),
  },
  { $id: "TillDevice", additionalProperties: false, description: "The device of a till, which may sell offline." },
);
export type TillDevice = Static<typeof TillDevice>;

const spend = {
  pointsType: Code("The code of the points type.", 32),
  points: Whole("How many points the member used.", { minimum: 1 }),
};

const Join = Type.Object(
  {
    name: Type.Optional(Line("What to call the new member.")),
    consents: Type.Array(
      Type.Object(
        {
          topic: OneOf(consentTopics, { description: "What it is about." }),
          textVersion: Code("Which text the customer was shown and agreed to, as the tenant names it."),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: consentTopics.length, description: "What the customer agreed to; one at least." },
    ),
  },
  {
    additionalProperties: false,
    description: "Who is no member yet becomes one by the phone number in the activity, with this consent.",
  },
);

export const OfflineSale = Type.Object(
  {
    counter: Whole("The device's own count of its sales, one more each time, never used twice.", {
      minimum: 1,
      maximum: COUNTER_MAX,
    }),
    activity: NewActivity,
    spend: Type.Optional(
      Type.Object(spend, {
        additionalProperties: false,
        description: "Points that the member used while nobody could ask for the balance.",
      }),
    ),
    qr: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        description: "What the member's device showed: needed to use points, unless the tenant asks for no proof.",
      }),
    ),
    join: Type.Optional(Join),
    signature: Type.String({
      pattern: "^[A-Za-z0-9_-]{86}$",
      description:
        "ECDSA with SHA-256 over the canonical text of {tillKeyId, counter, activity, spend, qr, join}: JSON " +
        "without spaces, keys sorted, absent parts left out; 64 bytes as WebCrypto makes them, in base64url.",
    }),
  },
  { $id: "OfflineSale", additionalProperties: false, description: "What a till sold while it had no network." },
);
export type OfflineSale = Static<typeof OfflineSale>;

export const NewOfflineSales = Type.Object(
  {
    deviceNow: Instant("What the device's clock shows while it sends this: how far it is off is taken off each sale."),
    sales: Type.Array(OfflineSale, { minItems: 1, maxItems: OFFLINE_SALES_MAX, description: "In any order." }),
  },
  { $id: "NewOfflineSales", additionalProperties: false, description: "What a till sold without a network." },
);
export type NewOfflineSales = Static<typeof NewOfflineSales>;

export const offlineStates = ["recorded", "quarantined", "accepted", "declined"] as const;
export const quarantineReasons = ["too_late", "ahead", "revoked", "spending_off", "over_cap", "no_proof"] as const;
export const offlineFlags = ["owed", "not_spent"] as const;
export const offlineRefusals = ["signature", "counter_used", "unknown_member", "not_taken"] as const;

const reason = OneOf(quarantineReasons, {
  description:
    "Why it waits for a person: `too_late` and `ahead`, no time can be believed; `revoked`, the till's key is; " +
    "`spending_off` and `over_cap`, more points were used than the programme allows offline; `no_proof`, the member " +
    "did not show that they were there.",
});
const flag = OneOf(offlineFlags, {
  description:
    "What somebody should look at: `owed`, the member had fewer points than were used and owes the rest; " +
    "`not_spent`, the member may not use points at all, so that the goods were given away.",
});

const used = Type.Object(
  {
    ...spend,
    taken: Whole("How many were there and are taken."),
    owed: Whole("How many were not there: the member owes them."),
  },
  { additionalProperties: false, description: "The points that were used, and what came of it." },
);

export const OfflineResult = Type.Object(
  {
    counter: Whole("Which sale of the device it is."),
    state: OneOf([...offlineStates, "refused"] as const, {
      description:
        "`recorded`: booked. `quarantined`: kept here until somebody decides. `accepted`, `declined`: they did. " +
        "`refused`: not kept here, and can be sent again once what is wrong is put right.",
    }),
    reason: Type.Optional(reason),
    flag: Type.Optional(flag),
    refusedFor: Type.Optional(
      OneOf(offlineRefusals, {
        description:
          "`signature`: it is not this device's. `counter_used`: another sale has this counter; sign it anew with " +
          "the next one. `unknown_member`: nobody has this identity, nobody agreed to join. `not_taken`: `message`.",
      }),
    ),
    message: Type.Optional(Type.String({ description: "Why, for a person." })),
    activity: Type.Optional(Activity),
    spend: Type.Optional(used),
  },
  { $id: "OfflineResult", additionalProperties: false, description: "What came of one sale." },
);
export type OfflineResult = Static<typeof OfflineResult>;

export const OfflineResults = Type.Object(
  {
    items: Type.Array(OfflineResult, { description: "In the order in which they were sent." }),
    lastCounter: Whole("The highest counter that is known of the device now."),
  },
  { $id: "OfflineResults", additionalProperties: false, description: "What came of each sale." },
);

const about = {
  id: Id("ofs", "The sale's id."),
  tillKeyId: Id("tky", "The till that sold."),
  counter: Whole("The device's own count."),
  state: OneOf(offlineStates, { description: "How it stands." }),
  reason: Type.Optional(reason),
  flag: Type.Optional(flag),
  source: Type.String({ description: "Who said so." }),
  document: Type.String({ description: "Its own name for it." }),
  deviceAt: Instant("What the device's clock showed."),
  happenedAt: Instant("When it happened, as far as that can be told."),
  receivedAt: Instant("When it came in."),
  memberId: OrNull(Id("mem", "Whose it is; null: nobody's yet.")),
  activityId: OrNull(Id("act", "What was booked; null: nothing.")),
  spend: Type.Optional(used),
  isWaiting: Type.Boolean({ description: "Whether somebody should decide, or look at it." }),
  decidedAt: Type.Optional(Instant("When somebody did.")),
  decidedBy: Type.Optional(Type.String({ description: "Who." })),
};

export const ReviewedSale = Type.Object(about, {
  $id: "ReviewedSale",
  additionalProperties: false,
  description: "A sale that was made offline and that somebody should look at, or has.",
});
export type ReviewedSale = Static<typeof ReviewedSale>;

export const ReviewedSalePage = Page("ReviewedSalePage", ReviewedSale);

export const ReviewedSaleDetail = Type.Object(
  {
    ...about,
    activity: Type.Optional(NewActivity),
  },
  {
    $id: "ReviewedSaleDetail",
    additionalProperties: false,
    description: "The same with what was sold, as long as it waits for a decision and its member was not erased.",
  },
);
export type ReviewedSaleDetail = Static<typeof ReviewedSaleDetail>;

export const NewDecision = Type.Object(
  {
    decision: OneOf(["accept", "decline", "seen"] as const, {
      description:
        "Of a quarantined sale: `accept` books it, whatever the member then owes; `decline` books nothing, for good. " +
        "Of a recorded one with a flag: `seen`.",
    }),
  },
  { $id: "NewDecision", additionalProperties: false, description: "What somebody decides about a sale." },
);

export const ReviewedSalesQuery = Type.Object(
  {
    ...pageQuery,
    waiting: Type.Optional(Type.Boolean({ description: "Only those that wait for somebody." })),
  },
  { additionalProperties: false },
);
export const OfflineSalePath = Type.Object(
  { offlineSaleId: Type.String({ maxLength: 64, description: "The sale's id." }) },
  { additionalProperties: false },
);
