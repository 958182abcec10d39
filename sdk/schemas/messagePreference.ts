import { type Static, Type } from "typebox";
import { Channel, messageChannels } from "./messageTemplate.ts";
import { Instant, OneOf, OrNull, Timezone, Whole } from "./scalars.ts";

/** Messages a week: the most that anybody may set. */
export const WEEKLY_MAX_MAX = 50;

const timeOfDay = (description: string) =>
  Type.String({ pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$", description, examples: ["21:00"] });

export const MessageSettings = Type.Object(
  {
    quietFrom: timeOfDay("From when on nothing is sent that can wait, by the reader's clock."),
    quietUntil: timeOfDay("Until when; the same as `quietFrom`: there are no such hours."),
    weeklyMax: Whole("How many promotional messages a member gets in seven days at most.", { maximum: WEEKLY_MAX_MAX }),
  },
  { $id: "MessageSettings", additionalProperties: false, description: "How a tenant writes to its members." },
);
export type MessageSettings = Static<typeof MessageSettings>;

const weeklyMax = OrNull(
  Type.Integer({
    minimum: 0,
    maximum: WEEKLY_MAX_MAX,
    description: "How many promotional messages the member wants in seven days at most; null: as many as others.",
  }),
);
const timezone = OrNull({ ...Timezone, description: "The member's own zone; null: the tenant's." });
const pausedUntil = OrNull(Instant("Until when the member wants nothing but what they are owed; null: no pause."));

export const TopicChoice = Type.Object(
  {
    topic: Type.String({ maxLength: 40, description: "The topic's code." }),
    channel: Channel,
    isWanted: Type.Boolean({ description: "Whether the member wants this topic this way." }),
  },
  { $id: "TopicChoice", additionalProperties: false, description: "A member's word about one topic on one channel." },
);

export const PreferenceChange = Type.Object(
  {
    choices: Type.Optional(Type.Array(TopicChoice, { maxItems: 200, description: "What changes; all else stays." })),
    pausedUntil: Type.Optional(pausedUntil),
    weeklyMax: Type.Optional(weeklyMax),
    timezone: Type.Optional(timezone),
  },
  {
    $id: "PreferenceChange",
    additionalProperties: false,
    minProperties: 1,
    description: "What a member wants to get; what is not named stays.",
  },
);
export type PreferenceChange = Static<typeof PreferenceChange>;

export const suppressionReasons = ["hard_bounce", "complaint", "asked"] as const;

export const Preferences = Type.Object(
  {
    choices: Type.Array(
      Type.Object(
        {
          topic: Type.String({ description: "The topic's code." }),
          names: Type.Record(Type.String(), Type.String(), { description: "What members call it, by language." }),
          channel: Channel,
          isWanted: Type.Boolean({ description: "Whether the member wants it; a consent is needed all the same." }),
        },
        { additionalProperties: false },
      ),
      { description: "Every topic that one may say no to, on every channel." },
    ),
    pausedUntil,
    weeklyMax,
    timezone,
    suppressed: Type.Array(
      Type.Object(
        {
          channel: Channel,
          reason: OneOf(suppressionReasons, {
            description:
              "`hard_bounce`: there is no such mailbox; `complaint`: its owner complained; `asked`: by hand.",
          }),
          since: Instant("Since when."),
        },
        { additionalProperties: false },
      ),
      { description: "Addresses of the member's that nothing is sent to any more." },
    ),
  },
  { $id: "Preferences", additionalProperties: false, description: "What a member wants to get." },
);
export type Preferences = Static<typeof Preferences>;

export const SuppressionPath = Type.Object(
  {
    memberId: Type.String({ pattern: "^mem_[0-7][0-9a-hjkmnp-tv-z]{25}$", description: "The member's id." }),
    channel: OneOf(messageChannels, { description: "On which channel." }),
  },
  { additionalProperties: false },
);
