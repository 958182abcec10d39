// Every event that leaves, by its type: what our software says happened, in the past tense. Ids and numbers, never a
// name. A field may be added to a type; whatever else changes gives it a new version.
import { journeyOutcomes } from "@fedele/core/journeys.ts";
import { skipReasons } from "@fedele/core/messageGates.ts";
import { reversalReasons } from "@fedele/core/rewards.ts";
import { type TProperties, Type } from "typebox";
import { whyWithheld } from "./earnedReward.ts";
import { causeKinds } from "./message.ts";
import { messageChannels } from "./messageTemplate.ts";
import { Code, Id, Instant, OneOf, OrNull, Whole } from "./scalars.ts";

type Published<Fields extends TProperties> = Readonly<{ version: number; description: string; fields: Fields }>;

function published<Fields extends TProperties>(version: number, description: string, fields: Fields) {
  return { version, description, fields } satisfies Published<Fields>;
}

const memberId = Id("mem", "Whom it is about.");
const sessionId = Id("chs", "The checkout session.");
const activityId = OrNull(Id("act", "The purchase that it was sold as; null: it never was."));
const journeyId = Id("jrn", "The journey.");
const instanceId = Id("jin", "This leading of this member.");
const tier = (description: string) => OrNull(Code(description, 32));

const earned = {
  memberId,
  activityId: Id("act", "What the member did."),
  rewardId: Id("rwd", "The reward."),
};
const issuedRewardId = Id("isr", "What the member had been given.");

const pending = {
  memberId,
  pendingAdjustmentId: Id("pen", "What waits, or waited."),
  points: Type.Integer({ description: "To be given; below zero: to be taken." }),
};

const message = {
  memberId,
  deliveryId: Id("dlv", "The message."),
  templateId: Id("tpl", "What was written."),
  topic: Code("The code of the topic.", 40),
  channel: OneOf(messageChannels, { description: "By which way." }),
  cause: OneOf(causeKinds, { description: "What asked for it." }),
};
const because = Code("Why: the mail server's three digits, or the kind of failure.", 40);

