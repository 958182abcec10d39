import { skipReasons } from "@fedele/core/messageGates.ts";
import { type Static, Type } from "typebox";
import { Page, pageQuery } from "./page.ts";
import { ConditionGroup } from "./programme.ts";
import { Id, Instant, Line, OneOf, OrNull, Whole } from "./scalars.ts";

export const BROADCASTS_MAX = 5_000;
export const VARIANTS_MAX = 4;
export const HOLDOUT_MAX = 5_000;
export const PER_MINUTE_MAX = 100_000;
/** How many members a forecast looks at; of more it says so. */
export const FORECAST_MAX = 1_000;

export const broadcastStatuses = ["draft", "scheduled", "running", "paused", "late", "finished", "cancelled"] as const;
export type BroadcastStatus = (typeof broadcastStatuses)[number];

const Variant = Type.Object(
  {
    templateId: Id("tpl", "What is written."),
    weight: Whole("How much of the audience gets it, in proportion to the others.", { minimum: 1, maximum: 1_000 }),
  },
  { additionalProperties: false },
);

const about = {
  name: Line("What people call it.", 100),
  variants: Type.Array(Variant, {
    minItems: 1,
    maxItems: VARIANTS_MAX,
    description: "One message, or several to compare; each member gets the same one always.",
  }),
  audience: ConditionGroup,
  holdout: Whole("Of 10,000 members so many get nothing, to compare with.", { maximum: HOLDOUT_MAX }),
  perMinute: OrNull(
    Type.Integer({ minimum: 1, maximum: PER_MINUTE_MAX, description: "At most so many a minute; null: no limit." }),
  ),
  inOwnZone: Type.Boolean({
    description:
      "Whether the hour of the schedule is that on each member's own wall; whoever has no zone has the tenant's.",
  }),
};

export const NewBroadcast = Type.Object(
  {
    name: about.name,
    variants: about.variants,
    audience: ConditionGroup,
    holdout: Type.Optional(about.holdout),
    perMinute: Type.Optional(about.perMinute),
    inOwnZone: Type.Optional(about.inOwnZone),
  },
  {
    $id: "NewBroadcast",
    additionalProperties: false,
    description: "One message to an audience; a draft at first.",
  },
);
export type NewBroadcast = Static<typeof NewBroadcast>;

export const BroadcastChange = Type.Object(
  {
    name: Type.Optional(about.name),
    audience: Type.Optional(ConditionGroup),
    perMinute: Type.Optional(about.perMinute),
  },
  {
    $id: "BroadcastChange",
    additionalProperties: false,
    minProperties: 1,
    description: "What to change of a broadcast that does not run; what is not named stays.",
  },
);
export type BroadcastChange = Static<typeof BroadcastChange>;

export const Start = Type.Object(
  { at: Type.Optional(Instant("When; default: now. With `inOwnZone` its hour is read on each member's wall.")) },
  { $id: "BroadcastStart", additionalProperties: false, description: "When a broadcast begins." },
);

export const Broadcast = Type.Object(
  {
    id: Id("brc", "The broadcast's id."),
    ...about,
    status: OneOf(broadcastStatuses, {
      description:
        "`late`: it would have gone on over four hours ago, so it asks first; `finished`: each message was sent, " +
        "skipped or given up.",
    }),
    scheduledAt: OrNull(Instant("When it is to begin; null: nobody said.")),
    planned: Whole("For how many members there is a message so far."),
    startedAt: OrNull(Instant("When it began; null: it has not.")),
    finishedAt: OrNull(Instant("When it was over; null: it is not.")),
    createdAt: Instant("When it was made."),
    changedAt: Instant("When it last changed."),
  },
  { $id: "Broadcast", additionalProperties: false, description: "One message to an audience." },
);
export type Broadcast = Static<typeof Broadcast>;
export const BroadcastPath = Type.Object({ broadcastId: Broadcast.properties.id }, { additionalProperties: false });
export const BroadcastPage = Page("BroadcastPage", Broadcast);
export const BroadcastPageQuery = Type.Object(pageQuery, { additionalProperties: false });

const skipped = Type.Array(
  Type.Object({ reason: OneOf(skipReasons), messages: Whole("How many.") }, { additionalProperties: false }),
  { description: "How many are skipped, by the first gate that did not open." },
);

export const Forecast = Type.Object(
  {
    members: Whole("How many members are in the audience now, up to 100,000."),
    isExact: Type.Boolean({ description: "Whether that is all of them." }),
    looked: Whole(`How many of them were looked at, at most ${FORECAST_MAX}.`),
    sends: Whole("To how many of those it would go, now or after their quiet hours."),
    skipped,
  },
  { $id: "Forecast", additionalProperties: false, description: "Who would get it now, and why others would not." },
);

const Group = Type.Object(
  {
    variant: OneOf(["a", "b", "c", "d", "holdout"], { description: "The group, in the order of the variants." }),
    planned: Whole("Messages in all; it is the sum of what follows."),
    waiting: Whole("Not due yet, or to be tried again."),
    sent: Whole("A mail server took them."),
    kept: Whole("In the outbox, because there is no mail server."),
    bounced: Whole("There is no such mailbox."),
    failed: Whole("Given up."),
    skipped: Whole("Not to be sent."),
  },
  { additionalProperties: false },
);

export const Funnel = Type.Object(
  {
    groups: Type.Array(Group, { description: "Each group by itself." }),
    skipped,
    splitLikelihood: Type.Number({
      description:
        "How likely the groups' sizes are by chance (χ²), from 0 to 1. Below 0.001 something is wrong with it, " +
        "and the groups should not be compared.",
    }),
  },
  { $id: "Funnel", additionalProperties: false, description: "What became of a broadcast's messages." },
);
export type Funnel = Static<typeof Funnel>;