/** What an event of each type carries. Whatever else its emitter writes down stays inside. */
export const publishedEvents = {
  "member.enrolled": published(1, "Somebody has become a member.", {
    memberId,
    kind: Type.String({ description: "What the member is: a person or a company." }),
  }),
  "member.blocked": published(1, "A member may do less than others from now on.", {
    memberId,
    step: Type.String({ description: "What is kept from them." }),
  }),
  "member.unblocked": published(1, "A member may do again what others may.", { memberId }),
  "member.erased": published(1, "What was known of a person is gone for good; forget it too.", { memberId }),
  "member.exported": published(1, "All that is known of a member was given out, as the law asks.", { memberId }),
  "activity.recorded": published(1, "A member did something, and what it earned is booked.", {
    memberId,
    activityId: Id("act", "The activity's id."),
    kind: Type.String({ description: "What was done." }),
  }),
  "tier.changed": published(1, "A member stands in another tier.", {
    memberId,
    from: tier("The tier before; null: none."),
    to: tier("The tier now; null: none."),
  }),
  "journey.entered": published(1, "A member has come into a journey.", { memberId, journeyId, instanceId }),
  "journey.finished": published(1, "A member has left a journey.", {
    memberId,
    journeyId,
    instanceId,
    outcome: OneOf(journeyOutcomes, { description: "How it ended." }),
  }),
  "journey.announced": published(1, "A member has come to a step that tells other systems.", {
    memberId,
    journeyId,
    call: Code("What the step calls it.", 40),
  }),
  "campaign.budget_exhausted": published(1, "A campaign could not give an award in full: its budget is used up.", {
    memberId,
    campaignId: Id("cmp", "The campaign's id."),
    granted: Whole("All the points that it had to give."),
  }),
  "adjustment.requested": published(1, "Points by hand above the limit wait for a second person.", pending),
  "adjustment.approved": published(1, "A second person approved; the points are booked.", {
    ...pending,
    adjustmentId: Id("adj", "What was booked."),
  }),
  "adjustment.refused": published(1, "A second person refused; nothing was booked.", pending),
  "adjustment.expired": published(1, "Nobody decided in time; nothing was booked.", pending),
  "transfer.debited": published(1, "Points have left a member for another one, and are on their way.", {
    memberId,
    transferId: Id("trf", "The transfer's id."),
    toMemberId: Id("mem", "Whom they are for."),
  }),
  "transfer.returned": published(1, "Points that their receiver could not take are on their way back.", {
    memberId,
    transferId: Id("trf", "The transfer's id."),
    because: Type.String({ description: "Why: what the receiver is." }),
  }),
  "coupon.claimed": published(1, "A member has made a coupon their own.", {
    memberId,
    issuedRewardId: Id("isr", "The reward that came of it."),
    batchId: Id("cpb", "The batch of the coupon."),
  }),
  "coupon.guessing_suspected": published(1, "More codes than usual were tried within an hour that cannot be used.", {
    misses: Whole("How many so far."),
    since: Instant("When the first of them was tried."),
  }),
  "purchase.returned": published(1, "Something of a purchase came back.", {
    memberId,
    purchaseId: Id("act", "The purchase."),
    activityId: Id("act", "The return."),
  }),
  "reward.earned": published(1, "A campaign gives a member a reward; it is on its way.", earned),
  "reward.forfeited": published(1, "What a member got a reward for came back; the reward is asked back.", earned),
  "reward.issued": published(1, "A reward that a campaign gave has reached the member.", { ...earned, issuedRewardId }),
  "reward.not_issued": published(1, "A reward that a campaign gave was not to be had.", {
    ...earned,
    because: OneOf(whyWithheld, { description: "Why." }),
  }),
  "reward.cancelled": published(1, "A reward that a campaign gave was taken back unused.", {
    ...earned,
    issuedRewardId,
  }),
  "reward.loss_recorded": published(1, "What a member got a reward for came back, and the reward had been used.", {
    ...earned,
    issuedRewardId,
  }),
  "reward.taken": published(1, "A member has taken a reward for points.", { memberId, issuedRewardId }),
  "reward.used": published(1, "A member has received what a reward brings, without a checkout session.", {
    memberId,
    issuedRewardId,
  }),
  "reward.given_back": published(1, "A reward was given up; what it came of came back.", {
    memberId,
    issuedRewardId,
  }),
  "reward.use_reversed": published(1, "The use of a reward was taken back.", {
    memberId,
    issuedRewardId: Id("isr", "The reward."),
    reason: OneOf(reversalReasons, { description: "Why." }),
  }),
  "reward.given": published(1, "A member has given a reward to a friend; it is on its way.", {
    memberId,
    giftId: Id("gft", "The gift's id."),
    toMemberId: Id("mem", "Whom it is for."),
  }),
  "gift.arrived": published(1, "A gift has reached a member.", {
    memberId,
    giftId: Id("gft", "The gift's id."),
    issuedRewardId: Id("isr", "The reward that the member has now."),
  }),
  "gift.recalled": published(1, "Whoever gave a gift has asked for it back.", {
    memberId,
    giftId: Id("gft", "The gift's id."),
    toMemberId: Id("mem", "Who has it."),
  }),
  "gift.returned": published(1, "A gift is on its way back to whoever gave it.", {
    memberId,
    giftId: Id("gft", "The gift's id."),
    giverId: Id("mem", "Who gave it."),
    because: Type.String({ description: "Why: it was asked back or declined, or what the member is." }),
  }),
  "gift.kept": published(1, "A gift that was asked back stays where it is: it was used, or given on.", {
    memberId,
    giftId: Id("gft", "The gift's id."),
    giverId: Id("mem", "Who gave it."),
  }),
  "message.sent": published(1, "A mail server has taken a message.", message),
  "message.skipped": published(1, "A message was not to be sent.", {
    ...message,
    because: OneOf(skipReasons, { description: "Which gate did not open." }),
  }),
  "message.bounced": published(1, "There is no such mailbox; nothing more is written to it.", { ...message, because }),
  "message.failed": published(1, "A message was given up.", { ...message, because }),
  "message.unsubscribed": published(1, "A member wants no more of a topic, and said so by a letter's way out.", {
    memberId,
    deliveryId: message.deliveryId,
    topic: message.topic,
    channel: message.channel,
  }),
  "member.merged": published(1, "Two memberships have become one: what was the other's belongs to this member now.", {
    memberId,
    fromId: Id("mem", "The membership that has ended."),
  }),
  "member.merge_reversed": published(1, "Two memberships that were merged are two again.", {
    memberId,
    fromId: Id("mem", "The membership that goes on by itself."),
  }),
  "checkout.committed": published(1, "A basket was sold.", { memberId, sessionId, activityId }),
  "checkout.returned": published(1, "A part of a basket that was sold came back.", { memberId, sessionId, activityId }),
  "checkout.cancelled": published(1, "A basket was given up, or its sale undone.", { memberId, sessionId, activityId }),
  "webhook_endpoint.disabled": published(1, "An endpoint took no call for too long, and is not called any more.", {
    endpointId: Id("whe", "The endpoint."),
    because: Type.String({ description: "Why: `failing`, or `gone` where it answered so." }),
  }),
  "webhook_endpoint.tested": published(1, "Nothing but this call: somebody looks whether it arrives. In no list.", {
    endpointId: Id("whe", "The endpoint that is called."),
  }),
} as const;

export type EventType = keyof typeof publishedEvents;

export const eventTypes = Object.keys(publishedEvents).filter((type): type is EventType => type in publishedEvents);

/** How many events one request gives at most. */
export const EVENTS_MAX = 500;

/** The longest that a stream goes on before its reader connects anew. */
export const STREAM_SECONDS_MAX = 3_600;

export const Event = Type.Object(
  {
    id: Id("evt", "The event's id: the same whenever and however it is told, so that it can be counted once."),
    type: OneOf(eventTypes, { description: "What kind of thing happened." }),
    version: Whole("The version of this type's data.", { minimum: 1 }),
    occurredAt: Instant("When it happened."),
    tenant: Id("ten", "Whose event it is."),
    position: Whole("Its place in the order of the tenant's events: 1, 2, 3 and so on without a gap.", { minimum: 1 }),
    data: Type.Record(Type.String(), Type.Unknown(), {
      description: "What the type carries; see the list of types.",
    }),
  },
  { $id: "Event", additionalProperties: false, description: "What our software says happened." },
);

export const EventList = Type.Object(
  {
    items: Type.Array(Event),
    position: Whole("Give this as `after` to read on. It moves on also where no event was of the types asked for."),
    hasMore: Type.Boolean({ description: "Whether there is more to read at once." }),
  },
  { $id: "EventList", additionalProperties: false, description: "Events in their order." },
);

const types = Type.String({
  minLength: 1,
  maxLength: 1_000,
  pattern: "^[a-z_.]+(,[a-z_.]+)*$",
  description: "Only events of these types, with commas between them. Default: all.",
  examples: ["activity.recorded,tier.changed"],
});

export const EventQuery = Type.Object(
  {
    after: Type.Optional(
      Whole("The `position` of the list before this one. Default: begin with the oldest event that is kept."),
    ),
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: EVENTS_MAX,
        default: 100,
        description: `How many to return, at most ${EVENTS_MAX}.`,
      }),
    ),
    types: Type.Optional(types),
  },
  { additionalProperties: false },
);

export const StreamQuery = Type.Object(
  {
    after: Type.Optional(
      Whole("The last position that you have; the header Last-Event-ID goes before it. Default: only what is new."),
    ),
    types: Type.Optional(types),
    seconds: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: STREAM_SECONDS_MAX,
        default: STREAM_SECONDS_MAX,
        description: "After how long the stream ends at the latest; connect again then, as after every end.",
      }),
    ),
  },
  { additionalProperties: false },
);

export const EventTypeList = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          type: OneOf(eventTypes, { description: "The type's name." }),
          version: Whole("The version that is told now.", { minimum: 1 }),
          description: Type.String({ description: "What it says." }),
          data: Type.Record(Type.String(), Type.Unknown(), { description: "The JSON Schema of its data." }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { $id: "EventTypeList", additionalProperties: false, description: "Every type of event." },
);
